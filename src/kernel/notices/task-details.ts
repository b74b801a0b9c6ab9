import type { Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { ToldTask } from '#kernel/tasks'
import { dateInZone, formatDate, relativeDays } from '#kernel/values'
import { m } from './messages/index.ts'
import type { MailReader, NoticeServices } from './readers.ts'

/**
 * What a mail says of tasks beside their names: with what each has to do, and by when. The person whom it is about is
 * left out, because a mail lies on servers that are nobody's here.
 */
export async function taskDetails(
  work: Work,
  services: NoticeServices,
  reader: Pick<MailReader, 'language' | 'timeZone'>,
  tasks: readonly ToldTask[],
): Promise<Map<string, Message>> {
  const facts = await services.factsOf(work, tasks, reader.language)
  const today = dateInZone(work.now, reader.timeZone)
  const details = new Map<string, Message>()
  for (const task of tasks) {
    const what = facts.get(task.id)?.what?.text ?? null
    const due =
      task.dueOn === null
        ? null
        : m('detail.due', {
            on: formatDate(task.dueOn, reader.language, 'medium'),
            distance: relativeDays(task.dueOn, today, reader.language),
          })
    if (what !== null && due !== null) details.set(task.id, m('detail.both', { what, due }))
    else if (due !== null) details.set(task.id, due)
    else if (what !== null) details.set(task.id, m('detail.what', { what }))
  }
  return details
}
