import { Fraction } from '#kernel/values'
import type { Work } from '#kernel/database'
import { completeTasksOf, dueInWorkingDays, openTask } from '#kernel/tasks'
import { m } from '../../messages/index.ts'
import {
  type PostingFacts,
  postingFactsOf,
  type RecordOfCase,
  recordsOf,
} from '../../queries/office/posting-facts.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import { type DueAct, dueActs, entriesOf } from '../../rules/office/posting.ts'
import type { PostingState } from '../../schema-office.ts'

/** The kind of task that tells a registrar that decided credit waits. */
export const postingTask = 'recognition.posting'

/**
 * What is still to be done to the record of a case: nothing while it is open again, and everything off where it was
 * withdrawn. What is on its way already is not due a second time.
 */
export function actsDue(facts: PostingFacts, record: RecordOfCase): DueAct[] {
  if (facts.state === 'open') return []
  const entries = facts.state === 'decided' ? entriesOf(facts.courses) : []
  return dueActs(entries, record.standing).filter((act) => !record.onTheWay.has(act.key))
}

/**
 * Brings what a case says of its posting up to its last decision and to what the registry has confirmed, and opens or
 * closes the registrar's task. The only place that writes it.
 */
export async function refreshPosting(work: Work, caseIds: readonly string[]): Promise<void> {
  await lockCases(work, caseIds)
  const all = await postingFactsOf(work, caseIds)
  const records = await recordsOf(work.read, caseIds)
  for (const facts of all) await refreshCase(work, facts, records.get(facts.caseId)!)
  for (const organisationId of new Set(all.map((facts) => facts.organisationId)))
    await refreshTask(work, organisationId)
}

/** Whoever settles rows of the same cases in another batch waits, and then sees what was settled here. */
async function lockCases(work: Work, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await work.read
    .selectFrom('recognition_cases')
    .select('id')
    .where('id', 'in', [...caseIds])
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function refreshCase(work: Work, facts: PostingFacts, record: RecordOfCase): Promise<void> {
  const state = stateOf(facts, record)
  const dueOn = state === 'waiting' ? (facts.postingDueOn ?? (await dueOf(work, facts))) : null
  const isPosted = state === 'posted'
  // Whoever was told that it is late need not look after it any more.
  if (facts.postingState === 'waiting' && state !== 'waiting')
    await completeTasksOf(work, { object: { kind: 'case-posting', id: facts.caseId } })
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('recognition_cases')
      .set({
        posting_state: state,
        posting_due_on: dueOn,
        posted_at: isPosted ? record.lastPostedAt : null,
        posted_credit:
          record.standing.length > 0
            ? Fraction.sum(record.standing.map((each) => each.credit)).toString()
            : null,
      })
      .where('id', '=', facts.caseId)
      .execute(),
  )
}

function stateOf(facts: PostingFacts, record: RecordOfCase): PostingState | null {
  if (record.onTheWay.size > 0) return 'exported'
  if (actsDue(facts, record).length > 0) return 'waiting'
  if (record.standing.length > 0) return 'posted'
  return facts.state === 'open' ? null : 'nothing'
}

async function dueOf(work: Work, facts: PostingFacts) {
  const settings = (await settingsOf(work, facts.organisationId))!
  return dueInWorkingDays(facts.decidedAt, settings.postingDays, settings)
}

async function refreshTask(work: Work, organisationId: string): Promise<void> {
  const object = { kind: 'recognition-office', id: organisationId }
  const first = await work.read
    .selectFrom('recognition_cases')
    .select((eb) => eb.fn.min('posting_due_on').as('due_on'))
    .where('home_organisation_id', '=', organisationId)
    .where('posting_state', '=', 'waiting')
    .executeTakeFirst()
  if (!first?.due_on) {
    await completeTasksOf(work, { object, kinds: [postingTask] })
    return
  }
  await openTask(work, {
    kind: postingTask,
    assignee: { role: 'registrar', organisationId },
    object,
    subject: m('task.posting'),
    href: '/recognition/postings',
    closesWithAct: true,
    dueOn: first.due_on,
  })
}
