import type { Message } from '#kernel/messages'
import type { DateOnly, PersonName } from '#kernel/values'

/** One person at one place now, by a stay, a placement or whatever a module sends people by. */
export interface Whereabouts {
  /** By what they are there, with the module that knows it, and its id. */
  kind: string
  id: string
  personId: string
  name: PersonName
  /** The host, as the reader names it. */
  place: string
  country: string
  /** Degrees; null where nobody knows them. */
  latitude: number | null
  longitude: number | null
  /** By what they are there, in words. */
  label: Message
  startsOn: DateOnly
  endsOn: DateOnly
  /** The institutions that answer for the person: that sent and that received them. */
  officeIds: readonly string[]
  href: string
}
