import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { refuse, type Refusal } from '#kernel/database'
import { decoderFor, detectEncoding } from './encodings.ts'
import { labelsOf, fileKinds, type FileKind } from './kinds.ts'
import { m } from './messages/index.ts'
import { pdfFacts } from './pdf-check.ts'
import { byteSource, officeLimits, zipEntries, type ZipLimits } from './zip.ts'

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

/** The same for a file by its path. */
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
    const kind = await kindOf(head)
    // A table of text is known by its first lines; what else there is has to be looked at whole.
    if (kind !== 'csv' && kind !== 'jsonl' && kind !== 'json' && kind !== 'text')
      return inspectHere({ bytes: await readFile(path), rules })
    if (!accepts(rules.allow, kind)) return notAllowed(kind, rules)
    return { kind, mediaType: fileKinds[kind].mediaType, sizeBytes: source.size }
  } finally {
    await source.close()
  }
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
  const head = buffer.subarray(0, 2048).toString('latin1')
  const tail = buffer.subarray(-66_000)
  if (
    tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06])) &&
    buffer.includes(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  )
    return true
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
async function checkPicture(bytes: Uint8Array, maxPixels: number): Promise<ContentFacts | Refusal> {
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
