// The pages as the search knows them: their sections with title, texts, remarks, other names and foreign title, folded.
"use strict"

const NUMBER = /^\d+\. /
const BRACKETS = / ?[()]/

function readPages(index) {
  const strings = new Strings()
  return index.map(([url, office, sections]) => {
    const page = {url, office, kind: kindOf(url), sections: []}
    page.sections = sections.map(([anchor, title, ...texts]) => {
      const names = Array.isArray(texts[texts.length - 1]) ? texts.pop() : []
      const section = {page, anchor, title: strings.get(title), texts: strings.all(texts), names: strings.all(names), asides: [], foreign: []}
      const bare = section.title.replace(NUMBER, "")
      section.folded = {title: fold(bare), titles: [bare, ...bare.split(BRACKETS)].map(text => fold(text))}
      return foldTexts(section)
    })
    return page
  })
}

// What the second file has: further texts, remarks, other names, the title in the other language.
function readMore(pages, more) {
  const strings = new Strings()
  for (const [page, place, ...lists] of more) {
    const [texts, asides, names, foreign] = lists.map(list => strings.all(list))
    const section = pages[page].sections[place]
    section.texts.push(...texts)
    section.names.push(...names)
    foldTexts(Object.assign(section, {asides, foreign}))
  }
}

// What has other names: its titles by each of them.
function readNames(pages) {
  const titles = new Map()
  for (const {sections} of pages) {
    for (const {folded} of sections) {
      for (const name of folded.names.split("\n")) if (name) titles.set(name, [...titles.get(name) || [], folded.title])
    }
  }
  return titles
}

// Folded, each text is a line. `all` is what a page of its own language says.
function foldTexts(section) {
  const {folded} = section
  for (const kind of ["texts", "asides", "names", "foreign"]) folded[kind] = section[kind].map(text => fold(text)).join("\n")
  folded.all = [folded.title, folded.texts, folded.names, folded.asides].join("\n")
  return section
}

function kindOf(url) {
  const [first, ...rest] = url.split("/")
  return rest.length > 1 ? first : `${first}/`
}

// The second time, a string is only the number of the first one.
class Strings {
  constructor() { this.list = [] }

  get(text) {
    if (typeof text === "number") return this.list[text]
    this.list.push(text)
    return text
  }

  all(texts) { return texts.map(text => this.get(text)) }
}
