// The stops of a tour are pages; a swipe or an arrow key follows the link to the next.
const farEnough = 60

class Tour extends HTMLElement {
  #from: { x: number; y: number; id: number } | null = null

  connectedCallback(): void {
    document.addEventListener('keydown', this.#pressed)
    this.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'mouse') return
      this.#from = { x: event.clientX, y: event.clientY, id: event.pointerId }
    })
    this.addEventListener('pointerup', (event) => {
      const from = this.#from
      this.#from = null
      if (from?.id !== event.pointerId) return
      const across = event.clientX - from.x
      if (Math.abs(across) < farEnough || Math.abs(event.clientY - from.y) > Math.abs(across) / 2)
        return
      this.#go(across < 0 ? 'next' : 'prev')
    })
    this.addEventListener('pointercancel', () => {
      this.#from = null
    })
    const next = this.querySelector<HTMLAnchorElement>('a[rel=next]')
    if (next) prefetch(next.href)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#pressed)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest('input, textarea, select'))
      return
    if (event.key === 'ArrowRight') this.#go('next')
    if (event.key === 'ArrowLeft') this.#go('prev')
  }

  #go(where: 'next' | 'prev'): void {
    this.querySelector<HTMLAnchorElement>(`a[rel=${where}]`)?.click()
  }
}

function prefetch(href: string): void {
  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.href = href
  document.head.append(link)
}

customElements.define('weft-tour', Tour)
