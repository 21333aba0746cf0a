// The other ways to search, for queries that stand nowhere as they are: misspelt ones, and sentences.
"use strict"

// Words that say what kind of question it is, not what it is about.
const EMPTY = new Set(("a an and are as at be by can do does for from have how i if in is it me must my of on or our should that the this to was we " +
  "what when where which who why will with you กับ การ ของ ขอ ก็ คือ ความ คน จะ จาก ซึ่ง ด้วย ใด ใคร ใน ต้อง ตาม ถึง ที่ ทำ เท่าไร นั้น นี้ บ้าง เป็น เพื่อ เมื่อ เมื่อไร เมื่อไหร่ " +
  "ไม่ มี ยัง ยังไง เรา และ แล้ว ว่า หรือ ไหน ไหม ให้ ได้ อย่าง อย่างไร อยู่ อะไร ไร").split(" ").map(word => fold(word)))
// What people say, and what offices write.
const EVERYDAY = new Map([["โรงเรียน", "สถานศึกษา"], ["เงิน", "งบประมาณ"], ["อนุมัติ", "เห็นชอบ"], ["money", "budget"], ["approve", "agree"]]
  .map(([word, official]) => [stem(fold(word)), official]))
const LEAST = .45
const CLOSE = .7
const MOST = 20
const MISSPELT = .3
// Going through many places takes long: the rare words say most, and so many places of theirs are enough.
const PLACES = 5000

const segmenter = self.Intl && Intl.Segmenter ? new Intl.Segmenter("th", {granularity: "word"}) : null

function wordsOf(text) {
  if (!segmenter) return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  const words = []
  for (const {segment, isWordLike} of segmenter.segment(text)) if (isWordLike) words.push(segment)
  return words
}

// A word as it is indexed: folded, English words without their endings, nothing for empty ones.
function term(word) {
  const folded = fold(word)
  return EMPTY.has(folded) ? null : stem(folded) || null
}

// Sections by their words: any of them, the rare ones counting most.
class WordIndex {
  constructor(pages) {
    this.sections = pages.flatMap(page => page.sections)
    this.counts = new Map()
    this.index = new MiniSearch({
      fields: ["title", "names", "texts"],
      extractField: (number, field) => {
        if (field === "id") return number
        const {page, anchor, title, names, texts, asides, foreign} = this.sections[number]
        if (field === "title") return title
        if (field === "names") return [...names, ...foreign, ...(anchor ? [page.sections[0].title] : [])].join(" ")
        return [...texts, ...asides].join(" ")
      },
      tokenize: wordsOf,
      processTerm: word => {
        const own = term(word)
        if (own) this.counts.set(own, (this.counts.get(own) || 0) + 1)
        return own
      },
    })
    this.index.addAll(this.sections.map((_, number) => number))
  }

  // The query with every English word that stands nowhere as the one most like it, or null.
  correct({words}) {
    const corrected = words.map(names => names.length > 1 ? names : [this.nearest(names[0])])
    return corrected.some(([word], place) => word !== words[place][0]) ? makeQuery([corrected.map(([word]) => word).join(" ")], corrected) : null
  }

  nearest(word) {
    if (!/^[a-z]{4,}$/.test(word) || this.counts.has(word)) return word
    const most = Math.round(word.length * MISSPELT)
    let nearest = word, least = most + 1
    for (const [term, count] of this.counts) {
      if (term.startsWith(word)) return word
      if (Math.abs(term.length - word.length) > Math.min(most, least)) continue
      const far = distance(word, term)
      if (far < least || (far === least && count > (this.counts.get(nearest) || 0))) [nearest, least] = [term, far]
    }
    return least <= most ? nearest : word
  }

  lookUp(terms, options) {
    return this.index.search(terms.join(" "), {tokenize: text => text.split(" "), processTerm: term => term, ...options})
  }

  // The rarest of the words.
  telling(words) {
    const count = word => this.counts.get(word) || 0
    let places = 0
    return [...words].sort((one, other) => count(one) - count(other)).filter((word, at) => (places += count(word)) <= PLACES || !at)
  }

  find(query) {
    const words = [...new Set(wordsOf(query).map(term).filter(Boolean))]
    const official = words.flatMap(word => wordsOf(EVERYDAY.get(word) || "").map(term).filter(Boolean))
    const hits = this.lookUp(this.telling([...words, ...official]), {
      boost: {title: 3, names: .8},
      prefix: word => LATIN.test(word[0]) && word.length > 2,
      fuzzy: word => !this.counts.has(word) && word.length > (LATIN.test(word[0]) ? 3 : 5) ? .2 : false,
      weights: {fuzzy: .3, prefix: .4},
      boostDocument: number => weight(this.sections[number]),
    })
    const byPage = new Map()
    for (const {id, score, match} of hits) {
      const section = this.sections[id]
      if (!byPage.has(section.page)) byPage.set(section.page, {hits: [], found: new Set()})
      const {hits, found} = byPage.get(section.page)
      hits.push({section, score})
      for (const word of Object.keys(match)) found.add(word)
    }
    const results = [...byPage].map(([page, {hits, found}]) => makeResult(page, hits, [...found], {missing: words.filter(word => !found.has(word)).map(unfold)}))
    results.sort((one, other) => other.score - one.score)
    return results.filter(({score}) => score >= results[0].score * LEAST).slice(0, MOST)
  }
}

// How many letters have to be changed, left out or added.
function distance(one, other) {
  let row = [...other, ""].map((_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]
}

// Pages in which the whole query stands when neither tones nor letters that sound alike count.
function findLoosely(pages, {phrases: [phrase]}) {
  const loose = foldLoosely(phrase)
  if (loose.length < 3) return []
  const results = []
  for (const page of pages) {
    const hits = []
    for (const section of page.sections) {
      section.loose = section.loose || {title: foldLoosely(section.folded.title), rest: foldLoosely([section.folded.texts, section.folded.asides, section.folded.names].join("\n"))}
      const {title, rest} = section.loose
      if (holds(title, loose)) hits.push({section, score: (60 + 30 * loose.length / title.length) * weight(section)})
      else if (holds(rest, loose)) hits.push({section, score: 15})
    }
    if (hits.length) results.push(makeResult(page, hits, [loose], {loose: true}))
  }
  return results.sort((one, other) => other.score - one.score)
}

// Titles and names that share most groups of three letters with the query. (English words are compared one by one.)
class NameIndex {
  constructor(pages) {
    this.names = []
    this.byGroup = new Map()
    for (const {sections} of pages) {
      for (const section of sections) {
        this.add(section.folded.title, section, 1)
        for (const name of section.folded.names.split("\n")) if (name) this.add(name, section, .85)
      }
    }
  }

  add(name, section, factor) {
    const loose = foldLoosely(name)
    for (const group of groups(loose)) {
      if (!this.byGroup.has(group)) this.byGroup.set(group, [])
      this.byGroup.get(group).push(this.names.length)
    }
    this.names.push({loose, section, factor})
  }

  find({phrases: [phrase]}) {
    const wanted = groups(foldLoosely(phrase))
    if (wanted.size < 4 || !THAI.test(phrase)) return []
    const shared = new Uint16Array(this.names.length), bySection = new Map()
    for (const group of wanted) for (const number of this.byGroup.get(group) || []) shared[number]++
    shared.forEach((count, number) => {
      if (count < wanted.size * CLOSE) return
      const {loose, section, factor} = this.names[number]
      bySection.set(section, Math.max(bySection.get(section) || 0, likeness(wanted, groups(loose)) * factor))
    })
    const byPage = new Map()
    for (const [section, close] of bySection) {
      if (close < CLOSE * .85) continue
      const hits = byPage.get(section.page) || []
      byPage.set(section.page, [...hits, {section, score: 100 * close ** 3 * weight(section)}])
    }
    const results = [...byPage].map(([page, hits]) => makeResult(page, hits, []))
    return results.sort((one, other) => other.score - one.score).slice(0, MOST)
  }
}

function groups(text) {
  const found = new Set(), whole = ` ${text} `
  for (let place = 0; place + 3 <= whole.length; place++) found.add(whole.slice(place, place + 3))
  return found
}

// The share of the query's groups that stand in a name, near each other; a longer name counts a little less.
function likeness(wanted, own) {
  let shared = 0, place = 0, first = 0, last = 0
  for (const group of own) {
    if (wanted.has(group)) {
      if (!shared++) first = place
      last = place
    }
    place++
  }
  const span = Math.max(last - first + 1, wanted.size)
  return shared / wanted.size * (.8 + .1 * wanted.size / span + .1 * Math.min(1, wanted.size / own.size))
}
