import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import type { NoticeKind } from './kinds.ts'
import type { NoticeMail } from './schema.ts'

/** A notice as a person's page shows it. */
export interface Notice {
  id: string
  kind: string
  message: Message
  href: string
  createdAt: Date
  /** Read on the page, or its task is no longer open. */
  read: boolean
}

/** A person's choice for a kind of notice. */
export interface NoticeChoice {
  kind: NoticeKind
  mail: NoticeMail
}

/** What the person who acts has been told, the latest first; nobody reads another's. */
export async function noticesFor(
  work: Work,
  filter: { unread?: boolean; ids?: readonly string[]; limit?: number; offset?: number } = {},
): Promise<Notice[]> {
  const personId = personOf(work.actor)
  if (work.actor.kind !== 'person' || personId === null) return []
  let query = work.read
    .selectFrom('notices')
    .leftJoin('tasks', 'tasks.id', 'notices.task_id')
    .selectAll('notices')
    .select(isNews.as('news'))
    .where('notices.person_id', '=', personId)
  if (filter.unread) query = query.where(isNews)
  if (filter.ids) query = query.where('notices.id', 'in', [...filter.ids])
  const rows = await query
    .orderBy('notices.created_at', 'desc')
    .orderBy('notices.id', 'desc')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    message: restoreMessage(row.message),
    href: row.href,
    createdAt: row.created_at,
    read: !row.news,
  }))
}

/** How many notices the person who acts has not read; one whose task is no longer open is old news. */
export async function countUnreadNotices(work: Work): Promise<number> {
  if (work.actor.kind !== 'person') return 0
  const row = await work.read
    .selectFrom('notices')
    .leftJoin('tasks', 'tasks.id', 'notices.task_id')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('notices.person_id', '=', work.actor.personId)
    .where(isNews)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const isNews = sql<boolean>`(notices.read_at is null and tasks.done_at is null and tasks.cancelled_at is null)`

/** How many notices the person who acts has been given. */
export async function countNotices(work: Work): Promise<number> {
  if (work.actor.kind !== 'person') return 0
  const row = await work.read
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('person_id', '=', work.actor.personId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Notes that the person who acts has read notices; all of theirs when no ids are given. Gives back which. */
export async function markNoticesRead(work: Work, ids?: readonly string[]): Promise<string[]> {
  if (work.actor.kind !== 'person' || ids?.length === 0) return []
  const { personId } = work.actor
  const rows = await work.writeUnchronicled((tx) => {
    const query = tx
      .updateTable('notices')
      .set({ read_at: work.now })
      .where('person_id', '=', personId)
      .where('read_at', 'is', null)
      .returning('id')
    return ids === undefined ? query.execute() : query.where('id', 'in', [...ids]).execute()
  })
  return rows.map((row) => row.id)
}

/** Takes back that the person who acts has read notices. Gives back how many. */
export async function markNoticesUnread(work: Work, ids: readonly string[]): Promise<number> {
  if (work.actor.kind !== 'person' || ids.length === 0) return 0
  const { personId } = work.actor
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('notices')
      .set({ read_at: null })
      .where('person_id', '=', personId)
      .where('id', 'in', [...ids])
      .where('read_at', 'is not', null)
      .executeTakeFirst(),
  )
  return Number(result.numUpdatedRows)
}

/** How the person who acts wants to be told, for every kind there is. */
export async function noticeChoices(
  work: Work,
  kinds: readonly NoticeKind[],
): Promise<NoticeChoice[]> {
  const personId = personOf(work.actor)
  if (personId === null) return []
  const rows = await work.read
    .selectFrom('notice_preferences')
    .select(['kind', 'mail'])
    .where('person_id', '=', personId)
    .execute()
  const chosen = new Map(rows.map((row) => [row.kind, row.mail]))
  return kinds.map((kind) => ({ kind, mail: chosen.get(kind.name) ?? kind.mail }))
}

/** Stores how the person who acts wants to be told of a kind; notices that wait for a digest follow the choice. */
export async function chooseNotices(work: Work, kind: NoticeKind, mail: NoticeMail): Promise<void> {
  if (work.actor.kind !== 'person') throw new Error('Only a person chooses notices.')
  await storeChoice(work, work.actor.personId, kind.name, mail)
}

/** Writes a person's choice for a kind; what waits for a digest follows it. */
export async function storeChoice(
  work: Work,
  personId: string,
  kind: string,
  mail: NoticeMail,
): Promise<void> {
  await work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('notice_preferences')
      .values({ person_id: personId, kind, mail })
      .onConflict((conflict) => conflict.columns(['person_id', 'kind']).doUpdateSet({ mail }))
      .execute()
    if (mail !== 'none') return
    await tx
      .updateTable('notices')
      .set({ settled_at: work.now })
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('settled_at', 'is', null)
      .execute()
  })
}
