import type { Work } from '#kernel/database'
import { cancelTasks } from '#kernel/tasks'
import { appealRows } from '../queries/appeals.ts'

/** What a person objected to and was answered, and why their cases were looked at again. */
export async function exportAppeals(work: Work, personId: string) {
  const rows = await appealRows(work).where('c.person_id', '=', personId).execute()
  const revisions = await work.read
    .selectFrom('decision_revisions as v')
    .innerJoin('recognition_cases as c', 'c.id', 'v.case_id')
    .select(['c.number as case', 'v.revision', 'v.reasons', 'v.opened_at'])
    .where('c.person_id', '=', personId)
    .orderBy('v.opened_at')
    .execute()
  return {
    appeals: rows.map((row) => ({
      case: row.number,
      revision: row.revision,
      reasons: row.reasons,
      appealed_at: row.appealed_at,
      state: row.state,
      answer: row.answer,
      answered_at: row.answered_at,
      files: row.files.map(({ name }) => name),
    })),
    revisions,
  }
}

/** Ends what waits for an answer, and removes the words of a person's appeals and of what was answered. */
export async function eraseAppeals(work: Work, personId: string): Promise<void> {
  const open = await work.read
    .selectFrom('appeals as a')
    .innerJoin('recognition_cases as c', 'c.id', 'a.case_id')
    .select('a.id')
    .where('c.person_id', '=', personId)
    .where('a.state', '=', 'open')
    .execute()
  for (const { id } of open) await cancelTasks(work, { object: { kind: 'recognition-appeal', id } })
  await work.writeUnchronicled(async (tx) => {
    const cases = tx.selectFrom('recognition_cases').select('id').where('person_id', '=', personId)
    await tx
      .updateTable('appeals')
      .set({ state: 'withdrawn' })
      .where('state', '=', 'open')
      .where('case_id', 'in', cases)
      .execute()
    await tx
      .updateTable('appeals')
      .set({ reasons: '', answer: '' })
      .where('case_id', 'in', cases)
      .execute()
    await tx
      .updateTable('decision_revisions')
      .set({ reasons: '' })
      .where('case_id', 'in', cases)
      .execute()
  })
}

/** Moves what a person objected to and answered to the one who stays. */
export async function mergeAppeals(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    for (const column of ['appealed_by', 'answered_by'] as const) {
      await tx
        .updateTable('appeals')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
    await tx
      .updateTable('decision_revisions')
      .set({ opened_by: into })
      .where('opened_by', '=', from)
      .execute()
  })
}
