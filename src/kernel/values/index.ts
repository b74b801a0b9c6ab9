export { clauses, labelled, withAside } from './aside.ts'
export { Fraction } from './fraction.ts'
export type { RoundingMode } from './fraction.ts'
export { normaliseDigits } from './digits.ts'
export { isUuid } from './ids.ts'
export { typedDate } from './typed-date.ts'
export { keptText } from './kept-text.ts'
export { addCredit, compareCredit, credit } from './credit.ts'
export type { Credit } from './credit.ts'
export { compareGrades, gradeText, parseGrade } from './grade.ts'
export type { GradeOrder, GradeValue } from './grade.ts'
export {
  addMoney,
  allocateMoney,
  compareMoney,
  currencyExponent,
  formatMoney,
  isCurrency,
  money,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  subtractMoney,
} from './money.ts'
export type { Currency, Money } from './money.ts'
export {
  compareText,
  isLanguage,
  languageFromSegment,
  languages,
  languageTag,
  localeOf,
  hasText,
  localised,
  nativeName,
  negotiateLanguage,
  sortByText,
  urlSegment,
} from './languages.ts'
export type { Language, LocalText } from './languages.ts'
export { countries, countryName, countryOptions, firstLanguageOf, isCountry } from './countries.ts'
export type { Country } from './countries.ts'
export {
  addDays,
  addMonths,
  dateInZone,
  daysBetween,
  formatClock,
  formatDate,
  instantAt,
  frenchFirst,
  formatDateRange,
  formatInstant,
  formatYear,
  isDateOnly,
  parseDate,
  parseYear,
  relativeDays,
  relativeTime,
  startOfDay,
  weekdayOf,
  yearInField,
} from './dates.ts'
export type { DateOnly, DateStyle } from './dates.ts'
export { type CalendarEvent, writeCalendar } from './icalendar.ts'
export { formatList, formatNumber, formatPercent } from './numbers.ts'
export { type ThaiWord, thaiWords } from './thai-words.ts'
export {
  allianceTimeZones,
  isTimeZone,
  timeZoneName,
  timeZones,
  likelyTimeZone,
} from './time-zones.ts'
export {
  addWorkingDays,
  holidaysOf,
  isWorkingDay,
  workingDay,
  workingDaysBetween,
} from './working-days.ts'
export type { Certainty, WorkingDay } from './working-days.ts'
export type { HolidayYear } from './holidays/calendar.ts'
export {
  compareNames,
  displayName,
  nameSortKey,
  passportName,
  shortDisplayName,
} from './person-names.ts'
export type { NameOrder, PersonName } from './person-names.ts'
export {
  academicTermId,
  academicYearFormIn,
  academicYearOf,
  academicYearParts,
  compareAcademicTerms,
  formatAcademicYear,
  isAcademicYearId,
  parseAcademicTerm,
  parseAcademicYear,
  shiftAcademicYear,
} from './academic-calendar.ts'
export type {
  AcademicTerm,
  AcademicTermId,
  AcademicYearForm,
  AcademicYearId,
} from './academic-calendar.ts'
