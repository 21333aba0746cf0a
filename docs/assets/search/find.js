// The first way to search: pages in which all words of the query stand, as they are written. Titles count before texts.
"use strict"

const LATIN = /[a-z0-9]/
const ENDINGS = /(?:ing|ies|ed|es|s|y|e)$/
// How much a hit on a page of this kind counts: the work itself before what compares or explains it, then all other
// pages; those that only lead to the work, such as a path or the calendar, last.
const KINDS = {
  procedures: 1.15, jobs: 1.05, "references/": 1, "documents/": 1, "glossary/": 1, "sections/": .95, roles: .95, "roles/": .95,
  "procedures/": .9, "handovers/": .9, "notes/": .5, "measurements/": .5,
  learn: .5, "learn/": .5, "calendar/": .5, "example/": .5, "adopt/": .5,
}
const OTHER_KIND = .75
const REPEATING = new Set(["document-sections", "document-references", "references", "related", "source", "flowchart"])
const PAGE = 1.15
const SMALL = " (?:(?:a|an|and|at|by|for|in|of|on|or|the|to) ){0,2}"

const weight = ({anchor}) => !anchor ? PAGE : REPEATING.has(anchor) ? .5 : 1

// Where a needle stands. Latin words are found from their beginning: no "art" in "department".
function indexOf(text, needle, from = 0) {
  let place = text.indexOf(needle, from)
  if (place > 0 && isLatin(needle.charCodeAt(0))) while (place > 0 && isLatin(text.charCodeAt(place - 1))) place = text.indexOf(needle, place + 1)
  return place
}

const isLatin = code => (code > 47 && code < 58) || (code > 96 && code < 123)

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
    if (held === query.words.length) hits.push(scoreSection(section, query))
    else if (held) hits.push({section, score: held / query.words.length * 3 * weight(section)})
  }
  return makeResult(page, hits, query.words.flat(), {whole: hits.some(({whole}) => whole), exact: hits.some(({exact}) => exact)})
}

// Only by titles, which hold the words in another order or with others between them.
function scoreTitles(page, query) {
  const hits = page.sections.filter(({folded}) => query.words.every(word => holdsAny(folded.title, word))).map(section => scoreSection(section, query))
  return hits.length ? makeResult(page, hits, query.words.flat()) : null
}

// Only what has one of the names as its title.
function scoreNamed(page, query) {
  const hits = page.sections.filter(({folded}) => query.phrases.some(phrase => folded.titles.includes(phrase))).map(section => scoreSection(section, query))
  return hits.length ? makeResult(page, hits, query.words.flat()) : null
}

const isLine = (text, line) => text !== "" && `\n${text}\n`.includes(`\n${line}\n`)

function makeResult(page, hits, words, more) {
  hits.sort((one, other) => other.score - one.score)
  const [best, ...rest] = hits
  const sum = rest.reduce((total, {score}) => total + score, 0)
  return {page, hits, words, best: best.score, score: (best.score + Math.log1p(sum) / 2) * (KINDS[page.kind] || OTHER_KIND), ...more}
}

// A section with all words. `whole` says whether the query stands there as it is typed; `exact`, whether in the title,
// the text or as one of the names.
function scoreSection(section, query) {
  const {phrases, words} = query
  const {title, titles, texts, asides, names} = section.folded
  const all = text => words.every(word => holdsAny(text, word))
  const inTitle = hasPhrase(title, query), inTexts = hasPhrase(texts, query)
  const isNamed = phrases.some(phrase => isLine(names, phrase)), inNames = isNamed || hasPhrase(names, query)
  const inAsides = !inTexts && hasPhrase(asides, query)
  const share = (phrases.find(phrase => holds(title, phrase)) || words.map(([word]) => word).join(" ")).length / title.length
  let score = 0
  if (phrases.some(phrase => titles.includes(phrase))) score = 110
  else if (inTitle) score = 60 + 30 * share + (phrases.some(phrase => title.startsWith(phrase)) ? 12 : 0)
  else if (all(title)) score = 40 + 12.5 * (Math.min(1, share) + nearness(title, words))
  else if (isNamed) score = 85
  else if (inNames) score = 30
  if (inTexts) score += 20
  else if (all(texts)) score += 14
  else score += inAsides ? 11 : 10
  return {section, score: score * weight(section), exact: inTitle || inTexts || isNamed, whole: inTitle || inTexts || inNames || inAsides}
}

// How close together all words stand in the title, up to one.
function nearness(title, words) {
  const found = words.map(names => names.find(name => holds(title, name)))
  const places = found.map(name => indexOf(title, name))
  const from = Math.min(...places), to = Math.max(...places.map((place, at) => place + found[at].length))
  return Math.min(1, found.join("").length / (to - from))
}

// By the titles in the other language.
function scoreForeign(page, {phrases: [phrase], words}) {
  const hits = page.sections.filter(({folded}) => words.every(word => holdsAny(folded.foreign, word)))
    .map(section => ({section, score: 20 + 30 * phrase.length / section.folded.foreign.length}))
  return hits.length ? makeResult(page, hits, words.flat()) : null
}
