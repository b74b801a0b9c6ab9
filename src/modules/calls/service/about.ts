import type { CallRow } from '../queries/calls.ts'

/** What an entry about a call names. */
export function about(call: Pick<CallRow, 'id' | 'organisation_id'>) {
  return { object: { kind: 'call', id: call.id }, organisationIds: [call.organisation_id] }
}
