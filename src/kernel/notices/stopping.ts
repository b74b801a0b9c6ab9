import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { useActLink } from '#kernel/identity'
import type { NoticeKind } from './kinds.ts'
import { stopAction } from './links.ts'
import { m } from './messages/index.ts'
import { storeChoice } from './queries.ts'
import type { NoticeMail } from './schema.ts'

/** How the person of an unsubscribing link is told of its kind now. */
export async function wayOfLink(work: Work, kind: NoticeKind): Promise<NoticeMail> {
  const actor = work.actor
  if (actor.kind !== 'link' || actor.personId === null) return 'none'
  const chosen = await work.read
    .selectFrom('notice_preferences')
    .select('mail')
    .where('person_id', '=', actor.personId)
    .where('kind', '=', kind.name)
    .executeTakeFirst()
  return chosen?.mail ?? kind.mail
}

/**
 * Sets, by the link of a mail, how its person is told of the link's kind: `none` stops such mails (RFC 8058), another
 * way takes that back. What is so already is no use of the link, so a mail program may ask again.
 */
export async function chooseByLink(
  work: Work,
  kind: NoticeKind,
  mail: NoticeMail,
): Promise<'chosen' | Refusal> {
  const actor = work.actor
  const mayStop = work.may(stopAction, { id: kind.name })
  const isOffered = (kind.ways ?? [mail]).includes(mail)
  if (actor.kind !== 'link' || actor.personId === null || !mayStop || !isOffered) {
    return refuse(404, m('refused.no-kind'))
  }
  if ((await wayOfLink(work, kind)) === mail) return 'chosen'
  const used = await useActLink(work)
  if (isRefused(used)) return used
  await storeChoice(work, actor.personId, kind.name, mail)
  return 'chosen'
}
