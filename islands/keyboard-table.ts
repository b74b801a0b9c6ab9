// Keys for people who work in a table all day: / search, j k move, x select, Enter open, ? help.
import { isForOthers } from './keys.ts'

class KeyboardTable extends HTMLElement {
  #current = -1
  #abort = new AbortController()

  connectedCallback(): void {
    const { signal } = (this.#abort = new AbortController())
    document.addEventListener('keydown', (event) => this.#key(event), { signal })
    this.addEventListener('change', (event) => this.#changed(event), { signal })
    const all = this.#selectAll()
    if (all) all.hidden = false
    this.#count()
  }

  disconnectedCallback(): void {
    this.#abort.abort()
  }

  #key(event: KeyboardEvent): void {
    if (isForOthers(event)) return
    const actions: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLElement>('[data-search]')?.focus(),
      j: () => this.#move(1),
      k: () => this.#move(-1),
      x: () => this.#row()?.querySelector<HTMLInputElement>('.cell-select input')?.click(),
      '?': () => this.querySelector<HTMLDialogElement>('dialog')?.showModal(),
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }

  #rows(): HTMLElement[] {
    // On a phone the later rows of a long list are not there until they are asked for.
    return [...this.querySelectorAll<HTMLElement>('tr[data-row]')].filter(
      (row) => row.offsetParent !== null,
    )
  }

  #row(): HTMLElement | undefined {
    return this.#rows()[this.#current]
  }

  // The row's own link takes the focus, so that Enter opens it and a screen reader says where the reader is.
  #move(by: number): void {
    const rows = this.#rows()
    this.#row()?.classList.remove('row-current')
    this.#current = Math.min(rows.length - 1, Math.max(0, this.#current + by))
    const row = this.#row()
    row?.classList.add('row-current')
    const target =
      row?.querySelector<HTMLElement>('[data-row-link]') ??
      row?.querySelector<HTMLElement>('.cell-select input')
    target?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }

  #selectAll(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('[data-select-all]')
  }

  #boxes(): HTMLInputElement[] {
    return [
      ...this.querySelectorAll<HTMLInputElement>('tr[data-row] .cell-select input:not(:disabled)'),
    ]
  }

  #changed(event: Event): void {
    if (event.target === this.#selectAll()) {
      for (const box of this.#boxes()) box.checked = this.#selectAll()!.checked
    }
    this.#count()
  }

  #count(): void {
    const label = this.querySelector<HTMLElement>('[data-selected-count]')
    const boxes = this.#boxes()
    const count = boxes.filter((box) => box.checked).length
    const all = this.#selectAll()
    if (all) {
      all.checked = count > 0 && count === boxes.length
      all.indeterminate = count > 0 && count < boxes.length
    }
    if (label)
      label.textContent = (label.dataset['selectedCount'] ?? '').replace('{count}', String(count))
    // What can be done with chosen rows takes no room while none is chosen.
    for (const bar of this.querySelectorAll<HTMLElement>('.bulk-bar')) bar.hidden = count === 0
  }
}

customElements.define('weft-table', KeyboardTable)
