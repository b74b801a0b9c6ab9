import { z } from 'zod'
import { httpMessages } from '#kernel/http'
import type { Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import { type LearningKind, learningKinds } from '../rules/learning.ts'
import { mostCreditRules } from '../rules/rule-forms.ts'
import type { CreditRule, CreditRuleOfKinds, RecognitionRuleSet, Rounding } from '../rules/types.ts'
import { positiveField } from './fields.ts'

const rows = Array.from({ length: mostCreditRules }, (_, row) => row)
const methods = ['hours', 'ratio', 'workload', 'year-share'] as const
const modes = ['half-up', 'half-even', 'down', 'up'] as const

/** The boxes that were ticked, one value or several. */
const kindsField = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => {
    const ticked = new Set([given].flat().flatMap((text) => text.split(' ')))
    return learningKinds.filter((kind) => ticked.has(kind))
  })

/** The fields by which kinds of learning have a conversion of credit of their own, and sets their grade. */
export const creditFields = {
  // Empty on a form without the field: then what the rules say of it stays.
  setGrade: z.enum(['', 'each', 'credit-weighted']).catch(''),
  // Says that the form had the rows at all.
  creditRules: z.enum(['', '1']).catch(''),
  ...Object.fromEntries(
    rows.flatMap((row): [string, z.ZodType][] => [
      [`credit-kind.${row}.kinds`, kindsField],
      [`credit-kind.${row}.method`, z.enum(['', ...methods]).catch('')],
      [`credit-kind.${row}.ratio`, positiveField],
      [`credit-kind.${row}.step`, positiveField],
      [`credit-kind.${row}.mode`, z.enum(modes).catch('half-up')],
    ]),
  ),
}

interface CreditForm {
  setGrade: '' | 'each' | 'credit-weighted'
  creditRules: '' | '1'
}

interface Row {
  kinds: LearningKind[]
  method: '' | (typeof methods)[number]
  ratio: Fraction | null
  step: Fraction | null
  mode: Rounding['mode']
}

function rowOf(form: object, row: number): Row {
  const value = (name: string) => (form as Record<string, unknown>)[`credit-kind.${row}.${name}`]
  return {
    kinds: value('kinds') as Row['kinds'],
    method: value('method') as Row['method'],
    ratio: value('ratio') as Row['ratio'],
    step: value('step') as Row['step'],
    mode: value('mode') as Row['mode'],
  }
}

/** What a row lacks: a ratio for its method, kinds for it, or a method for its kinds. */
export function creditFaults(form: object): { field: string; message: ReturnType<typeof m> }[] {
  return rows.flatMap((row) => {
    const { kinds, method, ratio } = rowOf(form, row)
    const fault = (name: string, message: ReturnType<typeof m>) => [
      { field: `credit-kind.${row}.${name}`, message },
    ]
    if (method === '') {
      return kinds.length > 0 ? fault('method', httpMessages('field.required')) : []
    }
    if (kinds.length === 0) return fault('kinds', m('rule-credit.fault.kinds'))
    return method === 'ratio' && ratio === null ? fault('ratio', m('rule-set.fault.ratio')) : []
  })
}

/** The rules that the fields mean; those of the version before where the form had no such fields. */
export function creditRulesOf(
  form: CreditForm,
  present: RecognitionRuleSet | null,
): Pick<RecognitionRuleSet, 'setGrade' | 'creditRules'> {
  const before = present?.creditRules
  const made = form.creditRules === '' ? before : rows.flatMap((row) => ruleOf(form, row, before))
  // That each course needs the grade is what rules mean that say nothing of it.
  const setGrade =
    form.setGrade === '' || (form.setGrade === 'each' && present?.setGrade === undefined)
      ? present?.setGrade
      : form.setGrade
  return {
    ...(setGrade ? { setGrade } : {}),
    ...(made && made.length > 0 ? { creditRules: made } : {}),
  }
}

function ruleOf(
  form: object,
  row: number,
  before: readonly CreditRuleOfKinds[] | undefined,
): CreditRuleOfKinds[] {
  const { kinds, method, ratio, step, mode } = rowOf(form, row)
  if (method === '' || kinds.length === 0) return []
  const same = before?.find((each) => each.kinds.some((kind) => kinds.includes(kind)))?.rule
  return [{ kinds, rule: methodOf(method, ratio, same), rounding: step && { step, mode } }]
}

/** A rule that keeps its method keeps the ends of its ranges and the source of its ratio too. */
function methodOf(
  method: CreditRule['method'],
  ratio: Fraction | null,
  before: CreditRule | undefined,
): CreditRule {
  if (method !== 'ratio') return before?.method === method ? before : { method }
  const isSame = before?.method === 'ratio' && before.homePerHost.equals(ratio!)
  return isSame ? before : { method, homePerHost: ratio!, source: null }
}

/** The values with which the form begins: of boxes the ticked ones, parted by spaces. */
export function creditValues(rules: RecognitionRuleSet): Record<string, string> {
  const values: Record<string, string> = { setGrade: rules.setGrade ?? 'each', creditRules: '1' }
  for (const [row, { kinds, rule, rounding }] of (rules.creditRules ?? []).entries()) {
    const name = (field: string) => `credit-kind.${row}.${field}`
    values[name('kinds')] = kinds.join(' ')
    values[name('method')] = rule.method
    values[name('ratio')] = rule.method === 'ratio' ? rule.homePerHost.toString() : ''
    values[name('step')] = rounding?.step.toDecimal(6) ?? ''
    values[name('mode')] = rounding?.mode ?? 'half-up'
  }
  return values
}

/** What was ticked in the rows on a form that is shown again. */
export function tickedCredit(ticked: (name: string) => readonly string[]): Record<string, string> {
  const names = rows.map((row) => `credit-kind.${row}.kinds`)
  return Object.fromEntries(names.map((name) => [name, ticked(name).join(' ')]))
}
