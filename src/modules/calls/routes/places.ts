import type { Call } from '#kernel/http'

/** The organisations at which the reader may do an action, by their roles. */
export function placesOf(call: Call, action: string): string[] {
  const grants = call.actor.kind === 'person' ? call.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))]
  return ids.filter((id) => call.may(action, { organisation_id: id }))
}
