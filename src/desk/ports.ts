import type { Refusal, Work } from '#kernel/database'
import type { AcceptedInvitation, OpenInvitation } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import type { DateOnly, LocalText, PersonName } from '#kernel/values'

/** A role that somebody plays, as a page shows it beside their name. */
export interface Affiliation {
  person: { id: string; name: PersonName }
  role: string
  organisation: { id: string; name: LocalText } | null
}

/** An organisation with a name, and its page where it has one. */
export interface NamedOrganisation {
  id: string
  name: LocalText
  href: string | null
}

/** A programme of the alliance: a thread that runs from its leading organisation through its partners. */
export interface NamedProgramme {
  id: string
  name: LocalText
  summary: LocalText
  href: string | null
  from: DateOnly
  until: DateOnly | null
  /** The leading organisation first. */
  organisationIds: readonly string[]
}

/** What the pages that cross modules must be told by `app.ts`, because only modules know it. */
export interface DeskPorts {
  /** The present roles of these people, or of everybody at these organisations. */
  affiliations(
    work: Work,
    which: { personIds: readonly string[] } | { organisationIds: readonly string[] },
  ): Promise<Affiliation[]>
  /** Where a person is or was enrolled: their staff may read the person's journey. */
  organisationsOf(work: Work, personId: string): Promise<string[]>
  organisationNames(work: Work, ids: readonly string[]): Promise<Map<string, LocalText>>
  roleLabel(role: string): Message
  /** The members and programmes for the public home. */
  members(work: Work): Promise<NamedOrganisation[]>
  programmes(work: Work): Promise<NamedProgramme[]>
  /** What an invitation is to, for the page that asks whether to accept it. */
  describeInvitation(work: Work, invitation: OpenInvitation): Promise<Message | null>
  /** Makes what the accepted invitation promised, in the same work. */
  acceptInvitation(work: Work, accepted: AcceptedInvitation): Promise<Refusal | null>
}
