import { z } from 'zod'
import { httpMessages } from '#kernel/http'
import { type Fraction, normaliseDigits } from '#kernel/values'
import { m } from '../messages/index.ts'
import {
  type EvidenceKind,
  evidenceKinds,
  type KindRule,
  type LearningKind,
  learningKinds,
} from '../rules/learning.ts'
import { deadlineRules, mostHomeTermRules, mostKindRules } from '../rules/rule-forms.ts'
import type { Deadline, HomeTermRule } from '../rules/stay-types.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'
import { exactField, positiveField, shareField, wholeField, wrong } from './fields.ts'

const rows = (most: number) => Array.from({ length: most }, (_, place) => place)
const kindLimits = ['perTerm', 'perYear', 'perHost', 'total'] as const

/** A day of the year as 'day/month'; nothing typed is null. */
const dayOfYear = z
  .string()
  .trim()
  .max(10)
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const found = /^(\d{1,2})\s*[/.]\s*(\d{1,2})\.?$/.exec(normaliseDigits(text))
    const [day, month] = [Number(found?.[1]), Number(found?.[2])]
    // In a leap year, so that the 29th of February is a day.
    const time = new Date(Date.UTC(2024, month - 1, day))
    const isDay = found && time.getUTCMonth() === month - 1 && time.getUTCDate() === day
    return isDay ? { day, month } : wrong(context, m('rule-time.fault.day'))
  })

/** The fields that say when, how and where something must have been learnt. */
export const timeFields = {
  // Says that the form had these fields at all: one without them leaves the rules that they hold as they are.
  timeRules: z.enum(['', '1']).catch(''),
  deadlineRule: z.enum(['', ...deadlineRules]).catch(''),
  deadlineNumber: wholeField,
  deadlineDay: dayOfYear,
  deadlineLate: z.enum(['refuse', 'needs-decision']).catch('needs-decision'),
  suspension: wholeField,
  residenceShare: shareField,
  residenceYears: wholeField,
  lastTerm: z.enum(['', 'home']).catch(''),
  ...Object.fromEntries(
    rows(mostKindRules).flatMap((row): [string, z.ZodType][] => [
      [`kind.${row}.accept`, z.enum(['yes', 'no']).catch('yes')],
      ...kindLimits.map((limit): [string, z.ZodType] => [`kind.${row}.${limit}`, positiveField]),
      [`kind.${row}.share`, shareField],
    ]),
  ),
  ...Object.fromEntries(
    rows(mostHomeTermRules).flatMap((row): [string, z.ZodType][] => [
      [`home-term.${row}.home`, exactField],
      [`home-term.${row}.together`, positiveField],
    ]),
  ),
}

/** What was read of these fields, and the boxes that were ticked. */
export interface TimeForm {
  timeRules: '' | '1'
  deadlineRule: '' | (typeof deadlineRules)[number]
  deadlineNumber: number | null
  deadlineDay: { day: number; month: number } | null
  deadlineLate: 'refuse' | 'needs-decision'
  suspension: number | null
  residenceShare: Fraction | null
  residenceYears: number | null
  lastTerm: '' | 'home'
}

export type Ticked = (name: string) => readonly string[]

/** What the fields of a deadline lack for what was chosen. */
export function deadlineFault(
  form: TimeForm,
): { field: string; message: ReturnType<typeof m> } | null {
  const required = httpMessages('field.required')
  if (form.deadlineRule === 'date') {
    return form.deadlineDay ? null : { field: 'deadlineDay', message: required }
  }
  const isNumbered = form.deadlineRule !== ''
  return isNumbered && form.deadlineNumber === null
    ? { field: 'deadlineNumber', message: required }
    : null
}

/** The rules that the fields mean; those of the version before where the form had no such fields. */
export function timeRulesOf(
  form: TimeForm,
  ticked: Ticked,
  present: RecognitionRuleSet | null,
): Pick<RecognitionRuleSet, 'deadline' | 'suspension' | 'homeTerms' | 'kindRules'> {
  if (form.timeRules === '') return timeRulesKept(present)
  const deadline = deadlineOf(form)
  const homeTerms = homeTermsOf(form, ticked)
  const kindRules = kindRulesOf(form, ticked)
  return {
    ...(deadline ? { deadline } : {}),
    ...(form.suspension === null ? {} : { suspension: { overMonths: form.suspension } }),
    ...(homeTerms.length > 0 ? { homeTerms } : {}),
    ...(kindRules.length > 0 ? { kindRules } : {}),
  }
}

function timeRulesKept(present: RecognitionRuleSet | null) {
  if (!present) return {}
  const { deadline, suspension, homeTerms, kindRules } = present
  return {
    ...(deadline ? { deadline } : {}),
    ...(suspension ? { suspension } : {}),
    ...(homeTerms ? { homeTerms } : {}),
    ...(kindRules ? { kindRules } : {}),
  }
}

function deadlineOf(form: TimeForm): Deadline | null {
  const { deadlineRule, deadlineNumber, deadlineDay, deadlineLate: late } = form
  if (deadlineRule === 'date') return deadlineDay && { rule: 'date', ...deadlineDay, late }
  if (deadlineRule === '' || deadlineNumber === null) return null
  if (deadlineRule === 'week-1' || deadlineRule === 'week-2') {
    return { rule: 'week', week: deadlineNumber, term: deadlineRule === 'week-1' ? 1 : 2, late }
  }
  const after = deadlineRule === 'working-days-stay' ? 'stay' : 'issue'
  return { rule: 'working-days', days: deadlineNumber, after, late }
}

const fraction = (form: object, name: string) =>
  ((form as Record<string, unknown>)[name] ?? null) as Fraction | null

function homeTermsOf(form: TimeForm, ticked: Ticked): HomeTermRule[] {
  return rows(mostHomeTermRules).flatMap((row) => {
    const kinds = kindsIn(ticked(`home-term.${row}.kinds`))
    const mostAtHome = fraction(form, `home-term.${row}.home`)
    const mostTogether = fraction(form, `home-term.${row}.together`)
    const asked = kindsIn(ticked(`home-term.${row}.asked`)).filter((kind) => !kinds.includes(kind))
    return kinds.length > 0 && (mostAtHome ?? mostTogether)
      ? [{ kinds, ...(asked.length > 0 ? { asked } : {}), mostAtHome, mostTogether }]
      : []
  })
}

function kindRulesOf(form: TimeForm, ticked: Ticked): KindRule[] {
  return rows(mostKindRules).flatMap((row) => {
    const kinds = kindsIn(ticked(`kind.${row}.kinds`))
    if (kinds.length === 0) return []
    const limit = (name: string) => fraction(form, `kind.${row}.${name}`)
    const evidence = ticked(`kind.${row}.evidence`)
    return [
      {
        kinds,
        accept: (form as unknown as Record<string, unknown>)[`kind.${row}.accept`] !== 'no',
        perTerm: limit('perTerm'),
        perYear: limit('perYear'),
        perHost: limit('perHost'),
        total: limit('total'),
        share: limit('share'),
        evidence: evidenceKinds.filter((each: EvidenceKind) => evidence.includes(each)),
      },
    ]
  })
}

function kindsIn(ticked: readonly string[]): LearningKind[] {
  return learningKinds.filter((kind) => ticked.includes(kind))
}

/** The values with which the form begins: of boxes the ticked ones, parted by spaces. */
export function timeValues(rules: RecognitionRuleSet): Record<string, string> {
  const exact = (value: Fraction | null) => value?.toDecimal(6) ?? ''
  const values: Record<string, string> = {
    timeRules: '1',
    ...deadlineValues(rules.deadline),
    suspension: rules.suspension ? String(rules.suspension.overMonths) : '',
    residenceShare: rules.residence?.leastShare?.toString() ?? '',
    residenceYears: rules.residence?.leastYears ? String(rules.residence.leastYears) : '',
    lastTerm: rules.residence?.lastTerm ? 'home' : '',
  }
  for (const [row, rule] of (rules.kindRules ?? []).entries()) {
    values[`kind.${row}.kinds`] = rule.kinds.join(' ')
    values[`kind.${row}.accept`] = rule.accept ? 'yes' : 'no'
    values[`kind.${row}.evidence`] = rule.evidence.join(' ')
    values[`kind.${row}.share`] = rule.share?.toString() ?? ''
    for (const limit of kindLimits) values[`kind.${row}.${limit}`] = exact(rule[limit])
  }
  for (const [row, rule] of (rules.homeTerms ?? []).entries()) {
    values[`home-term.${row}.kinds`] = rule.kinds.join(' ')
    values[`home-term.${row}.asked`] = (rule.asked ?? []).join(' ')
    values[`home-term.${row}.home`] = exact(rule.mostAtHome)
    values[`home-term.${row}.together`] = exact(rule.mostTogether)
  }
  return values
}

function deadlineValues(deadline: Deadline | undefined): Record<string, string> {
  if (!deadline) return { deadlineRule: '' }
  const { late: deadlineLate } = deadline
  switch (deadline.rule) {
    case 'week': {
      // A form offers the first term after the stay and the second.
      const deadlineRule = deadline.term === 1 ? 'week-1' : 'week-2'
      return { deadlineRule, deadlineNumber: String(deadline.week), deadlineLate }
    }
    case 'working-days': {
      const deadlineRule = `working-days-${deadline.after}`
      return { deadlineRule, deadlineNumber: String(deadline.days), deadlineLate }
    }
    case 'date': {
      const deadlineDay = `${deadline.day}/${deadline.month}`
      return { deadlineRule: 'date', deadlineDay, deadlineLate }
    }
  }
}

/** What was ticked on a form that is shown again, as `timeValues` gives it. */
export function tickedValues(ticked: Ticked): Record<string, string> {
  const names = [
    ...rows(mostKindRules).flatMap((row) => [`kind.${row}.kinds`, `kind.${row}.evidence`]),
    ...rows(mostHomeTermRules).flatMap((row) => [
      `home-term.${row}.kinds`,
      `home-term.${row}.asked`,
    ]),
  ]
  return Object.fromEntries(names.map((name) => [name, ticked(name).join(' ')]))
}
