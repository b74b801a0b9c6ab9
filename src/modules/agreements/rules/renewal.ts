import { type AcademicYearId, academicYearParts, type DateOnly } from '#kernel/values'

/**
 * The day by which an agreement is to be renewed so that the year after its last one has places: the end of January in
 * its last year (EWP, mandatory business requirements of the IIA: quotas change by the end of January of the year before).
 */
export function renewalDay(lastYear: AcademicYearId): DateOnly {
  const [first] = academicYearParts(lastYear)
  // A year with one calendar year's name begins in spring, so its January is of the next one too.
  return `${first + 1}-01-31`
}
