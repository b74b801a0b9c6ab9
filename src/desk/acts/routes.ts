import { isRefused } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  type Manifest,
  page,
  type Route,
} from '#kernel/http'
import { type ActLink, actorOfLink, readActLink } from '#kernel/identity'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { m } from '../messages/index.ts'
import { OverPage } from './pages.tsx'

const mebibyte = 1024 * 1024

/**
 * The pages of single-act links. The address is all that the holder needs and all that they have: no cookie, no
 * sign-in, nothing of whoever is signed in beside it. A GET changes nothing, because scanners of mail follow links.
 */
export function actRoutes(manifests: readonly Manifest[], own: readonly Act[]): Route[] {
  const acts = new Map(
    [...own, ...manifests.flatMap((manifest) => manifest.acts ?? [])].map((act) => [
      act.action,
      act,
    ]),
  )
  const opened =
    (handle: (call: ActCall, act: Act) => Promise<Answer>) =>
    async (call: Call): Promise<Answer> => {
      const link = await readActLink(call.work, call.params['token'] ?? '')
      const act = link && acts.get(link.action)
      if (!link || !act) return over(call, unknown)
      return unseen(await handle(await actCallOf(call, link), act))
    }
  return [
    page('GET', '/act/:token', { action: 'site.open', handle: opened(show) }),
    page('POST', '/act/:token', {
      action: 'site.open',
      perMinute: 60,
      maxBytes: async (work, params) => {
        const link = await readActLink(work, params['token'] ?? '')
        return Math.max(mebibyte, (link && acts.get(link.action)?.maxBytes) ?? 0)
      },
      // What the form may do comes from its address alone, which another site does not know: neither cookie nor
      // origin is asked, and browsers inside chat programs that keep or send neither can act all the same.
      crossSite: true,
      handle: opened(perform),
    }),
    page('GET', '/act/:token/files/:name', { action: 'site.open', handle: opened(file) }),
  ]
}

async function show(call: ActCall, act: Act): Promise<Answer> {
  const isAnswered = call.query.has('done') && call.link.lastUsedAt !== null
  if (call.link.state !== 'open' || isAnswered) return closed(call, act)
  return shown(call, await act.show(call, null))
}

async function perform(call: ActCall, act: Act): Promise<Answer> {
  if (call.link.state !== 'open') return closed(call, act)
  const result = await act.perform(call)
  if (!isRefused(result)) return call.redirect(`/act/${call.params['token']}?done`)
  // Somebody else, or another window, was quicker.
  const link = await readActLink(call.work, call.params['token'] ?? '')
  if (link && link.state !== 'open') return closed({ ...call, link }, act)
  return shown(call, await act.show(call, result), result.status)
}

async function file(call: ActCall, act: Act): Promise<Answer> {
  if (call.link.state !== 'open' || !act.file) return { kind: 'absent' }
  return act.file(call, call.params['name'] ?? '')
}

async function closed(call: ActCall, act: Act): Promise<Answer> {
  if (call.link.end === 'person-gone') return over(call, unknown)
  return over(call, await act.outcome(call))
}

function shown(call: ActCall, page: Answer | ActOver, status?: number): Answer {
  if ('over' in page) return over(call, page)
  return status !== undefined && page.kind === 'html' ? { ...page, status } : page
}

function over(call: Call, said: ActOver): Answer {
  call.shows([])
  const html = renderPage(
    OverPage({
      frame: frameAt(call, `/act/${call.params['token'] ?? ''}`),
      title: call.t(said.title),
      text: call.t(said.text),
      tone: said.tone,
      next: said.next && { label: call.t(said.next.label), href: call.href(said.next.path) },
    }),
  )
  return unseen({ kind: 'html', html, status: said.tone === 'done' ? 200 : 410 })
}

const unknown: ActOver = {
  over: true,
  tone: 'info',
  title: m('act.gone.title'),
  text: m('act.gone.text'),
  next: { label: m('failure.home'), path: '/' },
}

/** The call as the link's: rights, work and name are the link's own, and those of the person are asked anew. */
export async function actCallOf(call: Call, link: ActLink): Promise<ActCall> {
  const { services, now, language } = call
  const actor = actorOfLink(link)
  const work = services.runner.reading({ actor, now, language })
  const principal =
    link.personId === null
      ? ({ kind: 'public' } as const)
      : await services.notices.actorOf(work.read, link.personId, now)
  return {
    ...call,
    actor,
    work,
    link,
    principal,
    frame: frameAt(call, `/act/${call.params['token'] ?? ''}`),
    action: call.href(`/act/${call.params['token'] ?? ''}`),
    shows: (personIds, filter) => call.shows(personIds, filter, actor),
    perform: (verb) => services.runner.perform({ actor, now, language }, verb),
    may: (action, facts = {}) => work.may(action, facts),
  }
}

/** A page whose address is a secret is not indexed; to other sites the address of no page is named. */
export function unseen(answer: Answer): Answer {
  if (answer.kind === 'absent') return answer
  return { ...answer, headers: { ...answer.headers, 'x-robots-tag': 'noindex, nofollow' } }
}
