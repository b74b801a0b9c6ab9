import type { Call } from '#kernel/http'

/** The organisations whose objects the reader may describe, by their roles. */
export function holdersOf(call: Call): string[] {
  const grants = call.actor.kind === 'person' ? call.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))]
  return ids.filter((id) => call.may('exhibitions.object.edit', { organisation_id: id }))
}
