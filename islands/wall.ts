// Hanging by hand: a piece is dragged to its place on the grid, or held with the keyboard and moved by the arrow keys. The
// buttons under each piece do the same without scripts.
interface Place {
  column: number
  row: number
  width: number
  height: number
}

const columns = 12

class Wall extends HTMLElement {
  connectedCallback(): void {
    for (const piece of this.querySelectorAll<HTMLElement>('.hanging-work > li')) {
      piece.tabIndex = 0
      piece.title = this.dataset['help'] ?? ''
      for (const image of piece.querySelectorAll('img')) image.draggable = false
      this.#drag(piece)
      piece.addEventListener('keydown', (event) => this.#press(piece, event))
    }
  }

  #press(piece: HTMLElement, event: KeyboardEvent): void {
    if (event.target !== piece) return
    const place = placeOf(piece)
    const grow = event.shiftKey
    const moves: Record<string, Partial<Place>> = {
      ArrowLeft: grow ? { width: place.width - 1 } : { column: place.column - 1 },
      ArrowRight: grow ? { width: place.width + 1 } : { column: place.column + 1 },
      ArrowUp: grow ? { height: place.height - 1 } : { row: place.row - 1 },
      ArrowDown: grow ? { height: place.height + 1 } : { row: place.row + 1 },
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    void this.#put(piece, { ...place, ...move })
  }

  #drag(piece: HTMLElement): void {
    let from: { x: number; y: number; place: Place } | null = null
    piece.addEventListener('pointerdown', (event) => {
      if ((event.target as Element).closest('a, button, summary, details') || event.button !== 0)
        return
      if (getComputedStyle(piece.parentElement!).gridTemplateColumns.split(' ').length < columns)
        return
      from = { x: event.clientX, y: event.clientY, place: placeOf(piece) }
      piece.setPointerCapture(event.pointerId)
      piece.classList.add('is-held')
    })
    piece.addEventListener('pointermove', (event) => {
      if (!from) return
      const list = piece.parentElement!
      const style = getComputedStyle(list)
      const gap = Number.parseFloat(style.columnGap) || 0
      const wide = (list.clientWidth + gap) / columns
      const high = (Number.parseFloat(style.gridAutoRows) || wide / 2) + gap
      show(piece, {
        ...from.place,
        column: from.place.column + Math.round((event.clientX - from.x) / wide),
        row: from.place.row + Math.round((event.clientY - from.y) / high),
      })
    })
    const drop = () => {
      if (!from) return
      piece.classList.remove('is-held')
      const { place } = from
      from = null
      const now = shown(piece)
      if (now.column !== place.column || now.row !== place.row) void this.#put(piece, now)
    }
    piece.addEventListener('pointerup', drop)
    piece.addEventListener('pointercancel', drop)
  }

  async #put(piece: HTMLElement, wanted: Place): Promise<void> {
    const before = placeOf(piece)
    const place = inside(wanted)
    show(piece, place)
    piece.dataset['place'] = JSON.stringify(place)
    const body = new URLSearchParams({
      csrf: this.dataset['csrf'] ?? '',
      version: piece.dataset['version'] ?? '',
      ...Object.fromEntries(Object.entries(place).map(([side, value]) => [side, String(value)])),
    })
    const response = await fetch(piece.dataset['action'] ?? '', {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as {
      version?: number
      message?: string
    } | null
    if (response?.ok && answer?.version) {
      piece.dataset['version'] = String(answer.version)
      this.#say(
        (this.dataset['moved'] ?? '')
          .replace('{column}', String(place.column))
          .replace('{row}', String(place.row)),
      )
      return
    }
    show(piece, before)
    piece.dataset['place'] = JSON.stringify(before)
    this.#say(answer?.message ?? this.dataset['failed'] ?? '')
  }

  #say(words: string): void {
    const status = this.querySelector('[role=status]')
    if (!status) return
    status.textContent = words
    status.classList.toggle('hidden-visually', words === '')
  }
}

function placeOf(piece: HTMLElement): Place {
  return JSON.parse(piece.dataset['place'] ?? '{}') as Place
}

function inside({ column, row, width, height }: Place): Place {
  const wide = Math.min(columns, Math.max(1, width))
  return {
    width: wide,
    height: Math.min(columns, Math.max(1, height)),
    column: Math.min(columns - wide + 1, Math.max(1, column)),
    row: Math.min(60, Math.max(1, row)),
  }
}

const shownPlaces = new WeakMap<HTMLElement, Place>()

function shown(piece: HTMLElement): Place {
  return shownPlaces.get(piece) ?? placeOf(piece)
}

function show(piece: HTMLElement, wanted: Place): void {
  const place = inside(wanted)
  shownPlaces.set(piece, place)
  piece.className = [
    'hung',
    `column-${place.column}`,
    `span-${place.width}`,
    `row-${place.row}`,
    `rise-${place.height}`,
    piece.classList.contains('is-held') ? 'is-held' : '',
  ].join(' ')
}

customElements.define('weft-wall', Wall)
