interface Progress {
  value?: number
  max?: number
  detail?: string
  done?: boolean
  href?: string
}

const firstWaitMs = 1000
const longestWaitMs = 8000

// Follows long work at its address, more slowly the longer it takes.
class ProgressPoll extends HTMLElement {
  #timer = 0
  #waitMs = firstWaitMs

  connectedCallback(): void {
    this.#later()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  #later(): void {
    this.#timer = window.setTimeout(() => void this.#ask(), this.#waitMs)
    this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 1.3)
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch(this.dataset['poll']!, {
        headers: { accept: 'application/json' },
      })
      if (response.ok) this.#show((await response.json()) as Progress)
      else this.#later()
    } catch {
      this.#later()
    }
  }

  #show(progress: Progress): void {
    if (progress.done) {
      if (progress.href) location.assign(progress.href)
      else location.reload()
      return
    }
    const bar = this.querySelector('progress')
    if (bar && progress.max) bar.max = progress.max
    if (bar && progress.value !== undefined) bar.value = progress.value
    const detail = this.querySelector('[data-detail]')
    if (detail && progress.detail !== undefined) detail.textContent = progress.detail
    this.#later()
  }
}

customElements.define('weft-progress', ProgressPoll)
