import type { Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** What recognition holds of a person, for the export that they may ask for: their transcripts, cases and verdicts. */
export async function exportPersonCases(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const cases = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.recognised_credit',
      'c.created_at',
      'c.decided_at',
      'host.names as host',
      'home.names as home',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.created_at')
    .execute()
  const lines = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select([
      'c.number',
      't.code',
      't.titles',
      't.credit',
      't.grade',
      'l.verdict',
      'l.home_course_code',
      'l.home_credit',
      'l.recorded_grade',
      'l.change_reason',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.created_at')
    .orderBy('l.position')
    .execute()
  return { cases, lines }
}

/**
 * Removes what was not yet taken; transcripts and decisions stay, because a recognised credit must be provable as
 * long as the degree is. They have no name any more once identity has erased the person.
 */
export async function erasePersonDrafts(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const files = await work.writeUnchronicled(async (tx) => {
    const drafts = await tx
      .deleteFrom('transcript_drafts')
      .where('person_id', '=', personId)
      .where('state', '<>', 'taken')
      .returning(['file_id', 'scan_file_id'])
      .execute()
    await tx
      .updateTable('transcripts')
      .set({ holder: JSON.stringify({}) })
      .where('person_id', '=', personId)
      .execute()
    return drafts.flatMap((draft) => [draft.file_id, draft.scan_file_id])
  })
  for (const id of files) if (id !== null) await removeFile(work, id)
  return { kept: [m('erasure.kept-decisions')] }
}

/**
 * Moves what a person judged and began to another; decisions keep the id that they were signed with. Transcripts,
 * drafts and cases follow their enrolment, by the keys of the database.
 */
export async function mergePersonCases(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('transcript_drafts')
      .set({ created_by: into })
      .where('created_by', '=', from)
      .execute()
    await tx
      .updateTable('equivalences')
      .set({ judged_by: into })
      .where('judged_by', '=', from)
      .execute()
  })
}
