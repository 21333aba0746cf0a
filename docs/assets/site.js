// Small helpers: the site can be read without them.
(function () {
  const find = selector => document.querySelector(selector)
  const query = find("[data-md-component=search-query]")

  // The language switch keeps the place in the page: anchors are the same in both languages.
  for (const link of document.querySelectorAll(".language-switch")) {
    link.addEventListener("click", () => { link.hash = location.hash })
  }

  // The theme opens its menu and its search with hidden checkboxes; these buttons work them and lead the focus.
  function control (name, goTo) {
    const box = document.getElementById(name)
    const button = find(`[data-opens=${name}]`)
    button.addEventListener("click", () => {
      box.click()
      if (box.checked) goTo().focus()
    })
    box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked))
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return
      if (box.checked) box.click()
      document.activeElement.blur() // where there is room, the button is hidden and cannot take the focus
      button.focus()
    })
  }
  control("__drawer", () => find(".site-nav [aria-current]") || find(".site-nav a"))
  control("__search", () => query)

  // The theme searches when keys go down and up. Pasting, dictating and many phone keyboards type without keys.
  query.addEventListener("input", () => { for (const type of ["keydown", "keyup"]) query.dispatchEvent(new KeyboardEvent(type)) })

  // What the search has to download comes when somebody is about to search, not with every page.
  query.addEventListener("focus", () => {
    const worker = new URL(JSON.parse(find("#__config").textContent).search, location)
    document.head.append(Object.assign(document.createElement("link"), {rel: "prefetch", href: new URL("index.js", worker)}))
  }, {once: true})

  // A link to something that is folded away, or to the heading above it, unfolds it.
  function unfold () {
    const target = khumue.target()
    if (!target) return
    for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true
    for (const inside of target.querySelectorAll(":scope > details")) inside.open = true
    if (!/^H[1-6]$/.test(target.tagName)) return
    for (let next = target.nextElementSibling; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) {
      if (next.matches("details")) next.open = true
    }
  }
  unfold()
  addEventListener("hashchange", unfold)

  // A table wider than its frame can be scrolled with the keyboard, and says of what it is.
  addEventListener("load", () => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const headings = [...document.querySelectorAll("h1, h2, h3")]
      const above = headings.findLast(each => each.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING)
      frame.tabIndex = 0
      frame.setAttribute("role", "region")
      frame.setAttribute("aria-label", above.textContent)
    }
  })

  // On paper, say where the page was printed from, and show what is folded away.
  addEventListener("beforeprint", () => {
    const address = find(".print-address")
    address.hidden = false
    address.textContent = location.href
    for (const details of document.querySelectorAll("details:not([open])")) details.open = true
  })
})()
