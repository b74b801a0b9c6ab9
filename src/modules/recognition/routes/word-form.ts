// What the forms of a person's word on lines have in common.
import { z } from 'zod'
import { type Language, languages } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { Spoken } from '../rules/reason-language.ts'
import type { SpokenReason } from '../service/word-languages.ts'
import { languagesOfStatement } from '../statement.ts'
import { exactField, shareField } from './fields.ts'

/** One of the five languages; what is none is not said. */
const languageField = z.enum(languages).optional().catch(undefined)

/** The languages of a reason, and the same reason in a second one. */
export const reasonLanguageFields = {
  reasonLanguage: languageField,
  secondReason: z.string().max(1000).default('').transform(plainText),
  secondLanguage: languageField,
}

/** A verdict with its entry and its reason. */
export const verdictFields = {
  verdict: z.enum(['recognised', 'refused']),
  recordedGrade: z.string().max(12).default('').transform(plainText),
  reason: z.string().max(1000).transform(plainText).pipe(z.string().min(1)),
  creditReason: z.string().max(1000).default('').transform(plainText),
  ...reasonLanguageFields,
}

/** A verdict on one line with its home course, its credit and its share. */
export const lineVerdictFields = {
  ...verdictFields,
  homeCourse: z.string().trim().max(60).default(''),
  'homeCourse-text': z.string().trim().max(300).optional(),
  homeCredit: exactField,
  contentShare: shareField,
}

/** A reason as a verb takes it, out of what the form gives. */
export function spokenIn(
  call: { language: Language },
  input: {
    reason: string
    reasonLanguage?: Language | undefined
    secondReason: string
    secondLanguage?: Language | undefined
  },
): SpokenReason {
  return {
    reason: input.reason,
    reasonLanguage: input.reasonLanguage ?? null,
    secondReason: { text: input.secondReason, language: input.secondLanguage ?? call.language },
  }
}

/** Whose languages the statement of a case is in. */
export function countriesOf(found: Pick<CasePageRow, 'home_country' | 'host'>) {
  return { home: found.home_country, host: found.host.country }
}

/** With which languages a form begins: those of the reason that is there, else those of the page and of the statement's other reader. */
export function reasonLanguages(
  call: { language: Language },
  countries: { home: string; host: string },
  said: { reasonLanguage?: Language | null; secondReason?: Spoken | null } = {},
): Record<string, string> {
  const first = said.reasonLanguage ?? call.language
  const other = languagesOfStatement(countries.home, countries.host).find((each) => each !== first)
  return {
    reasonLanguage: first,
    secondReason: said.secondReason?.text ?? '',
    secondLanguage: said.secondReason?.language ?? other ?? 'en',
  }
}
