import { z } from 'zod'
import { httpMessages } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  Fraction,
  languages,
  type LocalText,
  normaliseDigits,
  parseDate,
  parseYear,
} from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import type { Source } from '../rules/types.ts'

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
    return value.isStateable() ? value : wrong(context, m('fact.too-fine'))
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
    if (!value.isStateable()) return wrong(context, m('fact.too-fine'))
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

/** A day for a verb that itself says what is wrong with it: what is no day comes through as it was typed. */
export const typedDayField = z
  .string()
  .max(40)
  .default('')
  .transform((text) => parseDate(text) ?? text)

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

/** A year in either era; a number after 2400 is of the Buddhist era. */
export const yearField = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const year = parseYear(text)
    return year === null || year < 1000 ? wrong(context, m('rule-set.fault.year')) : year
  })

/** A year that must be given. */
export const requiredYearField = yearField.transform((year, context) => {
  if (year !== null) return year
  context.addIssue({ code: 'custom', params: { message: httpMessages('field.required') } })
  return z.NEVER
})

/** A whole number from 1 to 999; nothing typed is null. */
export const wholeField = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null
    const clean = normaliseDigits(text)
    if (!/^[1-9]\d{0,2}$/.test(clean)) return wrong(context, m('rule-set.fault.positive'))
    return Number(clean)
  })

/** A name in each language, as `name.en` and so on. */
export const nameFields = Object.fromEntries(
  languages.map((language) => [
    `name.${language}`,
    z.string().max(200).default('').transform(plainText),
  ]),
)

/** The names that a form gives, by language. */
export function namesOf(form: object): LocalText {
  const values = form as Record<string, string>
  return Object.fromEntries(
    languages.flatMap((each) => {
      const text = values[`name.${each}`]
      return text ? [[each, text]] : []
    }),
  )
}

/** The names with which a form begins. */
export function nameValues(name: LocalText): Record<string, string> {
  return Object.fromEntries(languages.map((each) => [`name.${each}`, name[each] ?? '']))
}

/** Sources, one a line as 'title | address'; null where a line is not of that form. */
export function sourcesOf(text: string): Source[] | null {
  const lines = text
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '')
  const sources = lines.map((line) => /^(.{1,300}?)\s*\|\s*(https?:\/\/\S{1,500})$/.exec(line))
  if (sources.some((found) => found === null)) return null
  return sources.map((found) => ({ title: found![1]!, url: found![2]! }))
}

/** Sources as `sourcesOf` reads them. */
export function sourceText(sources: readonly Source[]): string {
  return sources.map(({ title, url }) => `${title} | ${url}`).join('\n')
}

/** The code in a box in which a course is chosen: the chosen one, else the first word of what was typed. */
export function chosenCode(values: Record<string, string>, name: string): string {
  const chosen = (values[name] ?? '').trim()
  const typed = (values[`${name}-text`] ?? '').trim()
  if (chosen !== '' && (typed === '' || typed.startsWith(chosen))) return chosen
  return typed.split(/\s+[·–—]\s+|\s{2,}/, 1)[0]!.trim() || chosen
}

/** How often a case had been changed when a form was made; null where the form does not say. */
export const seenField = z.coerce.number().int().min(0).nullable().catch(null).default(null)
