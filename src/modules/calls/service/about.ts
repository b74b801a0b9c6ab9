import type { SeatFacts } from '../entries.ts'
import type { CallRow } from '../queries/calls.ts'
import type { CallDefinition, Reference } from '../rules/questions.ts'

/** What an entry about a call names. */
export function about(call: Pick<CallRow, 'id' | 'organisation_id'>) {
  return { object: { kind: 'call', id: call.id }, organisationIds: [call.organisation_id] }
}

/** What an entry about an application names. */
export function aboutApplication(application: {
  id: string
  organisation_id: string
  person_id: string
}) {
  return {
    object: { kind: 'call-application', id: application.id },
    organisationIds: [application.organisation_id],
    personId: application.person_id,
  }
}

/** What a call is for, as whoever opened it knows it, or null. */
export function subjectOf(call: {
  subject_kind: string | null
  subject_id: string | null
}): Reference | null {
  const { subject_kind: kind, subject_id: id } = call
  return kind === null || id === null ? null : { kind, id }
}

/** Of which call and under which quota a seat is, for the entries that tell of it. */
export function seatFacts(
  call: { definition: CallDefinition; subject_kind: string | null; subject_id: string | null },
  callId: string,
  destinationId: string | null,
): SeatFacts {
  const destination = call.definition.destinations.find(({ id }) => id === destinationId)
  return { callId, subject: subjectOf(call), destinationId, quota: destination?.quota ?? null }
}
