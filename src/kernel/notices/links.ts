import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import type { MailAct } from '#kernel/mail'
import { actsOfTask, taskActs, type ToldTask } from '#kernel/tasks'
import { addDays, dateInZone } from '#kernel/values'
import { m } from './messages/index.ts'
import type { NoticeServices } from './readers.ts'

/** The act of stopping mails of one kind: its object is the kind's name. */
export const stopAction = 'notices.kind.stop'

/** The page of a single-act link, without the language. */
export function actPath(token: string): string {
  return `/act/${token}`
}

const usesOf = { complete: 1, giveAway: 1, plan: 5 } as const
const dayMs = 86_400_000
/** A link lives at least two weeks, and a week beyond the task's day; never more than three months. */
const days = { least: 14, afterDue: 7, most: 90 } as const
/** Whoever finds an old mail may still stop such mails. */
const stopDays = 400

/** Links for what one person may do about a task without signing in, each for its one act. */
export async function linksForTask(
  work: Work,
  services: NoticeServices,
  personId: string,
  task: ToldTask,
): Promise<MailAct[]> {
  const offered = [
    ...services.actsOf(task),
    ...actsOfTask(task).map((act) => ({
      action: taskActs[act],
      objectId: task.id,
      label: m(`act.${act}`),
      maxUses: usesOf[act],
    })),
  ]
  const expiresAt = expiryOf(work.now, task.dueOn)
  const links: MailAct[] = []
  for (const { action, objectId, label, maxUses } of offered) {
    const made = await createActLink(work, { action, objectId, personId, expiresAt, maxUses })
    links.push({ label, href: actPath(made.token) })
  }
  return links
}

/** The path by which one person stops mails of one kind, with a page and with one click of a mail program. */
export async function stopPath(work: Work, personId: string, kind: string): Promise<string> {
  const { token } = await createActLink(work, {
    action: stopAction,
    objectId: kind,
    personId,
    expiresAt: new Date(work.now.getTime() + stopDays * dayMs),
    maxUses: 1000,
  })
  return `/unsubscribe/${token}`
}

/** When a link about something that is due on a day ends. */
export function expiryOf(now: Date, dueOn: string | null): Date {
  const today = dateInZone(now, 'UTC')
  const least = addDays(today, days.least)
  const wanted = dueOn === null ? least : addDays(dueOn, days.afterDue)
  const most = addDays(today, days.most)
  const last = wanted < least ? least : wanted > most ? most : wanted
  return new Date(`${last}T23:59:59Z`)
}
