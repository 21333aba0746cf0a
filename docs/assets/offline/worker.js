// A browser starts no worker for a page that was opened from a file. Here a frame, which it does open, stands in for one.
// Loaded only by the site that `make offline` builds.
if (location.protocol === "file:") {
  const folder = document.currentScript.src

  window.Worker = class extends EventTarget {
    constructor (address) {
      super()
      const script = new URL(address, location)
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.src = new URL(`frame.html${script.search}#${script}`, folder)
      this.opened = new Promise(resolve => frame.addEventListener("load", resolve))
      this.frame = frame
      addEventListener("message", event => {
        if (event.source === frame.contentWindow) this.dispatchEvent(new MessageEvent("message", {data: event.data}))
      })
      document.body.append(frame)
    }

    postMessage (message) {
      this.opened.then(() => this.frame.contentWindow.postMessage(message, "*"))
    }
  }
}
