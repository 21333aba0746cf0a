// What makes the page of a procedure a tool: a checklist to tick, and a word when its data are old. The page can be
// read without it.
(function () {
  const today = new Date().toISOString().slice(0, 10)
  for (const notice of document.querySelectorAll("[data-due]")) notice.hidden = notice.dataset.due > today

  // The chart beside the steps shows which step is being read.
  const chart = document.querySelector(".flow-fig:has(+ .along)")
  const boxes = new Map([...chart?.querySelectorAll("a[href^='#step-']") ?? []].map(box => [box.getAttribute("href"), box]))
  const reading = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const box = boxes.get(`#${target.querySelector("[id^=step-]").id}`)
      if (!box || !isIntersecting) continue
      for (const other of boxes.values()) other.removeAttribute("aria-current")
      box.setAttribute("aria-current", "step")
      const at = box.getBoundingClientRect(), frame = chart.getBoundingClientRect()
      chart.scrollTop += at.top + at.height / 2 - frame.top - frame.height / 2
    }
  }, { rootMargin: "-20% 0px -75%" })
  for (const step of document.querySelectorAll(".along .step")) reading.observe(step)

  const tools = document.querySelector("[data-ticks]")
  if (!tools) return
  const key = `khumue:${tools.dataset.ticks}`
  const said = tools.querySelector("[role=status]")
  const clear = tools.querySelector("[data-do=clear]")
  const ticks = [...document.querySelectorAll(".checklist > li")].map(addBox)
  let cleared = []

  // Storage may be blocked or full: ticks then hold as long as the page is open, and the reader is told.
  function load () {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "[]")
      return Array.isArray(kept) ? kept : []
    } catch { return [] }
  }
  function keep () {
    try {
      localStorage.setItem(key, JSON.stringify(ticked()))
      return true
    } catch { return false }
  }

  function addBox (item, number) {
    const name = item.querySelector(".item a") ?? item.querySelector(".item")
    name.id ||= `tick-${number}`
    const box = document.createElement("input")
    box.type = "checkbox"
    box.value = item.id
    box.setAttribute("aria-labelledby", name.id)
    box.addEventListener("change", () => { cleared = []; tell() })
    item.prepend(box)
    return box
  }
  function ticked () { return ticks.filter(box => box.checked).map(box => box.value) }
  function tick (ids) { for (const box of ticks) box.checked = ids.includes(box.value) }
  function tell () {
    const kept = keep(), done = ticked().length
    said.textContent = tools.dataset.count.replace("{done}", done).replace("{all}", ticks.length) +
      (kept ? "" : ` · ${tools.dataset.lost}`)
    clear.disabled = !done && !cleared.length
    clear.textContent = cleared.length ? clear.dataset.undo : clear.dataset.clear
  }

  clear.dataset.clear = clear.textContent
  clear.addEventListener("click", () => {
    const before = cleared
    cleared = before.length ? [] : ticked()
    tick(before)
    tell()
  })
  tools.querySelector("[data-do=print]").addEventListener("click", () => {
    document.documentElement.classList.add("print-checklist")
    print()
    document.documentElement.classList.remove("print-checklist")
  })
  addEventListener("storage", event => { if (event.key === key) { tick(load()); tell() } })

  if (!ticks.length) return
  document.documentElement.classList.add("can-tick")
  tools.hidden = false
  tick(load())
  tell()
})()
