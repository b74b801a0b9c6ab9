import type { Database } from '#kernel/database'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places } from './viewers.ts'

/** A visit of the world: whose, at which partner, and whether the partner was asked. */
const visits = [
  { label: 'draft', id: idOf(87, 1), organisation: places.home, host: places.host },
  { label: 'asked', id: idOf(87, 2), organisation: places.home, host: places.host },
  { label: 'asked by another', id: idOf(87, 3), organisation: places.other, host: places.home },
  { label: 'draft of another', id: idOf(87, 4), organisation: places.other, host: places.home },
] as const

/** A paper that no visit has: an address names it, and nobody finds it. */
const absentPaper = idOf(99, 1)

const isAsked = (label: string) => label.startsWith('asked')

/** Visits that are written down, and visits of which the partner knows; nobody is on their lists. */
export async function insertVisits(database: Database, now: Date): Promise<void> {
  for (const { label, id, organisation, host } of visits) {
    await insert(database, 'visits', [
      {
        id,
        origin: 'matrix.example',
        kind: 'delegation',
        title: `Visit ${label}`,
        purpose: '',
        made_by_organisation_id: organisation,
        partner_organisation_id: host,
        comes_to_maker: true,
        starts_on: '2027-03-01',
        ends_on: '2027-03-05',
        state: isAsked(label) ? 'asked' : 'draft',
        visible: isAsked(label),
        edition: 1,
        asked_at: isAsked(label) ? now : null,
        created_at: now,
        changed_at: now,
      },
    ])
  }
}

/** What the addresses of visits lead to. */
export function ofVisits() {
  return visits.map(({ label, id, organisation, host }) => ({
    label: `visit ${label}`,
    params: { visit: id, paper: absentPaper },
    what: {
      ...nothing,
      id,
      organisation,
      host,
      state: isAsked(label) ? 'known' : 'hidden',
    } as What,
  }))
}

/** Puts back what a form may have changed. */
export async function restoreVisits(database: Database): Promise<void> {
  for (const { label, id } of visits) {
    await database.execute(
      `update visits set state = $1, visible = $2, edition = 1, cancel_reason = '', answered_at = null,
         answered_by = null, answer_note = '', asked_at = case when $2 then created_at end
       where id = $3`,
      [isAsked(label) ? 'asked' : 'draft', isAsked(label), id],
    )
  }
}
