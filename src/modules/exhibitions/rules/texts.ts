import { type Language, languages, type LocalText } from '#kernel/values'

/** How far a text in one language is; `stale` is a translation whose source has been changed since. */
export const textStates = ['missing', 'machine', 'draft', 'stale', 'reviewed'] as const
export type TextState = (typeof textStates)[number]

/** What somebody has said of a text that they wrote; whether it is stale or missing is computed. */
export type WrittenState = Exclude<TextState, 'missing' | 'stale'>

/** One string in one language as it is stored. `sourceVersion` is the version of the source that it was translated from. */
export interface StoredText {
  language: Language
  value: string
  state: WrittenState
  version: number
  sourceVersion: number | null
}

/** The least that every string must be before an exhibition is published in a language. */
export const publishingGates = ['reviewed', 'current', 'present'] as const
export type PublishingGate = (typeof publishingGates)[number]

/**
 * The state of one string in one language. An empty text is missing; a translation is stale as soon as the version of its
 * source is another than the one that it was made from. The source itself is never stale.
 */
export function textState(
  texts: readonly StoredText[],
  language: Language,
  sourceLanguage: Language,
): TextState {
  const own = texts.find((each) => each.language === language)
  if (!own || own.value.trim() === '') return 'missing'
  if (language === sourceLanguage) return own.state
  const source = texts.find((each) => each.language === sourceLanguage)
  const isOfThis = source === undefined || own.sourceVersion === source.version
  return isOfThis ? own.state : 'stale'
}

const passing: Readonly<Record<PublishingGate, readonly TextState[]>> = {
  reviewed: ['reviewed'],
  current: ['reviewed', 'draft'],
  present: ['reviewed', 'draft', 'stale', 'machine'],
}

/**
 * Whether a string lets its exhibition through the gate. A text that nobody wrote in any language is no hindrance unless it
 * is needed: a wall may be without words. One that is written in the source must be there in every language published.
 */
export function passesGate(
  texts: readonly StoredText[],
  { language, sourceLanguage, gate, needed }: GateQuestion,
): boolean {
  if (mayBeAbsent({ texts, needed })) return true
  return passing[gate].includes(textState(texts, language, sourceLanguage))
}

/** Whether a string is written in no language and need not be: nobody waits for it. */
export function mayBeAbsent({ texts, needed }: Pick<TextString, 'texts' | 'needed'>): boolean {
  return !needed && texts.every(({ value }) => value.trim() === '')
}

/** What is asked of one string before it is published. */
export interface GateQuestion {
  language: Language
  sourceLanguage: Language
  gate: PublishingGate
  needed: boolean
}

/** A string of an exhibition: of which part, which field, and what stands in each language. */
export interface TextString {
  partId: string
  field: string
  needed: boolean
  texts: readonly StoredText[]
}

/** How many strings are in each state, for one language. Strings that are written nowhere and not needed are not counted. */
export function countStates(
  strings: readonly TextString[],
  language: Language,
  sourceLanguage: Language,
): Record<TextState, number> {
  const counts = { missing: 0, machine: 0, draft: 0, stale: 0, reviewed: 0 }
  for (const { texts, needed } of strings) {
    if (mayBeAbsent({ texts, needed })) continue
    counts[textState(texts, language, sourceLanguage)] += 1
  }
  return counts
}

/** The strings that hold an exhibition back, in the order in which they are read. */
export function heldBack(
  strings: readonly TextString[],
  published: readonly Language[],
  rule: { sourceLanguage: Language; gate: PublishingGate },
): { string: TextString; language: Language; state: TextState }[] {
  return strings.flatMap((string) =>
    published.flatMap((language) =>
      passesGate(string.texts, { ...rule, language, needed: string.needed })
        ? []
        : [{ string, language, state: textState(string.texts, language, rule.sourceLanguage) }],
    ),
  )
}

/** The texts of one string by language, without the empty ones. */
export function localText(texts: readonly StoredText[]): LocalText {
  const found: LocalText = {}
  for (const language of languages) {
    const value = texts.find((each) => each.language === language)?.value.trim()
    if (value) found[language] = value
  }
  return found
}

/** A text as it is stored: browsers and spreadsheets send the end of a line as two characters. */
export function withLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** What an editor sends of one string: what they began with, and what stands there now. */
export interface EditedText {
  /** The version that the editor saw; 0 where nothing stood. */
  version: number
  /** What they saw. */
  seen: string
  value: string
}

/** What becomes of an edit beside what somebody else has saved meanwhile. */
export type Merge =
  | { kind: 'unchanged' }
  | { kind: 'save'; value: string }
  /** Both changed the same string: nothing is overwritten, both are shown. */
  | { kind: 'conflict'; theirs: string; mine: string }

/**
 * Merges by field: a string that only one of two editors has changed takes that change; what both have changed alike is
 * settled; what they changed differently is a conflict that a person decides.
 */
export function mergeText(
  current: { version: number; value: string } | null,
  edit: EditedText,
): Merge {
  const theirs = current?.value ?? ''
  if (edit.value === theirs || edit.value === edit.seen) return { kind: 'unchanged' }
  const isAsSeen = (current?.version ?? 0) === edit.version || theirs === edit.seen
  return isAsSeen
    ? { kind: 'save', value: edit.value }
    : { kind: 'conflict', theirs, mine: edit.value }
}
