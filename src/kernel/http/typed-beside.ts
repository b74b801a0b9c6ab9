/** What of a form with files is kept when a file is too large: what was typed, and of files the names. */
export interface TypedBeside {
  values: Record<string, string[]>
  files: Record<string, string[]>
}

/** Reads a form with files as it comes in, and forgets the files. */
export interface TypedReader {
  /** Takes the next bytes; false once nothing more can follow that would be kept. */
  feed(bytes: Uint8Array): boolean
  /** What was typed, as far as it came whole. */
  found(): TypedBeside
}

/** What is typed takes no more room than a form that is given back; headers of a part are short. */
const most = { typed: 1024 * 1024, header: 8192, parts: 20_000 }

/**
 * A form whose files were too large is given back with what was typed beside them. The files are not held: whatever
 * their size, no more than a part of a text stands in memory. Null for what is no form with files.
 */
export function typedReader(contentType: string): TypedReader | null {
  const found = /^multipart\/form-data;.*boundary=(?:"([^"]{1,100})"|([^\s;"]{1,100}))/i.exec(
    contentType,
  )
  const boundary = found?.[1] ?? found?.[2]
  return boundary === undefined ? null : new MultipartTexts(`\r\n--${boundary}`)
}

type Part = { name: string; isText: boolean; pieces: Buffer[] }

class MultipartTexts implements TypedReader {
  readonly #mark: Buffer
  readonly #typed: TypedBeside = { values: Object.create(null), files: Object.create(null) }
  // The first mark has no line before it.
  #rest: Buffer = Buffer.from('\r\n')
  #place: 'before' | 'header' | 'content' | 'end' = 'before'
  #part: Part | null = null
  #room = most.typed
  #parts = 0

  constructor(mark: string) {
    this.#mark = Buffer.from(mark, 'latin1')
  }

  feed(bytes: Uint8Array): boolean {
    this.#rest = Buffer.concat([this.#rest, bytes])
    while (this.#place !== 'end' && this.#step());
    return this.#place !== 'end'
  }

  found(): TypedBeside {
    return this.#typed
  }

  /** Goes on by a mark or a header; false when more bytes are needed. */
  #step(): boolean {
    return this.#place === 'header' ? this.#header() : this.#content()
  }

  #content(): boolean {
    const at = this.#rest.indexOf(this.#mark)
    // The last bytes may be the beginning of a mark.
    const sure = at < 0 ? Math.max(0, this.#rest.length - this.#mark.length + 1) : at
    this.#keep(this.#rest.subarray(0, sure))
    this.#rest = this.#rest.subarray(at < 0 ? sure : at + this.#mark.length)
    if (at < 0) return false
    this.#close()
    this.#place = 'header'
    return true
  }

  #keep(bytes: Buffer): void {
    if (!this.#part?.isText || bytes.length === 0) return
    this.#room -= bytes.length
    // A text that is cut off would come back as if it had been typed so.
    if (this.#room < 0) this.#place = 'end'
    else this.#part.pieces.push(Buffer.from(bytes))
  }

  #close(): void {
    if (this.#part?.isText) {
      const text = Buffer.concat(this.#part.pieces).toString('utf8')
      ;(this.#typed.values[this.#part.name] ??= []).push(text)
    }
    this.#part = null
  }

  #header(): boolean {
    if (this.#rest.length < 2) return false
    const end = this.#rest.indexOf('\r\n\r\n')
    const isLast = this.#rest.subarray(0, 2).toString('latin1') === '--'
    if (isLast || (end < 0 && this.#rest.length > most.header) || this.#parts === most.parts) {
      this.#place = 'end'
      return false
    }
    if (end < 0) return false
    this.#parts += 1
    this.#open(this.#rest.subarray(0, end).toString('utf8'))
    this.#rest = this.#rest.subarray(end + 4)
    this.#place = 'content'
    return true
  }

  #open(header: string): void {
    const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(header)?.[1] ?? ''
    const name = valueOf(disposition, 'name')
    if (name === null) return
    const file = valueOf(disposition, 'filename')
    this.#part = { name, isText: file === null, pieces: [] }
    if (file) (this.#typed.files[name] ??= []).push(file)
  }
}

/** A value of a header as browsers write it: quotes and line ends within are percent signs. */
function valueOf(disposition: string, key: string): string | null {
  const found = new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, 'i').exec(disposition)
  if (!found) return null
  return found[1]!.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
}
