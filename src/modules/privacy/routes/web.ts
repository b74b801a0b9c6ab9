import type { Call } from '#kernel/http'

/** Whoever is signed in; the routes of one's own account open to nobody else. */
export function selfOf(call: Call): string {
  if (call.actor.kind !== 'person') throw new Error('nobody is signed in')
  return call.actor.personId
}
