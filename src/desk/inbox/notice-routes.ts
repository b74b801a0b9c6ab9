import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import {
  countNotices,
  countUnreadNotices,
  markNoticesRead,
  markNoticesUnread,
  noticesFor,
} from '#kernel/notices'
import { countTasks } from '#kernel/tasks'
import { isUuid, relativeTime } from '#kernel/values'
import { renderPage } from '#ui'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { readerDay } from '../reader.ts'
import { InboxNoticesPage } from './notices-page.tsx'

const path = '/inbox/notices'
const pageSize = 50
const own = { action: 'site.open-signed-in' } as const

/** What the reader was told, and what of it they have read. A page that is looked at marks nothing. */
export const inboxNoticeRoutes: Route[] = [
  page('GET', path, { ...own, handle: show }),
  page('POST', path, { ...own, handle: mark }),
]

async function show(call: Call): Promise<Answer> {
  const { query, work, language, now, t } = call
  const onlyUnread = query.get('show') === 'unread'
  const number = pageNumber(call)
  const unread = await countUnreadNotices(work)
  const notices = await noticesFor(work, {
    unread: onlyUnread,
    limit: pageSize,
    offset: (number - 1) * pageSize,
  })
  const { today } = readerDay(call)
  const marked = (query.get('read') ?? '').split(',').filter(isUuid)
  const html = renderPage(
    InboxNoticesPage({
      frame: call.frame,
      t,
      counts: await countTasks(work, today),
      unread,
      onlyUnread,
      marked,
      page: number,
      pageSize,
      total: onlyUnread ? unread : await countNotices(work),
      notices: notices.map((notice) => ({
        id: notice.id,
        text: t(notice.message),
        at: notice.createdAt.toISOString(),
        when: relativeTime(notice.createdAt, now, language),
        read: notice.read,
      })),
    }),
  )
  return { kind: 'html', html }
}

/** Marks one as read and goes where it leads, marks those chosen or all, or takes that back. */
async function mark(call: Call): Promise<Answer> {
  const opened = valueOf(call, 'open')
  if (isUuid(opened)) {
    const href = await call.perform(async (work) => {
      const [notice] = await noticesFor(work, { ids: [opened] })
      if (notice) await markNoticesRead(work, [opened])
      return notice?.href ?? path
    })
    return call.redirect(href)
  }
  const chosen = valueOf(call, 'one') || (call.form.values['keys'] ?? []).join(',')
  const keys = chosen.split(',').filter(isUuid)
  const verb = valueOf(call, 'verb')
  if (verb === 'unread') {
    const count = await call.perform((work) => markNoticesUnread(work, keys))
    return call.redirect(path, m('inbox-notices.unread-again', { count }))
  }
  if (verb !== 'all' && keys.length === 0)
    return call.redirect(path, m('inbox-notices.none-chosen'), 'attention')
  const read = await call.perform((work) =>
    markNoticesRead(work, verb === 'all' ? undefined : keys),
  )
  if (read.length === 0) return call.redirect(path, m('inbox-notices.none-left'))
  // More than fit into an address are not offered to be taken back.
  const back = read.length <= pageSize ? { read: read.join(',') } : {}
  return { kind: 'redirect', to: call.href(path, back) }
}
