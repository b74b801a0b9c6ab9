/** One right to play a role: from an appointment, from standing in for someone, from a link, or by being oneself. */
export interface Grant {
  role: string
  /** The organisation the role is held at; null for a role over the whole alliance. */
  organisationId: string | null
  programmeId: string | null
  objectId: string | null
  /** The units to which the role is limited, those under them included; absent or null: the whole organisation. */
  unitIds?: readonly string[] | null
  via: 'appointment' | 'stand-in' | 'link' | 'self'
  /** The person stood in for, when `via` is `stand-in`. */
  onBehalfOf?: string | null
}

/** Who a unit of work is done for. What an actor may do is decided in `access`, never here. */
export type Actor =
  | { kind: 'public' }
  | { kind: 'system'; name: string }
  | { kind: 'person'; personId: string; grants: readonly Grant[] }
  | {
      kind: 'link'
      linkId: string
      personId: string | null
      action: string
      objectId: string
    }

/** The person behind an actor, or null for the public, the system and nameless links. */
export function personOf(actor: Actor): string | null {
  return actor.kind === 'person' || actor.kind === 'link' ? actor.personId : null
}

/** The persons in whose place an actor acts by some right: what one may not do to oneself, one may not do to them. */
export function principalsOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.grants.flatMap(({ onBehalfOf }) => onBehalfOf ?? []))]
}

/** A word for an actor that may stand in a log: no name, no address. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'public':
      return 'public'
    case 'system':
      return `system:${actor.name}`
    case 'person':
      return `person:${actor.personId}`
    case 'link':
      return `link:${actor.linkId}`
  }
}
