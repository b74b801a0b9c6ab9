import { type Answer, type Call, type Manifest, page, type Route } from '#kernel/http'
import { actorForLink, hashOf, looksLikeToken, personById } from '#kernel/identity'
import { dateInZone, displayName, formatDate, relativeDays } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { m } from '../messages/index.ts'
import { ActPage } from '../pages/act.tsx'
import { SaidPage } from '../sign-in/pages.tsx'

/** The cookie that carries a single-act link from the page that opened it to the pages of its one act. */
export const actCookieName = 'weft-act'

/** Opening a link for a single act: the page says what it is and until when, and only its button begins. */
export function actRoutes(manifests: readonly Manifest[]): Route[] {
  const acts = new Map(
    manifests.flatMap((manifest) => (manifest.acts ?? []).map((act) => [act.action, act] as const)),
  )
  type Acts = typeof acts
  return [
    page('GET', '/act/:token', { action: 'site.open', handle: (call) => show(call, acts) }),
    page('POST', '/act/:token', {
      action: 'site.open',
      perMinute: 60,
      handle: (call) => begin(call, acts),
    }),
  ]

  async function show(call: Call, known: Acts): Promise<Answer> {
    const found = await find(call, known)
    if (!found) return gone(call)
    const person = found.personId === null ? null : await personById(call.work, found.personId)
    const html = renderPage(
      ActPage({
        frame: call.frame,
        t: call.t,
        token: found.token,
        what: call.t(found.act.label),
        name: person ? displayName(person.name, call.language) : null,
        until: formatDate(found.until, call.language),
        distance: relativeDays(found.until, dateInZone(call.now, 'UTC'), call.language),
      }),
    )
    return { kind: 'html', html }
  }

  async function begin(call: Call, known: Acts): Promise<Answer> {
    const found = await find(call, known)
    if (!found) return gone(call)
    const maxAgeSeconds = Math.floor((found.expiresAt.getTime() - call.now.getTime()) / 1000)
    call.setCookie(actCookieName, found.token, { maxAgeSeconds })
    return call.redirect(found.act.path(found.objectId))
  }

  async function find(call: Call, known: Acts) {
    const token = call.params['token'] ?? ''
    const actor = looksLikeToken(token) ? await actorForLink(call.work, token) : null
    const act = actor && known.get(actor.action)
    if (!actor || !act) return null
    const row = await call.work.read
      .selectFrom('single_act_links')
      .select('expires_at')
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirstOrThrow()
    return {
      token,
      act,
      personId: actor.personId,
      objectId: actor.objectId,
      expiresAt: row.expires_at,
      until: dateInZone(row.expires_at, 'UTC'),
    }
  }
}

function gone(call: Call): Answer {
  const html = renderPage(
    SaidPage({
      frame: frameAt(call, '/'),
      title: call.t(m('act.gone.title')),
      text: call.t(m('act.gone.text')),
      action: { href: call.href('/'), label: call.t(m('failure.home')) },
    }),
  )
  return { kind: 'html', status: 422, html }
}
