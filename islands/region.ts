// Draws the part of a picture that a stop shows; the numbers under it are what is sent.
const sides = ['x', 'y', 'width', 'height'] as const

class Region extends HTMLElement {
  connectedCallback(): void {
    const picture = this.querySelector<SVGSVGElement>('svg')
    const frame = this.querySelector<SVGRectElement>('.region-frame')
    if (!picture || !frame) return
    for (const hint of this.querySelectorAll<HTMLElement>('.hint[hidden]')) hint.hidden = false
    let from: { x: number; y: number } | null = null
    picture.addEventListener('pointerdown', (event) => {
      from = this.#placeOf(picture, event)
      picture.setPointerCapture(event.pointerId)
    })
    picture.addEventListener('pointermove', (event) => {
      if (!from) return
      const now = this.#placeOf(picture, event)
      this.#set(frame, {
        x: Math.min(from.x, now.x),
        y: Math.min(from.y, now.y),
        width: Math.abs(now.x - from.x),
        height: Math.abs(now.y - from.y),
      })
    })
    for (const name of ['pointerup', 'pointercancel'] as const) {
      picture.addEventListener(name, () => {
        from = null
      })
    }
    this.addEventListener('input', () => {
      for (const side of sides) frame.setAttribute(side, this.#box(side)?.value || '0')
    })
  }

  #placeOf(picture: SVGSVGElement, event: PointerEvent): { x: number; y: number } {
    const box = picture.getBoundingClientRect()
    const width = Number(this.dataset['width'])
    const height = Number(this.dataset['height'])
    const inside = (part: number, whole: number) =>
      Math.round(Math.min(1, Math.max(0, part)) * whole)
    return {
      x: inside((event.clientX - box.left) / box.width, width),
      y: inside((event.clientY - box.top) / box.height, height),
    }
  }

  #set(frame: SVGRectElement, region: Record<(typeof sides)[number], number>): void {
    for (const side of sides) {
      frame.setAttribute(side, String(region[side]))
      const box = this.#box(side)
      if (box) box.value = String(region[side])
    }
  }

  #box(side: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name=${side}]`)
  }
}

customElements.define('weft-region', Region)
