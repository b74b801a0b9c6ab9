import type { Refusal } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import { keepSession } from '../cookies.ts'
import { withNext } from '../sign-in/complete.ts'

/** The sign-in session of a page that only opens to somebody signed in. */
export function sessionOf(call: Call): { id: string; authenticatedAt: Date; personId: string } {
  if (!call.session || call.actor.kind !== 'person') throw new Error('nobody is signed in')
  return { ...call.session, personId: call.actor.personId }
}

/** Puts the new token of a rotated session into the browser, for as long as the session lasts. */
export async function keepRotated(call: Call, token: string): Promise<void> {
  const row = await call.work.read
    .selectFrom('sign_in_sessions')
    .select(['lasting', 'expires_at'])
    .where('id', '=', sessionOf(call).id)
    .executeTakeFirst()
  const left = row ? Math.floor((row.expires_at.getTime() - call.now.getTime()) / 1000) : 0
  keepSession(call, token, row?.lasting ? left : null)
}

/** Where a refused change of security leads when it asks to prove oneself again; null for any other refusal. */
export function proveAgain(call: Call, refusal: Refusal): Answer | null {
  return refusal.status === 401
    ? call.redirect(withNext('/account/prove', call.href('/account/security')))
    : null
}
