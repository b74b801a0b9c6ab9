import type { Answer, Call } from '#kernel/http'
import { type Device, deviceLabel, safePath, type SignInStep } from '#kernel/identity'
import { goTo, keepSession, keepSignIn, pendingIdentity } from '../cookies.ts'
import { valueOf } from '../form-state.ts'

/** The device that signs in, as its owner will know it again in the list of sign-ins. */
export function deviceOf(call: Call): Device {
  return {
    label: deviceLabel(call.headers.get('user-agent')),
    network: call.network,
    lasting: valueOf(call, 'lasting') === 'yes',
  }
}

/** Where to go after signing in, from the form or the address. */
export function nextOf(call: Call): string {
  return safePath(valueOf(call, 'next') || call.query.get('next'))
}

/** A path with the place to go afterwards, when it is not simply home. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?${new URLSearchParams({ next }).toString()}`
}

/** Goes on after a right first factor: to the second step, or in, with a new token in the browser. */
export function completeSignIn(call: Call, step: SignInStep, next: string): Answer {
  if (step.kind === 'second-factor') {
    keepSignIn(call, step.token)
    return call.redirect(withNext('/sign-in/second-step', next))
  }
  keepSignIn(call, '')
  keepSession(call, step.token, step.maxAgeSeconds)
  return pendingIdentity(call) === ''
    ? goTo(call, next)
    : call.redirect(withNext('/account/link', next))
}
