// Boxes to tick, kept in the browser: the checklists of procedures and the items of learning paths. The pages can be read
// without them. What belongs to one kind of page listens for "ticked" and asks `tools.ticks`.
(function () {
  const { kept, fill, printOnly } = khumue
  const tools = document.querySelector("[data-ticks]")
  if (!tools) return
  const name = tools.dataset.ticks
  const said = tools.querySelector("[role=status]")
  const clear = tools.querySelector("[data-do=clear]")
  const boxes = [...document.querySelectorAll(".checklist > li")].map(addBox)
  let cleared = []

  function addBox (item, number) {
    const words = item.querySelector(".item a") ?? item.querySelector(".item")
    words.id ||= `tick-${number}`
    const box = document.createElement("input")
    box.type = "checkbox"
    box.value = item.id
    box.setAttribute("aria-labelledby", words.id)
    box.addEventListener("change", () => { cleared = []; tell() })
    item.prepend(box)
    return box
  }
  function ticked () { return boxes.filter(box => box.checked).map(box => box.value) }
  function tick (ids) { for (const box of boxes) box.checked = ids.includes(box.value) }
  function load () {
    tick(kept.read(name, []))
    tell()
  }
  function tell () {
    const holds = kept.write(name, ticked()), done = ticked().length
    said.textContent = fill(tools.dataset.count, {done, all: boxes.length}) + (holds ? "" : ` · ${tools.dataset.lost}`)
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
  tools.querySelector("[data-do=print]").addEventListener("click", () => printOnly(tools.dataset.prints ?? "print-checklist"))

  if (!boxes.length) return tools.remove()
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
  kept.follow(name, load)
  load()
})()
