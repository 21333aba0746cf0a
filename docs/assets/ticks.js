// Boxes to tick, kept in the browser: the checklists of procedures and the items of learning paths. The pages can be read
// without them. What belongs to one kind of page listens for "ticked" and asks `tools.ticks`.
(function () {
  const tools = document.querySelector("[data-ticks]")
  if (!tools) return
  const key = `khumue:${tools.dataset.ticks}`
  const said = tools.querySelector("[role=status]")
  const clear = tools.querySelector("[data-do=clear]")
  const boxes = [...document.querySelectorAll(".checklist > li")].map(addBox)
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
  function ticked () { return boxes.filter(box => box.checked).map(box => box.value) }
  function tick (ids) { for (const box of boxes) box.checked = ids.includes(box.value) }
  function tell () {
    const kept = keep(), done = ticked().length
    said.textContent = tools.dataset.count.replace("{done}", done).replace("{all}", boxes.length) +
      (kept ? "" : ` · ${tools.dataset.lost}`)
    clear.disabled = !done && !cleared.length
    clear.textContent = cleared.length ? clear.dataset.undo : clear.dataset.clear
    tools.dispatchEvent(new Event("ticked"))
  }

  clear.dataset.clear = clear.textContent
  clear.addEventListener("click", () => {
    const before = cleared
    cleared = before.length ? [] : ticked()
    tick(before)
    tell()
  })
  tools.querySelector("[data-do=print]").addEventListener("click", () => {
    const only = tools.dataset.prints ?? "print-checklist"
    document.documentElement.classList.add(only)
    print()
    document.documentElement.classList.remove(only)
  })
  addEventListener("storage", event => { if (event.key === key) { tick(load()); tell() } })

  if (!boxes.length) return
  tools.ticks = {
    ids: boxes.map(box => box.value),
    ticked,
    add (ids) {
      cleared = []
      tick([...ticked(), ...ids])
      tell()
    },
  }
  document.documentElement.classList.add("can-tick")
  tools.hidden = false
  tick(load())
  tell()
})()
