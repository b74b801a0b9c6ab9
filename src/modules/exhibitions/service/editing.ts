import { refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { exhibitionById, type ExhibitionRow } from '../queries/exhibitions.ts'

/** The exhibition locked for a change by whoever may change it; while its owners look at it, it stands still. */
export async function editableExhibition(work: Work, id: string): Promise<ExhibitionRow | Refusal> {
  const exhibition = await exhibitionById(work, id, 'lock')
  if (!exhibition || !work.may('exhibitions.exhibition.edit', exhibition)) {
    return refuse(404, m('refusal.no-exhibition'))
  }
  return exhibition.state === 'draft' ? exhibition : refuse(409, m('refusal.in-review'))
}

/** Notes that something of an exhibition was changed: reviews of what stood before no longer count. */
export async function countChange(
  work: Work,
  exhibition: ExhibitionRow,
  change: Record<string, unknown> = {},
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('exhibitions')
      .set({ ...change, version: exhibition.version + 1, changed_at: work.now })
      .where('id', '=', exhibition.id)
      .execute(),
  )
}
