import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { dueInWorkingDays } from '#kernel/tasks'
import { revisionOpened } from '../entries-appeals.ts'
import { m } from '../messages/index.ts'
import type { AppealRow } from '../queries/appeals.ts'
import { caseForUpdate, lockEnrolment } from '../queries/case-for-update.ts'
import { firstDeciderOf } from '../queries/first-decider.ts'
import { decisionOf } from '../queries/decisions.ts'
import { settingsOf } from '../queries/settings.ts'
import { askForDecision } from './decision-task.ts'
import { evaluateInto } from './evaluate-case.ts'
import { askForCheck } from './check-task.ts'
import { plainLines, reasonsFault } from './plain-reasons.ts'

/** Why a final decision is looked at again; after an appeal with it. */
export interface OpenRevision {
  caseId: string
  reasons: string
  appeal: AppealRow | null
}

/**
 * Looks at a final decision again: an act of its own with its own reasons. The decision stays as it was and readable; the
 * case is open for its next revision, evaluated anew by the rules of today, and due as a new one would be.
 */
export async function openRevision(
  work: Work,
  input: OpenRevision,
): Promise<{ caseId: string; revision: number } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.case.read', found)) return absent()
  const mayOpen = input.appeal
    ? found.state === 'decided'
    : work.may('recognition.revision.open', found)
  const decision = found.state === 'decided' ? await decisionOf(work, found.id) : null
  const isFinal = decision && (decision.releasedAt === null || decision.releasedAt <= work.now)
  if (!mayOpen || !decision || !isFinal) return refuse(409, m('refusal.revision-nothing'))
  if (input.appeal && input.appeal.decision_id !== decision.id) {
    return refuse(409, m('refusal.revision-nothing'))
  }
  const reasons = plainLines(input.reasons)
  const wrong = reasonsFault(reasons, 'reasons')
  if (wrong) return wrong
  await lockEnrolment(work, found.enrolment_id)
  const settings = await settingsOf(work, found.home_organisation_id)
  const place = { country: found.country, timeZone: found.time_zone }
  const dueOn = dueInWorkingDays(work.now, settings.caseWorkingDays, place)
  const revision = found.revision + 1
  const entry = revisionOpened({
    object: { kind: 'recognition-case', id: found.id },
    organisationIds: [found.home_organisation_id, found.host_organisation_id],
    personId: found.person_id,
    data: { number: found.number, revision, appeal: input.appeal?.id ?? null },
    personal: { reason: reasons },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('decision_revisions')
      .values({
        decision_id: decision.id,
        case_id: found.id,
        revision,
        appeal_id: input.appeal?.id ?? null,
        reasons,
        opened_by: by,
        opened_at: work.now,
      })
      .execute()
    await tx
      .updateTable('recognition_cases')
      .set({
        state: 'open',
        decided_at: null,
        decided_by: null,
        released_at: null,
        due_on: dueOn,
        revision,
      })
      .where('id', '=', found.id)
      .execute()
  })
  const evaluated = await evaluateInto(work, { ...found, timeZone: found.time_zone })
  if (isRefused(evaluated)) return evaluated
  const first = await firstDeciderOf(work, { ...found, state: 'open' })
  await askForDecision(work, found, dueOn, first?.id)
  await askForCheck(work, found, dueOn)
  return { caseId: found.id, revision }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}
