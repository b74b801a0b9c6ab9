import {
  displayName,
  Fraction,
  formatNumber,
  type Language,
  languages,
  localised,
  type PersonName,
} from '#kernel/values'
import type { Argument, Message, Translate } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { Reason } from '../rules/reasons.ts'
import type { Finding, Titles, Verdict } from '../rules/types.ts'
import { withTermsNamed } from '../term-names.ts'
import type { Tone } from '#ui'

/** A title for a reader with its language; '' (which HTML takes for unknown) where it is none of ours: a transcript may be Finnish. */
export function titleOf(
  titles: Titles,
  language: Language,
): { text: string; language: Language | '' } {
  const ours = Object.fromEntries(
    languages.flatMap((each) => (titles[each] ? [[each, titles[each]]] : [])),
  )
  if (Object.keys(ours).length > 0) return localised(ours, language)
  return { text: Object.values(titles).find((text) => text) ?? '', language: '' }
}

/** Exact credit in the reader's digits: at most three places, never rounded silently to a whole. */
export function creditText(credit: string | Fraction | null, language: Language): string {
  const value = typeof credit === 'string' ? Fraction.parse(credit) : credit
  return value ? formatNumber(value, language, 3) : '–'
}

/** “4.5 credits”, with the plural that the number takes. */
export function credits(credit: string | Fraction | null, language: Language): Message {
  const value = typeof credit === 'string' ? Fraction.parse(credit) : credit
  return m('page.credits', {
    credit: creditText(value, language),
    count: value ? Number(value.toDecimal(3)) : 0,
  })
}

/** The tone of a verdict; its word stands beside it. */
export const verdictTones: Record<Verdict, Tone> = {
  recognised: 'done',
  refused: 'neutral',
  'needs-decision': 'attention',
}

const outcomeTones: Record<Reason['outcome'], Tone> = {
  for: 'done',
  against: 'harm',
  open: 'attention',
  note: 'quiet',
}

/** A verdict in words. */
export function verdictMessage(verdict: Verdict): Message {
  return m(`page.verdict.${verdict}`)
}

/** The reasons of a finding for a reader; a judge's id becomes the judge's name. */
export function reasonsOf(
  { engine }: { engine: Pick<Finding, 'reasons'> & { verdict?: Verdict } },
  t: Translate,
  judge: (id: string) => string,
  worded: (key: Reason['key'], args: Record<string, Argument>) => Message = (key, args) =>
    m(key, args),
): { tone: Tone; text: string }[] {
  const { reasons, verdict } = engine
  const told = verdict === 'refused' ? reasons.filter(({ key }) => !ofRecord.test(key)) : reasons
  return told.map((reason) => {
    const args = asRead(reason.args)
    if (typeof args['judge'] === 'string') args['judge'] = judge(args['judge'])
    return { tone: outcomeTones[reason.outcome], text: t(worded(reason.key, args)) }
  })
}

/** The first reason that speaks for a verdict against a line or for a person; recognition needs none. */
export function decidingText<Text>(
  verdict: Verdict,
  reasons: readonly { tone?: Tone; text: Text }[],
): Text | undefined {
  if (verdict === 'recognised') return undefined
  const tone = verdict === 'refused' ? 'harm' : 'attention'
  return reasons.find((reason) => reason.tone === tone)?.text
}

/** Terms in the reader's calendar; courses of which one is enough are kept with a bar between them, people write a stroke. */
export function asRead(args: Reason['args']): Record<string, Argument> {
  const texts = Object.entries(withTermsNamed(args)).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(' | ', ' / ') : value,
  ])
  return Object.fromEntries(texts)
}

/** What tells how something is recorded: of what is refused nothing is. */
const ofRecord =
  /^reason\.(grade\.(recorded|converted)|credit\.(equal|surplus-|shortfall-(accepted|recorded))|cap\.within)/

/** A person's name by id for a reader; a dash where nobody knows it any more. */
export function nameOf(
  people: ReadonlyMap<string, PersonName>,
  id: string,
  language: Language,
): string {
  const name = people.get(id)
  return name ? displayName(name, language) : '–'
}

/** How the credit came about, in one line. */
export function creditMethodText(
  line: { engine: Pick<Finding, 'creditConversion'>; credit: string | Fraction | null },
  t: Translate,
  language: Language,
): string | null {
  const conversion = line.engine.creditConversion
  if (!conversion || line.credit === null) return null
  const text = t(
    m('page.case.converted', {
      from: creditText(line.credit, language),
      to: creditText(conversion.credit, language),
      by: m(`page.case.by.${conversion.method}`),
    }),
  )
  const others = conversion.alternatives
    .filter((other) => !other.credit.equals(conversion.unrounded))
    .map((other) =>
      t(m(`page.case.by-method.${other.method}`, { credit: creditText(other.credit, language) })),
    )
  if (others.length === 0) return text
  return `${text} · ${t(m('page.case.other-methods', { list: others.join(', ') }))}`
}

/** How the grade was entered, in one line. */
export function gradeMethodText(
  line: { engine: Pick<Finding, 'gradeConversion'> },
  t: Translate,
): string | null {
  const conversion = line.engine.gradeConversion
  if (!conversion) return null
  return t(
    m(`page.case.grade-method.${conversion.method}`, {
      host: conversion.hostGrade,
      home: conversion.homeGrade,
    }),
  )
}
