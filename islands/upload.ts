import {
  nextPieceBytes,
  pieceBytes,
  sha256,
  type StoredPiece,
  standsHere,
} from './upload/pieces.ts'
import { mismatched, type Server, serverAt } from './upload/server.ts'

type State = 'comparing' | 'sending' | 'paused' | 'offline' | 'checking' | 'taken' | 'failed'

const worthPiecesBytes = 8_000_000
const firstWaitMs = 1000
const longestWaitMs = 30_000
/** So many that have arrived wait for their look before the next is begun. */
const mostLookedAt = 6

function halt(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

// Large files go in pieces that survive a broken line, a closed page and a server that is started anew. What is small goes
// with the form, as everything does without scripts.
class Uploads extends HTMLElement {
  #list!: HTMLElement
  #under = new Set<Upload>()

  connectedCallback(): void {
    const list = this.querySelector<HTMLElement>('[data-uploads]')
    const drop = this.#input()?.closest<HTMLElement>('weft-drop')
    if (!list || !drop) return
    this.#list = list
    drop.dataset['maxBytes'] = this.dataset['most']
    // Before the zone, which would send the form as a whole.
    this.addEventListener('submit', (event) => this.#sent(event), { capture: true })
  }

  /** The field whose files go in pieces: the one that is named, or the only one. */
  #input(): HTMLInputElement | null {
    const { field } = this.dataset
    const named = field ? `[name="${field}"]` : ''
    return this.querySelector<HTMLInputElement>(`weft-drop input[type=file]${named}`)
  }

  #sent(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement
    const input = this.#input()
    if (!input || input.form !== form) return
    if (this.#under.size > 0) return halt(event)
    const files = [...(input.files ?? [])]
    const isLarge = files.reduce((sum, { size }) => sum + size, 0) >= worthPiecesBytes
    if (!(isLarge || files.some((file) => this.#waiting(file)))) return
    halt(event)
    input.value = ''
    input.dispatchEvent(new Event('change'))
    void this.#send(files, form)
  }

  /** The row of a file of which a part is here already. */
  #waiting({ name, size }: File): HTMLElement | null {
    const rows = [...this.#list.querySelectorAll<HTMLElement>('[data-href][data-bytes]')]
    return (
      rows.find(({ dataset }) => dataset['name'] === name && Number(dataset['bytes']) === size) ??
      null
    )
  }

  /** One after the other; while one that is there is looked at, the next is on its way. */
  async #send(files: readonly File[], form: HTMLFormElement): Promise<void> {
    const thenSend = this.dataset['then'] === 'send'
    const runs: Promise<void>[] = []
    let taken = 0
    this.#count(0, files.length)
    for (const file of files) {
      const upload = this.#begin(file)
      runs.push(
        upload.run().finally(() => {
          this.#under.delete(upload)
          this.#count((taken += 1), files.length)
          // Of hundreds, only those that are under way or were refused are worth a row.
          if (thenSend && !('failed' in upload.row.dataset)) upload.row.remove()
        }),
      )
      await upload.isSent
      while (this.#under.size >= mostLookedAt) await Promise.race(runs.slice(-this.#under.size))
    }
    await Promise.all(runs)
    if (this.#list.querySelector('[data-failed]')) return
    if (thenSend) form.requestSubmit()
    else showAnew(this.dataset['page']!)
  }

  #begin(file: File): Upload {
    const row = this.#waiting(file)
    const upload = new Upload(this.#words(), this.#row(file), file, row?.dataset['href'] ?? null)
    if (row) row.replaceWith(upload.row)
    else this.#list.append(upload.row)
    this.#under.add(upload)
    return upload
  }

  /** How many of several files are here. */
  #count(taken: number, all: number): void {
    const words = this.dataset['count']
    const line = this.querySelector<HTMLElement>('[data-counted]')
    if (!words || !line) return
    line.hidden = all < 2
    line.textContent = words.replace('{sent}', String(taken)).replace('{all}', String(all))
  }

  #row({ name }: File): HTMLElement {
    const template = this.querySelector<HTMLTemplateElement>('template[data-row]')!
    const row = template.content.firstElementChild!.cloneNode(true) as HTMLElement
    row.querySelector('[data-name]')!.textContent = name
    return row
  }

  #words(): Words {
    return { ...this.dataset } as unknown as Words
  }
}

/** The same page with what was taken; an address that differs by its fragment alone would not be asked for again. */
function showAnew(page: string): void {
  const { pathname, hash } = new URL(page, location.href)
  if (pathname !== location.pathname) return location.assign(page)
  history.replaceState(null, '', hash)
  location.reload()
}

interface Words extends Record<State, string> {
  /** Where uploads of this page begin. */
  to: string
  amount: string
}

// One file on its way.
class Upload {
  readonly row: HTMLElement
  /** Done when all bytes are there, or none will come any more. */
  readonly isSent: Promise<void>
  #nowSent!: () => void
  readonly #words: Words
  readonly #file: File
  readonly #server: Server
  #at = 0
  #size = pieceBytes.first
  #isPaused = false
  #isOver = false
  #goOn: () => void = () => {}

  constructor(words: Words, row: HTMLElement, file: File, href: string | null) {
    this.#words = words
    this.#file = file
    this.row = row
    this.isSent = new Promise((resolve) => (this.#nowSent = resolve))
    this.#server = serverAt(words.to, href)
    this.#act('pause', () => this.#pause(true))
    this.#act('go-on', () => this.#pause(false))
    this.#act('cancel', () => void this.#cancel())
    window.addEventListener('online', () => this.#goOn())
    this.#show('sending')
  }

  /** Goes on until the file is taken, refused or cancelled, however often the line breaks. */
  async run(): Promise<void> {
    for (let waitMs = firstWaitMs; !this.#isOver;) {
      try {
        await this.#through()
        break
      } catch (error) {
        if (this.#isOver) break
        if (error instanceof Refused) {
          this.#fail(error.message)
          break
        }
        this.#show('offline')
        await this.#rest(waitMs)
        waitMs = Math.min(longestWaitMs, waitMs * 2)
      }
    }
    this.#nowSent()
  }

  async #through(): Promise<void> {
    if (this.#server.href === null) await answered(this.#server.begin(this.#file))
    else await this.#compare()
    while (!this.#isOver && this.#at < this.#file.size) await this.#next()
    this.#nowSent()
    if (!this.#isOver) await this.#taken()
  }

  /** What is here must be the beginning of the file that was chosen: another one of the same name goes as one of its own. */
  async #compare(): Promise<void> {
    const told = (await answered(this.#server.ask())) as { value: number; pieces: StoredPiece[] }
    this.#at = told.value
    if (told.pieces.length === 0) return
    this.#show('comparing')
    if (await standsHere(this.#file, told.pieces)) return
    this.#server.href = null
    this.#at = 0
    await answered(this.#server.begin(this.#file))
  }

  async #next(): Promise<void> {
    while (this.#isPaused) await this.#rest(Infinity)
    if (this.#isOver) return
    this.#show('sending')
    const end = Math.min(this.#file.size, this.#at + this.#size)
    const piece = this.#file.slice(this.#at, end)
    const digest = await sha256(piece)
    const began = performance.now()
    const response = await this.#server.append(piece, this.#at, end === this.#file.size, {
      digest,
      onSent: (bytes) => this.#amount(this.#at + bytes),
    })
    const elsewhere = mismatched(response)
    // Another page sends the same file: both go on from where it stands.
    if (elsewhere !== null) this.#at = elsewhere
    else {
      await answered(Promise.resolve(response))
      this.#at = end
      this.#size = nextPieceBytes(this.#size, performance.now() - began)
    }
    this.#amount(this.#at)
  }

  async #taken(): Promise<void> {
    this.#show('checking')
    this.row.querySelector('progress')!.removeAttribute('value')
    for (let waitMs = firstWaitMs; !this.#isOver; waitMs = Math.min(8000, waitMs * 1.3)) {
      await this.#rest(waitMs)
      const told = (await answered(this.#server.ask())) as { state: string; detail: string }
      if (told.state === 'open') await answered(this.#server.finish(this.#file.size))
      if (told.state === 'failed') throw new Refused(told.detail)
      if (told.state === 'taken') return this.#end('taken')
    }
  }

  #pause(isPaused: boolean): void {
    this.#isPaused = isPaused
    if (isPaused) {
      this.#server.stop()
      this.#show('paused')
    } else this.#show('sending')
    this.#goOn()
  }

  async #cancel(): Promise<void> {
    this.#isOver = true
    this.#server.stop()
    this.#goOn()
    await this.#server.cancel()
    this.row.remove()
  }

  #fail(why: string): void {
    this.row.dataset['failed'] = ''
    this.#end('failed')
    this.row.querySelector('[data-detail]')!.textContent = why
  }

  #end(state: State): void {
    this.#isOver = true
    this.#show(state)
  }

  #show(state: State): void {
    const text = this.#isPaused && state === 'offline' ? 'paused' : state
    const word = this.row.querySelector('[data-state]')!
    if (word.textContent !== this.#words[text]) word.textContent = this.#words[text]
    const isMoving = state === 'sending' || state === 'offline' || state === 'comparing'
    this.#button('pause').hidden = this.#isPaused || !isMoving
    this.#button('go-on').hidden = !this.#isPaused || this.#isOver
    this.#button('cancel').hidden = state === 'taken'
    this.row.querySelector('progress')!.hidden = state === 'failed'
    if (state !== 'checking') this.#amount(this.#at)
  }

  #amount(bytes: number): void {
    const bar = this.row.querySelector('progress')!
    bar.max = this.#file.size
    bar.value = bytes
    const size = new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    })
    this.row.querySelector('[data-detail]')!.textContent = this.#words.amount
      .replace('{sent}', size.format(bytes / 1_000_000))
      .replace('{total}', size.format(this.#file.size / 1_000_000))
  }

  #act(name: string, act: () => void): void {
    this.#button(name).addEventListener('click', act)
  }

  #button(name: string): HTMLElement {
    return this.row.querySelector<HTMLElement>(`[data-act="${name}"]`)!
  }

  /** Waits, or until somebody goes on or the line is back. */
  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === Infinity ? 0 : window.setTimeout(() => resolve(), milliseconds)
      this.#goOn = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** The server says no, and would say it again. */
class Refused extends Error {}

/** What was answered; a refusal is thrown, and so is what may pass: a server that is away, a full disk, too many calls. */
async function answered(asked: Promise<Response>): Promise<unknown> {
  const response = await asked
  const isJson = response.headers.get('content-type')?.includes('json')
  const told = isJson ? ((await response.json()) as { detail?: string }) : {}
  if (response.ok) return told
  // 422 is a piece that was damaged on its way: it goes once more, from where the upload stands.
  if (response.status >= 500 || [408, 422, 429].includes(response.status)) throw new Error()
  throw new Refused(told.detail ?? response.statusText)
}

customElements.define('weft-upload', Uploads)
