import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { noticeKind, notify } from '#kernel/notices'
import { cancelTasks, completeTasksOf, dueInWorkingDays, openTask } from '#kernel/tasks'
import { addWorkingDays, dateInZone, type DateOnly } from '#kernel/values'
import { appealAnswered, appealMade, appealWithdrawn } from '../entries-appeals.ts'
import { m } from '../messages/index.ts'
import { appealById, appealFiles, type AppealRow, isAppealed } from '../queries/appeals.ts'
import { caseForUpdate, type LockedCase } from '../queries/case-for-update.ts'
import { decisionOf, type StatedDecision } from '../queries/decisions.ts'
import { settingsOf } from '../queries/settings.ts'
import { appealTask } from '../task-kinds.ts'
import { type GivenDocument, keepDocuments } from './keep-documents.ts'
import { plainLines, reasonsFault } from './plain-reasons.ts'
import { openRevision } from './revisions.ts'

/** Working days in which an appeal is to be answered; shown as the task's day, and late after it. */
const answerWorkingDays = 10

/** That an appeal was answered, told to the student. */
export const appealNotice = noticeKind(
  'recognition.appeal-answered',
  m('notice.kind.appeal-answered'),
  'immediate',
)

/**
 * The last day on which the student may object to a decision: so many working days of the home institution after the day
 * on which they were told. Null where the institution takes no appeals here.
 */
export async function appealUntil(
  work: Work,
  decision: Pick<StatedDecision, 'decidedAt' | 'releasedAt'>,
  of: Pick<LockedCase, 'home_organisation_id' | 'time_zone' | 'country'>,
): Promise<DateOnly | null> {
  const { appealWorkingDays } = await settingsOf(work, of.home_organisation_id)
  if (appealWorkingDays === null) return null
  const toldOn = dateInZone(decision.releasedAt ?? decision.decidedAt, of.time_zone)
  return addWorkingDays(toldOn, appealWorkingDays, of.country).date
}

/** What the student objects with. */
export interface MakeAppeal {
  caseId: string
  reasons: string
  documents: readonly GivenDocument[]
  /** The node that makes the rows of the files. */
  origin: string
}

/**
 * Objects to the final decision of one's own case, once, with reasons and documents, within the institution's days. It
 * is asked of the evaluators and registrars of the home institution; who took the decision does not answer it.
 */
export async function makeAppeal(
  work: Work,
  input: MakeAppeal,
): Promise<{ appealId: string } | Refusal> {
  const found = await caseForUpdate(work, input.caseId)
  const by = personOf(work.actor)
  if (!found || by === null || !work.may('recognition.case.read', found)) return absent()
  const decision = found.state === 'decided' ? await decisionOf(work, found.id) : null
  const isTold = decision && (decision.releasedAt === null || decision.releasedAt <= work.now)
  if (!decision || !isTold || !work.may('recognition.appeal.make', found)) {
    return found.person_id === by ? refuse(409, m('refusal.appeal-nothing')) : absent()
  }
  const until = await appealUntil(work, decision, found)
  if (until === null) return refuse(409, m('refusal.appeal-none'))
  if (dateInZone(work.now, found.time_zone) > until) return refuse(409, m('refusal.appeal-late'))
  if (await isAppealed(work, decision.id)) return refuse(409, m('refusal.appeal-twice'))
  const reasons = plainLines(input.reasons)
  const wrong = reasonsFault(reasons, 'words')
  if (wrong) return wrong
  const appealId = randomUUIDv7()
  const entry = appealMade({
    ...aboutCase(found),
    data: {
      appeal: appealId,
      number: found.number,
      revision: decision.revision,
      documents: input.documents.length,
    },
    personal: { words: reasons },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('appeals')
      .values({
        id: appealId,
        origin: found.origin,
        case_id: found.id,
        decision_id: decision.id,
        reasons,
        appealed_by: by,
        appealed_at: work.now,
      })
      .execute(),
  )
  const owner = { ownerKind: appealFiles, ownerId: appealId, origin: input.origin }
  const kept = await keepDocuments(work, input.documents, owner)
  if (kept) return kept
  await askToAnswer(work, found, appealId)
  return { appealId }
}

async function askToAnswer(work: Work, found: LockedCase, appealId: string): Promise<void> {
  const dueOn = dueInWorkingDays(work.now, answerWorkingDays, {
    country: found.country,
    timeZone: found.time_zone,
  })
  for (const role of ['evaluator', 'registrar']) {
    await openTask(work, {
      kind: appealTask,
      assignee: { role, organisationId: found.home_organisation_id },
      object: { kind: 'recognition-appeal', id: appealId },
      subject: m('task.appeal', { number: found.number }),
      href: `/recognition/appeals/${appealId}`,
      closesWithAct: true,
      programmeId: found.degree_programme_id,
      ...(role === 'evaluator' ? { unitId: found.unit_id } : {}),
      // Whoever took the decision does not answer for it.
      leavesOut: [found.person_id, found.decided_by],
      dueOn,
    })
  }
}

/** What is answered: the decision stands, or the case is looked at again. */
export interface AnswerAppeal {
  appealId: string
  outcome: 'upheld' | 'revision'
  reasons: string
}

/**
 * Answers an appeal, once, by somebody who did not take the decision: the decision stands, or a revision of the case
 * begins with the same reasons.
 */
export async function answerAppeal(
  work: Work,
  input: AnswerAppeal,
): Promise<{ caseId: string } | Refusal> {
  const appeal = await appealById(work, input.appealId, 'lock')
  const by = personOf(work.actor)
  if (!appeal || by === null || !work.may('recognition.appeal.read', appeal)) return absent()
  if (appeal.state !== 'open') return refuse(409, m('refusal.appeal-answered'))
  if (!work.may('recognition.appeal.answer', appeal)) {
    return appeal.decided_by === by ? refuse(409, m('refusal.appeal-own-decision')) : absent()
  }
  const reasons = plainLines(input.reasons)
  const wrong = reasonsFault(reasons, 'reasons')
  if (wrong) return wrong
  const entry = appealAnswered({
    ...aboutCase({ ...appeal, id: appeal.case_id }),
    data: { ...ofAppeal(appeal), outcome: input.outcome },
    personal: { reason: reasons },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('appeals')
      .set({ state: input.outcome, answer: reasons, answered_by: by, answered_at: work.now })
      .where('id', '=', appeal.id)
      .execute(),
  )
  await completeTasksOf(work, { object: { kind: 'recognition-appeal', id: appeal.id } })
  if (input.outcome === 'revision') {
    const opened = await openRevision(work, { caseId: appeal.case_id, reasons, appeal })
    if (isRefused(opened)) return opened
  }
  await tellStudent(work, appeal, input.outcome)
  return { caseId: appeal.case_id }
}

/** Takes one's own appeal back before it is answered; another may follow within the days. */
export async function withdrawAppeal(
  work: Work,
  appealId: string,
): Promise<{ caseId: string } | Refusal> {
  const appeal = await appealById(work, appealId, 'lock')
  if (!appeal || !work.may('recognition.appeal.withdraw', appeal)) {
    return appeal && work.may('recognition.appeal.read', appeal)
      ? refuse(409, m('refusal.appeal-answered'))
      : absent()
  }
  const entry = appealWithdrawn({
    ...aboutCase({ ...appeal, id: appeal.case_id }),
    data: ofAppeal(appeal),
  })
  await work.write(entry, (tx) =>
    tx.updateTable('appeals').set({ state: 'withdrawn' }).where('id', '=', appeal.id).execute(),
  )
  await cancelTasks(work, { object: { kind: 'recognition-appeal', id: appeal.id } })
  return { caseId: appeal.case_id }
}

async function tellStudent(
  work: Work,
  appeal: AppealRow,
  outcome: AnswerAppeal['outcome'],
): Promise<void> {
  const student = await personById(work, appeal.person_id)
  if (student?.state !== 'active') return
  await notify(work, {
    personId: student.id,
    kind: appealNotice,
    message: m(outcome === 'upheld' ? 'notice.appeal-upheld' : 'notice.appeal-granted', {
      number: appeal.number,
    }),
    href: `/recognition/appeals/${appeal.id}`,
  })
}

function ofAppeal({ id, number, revision }: AppealRow) {
  return { appeal: id, number, revision }
}

function aboutCase(of: { id: string; home_organisation_id: string; person_id: string }) {
  return {
    object: { kind: 'recognition-case', id: of.id },
    organisationIds: [of.home_organisation_id],
    personId: of.person_id,
  }
}

function absent(): Refusal {
  return refuse(404, m('refusal.no-case'))
}
