// A scanned picture that is made larger, turned and moved while one types beside it. Without it the picture is whole, and a
// link opens it by itself; a PDF keeps the browser's own reader.
class ScanView extends HTMLElement {
  #zoom = 1
  #turn = 0

  connectedCallback(): void {
    const image = this.querySelector('img')
    const bar = this.querySelector<HTMLElement>('.scan-tools')
    const frame = this.querySelector<HTMLElement>('.scan-frame')
    if (!image || !bar || !frame) return
    bar.hidden = false
    frame.tabIndex = 0
    const act = (name: string) => {
      if (name === 'in') this.#zoom = Math.min(6, this.#zoom * 1.25)
      if (name === 'out') this.#zoom = Math.max(1, this.#zoom / 1.25)
      if (name === 'fit') [this.#zoom, this.#turn] = [1, 0]
      if (name === 'turn') this.#turn = (this.#turn + 90) % 360
      this.#show(image, frame)
    }
    bar.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button')
      if (button) act(button.value)
    })
    frame.addEventListener('keydown', (event) => {
      const name = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit', r: 'turn' }[event.key]
      if (!name || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      act(name)
    })
    drag(frame)
    image.addEventListener('load', () => this.#show(image, frame))
    this.#show(image, frame)
  }

  /** Sizes the picture and its room, so that what is turned or larger than its frame can be reached by scrolling. */
  #show(image: HTMLImageElement, frame: HTMLElement): void {
    const width = frame.clientWidth * this.#zoom
    const ratio = image.naturalWidth > 0 ? image.naturalHeight / image.naturalWidth : 1
    const lies = this.#turn % 180 !== 0
    const own = lies ? width / ratio : width
    const room = image.parentElement!
    image.style.width = `${own}px`
    image.style.height = `${own * ratio}px`
    room.style.width = `${width}px`
    room.style.height = `${lies ? own : own * ratio}px`
    image.style.transform = `translate(-50%, -50%) rotate(${this.#turn}deg)`
    this.dataset['larger'] = String(this.#zoom > 1)
  }
}

/** Moves what a frame shows with the pointer; a finger scrolls it by itself. */
function drag(frame: HTMLElement): void {
  let from: { x: number; y: number; left: number; top: number } | null = null
  frame.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop }
    frame.setPointerCapture(event.pointerId)
  })
  frame.addEventListener('pointermove', (event) => {
    if (!from) return
    frame.scrollLeft = from.left - (event.clientX - from.x)
    frame.scrollTop = from.top - (event.clientY - from.y)
  })
  for (const name of ['pointerup', 'pointercancel']) {
    frame.addEventListener(name, () => {
      from = null
    })
  }
}

customElements.define('weft-scan', ScanView)
