import type { Selectable } from 'kysely'
import type { Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { sendMail } from '#kernel/mail'
import { restoreMessage } from '#kernel/messages'
import { tasksById } from '#kernel/tasks'
import { linksForTask, stopPath } from './links.ts'
import { m } from './messages/index.ts'
import type { NoticeServices } from './readers.ts'
import type { NoticesTable } from './schema.ts'
import { taskDetails } from './task-details.ts'

/** The page on which a person chooses what mail they get. */
export const settingsPath = '/account/notices'

/** Mails one notice to a person who wants to know at once. */
export const mailNotice = jobType<{ noticeId: string }, { notices: NoticeServices }>(
  'notices.mail-notice',
  {
    async run(job, { noticeId }) {
      await job.runner.perform(job.context, async (work) => {
        const notice = await work.read
          .selectFrom('notices')
          .selectAll()
          .where('id', '=', noticeId)
          .where('settled_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (notice !== undefined) await mailOne(work, job.services.notices, notice)
      })
    },
  },
)

async function mailOne(
  work: Work,
  services: NoticeServices,
  notice: Selectable<NoticesTable>,
): Promise<void> {
  const reader = await services.readerOf(work.read, notice.person_id)
  if (reader !== null && (await isWorthTelling(work, notice))) {
    const message = restoreMessage(notice.message)
    const [task] = notice.task_id === null ? [] : await tasksById(work, [notice.task_id])
    const about = task && (await taskDetails(work, services, reader, [task])).get(task.id)
    const acts = task ? await linksForTask(work, services, notice.person_id, task) : []
    await sendMail(work, {
      to: { address: reader.address, name: reader.name, personId: notice.person_id },
      language: reader.language,
      subject: message,
      blocks: [
        { kind: 'text', message },
        ...(about ? [{ kind: 'text' as const, message: about }] : []),
        { kind: 'link', label: m('mail.open'), href: notice.href },
        ...(acts.length > 0
          ? [
              { kind: 'text' as const, message: m('mail.acts') },
              { kind: 'acts' as const, acts },
            ]
          : []),
      ],
      secret: acts.length > 0,
      settingsPath,
      oneClickPath: await stopPath(work, notice.person_id, notice.kind),
    })
  }
  await settle(work, [notice.id])
}

/** Notes that notices need no mail any more. */
export async function settle(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('notices')
      .set({ settled_at: work.now })
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** A notice that was read on the page, or whose task is done, is old news. */
async function isWorthTelling(
  work: Work,
  notice: { read_at: Date | null; task_id: string | null },
): Promise<boolean> {
  if (notice.read_at !== null) return false
  if (notice.task_id === null) return true
  const task = await work.read
    .selectFrom('tasks')
    .select('id')
    .where('id', '=', notice.task_id)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return task !== undefined
}
