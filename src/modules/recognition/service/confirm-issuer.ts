import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { issuerConfirmed } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'

/** Says that a transcript is the host's, though its document names another issuer: without this word its case is not decided. */
export async function confirmIssuer(
  work: Work,
  caseId: string,
): Promise<{ caseId: string } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  if (!found || !work.may('recognition.case.evaluate', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  const entry = issuerConfirmed({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id],
    personId: found.person_id,
    data: { host: found.host_organisation_id },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('transcripts')
      .set({ issuer_confirmed_at: work.now, issuer_confirmed_by: personOf(work.actor) })
      .where('id', '=', found.transcript_id)
      .execute(),
  )
  return { caseId: found.id }
}
