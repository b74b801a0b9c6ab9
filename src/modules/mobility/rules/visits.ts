import { addMoney, type DateOnly, type Money } from '#kernel/values'

/** What people go to a partner for, when it is not for credit; the mobility of staff is EWP's “STT” and “STA”. */
export const visitKinds = [
  'visiting-scholar',
  'teaching',
  'training',
  'residency',
  'guest-lecture',
  'joint-seminar',
  'delegation',
] as const
/** One of the kinds of visit. */
export type VisitKind = (typeof visitKinds)[number]

/** How far a visit is. A draft is its maker's alone; `agreed` is approved by both sides, `reported` is over. */
export const visitStates = ['draft', 'asked', 'agreed', 'refused', 'cancelled', 'reported'] as const
/** One of the states of a visit. */
export type VisitState = (typeof visitStates)[number]
/** What came of a visit. */
export const visitOutcomes = [
  'agreement',
  'teaching',
  'research',
  'work',
  'exchange',
  'none',
] as const
/** One of the outcomes. */
export type VisitOutcome = (typeof visitOutcomes)[number]

/** Who pays for something: the guest, the institution they come from, or the one that they come to. */
export const payers = ['guest', 'home', 'host'] as const
/** One of those who pay. */
export type Payer = (typeof payers)[number]

/** The most of each that one visit has. */
export const mostOfVisit = { members: 60, programme: 200, costs: 100 } as const

/** A report is due so many days after the last day of a visit. */
export const reportWithinDays = 14

/** Whether its days, who comes, the programme and the costs may still be changed: until it is over. */
export function isOpenVisit(state: VisitState): boolean {
  return state !== 'cancelled' && state !== 'reported'
}

/** Whether the partner may be asked: not yet asked, or anew once something has changed since it approved or refused. */
export function mayAskPartner({
  state,
  edition,
  answered_edition: answered,
}: {
  state: VisitState
  edition: number
  answered_edition: number | null
}): boolean {
  if (state === 'draft') return true
  return (state === 'agreed' || state === 'refused') && edition !== answered
}

/** What is wrong with asking for a visit: nobody comes, or somebody arrives, or something happens, outside of its days. */
export function visitFault({
  startsOn,
  endsOn,
  members,
  programme,
}: {
  startsOn: DateOnly
  endsOn: DateOnly
  members: readonly { arrivesOn: DateOnly | null }[]
  programme: readonly { onDay: DateOnly }[]
}): 'nobody' | 'arrives' | 'day' | null {
  if (members.length === 0) return 'nobody'
  // Guests may come some days before their visit begins, but not after it has ended.
  if (members.some(({ arrivesOn }) => arrivesOn !== null && arrivesOn > endsOn)) return 'arrives'
  return programme.some(({ onDay }) => onDay < startsOn || onDay > endsOn) ? 'day' : null
}

/** Sums of money by who pays and in which currency, in the order in which they first come; across currencies nothing is added. */
export function costSums(
  costs: readonly { payer: Payer; amount: Money }[],
): { payer: Payer; amount: Money }[] {
  const sums = new Map<string, { payer: Payer; amount: Money }>()
  for (const { payer, amount } of costs) {
    const key = `${payer} ${amount.currency}`
    const known = sums.get(key)
    sums.set(key, { payer, amount: known ? addMoney(known.amount, amount) : amount })
  }
  return [...sums.values()]
}
