import { languages, localeOf } from '#kernel/values'

/** What people write for a language beside its names. */
const alsoCalled: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  putonghua: 'zh',
  普通话: 'zh',
  国语: 'zh',
  中文: 'zh',
  汉语: 'zh',
  cantonese: 'yue',
  粤语: 'yue',
  한글: 'ko',
  คนจีนกลาง: 'zh',
  จีนกลาง: 'zh',
  mandarim: 'zh',
}

let known: Map<string, string> | undefined

/**
 * The languages of a cell by their codes (ISO 639, without script or region): written as codes, or by name in any of
 * the five languages or their own. `unknown` is what is no language.
 */
export function languagesOf(cell: string): { codes: string[]; unknown: string[] } {
  const parts = cell
    .split(/[,;、，；/／|\n+&]+/)
    .flatMap((part) => (isCodes(part) ? part.trim().split(/\s+/) : [part.trim()]))
    .filter((part) => part !== '')
  const codes: string[] = []
  const unknown: string[] = []
  for (const part of parts) {
    const code = codeOf(part)
    if (code === null) unknown.push(part)
    else if (!codes.includes(code)) codes.push(code)
  }
  return { codes, unknown }
}

const isCodes = (part: string) =>
  /^\s*[a-z]{2,3}(?:-\w+)*(?:\s+[a-z]{2,3}(?:-\w+)*)+\s*$/i.test(part)

function codeOf(text: string): string | null {
  known ??= everyName()
  const key = keyOf(text)
  const named = known.get(key) ?? known.get(key.replace(/[文语語]$/u, '语'))
  if (named !== undefined) return named
  const [, primary = ''] = /^([a-z]{2,3})(?:-[a-z0-9]+)*$/i.exec(text.trim()) ?? []
  return primary !== '' && isLanguageCode(primary.toLowerCase()) ? primary.toLowerCase() : null
}

/** How names are compared: without case, blanks and the word for “language” that Thai puts before. */
function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）.]+/g, '')
    .replace(/^ภาษา/, '')
}

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const isLanguageCode = (code: string) => english.of(code) !== undefined

function everyName(): Map<string, string> {
  const names = new Map(Object.entries(alsoCalled))
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(97 + at))
  const codes = letters.flatMap((one) => letters.map((two) => one + two)).filter(isLanguageCode)
  const readers = languages.map(
    (language) => new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'none' }),
  )
  for (const code of codes) {
    const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' })
    for (const name of [...readers, own].map((reader) => reader.of(code))) {
      if (name !== undefined && !names.has(keyOf(name))) names.set(keyOf(name), code)
    }
  }
  return names
}
