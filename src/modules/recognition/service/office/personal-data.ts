import type { Work } from '#kernel/database'

/** What was entered on a person's record, or sent to be: for the export that they may ask for. */
export function exportPostings(work: Work, personId: string) {
  return work.read
    .selectFrom('posting_items as i')
    .innerJoin('posting_batches as b', 'b.id', 'i.batch_id')
    .innerJoin('recognition_cases as c', 'c.id', 'i.case_id')
    .select([
      'c.number',
      'b.number as batch',
      'i.act',
      'i.home_course_code',
      'i.credit',
      'i.grade',
      'i.cells',
      'i.state',
      'i.settled_at',
      'i.note',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('b.created_at')
    .orderBy('i.position')
    .execute()
}

/**
 * Empties the cells of a person's rows, which have their name in them; course, credit and grade stay with the decision.
 * The file of such a batch is no longer what was sent, and says so by its hash.
 */
export async function erasePostings(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('posting_items')
      .set({ cells: JSON.stringify([]), note: '', answer: null })
      .where(
        'case_id',
        'in',
        tx.selectFrom('recognition_cases').select('id').where('person_id', '=', personId),
      )
      .execute(),
  )
}
