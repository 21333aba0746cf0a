// Thai is written without spaces between words, and the theme's search finds only the beginnings of what stands between
// spaces. With a wildcard before each Thai word of the query (the theme adds one behind) it finds the word anywhere.
// Thai digits become Arabic digits, which the handbook uses. The theme's own worker then answers as usual.
const QUERY = 2 // the theme's code for a message with a query
const THAI = /[\u0e00-\u0e7f]/

addEventListener("message", event => {
  if (event.data.type === QUERY) event.data.data = rewrite(event.data.data)
})

// The theme calls a word missing unless something begins with it: true of English, not of a word inside a Thai phrase.
const send = self.postMessage.bind(self)
self.postMessage = message => {
  for (const item of (message.data?.items ?? []).flat()) {
    for (const term of Object.keys(item.terms)) if (THAI.test(term)) delete item.terms[term]
  }
  send(message)
}

importScripts(new URL(location).searchParams.get("worker"))

function rewrite(query) {
  const digits = query.replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0x0e50)
  return digits.replace(/[^\s+\-*~^:"]+/g, word => THAI.test(word) ? `*${word}` : word)
}
