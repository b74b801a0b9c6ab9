import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { applicationDecided } from '../entries.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import type { DecisionReason, DecisionWay, Outcome } from '../schema.ts'
import { aboutApplication } from './about.ts'

/** One decision as it is to stand. */
export interface Decided {
  application: Pick<ApplicationRow, 'id' | 'person_id'>
  outcome: Outcome | null
  destinationId: string | null
  reason: DecisionReason | null
  note: LocalText
  waitingPlace: number | null
}

/** A seat for somebody who waited, or whose appeal was upheld. */
export function seatFor(application: Decided['application'], destinationId: string | null) {
  return {
    application,
    outcome: 'accepted' as const,
    destinationId,
    reason: 'merit' as const,
    note: {},
    waitingPlace: null,
  }
}

/**
 * Writes decisions, their history and the entries that tell of them, however many, in a few statements. An entry does
 * not say what was decided: its person may read it long before everybody is told.
 */
export async function writeDecisions(
  work: Work,
  call: Pick<CallRow, 'id' | 'organisation_id' | 'decisions'>,
  way: DecisionWay | 'moved-up' | 'appeal' | 'committee',
  decided: readonly Decided[],
): Promise<void> {
  const entries = decided.map(({ application }) =>
    applicationDecided({
      ...aboutApplication({ ...application, organisation_id: call.organisation_id }),
      data: { way },
    }),
  )
  const rows = decided.map((each) => ({
    decision: randomUUIDv7(),
    id: each.application.id,
    outcome: each.outcome,
    destination_id: each.destinationId,
    reason: each.reason,
    reason_note: each.note,
    waiting_place: each.outcome === 'waiting' ? each.waitingPlace : null,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (decision uuid, id uuid, outcome text,
    destination_id text, reason text, reason_note jsonb, waiting_place integer)`
  const by = way === 'moved-up' ? null : personOf(work.actor)
  const number = call.decisions + 1
  await work.write(entries, async (tx) => {
    await sql`update call_applications set outcome = given.outcome, destination_id = given.destination_id,
        reason = given.reason, reason_note = given.reason_note, waiting_place = given.waiting_place,
        decided_by = case when given.outcome is null then null else ${by}::uuid end,
        decided_at = case when given.outcome is null then null else ${work.now}::timestamptz end,
        decision_number = ${number}::integer, reply = null, reply_due_at = null, replied_at = null
      from ${given} where call_applications.id = given.id`.execute(tx)
    await sql`insert into call_decisions (id, application_id, call_id, outcome, destination_id, reason, reason_note, way,
        decided_by, decided_at)
      select given.decision, given.id, ${call.id}::uuid, given.outcome, given.destination_id, given.reason,
        given.reason_note, ${way}, ${by}::uuid, ${work.now}::timestamptz from ${given}`.execute(tx)
    await tx.updateTable('calls').set({ decisions: number }).where('id', '=', call.id).execute()
  })
}
