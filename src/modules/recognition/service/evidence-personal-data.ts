import type { Work } from '#kernel/database'
import { endRequest } from './evidence.ts'
import { evidenceById, evidenceRows } from '../queries/evidence.ts'

/** What a person was asked for and what was sent about their cases, for the person who asks for it. */
export async function exportEvidence(work: Work, personId: string) {
  const rows = await evidenceRows(work)
    .where((eb) =>
      eb.or([eb('c.person_id', '=', personId), eb('r.asked_person_id', '=', personId)]),
    )
    .execute()
  return rows.map((row) => ({
    case: row.number,
    kind: row.kind,
    party: row.party,
    line: row.line_code,
    words: row.words,
    state: row.state,
    asked_at: row.asked_at,
    due_on: row.due_on,
    answers: row.answers.map(({ words, answered_at: at, files }) => ({
      words,
      at,
      files: files.map(({ name }) => name),
    })),
  }))
}

/** Ends what is still open, and removes the words about a person's cases; a contact's name goes with the contact. */
export async function eraseEvidence(work: Work, personId: string): Promise<void> {
  const open = await work.read
    .selectFrom('evidence_requests')
    .select('id')
    .where('asked_person_id', '=', personId)
    .where('state', 'in', ['open', 'answered'])
    .execute()
  for (const { id } of open) {
    const request = await evidenceById(work, id, 'lock')
    if (request) await endRequest(work, request)
  }
  await work.writeUnchronicled(async (tx) => {
    const requests = tx
      .selectFrom('evidence_requests as r')
      .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
      .select('r.id')
      .where('c.person_id', '=', personId)
    await tx
      .updateTable('evidence_answers')
      .set({ words: '' })
      .where('words', '<>', '')
      .where('request_id', 'in', requests)
      .execute()
    await tx
      .updateTable('evidence_requests')
      .set({ words: '' })
      .where('id', 'in', requests)
      .execute()
    await tx
      .updateTable('evidence_requests')
      .set({ asked_name: '–' })
      .where('asked_person_id', '=', personId)
      .where('party', '=', 'host')
      .execute()
  })
}

/** Moves requests to a person, and what they asked and answered, to the one who stays. */
export async function mergeEvidence(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    for (const column of ['asked_person_id', 'asked_by'] as const) {
      await tx
        .updateTable('evidence_requests')
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
    }
    await tx
      .updateTable('evidence_answers')
      .set({ answered_by: into })
      .where('answered_by', '=', from)
      .execute()
  })
}
