import { addDays, addWorkingDays, type Country, type DateOnly } from '#kernel/values'

/** What a stay is, as the learning agreements of EWP know it: long-term study, short-term blended, short-term doctoral. */
export const mobilityKinds = ['study', 'blended', 'doctoral'] as const
/** One of the kinds of stay. */
export type MobilityKind = (typeof mobilityKinds)[number]

/**
 * Where a stay stands. `pending`, `approved`, `rejected` and `cancelled` are EWP's words for a nomination (omobilities v3);
 * `live` and `recognised` are those of v2 for what comes after. `waiting` stands before: no seat was free yet.
 */
export const mobilityStates = [
  'waiting',
  'pending',
  'approved',
  'live',
  'returned',
  'recognised',
  'rejected',
  'cancelled',
] as const
/** One of the states of a stay. */
export type MobilityState = (typeof mobilityStates)[number]

/** What is to be done next, by whoever has it. */
export const nextSteps = [
  'answer',
  'agreement',
  'arrival',
  'departure',
  'transcript',
  'recognition',
] as const
/** One of the things that are to be done next. */
export type NextStep = (typeof nextSteps)[number]

/** The states in which a stay uses a seat of its agreement: from the nomination, unless it came to nothing. */
export const seatStates = [
  'pending',
  'approved',
  'live',
  'returned',
  'recognised',
] as const satisfies MobilityState[]

/** What the receiving institution knows of: everything but a waiting list, which is the sending one's own. */
export const toldStates = mobilityStates.filter((state) => state !== 'waiting')

/** Whether the receiving institution takes the student, from its approval to the credit at home. */
export function isApproved(state: MobilityState): boolean {
  return ewpStatus(state) === 'approved'
}

/** Whether nothing more happens: it was refused or given up. */
export function isOver(state: MobilityState): boolean {
  return state === 'rejected' || state === 'cancelled'
}

/** The status of a nomination in EWP omobilities v3; null while it waits for a seat, of which EWP knows nothing. */
export function ewpStatus(
  state: MobilityState,
): 'pending' | 'approved' | 'rejected' | 'cancelled' | null {
  if (state === 'waiting') return null
  if (state === 'pending' || state === 'rejected' || state === 'cancelled') return state
  return 'approved'
}

/** What the next step of a stay depends on. */
export interface Progress {
  state: MobilityState
  nominatedOn: DateOnly | null
  startsOn: DateOnly
  endsOn: DateOnly
  departedOn: DateOnly | null
  /** All three have signed the learning agreement. */
  isAgreed: boolean
  /** The transcript of records has come. */
  hasTranscript: boolean
  /** The day on which it came. */
  transcriptOn: DateOnly | null
  sendingCountry: Country
  receivingCountry: Country
}

/** Working days of the institution that has it; a transcript normally comes within five weeks (EWP imobility-tors). */
export const workingDaysFor = { answer: 20, transcript: 25, recognition: 20 } as const
/** Calendar days: the learning agreement before the stay, and how soon the host confirms that somebody came or went. */
export const daysFor = { agreement: 30, confirmation: 10 } as const

/**
 * What is to be done next for a stay, and until when, in working days of the institution that has to do it. Nothing while it
 * waits for a seat and when it is over.
 */
export function nextOf(progress: Progress): { step: NextStep; dueOn: DateOnly } | null {
  const { state, startsOn, endsOn, departedOn, nominatedOn } = progress
  switch (state) {
    case 'waiting':
    case 'rejected':
    case 'cancelled':
    case 'recognised':
      return null
    case 'pending':
      return {
        step: 'answer',
        dueOn: addWorkingDays(
          nominatedOn ?? startsOn,
          workingDaysFor.answer,
          progress.receivingCountry,
        ).date,
      }
    case 'approved':
      return progress.isAgreed
        ? { step: 'arrival', dueOn: addDays(startsOn, daysFor.confirmation) }
        : { step: 'agreement', dueOn: addDays(startsOn, -daysFor.agreement) }
    case 'live':
      return { step: 'departure', dueOn: addDays(endsOn, daysFor.confirmation) }
    case 'returned':
      return progress.hasTranscript
        ? {
            step: 'recognition',
            dueOn: addWorkingDays(
              progress.transcriptOn ?? departedOn ?? endsOn,
              workingDaysFor.recognition,
              progress.sendingCountry,
            ).date,
          }
        : {
            step: 'transcript',
            dueOn: addWorkingDays(
              departedOn ?? endsOn,
              workingDaysFor.transcript,
              progress.receivingCountry,
            ).date,
          }
  }
}

/** Which institution has the next step: the one where it is done. The student signs first, for the sending one. */
export function sideOf(step: NextStep): 'sending' | 'receiving' {
  return step === 'agreement' || step === 'recognition' ? 'sending' : 'receiving'
}
