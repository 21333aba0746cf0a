// Small helpers: the site can be read without them.
(function () {
  // The language switch keeps the place in the page: anchors are the same in both languages.
  for (const link of document.querySelectorAll(".language-switch")) {
    link.addEventListener("click", () => { link.hash = location.hash })
  }

  // The theme opens its menu and its search with hidden checkboxes; these buttons work them.
  for (const button of document.querySelectorAll("[data-opens]")) {
    const box = document.getElementById(button.dataset.opens)
    button.addEventListener("click", () => box.click())
    box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked))
  }

  const drawer = document.getElementById("__drawer")
  const menu = document.querySelector("[data-opens=__drawer]")
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && drawer.checked) { drawer.click(); menu.focus() }
  })

  // The theme searches when a key comes up. Pasting, dictating and many phone keyboards type without keys.
  const query = document.querySelector("[data-md-component=search-query]")
  query.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")))

  // On paper, say where the page was printed from, and show what is folded away.
  addEventListener("beforeprint", () => {
    const address = document.querySelector(".print-address")
    address.hidden = false
    address.textContent = location.href
    for (const details of document.querySelectorAll("details:not([open])")) details.open = true
  })
})()
