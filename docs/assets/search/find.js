// The first way to search: pages in which all words of the query stand, as they are written. Titles count before texts.
"use strict"

const LATIN = /[a-z0-9]/
const ENDINGS = /(?:ing|ies|ed|es|s|y|e)$/
// How much a hit on a page of this kind counts, and in a section that repeats what stands elsewhere; else, 1.
const KINDS = {procedures: 1.15, jobs: 1.1, "procedures/": .9, rules: .7, "rules/": .7, "notes/": .5, "measurements/": .5}
const REPEATING = new Set(["document-sections", "document-references", "references", "related", "source", "flowchart"])
const PAGE = 1.15
const SMALL = " (?:(?:a|an|and|at|by|for|in|of|on|or|the|to) ){0,2}"

const weight = ({anchor}) => !anchor ? PAGE : REPEATING.has(anchor) ? .5 : 1

// Where a needle stands. Latin words are found from their beginning: no "art" in "department".
function indexOf(text, needle, from = 0) {
  let place = text.indexOf(needle, from)
  if (LATIN.test(needle[0])) while (place > 0 && LATIN.test(text[place - 1])) place = text.indexOf(needle, place + 1)
  return place
}

const holds = (text, needle) => indexOf(text, needle) >= 0
const holdsAny = (text, needles) => needles.some(needle => indexOf(text, needle) >= 0)

function stem(word) {
  return word.length > 4 && /^[a-z]+$/.test(word) ? word.replace(ENDINGS, "") : word
}

// A query: `phrases` say all of it, `words` are its parts. Of either, names that mean the same stand beside each other.
function readQuery(query, abbreviations) {
  // Often typed in two strokes: the two signs of sara am, sara e twice for sara ae.
  const typed = query.replace(/\u0e4d\u0e32/g, "\u0e33").replace(/\u0e40\u0e40/g, "\u0e41").replace(/["+*~^]/g, " ").trim()
  const phrase = fold(typed)
  if (!phrase) return null
  const whole = abbreviations.filter(pair => pair.some(name => isName(phrase, name)))
  if (whole.length) {
    const names = [...new Set(whole.flat())]
    return makeQuery(names, [names])
  }
  let rest = ` ${typed.split(/\s+/).map(word => fold(word)).join(" ")} `
  const words = []
  for (const [short, full] of abbreviations) {
    const place = rest.indexOf(full), end = place + full.length
    if (place < 0 || (LATIN.test(full) && LATIN.test(rest[end]))) continue
    words.push([full, short])
    rest = `${rest.slice(0, place)} ${rest.slice(end)}`
  }
  const parts = rest.split(" ").filter(Boolean), telling = parts.filter(word => !EMPTY.has(word))
  const isQuestion = telling.length < parts.length && telling.length + words.length > 1
  for (const word of isQuestion ? telling : parts) {
    const pairs = abbreviations.filter(([short]) => isName(word, short))
    words.push(pairs.length ? pairs.flat() : [stem(word)])
  }
  return {...makeQuery([phrase], words), ...(isQuestion ? {pattern: null} : {})}
}

// English words side by side count as the phrase whatever their endings, and with small words between them; not in a
// question, whose words are not chosen so carefully.
function makeQuery(phrases, words) {
  const plain = words.length > 1 && words.every(names => names.length === 1 && /^[a-z0-9]+$/.test(names[0]))
  return {phrases, words, pattern: plain ? new RegExp(`(?<![a-z0-9])${words.join(`[a-z]*${SMALL}`)}`) : null}
}

const hasPhrase = (text, {phrases, pattern}) => holdsAny(text, phrases) || (pattern !== null && pattern.test(text))

// The query by the titles of what it is another name of.
function renameQuery({phrases}, titlesByName) {
  const names = [...new Set([...phrases, ...phrases.flatMap(phrase => titlesByName.get(phrase) || [])])]
  return names.length > phrases.length ? makeQuery(names, [names]) : null
}

// The dots of an abbreviation are often left out.
const isName = (text, name) => text === name || text.replace(/\./g, "") === name.replace(/\./g, "")

// The same, parted into the words of which Thai phrases are made.
function partQuery({phrases, words}) {
  const parts = words.flatMap(names => names.length > 1 ? [names] : wordsOf(unfold(names[0])).map(word => fold(word)).filter(word => word && !EMPTY.has(word)).map(word => [word]))
  return parts.length > words.length ? makeQuery(phrases, parts) : null
}

// All pages with all words, best first.
function findPages(pages, query, score = scorePage) {
  return pages.map(page => score(page, query)).filter(Boolean).sort((one, other) => other.score - one.score)
}

function scorePage(page, query) {
  if (!query.words.every(word => page.sections.some(({folded}) => holdsAny(folded.all, word)))) return null
  const hits = []
  for (const section of page.sections) {
    const held = query.words.filter(word => holdsAny(section.folded.all, word)).length
    const score = held && scoreSection(section, query, held)
    if (score) hits.push({section, score: score * weight(section)})
  }
  return makeResult(page, hits, query.words.flat(), {
    whole: hits.some(({section: {folded}}) => hasPhrase(folded.all, query)),
    exact: hits.some(({section}) => isAbout(section, query)),
  })
}

// Only by titles, which hold the words in another order or with others between them.
function scoreTitles(page, query) {
  const hits = page.sections.filter(({folded}) => query.words.every(word => holdsAny(folded.title, word)))
    .map(section => ({section, score: scoreSection(section, query, query.words.length) * weight(section)}))
  return hits.length ? makeResult(page, hits, query.words.flat()) : null
}

// Whether the section answers the query as it is typed, by its title, its text or one of its names.
function isAbout({folded: {title, texts, names}}, query) {
  return hasPhrase(title, query) || hasPhrase(texts, query) || query.phrases.some(phrase => isLine(names, phrase))
}

const isLine = (text, line) => `\n${text}\n`.includes(`\n${line}\n`)

function makeResult(page, hits, words, more) {
  hits.sort((one, other) => other.score - one.score)
  const [best, ...rest] = hits
  const sum = rest.reduce((total, {score}) => total + score, 0)
  return {page, hits, words, best: best.score, score: (best.score + Math.log1p(sum) / 2) * (KINDS[page.kind] || 1), ...more}
}

// `held` words of the query stand in the section.
function scoreSection({folded}, query, held) {
  const {phrases, words} = query
  const {title, titles, texts, asides, names} = folded
  const all = text => words.every(word => holdsAny(text, word))
  const share = (phrases.find(phrase => holds(title, phrase)) || words.map(([word]) => word).join(" ")).length / title.length
  let score = 0
  if (phrases.some(phrase => titles.includes(phrase))) score = 110
  else if (hasPhrase(title, query)) score = 60 + 30 * share + (phrases.some(phrase => title.startsWith(phrase)) ? 12 : 0)
  else if (all(title)) score = 40 + 25 * Math.min(1, share)
  else if (phrases.some(phrase => isLine(names, phrase))) score = 85
  else if (hasPhrase(names, query)) score = 30
  if (held < words.length) return held / words.length * 3
  if (hasPhrase(texts, query)) return score + 20
  if (all(texts)) return score + 14
  if (hasPhrase(asides, query)) return score + 11
  return score + 10
}

// By the titles in the other language.
function scoreForeign(page, {phrases: [phrase], words}) {
  const hits = page.sections.filter(({folded}) => words.every(word => holdsAny(folded.foreign, word)))
    .map(section => ({section, score: 20 + 30 * phrase.length / section.folded.foreign.length}))
  return hits.length ? makeResult(page, hits, words.flat()) : null
}
