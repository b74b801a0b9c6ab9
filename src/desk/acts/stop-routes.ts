import { isRefused } from '#kernel/database'
import { type ActCall, type Answer, type Call, type Manifest, page, type Route } from '#kernel/http'
import { readActLink } from '#kernel/identity'
import {
  chooseByLink,
  digestKind,
  type NoticeKind,
  type NoticeMail,
  stopAction,
  wayOfLink,
} from '#kernel/notices'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { OverPage } from './pages.tsx'
import { actCallOf, unseen } from './routes.ts'
import { StopPage } from './stop-pages.tsx'

/**
 * The end of a kind of mail: by the page that every mail of it leads to, and by one click of the mail program, which
 * posts here without a page, a cookie or a form token (RFC 8058). The answer is never a redirect, which that forbids.
 */
export function stopRoutes(manifests: readonly Manifest[]): Route[] {
  const kinds = new Map(
    manifests.flatMap(({ notices = [] }) => notices.map((kind) => [kind.name, kind] as const)),
  )
  const path = '/unsubscribe/:token'
  const opened =
    (handle: (call: ActCall, kind: NoticeKind) => Promise<Answer>) =>
    async (call: Call): Promise<Answer> => {
      const link = await readActLink(call.work, call.params['token'] ?? '')
      const kind = link?.action === stopAction ? kinds.get(link.objectId) : undefined
      if (!link || !kind || link.state !== 'open') return gone(call)
      return handle(await actCallOf(call, link), kind)
    }
  return [
    page('GET', path, {
      action: 'site.open',
      handle: opened(async (call, kind) => shown(call, kind, await wayOfLink(call.work, kind))),
    }),
    page('POST', path, {
      action: 'site.open',
      perMinute: 60,
      crossSite: true,
      handle: opened(choose),
    }),
  ]
}

async function choose(call: ActCall, kind: NoticeKind): Promise<Answer> {
  const before = await wayOfLink(call.work, kind)
  const again = valueOf(call, 'again')
  const way = again === 'immediate' || again === 'daily' ? again : 'none'
  const chosen = await call.perform((work) => chooseByLink(work, kind, way))
  if (isRefused(chosen)) return gone(call)
  return shown(call, kind, way, before)
}

function shown(
  call: ActCall,
  kind: NoticeKind,
  way: NoticeMail,
  before: NoticeMail = kind.mail,
): Answer {
  const token = call.params['token'] ?? ''
  const isDigest = kind.name === digestKind.name
  const html = renderPage(
    StopPage({
      frame: frameAt(call, `/unsubscribe/${token}`),
      t: call.t,
      action: call.href(`/unsubscribe/${token}`),
      kind: call.t(kind.label),
      isDigest,
      isStopped: way === 'none',
      // What was so before comes back; who had stopped it long ago gets the kind's own way.
      again: before === 'none' ? (kind.mail === 'immediate' ? 'immediate' : 'daily') : before,
    }),
  )
  return unseen({ kind: 'html', html })
}

function gone(call: Call): Answer {
  const html = renderPage(
    OverPage({
      frame: frameAt(call, '/account/notices'),
      title: call.t(m('act.gone.title')),
      text: call.t(m('stop.gone.text')),
      tone: 'info',
      next: { label: call.t(m('stop.all')), href: call.href('/account/notices') },
    }),
  )
  return { kind: 'html', html, status: 410 }
}
