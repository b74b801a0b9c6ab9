import { academicYearParts, type AcademicYearId, isAcademicYearId } from '#kernel/values'

/** What a condition is for, in the order of EWP: two kinds of student mobility, two of staff mobility. */
export const conditionKinds = ['study', 'traineeship', 'teaching', 'training'] as const
/** One of the four kinds of condition. */
export type ConditionKind = (typeof conditionKinds)[number]

/** Stands for every partner, where a condition is not for one pair alone. */
export const eachPartner = 'each'

/** A field of education: its ISCED-F 2013 code of four digits, and words that make it clearer. */
export interface SubjectField {
  code: string
  clarification: string
}

/** A language that is recommended: its BCP 47 tag, and a CEFR level or null where none is asked for. */
export interface LanguageSkill {
  language: string
  level: string | null
}

/**
 * One condition: who may come from one partner to another, in one direction. `amount` is the total a year, in months
 * for students and days for staff, as a decimal text; `seats` is the most people in one academic year, for each pair of
 * partners, or for all of them together where `shared` (a pool).
 */
export interface Condition {
  /** Stays with the condition through all versions and in both partners' copies. */
  key: string
  kind: ConditionKind
  /** The id of a partner, or `each`. */
  sending: string
  receiving: string
  /** Ids of organisational units, or empty for the whole institution. */
  sendingUnit: string
  receivingUnit: string
  firstYear: AcademicYearId
  lastYear: AcademicYearId
  seats: number
  shared: boolean
  amount: string | null
  fields: SubjectField[]
  languages: LanguageSkill[]
  /** EQF levels 1 to 8; for students only. */
  levels: number[]
  /** Whether students may come with a part of it online. */
  blended: boolean
  terms: string
}

/** What the partners agree on: general terms in words, and conditions in their order. */
export interface AgreementText {
  terms: string
  conditions: Condition[]
}

/** A framework holds terms alone, an annex or an agreement of its own holds conditions. */
export const agreementKinds = ['agreement', 'framework', 'annex'] as const
/** One of the three kinds of agreement. */
export type AgreementKind = (typeof agreementKinds)[number]

/** What can be wrong with a condition, by the field where it is said. */
export type ConditionFault =
  | 'partner'
  | 'same-partner'
  | 'unit'
  | 'seats'
  | 'pool-of-one'
  | 'year'
  | 'years-turned'
  | 'years-many'
  | 'amount'
  | 'field'
  | 'language-missing'
  | 'language'
  | 'levels'
  | 'levels-of-staff'
  | 'blended-staff'
  | 'terms-long'

/** The parts of a condition by which it is compared and corrected. */
export const conditionFields = [
  'kind',
  'sending',
  'receiving',
  'sendingUnit',
  'receivingUnit',
  'firstYear',
  'lastYear',
  'seats',
  'shared',
  'amount',
  'languages',
  'fields',
  'levels',
  'blended',
  'terms',
] as const satisfies readonly (keyof Condition)[]
/** One of the parts of a condition. */
export type ConditionField = (typeof conditionFields)[number]

/** Who the partners are, and which units each has: what a condition may name. */
export interface Partners {
  ids: readonly string[]
  /** The institution of each unit that is known here. */
  unitOwners: ReadonlyMap<string, string>
}

/** Whether a kind is of students; the other two are of staff. */
export function isOfStudents(kind: ConditionKind): boolean {
  return kind === 'study' || kind === 'traineeship'
}

/** The most people whom one condition may name, and the most academic years that it may span. */
export const mostSeats = 9999
const mostYears = 20

/**
 * What is wrong with a condition, field by field (EWP IIA v7, get-response.xsd): quotas are whole and positive, ISCED-F
 * codes have exactly four digits, studies and teaching name a language, EQF levels and blended mobility are for students.
 */
export function conditionFaults(
  condition: Condition,
  partners: Partners,
): Partial<Record<ConditionField, ConditionFault>> {
  return {
    ...partnerFaults(condition, partners),
    ...yearFaults(condition),
    ...quantityFaults(condition),
    ...qualityFaults(condition),
  }
}

type Faults = Partial<Record<ConditionField, ConditionFault>>

function partnerFaults(condition: Condition, { ids, unitOwners }: Partners): Faults {
  const faults: Faults = {}
  const { sending, receiving } = condition
  const isPartner = (id: string) => id === eachPartner || ids.includes(id)
  if (!isPartner(sending)) faults.sending = 'partner'
  if (!isPartner(receiving)) faults.receiving = 'partner'
  else if (sending === receiving && sending !== eachPartner) faults.receiving = 'same-partner'
  // A unit of a program elsewhere is not known here and taken as it is; one that is known is its institution's.
  const isForeign = (unit: string, of: string) =>
    unit !== '' && (of === eachPartner || (unitOwners.get(unit) ?? of) !== of)
  if (isForeign(condition.sendingUnit, sending)) faults.sendingUnit = 'unit'
  if (isForeign(condition.receivingUnit, receiving)) faults.receivingUnit = 'unit'
  return faults
}

function yearFaults({ firstYear, lastYear }: Condition): Faults {
  const faults: Faults = {}
  if (!isAcademicYearId(firstYear)) faults.firstYear = 'year'
  if (!isAcademicYearId(lastYear)) faults.lastYear = 'year'
  if (faults.firstYear || faults.lastYear) return faults
  const span = academicYearParts(lastYear)[0] - academicYearParts(firstYear)[0]
  if (span < 0) faults.lastYear = 'years-turned'
  if (span >= mostYears) faults.lastYear = 'years-many'
  return faults
}

function quantityFaults(condition: Condition): Faults {
  const faults: Faults = {}
  const { seats, amount } = condition
  if (!Number.isInteger(seats) || seats < 1 || seats > mostSeats) faults.seats = 'seats'
  if (condition.shared && pairCount(condition) === 'one') faults.shared = 'pool-of-one'
  if (amount !== null && !isAmount(amount)) faults.amount = 'amount'
  return faults
}

function pairCount({ sending, receiving }: Condition): 'one' | 'many' {
  return sending === eachPartner || receiving === eachPartner ? 'many' : 'one'
}

/** A positive decimal with at most two digits after the point, and short enough for any office. */
function isAmount(text: string): boolean {
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) && /[1-9]/.test(text)
}

function qualityFaults(condition: Condition): Faults {
  const faults: Faults = {}
  const { kind, fields, languages, levels } = condition
  if (fields.some(({ code }) => !/^\d{4}$/.test(code))) faults.fields = 'field'
  if (languages.some(({ language, level }) => !isLanguageTag(language) || !isLevel(level))) {
    faults.languages = 'language'
  }
  if (languages.length === 0 && (kind === 'study' || kind === 'teaching')) {
    faults.languages = 'language-missing'
  }
  if (levels.some((level) => !Number.isInteger(level) || level < 1 || level > 8)) {
    faults.levels = 'levels'
  }
  if (!isOfStudents(kind)) {
    if (levels.length > 0) faults.levels = 'levels-of-staff'
    if (condition.blended) faults.blended = 'blended-staff'
  }
  if (condition.terms.length > 2000) faults.terms = 'terms-long'
  return faults
}

function isLanguageTag(tag: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)
}

function isLevel(level: string | null): boolean {
  return level === null || /^[ABC][12]$/.test(level)
}

/** The ordered pairs of partners that a condition is for. */
export function pairsOf(
  { sending, receiving }: Pick<Condition, 'sending' | 'receiving'>,
  partnerIds: readonly string[],
): { sending: string; receiving: string }[] {
  const from = sending === eachPartner ? partnerIds : [sending]
  const to = receiving === eachPartner ? partnerIds : [receiving]
  return from.flatMap((one) =>
    to.filter((other) => other !== one).map((other) => ({ sending: one, receiving: other })),
  )
}

/** The first and the last academic year of all conditions; null where there are none. */
export function yearsOf(
  conditions: readonly Pick<Condition, 'firstYear' | 'lastYear'>[],
): { first: AcademicYearId; last: AcademicYearId } | null {
  if (conditions.length === 0) return null
  return {
    first: conditions.map(({ firstYear }) => firstYear).toSorted()[0]!,
    last: conditions
      .map(({ lastYear }) => lastYear)
      .toSorted()
      .at(-1)!,
  }
}

/** What a copy says before anybody has written in it. */
export const emptyText: AgreementText = { terms: '', conditions: [] }
