import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import { acceptInvitation, type OpenInvitation, readInvitation } from '#kernel/identity'
import { likelyTimeZone, type PersonName } from '#kernel/values'
import { renderPage } from '#ui'
import { sessionToken } from '../cookies.ts'
import { refusedForm } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { nameOf } from '../account/name-form.ts'
import type { DeskPorts } from '../ports.ts'
import { completeSignIn, deviceOf } from './complete.ts'
import { InvitationPage } from './invitation-page.tsx'
import { saidNo } from './link-routes.ts'

/** Reading and accepting an invitation; somebody new gives their name here and nothing else. */
export function invitationRoutes(ports: DeskPorts): Route[] {
  return [
    page('GET', '/invitations/:token', {
      action: 'site.open',
      handle: (call) => show(call, ports, freshForm(), 200),
    }),
    page('POST', '/invitations/:token', {
      action: 'site.open',
      perMinute: 300,
      handle: (call) => accept(call, ports),
    }),
  ]
}

async function show(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const token = call.params['token'] ?? ''
  const invitation = await readInvitation(call.work, token)
  if (isRefused(invitation)) return saidNo(call, invitation)
  const what = await ports.describeInvitation(call.work, invitation)
  const html = renderPage(
    InvitationPage({
      frame: call.frame,
      t: call.t,
      form,
      token,
      what: what ? call.t(what) : null,
      address: invitation.address,
      expiresAt: invitation.expiresAt,
      timeZone: call.timeZone,
      asksName: asksName(call, invitation),
    }),
  )
  return { kind: 'html', status, html }
}

async function accept(call: Call, ports: DeskPorts): Promise<Answer> {
  const token = call.params['token'] ?? ''
  const invitation = await readInvitation(call.work, token)
  if (isRefused(invitation)) return saidNo(call, invitation)
  const name = asksName(call, invitation) ? nameOf(call) : null
  if (isRefused(name)) return show(call, ports, refusedForm(call, name), name.status)
  const accepted = await call.perform((work) => acceptAll(call, ports, work, token, name))
  if (isRefused(accepted)) return show(call, ports, refusedForm(call, accepted), accepted.status)
  return accepted.signIn === null
    ? call.redirect('/', m('invitation.accepted'))
    : completeSignIn(call, accepted.signIn, '/')
}

async function acceptAll(
  call: Call,
  ports: DeskPorts,
  work: Call['work'],
  token: string,
  name: PersonName | null,
) {
  const accepted = await acceptInvitation(work, call.services.identity, {
    token,
    name,
    preferredLanguage: call.language,
    timeZone: likelyTimeZone[call.language],
    device: deviceOf(call),
    replaces: sessionToken(call),
  })
  if (isRefused(accepted)) return accepted
  const refused: Refusal | null = await ports.acceptInvitation(work, accepted)
  return refused ?? accepted
}

function asksName(call: Call, invitation: OpenInvitation): boolean {
  return call.actor.kind !== 'person' && !invitation.known
}
