import { z } from 'zod'
import { type Call, httpMessages } from '#kernel/http'
import { type Fraction, yearInField } from '#kernel/values'
import {
  readRemarks,
  readScaleLines,
  readWordLines,
  type ScaleLine,
} from '../formats/scale-rows.ts'
import { m } from '../messages/index.ts'
import type { PreviewRow } from '../pages/scale-form.tsx'
import { type DraftScale, scaleFaults } from '../rules/check-scale.ts'
import {
  type CreditScheme,
  type GradeScale,
  type GradeStep,
  type TeachingKind,
  teachingKinds,
} from '../rules/types.ts'
import { type DraftScheme, faultMessage } from '../service/scales.ts'
import {
  choiceField,
  exactField,
  nameFields,
  namesOf,
  nameValues,
  positiveField,
  requiredYearField,
  sourcesOf,
  sourceText,
  wholeField,
  yearField,
} from './fields.ts'

const longText = z.string().max(10_000).default('')
const sourcesField = z.string().max(5000).default('')

/** The form in which an institution chooses scheme and scale for some intakes. */
export const useForm = z.object({
  organisation: z.string().default(''),
  scheme: z.string().max(60).default(''),
  scale: z.string().max(60).default(''),
  intakeFrom: requiredYearField,
  intakeTo: yearField,
})

/** The form of a correspondence of grades. */
export const correspondenceForm = z
  .object({
    organisation: z.string().default(''),
    hostScale: z.string().max(60).default(''),
    homeScale: z.string().max(60).default(''),
    host: z.string().max(40).default(''),
    home: z.string().max(40).default(''),
    source: z.string().max(900).default(''),
  })
  .superRefine((form, context) => {
    const sources = sourcesOf(form.source)
    if (sources !== null && sources.length <= 1) return
    const params = { message: m('rule-set.fault.source') }
    context.addIssue({ code: 'custom', path: ['source'], params })
  })

/** What both forms need: a name, and sources that can be read. */
function refineNamed(form: { sources: string }, context: z.RefinementCtx): void {
  const fault = (path: string, message: ReturnType<typeof m>) =>
    context.addIssue({ code: 'custom', path: [path], params: { message } })
  if (Object.keys(namesOf(form)).length === 0) fault('name.en', m('scale.fault.name'))
  if (sourcesOf(form.sources) === null) fault('sources', m('rule-set.fault.source'))
}

/** The form of a grade scale, field by field; the rows are read by `readScale`. */
export const scaleForm = z
  .object({
    ...nameFields,
    organisation: z.string().default(''),
    kind: z.enum(['steps', 'range']).catch('steps'),
    rows: longText,
    words: longText,
    remarks: longText,
    lowest: exactField,
    highest: exactField,
    passMark: exactField,
    better: z.enum(['higher', 'lower']).catch('higher'),
    intakeFrom: yearField,
    intakeTo: yearField,
    sources: sourcesField,
    next: z.enum(['preview', 'enter']).catch('preview'),
  })
  .superRefine((form, context) => {
    refineNamed(form, context)
    if (form.kind === 'steps') return
    for (const name of ['lowest', 'highest', 'passMark'] as const) {
      if (form[name] !== null) continue
      const params = { message: httpMessages('field.required') }
      context.addIssue({ code: 'custom', path: [name], params })
    }
  })

/** A form as it was read: the draft, and each pasted row with what is wrong in it. */
export interface ReadScale {
  draft: DraftScale
  rows: PreviewRow[]
}

/** Reads the rows of a form and says of each what is to be corrected. */
export function readScale(form: z.infer<typeof scaleForm>, t: Call['t']): ReadScale {
  const lines = readScaleLines(form.rows, form.kind)
  const { lowest, highest, passMark, better } = form
  const draft: DraftScale = {
    institution: form.organisation,
    name: namesOf(form),
    intakeFrom: form.intakeFrom,
    intakeTo: form.intakeTo,
    grades: lines.map((line) => line.step),
    bounds:
      form.kind === 'range' && lowest && highest && passMark
        ? { lowest, highest, passMark, better }
        : null,
    words: readWordLines(form.words),
    remarks: readRemarks(form.remarks),
    sources: sourcesOf(form.sources) ?? [],
  }
  const faults = scaleFaults(draft).filter((each) => each.field === 'rows')
  const rows = lines.map((line, row) => {
    const unread = unreadMessage(line)
    const found = faults.filter((each) => each.row === row).map((each) => t(faultMessage(each)))
    return { number: row + 1, text: line.text, remarks: unread ? [t(unread)] : found }
  })
  return { draft, rows }
}

function unreadMessage({ unread, step: { label } }: ScaleLine) {
  if (unread === null) return null
  return unread === 'cells' || unread === 'points'
    ? m(`scale.fault.${unread}`)
    : m(`scale.fault.${unread}`, { label })
}

/** The values with which the form of a scale begins: those of another scale. */
export function scaleValues(
  scale: GradeScale,
  { t, language }: Pick<Call, 't' | 'language'>,
): Record<string, string> {
  const exact = (value: Fraction | null | undefined) => value?.toDecimal(6) ?? ''
  const result = (pass: boolean) => t(m(pass ? 'scale.pass' : 'scale.fail'))
  const row = (step: GradeStep) =>
    scale.kind === 'steps'
      ? [step.label, exact(step.points), result(step.pass)]
      : [step.label, `${exact(step.from)}–${exact(step.to)}`, exact(step.points)]
  const rows = scale.kind === 'steps' ? scale.grades : scale.bands
  return {
    ...nameValues(scale.name),
    kind: scale.kind,
    rows: rows.map((step) => row(step).join('; ')).join('\n'),
    words: scale.words.map(({ label, pass }) => `${label}; ${result(pass)}`).join('\n'),
    remarks: scale.remarks.join(', '),
    intakeFrom: yearInField(scale.intakeFrom, language),
    intakeTo: yearInField(scale.intakeTo, language),
    sources: sourceText(scale.sources),
    ...(scale.kind === 'range'
      ? {
          lowest: exact(scale.lowest),
          highest: exact(scale.highest),
          passMark: exact(scale.passMark),
          better: scale.better,
        }
      : { better: 'higher' }),
  }
}

const hoursFields = Object.fromEntries(
  teachingKinds.map((kind) => [`hours.${kind}`, positiveField]),
)

/** The form of a credit scheme, field by field. */
export const schemeForm = z
  .object({
    ...nameFields,
    ...hoursFields,
    organisation: z.string().default(''),
    minutes: wholeField,
    year: positiveField,
    workloadFrom: positiveField,
    workloadTo: positiveField,
    sources: sourcesField,
    from: choiceField,
  })
  .superRefine((form, context) => {
    refineNamed(form as unknown as { sources: string }, context)
    const fault = (path: string, message: ReturnType<typeof m>) =>
      context.addIssue({ code: 'custom', path: [path], params: { message } })
    const figures = [...hoursOf(form).values(), form.year, form.workloadFrom]
    if (figures.every((each) => each === null)) fault('hours.lecture', m('scheme.fault.nothing'))
    if (form.minutes === null) fault('minutes', httpMessages('field.required'))
    if (form.workloadTo !== null && form.workloadFrom === null) {
      fault('workloadFrom', httpMessages('field.required'))
    }
  })

function hoursOf(form: object): Map<TeachingKind, Fraction | null> {
  const values = form as Record<string, Fraction | null>
  return new Map(teachingKinds.map((kind) => [kind, values[`hours.${kind}`] ?? null]))
}

/** The scheme that a form means. */
export function schemeOf(form: z.infer<typeof schemeForm>): DraftScheme {
  const hours = [...hoursOf(form)].flatMap(([kind, from]) =>
    from ? [[kind, { from, to: null }] as const] : [],
  )
  return {
    institution: form.organisation,
    name: namesOf(form),
    hoursPerCredit: Object.fromEntries(hours),
    minutesPerClassHour: form.minutes ?? 60,
    creditsPerYear: form.year,
    workloadHoursPerCredit: form.workloadFrom
      ? { from: form.workloadFrom, to: form.workloadTo }
      : null,
    sources: sourcesOf(form.sources) ?? [],
  }
}

/** The values with which the form of a scheme begins: those of another scheme. */
export function schemeValues(scheme: CreditScheme): Record<string, string> {
  const exact = (value: Fraction | null | undefined) => value?.toDecimal(6) ?? ''
  const hours = teachingKinds.map((kind) => [
    `hours.${kind}`,
    exact(scheme.hoursPerCredit[kind]?.from),
  ])
  return {
    ...nameValues(scheme.name),
    ...Object.fromEntries(hours),
    minutes: String(scheme.minutesPerClassHour),
    year: exact(scheme.creditsPerYear),
    workloadFrom: exact(scheme.workloadHoursPerCredit?.from),
    workloadTo: exact(scheme.workloadHoursPerCredit?.to),
    sources: sourceText(scheme.sources),
  }
}
