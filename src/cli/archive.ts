import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** One file in an archive: its path and its content, read once. */
export interface ArchiveEntry {
  path: string
  sizeBytes: number
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** The archive cannot be read as one of ours: cut off, damaged, or something else. */
export class ArchiveError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ArchiveError'
  }
}

const block = 512
/** The last file of an archive, as `sha256sum -c` reads it; without it the archive is not whole. */
export const sumsPath = 'SHA256SUMS'

/** Writes a tar archive (POSIX.1-1988 ustar) into an open file, with the checksums of all entries at its end. */
export async function writeArchive(
  file: FileHandle,
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): Promise<void> {
  let sums = ''
  for await (const entry of entries) {
    const hash = createHash('sha256')
    await writeEntry(file, entry, (chunk) => hash.update(chunk))
    sums += `${hash.digest('hex')}  ${entry.path}\n`
  }
  const bytes = Buffer.from(sums, 'utf8')
  await writeEntry(file, { path: sumsPath, sizeBytes: bytes.length, content: [bytes] }, () => {})
  await file.writeFile(Buffer.alloc(2 * block))
}

/**
 * Reads an archive from its beginning to its end and hands over each entry; what the handler leaves
 * unread is passed over. Throws an `ArchiveError` at the first thing that is not as it was written.
 */
export async function readArchive(
  path: string,
  handle: (entry: ArchiveEntry) => Promise<void>,
): Promise<void> {
  const source = new Source(path)
  const found = new Map<string, string>()
  try {
    for (;;) {
      const header = await source.take(block)
      if (header.every((byte) => byte === 0)) break
      const { name, size } = readHeader(header)
      if (name === sumsPath) {
        compareSums(Buffer.concat(await Array.fromAsync(source.stream(size))).toString(), found)
        return
      }
      const hash = createHash('sha256')
      const content = source.stream(size, (chunk) => hash.update(chunk))
      await handle({ path: name, sizeBytes: size, content })
      await drain(content)
      await source.skipPadding(size)
      found.set(name, hash.digest('hex'))
    }
    throw new ArchiveError(`${sumsPath} is missing`)
  } finally {
    source.close()
  }
}

async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  const rest = content[Symbol.asyncIterator]()
  while (!(await rest.next()).done);
}

async function writeEntry(
  file: FileHandle,
  { path, sizeBytes, content }: ArchiveEntry,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  await file.writeFile(headerOf(path, sizeBytes))
  let written = 0
  for await (const chunk of content) {
    onChunk(chunk)
    written += chunk.byteLength
    await file.writeFile(chunk)
  }
  if (written !== sizeBytes) throw new ArchiveError(`${path} changed while it was read`)
  await file.writeFile(Buffer.alloc(padding(sizeBytes)))
}

function headerOf(path: string, size: number): Buffer {
  const header = Buffer.alloc(block)
  if (Buffer.byteLength(path) > 100) throw new ArchiveError(`${path} is too long a name`)
  header.write(path, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write('        ', 148)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** Octal as the standard says; above 8 GiB the base-256 form that GNU tar and its kin read. */
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  else {
    header.writeUInt32BE(0x80000000, 124)
    header.writeBigUInt64BE(BigInt(size), 128)
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const stored = Number.parseInt(header.toString('latin1', 148, 156), 8)
  const blank = Buffer.from(header)
  blank.write('        ', 148)
  if (header.toString('latin1', 257, 262) !== 'ustar' || sumOf(blank) !== stored) {
    throw new ArchiveError('a header is damaged')
  }
  const end = header.indexOf(0)
  const size =
    header[124] === 0x80
      ? Number(header.readBigUInt64BE(128))
      : Number.parseInt(header.toString('latin1', 124, 136), 8)
  return { name: header.toString('utf8', 0, Math.min(100, end)), size }
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0)
}

function padding(size: number): number {
  return (block - (size % block)) % block
}

function compareSums(text: string, found: ReadonlyMap<string, string>): void {
  const lines = text.split('\n').filter(Boolean)
  if (lines.length !== found.size) throw new ArchiveError('the number of files differs')
  for (const line of lines) {
    const path = line.slice(66)
    if (found.get(path) !== line.slice(0, 64)) throw new ArchiveError(`${path} is damaged`)
  }
}

/** Bytes of a file, taken one after the other. */
class Source {
  readonly #stream
  readonly #chunks
  #rest: Buffer = Buffer.alloc(0)

  constructor(path: string) {
    this.#stream = createReadStream(path)
    this.#chunks = this.#stream[Symbol.asyncIterator]()
  }

  async take(size: number): Promise<Buffer> {
    const parts = await Array.fromAsync(this.stream(size))
    return Buffer.concat(parts)
  }

  async *stream(size: number, onChunk: (chunk: Buffer) => void = () => {}) {
    let left = size
    while (left > 0) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next()
        if (next.done) throw new ArchiveError('it ends too early')
        this.#rest = next.value as Buffer
      }
      const chunk = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(chunk.length)
      left -= chunk.length
      onChunk(chunk)
      yield chunk
    }
  }

  async skipPadding(size: number): Promise<void> {
    await this.take(padding(size))
  }

  close(): void {
    this.#stream.destroy()
  }
}

/** Opens a file that must not be there yet, for its owner alone. */
export function createPrivate(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600)
}
