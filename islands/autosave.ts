// Texts that save themselves while one writes. Each string travels with what its writer saw, so that the server can tell a
// change from a conflict; what could not be kept stays in its box and is sent again.
const restMs = 1200
const againMs = 8000

interface Saved {
  saved: { name: string; version: number }[]
  conflicts: { name: string; version: number; theirs: string }[]
}

class Autosave extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #changed = new Set<HTMLTextAreaElement>()
  #sending = false

  connectedCallback(): void {
    this.addEventListener('input', (event) => {
      if (!(event.target instanceof HTMLTextAreaElement)) return
      this.#changed.add(event.target)
      this.#later(restMs)
    })
    this.addEventListener('change', (event) => {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox') return
      const text = this.querySelector<HTMLTextAreaElement>(
        `textarea[name="${box.name.replace(/\.reviewed$/, '')}"]`,
      )
      if (text) this.#changed.add(text)
      this.#later(0)
    })
    window.addEventListener('pagehide', () => void this.#send(true))
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(false), ms)
  }

  async #send(leaving: boolean): Promise<void> {
    const form = this.closest('form')
    if (!form || this.#changed.size === 0 || (this.#sending && !leaving)) return
    // As they are sent: whoever writes on meanwhile has changed them again, and that is sent next.
    const sent = new Map([...this.#changed].map((text) => [text, text.value]))
    this.#changed.clear()
    this.#sending = true
    this.#say('saving')
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: this.#bodyOf(form, sent),
        headers: { accept: 'application/json' },
        keepalive: leaving,
      })
      if (!response.ok) throw new Error(String(response.status))
      this.#settle((await response.json()) as Saved, sent)
      this.#say(this.#changed.size > 0 ? 'saving' : 'saved')
    } catch {
      for (const text of sent.keys()) this.#changed.add(text)
      this.#say('failed')
      this.#later(againMs)
    } finally {
      this.#sending = false
      if (this.#changed.size > 0) this.#later(restMs)
    }
  }

  #bodyOf(form: HTMLFormElement, sent: ReadonlyMap<HTMLTextAreaElement, string>): URLSearchParams {
    const body = new URLSearchParams()
    const csrf = form.querySelector<HTMLInputElement>('input[name=csrf]')
    if (csrf) body.set('csrf', csrf.value)
    for (const [text, value] of sent) {
      body.set(text.name, value)
      for (const part of ['version', 'seen'])
        body.set(`${text.name}.${part}`, this.#hidden(text.name, part)?.value ?? '')
      const reviewed = this.#hidden(text.name, 'reviewed')
      if (reviewed?.checked) body.set(`${text.name}.reviewed`, 'yes')
    }
    return body
  }

  #hidden(name: string, part: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[name="${name}.${part}"]`)
  }

  #settle(done: Saved, sent: ReadonlyMap<HTMLTextAreaElement, string>): void {
    for (const [text, value] of sent) {
      const said = text.closest('.string-row')?.querySelector('[data-said]')
      const conflict = done.conflicts.find(({ name }) => name === text.name)
      const saved = done.saved.find(({ name }) => name === text.name)
      if (said)
        said.textContent = conflict
          ? (this.dataset['conflict'] ?? '').replace('{text}', conflict.theirs)
          : ''
      const version = this.#hidden(text.name, 'version')
      const seen = this.#hidden(text.name, 'seen')
      if (!version || !seen) continue
      // After a conflict the next saving says: this I have seen, and mine shall stand.
      if (conflict) [version.value, seen.value] = [String(conflict.version), conflict.theirs]
      else if (saved) [version.value, seen.value] = [String(saved.version), value.trim()]
    }
  }

  #say(what: 'saved' | 'saving' | 'failed'): void {
    const status = this.querySelector('[data-status]')
    if (status) status.textContent = this.dataset[what] ?? ''
  }
}

customElements.define('weft-autosave', Autosave)
