import { type Actor, actorLabel, personOf } from '#kernel/database'

/** In whose name a task was done or given away: a link's person; that it was by a link, its entry in the chronicle says. */
export function inTheNameOf(actor: Actor): string {
  const personId = personOf(actor)
  return personId === null ? actorLabel(actor) : personLabel(personId)
}

/** A person as these columns have them. */
export function personLabel(personId: string): string {
  return `person:${personId}`
}

/** The person whom such a column names, where it names one. */
export function personIn(label: string | null): string | null {
  return label?.startsWith('person:') ? label.slice('person:'.length) : null
}
