import { sql } from 'kysely'
import { type PersonalData, renamePerson, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** What matching tells of what it holds of a person: what they did for their institution. The lists name nobody of this house. */
export const matchingData: PersonalData = {
  part: m('rounds.title'),
  async holds(work, personId) {
    const { acts } = await exportMatchingOf(work, personId)
    return [{ what: m('held.acts'), count: acts.length, stays: m('held.acts-stay') }]
  },
}

/** What a person did in matching rounds: which they made, which lists they gave, which runs they froze and published. */
export async function exportMatchingOf(work: Work, personId: string) {
  const { rows: acts } = await sql<{ act: string; round: string; run: number | null; at: Date }>`
    select 'made' as act, name as round, null::integer as run, created_at as at
      from matching_rounds where created_by = ${personId}
    union all
    select 'list-given', r.name, null, l.given_at
      from matching_lists l join matching_rounds r on r.id = l.round_id where l.given_by = ${personId}
    union all
    select 'frozen', r.name, x.number, x.frozen_at
      from matching_runs x join matching_rounds r on r.id = x.round_id where x.frozen_by = ${personId}
    union all
    select 'published', r.name, x.number, x.published_at
      from matching_runs x join matching_rounds r on r.id = x.round_id where x.published_by = ${personId}
    order by at, round, run nulls first, act desc`.execute(work.read as never)
  return { acts }
}

/** Nothing goes: what somebody did for their institution stays with the round, as its act. */
export async function eraseMatchingOf(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const { acts } = await exportMatchingOf(work, personId)
  return { kept: acts.length > 0 ? [m('held.acts-stay')] : [] }
}

/** Puts what a person did under the one who stays. */
export async function mergeMatchingOf(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    renamePerson(
      tx,
      {
        matching_rounds: ['created_by'],
        matching_lists: ['given_by'],
        matching_runs: ['frozen_by', 'published_by'],
      },
      from,
      into,
    ),
  )
}
