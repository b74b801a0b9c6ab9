import type { Work } from '#kernel/database'
import { type MailBlock, sendMail } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { dateInZone, formatDate, type Language } from '#kernel/values'

interface LetterParts {
  subject: (date: string) => Message
  blocks: (date: string) => MailBlock[]
  on: Date
}

/** Writes to a person whose address is known; where none is, nobody is told. */
export async function writeTo(
  work: Work,
  person: { id: string; email: string | null; preferredLanguage: Language; timeZone: string },
  { subject, blocks, on }: LetterParts,
): Promise<void> {
  if (person.email === null) return
  const date = formatDate(dateInZone(on, person.timeZone), person.preferredLanguage)
  await sendMail(work, {
    to: { address: person.email, personId: person.id },
    language: person.preferredLanguage,
    subject: subject(date),
    blocks: blocks(date),
  })
}
