import type { Refusal } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import { sessionLifetime } from '#kernel/identity'
import { keepSession } from '../cookies.ts'
import { withNext } from '../sign-in/complete.ts'

/** The sign-in session of a page that only opens to somebody signed in. */
export function sessionOf(call: Call): { id: string; authenticatedAt: Date; personId: string } {
  if (!call.session || call.actor.kind !== 'person') throw new Error('nobody is signed in')
  return { ...call.session, personId: call.actor.personId }
}

/** Puts the new token of a rotated session into the browser, for as long as the session lasts. */
export async function keepRotated(call: Call, token: string): Promise<void> {
  const session = await sessionLifetime(call.work, sessionOf(call).id)
  const left = session ? Math.floor((session.expiresAt.getTime() - call.now.getTime()) / 1000) : 0
  keepSession(call, token, session?.lasting ? left : null)
}

/** Where a refused change of security leads when it asks to prove oneself again; null for any other refusal. */
export function proveAgain(
  call: Call,
  refusal: Refusal,
  next = '/account/security',
): Answer | null {
  return refusal.status === 401 ? call.redirect(withNext('/account/prove', call.href(next))) : null
}
