import iconv from 'iconv-lite'

/** The encodings that spreadsheets and registry systems of the five languages write. */
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-874'
  | 'gb18030'
  | 'cp949'
  | 'windows-1252'

/** A decoder for iconv: pieces in, text out. */
export interface StreamDecoder {
  write(chunk: Buffer): string
  end(): string | undefined
}

export function decoderFor(encoding: TextEncoding): StreamDecoder {
  return iconv.getDecoder(encoding) as StreamDecoder
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

const commonChinese = new Set(
  '的学中国大程文化一与和理生实人工院设计分教分专业科基础研究技术管现代法论艺系语数史',
)
const commonHangul = new Set(
  '이다의는을를에과가고하기로사학한인정지원대수성교과목국어문화부전공점론및제자시일회',
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
  return (
    own / letters -
    (Math.max(0, faults - 1) / letters) * 12 +
    Math.min(0.5, (frequent / letters) * 2) -
    0.3
  )
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00
}
