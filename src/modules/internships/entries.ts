import { entryType } from '#kernel/chronicle'

/** An office brought a host in. */
export const hostProposed = entryType<{ country: string }>('internships.host-proposed')
/** The secretariat vetted a host for the alliance, or suspended it. */
export const hostDecided = entryType<{ state: string; until: string | null }>(
  'internships.host-decided',
)
/** A position was made. */
export const positionMade = entryType<{ hostId: string; places: number }>(
  'internships.position-made',
)
/** A position was published or closed. */
export const positionChanged = entryType<{ state: string }>('internships.position-changed')
/** An office offered times for interviews. */
export const slotsOffered = entryType<{ count: number }>('internships.slots-offered')
/** An applicant picked a time for an interview. */
export const interviewPicked = entryType<{ startsAt: string }>('internships.interview-picked')
/** Somebody applied for a position. */
export const applicationSent = entryType<{ positionId: string; clearance: string }>(
  'internships.application-sent',
)
/** An office offered the place or refused it. */
export const applicationDecided = entryType<{ state: string; answerBy: string | null }>(
  'internships.application-decided',
)
/** The applicant accepted, declined or withdrew, or let the day pass. */
export const applicationAnswered = entryType<{ state: string }>('internships.application-answered')
/** Hours were logged. */
export const hoursLogged = entryType<{ day: string; minutes: number }>('internships.hours-logged')
/** A line of hours was taken out. */
export const hoursRemoved = entryType<{ day: string; minutes: number }>('internships.hours-removed')
/** An agreement was sent to its signers. */
export const agreementSent = entryType<{ version: number; sha256: string }>(
  'internships.agreement-sent',
)
/** All have signed an agreement: this version counts. */
export const agreementSigned = entryType<{ version: number }>('internships.agreement-signed')
/** An agreement came back before all had signed. */
export const agreementReturned = entryType<{ version: number; how: string }>(
  'internships.agreement-returned',
)
/** A placement was suspended, goes on, or ends early; the reason stands with the placement. */
export const placementInterrupted = entryType<{ kind: string; day: string }>(
  'internships.placement-interrupted',
)
/** Somebody was asked to evaluate a placement. */
export const evaluationsAsked = entryType<{ round: string; party: string }>(
  'internships.evaluation-asked',
)
/** Somebody evaluated a placement. */
export const evaluationGiven = entryType<{ round: string; party: string; overall: number }>(
  'internships.evaluation-given',
)
/** A coordinator settled with both mentors where they judged far apart. */
export const disagreementSettled = entryType<{ round: string }>('internships.disagreement-settled')
/** A placement that is over was brought before recognition. */
export const creditAsked = entryType<{ draftId: string }>('internships.credit-asked')
/** A student proposed an internship that they found. */
export const proposalSent = entryType<{ country: string }>('internships.proposal-sent')
/** The school checked, approved or returned a proposal, or the student took it back. */
export const proposalDecided = entryType<{ state: string }>('internships.proposal-decided')
/** A student sent a week of the journal to the host. */
export const weekSent = entryType<{ week: string; minutes: number }>('internships.week-sent')
/** A student took a week back that the host had not answered. */
export const weekTakenBack = entryType<{ week: string }>('internships.week-taken-back')
/** The host confirmed the hours of a week or wrote back, or an office confirmed them for it. */
export const weekAnswered = entryType<{
  week: string
  state: string
  minutes: number | null
  by: string
}>('internships.week-answered')
/** An office asked the academic mentor for a visit. */
export const visitAsked = entryType<{ dueOn: string }>('internships.visit-asked')
/** A visit was planned, took place, or was taken back. */
export const visitChanged = entryType<{ state: string }>('internships.visit-changed')
/** An incident of a placement was reported; what happened stands with it. */
export const incidentReported = entryType<{ kind: string; urgent: boolean; party: string }>(
  'internships.incident-reported',
)
/** An office wrote down what it did about an incident. */
export const incidentFollowed = entryType<Record<string, never>>('internships.incident-followed')
/** An office closed an incident with what was done. */
export const incidentClosed = entryType<Record<string, never>>('internships.incident-closed')
/** An office opened a closed incident again. */
export const incidentReopened = entryType<Record<string, never>>('internships.incident-reopened')
/** An office opened a round; the commitment is the SHA-256 of the seed that orders whom a host ranks alike. */
export const roundOpened = entryType<{
  positions: number
  wishesUntil: string
  lotCommitment: string
}>('internships.round-opened')
/** A student said in which order they wish. */
export const wishesSaid = entryType<{ wishes: number }>('internships.wishes-said')
/** A host ranked its applicants, or an office did on its behalf. */
export const ranksGiven = entryType<{ ranked: number; by: 'host' | 'office' }>(
  'internships.ranks-given',
)
/** A round was matched, and the result proved. */
export const roundMatched = entryType<{ number: number; placed: number; inputsSha256: string }>(
  'internships.round-matched',
)
/** A result was undone before anybody was told. */
export const roundUndone = entryType<{ number: number }>('internships.round-undone')
/** Everybody in a round was told at one moment. */
export const roundTold = entryType<{ number: number; offered: number; answerBy: string }>(
  'internships.round-told',
)
/** A round ended, or was called off before anybody was offered a place. */
export const roundEnded = entryType<{ calledOff: boolean; refused: number }>(
  'internships.round-ended',
)
/** An office brought in a list of internships of past years. */
export const pastListBroughtIn = entryType<{ added: number; completed: number }>(
  'internships.past-list-brought-in',
)
/** An internship of a past year came in with a list. */
export const pastBroughtIn = entryType<{ importId: string }>('internships.past-brought-in')
/** An office took a list of past internships back. */
export const pastListTakenBack = entryType<{ importId: string }>('internships.past-list-taken-back')
/** An internship of a past year went with the list that it came in with. */
export const pastTakenBack = entryType<{ importId: string }>('internships.past-taken-back')
