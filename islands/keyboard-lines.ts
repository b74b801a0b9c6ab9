// Keys for people who judge line by line all day: j k between lines, Enter opens the reasons, v the verdict, ? help.
import { isForOthers } from './keys.ts'

class KeyboardLines extends HTMLElement {
  #current = -1
  #abort = new AbortController()

  connectedCallback(): void {
    const { signal } = (this.#abort = new AbortController())
    document.addEventListener('keydown', (event) => this.#key(event), { signal })
    // Whoever comes back from a line goes on where they were. The browser looks for the address's place on its own while
    // the page loads, and takes the focus away as it does.
    const at = this.#lines().findIndex((line) => `#${line.id}` === location.hash)
    if (at < 0) return
    if (document.readyState === 'complete') this.#go(at)
    else addEventListener('load', () => setTimeout(() => this.#go(at)), { signal, once: true })
  }

  disconnectedCallback(): void {
    this.#abort.abort()
  }

  #key(event: KeyboardEvent): void {
    if (isForOthers(event)) return
    const actions: Record<string, () => void> = {
      j: () => this.#go(this.#current + 1),
      k: () => this.#go(this.#current - 1),
      v: () =>
        this.#lines()[this.#current]?.querySelector<HTMLElement>('.comparison-actions a')?.click(),
      '?': () => this.querySelector<HTMLDialogElement>('dialog')?.showModal(),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }

  #lines(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-row]')]
  }

  // The line's own summary takes the focus, so that Enter opens it and a screen reader says where the reader is.
  #go(to: number): void {
    const lines = this.#lines()
    this.#current = Math.min(lines.length - 1, Math.max(0, to))
    const line = lines[this.#current]
    line?.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }
}

customElements.define('weft-lines', KeyboardLines)
