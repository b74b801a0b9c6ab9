import { renamePersonOnce, type Work } from '#kernel/database'

/** In which comments a colleague was named, without their words, which are about a student. */
export async function exportMentions(work: Work, personId: string) {
  return work.read
    .selectFrom('case_comment_mentions as x')
    .innerJoin('case_comments as k', 'k.id', 'x.comment_id')
    .innerJoin('recognition_cases as c', 'c.id', 'k.case_id')
    .select(['c.number', 'k.created_at'])
    .where('x.person_id', '=', personId)
    .orderBy('k.created_at')
    .execute()
}

/** Takes a person out of the comments that name them. */
export async function eraseMentions(work: Work, personId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('case_comment_mentions').where('person_id', '=', personId).execute(),
  )
}

/** A comment that named both names the one who stays, once. */
export async function mergeMentions(work: Work, from: string, into: string): Promise<void> {
  const named = { person: 'person_id', of: 'comment_id' } as const
  await work.writeUnchronicled((tx) =>
    renamePersonOnce(tx, 'case_comment_mentions', named, from, into),
  )
}
