import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { RequestKind, RequestOutcome } from '../schema.ts'

/** A request as a list shows it; its columns are the facts that the rules look at. */
export interface RequestRow {
  [fact: string]: unknown
  id: string
  person_id: string
  kind: RequestKind
  organisation_id: string | null
  organisation: LocalText | null
  name: PersonName
  asked_by: string
  asker: PersonName | null
  taken_down: string | null
  words: string
  asked_at: Date
  due_on: DateOnly
  state: 'open' | 'answered' | 'withdrawn'
  outcome: RequestOutcome | null
  answer: string | null
  closed_at: Date | null
  answerer: PersonName | null
}

/** One request, or null; `lock` keeps others from closing it until the commit. */
export async function requestById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<RequestRow | null> {
  if (!isUuid(id)) return null
  const row = await requestRows(work)
    .where('data_requests.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of data_requests`))
    .executeTakeFirst()
  return row ?? null
}

/** The requests of a person, the latest first. */
export async function requestsOf(work: Work, personId: string): Promise<RequestRow[]> {
  return requestRows(work)
    .where('data_requests.person_id', '=', personId)
    .orderBy('data_requests.asked_at', 'desc')
    .orderBy('data_requests.id')
    .execute()
}

/** The requests that the actor may answer: open ones by their due day, closed ones the latest first. */
export async function requestsToAnswer(
  work: Work,
  filter: { isOpen: boolean; limit: number; offset: number },
): Promise<{ rows: RequestRow[]; total: number }> {
  const state = filter.isOpen ? '=' : '<>'
  const rows = await requestRows(work)
    .where(work.scope('privacy.request.answer', 'data_requests'))
    .where('data_requests.state', state, 'open')
    .orderBy(filter.isOpen ? 'data_requests.due_on' : sql`data_requests.closed_at desc`)
    .orderBy('data_requests.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await work.read
    .selectFrom('data_requests')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(work.scope('privacy.request.answer', 'data_requests'))
    .where('state', state, 'open')
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

function requestRows(work: Work) {
  return work.read
    .selectFrom('data_requests')
    .innerJoin('persons as p', 'p.id', 'data_requests.person_id')
    .leftJoin('organisations as o', 'o.id', 'data_requests.organisation_id')
    .leftJoin('persons as asker', (join) =>
      join
        .onRef('asker.id', '=', 'data_requests.asked_by')
        .on('data_requests.taken_down', 'is not', null),
    )
    .leftJoin('persons as answerer', 'answerer.id', 'data_requests.closed_by')
    .selectAll('data_requests')
    .select(['p.name', 'o.names as organisation', 'asker.name as asker'])
    .select('answerer.name as answerer')
}
