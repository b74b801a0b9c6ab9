import { z } from 'zod'
import { httpMessages } from '#kernel/http'
import { type DateOnly, Fraction, type Language, yearInField } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { germanSteps } from '../rules/bavarian-formula.ts'
import { bavarianRoundings, overlapRules } from '../rules/grade-types.ts'
import type {
  AgreedTable,
  CreditRule,
  GradeRule,
  GradeScale,
  RecognitionRuleSet,
} from '../rules/types.ts'
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
import { creditFaults, creditFields, creditRulesOf, creditValues } from './rule-set-credit.ts'
import { deadlineFault, type Ticked, timeFields, timeRulesOf, timeValues } from './rule-set-time.ts'

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
    overlap: z.enum(['', ...overlapRules]).catch(''),
    digits: z.enum(['4', '3', '2', '0']).catch('4'),
    bavarian: z.enum(['', ...bavarianRoundings]).catch(''),
    entry: z.string().max(20).default('').transform(plainText),
    honours: positiveField,
    ...timeFields,
    ...creditFields,
    residence: positiveField,
    sources: z.string().max(5000).default(''),
    next: z.enum(['preview', 'publish', 'workbook']).catch('preview'),
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
    const late = deadlineFault(form)
    if (late) context.addIssue({ code: 'custom', path: [late.field], params: late })
    for (const { field, message } of creditFaults(form)) fault(field, message)
    if (sourcesOf(form.sources) === null) fault('sources', m('rule-set.fault.source'))
  })

type RuleSetForm = z.infer<typeof ruleSetForm>

/** What the methods of grade conversion are chosen from. */
export interface GradeChoices {
  /** The agreed tables that were chosen. */
  agreed: readonly AgreedTable[]
  /** The scales of the home institution, by which the Bavarian formula is known to apply. */
  homeScales: readonly GradeScale[]
  /** The boxes that were ticked under a name. */
  ticked: Ticked
}

/** The draft that a form means; rules of the version before it of which the form says nothing are kept. */
export function draftOf(
  form: RuleSetForm,
  present: RecognitionRuleSet | null,
  choices: GradeChoices,
): DraftRuleSet {
  const [homeScaleId, label] = (form.minimumGrade ?? '').split('\t').map(plainText)
  return {
    ...creditRulesOf(form, present),
    ...(form.honours ? { honours: { leastCredit: form.honours } } : {}),
    ...residenceOf(form, present),
    ...timeRulesOf(form, choices.ticked, present),
    id: present?.id ?? null,
    name: namesOf(form),
    validFrom: form.validFrom as DateOnly,
    validTo: form.validTo,
    homeInstitution: present?.homeInstitution ?? form.home,
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
        : sameMethod(present?.creditRule, form.method),
    ...(form.method !== 'ratio' && form.ratio ? { crossRatio: form.ratio } : {}),
    rounding: form.roundingStep ? { step: form.roundingStep, mode: form.roundingMode } : null,
    gradeRule: gradeRuleOf(form, present?.gradeRule ?? null, choices),
    sources: sourcesOf(form.sources) ?? [],
  }
}

function residenceOf(form: RuleSetForm, present: RecognitionRuleSet | null) {
  const before = present?.residence
  const { residence: leastCredit } = form
  const isAsked = form.timeRules !== ''
  const leastShare = isAsked ? form.residenceShare : (before?.leastShare ?? null)
  const leastYears = isAsked ? form.residenceYears : (before?.leastYears ?? null)
  const lastTerm = isAsked ? form.lastTerm === 'home' : (before?.lastTerm ?? false)
  if (!leastCredit && !leastShare && leastYears === null && !lastTerm) return {}
  return { residence: { leastCredit, leastShare, leastYears, lastTerm } }
}

/** A rule that keeps its method keeps the ends of its ranges too. */
function sameMethod(
  before: CreditRule | undefined,
  method: 'hours' | 'workload' | 'year-share',
): CreditRule {
  return before?.method === method ? before : { method }
}

/**
 * The methods in their fixed order: agreed tables, grading tables, the formula, then the entry for what none
 * of them fits. A table that was written into the rules before tables were kept apart stays.
 */
function gradeRuleOf(
  form: RuleSetForm,
  before: GradeRule | null,
  { agreed, homeScales }: GradeChoices,
): GradeRule {
  const earlier = before ? singleRules(before) : []
  const written = earlier.filter((each) => each.method === 'table' && each.tableId === undefined)
  const rules: SingleRule[] = [...written, ...agreed]
  if (form.overlap !== '') {
    const digits = Number(form.digits) as 0 | 2 | 3 | 4
    rules.push({ method: 'grading-table', overlap: form.overlap, digits })
  }
  if (form.bavarian !== '') {
    const { bavarian: rounding } = form
    for (const { id: homeScaleId } of homeScales.filter(isGerman)) {
      const same = earlier.find((each) => each.method === 'bavarian' && isFor(each, homeScaleId))
      const ends = same?.method === 'bavarian' ? same.ends : []
      rules.push({ method: 'bavarian', homeScaleId, rounding, steps: germanSteps, ends })
    }
  }
  if (form.entry !== '' || rules.length === 0) {
    rules.push({ method: 'record', label: form.entry || 'TR' })
  }
  const [first] = rules
  return rules.length === 1 && first ? first : { method: 'first', rules }
}

type SingleRule = Exclude<GradeRule, { method: 'first' }>

function isFor(rule: SingleRule, homeScaleId: string): boolean {
  return rule.method === 'bavarian' && rule.homeScaleId === homeScaleId
}

/** Whether the formula leads to grades of a scale: 1 is best, 4 the lowest pass. */
export function isGerman(scale: GradeScale): boolean {
  return (
    scale.kind === 'range' &&
    scale.better === 'lower' &&
    scale.lowest.equals(Fraction.one) &&
    scale.passMark.equals(Fraction.of(4))
  )
}

/** The methods of a rule, each by itself. */
export function singleRules(rule: GradeRule): readonly SingleRule[] {
  return rule.method === 'first' ? rule.rules : [rule]
}

/** The values with which the form begins to say how grades are entered. */
function gradeValues(rule: GradeRule): Record<string, string> {
  const values: Record<string, string> = { overlap: '', digits: '4', bavarian: '', entry: '' }
  for (const each of singleRules(rule)) {
    if (each.method === 'record') values['entry'] = each.label
    if (each.method === 'bavarian') values['bavarian'] = each.rounding
    if (each.method !== 'grading-table') continue
    values['overlap'] = each.overlap
    values['digits'] = String(each.digits)
  }
  return values
}

/** The values with which a form begins: those of the version before it. */
export function valuesOf(
  rules: RecognitionRuleSet,
  today: DateOnly,
  language: Language,
): Record<string, string> {
  const exact = (value: Fraction | null) => value?.toDecimal(6) ?? ''
  const share = (value: Fraction | null) => value?.toString() ?? ''
  return {
    ...nameValues(rules.name),
    home: rules.homeInstitution,
    host: rules.hostInstitution ?? '',
    programme: rules.degreeProgramme ?? '',
    intakeFrom: yearInField(rules.intakeFrom, language),
    intakeTo: yearInField(rules.intakeTo, language),
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
    ratio:
      rules.creditRule.method === 'ratio'
        ? share(rules.creditRule.homePerHost)
        : share(rules.crossRatio ?? null),
    roundingStep: exact(rules.rounding?.step ?? null),
    roundingMode: rules.rounding?.mode ?? 'half-up',
    surplus: rules.surplus,
    accept: exact(rules.shortfall.accept),
    beyond: rules.shortfall.beyond,
    ...gradeValues(rules.gradeRule),
    honours: exact(rules.honours?.leastCredit ?? null),
    residence: exact(rules.residence?.leastCredit ?? null),
    ...timeValues(rules),
    ...creditValues(rules),
    sources: sourceText(rules.sources),
  }
}
