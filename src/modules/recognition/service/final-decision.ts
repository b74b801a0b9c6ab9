import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { decisionReleased, decisionRetracted } from '../entries.ts'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'
import { decisionForUpdate, decisionOf } from '../queries/decisions.ts'
import { pauseCase } from './case-clock.ts'
import { askForDecision } from './decision-task.ts'

/**
 * Takes a decision back before it is final: by whoever took it, and as long as the student has not been told. The decision
 * stays as it was, with a row that says that it does not stand; the case is open again for its next revision.
 */
export async function retractDecision(
  work: Work,
  caseId: string,
): Promise<{ caseId: string; number: string } | Refusal> {
  const found = await caseForUpdate(work, caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.case.read', found)) {
    return refuse(404, m('refusal.no-case'))
  }
  // The student is not told of a decision before it is final, not even by a refusal.
  if (found.state !== 'decided' || by === found.person_id) {
    return refuse(409, m('refusal.nothing-to-take-back'))
  }
  if (!work.may('recognition.decision.retract', found)) {
    return refuse(409, m('refusal.not-your-decision'))
  }
  const decision = await decisionOf(work, found.id)
  if (!decision?.releasedAt || decision.releasedAt <= work.now) {
    return refuse(409, m('refusal.decision-final'))
  }
  const entry = decisionRetracted({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id, found.host_organisation_id],
    personId: found.person_id,
    data: { number: found.number, revision: found.revision, document: decision.documentSha256 },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('decision_retractions')
      .values({ decision_id: decision.id, retracted_by: by, retracted_at: work.now })
      .execute()
    await tx
      .updateTable('recognition_cases')
      .set({
        state: 'open',
        decided_at: null,
        decided_by: null,
        released_at: null,
        revision: found.revision + 1,
      })
      .where('id', '=', found.id)
      .execute()
  })
  await askForDecision(work, found, found.due_on)
  await pauseCase(work, found.id)
  return { caseId: found.id, number: found.number }
}

/** Makes a decision final when its time for being taken back is over. */
export const releaseDecisionJob = jobType<{ decisionId: string }>('recognition.decision-release', {
  async run({ runner, context }, { decisionId }) {
    await runner.perform(context, (work) => releaseDecision(work, decisionId))
  },
})

/**
 * Makes a decision final once the time for taking it back is over: from now on the student is told. Does nothing where
 * it was taken back or is final already.
 */
export async function releaseDecision(work: Work, decisionId: string): Promise<boolean> {
  const decision = await decisionForUpdate(work, decisionId)
  if (!decision || decision.isRetracted || decision.isReleased) return false
  if (decision.releasedAt !== null && decision.releasedAt > work.now) return false
  const entry = decisionReleased({
    object: { kind: 'recognition-case', id: decision.caseId },
    organisationIds: [decision.homeOrganisationId, decision.hostOrganisationId],
    personId: decision.personId,
    data: {
      number: decision.number,
      revision: decision.revision,
      recognised: decision.recognised,
      document: decision.documentSha256,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('decision_releases')
      .values({ decision_id: decisionId, released_at: work.now })
      .execute(),
  )
  return true
}
