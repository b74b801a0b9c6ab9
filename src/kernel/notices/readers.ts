import type { Actor, Reader, Work } from '#kernel/database'
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

/** What notices must be told by the parts above: `services.notices`. */
export interface NoticeServices {
  /** How a person is reached; null for who has no confirmed address or is gone. */
  readerOf(read: Reader, personId: string): Promise<MailReader | null>
  /** The person as an actor with their grants, so that the digest counts what waits for them. */
  actorOf(read: Reader, personId: string): Promise<Actor>
  /** The address behind a notice in a mail: its page, or a single-act link to it. */
  linkOf?(
    work: Work,
    notice: { personId: string; href: string; taskId: string | null },
  ): Promise<string>
}
