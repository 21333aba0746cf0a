// What tests/browser/test_accessible.py asks of a page, from inside it.
window.audit = (() => {
  const isThai = text => /[\u0e01-\u0e5b]/.test(text)
  const speaks = element => element.closest("[lang]").lang

  function* texts () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const {data, parentElement} = walker.currentNode
      // Names of files and programs have no language, nor have addresses.
      if (!parentElement.closest("script, style, code") && !data.startsWith("http")) yield [data, parentElement]
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) yield [element.getAttribute(name), element]
    }
  }

  // Texts in the other language that do not say so. A Thai sentence may hold an English name; four words are no name.
  function unmarked () {
    const english = text => !isThai(text) && /([A-Za-z]{2,} +){3}[A-Za-z]/.test(text)
    const [foreign, other] = document.documentElement.lang === "en" ? [isThai, "th"] : [english, "en"]
    return [...texts()].filter(([text, around]) => foreign(text) && speaks(around) !== other).map(([text]) => text)
  }

  // What is cut off with the spacing of WCAG 1.4.12. The header may: it repeats the title of the page.
  function cutOff () {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                       p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
    return [...document.querySelectorAll("body *:not(.unseen, .md-header *, .md-sidebar *)")].filter(element => (
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
      element.checkVisibility() && /hidden|clip/.test(getComputedStyle(element).overflow) &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    )).map(element => element.outerHTML.slice(0, 200))
  }

  const numbers = colour => colour.match(/[\d.]+/g).map(Number)
  const linear = part => part <= 10.31475 ? part / 3294.6 : ((part / 255 + .055) / 1.055) ** 2.4
  function brightness (colour) {
    const [red, green, blue] = numbers(colour).map(linear)
    return .2126 * red + .7152 * green + .0722 * blue
  }
  function contrast (one, other) {
    const [dark, bright] = [brightness(one), brightness(other)].sort((a, b) => a - b)
    return (bright + .05) / (dark + .05)
  }
  function ground (element) {
    const own = getComputedStyle(element).backgroundColor
    return numbers(own)[3] === 0 && element.parentElement ? ground(element.parentElement) : own
  }

  // What is wrong with what has the focus, or what kind of thing it is; nothing when the focus has left the page.
  // How boxes of a flowchart show it is tested with the flowchart's colours. The switch of colours shows it beside itself.
  let before = null
  function focus () {
    const active = document.activeElement, has = active.form?.querySelector(".md-option ~ label:not([hidden])") ?? active
    const inChart = has.closest("svg") !== null, style = getComputedStyle(has)
    if (active === document.body) return null
    const box = has.getClientRects()[0] ?? new DOMRect()
    const points = [...has.getClientRects()].flatMap(each => [.1, .5, .9].map(part => [each.x + each.width * part, each.y + each.height / 2]))
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(each => each)
    const faults = {
      unseen: !box.width || !box.height || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth,
      covered: !inChart && over.every(each => !has.contains(each) && !each.contains(has)), // 2.4.11: not wholly
      backwards: before && has.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING,
      thin: !inChart && parseFloat(style.outlineWidth) < 2,
      faint: !inChart && contrast(style.outlineColor, ground(has.parentElement)) < 3,
    }
    before = has
    return {
      faults: Object.keys(faults).filter(each => faults[each]).map(each => `${each}: ${has.outerHTML.slice(0, 160)}`),
      kind: ["nav", ".md-search", ".checklist", "svg", "summary", ".md-skip"].find(each => has.closest(each)) ?? "",
    }
  }

  // One of each kind is enough: axe needs minutes for the register of laws with all of its folds open.
  function unfold () {
    const kinds = new Set()
    for (const each of document.querySelectorAll("details")) {
      each.open ||= !kinds.has(each.className)
      kinds.add(each.className)
    }
  }

  return {unmarked, cutOff, focus, unfold}
})()
