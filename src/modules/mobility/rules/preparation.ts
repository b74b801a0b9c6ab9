import { addDays, addWorkingDays, type Country, type DateOnly } from '#kernel/values'

/** What is settled before a stay begins. */
export const preparationItems = ['permit', 'insurance', 'housing', 'emergency', 'guardian'] as const
/** One thing of the checklist. */
export type PreparationItem = (typeof preparationItems)[number]

/** Which of them run until a day. */
export const datedItems: readonly PreparationItem[] = ['permit', 'insurance']

/**
 * The age in years from which somebody acts for themselves by the law of their country: Thai Civil and Commercial Code s. 19,
 * Korean Civil Act art. 4, Chinese Civil Code art. 17, French Code civil art. 414. Elsewhere 18 (Convention on the Rights of the
 * Child art. 1).
 */
const majority: Readonly<Record<string, number>> = { TH: 20, KR: 19, CN: 18, FR: 18 }

/** Whether somebody is a minor on a day by the law of a country; null where the date of birth is not known. */
export function isMinor(
  birthDate: DateOnly | null,
  { on, country }: { on: DateOnly; country: string },
): boolean | null {
  if (birthDate === null) return null
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  const age = on.slice(5) < birthDate.slice(5) ? years - 1 : years
  return age < (majority[country] ?? 18)
}

/** What the checklist of a stay depends on. */
export interface PreparationFacts {
  startsOn: DateOnly
  endsOn: DateOnly
  sendingCountry: string
  birthDate: DateOnly | null
  /** What permission packs say: `yes` means that nothing is needed. */
  permit: 'yes' | 'conditions' | 'unknown' | 'no'
}

/** The things of a stay's checklist: a permit unless none is needed, a guardian where the student is known to be a minor. */
export function itemsFor(facts: PreparationFacts): PreparationItem[] {
  const { startsOn: on, sendingCountry: country } = facts
  const isAsked: Readonly<Record<PreparationItem, boolean>> = {
    permit: facts.permit !== 'yes',
    insurance: true,
    housing: true,
    emergency: true,
    guardian: isMinor(facts.birthDate, { on, country }) === true,
  }
  return preparationItems.filter((item) => isAsked[item])
}

/** Where a thing stands: `short` is a permit or an insurance that ends before the stay does. */
export type PreparationState = 'missing' | 'short' | 'done'

/** Where a thing stands, by what was written down of it. */
export function preparationState(
  row: { valid_until: DateOnly | null } | undefined,
  endsOn: DateOnly,
): PreparationState {
  if (!row) return 'missing'
  return row.valid_until !== null && row.valid_until < endsOn ? 'short' : 'done'
}

/** How many working days of the sending institution before the first day everything is to be settled. */
export const workingDaysBefore = 10
/** So many days before the first day students are asked; and before the end of an insurance, if the stay goes on. */
export const askedDays = { start: 60, insurance: 14 } as const

/** So many days after a stay nobody needs to know any more whom to call, and where the student lived. */
export const forgottenAfterDays = 90

/** The day until which everything is to be settled, in working days of the sending institution's country. */
export function preparedBy(startsOn: DateOnly, country: Country): DateOnly {
  return addWorkingDays(startsOn, -workingDaysBefore, country).date
}

/** Whether an insurance is about to expire while the stay goes on. */
export function expiresSoon(
  validUntil: DateOnly | null,
  { today, endsOn }: { today: DateOnly; endsOn: DateOnly },
): boolean {
  if (validUntil === null || validUntil >= endsOn) return false
  return validUntil <= addDays(today, askedDays.insurance)
}
