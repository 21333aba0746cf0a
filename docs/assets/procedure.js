// What makes the page of a procedure a tool: the chart shows the step being read, and a word says when its data are old.
// The page can be read without it.
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
})()
