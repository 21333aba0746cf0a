// Questions to check oneself by. Opening an answer says whether the one that was chosen is right. What was chosen is
// kept in this browser for both languages. Without this script, questions can be read and answers opened.
(function () {
  const questions = [...document.querySelectorAll("[data-question]")]
  const words = document.querySelector("[data-yes]")?.dataset
  const load = () => khumue.kept.read("answers", {})
  const keep = (question, value) => khumue.kept.write("answers", { ...load(), [question.dataset.question]: value })

  function judge (question, chosen) {
    const right = "right" in chosen.parentElement.dataset
    question.dataset.judged = right ? "yes" : "no"
    question.querySelector("[role=status]").textContent = right ? words.yes : words.no
  }

  const kept = load()
  for (const question of questions) {
    const said = document.createElement("p")
    const answer = question.querySelector("details")
    said.setAttribute("role", "status")
    answer.before(said)
    const before = question.querySelector(`input[value="${CSS.escape(kept[question.dataset.question])}"]`)
    if (before) before.checked = true
    // Choosing alone tells nothing: with arrow keys each choice is passed on the way to the next.
    question.addEventListener("change", event => {
      answer.open = false
      delete question.dataset.judged
      said.textContent = keep(question, event.target.value) ? "" : words.lost
    })
    answer.addEventListener("toggle", () => {
      const chosen = question.querySelector("input:checked")
      if (answer.open && chosen) judge(question, chosen)
    })
  }
})()
