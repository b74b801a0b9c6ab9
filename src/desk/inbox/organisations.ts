import type { Call } from '#kernel/http'

/** The organisations whose work the reader arranges. */
export function managedOrganisations(call: Pick<Call, 'actor' | 'may'>): string[] {
  return ownOrganisations(call).filter((id) =>
    call.may('tasks.task.manage', { organisation_id: id }),
  )
}

/** The organisations at which the reader plays a role. */
export function ownOrganisations({ actor }: Pick<Call, 'actor'>): string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.grants.flatMap((grant) => grant.organisationId ?? []))]
}
