import { refuse, type Refusal } from '#kernel/database'
import {
  decoderFor,
  detectEncoding,
  encodingPreviews,
  isTextEncoding,
  type TextEncoding,
} from '../encodings.ts'
import { m } from '../messages/index.ts'
import { sizeText } from '../sizes.ts'
import { byteSource, type ByteSource } from '../zip.ts'
import { readCsv } from './csv-read.ts'
import { readJson, readJsonLines } from './json-read.ts'
import type { Table, TableOptions } from './table.ts'
import { readXlsx } from './xlsx-read.ts'

const sampleBytes = 262_144
const largestJsonBytes = 200_000_000

/** Reads a table in this thread; `readTable` is the same in a thread of its own. */
export async function readTableHere(
  from: Uint8Array | string,
  options: TableOptions = {},
): Promise<Table | Refusal> {
  const source = await byteSource(from)
  const result = await readFrom(source, options)
  if ('refusal' in result) await source.close()
  return result
}

/** Reads pasted text in this thread; `readPastedTable` is the same in a thread of its own. */
export function readPastedTableHere(
  text: string,
  options: TableOptions = {},
): Promise<Table | Refusal> {
  const sample = text.slice(0, 65_536)
  const delimiter = options.delimiter ?? (sample.includes('\t') ? '\t' : undefined)
  const given = delimiter === undefined ? options : { ...options, delimiter }
  const coding = { encoding: null, encodings: [] }
  return readCsv(once(text.replace(/^\uFEFF/, '')), sample, coding, given)
}

async function readFrom(source: ByteSource, options: TableOptions): Promise<Table | Refusal> {
  if (source.size === 0) return refuse(422, m('empty'))
  const sample = await source.read(0, Math.min(sampleBytes, source.size))
  if (sample.length >= 2 && sample.readUInt16BE(0) === 0x504b) return readXlsx(source, options)
  if (sample.length >= 4 && sample.readUInt32BE(0) === 0xd0cf11e0)
    return refuse(422, m('office-locked'))
  const telling = await tellingSample(source, sample)
  const encoding = options.encoding ?? detectEncoding(telling)
  if (!isTextEncoding(encoding)) return refuse(422, m('table-encoding', { encoding }))
  const coding = { encoding, encodings: encodingPreviews(telling, encoding) }
  const text = decoderFor(encoding).write(sample)
  // oxlint-disable-next-line no-control-regex -- a NUL after decoding means that these bytes are not text.
  if (text.includes('\u0000') || /^%PDF-|^\u0089PNG|^\s*</.test(text))
    return refuse(415, m('table-kind'))
  const open = () => decoded(source, encoding)
  switch (textFormat(text, options)) {
    case 'json':
      if (source.size > largestJsonBytes)
        return refuse(413, m('too-large', { most: sizeText(largestJsonBytes) }))
      return readJson(await wholeText(closing(open(), source)), coding, options)
    case 'jsonl':
      return readJsonLines(open, () => closing(open(), source), coding, options)
    case 'csv':
      return readCsv(closing(open(), source), text, coding, options)
  }
}

/** A table may begin with plain ASCII for long; the encoding shows where that ends. */
async function tellingSample(source: ByteSource, first: Buffer): Promise<Buffer> {
  let sample = first
  for (let at = first.length; at < source.size && isAscii(sample); at += sampleBytes)
    sample = await source.read(at, Math.min(sampleBytes, source.size - at))
  return isAscii(sample) ? first : sample
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0)
}

function textFormat(text: string, options: TableOptions): 'json' | 'jsonl' | 'csv' {
  const start = text.trimStart()
  if (start.startsWith('[')) return /^\[\s*[[{\]"\d]/.test(start) ? 'json' : 'csv'
  if (!start.startsWith('{')) return 'csv'
  if (/\.(?:jsonl|ndjson)$/i.test(options.name ?? '')) return 'jsonl'
  return /^\{[^\n]*\}[ \t]*\r?\n\s*\{/.test(start) ? 'jsonl' : 'json'
}

async function* decoded(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  for (let at = 0; at < source.size; at += sampleBytes) {
    const text = decoder.write(await source.read(at, Math.min(sampleBytes, source.size - at)))
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

async function* closing(text: AsyncIterable<string>, source: ByteSource): AsyncGenerator<string> {
  try {
    yield* text
  } finally {
    await source.close()
  }
}

async function wholeText(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text.replace(/^\uFEFF/, '')
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
