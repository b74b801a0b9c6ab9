import { z } from 'zod'
import { type DateOnly, isDateOnly, parseDate } from '#kernel/values'
import { sectors } from '#modules/alliance'
import { cefrLevels, type HostState, positionModes } from '../schema.ts'

/** The languages in which hosts of the alliance work. */
export const workLanguages = ['en', 'zh', 'th', 'ko', 'fr'] as const
/** The currencies in which stipends are paid. */
export const stipendCurrencies = ['CNY', 'THB', 'KRW', 'EUR'] as const

/** A day as it is typed, in either era. */
export const day = z
  .string()
  .transform((text) => parseDate(text) ?? text)
  .refine(isDateOnly)
const count = (most: number) => z.coerce.number().int().min(1).max(most)
const line = (most: number) => z.string().trim().min(1).max(most)

/** The form of a new position; texts in five languages are read beside it. */
export const positionForm = z.object({
  organisation: z.string().default(''),
  host: z.string(),
  startsOn: day,
  endsOn: day,
  applyBy: day,
  hoursPerWeek: count(60),
  places: count(500),
  mode: z.enum(positionModes),
  language: z.enum(workLanguages),
  languageLevel: z.enum(cefrLevels),
  field: z.string().regex(/^\d{4}$/),
  skills: z.string().max(500).default(''),
  stipend: z.string().max(30).default(''),
  stipendCurrency: z.enum(['', ...stipendCurrencies]).default(''),
})

/** The form by which an office brings a host in. */
export const hostForm = z.object({
  organisation: z.string().default(''),
  name: line(200),
  country: z.string(),
  city: line(120),
  timeZone: z.string(),
  tutorName: line(120),
  tutorEmail: z.email().max(200),
  signatoryName: line(120),
  signatoryEmail: z.email().max(200),
  papers: line(2000),
  sector: z.enum(sectors),
})

/** Whether a host is vetted on a day of its own calendar: the last day of its vetting counts. */
export function isVetted(
  host: { hostState: HostState; vettedUntil: DateOnly | null },
  today: DateOnly,
): boolean {
  return host.hostState === 'vetted' && host.vettedUntil !== null && host.vettedUntil >= today
}

/** Skills as typed, parted by commas of any script; at most twelve of forty characters. */
export function skillsIn(text: string): string[] {
  const skills = text
    .split(/[,，、;；\n]+/)
    .map((skill) => skill.trim().slice(0, 40))
    .filter((skill) => skill !== '')
  return [...new Set(skills)].slice(0, 12)
}
