// Makes a grid of entries work like a spreadsheet: a block pasted into a cell fills those beside and below, with new rows
// where there are too few; arrows and Enter move. Rows are taken away by the server, which knows what stands in them.
class EntryGrid extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('paste', (event) => this.#paste(event))
    this.addEventListener('keydown', (event) => this.#key(event))
  }

  /** Makes so many rows, as far as there may be: for what was typed into the same grid elsewhere. */
  growTo(rows: number): void {
    this.#rowAt(rows - 1)
  }

  get #body(): HTMLTableSectionElement | null {
    return this.querySelector('tbody')
  }

  #paste(event: ClipboardEvent): void {
    const cell = cellOf(event.target)
    const block = parseBlock(event.clipboardData?.getData('text/plain') ?? '')
    if (!cell || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return
    event.preventDefault()
    const [row, column] = placeOf(cell)
    for (const [down, values] of block.entries()) {
      const line = this.#rowAt(row + down)
      if (!line) break
      for (const [right, value] of values.entries()) {
        const box = boxesOf(line)[column + right]
        if (box) put(box, value.trim(), this.#names(box))
      }
    }
    const words = this.dataset['pasted'] ?? ''
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words.replace('{rows}', String(block.length))
  }

  /** What else the choices of a box's column are called, by how names are compared. */
  #names(box: Box): Map<string, string> {
    const column = box.name.split('.').at(-1) ?? ''
    const known = this.#called.get(column)
    if (known) return known
    const all = JSON.parse(this.dataset['called'] ?? '{}') as Record<string, object>
    const names = Object.entries(all[column] ?? {}).map(([name, value]): [string, string] => [
      sameName(name),
      String(value),
    ])
    const made = new Map(names)
    this.#called.set(column, made)
    return made
  }

  readonly #called = new Map<string, Map<string, string>>()

  /** The row at a place; a new one after the last, as far as a transcript may have rows. */
  #rowAt(place: number): HTMLTableRowElement | null {
    const body = this.#body
    if (!body) return null
    const most = Number(this.dataset['most'] ?? 0)
    while (body.rows.length <= place) {
      const last = body.rows[body.rows.length - 1]
      if (!last || body.rows.length >= most) return null
      body.append(cloneOf(last, body.rows.length))
      const count = this.closest('form')?.elements.namedItem('count')
      if (count instanceof HTMLInputElement) count.value = String(body.rows.length)
    }
    return body.rows[place] ?? null
  }

  #key(event: KeyboardEvent): void {
    const cell = cellOf(event.target)
    if (!cell || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const [row, column] = placeOf(cell)
    const step =
      event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
        ? -1
        : event.key === 'ArrowDown' || event.key === 'Enter'
          ? 1
          : 0
    const next = step === 0 ? undefined : this.#body?.rows[row + step]
    // Below the last row Enter does what it does in any form: it saves.
    if (!next) return
    event.preventDefault()
    const box = boxesOf(next)[column]
    box?.focus()
    if (box instanceof HTMLInputElement) box.select()
  }
}

function cellOf(target: EventTarget | null): HTMLInputElement | null {
  const isBox = target instanceof HTMLInputElement && target.matches('.entry-grid .input')
  return isBox && !target.disabled ? target : null
}

type Box = HTMLInputElement | HTMLSelectElement

function boxesOf(row: HTMLTableRowElement): Box[] {
  return [...row.querySelectorAll<Box>('input.input, select.input')]
}

function placeOf(box: Box): [row: number, column: number] {
  const row = box.closest('tr')!
  return [row.sectionRowIndex, boxesOf(row).indexOf(box)]
}

function put(box: Box, value: string, names: Map<string, string>): void {
  if (box instanceof HTMLSelectElement) choose(box, value, names)
  else box.value = box.maxLength > 0 ? value.slice(0, box.maxLength) : value
  box.removeAttribute('lang')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * Chooses what a choice is called, on the page or by another of its names, alone or beside its name in another language;
 * what it does not offer, and a cell that names two choices, leaves it as it is.
 */
function choose(box: HTMLSelectElement, value: string, names: Map<string, string>): void {
  const offered = new Map(names)
  for (const option of box.options) {
    offered.set(sameName(option.text), option.value)
    if (option.value) offered.set(sameName(option.value), option.value)
  }
  const parts = [value, ...value.split(/[/|()（）]/)]
  const found = new Set(parts.flatMap((part) => offered.get(sameName(part)) ?? []))
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) box.value = only
}

/** Names are compared by their letters and digits alone. */
function sameName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** A new empty row with the names and labels of its place. */
function cloneOf(row: HTMLTableRowElement, place: number): HTMLTableRowElement {
  const clone = row.cloneNode(true) as HTMLTableRowElement
  clone.classList.remove('entry-left-out')
  for (const error of clone.querySelectorAll('.entry-error, .entry-mark')) error.remove()
  for (const each of clone.querySelectorAll<HTMLElement>('[name], [id], [aria-label]')) {
    for (const name of ['name', 'id']) {
      const value = each.getAttribute(name)
      if (value) each.setAttribute(name, value.replace(/([.-])\d+([.-])/, `$1${place}$2`))
    }
    const label = each.getAttribute('aria-label')
    if (label) each.setAttribute('aria-label', label.replace(/\d+$/, String(place + 1)))
    for (const name of ['aria-invalid', 'aria-describedby', 'lang']) each.removeAttribute(name)
    if (each instanceof HTMLSelectElement) each.selectedIndex = 0
    if (!(each instanceof HTMLInputElement)) continue
    if (each.type === 'checkbox') each.checked = true
    else each.value = ''
  }
  for (const remove of clone.querySelectorAll('.entry-remove')) remove.replaceChildren()
  return clone
}

/** Rows and cells of a block as spreadsheets copy it: tabs between cells, quotes around those with breaks. */
function parseBlock(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let place = 0; place < source.length; place += 1) {
    const letter = source[place]!
    const row = rows[rows.length - 1]!
    const isStart = row[row.length - 1] === ''
    if (quoted && letter === '"' && source[place + 1] === '"') {
      row[row.length - 1] += '"'
      place += 1
    } else if (letter === '"' && (quoted || isStart)) quoted = !quoted
    else if (!quoted && letter === '\t') row.push('')
    else if (!quoted && letter === '\n') rows.push([''])
    else row[row.length - 1] += letter === '\n' ? ' ' : letter
  }
  return rows
}

customElements.define('weft-grid', EntryGrid)
