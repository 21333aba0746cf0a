// Learning paths: how far each stage and each path is, and progress as a file to take along or to hand in. The pages can
// be read and printed without it.
(function () {
  const FORMAT = "khumue-progress", VERSION = 1, LARGEST = 100_000
  const { kept, fill } = khumue

  // The overview: how much of each path is done.
  for (const line of document.querySelectorAll("[data-progress]")) {
    const items = line.dataset.items.trim().split(" ")
    const ticked = kept.read(`learn/${line.dataset.progress}`, [])
    const done = items.filter(item => ticked.includes(item)).length
    line.textContent = fill(line.dataset.count, {done, all: items.length})
    line.hidden = !done
  }

  const tools = document.querySelector("[data-ticks^='learn/']")
  if (!tools?.ticks) return
  const ticks = tools.ticks
  const save = tools.querySelector("[data-do=export]")
  const said = tools.querySelector(".file-said")

  function show () {
    const done = ticks.ticked()
    tools.querySelector("progress").value = done.length
    for (const stage of document.querySelectorAll("[data-stage]")) {
      const items = document.querySelector(`#${stage.dataset.stage} ~ .path`).children
      const own = [...items].filter(item => done.includes(item.id))
      stage.textContent = `· ${fill(tools.dataset.count, {done: own.length, all: items.length})}`
    }
  }
  tools.addEventListener("ticked", show)
  show()

  save.addEventListener("click", () => {
    const now = new Date(), thai = document.documentElement.lang === "th"
    const day = [now.getMonth() + 1, now.getDate()].map(number => String(number).padStart(2, "0"))
    const date = [now.getFullYear(), ...day].join("-")
    const progress = {format: FORMAT, version: VERSION, path: save.dataset.path, date, ticked: ticks.ticked()}
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([JSON.stringify(progress, null, 2) + "\n"], {type: "application/json"}))
    link.download = `${save.dataset.name}-${[now.getFullYear() + (thai ? 543 : 0), ...day].join("-")}.json`.replaceAll(" ", "-")
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  })

  const choose = Object.assign(document.createElement("input"), {type: "file", accept: ".json,application/json"})
  tools.querySelector("[data-do=import]").addEventListener("click", () => choose.click())
  choose.addEventListener("change", async () => {
    const [file] = choose.files
    if (!file) return
    const text = file.size > LARGEST ? "" : await file.text().catch(() => "")
    said.textContent = take(text)
    choose.value = "" // the same file may be chosen again
  })

  // Ticks are added to those that are there: none is lost. Returns what was taken and what was not, or why nothing was.
  function take (text) {
    let progress
    try { progress = JSON.parse(text) } catch { return said.dataset.broken }
    if (progress?.format !== FORMAT) return said.dataset.format
    if (progress.version !== VERSION) return fill(said.dataset.version, {version: String(progress.version).slice(0, 20)})
    if (progress.path !== save.dataset.path) return fill(said.dataset.other, {path: String(progress.path).slice(0, 60)})
    if (!Array.isArray(progress.ticked)) return said.dataset.broken
    const known = new Set(progress.ticked.filter(id => ticks.ids.includes(id)))
    const left = new Set(progress.ticked).size - known.size
    ticks.add([...known])
    return fill(left ? said.dataset.partly : said.dataset.taken, {taken: known.size, left})
  }
})()
