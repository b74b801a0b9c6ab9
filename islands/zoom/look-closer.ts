import { factorFor, type Sight, type Tile, tilesIn } from './tiles.ts'

interface Picture {
  service: string
  width: number
  height: number
}

interface Region extends Sight {
  number: number
  title: string
}

const mostPointsAPixel = 4
const keptTiles = 240

/** Puts the viewer in place of a picture: pan, pinch, wheel and keys, and every change said to screen readers once it rests. */
export function startViewer(host: HTMLElement, link: HTMLElement, tools: HTMLElement): void {
  const picture: Picture = {
    service: host.dataset['service'] ?? '',
    width: Number(host.dataset['width']),
    height: Number(host.dataset['height']),
  }
  const image = link.querySelector('img')
  const stage = document.createElement('div')
  stage.className = 'near-stage'
  stage.tabIndex = 0
  stage.setAttribute('role', 'application')
  stage.setAttribute('aria-label', image?.alt ?? '')
  const canvas = document.createElement('canvas')
  stage.append(canvas)
  link.replaceWith(stage)
  const view = new View(host, stage, canvas, picture, image)
  listenToPointers(stage, view)
  listenToKeys(stage, view)
  listenToTools(host, stage, tools, view)
  new ResizeObserver(() => view.resize()).observe(stage)
  const asked = /^#xywh=(\d+),(\d+),(\d+),(\d+)$/.exec(location.hash)
  if (asked) {
    const [x = 0, y = 0, width = 1, height = 1] = asked.slice(1).map(Number)
    view.fit({ x, y, width, height })
  }
  stage.focus({ preventScroll: true })
}

/** What is in sight, and how it is drawn. */
class View {
  scale = 1
  x = 0
  y = 0
  #tiles = new Map<string, HTMLImageElement>()
  #asked = 0
  #saying: ReturnType<typeof setTimeout> | undefined
  readonly host: HTMLElement
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly picture: Picture
  readonly first: HTMLImageElement | null

  constructor(
    host: HTMLElement,
    stage: HTMLElement,
    canvas: HTMLCanvasElement,
    picture: Picture,
    first: HTMLImageElement | null,
  ) {
    this.host = host
    this.stage = stage
    this.canvas = canvas
    this.picture = picture
    this.first = first
    this.resize()
    this.home()
  }

  get least(): number {
    const { width, height } = this.picture
    return Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height)
  }

  resize(): void {
    const ratio = window.devicePixelRatio || 1
    this.canvas.width = Math.round(this.stage.clientWidth * ratio)
    this.canvas.height = Math.round(this.stage.clientHeight * ratio)
    this.move(0, 0, true)
  }

  home(): void {
    this.scale = this.least
    this.move(0, 0)
  }

  /** Shows a region as large as it fits. */
  fit({ x, y, width, height }: Sight): void {
    const { clientWidth, clientHeight } = this.stage
    this.scale = Math.min(clientWidth / width, clientHeight / height) * 0.94
    this.x = x + width / 2 - clientWidth / 2 / this.scale
    this.y = y + height / 2 - clientHeight / 2 / this.scale
    this.move(0, 0)
  }

  /** Comes closer or goes away around a point of the stage. */
  zoom(by: number, at?: { x: number; y: number }): void {
    const point = at ?? { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 }
    const next = Math.min(mostPointsAPixel, Math.max(this.least, this.scale * by))
    this.x += point.x / this.scale - point.x / next
    this.y += point.y / this.scale - point.y / next
    this.scale = next
    this.move(0, 0)
  }

  /** Moves by points of the stage, and never so far that nothing is left to see. */
  move(dx: number, dy: number, quietly = false): void {
    this.x = kept(this.x - dx / this.scale, this.stage.clientWidth / this.scale, this.picture.width)
    this.y = kept(
      this.y - dy / this.scale,
      this.stage.clientHeight / this.scale,
      this.picture.height,
    )
    this.draw()
    if (!quietly) this.say()
  }

  draw(): void {
    if (this.#asked) return
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0
      this.#paint()
    })
  }

  #paint(): void {
    const context = this.canvas.getContext('2d')
    if (!context) return
    const ratio = this.canvas.width / Math.max(1, this.stage.clientWidth)
    const sight: Sight = {
      x: this.x,
      y: this.y,
      width: this.stage.clientWidth / this.scale,
      height: this.stage.clientHeight / this.scale,
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    const scale = this.scale * ratio
    context.setTransform(scale, 0, 0, scale, -this.x * scale, -this.y * scale)
    if (this.first?.complete) {
      context.drawImage(this.first, 0, 0, this.picture.width, this.picture.height)
    }
    const longest = Math.max(this.picture.width, this.picture.height)
    const factor = factorFor(scale, longest)
    // The next coarser ones lie below, so that a place that is not there yet is blurred and not empty.
    for (const each of [factor * 2, factor]) {
      if (each / 2 > longest / 256) continue
      for (const tile of tilesIn(this.picture, sight, each)) this.#drawTile(context, tile)
    }
    this.#forget()
  }

  #drawTile(context: CanvasRenderingContext2D, tile: Tile): void {
    let image = this.#tiles.get(tile.key)
    if (!image) {
      image = new Image()
      image.decoding = 'async'
      image.addEventListener('load', () => this.draw())
      image.src = tile.address
    }
    // What was used last is forgotten last.
    this.#tiles.delete(tile.key)
    this.#tiles.set(tile.key, image)
    if (image.complete && image.naturalWidth > 0) {
      context.drawImage(image, tile.x, tile.y, tile.width, tile.height)
    }
  }

  #forget(): void {
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= keptTiles) return
      this.#tiles.delete(key)
    }
  }

  /** Says where one is, once it has come to rest. */
  say(words?: string): void {
    clearTimeout(this.#saying)
    this.#saying = setTimeout(() => {
      const status = this.host.querySelector('[role=status]')
      if (status) status.textContent = words ?? this.#where()
    }, 600)
  }

  #where(): string {
    const middle = (start: number, room: number, whole: number) =>
      String(Math.round((100 * (start + room / 2)) / whole))
    const { clientWidth, clientHeight } = this.stage
    return (this.host.dataset['said'] ?? '')
      .replace('{percent}', String(Math.round((100 * this.scale) / this.least)))
      .replace('{x}', middle(this.x, clientWidth / this.scale, this.picture.width))
      .replace('{y}', middle(this.y, clientHeight / this.scale, this.picture.height))
  }
}

/** The beginning of what is in sight, kept inside the picture; what is smaller than its room stands in the middle. */
function kept(start: number, room: number, whole: number): number {
  return room >= whole ? (whole - room) / 2 : Math.min(whole - room, Math.max(0, start))
}

function listenToPointers(stage: HTMLElement, view: View): void {
  const held = new Map<number, { x: number; y: number }>()
  const placeOf = (event: MouseEvent) => {
    const box = stage.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  stage.addEventListener('pointerdown', (event) => {
    stage.setPointerCapture(event.pointerId)
    held.set(event.pointerId, placeOf(event))
  })
  stage.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId)
    if (!before) return
    const now = placeOf(event)
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    held.set(event.pointerId, now)
    if (!other) {
      view.move(now.x - before.x, now.y - before.y)
      return
    }
    const apart = (point: { x: number; y: number }) =>
      Math.hypot(point.x - other.x, point.y - other.y)
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
    view.zoom(apart(now) / Math.max(1, apart(before)), middle)
    view.move((now.x - before.x) / 2, (now.y - before.y) / 2)
  })
  for (const name of ['pointerup', 'pointercancel'] as const) {
    stage.addEventListener(name, (event) => held.delete(event.pointerId))
  }
  stage.addEventListener('dblclick', (event) => view.zoom(2, placeOf(event)))
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      view.zoom(Math.exp(-event.deltaY / 400), placeOf(event))
    },
    { passive: false },
  )
}

function listenToKeys(stage: HTMLElement, view: View): void {
  const step = 90
  const acts: Record<string, () => void> = {
    ArrowLeft: () => view.move(step, 0),
    ArrowRight: () => view.move(-step, 0),
    ArrowUp: () => view.move(0, step),
    ArrowDown: () => view.move(0, -step),
    '+': () => view.zoom(1.5),
    '=': () => view.zoom(1.5),
    '-': () => view.zoom(1 / 1.5),
    '0': () => view.home(),
    Home: () => view.home(),
  }
  stage.addEventListener('keydown', (event) => {
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
}

function listenToTools(
  host: HTMLElement,
  stage: HTMLElement,
  tools: HTMLElement,
  view: View,
): void {
  for (const hidden of tools.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false
  tools.addEventListener('click', (event) => {
    const name = (event.target as Element).closest('button')?.value
    if (name === 'in') view.zoom(1.5)
    if (name === 'out') view.zoom(1 / 1.5)
    if (name === 'home') view.home()
    if (name === 'full') void stage.requestFullscreen?.()
  })
  const regions = JSON.parse(host.dataset['regions'] ?? '[]') as Region[]
  // The stops of the tour that lie on this picture are shown here, without leaving it.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-step]')
    const region = regions.find(({ number }) => String(number) === link?.dataset['step'])
    if (!link || !region) return
    event.preventDefault()
    view.fit(region)
    view.say((host.dataset['saidStep'] ?? '').replace('{title}', region.title))
    stage.scrollIntoView({ block: 'nearest' })
  })
}
