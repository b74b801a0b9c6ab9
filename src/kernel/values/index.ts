export { Fraction } from './fraction.ts'
export type { RoundingMode } from './fraction.ts'
export { normaliseDigits } from './digits.ts'
export {
  compareText,
  isLanguage,
  languageFromSegment,
  languages,
  languageTag,
  localeOf,
  localised,
  nativeName,
  negotiateLanguage,
  sortByText,
  urlSegment,
} from './languages.ts'
export type { Language, LocalText } from './languages.ts'
/** A calendar day as 'YYYY-MM-DD'. */
export type DateOnly = string
/** An ISO 3166-1 alpha-2 code, in capitals. */
export type Country = string
