import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { daysBetween, type DateOnly } from '#kernel/values'
import { type Clearance, clearancesFor, mayRank } from '#modules/clearance'
import {
  itemsFor,
  type PreparationItem,
  type PreparationState,
  preparationState,
} from '../rules/preparation.ts'
import type { StayRow } from './stays.ts'

/** What was written down of one thing. */
export interface PreparationRow {
  mobility_id: string
  item: PreparationItem
  name: string
  phone: string
  detail: string
  valid_until: DateOnly | null
}

/** A paper that a student has handed in for one thing. */
export interface Paper {
  id: string
  name: string
}

/** The checklist of a stay. */
export interface Checklist {
  clearance: Clearance
  items: {
    item: PreparationItem
    state: PreparationState
    row: PreparationRow | null
    paper: Paper | null
  }[]
  /** How many of them are not done. */
  open: number
}

/** The kind under which the papers of a thing are kept; their owner is the stay. */
export const paperFiles = (item: PreparationItem): string => `${anyPaper}${item}`
/** How the kinds of all such papers begin. */
export const anyPaper = 'mobility.paper.'

/** What of a stay its checklist is made of. */
export type PreparedStay = Pick<
  StayRow,
  'id' | 'starts_on' | 'ends_on' | 'sendingCountry' | 'receivingCountry' | 'birthDate'
>

/** The checklists of some stays, by their ids; three queries, however many. */
export async function checklistsOf(
  work: Work,
  stays: readonly PreparedStay[],
): Promise<Map<string, Checklist>> {
  if (stays.length === 0) return new Map()
  const clearances = await clearancesFor(
    work,
    stays.map((stay) => ({
      from: stay.sendingCountry,
      to: stay.receivingCountry,
      kind: 'study',
      on: stay.starts_on,
    })),
  )
  const ids = stays.map(({ id }) => id)
  const rows = await work.read
    .selectFrom('mobility_preparations')
    .select(['mobility_id', 'item', 'name', 'phone', 'detail', 'valid_until'])
    .where('mobility_id', 'in', ids)
    .execute()
  const papers = await work.read
    .selectFrom('files')
    .select(['id', 'name', 'owner_kind', 'owner_id'])
    .where('owner_kind', 'like', `${anyPaper}%`)
    .where(sql<boolean>`owner_id = any(${ids}::text[])`)
    .orderBy('created_at')
    .execute()
  return new Map(
    stays.map((stay, index) => {
      const clearance = clearances[index]!
      const items = asked(stay, clearance).map((item) => {
        const row = rows.find((each) => each.mobility_id === stay.id && each.item === item)
        const paper = papers.findLast(
          (each) => each.owner_id === stay.id && each.owner_kind === paperFiles(item),
        )
        return {
          item,
          state: preparationState(row, stay.ends_on),
          row: row ?? null,
          paper: paper ? { id: paper.id, name: paper.name } : null,
        }
      })
      const open = items.filter(({ state }) => state !== 'done').length
      return [stay.id, { clearance, items, open }]
    }),
  )
}

function asked(stay: PreparedStay, clearance: Clearance): PreparationItem[] {
  const days = daysBetween(stay.starts_on, stay.ends_on) + 1
  return itemsFor({
    startsOn: stay.starts_on,
    endsOn: stay.ends_on,
    sendingCountry: stay.sendingCountry,
    birthDate: stay.birthDate,
    permit: mayRank(clearance, { days }).verdict,
  })
}

/** The checklist of one stay. */
export async function checklistOf(work: Work, stay: PreparedStay): Promise<Checklist> {
  return (await checklistsOf(work, [stay])).get(stay.id)!
}
