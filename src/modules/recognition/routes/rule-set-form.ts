import { z } from 'zod'
import { httpMessages } from '#kernel/http'
import { type DateOnly, Fraction } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import type { GradeRule, RecognitionRuleSet } from '../rules/types.ts'
import type { DraftRuleSet } from '../service/rule-sets.ts'
import {
  choiceField,
  dayField,
  exactField,
  nameFields,
  namesOf,
  nameValues,
  positiveField,
  requiredDayField,
  shareField,
  sourcesOf,
  sourceText,
  wholeField,
  yearField,
} from './fields.ts'

/** The form of a rule set, field by field; what fields say together is checked after them. */
export const ruleSetForm = z
  .object({
    ...nameFields,
    home: z.string().default(''),
    host: choiceField,
    programme: choiceField,
    intakeFrom: yearField,
    intakeTo: yearField,
    validFrom: requiredDayField,
    validTo: dayField,
    minimumContentShare: shareField,
    minimumGrade: choiceField,
    maximumProgrammeShare: shareField,
    totalCap: positiveField,
    termCap: positiveField,
    maximumAgeYears: wholeField,
    hoursPerCredit: positiveField,
    minutesPerClassHour: wholeField,
    method: z.enum(['hours', 'ratio', 'workload', 'year-share']),
    ratio: positiveField,
    roundingStep: positiveField,
    roundingMode: z.enum(['half-up', 'half-even', 'down', 'up']),
    surplus: z.enum(['record-home', 'record-converted']),
    accept: exactField,
    beyond: z.enum(['refuse', 'record-converted', 'needs-decision']),
    entry: z.string().max(20).default('').transform(plainText),
    sources: z.string().max(5000).default(''),
    next: z.enum(['preview', 'publish']).catch('preview'),
  })
  .superRefine((form, context) => {
    const fault = (path: string, message: ReturnType<typeof m>) =>
      context.addIssue({ code: 'custom', path: [path], params: { message } })
    if (Object.keys(namesOf(form)).length === 0) fault('name.en', m('rule-set.fault.name'))
    if (form.method === 'ratio' && form.ratio === null) fault('ratio', m('rule-set.fault.ratio'))
    if (form.intakeFrom !== null && form.intakeTo !== null && form.intakeTo < form.intakeFrom) {
      fault('intakeTo', m('rule-set.fault.intake'))
    }
    if (form.hoursPerCredit !== null && form.minutesPerClassHour === null) {
      fault('minutesPerClassHour', httpMessages('field.required'))
    }
    if (sourcesOf(form.sources) === null) fault('sources', m('rule-set.fault.source'))
  })

type RuleSetForm = z.infer<typeof ruleSetForm>

/** The draft that a form means; a table of grades of the version before it is kept. */
export function draftOf(
  form: RuleSetForm,
  present: { id: string; home: string; gradeRule: GradeRule } | null,
): DraftRuleSet {
  const [homeScaleId, label] = (form.minimumGrade ?? '').split('\t').map(plainText)
  return {
    id: present?.id ?? null,
    name: namesOf(form),
    validFrom: form.validFrom as DateOnly,
    validTo: form.validTo,
    homeInstitution: present?.home ?? form.home,
    hostInstitution: form.host,
    degreeProgramme: form.programme,
    intakeFrom: form.intakeFrom,
    intakeTo: form.intakeTo,
    minimumContentShare: form.minimumContentShare,
    minimumGrade: homeScaleId && label ? { homeScaleId, label } : null,
    maximumProgrammeShare: form.maximumProgrammeShare,
    maximumAgeYears: form.maximumAgeYears,
    minimumClassHours:
      form.hoursPerCredit && form.minutesPerClassHour !== null
        ? { hoursPerCredit: form.hoursPerCredit, minutesPerClassHour: form.minutesPerClassHour }
        : null,
    termCap: form.termCap,
    totalCap: form.totalCap,
    surplus: form.surplus,
    shortfall: { accept: form.accept ?? Fraction.zero, beyond: form.beyond },
    creditRule:
      form.method === 'ratio'
        ? { method: 'ratio', homePerHost: form.ratio!, source: null }
        : { method: form.method },
    rounding: form.roundingStep ? { step: form.roundingStep, mode: form.roundingMode } : null,
    gradeRule:
      present?.gradeRule.method === 'table'
        ? present.gradeRule
        : { method: 'record', label: form.entry || 'TR' },
    sources: sourcesOf(form.sources) ?? [],
  }
}

/** The values with which a form begins: those of the version before it. */
export function valuesOf(rules: RecognitionRuleSet, today: DateOnly): Record<string, string> {
  const exact = (value: Fraction | null) => value?.toDecimal(6) ?? ''
  const share = (value: Fraction | null) => value?.toString() ?? ''
  return {
    ...nameValues(rules.name),
    home: rules.homeInstitution,
    host: rules.hostInstitution ?? '',
    programme: rules.degreeProgramme ?? '',
    intakeFrom: rules.intakeFrom === null ? '' : String(rules.intakeFrom),
    intakeTo: rules.intakeTo === null ? '' : String(rules.intakeTo),
    validFrom: rules.validFrom > today ? rules.validFrom : today,
    validTo: rules.validTo ?? '',
    minimumContentShare: share(rules.minimumContentShare),
    minimumGrade: rules.minimumGrade
      ? `${rules.minimumGrade.homeScaleId}\t${rules.minimumGrade.label}`
      : '',
    maximumProgrammeShare: share(rules.maximumProgrammeShare),
    totalCap: exact(rules.totalCap),
    termCap: exact(rules.termCap),
    maximumAgeYears: rules.maximumAgeYears === null ? '' : String(rules.maximumAgeYears),
    hoursPerCredit: exact(rules.minimumClassHours?.hoursPerCredit ?? null),
    minutesPerClassHour: rules.minimumClassHours
      ? String(rules.minimumClassHours.minutesPerClassHour)
      : '',
    method: rules.creditRule.method,
    ratio: rules.creditRule.method === 'ratio' ? share(rules.creditRule.homePerHost) : '',
    roundingStep: exact(rules.rounding?.step ?? null),
    roundingMode: rules.rounding?.mode ?? 'half-up',
    surplus: rules.surplus,
    accept: exact(rules.shortfall.accept),
    beyond: rules.shortfall.beyond,
    entry: rules.gradeRule.method === 'record' ? rules.gradeRule.label : '',
    sources: sourceText(rules.sources),
  }
}
