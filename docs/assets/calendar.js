// The fiscal-year calendar: this month marked, one post's entries shown, the year on one sheet. The page can be read
// without it.
(function () {
  const tools = document.querySelector(".calendar-tools")
  if (!tools) return
  const { fill, printOnly } = khumue
  const find = selector => [...document.querySelectorAll(selector)]
  const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
  const BE_MINUS_CE = 543, OCTOBER = 9
  const today = new Date(), month = today.getMonth()
  const choice = tools.querySelector("select"), said = tools.querySelector("[role=status]")

  for (const mark of find(`[data-month=${MONTHS[month]}]`)) {
    mark.classList.add("this-month")
    mark.removeAttribute("hidden")
  }

  // Not `.hash`, which would write out the address of now, without a post that is chosen later.
  tools.querySelector(".second").setAttribute("href", `#month-${MONTHS[month]}`)

  function show () {
    const post = choice.value
    for (const each of find("[data-roles]")) each.toggleAttribute("hidden", post !== "" && !each.dataset.roles.split(" ").includes(post))
    for (const word of find(".nothing")) {
      let filled = false
      for (let list = word.nextElementSibling; list?.tagName === "UL"; list = list.nextElementSibling) filled ||= list.querySelector(":scope > li:not([hidden])") !== null
      word.hidden = filled
    }
    for (const box of find(".quarterly")) box.hidden = !box.querySelector("li:not([hidden])")
    const all = find("[data-counts]")
    said.textContent = fill(tools.dataset.count, {shown: all.filter(each => !each.hidden).length, all: all.length})
  }

  // The choice stands in the address, so that it can be shared, and goes along to the other language.
  function keep () {
    const here = new URL(location)
    if (choice.value) here.searchParams.set("post", choice.value)
    else here.searchParams.delete("post")
    try { history.replaceState(null, "", here) } catch {} // a page opened from a folder may not change its address
    for (const link of find(".language-switch")) link.search = here.search
  }

  // An entry that the choice hides is brought back when a link leads to it.
  function reach () {
    const target = khumue.target()
    if (!target?.hidden) return
    choice.value = ""
    show()
    keep()
    target.scrollIntoView()
  }

  choice.value = new URLSearchParams(location.search).get("post") ?? ""
  if (choice.selectedIndex < 0) choice.value = ""
  choice.addEventListener("change", () => { show(); keep() })
  addEventListener("hashchange", reach)
  tools.querySelector("[data-do=print]").addEventListener("click", () => {
    const sheet = document.querySelector(".year-sheet")
    const year = today.getFullYear() + BE_MINUS_CE + (month >= OCTOBER)
    sheet.querySelector("strong").textContent = fill(sheet.dataset.year, {year})
    sheet.querySelector("span").textContent = choice.selectedOptions[0].textContent
    printOnly("print-year")
  })
  tools.hidden = false
  show()
  keep()
  reach()
})()
