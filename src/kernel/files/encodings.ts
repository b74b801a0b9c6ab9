import iconv from 'iconv-lite'
import { keptText } from '#kernel/values'

/** The encodings that spreadsheets and registry systems of the five languages write, with the names that offices know them by. */
export const textEncodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-874': 'Windows-874 (TIS-620)',
  gb18030: 'GB18030 (GBK, GB2312)',
  cp949: 'CP949 (EUC-KR)',
  'windows-1252': 'Windows-1252 (ISO 8859-1)',
} as const

export type TextEncoding = keyof typeof textEncodings

/** How some lines of a text read in one encoding, so that a person sees which one is right. */
export interface EncodingPreview {
  readonly encoding: TextEncoding
  readonly lines: readonly string[]
  /** Whether it is the one that the file itself suggests. */
  readonly found: boolean
  /** Whether these bytes could not have been written in this encoding. */
  readonly broken: boolean
}

/** Tells whether a text names one of the encodings. */
export function isTextEncoding(text: string): text is TextEncoding {
  return Object.hasOwn(textEncodings, text)
}

/** A decoder for iconv: pieces in, text out. */
export interface StreamDecoder {
  write(chunk: Buffer): string
  end(): string | undefined
}

export function decoderFor(encoding: TextEncoding): StreamDecoder {
  return iconv.getDecoder(encoding) as StreamDecoder
}

/**
 * A text in an encoding, or the characters (each once) that the encoding has none for: nothing is written as a question
 * mark. UTF-16 begins with its mark; UTF-8 only where `mark` says so.
 */
export function encodeText(
  text: string,
  encoding: TextEncoding,
  { mark = false }: { mark?: boolean } = {},
): { bytes: Uint8Array } | { lacking: string[] } {
  const lacking = [...new Set(text.toWellFormed())].filter(
    (letter) => iconv.decode(iconv.encode(letter, encoding), encoding) !== letter,
  )
  if (lacking.length > 0) return { lacking }
  const addBOM = encoding.startsWith('utf-16') || (encoding === 'utf-8' && mark)
  return { bytes: new Uint8Array(iconv.encode(text, encoding, { addBOM })) }
}

/**
 * Finds the encoding of a text from its first bytes: a byte order mark, then the pattern of UTF-16,
 * then valid UTF-8, then the legacy encoding whose structure and commonest letters fit best.
 */
export function detectEncoding(sample: Uint8Array): TextEncoding {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength)
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return 'utf-8'
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = wideEncoding(bytes)
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  return legacyEncoding(bytes)
}

const previewBytes = 16_384
const previewLines = 3
const previewLength = 160

/**
 * Some lines with letters beyond ASCII as they read in each encoding, the given one first; empty
 * where the sample is all ASCII, which reads the same in every one that a table could be in.
 */
export function encodingPreviews(sample: Uint8Array, chosen: TextEncoding): EncodingPreview[] {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength)
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0)
  if (first < 0) return []
  const line = chosen.startsWith('utf-16') ? 0 : bytes.lastIndexOf(0x0a, first) + 1
  const from = Math.max(line, first - previewBytes / 2)
  const piece = bytes.subarray(from, from + previewBytes)
  const others = (Object.keys(textEncodings) as TextEncoding[]).filter((each) => each !== chosen)
  const found = detectEncoding(bytes)
  return [chosen, ...others].map((encoding) => ({
    ...previewIn(piece, encoding),
    found: encoding === found,
  }))
}

function previewIn(piece: Buffer, encoding: TextEncoding): Omit<EncodingPreview, 'found'> {
  const all = decoderFor(encoding)
    .write(piece)
    .split(/\r\n|\n|\r/)
  // The piece may end within a line, and within a letter.
  const whole = all.length > 1 ? all.slice(0, -1) : all
  const telling = whole.filter((line) => /[^\p{ASCII}]/u.test(line))
  const read = (telling.length > 0 ? telling : whole)
    .slice(0, previewLines)
    .map((line) => line.slice(0, previewLength).toWellFormed())
  // oxlint-disable-next-line no-control-regex -- what no text has shows that this is not the encoding.
  const broken = read.some((line) => /[\uFFFD\u0000-\u0008]/.test(line))
  // The lines are kept with the draft, and what no text has cannot be.
  return { encoding, lines: read.map(keptText), broken }
}

function wideEncoding(bytes: Buffer): TextEncoding | null {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const enough = Math.max(1, bytes.length / 20)
  if (odd >= enough && even < odd / 10) return 'utf-16le'
  if (even >= enough && odd < even / 10) return 'utf-16be'
  return null
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function legacyEncoding(bytes: Buffer): TextEncoding {
  if (loneShare(bytes) > 0.6) return 'windows-1252'
  const scores: [TextEncoding, number][] = [
    ['windows-874', thaiScore(bytes)],
    ['gb18030', chineseScore(bytes)],
    ['cp949', koreanScore(bytes)],
  ]
  const [best] = scores.toSorted((a, b) => b[1] - a[1])
  return best && best[1] > 0 ? best[0] : 'windows-1252'
}

/** European text has single accented letters among plain ones; the others come in runs. */
function loneShare(bytes: Buffer): number {
  let high = 0
  let lone = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    high += 1
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) lone += 1
  }
  return high === 0 ? 0 : lone / high
}

/** In Thai a mark stands on a consonant or another mark, and a leading vowel before a consonant. */
function thaiScore(bytes: Buffer): number {
  let letters = 0
  let faults = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    const before = bytes[at - 1] ?? 0
    const after = bytes[at + 1] ?? 0
    letters += 1
    if (byte < 0xa1 || (byte > 0xda && byte < 0xdf) || byte > 0xfb) faults += 1
    else if (isThaiMark(byte) && !isThaiConsonant(before) && !isThaiMark(before)) faults += 1
    else if (byte >= 0xe0 && byte <= 0xe4 && !isThaiConsonant(after) && at + 1 < bytes.length)
      faults += 1
  }
  return letters === 0 ? 0 : 1 - (faults / letters) * 12
}

function isThaiConsonant(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xce
}

function isThaiMark(byte: number): boolean {
  return byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee)
}

/** The letters that stand most often in what offices write; bytes read in a wrong encoding seldom give them. */
const commonChinese = new Set(
  '的学中国大程文化一与和理生实人工院设计分教专业科基础研究技术管现代法论艺系语数史电体物子信' +
    '息气育力机外英经动高济类海安械泰建船舶筑洋统原思料师越材卓验巴黎密用天主级西义方导制传根析' +
    '医上新等算事务合作农马克会请有件公金概成命课媒写播行构共已际融应定创践性本结读能据处汉微综' +
    '政药交境社通发策想序日不环字及入控录或认在德器为形模造自视航可选项空线规绩全无流心时量名证' +
    '品军码号期目题出未展校色路该网凯登势个毕热式前言内部其单表记图接习特没邮听保您运',
)
const commonHangul = new Set(
  '이다의는을를에과가고하기로사학한인정지원대수성교목국어문화부전공점론및제자시일회니습오십없' +
    '은적서입있나으록계명합용소그되해연않보주행할아도등면체결비내관상거번파개른간된음메드증건중' +
    '었했여당만력스터모업속단저확열직료두읽름장판선코리위미동됩표택규호람요처았며또최분조데작더' +
    '추프키라본와무생평함같초마치종식바설환든준줄담유산것재경려참버받크임구져게남실트새외램필올' +
    '급까항격쓰밀워링따날들권청언야베뒤예러년응형백복르변므집림류신태불알안방넘첫현율폴각',
)

function chineseScore(bytes: Buffer): number {
  return doubleByteScore(bytes, 'gb18030', /\p{Script=Han}/u, commonChinese)
}

function koreanScore(bytes: Buffer): number {
  return doubleByteScore(bytes, 'cp949', /\p{Script=Hangul}/u, commonHangul)
}

/** The share of letters of the script among the letters beyond ASCII, raised by those that are common in real text. */
function doubleByteScore(
  bytes: Buffer,
  encoding: TextEncoding,
  script: RegExp,
  common: Set<string>,
): number {
  let letters = 0
  let own = 0
  let frequent = 0
  let faults = 0
  for (const letter of iconv.decode(bytes, encoding)) {
    const code = letter.codePointAt(0)!
    if (code < 0x80) continue
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) faults += 1
    else if (isWidePunctuation(code)) continue
    letters += 1
    if (script.test(letter)) own += 1
    if (common.has(letter)) frequent += 1
  }
  if (letters === 0) return 0
  // A sample may end within a letter, so one fault proves nothing.
  return own / letters - (Math.max(0, faults - 1) / letters) * 12 + frequent / letters - 0.3
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00
}
