import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { holderConfirmed } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'

/** Says that a transcript is the student's, though its document names its holder differently; kept as a fact of the case. */
export async function confirmHolder(
  work: Work,
  caseId: string,
): Promise<{ caseId: string } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const entry = holderConfirmed({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: {},
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('transcripts')
      .set({ holder_confirmed_at: work.now, holder_confirmed_by: personOf(work.actor) })
      .where('id', '=', found.transcript_id)
      .execute(),
  )
  return { caseId: found.id }
}
