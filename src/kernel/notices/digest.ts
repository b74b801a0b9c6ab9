import type { Database, Work, WorkRunner } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { type MailBlock, sendMail } from '#kernel/mail'
import { type Message, restoreMessage } from '#kernel/messages'
import { countTasks, type TaskCounts } from '#kernel/tasks'
import { dateInZone, type DateOnly, isWorkingDay } from '#kernel/values'
import { linkOf, settingsPath, settle } from './mail-notice.ts'
import { m } from './messages/index.ts'
import type { MailReader, NoticeServices } from './readers.ts'

/** The hours of a working day, where the reader is, in which a digest may come. */
const firstHour = 8
const lastHour = 17

/** Notices that one digest names; the rest stands as a number. */
const named = 30

/** People whose digests are looked at together. */
const peopleAtOnce = 1000

/**
 * Gathers what has happened into one mail a day, in the reader's language, in working hours of the place where they are.
 * Runs every quarter of an hour; a person has at most one digest a day, also when it runs twice at once.
 */
export const sendDigests = jobType<Record<string, never>, { notices: NoticeServices }>(
  'notices.send-digests',
  {
    schedule: { everyMinutes: 15 },
    timeoutSeconds: 600,
    async run(job) {
      let after: string | null = null
      for (;;) {
        const people = await peopleWithNews(job.database, after)
        for (const personId of people) {
          if (job.signal.aborted) return
          await digestFor(job.runner, job.services.notices, job.context.now, personId)
        }
        if (people.length < peopleAtOnce) return
        after = people.at(-1)!
      }
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
    if (reader === null) {
      await settleAll(work, personId)
      return
    }
    const today = dateInZone(now, reader.timeZone)
    if (!isWorkingTime(reader, now) || !(await takeDay(work, personId, today))) return
    const waiting = await waitingFor(work, personId)
    const news = waiting.filter((notice) => notice.fresh)
    if (news.length > 0) {
      const actor = await services.actorOf(work.read, personId)
      const counts = await countTasks({ ...work, actor }, today)
      await sendDigest(work, services, personId, reader, news, counts)
    }
    await settle(
      work,
      waiting.map((notice) => notice.id),
    )
  })
}

type Waiting = Awaited<ReturnType<typeof waitingFor>>[number]

async function sendDigest(
  work: Work,
  services: NoticeServices,
  personId: string,
  reader: MailReader,
  news: readonly Waiting[],
  counts: TaskCounts,
): Promise<void> {
  const items: { message: Message; href: string }[] = []
  for (const notice of news.slice(0, named)) {
    const href = await linkOf(work, services, notice)
    items.push({ message: restoreMessage(notice.message), href })
  }
  const blocks: MailBlock[] = [
    { kind: 'text', message: m('digest.news', { count: news.length }) },
    { kind: 'list', items },
  ]
  if (news.length > named) {
    blocks.push({ kind: 'text', message: m('digest.more', { count: news.length - named }) })
  }
  if (counts.open > 0) {
    blocks.push({ kind: 'heading', message: m('digest.waiting-heading') })
    const { open, overdue } = counts
    blocks.push({ kind: 'text', message: m('digest.waiting', { open, overdue }) })
    blocks.push({ kind: 'link', label: m('digest.inbox'), href: '/inbox' })
  }
  // An address that cannot be written to is nobody's fault here; the notices stand on the person's page.
  await sendMail(work, {
    to: { address: reader.address, name: reader.name, personId },
    language: reader.language,
    subject: m('digest.subject', { count: news.length }),
    blocks,
    settingsPath,
  })
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
