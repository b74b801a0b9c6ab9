import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  addPasskey,
  beginFederatedSignIn,
  beginPasskey,
  deviceLabel,
  endOtherSessions,
  endSession,
  findService,
  hasPassword,
  isFreshlyAuthenticated,
  linkPendingIdentity,
  listAccessTokens,
  listFederatedIdentities,
  listPasskeys,
  listSessions,
  removePasskey,
  setPassword,
  totpState,
  unlinkFederatedIdentity,
  servicesOf,
} from '#kernel/identity'
import { isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt, goTo, keepPendingIdentity, keepSignIn, pendingIdentity } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { nextOf } from '../sign-in/complete.ts'
import { saidNo } from '../sign-in/link-routes.ts'
import { SaidPage } from '../sign-in/pages.tsx'
import { adaptersOf, asJson } from '../sign-in/service-routes.ts'
import { LinkIdentityPage, SecurityPage } from './security-page.tsx'
import { keepRotated, proveAgain, sessionOf } from './session.ts'

const signedIn = { action: 'site.open-signed-in' } as const

/** Password, passkeys, linked services and sign-ins of the reader. */
export const securityRoutes: Route[] = [
  page('GET', '/account/security', {
    ...signedIn,
    handle: (call) => showSecurity(call, freshForm(), 200),
  }),
  page('POST', '/account/password', { ...signedIn, perMinute: 60, handle: changePassword }),
  page('POST', '/account/passkeys/options', { ...signedIn, handle: passkeyOptions }),
  page('POST', '/account/passkeys', { ...signedIn, handle: keepPasskey }),
  page('POST', '/account/passkeys/:id/removal', { ...signedIn, handle: dropPasskey }),
  page('POST', '/account/sessions/:id/end', { ...signedIn, handle: endOne }),
  page('POST', '/account/sessions/end', { ...signedIn, handle: endOthers }),
  page('POST', '/account/identities/with/:provider', { ...signedIn, handle: beginLink }),
  page('POST', '/account/identities/:id/removal', { ...signedIn, handle: unlink }),
  page('GET', '/account/link', { ...signedIn, handle: askLink }),
  page('POST', '/account/link', { ...signedIn, handle: link }),
]

/** The security page, with what was wrong with the form that was sent from it. */
export async function showSecurity(call: Call, form: FormState, status: number): Promise<Answer> {
  const session = sessionOf(call)
  const { work } = call
  const { identity } = call.services
  const identities = await listFederatedIdentities(work, session.personId)
  const labelOf = (id: string) =>
    servicesOf(identity).find((service) => service.id === id)?.label ?? id
  const html = renderPage(
    SecurityPage({
      frame: frameAt(call, '/account/security'),
      t: call.t,
      form,
      now: call.now,
      timeZone: call.timeZone,
      fresh: isFreshlyAuthenticated(session, call.now),
      hasPassword: await hasPassword(work, session.personId),
      totp: await totpState(work, session.personId),
      passkeys: await listPasskeys(work, session.personId),
      sessions: (await listSessions(work)).map((each) => ({
        ...each,
        here: each.id === session.id,
      })),
      identities: identities.map((each) => ({ ...each, label: labelOf(each.providerId) })),
      providers: servicesOf(identity).filter(
        ({ id }) => !identities.some((each) => each.providerId === id),
      ),
    }),
  )
  return { kind: 'html', status, html }
}

/** What a refused change of security answers: prove yourself again, or the page with the reason. */
export function refuseChange(call: Call, refusal: Refusal): Answer | Promise<Answer> {
  return proveAgain(call, refusal) ?? showSecurity(call, refusedForm(call, refusal), refusal.status)
}

async function changePassword(call: Call): Promise<Answer> {
  const changed = await setPassword(call.perform, call.services.identity, {
    sessionId: sessionOf(call).id,
    password: valueOf(call, 'password'),
  })
  if (isRefused(changed)) return refuseChange(call, changed)
  await keepRotated(call, changed.token)
  const { length: count } = await listAccessTokens(call.work, sessionOf(call).personId)
  return count === 0
    ? call.redirect('/account/security', m('password.set.done'))
    : call.redirect('/account/tokens', m('password.set.tokens-stay', { count }))
}

async function passkeyOptions(call: Call): Promise<Answer> {
  const options = await call.perform((work) =>
    beginPasskey(work, call.services.identity, { sessionId: sessionOf(call).id }),
  )
  return isRefused(options) ? asJson(call, options) : { kind: 'json', data: options }
}

async function keepPasskey(call: Call): Promise<Answer> {
  const added = await call.perform((work) =>
    addPasskey(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      response: call.body,
      label: deviceLabel(call.headers.get('user-agent')),
    }),
  )
  if (isRefused(added)) return asJson(call, added)
  await keepRotated(call, added.token)
  return { kind: 'json', data: { href: call.href('/account/security') } }
}

async function dropPasskey(call: Call): Promise<Answer> {
  const removed = await call.perform((work) =>
    removePasskey(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      passkeyId: call.params['id'] ?? '',
    }),
  )
  if (isRefused(removed)) return refuseChange(call, removed)
  await keepRotated(call, removed.token)
  return call.redirect('/account/security', m('passkeys.removed'))
}

async function endOne(call: Call): Promise<Answer> {
  const id = call.params['id']
  if (!isUuid(id)) return call.redirect('/account/security')
  const ended = await call.perform((work) => endSession(work, id))
  if (isRefused(ended)) return refuseChange(call, ended)
  return id === sessionOf(call).id
    ? call.redirect('/sign-in', m('sign-out.done'))
    : call.redirect('/account/security', m('sessions.ended'))
}

async function endOthers(call: Call): Promise<Answer> {
  const ended = await call.perform((work) => endOtherSessions(work, sessionOf(call).id))
  if (isRefused(ended)) return refuseChange(call, ended)
  return call.redirect('/account/security', m('sessions.others-ended', { count: ended.ended }))
}

/** The form may not be sent on to another host, so the answer is a page with the link there. */
async function beginLink(call: Call): Promise<Answer> {
  const { identity } = call.services
  const provider = servicesOf(identity).find(({ id }) => id === call.params['provider'])
  const adapter = findService(adaptersOf(identity), call.params['provider'] ?? '')
  if (isRefused(adapter)) return refuseChange(call, adapter)
  const begun = await beginFederatedSignIn(call.perform, identity, adapter, {
    next: '/account/security',
    language: call.language,
    linkFrom: { sessionId: sessionOf(call).id },
  })
  if (isRefused(begun)) return refuseChange(call, begun)
  keepSignIn(call, begun.browserToken)
  const label = provider?.label ?? ''
  const html = renderPage(
    SaidPage({
      frame: frameAt(call, '/account/security'),
      title: call.t(m('identities.title')),
      text: call.t(m('identities.go-on.text', { provider: label })),
      action: { href: begun.url.href, label: call.t(m('identities.go-on', { provider: label })) },
    }),
  )
  return { kind: 'html', html }
}

async function unlink(call: Call): Promise<Answer> {
  const removed = await call.perform((work) =>
    unlinkFederatedIdentity(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      identityId: call.params['id'] ?? '',
    }),
  )
  if (isRefused(removed)) return refuseChange(call, removed)
  return call.redirect('/account/security', m('identities.removed'))
}

async function askLink(call: Call): Promise<Answer> {
  const next = nextOf(call)
  if (pendingIdentity(call) === '') return goTo(call, next)
  const html = renderPage(LinkIdentityPage({ frame: call.frame, t: call.t, next }))
  return { kind: 'html', html }
}

async function link(call: Call): Promise<Answer> {
  const pendingToken = pendingIdentity(call)
  keepPendingIdentity(call, '')
  if (valueOf(call, 'answer') !== 'yes') return goTo(call, nextOf(call))
  const linked = await call.perform((work) =>
    linkPendingIdentity(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      pendingToken,
    }),
  )
  return isRefused(linked) ? saidNo(call, linked) : goTo(call, nextOf(call))
}
