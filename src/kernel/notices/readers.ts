import type { Actor, Reader, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { Country, Language } from '#kernel/values'

/** Where and how a person is reached by mail. */
export interface MailReader {
  address: string
  name: string | null
  language: Language
  timeZone: string
  /** Whose working days count. */
  country: Country
}

/** A role at an organisation, and of which programme the matter is. */
export interface RolePlace {
  role: string
  organisationId: string | null
  programmeId: string | null
  /** The unit that is asked; null: those of the whole organisation; absent where units do not matter. */
  unitId?: string | null
}

/** An act that a mail about a task may carry as a link. */
export interface OfferedAct {
  action: string
  objectId: string
  label: Message
  maxUses: number
}

/** What a task is about, in the words of one language. */
export interface TaskFacts {
  /** The person whom it is about; for pages of those who may read it, and never in a mail. */
  who: { personId: string; name: string } | null
  /** With what it has to do: an institution, a course; in what language that is, null where somebody typed it. */
  what: { text: string; language: Language | null } | null
}

/** What notices must be told by the parts above: `services.notices`. */
export interface NoticeServices {
  /** How a person is reached; null for who has no confirmed address or is gone. */
  readerOf(read: Reader, personId: string): Promise<MailReader | null>
  /** The person as an actor with their grants, so that the digest counts what waits for them. */
  actorOf(read: Reader, personId: string, now: Date): Promise<Actor>
  /** Who holds a role now, themselves or standing in: for whom a role's task waits. */
  holdersOf(read: Reader, place: RolePlace, now: Date): Promise<string[]>
  /** The acts of modules that fit a task, beside those that every task has. */
  actsOf(task: { kind: string; object: { kind: string; id: string } }): readonly OfferedAct[]
  /** What tasks are about, by their ids. */
  factsOf(
    work: Work,
    tasks: readonly { id: string; kind: string; object: { kind: string; id: string } }[],
    language: Language,
  ): Promise<Map<string, TaskFacts>>
}
