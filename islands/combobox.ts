interface Choice {
  value: string
  label: string
  hint?: string
}

// The pattern is “editable combobox with list autocomplete” of the ARIA Authoring Practices.
class Combobox extends HTMLElement {
  #input!: HTMLInputElement
  #hidden!: HTMLInputElement
  #list!: HTMLUListElement
  #status!: HTMLElement
  #choices: Choice[] = []
  #active = -1
  #timer = 0
  #request: AbortController | undefined

  connectedCallback(): void {
    const [hidden, input] = this.querySelectorAll('input')
    if (!hidden || !input || this.querySelector('[role=listbox]')) return
    this.#hidden = hidden
    this.#input = input
    input.removeAttribute('list')
    this.#list = document.createElement('ul')
    this.#list.className = 'combobox-list'
    this.#list.id = `${input.id}-listbox`
    this.#list.hidden = true
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', input.labels?.[0]?.textContent?.trim() ?? '')
    this.#status = document.createElement('span')
    this.#status.className = 'hidden-visually'
    this.#status.setAttribute('role', 'status')
    this.append(this.#list, this.#status)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    this.#expand(false)
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.#expand(false))
    this.#list.addEventListener('mousedown', (event) => {
      event.preventDefault()
      const item = (event.target as HTMLElement).closest('li')
      if (item) this.#choose(Number(item.dataset['index']))
    })
  }

  #typed(): void {
    this.#hidden.value = ''
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#load(), 180)
  }

  async #load(): Promise<void> {
    const query = this.#input.value.trim()
    this.#request?.abort()
    if (query === '') {
      this.#expand(false)
      return
    }
    this.#request = new AbortController()
    const url = new URL(this.dataset['source']!, location.href)
    url.searchParams.set('q', query)
    try {
      const response = await fetch(url, {
        signal: this.#request.signal,
        headers: { accept: 'application/json' },
      })
      if (!response.ok) return
      this.#show((await response.json()) as Choice[])
    } catch {
      // A newer request has taken its place, or the network is away: what was typed is sent as it is.
    }
  }

  #show(choices: Choice[]): void {
    this.#choices = choices
    this.#list.replaceChildren(...choices.map((choice, index) => this.#item(choice, index)))
    const said = choices.length === 0 ? this.dataset['none'] : this.dataset['found']
    this.#status.textContent = (said ?? '').replace('{count}', String(choices.length))
    this.#expand(choices.length > 0)
    this.#activate(-1)
  }

  #item(choice: Choice, index: number): HTMLLIElement {
    const item = document.createElement('li')
    item.id = `${this.#list.id}-${index}`
    item.dataset['index'] = String(index)
    item.setAttribute('role', 'option')
    item.textContent = choice.label
    if (choice.hint) {
      const hint = document.createElement('span')
      hint.className = 'quiet'
      hint.textContent = choice.hint
      item.append(hint)
    }
    return item
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#list.hidden) return
    const last = this.#choices.length - 1
    if (event.key === 'ArrowDown') this.#activate(this.#active >= last ? 0 : this.#active + 1)
    else if (event.key === 'ArrowUp') this.#activate(this.#active <= 0 ? last : this.#active - 1)
    else if (event.key === 'Enter' && this.#active >= 0) this.#choose(this.#active)
    else if (event.key === 'Escape') this.#expand(false)
    else return
    event.preventDefault()
  }

  #activate(index: number): void {
    this.#active = index
    for (const [at, item] of [...this.#list.children].entries()) {
      item.setAttribute('aria-selected', String(at === index))
      if (at === index) item.scrollIntoView({ block: 'nearest' })
    }
    if (index >= 0) this.#input.setAttribute('aria-activedescendant', `${this.#list.id}-${index}`)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #choose(index: number): void {
    const choice = this.#choices[index]
    if (!choice) return
    this.#input.value = choice.label
    this.#hidden.value = choice.value
    this.#expand(false)
    this.#hidden.dispatchEvent(new Event('change', { bubbles: true }))
  }

  #expand(open: boolean): void {
    this.#list.hidden = !open
    this.#input.setAttribute('aria-expanded', String(open))
  }
}

customElements.define('weft-combobox', Combobox)
