/** What a course code says by its shape. */
export interface ReadCode {
  /** Without spaces, in capitals, without compatibility forms: as codes are compared. */
  key: string
  /** The subject area: the letters in front, or the first digits of a code of digits. */
  area: string
  /** The number after the area, or null where there is none. */
  number: number | null
  /** Letters around the number: "C" of "C61", "A" of "1A", "H" of an honours course. */
  before: string
  after: string
  /** The digits of the number as they stand. */
  digits: string
}

const longestCode = 80

/** Takes a code apart. Codes are read as they come; nothing is refused. */
export function readCode(code: string): ReadCode {
  const text = code
    .slice(0, longestCode)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
  const key = text.replace(/\s/g, '')
  if (/^\d{5,}$/.test(key)) {
    const area = key.slice(0, key.length > 7 ? 5 : key.length - 3)
    const digits = key.slice(area.length)
    return { key, area, number: Number(digits), before: '', after: '', digits }
  }
  const match = /^(.*?[\p{L}&.\-/]\s*)??(\p{Lu}{0,2})(\d+)[\s.-]*(.*)$/u.exec(spaced(text))
  if (!match) return { key, area: lettersOf(key), number: null, before: '', after: '', digits: '' }
  const [, front = '', letters = '', digits = '', rest = ''] = match
  // A single word in front of the number is the area; letters set off by a space belong to the number.
  const apart = /\s$/.test(front) && letters !== ''
  const area = lettersOf(apart ? front : `${front}${letters}`)
  return {
    key,
    area: area === '' ? digits.slice(0, 2) : area,
    number: Number(digits.slice(0, 9)),
    before: apart ? letters : '',
    after: rest.replace(/[^\p{L}\d]/gu, '').slice(0, 4),
    digits,
  }
}

/** The level that a number hints at: its first digit where it has three or more, 0 where it says nothing. */
export function levelOf(code: ReadCode): number {
  return code.digits.length >= 3 ? Number(code.digits[0]) : 0
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}&]/gu, '')
}
