import type { Work } from '#kernel/database'

/** Of two who are one: what either described, sent or took back for a holder is the other's. */
export async function mergeRecords(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    for (const table of ['exhibition_objects', 'exhibition_media', 'exhibitions'] as const)
      await tx.updateTable(table).set({ created_by: into }).where('created_by', '=', from).execute()
    await tx
      .updateTable('exhibition_withdrawals')
      .set({ withdrawn_by: into })
      .where('withdrawn_by', '=', from)
      .execute()
    await tx
      .updateTable('exhibition_withdrawals')
      .set({ returned_by: into })
      .where('returned_by', '=', from)
      .execute()
  })
}
