import { z } from 'zod'
import { type Call, httpMessages } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { Fraction, normaliseDigits, parseDate } from '#kernel/values'
import { m } from '../messages/index.ts'

/** What a schema reports where the value is wrong in the field's own terms. */
export function wrong(context: z.RefinementCtx, message: Message): never {
  context.addIssue({ code: 'custom', params: { message } })
  return z.NEVER
}

/** An exact number that is not negative, '3', '1,5' or '3/4'; nothing typed is null. */
export const exactField = z
  .string()
  .trim()
  .max(20)
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const value = Fraction.parse(normaliseDigits(text).replace(',', '.'))
    if (value === null || value.isNegative()) return wrong(context, m('rule-set.fault.number'))
    return value
  })

/** An exact number above zero; nothing typed is null. */
export const positiveField = exactField.transform((value, context) =>
  value?.isZero() ? wrong(context, m('rule-set.fault.positive')) : value,
)

/** A share of one: '3/4', '0.75', '75' and '75 %' are the same; nothing typed is null. */
export const shareField = z
  .string()
  .trim()
  .max(20)
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const clean = normaliseDigits(text).replace(',', '.')
    const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(clean)?.[1]
    const value = Fraction.parse(percent ?? clean)
    if (value === null || value.isNegative()) return wrong(context, m('equivalence.fault.share'))
    const hundredths = percent !== undefined || value.compare(Fraction.one) > 0
    const share = hundredths ? value.divide(Fraction.of(100)) : value
    return share.compare(Fraction.one) > 0 ? wrong(context, m('equivalence.fault.share')) : share
  })

/** A day in any form that offices write; nothing typed is null. */
export const dayField = z
  .string()
  .trim()
  .max(40)
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    return parseDate(text) ?? wrong(context, m('equivalence.fault.date'))
  })

/** A day that must be given. */
export const requiredDayField = dayField.transform((day, context) =>
  day === null ? wrong(context, httpMessages('field.required')) : day,
)

/** An id chosen from a list; nothing chosen is null. */
export const choiceField = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : text))

/** The first value of every field as it was typed, to be shown again. */
export function typedValues(call: Pick<Call, 'form'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(call.form.values).map(([name, values]) => [name, values[0] ?? '']),
  )
}

/** The page number of an address. */
export function pageNumber(call: Pick<Call, 'query'>): number {
  const given = z.coerce.number().int().min(1).max(100_000)
  return given.catch(1).parse(call.query.get('page') ?? 1)
}

/** The code in a box in which a course is chosen: the chosen one, else the first word of what was typed. */
export function chosenCode(values: Record<string, string>, name: string): string {
  const chosen = (values[name] ?? '').trim()
  const typed = (values[`${name}-text`] ?? '').trim()
  if (chosen !== '' && (typed === '' || typed.startsWith(chosen))) return chosen
  return typed.split(/\s+[·–—]\s+|\s{2,}/, 1)[0]!.trim() || chosen
}
