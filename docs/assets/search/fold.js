// Text as it is compared: without what people write in different ways. `places`, if given, receives for every character
// of the folded text its place in the original, for marking what was found.
"use strict"

// Folded, a Thai letter stands in the first 256 code points: browsers search such text many times faster.
const SHIFT = 0xd80
const THAI = /[\x81-\xdb]/
const WORD = /[\p{L}\p{N}\p{M}]/u
// Letters that sound or look alike: exchanging them is how Thai is misspelt.
const SIGNS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
const ALIKE = {"ฎ": "ฏ", "ณ": "น", "ศ": "ส", "ษ": "ส", "ซ": "ส", "ใ": "ไ", "ญ": "ย", "ฬ": "ล", "ธ": "ท", "ฒ": "ท", "ฑ": "ท", "ภ": "พ", "ๅ": "า", "ำ": "า"}

const shift = text => text.replace(/[\u0e01-\u0e5b]/g, letter => String.fromCharCode(letter.charCodeAt(0) - SHIFT))
const unfold = text => text.replace(/[\x81-\xdb]/g, letter => String.fromCharCode(letter.charCodeAt(0) + SHIFT))
const DROPPED = new Set(`${shift(SIGNS)}.`)
const LOOSE = new Map(Object.entries(ALIKE).map(pair => pair.map(shift)))

function fold(text, places) {
  let folded = "", thaiBefore = true, spaceAt = -1
  for (let place = 0; place < text.length; place++) {
    let letter = text[place]
    const code = text.charCodeAt(place)
    const thai = code >= 0xe01 && code <= 0xe5b && letter !== "ฯ"
    if (code >= 0xe50 && code <= 0xe59) letter = String.fromCharCode(code - 0xe50 + 48)
    else if (letter === ".") { if (!thaiBefore || !folded) continue }
    else if (letter === "/") { if (!/\d/.test(text[place - 1] || "") || !/\d/.test(text[place + 1] || "")) { spaceAt = place; continue } }
    else if (letter === "-" || letter === "\u2011") { if (!joins(text, place)) spaceAt = place; continue }
    else if (letter === "ฯ" || letter === "'" || letter === "’" || code === 0x200b || code === 0xad) continue
    else if (!thai && !WORD.test(letter)) { spaceAt = place; continue }
    // Thai has spaces where people feel like it, also around other scripts: there they mean nothing.
    if (spaceAt >= 0 && folded && !thaiBefore && !thai) {
      folded += " "
      if (places) places.push(spaceAt)
    }
    spaceAt = -1
    folded += thai && letter.charCodeAt(0) > SHIFT ? String.fromCharCode(code - SHIFT) : letter.toLowerCase()[0]
    if (places) places.push(place)
    thaiBefore = thai || letter === "."
  }
  return folded
}

// Without tones and vowels above and below, and with letters that sound alike as one: for queries that nothing else finds.
function foldLoosely(folded, places) {
  let loose = ""
  const kept = []
  for (let place = 0; place < folded.length; place++) {
    const letter = folded[place]
    if (DROPPED.has(letter)) continue
    loose += LOOSE.get(letter) || letter
    if (places) kept.push(places[place])
  }
  if (places) places.splice(0, places.length, ...kept)
  return loose
}

// O-NET and e-plan are one word, mid-year is two.
function joins(text, place) {
  const alone = step => /\w/.test(text[place + step] || "") && !/\w/.test(text[place + 2 * step] || "")
  return alone(-1) || alone(1)
}
