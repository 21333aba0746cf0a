// Results as the theme shows them: HTML with what was found marked, and how the query may go on.
"use strict"

const LENGTH = 220
const BEFORE = 50
const LISTED = 6
const SHOWN = 3
const NEARLY = .4

const escapeHtml = text => text.replace(/[&<>"]/g, sign => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"})[sign])

// Where needles stand in a text: pairs of places, in order, not overlapping.
function marksIn(text, {words, loose}) {
  const places = []
  let folded = fold(text, places)
  if (loose) folded = foldLoosely(folded, places)
  const marks = []
  for (const word of words) {
    for (let at = indexOf(folded, word); at >= 0; at = indexOf(folded, word, at + word.length)) {
      marks.push([places[at], endOfMark(text, places[at + word.length - 1] + 1)])
    }
  }
  marks.sort(([one], [other]) => one - other)
  return marks.reduce((joined, [from, to]) => {
    const last = joined[joined.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
    return joined
  }, [])
}

// A mark never parts a letter from its vowel or tone, nor an English word from its ending.
function endOfMark(text, end) {
  const more = LATIN.test((text[end - 1] || "").toLowerCase()) ? /[a-z]/i : /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/
  while (end < text.length && more.test(text[end])) end++
  return end
}

function marked(text, marks, from = 0, to = text.length) {
  let html = from > 0 ? "…" : "", at = from
  for (const [start, end] of marks) {
    if (start < at || end > to) continue
    html += `${escapeHtml(text.slice(at, start))}<mark data-md-highlight>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at, to)) + (to < text.length ? "…" : "")
}

// The text of a section in which most of the query stands, cut to what is read at a glance.
function teaser(section, result, inTitle) {
  const kinds = inTitle ? ["texts", "names"] : ["texts", "names", "asides"]
  let text = section.texts[0] || "", most = 0
  for (const kind of kinds) {
    section.folded[kind].split("\n").forEach((line, place) => {
      const folded = result.loose ? foldLoosely(line) : line
      const count = result.words.filter(word => holds(folded, word)).length
      if (count > most) [most, text] = [count, section[kind][place]]
    })
  }
  const marks = marksIn(text, result)
  const from = text.length > LENGTH && marks.length ? startNear(text, marks[0][0] - BEFORE) : 0
  return {text, marks, html: marked(text, marks, from, endNear(text, from + LENGTH))}
}

const startNear = (text, place) => place <= 0 ? 0 : Math.max(text.lastIndexOf(" ", place + BEFORE / 2), place) + 1
const endNear = (text, place) => place >= text.length ? text.length : Math.max(text.lastIndexOf(" ", place), place - BEFORE)

// One page as the theme wants it: the page first or its best sections, each with a score; lower ones are folded away.
function showPage(result, most) {
  const {page, hits, score} = result
  const [article] = page.sections
  const listed = hits.slice(0, most).map(({section, score: own}, place) => ({section, shown: place < SHOWN && own >= hits[0].score * NEARLY}))
  if (!listed.some(({section}) => section === article)) listed.push({section: article, shown: false})
  return listed.map(({section, shown}) => {
    const title = marksIn(section.title, result)
    const {text, marks, html} = teaser(section, result, title.length > 0)
    return {
      location: page.url + (section.anchor ? `#${section.anchor}` : ""),
      title: marked(section.title, title),
      text: html,
      tags: section === article && page.office ? [page.office] : undefined,
      score: shown ? score : score - 1,
      terms: termsOf(result, [[section.title, title], [text, marks]]),
    }
  })
}

// What the page is to mark when it opens, and what of the query it lacks.
function termsOf({missing = []}, texts) {
  const terms = {}
  for (const [text, marks] of texts) for (const [from, to] of marks) if (to - from > 1) terms[text.slice(from, to)] = true
  for (const word of missing) terms[word] = false
  return terms
}

// How the query goes on in the title of the best result: the theme shows it behind the cursor.
function suggest(query, results) {
  const typed = query.split(/[\s-]+/).pop(), needle = fold(query)
  if (!typed || needle.length < 2) return []
  for (const {hits} of results.slice(0, 5)) {
    for (const {section} of hits.slice(0, SHOWN)) {
      for (const text of [section.title, ...section.names]) {
        const places = [], folded = fold(text, places), at = indexOf(folded, needle)
        if (at < 0) continue
        const rest = text.slice(places[at + needle.length - 1] + 1).match(/^[^\s()]+/)
        if (rest) return [typed + rest[0]]
      }
    }
  }
  return []
}
