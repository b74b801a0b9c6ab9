import type { Database, Work, WorkRunner } from '#kernel/database'
import { jobType, oneByOne } from '#kernel/jobs'
import { type MailBlock, type MailItem, sendMail } from '#kernel/mail'
import { restoreMessage } from '#kernel/messages'
import { tasksById, tasksFor, type ToldTask } from '#kernel/tasks'
import { dateInZone, type DateOnly, isWorkingDay } from '#kernel/values'
import { digestKind } from './kinds.ts'
import { linksForTask, stopPath } from './links.ts'
import { settingsPath, settle } from './mail-notice.ts'
import { m } from './messages/index.ts'
import type { MailReader, NoticeServices } from './readers.ts'
import { taskDetails } from './task-details.ts'

/** The hours of a working day, where the reader is, in which a digest may come. */
const firstHour = 8
const lastHour = 17

/** Notices that one digest names; the rest stands as a number. */
const named = 30

/** Tasks that wait beside the news and are named, the most urgent first. */
const urgent = 10

/** People whose digests are looked at together. */
const peopleAtOnce = 1000

/**
 * Gathers what has happened into one mail a day, in the reader's language, in working hours of the place where they are.
 * Runs every quarter of an hour; a person has at most one digest a day, also when it runs twice at once.
 * A digest that cannot be made stops nobody else's; it is tried again, and the job says whose it was.
 */
export const sendDigests = jobType<Record<string, never>, { notices: NoticeServices }>(
  'notices.send-digests',
  {
    schedule: { everyMinutes: 15 },
    timeoutSeconds: 600,
    async run(job) {
      const { runner, services, context } = job
      const digests = oneByOne(job)
      for (let after: string | null = null; ;) {
        const people = await peopleWithNews(job.database, after)
        for (const personId of people) {
          await digests.attempt(personId, () =>
            digestFor(runner, services.notices, context.now, personId),
          )
        }
        if (people.length < peopleAtOnce) break
        after = people.at(-1)!
      }
      digests.end()
    },
  },
)

/** Whether it is working time for a reader: a working day of their country, between eight and five. */
export function isWorkingTime(
  reader: Pick<MailReader, 'timeZone' | 'country'>,
  now: Date,
): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(
    reader.timeZone,
  )
  return (
    local.hour >= firstHour &&
    local.hour < lastHour &&
    isWorkingDay(local.toPlainDate().toString(), reader.country)
  )
}

async function digestFor(
  runner: WorkRunner,
  services: NoticeServices,
  now: Date,
  personId: string,
): Promise<void> {
  const system = { kind: 'system' as const, name: sendDigests.name }
  await runner.perform({ actor: system, now, language: 'en' }, async (work) => {
    const reader = await services.readerOf(work.read, personId)
    if (reader === null || (await hasStoppedDigests(work, personId))) {
      await settleAll(work, personId)
      return
    }
    const today = dateInZone(now, reader.timeZone)
    if (!isWorkingTime(reader, now) || !(await takeDay(work, personId, today))) return
    const waiting = await waitingFor(work, personId)
    const news = waiting.filter((notice) => notice.fresh)
    if (news.length > 0) await sendDigest(work, services, { personId, reader, today }, news)
    await settle(
      work,
      waiting.map((notice) => notice.id),
    )
  })
}

type Waiting = Awaited<ReturnType<typeof waitingFor>>[number]

interface DigestReader {
  personId: string
  reader: MailReader
  today: DateOnly
}

async function sendDigest(
  work: Work,
  services: NoticeServices,
  to: DigestReader,
  news: readonly Waiting[],
): Promise<void> {
  const { personId, reader } = to
  const told = news.slice(0, named)
  const blocks: MailBlock[] = [
    { kind: 'text', message: m('digest.news', { count: news.length }) },
    { kind: 'list', items: await newsItems(work, services, to, told) },
  ]
  if (news.length > named) {
    blocks.push({ kind: 'text', message: m('digest.more', { count: news.length - named }) })
  }
  blocks.push(...(await waitingBlocks(work, services, to, told)))
  // An address that cannot be written to is nobody's fault here; the notices stand on the person's page.
  await sendMail(work, {
    to: { address: reader.address, name: reader.name, personId },
    language: reader.language,
    subject: m('digest.subject', { count: news.length }),
    blocks,
    secret: blocks.some(holdsLinks),
    settingsPath,
    oneClickPath: await stopPath(work, personId, digestKind.name),
  })
}

function holdsLinks(block: MailBlock): boolean {
  return block.kind === 'list' && block.items.some(({ acts = [] }) => acts.length > 0)
}

/** What happened, each with what can be done about it; a task is linked once, however often it is in the news. */
async function newsItems(
  work: Work,
  services: NoticeServices,
  to: DigestReader,
  told: readonly Waiting[],
): Promise<MailItem[]> {
  const tasks = await tasksById(work, [...new Set(told.flatMap((notice) => notice.task_id ?? []))])
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const items: MailItem[] = []
  for (const notice of told) {
    const task = notice.task_id === null ? undefined : byId.get(notice.task_id)
    if (task) byId.delete(task.id)
    const [item] = task ? await taskItems(work, services, to, [task]) : []
    const message = restoreMessage(notice.message)
    items.push({ ...item, message, href: notice.href })
  }
  return items
}

/** What waits, the most urgent first, as far as the news has not named it; and how much there is. */
async function waitingBlocks(
  work: Work,
  services: NoticeServices,
  to: DigestReader,
  told: readonly Waiting[],
): Promise<MailBlock[]> {
  const actor = await services.actorOf(work.read, to.personId, work.now)
  const own = { ...work, actor }
  const { tasks, counts } = await tasksFor(own, {
    state: 'open',
    today: to.today,
    limit: urgent + told.length,
  })
  if (counts.open === 0) return []
  const known = new Set(told.map((notice) => notice.task_id))
  const rest = tasks.filter((task) => !known.has(task.id)).slice(0, urgent)
  const items = await taskItems(
    work,
    services,
    to,
    await tasksById(
      work,
      rest.map((task) => task.id),
    ),
  )
  const { open, overdue } = counts
  return [
    { kind: 'heading', message: m('digest.waiting-heading') },
    { kind: 'text', message: m('digest.waiting', { open, overdue }) },
    ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
    { kind: 'link', label: m('digest.inbox'), href: '/inbox' },
  ]
}

async function taskItems(
  work: Work,
  services: NoticeServices,
  { personId, reader }: DigestReader,
  tasks: readonly ToldTask[],
): Promise<MailItem[]> {
  const details = await taskDetails(work, services, reader, tasks)
  const items: MailItem[] = []
  for (const task of tasks) {
    items.push({
      message: task.subject,
      href: task.href,
      detail: details.get(task.id) ?? null,
      acts: await linksForTask(work, services, personId, task),
    })
  }
  return items
}

async function hasStoppedDigests(work: Work, personId: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('notice_preferences')
    .select('mail')
    .where('person_id', '=', personId)
    .where('kind', '=', digestKind.name)
    .executeTakeFirst()
  return row?.mail === 'none'
}

async function peopleWithNews(database: Database, after: string | null): Promise<string[]> {
  let query = database.kysely
    .selectFrom('notices')
    .select('person_id')
    .distinct()
    .where('mail', '=', 'daily')
    .where('settled_at', 'is', null)
  if (after !== null) query = query.where('person_id', '>', after)
  const rows = await query.orderBy('person_id').limit(peopleAtOnce).execute()
  return rows.map((row) => row.person_id)
}

/** Takes the day for this transaction; false when the person has had their digest. */
async function takeDay(work: Work, personId: string, today: DateOnly): Promise<boolean> {
  return work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('notice_digests')
      .values({ person_id: personId, last_on: null })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .execute()
    const result = await tx
      .updateTable('notice_digests')
      .set({ last_on: today })
      .where('person_id', '=', personId)
      .where((eb) => eb.or([eb('last_on', 'is', null), eb('last_on', '<', today)]))
      .executeTakeFirst()
    return result.numUpdatedRows === 1n
  })
}

async function waitingFor(work: Work, personId: string) {
  const rows = await work.read
    .selectFrom('notices')
    .leftJoin('tasks', 'tasks.id', 'notices.task_id')
    .selectAll('notices')
    .select(['tasks.done_at', 'tasks.cancelled_at'])
    .where('notices.person_id', '=', personId)
    .where('notices.mail', '=', 'daily')
    .where('notices.settled_at', 'is', null)
    .orderBy('notices.created_at')
    .orderBy('notices.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    fresh: row.read_at === null && row.done_at === null && row.cancelled_at === null,
  }))
}

async function settleAll(work: Work, personId: string): Promise<void> {
  const waiting = await waitingFor(work, personId)
  await settle(
    work,
    waiting.map((notice) => notice.id),
  )
}
