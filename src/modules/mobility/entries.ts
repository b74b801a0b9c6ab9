import { entryType } from '#kernel/chronicle'
import type { MobilityKind } from './rules/states.ts'

/** What every entry of a stay says: between whom. No name, no remark. */
export interface StayNews extends Record<string, unknown> {
  sending: string
  receiving: string
  kind: MobilityKind
}

/** A sending institution nominated a student. */
export const studentNominated = entryType<StayNews & { proposal: string; year: string }>(
  'mobility.student-nominated',
)
/** No seat was left: the student stands on the sending institution's waiting list. */
export const studentWaits = entryType<StayNews & { year: string }>('mobility.student-waits')
/** Which proposal was answered, and how: by a link, or in a mail that the sending office wrote down. */
interface ProposalNews extends Record<string, unknown> {
  proposal: string
  byLink: boolean
  byMail: boolean
}

/** The receiving institution approved a nomination. */
export const nominationApproved = entryType<StayNews & ProposalNews>('mobility.nomination-approved')
/** The receiving institution refused a nomination; its reason stands with the stay. */
export const nominationRejected = entryType<StayNews & ProposalNews>('mobility.nomination-rejected')
/** The student or the sending institution gave it up. */
export const stayCancelled = entryType<StayNews & { from: string; byStudent: boolean }>(
  'mobility.stay-cancelled',
)
/** An institution wrote down whom it writes to at a partner. */
export const contactKept = entryType<{ receiving: string }, { name: string; email: string }>(
  'mobility.contact-kept',
)

/** A version of the learning agreement was sent to be signed by the three parties. */
export const agreementSent = entryType<StayNews & { version: number; sha256: string }>(
  'mobility.agreement-sent',
)
/** All three have signed the learning agreement: this version counts. */
export const agreementSigned = entryType<StayNews & { version: number }>(
  'mobility.agreement-signed',
)
/** The learning agreement came back before all had signed. */
export const agreementReturned = entryType<StayNews & { version: number; how: string }>(
  'mobility.agreement-returned',
)

/** Something happened during a stay; what was noted of it stands with the stay. */
export const stayEvent = entryType<
  Omit<StayNews, 'kind'> & { kind: string; stay: MobilityKind; onDay: string; byLink: boolean }
>('mobility.stay-event')
/** The receiving institution handed over a transcript of records. */
export const transcriptCame = entryType<StayNews & { fileId: string; byMail: boolean }>(
  'mobility.transcript-came',
)
/** The credit of a stay is recognised: the decision is final. */
export const stayRecognised = entryType<StayNews & { case: string }>('mobility.stay-recognised')

/** A student, or the home office for them, wrote down one thing that is settled before the stay. */
export const preparationKept = entryType<StayNews & { item: string }>('mobility.preparation-kept')

/** An exchange that was over was brought in from a list of past years. */
export const stayImported = entryType<StayNews & { year: string }>('mobility.stay-imported')
/** Two rows of such a list told of one stay: it has the days of both. */
export const stayWidened = entryType<StayNews>('mobility.stay-widened')

/** An exchange that had been brought in was taken back with its list. */
export const stayTakenBack = entryType<StayNews>('mobility.stay-taken-back')

/** An institution opened a selection: a call for places of its agreements. */
export const selectionOpened = entryType<{ call: string; year: string }>(
  'mobility.selection-opened',
)

/** What every entry of a visit says: whose it is and what kind; no name, no title. */
export interface VisitNews extends Record<string, unknown> {
  maker: string
  partner: string
  visit: string
}

/** A visit of staff, artists or a delegation was written down. */
export const visitMade = entryType<VisitNews>('mobility.visit-made')
/** Who comes, the programme or the costs of a visit changed. */
export const visitChanged = entryType<VisitNews & { part: string; edition: number }>(
  'mobility.visit-changed',
)
/** The partner was asked to approve a visit. */
export const visitAsked = entryType<VisitNews & { edition: number; byMail: boolean }>(
  'mobility.visit-asked',
)
/** The partner approved or refused a visit. */
export const visitAnswered = entryType<
  VisitNews & { answer: string; edition: number; byLink: boolean }
>('mobility.visit-answered')
/** A visit was called off. */
export const visitCancelled = entryType<VisitNews & { from: string }>('mobility.visit-cancelled')
/** The report of a visit was written: it is over. */
export const visitReported = entryType<VisitNews & { outcome: string }>('mobility.visit-reported')
