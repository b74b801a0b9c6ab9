import { isRefused } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  changePerson,
  confirmPrimaryEmail,
  listEmails,
  personById,
  readSignInLink,
  requestPrimaryEmail,
} from '#kernel/identity'
import { allianceTimeZones, isLanguage, isTimeZone } from '#kernel/values'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { saidNo } from '../sign-in/link-routes.ts'
import { nameOf, nameValues } from './name-form.ts'
import { ConfirmEmailPage, ProfilePage } from './profile-page.tsx'
import { proveAgain, sessionOf } from './session.ts'

/** A person's own details: names, language, time zone, e-mail address. */
export const profileRoutes: Route[] = [
  page('GET', '/account', {
    action: 'site.open-signed-in',
    handle: (call) => showProfile(call, null, 200),
  }),
  page('POST', '/account', { action: 'site.open-signed-in', handle: saveProfile }),
  page('POST', '/account/email', {
    action: 'site.open-signed-in',
    perMinute: 30,
    handle: changeEmail,
  }),
  page('GET', '/account/email/confirm/:token', { action: 'site.open', handle: showConfirm }),
  page('POST', '/account/email/confirm/:token', { action: 'site.open', handle: confirmEmail }),
]

async function showProfile(call: Call, form: FormState | null, status: number): Promise<Answer> {
  const { personId } = sessionOf(call)
  const person = await personById(call.work, personId)
  if (!person) throw new Error('the person who is signed in does not exist')
  const first = freshForm({
    ...nameValues(person.name),
    preferredLanguage: person.preferredLanguage,
    timeZone: person.timeZone,
  })
  const html = renderPage(
    ProfilePage({
      frame: frameAt(call, '/account'),
      t: call.t,
      form: form ? { ...form, values: { ...first.values, ...form.values } } : first,
      emails: await listEmails(call.work, personId),
      now: call.now,
      timeZones: [...new Set([...allianceTimeZones, person.timeZone])],
    }),
  )
  return { kind: 'html', status, html }
}

async function saveProfile(call: Call): Promise<Answer> {
  const name = nameOf(call)
  if (isRefused(name)) return showProfile(call, refusedForm(call, name), name.status)
  const language = valueOf(call, 'preferredLanguage')
  const timeZone = valueOf(call, 'timeZone')
  const changed = await call.perform((work) =>
    changePerson(work, sessionOf(call).personId, {
      name,
      ...(isLanguage(language) ? { preferredLanguage: language } : {}),
      ...(isTimeZone(timeZone) ? { timeZone } : {}),
    }),
  )
  if (isRefused(changed)) return showProfile(call, refusedForm(call, changed), changed.status)
  return call.redirect('/account', m('account.saved'))
}

async function changeEmail(call: Call): Promise<Answer> {
  const asked = await call.perform((work) =>
    requestPrimaryEmail(work, call.services.identity, {
      sessionId: sessionOf(call).id,
      email: valueOf(call, 'email'),
      network: call.network,
    }),
  )
  if (!isRefused(asked)) return call.redirect('/account', m('account.email.sent'))
  return proveAgain(call, asked) ?? showProfile(call, refusedForm(call, asked), asked.status)
}

async function showConfirm(call: Call): Promise<Answer> {
  const token = call.params['token'] ?? ''
  const link = await readSignInLink(call.work, token)
  if (isRefused(link)) return saidNo(call, link)
  const props = { frame: call.frame, t: call.t, token, address: link.maskedAddress }
  return { kind: 'html', html: renderPage(ConfirmEmailPage(props)) }
}

async function confirmEmail(call: Call): Promise<Answer> {
  const confirmed = await call.perform((work) =>
    confirmPrimaryEmail(work, call.services.identity, { token: call.params['token'] ?? '' }),
  )
  if (isRefused(confirmed)) return saidNo(call, confirmed)
  return call.redirect(call.session ? '/account' : '/sign-in', m('account.email.confirmed'))
}
