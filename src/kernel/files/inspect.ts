import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { refuse, type Refusal } from '#kernel/database'
import { decoderFor, detectEncoding } from './encodings.ts'
import { labelsOf, fileKinds, type FileKind } from './kinds.ts'
import { m } from './messages/index.ts'
import { pdfFacts } from './pdf-check.ts'
import { sizeText } from './sizes.ts'
import { byteSource, type ByteSource, officeLimits, zipEntries, type ZipLimits } from './zip.ts'

/** What a place accepts. */
export interface UploadRules {
  readonly allow: readonly FileKind[]
  readonly maxBytes: number
  /** Of a picture, width by height; 50 million unless said. */
  readonly maxPixels?: number
  readonly archive?: ZipLimits
}

/** What a file is, found from its content alone. */
export interface Inspected {
  readonly kind: FileKind
  readonly mediaType: string
  readonly sizeBytes: number
  readonly width?: number
  readonly height?: number
  /** Pages of a PDF. */
  readonly pages?: number
}

/**
 * Says in this thread what bytes are; `inspectUpload` is the same in a thread of its own.
 */
export async function inspectHere({
  bytes,
  rules,
}: {
  bytes: Uint8Array
  rules: UploadRules
}): Promise<Inspected | Refusal> {
  const kind = await kindOf(bytes)
  if (kind === 'locked') return refuse(422, m('office-locked'))
  if (kind === null) return refuse(415, m('kind-unknown', { allowed: labelsOf(rules.allow) }))
  if (!accepts(rules.allow, kind)) return notAllowed(kind, rules)
  if (hasSecondKind(bytes, kind)) return refuse(422, m('two-kinds'))
  const facts = await checkContent(bytes, kind, rules)
  if ('refusal' in facts) return facts
  return { kind, mediaType: fileKinds[kind].mediaType, sizeBytes: bytes.byteLength, ...facts }
}

/** The same for a file by its path. What is shown to visitors may be of gigabytes and is looked at in places only. */
export async function inspectFileHere({
  path,
  rules,
}: {
  path: string
  rules: UploadRules
}): Promise<Inspected | Refusal> {
  const source = await byteSource(path)
  try {
    const head = await source.read(0, Math.min(headBytes, source.size))
    const shown = await shownKindAt(path, head)
    if (shown !== null) return await inspectShown({ path, source, head, kind: shown, rules })
    const kind = await kindOf(head)
    // A table of text is known by its first lines; what else there is has to be looked at whole.
    if (kind !== 'csv' && kind !== 'jsonl' && kind !== 'json' && kind !== 'text') {
      if (source.size > mostWhole) return refuse(413, m('too-large', { most: sizeText(mostWhole) }))
      return inspectHere({ bytes: await readFile(path), rules })
    }
    if (!accepts(rules.allow, kind)) return notAllowed(kind, rules)
    return { kind, mediaType: fileKinds[kind].mediaType, sizeBytes: source.size }
  } finally {
    await source.close()
  }
}

/** What has to be in memory to be looked at. */
const mostWhole = 1024 * 1024 * 1024

const pictureKinds: readonly FileKind[] = ['jpeg', 'png', 'webp', 'avif', 'tiff']
const playedKinds: readonly FileKind[] = ['mp3', 'm4a', 'mp4', 'ogg', 'wav', 'webm']

/** The kind of a picture, recording or film; null for everything else. */
async function shownKindAt(path: string, head: Buffer): Promise<FileKind | null> {
  const isBigTiff =
    startsWith(head, [0x49, 0x49, 0x2b, 0x00]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2b])
  if (isBigTiff) return 'tiff'
  const found = await fileTypeFromFile(path)
  const kind = (found && binaryKinds[found.ext]) ?? null
  return kind !== null && [...pictureKinds, ...playedKinds].includes(kind) ? kind : null
}

async function inspectShown(shown: {
  path: string
  source: ByteSource
  head: Buffer
  kind: FileKind
  rules: UploadRules
}): Promise<Inspected | Refusal> {
  const { path, source, head, kind, rules } = shown
  if (!accepts(rules.allow, kind)) return notAllowed(kind, rules)
  const isPicture = pictureKinds.includes(kind)
  if (isPicture && (isSaidToBeAnother(head, kind) || (await endsAsArchive(source))))
    return refuse(422, m('two-kinds'))
  const facts = isPicture ? await checkPicture(path, rules.maxPixels ?? 50_000_000) : {}
  if ('refusal' in facts) return facts
  return { kind, mediaType: fileKinds[kind].mediaType, sizeBytes: source.size, ...facts }
}

/** Whether the last bytes are the end of a ZIP whose directory stands before them (APPNOTE 4.3.16). */
async function endsAsArchive(source: ByteSource): Promise<boolean> {
  const length = Math.min(tailBytes, source.size)
  const tail = await source.read(source.size - length, length)
  for (let at = tail.indexOf(archiveEnd); at >= 0; at = tail.indexOf(archiveEnd, at + 1)) {
    if (at + 16 > tail.length) return false
    const place = source.size - length + at - tail.readUInt32LE(at + 12)
    if (place >= 0 && (await source.read(place, 4)).equals(archiveEntry)) return true
  }
  return false
}

function notAllowed(kind: FileKind, { allow }: UploadRules): Refusal {
  const args = { kind: fileKinds[kind].label, allowed: labelsOf(allow) }
  return refuse(415, m('kind-not-allowed', args))
}

/** Plain text is what a list with commas also is; the reverse does not hold. */
function accepts(allow: readonly FileKind[], kind: FileKind): boolean {
  if (allow.includes(kind)) return true
  if (kind === 'csv' || kind === 'jsonl') return allow.includes('text')
  return kind === 'text' && allow.includes('csv')
}

const binaryKinds: Record<string, FileKind> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  mp3: 'mp3',
  m4a: 'm4a',
  mp4: 'mp4',
  m4v: 'mp4',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'ogg',
  wav: 'wav',
  webm: 'webm',
  glb: 'glb',
  tif: 'tiff',
  xlsx: 'xlsx',
  docx: 'docx',
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | 'locked' | null> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'locked'
  if (startsWith(bytes, [0x50, 0x4b])) return officeKind(bytes)
  const found = await fileTypeFromBuffer(bytes)
  if (found && found.ext !== 'xml') return binaryKinds[found.ext] ?? null
  return textKind(bytes)
}

/** The directory of the archive decides, because the order of its entries is free. */
async function officeKind(bytes: Uint8Array): Promise<FileKind | null> {
  const source = await byteSource(bytes)
  const entries = await zipEntries(source, {
    entries: 100_000,
    totalBytes: Infinity,
    ratio: Infinity,
  })
  if ('refusal' in entries) return (await fileTypeFromBuffer(bytes))?.ext === 'xlsx' ? 'xlsx' : null
  const names = new Set(entries.map((entry) => entry.name))
  if (names.has('xl/vbaProject.bin') || names.has('word/vbaProject.bin')) return null
  if (names.has('xl/workbook.xml')) return 'xlsx'
  return names.has('word/document.xml') ? 'docx' : null
}

const headBytes = 65_536

function textKind(bytes: Uint8Array): FileKind | null {
  const sample = bytes.subarray(0, headBytes)
  const text = decoderFor(detectEncoding(sample)).write(Buffer.from(sample))
  // oxlint-disable-next-line no-control-regex -- a control character is what tells bytes from text.
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) return null
  const start = text.trimStart()
  if (start.startsWith('<')) return xmlKind(start)
  if (start.startsWith('[')) return 'json'
  if (start.startsWith('{')) return isJsonLine(start) ? 'jsonl' : 'json'
  const lines = start.split(/\r\n|\n|\r/).slice(0, 5)
  const separated = lines.filter((line) => /[,;\t|]/.test(line)).length
  return separated > 0 && separated >= Math.min(2, lines.filter(Boolean).length) ? 'csv' : 'text'
}

function xmlKind(text: string): FileKind | null {
  const root = /^<([\w.:-]+)/.exec(afterProlog(text))?.[1]
  if (root === undefined) return null
  if (/^(?:html|script|body|head|iframe)$/i.test(root)) return null
  return /^(?:\w+:)?svg$/.test(root) ? 'svg' : 'xml'
}

/** Steps over declarations, comments and a document type, up to the first element. */
function afterProlog(text: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1
    const end = prologEnd(text, at)
    if (end <= at) return text.slice(at)
    at = end
  }
}

function prologEnd(text: string, at: number): number {
  const past = (mark: string) => {
    const found = text.indexOf(mark, at)
    return found < 0 ? -1 : found + mark.length
  }
  if (text.startsWith('<?', at)) return past('?>')
  if (text.startsWith('<!--', at)) return past('-->')
  if (!/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return -1
  const close = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  return subset < 0 || close < subset ? past('>') : past(']>')
}

function isJsonLine(text: string): boolean {
  const line = /^[^\r\n]*/.exec(text)![0]
  try {
    JSON.parse(line)
    return /^[^\r\n]*[\r\n]\s*\{/.test(text)
  } catch {
    return false
  }
}

/** A picture or PDF that is also an archive, a page or another document is made to deceive somebody. */
function hasSecondKind(bytes: Uint8Array, kind: FileKind): boolean {
  if (!['pdf', 'jpeg', 'png', 'webp', 'avif', 'tiff'].includes(kind)) return false
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = buffer.subarray(-tailBytes)
  if (tail.includes(archiveEnd) && buffer.includes(archiveEntry)) return true
  return isSaidToBeAnother(buffer, kind)
}

const tailBytes = 66_000
const archiveEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const archiveEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02])

function isSaidToBeAnother(bytes: Buffer, kind: FileKind): boolean {
  const head = bytes.subarray(0, 2048).toString('latin1')
  if (/<(?:html|script|\?php|!doctype html|svg)\b/i.test(head)) return true
  return kind === 'pdf' ? !head.startsWith('%PDF-') : head.includes('%PDF-')
}

type ContentFacts = Pick<Inspected, 'width' | 'height' | 'pages'>

async function checkContent(
  bytes: Uint8Array,
  kind: FileKind,
  rules: UploadRules,
): Promise<ContentFacts | Refusal> {
  switch (kind) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'avif':
    case 'tiff':
      return checkPicture(bytes, rules.maxPixels ?? 50_000_000)
    case 'pdf':
      return checkPdf(bytes)
    case 'xlsx':
    case 'docx': {
      const entries = await zipEntries(await byteSource(bytes), rules.archive ?? officeLimits)
      return 'refusal' in entries ? entries : {}
    }
    case 'svg':
    case 'xml':
      return checkXml(bytes, kind)
    default:
      return {}
  }
}

/** The header alone says how large a picture is; only then is it decoded, so that damage is found. */
async function checkPicture(
  bytes: Uint8Array | string,
  maxPixels: number,
): Promise<ContentFacts | Refusal> {
  const tooMany = () => refuse(422, m('pixels', { most: Math.floor(maxPixels / 1_000_000) }))
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height * pages > maxPixels) return tooMany()
    await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'truncated' })
      .resize(16, 16, { fit: 'fill' })
      .raw()
      .toBuffer()
    return { width, height }
  } catch (error) {
    if (/pixel limit/i.test(String(error))) return tooMany()
    return refuse(422, m('image-broken'))
  }
}

function checkPdf(bytes: Uint8Array): ContentFacts | Refusal {
  const facts = pdfFacts(bytes)
  if (facts === null) return refuse(422, m('pdf-broken'))
  if (facts.encrypted) return refuse(422, m('pdf-encrypted'))
  if (facts.active) return refuse(422, m('pdf-active'))
  return { pages: facts.pages }
}

function checkXml(bytes: Uint8Array, kind: 'svg' | 'xml'): ContentFacts | Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = decoderFor(detectEncoding(bytes.subarray(0, 65_536))).write(buffer)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return refuse(422, m('xml-doctype'))
  if (kind === 'svg' && isActiveSvg(text)) return refuse(422, m('svg-active'))
  return {}
}

function isActiveSvg(text: string): boolean {
  if (/<(?:\w+:)?(?:script|foreignObject|iframe|handler|animate|set)\b/i.test(text)) return true
  if (/\son\w+\s*=/i.test(text)) return true
  return /(?:href\s*=\s*["']?\s*(?!["'#])|url\(\s*["']?\s*(?!["'#])|@import)/i.test(text)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
