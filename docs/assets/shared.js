// What several scripts of the site use.
const khumue = {
  // What readers tick and answer is kept in this browser for both languages. Storage may be blocked, full or hold what
  // another version wrote: then there is nothing, and what is done holds as long as the page is open.
  kept: {
    // What is kept by this name, if it is of the same kind as `empty`.
    read (name, empty) {
      try {
        const value = JSON.parse(localStorage.getItem(`khumue:${name}`))
        return value && value.constructor === empty.constructor ? value : empty
      } catch { return empty }
    },
    // Whether it could be kept.
    write (name, value) {
      try {
        localStorage.setItem(`khumue:${name}`, JSON.stringify(value))
        return true
      } catch { return false }
    },
    // Calls when the same page in another window has kept something else.
    follow (name, call) { addEventListener("storage", event => { if (event.key === `khumue:${name}`) call() }) },
  },

  // Words of the page with their {names} filled in.
  fill (words, values) { return words.replace(/\{(\w+)\}/g, (_, name) => values[name]) },

  // Prints one part of the page: the style sheet shows what belongs to this class.
  printOnly (part) {
    document.documentElement.classList.add(part)
    print()
    document.documentElement.classList.remove(part)
  },

  // The element that the address leads to, if it names one. What follows # may be anything.
  target () {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))) } catch { return null }
  },
}
