import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import {
  readSignInLink,
  redeemSignInLink,
  requestPasswordReset,
  resetPassword,
} from '#kernel/identity'
import { renderPage } from '#ui'
import { frameAt, sessionToken } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { completeSignIn, deviceOf } from './complete.ts'
import { inEvenTime } from './even-time.ts'
import { AskResetPage, LinkPage, ResetPage, SaidPage } from './pages.tsx'

/** The pages to which the letters of identity lead. A GET uses nothing up; only its POST acts. */
export const linkRoutes: Route[] = [
  page('GET', '/sign-in/link/:token', { action: 'site.open', handle: showLink }),
  page('POST', '/sign-in/link/:token', {
    action: 'site.open',
    perMinute: 300,
    handle: async (call) => {
      const step = await call.perform((work) =>
        redeemSignInLink(work, {
          token: call.params['token'] ?? '',
          device: deviceOf(call),
          replaces: sessionToken(call),
        }),
      )
      return isRefused(step) ? saidNo(call, step) : completeSignIn(call, step, step.next)
    },
  }),
  page('GET', '/sign-in/reset', {
    action: 'site.open',
    handle: async (call) => askReset(call, freshForm(), 200),
  }),
  page('POST', '/sign-in/reset', { action: 'site.open', perMinute: 300, handle: sendReset }),
  page('GET', '/sign-in/reset/:token', {
    action: 'site.open',
    handle: (call) => showReset(call, freshForm(), 200),
  }),
  page('POST', '/sign-in/reset/:token', {
    action: 'site.open',
    perMinute: 300,
    handle: async (call) => {
      const step = await resetPassword(call.perform, call.services.identity, {
        token: call.params['token'] ?? '',
        password: valueOf(call, 'password'),
        device: deviceOf(call),
        replaces: sessionToken(call),
      })
      if (!isRefused(step)) return completeSignIn(call, step, '/account/security')
      return showReset(call, refusedForm(call, step), step.status)
    },
  }),
]

async function showLink(call: Call): Promise<Answer> {
  const token = call.params['token'] ?? ''
  const link = await readSignInLink(call.work, token)
  if (isRefused(link)) return saidNo(call, link)
  if (link.purpose !== 'sign-in') {
    const path = link.purpose === 'reset-password' ? '/sign-in/reset/' : '/account/email/confirm/'
    return call.redirect(path + token)
  }
  const props = { frame: call.frame, t: call.t, token, address: link.maskedAddress }
  return { kind: 'html', html: renderPage(LinkPage(props)) }
}

function askReset(call: Call, form: FormState, status: number): Answer {
  return {
    kind: 'html',
    status,
    html: renderPage(AskResetPage({ frame: call.frame, t: call.t, form })),
  }
}

async function sendReset(call: Call): Promise<Answer> {
  const asked = await inEvenTime(() =>
    call.perform((work) =>
      requestPasswordReset(work, call.services.identity, {
        email: valueOf(call, 'email'),
        next: '/account/security',
        network: call.network,
      }),
    ),
  )
  if (isRefused(asked)) return askReset(call, refusedForm(call, asked), asked.status)
  const html = renderPage(
    SaidPage({
      frame: call.frame,
      title: call.t(m('reset.sent.title')),
      text: call.t(m('reset.sent.text')),
      action: { href: call.href('/sign-in'), label: call.t(m('sign-in.again')) },
    }),
  )
  return { kind: 'html', html }
}

async function showReset(call: Call, form: FormState, status: number): Promise<Answer> {
  const token = call.params['token'] ?? ''
  const link = await readSignInLink(call.work, token)
  if (isRefused(link)) return saidNo(call, link)
  const props = { frame: call.frame, t: call.t, form, token, address: link.maskedAddress }
  return { kind: 'html', status, html: renderPage(ResetPage(props)) }
}

/** Says why a link or an answer led nowhere, with the way to begin again. */
export function saidNo(call: Call, refusal: Refusal): Answer {
  const html = renderPage(
    SaidPage({
      frame: frameAt(call, '/sign-in'),
      title: call.t(m('link.no.title')),
      text: call.t(refusal.message),
      action: { href: call.href('/sign-in'), label: call.t(m('sign-in.again')) },
    }),
  )
  return { kind: 'html', status: refusal.status, html }
}
