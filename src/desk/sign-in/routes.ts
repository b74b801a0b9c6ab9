import { type Answer, type Call, type FormState, freshForm, page, type Route } from '#kernel/http'
import { isRefused } from '#kernel/database'
import {
  demonstrationPersons,
  endSession,
  redeemSignInCode,
  requestSignInLink,
  signInAsDemonstrationPerson,
  signInWithPassword,
  verifySecondFactor,
  servicesOf,
} from '#kernel/identity'
import { isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { dropSession, frameAt, keepSignIn, sessionToken, signInToken } from '../cookies.ts'
import { refusedForm, valueOf } from '../form-state.ts'
import { m } from '../messages/index.ts'
import type { DeskPorts } from '../ports.ts'
import { demonstrationGroups } from './cast.ts'
import { completeSignIn, deviceOf, nextOf, withNext } from './complete.ts'
import { inEvenTime } from './even-time.ts'
import { CodePage, SecondStepPage, SignInPage } from './pages.tsx'

/** Tries of one network a minute: a whole university may stand behind one address, and identity counts failures itself. */
const triesPerMinute = 300

/** The ways in, and the way out. */
export function signInRoutes(ports: DeskPorts): Route[] {
  return [
    page('GET', '/sign-in', {
      action: 'site.open',
      handle: (call) => showSignIn(call, ports, freshForm(), 200),
    }),
    page('POST', '/sign-in', {
      action: 'site.open',
      perMinute: triesPerMinute,
      handle: (call) =>
        valueOf(call, 'way') === 'letter' ? sendLetter(call, ports) : byPassword(call, ports),
    }),
    page('POST', '/sign-in/demonstration', { action: 'site.open', handle: byOneClick }),
    page('GET', '/sign-in/code', {
      action: 'site.open',
      handle: async (call) => showCode(call, freshForm(), 200),
    }),
    page('POST', '/sign-in/code', {
      action: 'site.open',
      perMinute: triesPerMinute,
      handle: byCode,
    }),
    page('GET', '/sign-in/second-step', {
      action: 'site.open',
      handle: async (call) =>
        signInToken(call) === ''
          ? call.redirect(withNext('/sign-in', nextOf(call)))
          : showSecondStep(call, freshForm(), 200),
    }),
    page('POST', '/sign-in/second-step', {
      action: 'site.open',
      perMinute: triesPerMinute,
      handle: secondStep,
    }),
    page('POST', '/sign-out', { action: 'site.open', handle: signOut }),
  ]
}

async function showSignIn(
  call: Call,
  ports: DeskPorts,
  form: FormState,
  status: number,
): Promise<Answer> {
  const { identity } = call.services
  const invented = await demonstrationPersons(call.work, identity)
  const next = nextOf(call)
  const props = {
    frame: frameAt(call, withNext('/sign-in', next)),
    t: call.t,
    form,
    next,
    providers: servicesOf(identity),
    groups: await demonstrationGroups(call, ports, invented),
  }
  return { kind: 'html', status, html: renderPage(SignInPage(props)) }
}

async function byPassword(call: Call, ports: DeskPorts): Promise<Answer> {
  const step = await signInWithPassword(call.perform, call.services.identity, {
    email: valueOf(call, 'email'),
    password: valueOf(call, 'password'),
    device: deviceOf(call),
    replaces: sessionToken(call),
  })
  if (isRefused(step)) return showSignIn(call, ports, refusedForm(call, step), step.status)
  return completeSignIn(call, step, nextOf(call))
}

async function sendLetter(call: Call, ports: DeskPorts): Promise<Answer> {
  const next = nextOf(call)
  const asked = await inEvenTime(() =>
    call.perform((work) =>
      requestSignInLink(work, call.services.identity, {
        email: valueOf(call, 'email'),
        next,
        network: call.network,
      }),
    ),
  )
  if (isRefused(asked)) return showSignIn(call, ports, refusedForm(call, asked), asked.status)
  keepSignIn(call, asked.requestToken)
  return call.redirect(withNext('/sign-in/code', next))
}

async function byOneClick(call: Call): Promise<Answer> {
  const personId = valueOf(call, 'person')
  if (!isUuid(personId)) return call.redirect('/sign-in')
  const started = await call.perform((work) =>
    signInAsDemonstrationPerson(work, call.services.identity, {
      personId,
      device: deviceOf(call),
      replaces: sessionToken(call),
    }),
  )
  if (isRefused(started)) return call.redirect('/sign-in')
  return completeSignIn(call, started, nextOf(call))
}

async function byCode(call: Call): Promise<Answer> {
  const step = await redeemSignInCode(call.perform, call.services.identity, {
    requestToken: signInToken(call),
    code: valueOf(call, 'code'),
    device: deviceOf(call),
    replaces: sessionToken(call),
  })
  if (isRefused(step)) return showCode(call, refusedForm(call, step), step.status)
  return completeSignIn(call, step, step.next)
}

async function secondStep(call: Call): Promise<Answer> {
  const started = await verifySecondFactor(call.perform, call.services.identity, {
    halfToken: signInToken(call),
    code: valueOf(call, 'code'),
  })
  if (isRefused(started)) return showSecondStep(call, refusedForm(call, started), started.status)
  return completeSignIn(call, started, nextOf(call))
}

async function signOut(call: Call): Promise<Answer> {
  const { session } = call
  if (session) await call.perform((work) => endSession(work, session.id))
  dropSession(call)
  return call.redirect('/', m('sign-out.done'))
}

function showCode(call: Call, form: FormState, status: number): Answer {
  const next = nextOf(call)
  const frame = frameAt(call, withNext('/sign-in/code', next))
  return { kind: 'html', status, html: renderPage(CodePage({ frame, t: call.t, form, next })) }
}

function showSecondStep(call: Call, form: FormState, status: number): Answer {
  const next = nextOf(call)
  const frame = frameAt(call, withNext('/sign-in/second-step', next))
  const html = renderPage(SecondStepPage({ frame, t: call.t, form, next }))
  return { kind: 'html', status, html }
}
