import type { Language } from '#kernel/values'

/** A person's words with the language that they are in; null where nobody knows it. */
export interface Spoken {
  text: string
  language: Language | null
}

const scripts: readonly { language: Language; letters: RegExp }[] = [
  { language: 'th', letters: /\p{Script=Thai}/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'zh-Hans', letters: /\p{Script=Han}/gu },
]

/** Of this many letters one must be of a script for a text to be in its language: titles in Latin letters stand in all. */
const oneIn = 5

/**
 * The language of a text: what its writer said, unless its letters are of another script, as where somebody types Thai on
 * an English page. Latin letters are what was said, where that is written in them, else English; null where nothing was said.
 */
export function trueLanguage(text: string, said: Language | null): Language | null {
  const all = text.match(/\p{L}/gu)?.length ?? 0
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  const shares = scripts
    .map(({ language, letters }) => ({ language, count: count(letters) }))
    .filter((each) => each.count > 0 && each.count * oneIn >= all)
    .toSorted((a, b) => b.count - a.count)
  if (shares.some(({ language }) => language === said)) return said
  if (shares[0]) return shares[0].language
  if (said === null || all === 0) return said
  return said === 'fr' ? 'fr' : 'en'
}

/** A second reason out of its columns. */
export function secondReasonOf(row: {
  second_reason?: string | null
  second_reason_language?: Language | null
}): Spoken | null {
  return row.second_reason
    ? { text: row.second_reason, language: row.second_reason_language ?? null }
    : null
}

/** A reason in the languages in which it was given, the first one first. */
export function spokenReasons(line: {
  changeReason: string | null
  reasonLanguage?: Language | null
  secondReason?: Spoken | null
}): Spoken[] {
  if (line.changeReason === null) return []
  const { changeReason: text, reasonLanguage = null, secondReason } = line
  const first = { text, language: reasonLanguage ?? trueLanguage(text, null) }
  return secondReason ? [first, secondReason] : [first]
}

/** The same of a reason beside which nothing else stands; nothing where none was given. */
export function reasonsGiven({ reason, ...languages }: GivenReason): Spoken[] {
  return spokenReasons({ ...languages, changeReason: reason === '' ? null : reason })
}

/** A reason that somebody gave, a unit or a committee. */
export interface GivenReason {
  reason: string | null
  reasonLanguage: Language | null
  secondReason: Spoken | null
}

/** Reasons in the order in which the readers of these languages want them; of one reader, theirs or the first. */
export function reasonsFor(reasons: readonly Spoken[], wanted: readonly Language[]): Spoken[] {
  const found = wanted.flatMap((each) => reasons.find(({ language }) => language === each) ?? [])
  const distinct = [...new Set(found)]
  if (new Set(wanted).size === 1) return [distinct[0] ?? reasons[0]].flatMap((each) => each ?? [])
  return [...distinct, ...reasons.filter((each) => !distinct.includes(each))]
}
