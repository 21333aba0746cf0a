// The meaning of a glossary term beside it, on hover, focus or the first tap. Without script the term leads to its
// entry. It can be dismissed with Escape and stays while the pointer is on it.
(function () {
  const tip = document.createElement("div")
  let shown = null, leaving = 0
  tip.className = "tip"
  tip.hidden = true
  tip.setAttribute("aria-hidden", "true") // a screen reader has it as the description of the term
  document.body.append(tip)

  function show (term) {
    clearTimeout(leaving)
    shown = term
    tip.textContent = document.getElementById(term.getAttribute("aria-describedby")).textContent
    tip.hidden = false
    const at = term.getClientRects()[0], page = document.documentElement
    const left = Math.min(at.left, page.clientWidth - tip.offsetWidth - 8)
    const below = at.bottom + tip.offsetHeight + 8 < innerHeight
    tip.style.left = `${Math.max(8, left) + scrollX}px`
    tip.style.top = `${(below ? at.bottom + 4 : at.top - tip.offsetHeight - 4) + scrollY}px`
  }
  function hide () { tip.hidden = true; shown = null }
  function leave () { leaving = setTimeout(hide, 200) }

  for (const term of document.querySelectorAll(".term")) {
    term.addEventListener("pointerenter", event => { if (event.pointerType !== "touch") show(term) })
    term.addEventListener("pointerleave", event => { if (event.pointerType !== "touch") leave() })
    term.addEventListener("focus", () => { if (term.matches(":focus-visible")) show(term) })
    term.addEventListener("blur", hide) // at once: it may lie over what has the focus next
    term.addEventListener("click", event => {
      if (event.pointerType !== "touch" || shown === term) return
      event.preventDefault()
      show(term)
    })
  }
  tip.addEventListener("pointerenter", () => clearTimeout(leaving))
  tip.addEventListener("pointerleave", leave)
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })
  document.addEventListener("pointerdown", event => { if (shown && event.target !== shown && event.target !== tip) hide() })
})()
