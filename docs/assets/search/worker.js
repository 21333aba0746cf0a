// The search, in a thread of its own. It speaks the protocol of the theme's search worker: setup, ready, query, result.
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const MOST_PAGES = 200
const MOST_WITH_SECTIONS = 20
const FEW = 5
const SCREENFUL = 10
const IN_TITLE = 40

const files = {}
const base = typeof document === "undefined" ? self.location : document.querySelector("script[src]").src
let pages, abbreviations, titlesByName = new Map(), wordIndex, nameIndex, last = null, complete = null, isOpen = false

// The files of the search hand over their value by calling this.
function searchFile(name, packed) { files[name] = unpack(packed) }

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return JSON.parse(new TextDecoder("windows-874").decode(await new Response(stream).arrayBuffer()))
}

async function load(name) {
  await importScripts(new URL(`${name}.js`, base))
  return files[name]
}

// A download that failed is tried again with the next query.
let opening = null
function open() {
  opening = opening || load("index").then(index => {
    pages = readPages(index.pages)
    // Longer names first: some begin with another one.
    abbreviations = index.abbreviations.map(pair => pair.map(name => fold(name))).sort((one, other) => other[1].length - one[1].length)
  }).catch(error => { opening = null; throw error })
  return opening
}

// Everything that the first file has no room for; then the words of all texts, for queries that are sentences.
function openMore() {
  complete = complete || load("more").then(async more => {
    await importScripts(new URL("minisearch.js", base))
    readMore(pages, more)
    titlesByName = readNames(pages)
    isOpen = true
  }).catch(error => { complete = null; throw error })
  return complete
}

async function search(text) {
  await open()
  const query = readQuery(text, abbreviations)
  if (!query) return {items: [], suggest: []}
  let results = findStrictly(query)
  if (!isAnswer(results) && !isOpen) {
    await openMore()
    results = findStrictly(query)
  }
  if (!isAnswer(results)) results = together(findOtherwise(query, text, results), results)
  return {items: results.slice(0, MOST_PAGES).map((result, place) => showPage(result, place < MOST_WITH_SECTIONS ? LISTED : 1)), suggest: suggest(text, results)}
}

const isAnswer = results => results.some(({exact}) => exact)

// The words as they are typed; where some pages have them side by side, not those where they only stand somewhere. Where
// few pages have them, titles with the words of which Thai phrases are made, too.
function findStrictly(query) {
  let results = findPages(pages, query)
  if (isAnswer(results)) {
    const whole = results.filter(({whole}) => whole)
    results = whole.length >= FEW ? whole : results.filter(({whole, best}) => whole || best >= IN_TITLE)
  }
  if (results.length >= SCREENFUL) return results
  const renamed = results.length < FEW ? renameQuery(query, titlesByName) : null, parted = partQuery(query)
  const more = together(renamed ? findPages(pages, renamed, scoreNamed) : [], parted ? findPages(pages, parted, scoreTitles) : [])
  return together(more, results).sort((one, other) => other.score - one.score)
}

function findOtherwise(query, text, results) {
  const foreign = findPages(pages, query, scoreForeign)
  if (foreign.length) return foreign
  const loose = findLoosely(pages, query)
  if (loose.length) return loose
  wordIndex = wordIndex || new WordIndex(pages)
  nameIndex = nameIndex || new NameIndex(pages)
  const corrected = wordIndex.correct(query)
  if (corrected) return together(findStrictly(corrected), wordIndex.find(corrected.phrases[0]))
  const inTitles = results.filter(({best}) => best >= IN_TITLE)
  return together(inTitles, blend(nameIndex.find(query), wordIndex.find(text)))
}

const together = (results, others) => [...results, ...others.filter(({page}) => !results.some(result => result.page === page))]

// Two rankings as one: where both have a page, it counts twice.
function blend(...rankings) {
  const blended = new Map()
  for (const results of rankings) {
    for (const result of results) {
      const {score} = blended.get(result.page) || {score: 0}
      blended.set(result.page, {...result, ...blended.get(result.page), score: score + result.score / results[0].score})
    }
  }
  return [...blended.values()].sort((one, other) => other.score - one.score)
}

const answer = (type, data) => self.postMessage({type, data})

self.addEventListener("message", async ({data: {type, data}}) => {
  if (type === SETUP) return answer(READY)
  if (type !== QUERY) throw new TypeError(`The search does not know a message of type ${type}`)
  last = data
  await new Promise(resolve => setTimeout(resolve)) // who types fast asks for what they have typed last
  if (last !== data) return undefined
  if (!data.trim()) return answer(RESULT, {items: [], suggest: []})
  const first = await search(data)
  if (last === data) answer(RESULT, first)
  if (complete) return undefined
  await openMore()
  const full = await search(last)
  return last.trim() && addresses(full) !== addresses(first) ? answer(RESULT, full) : undefined
})

const addresses = ({items}) => items.map(([item]) => item.location).join(" ")
