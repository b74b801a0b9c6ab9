import type { Work } from '#kernel/database'

/** What was typed twice of a person's transcripts, and which typing stood. */
export function exportChecks(work: Work, personId: string) {
  return work.read
    .selectFrom('transcript_check_lines as l')
    .innerJoin('transcript_checks as k', 'k.id', 'l.check_id')
    .innerJoin('transcripts as t', 't.id', 'k.transcript_id')
    .innerJoin('recognition_cases as c', 'c.transcript_id', 't.id')
    .select(['c.number', 'k.checked_at', 'k.settled_at', 'l.position', 'l.first_credit'])
    .select(['l.first_grade', 'l.second_credit', 'l.second_grade', 'l.stands', 'l.reason'])
    .where('t.person_id', '=', personId)
    .orderBy('k.checked_at')
    .orderBy('l.position')
    .execute()
}

/** Takes the reasons out of what was settled about a person's transcripts; the typings stay, as the lines do. */
export async function eraseChecks(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_check_lines')
      .set({ reason: '' })
      .where('reason', '<>', '')
      .where('check_id', 'in', (eb) =>
        eb
          .selectFrom('transcript_checks as k')
          .innerJoin('transcripts as t', 't.id', 'k.transcript_id')
          .select('k.id')
          .where('t.person_id', '=', personId),
      )
      .execute(),
  )
}

/**
 * Moves who brought transcripts in and who checked them to the one who stays. Where both turn out to be one person, nobody
 * else has checked: the check counts no more, and stays to be read.
 */
export async function mergeChecks(work: Work, from: string, into: string): Promise<void> {
  const pair = [from, into]
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('transcript_checks')
      .set({ voided_at: work.now })
      .where('voided_at', 'is', null)
      .where('typed_by', 'in', pair)
      .where((eb) => eb.or([eb('checked_by', 'in', pair), eb('settled_by', 'in', pair)]))
      .execute()
    for (const column of ['checked_by', 'settled_by'] as const) {
      await tx
        .updateTable('transcript_checks')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
    // The checks of these transcripts follow by their key.
    await tx
      .updateTable('transcripts')
      .set({ created_by: into })
      .where('created_by', '=', from)
      .execute()
  })
}
