import { type Refusal, refuse, type Work } from '#kernel/database'
import { incomingMail, incomingMails } from '#kernel/mail'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'

/** A mail of a partner that an office has filed with a stay. */
export interface FiledMail {
  id: string
  from: string
  subject: string
  receivedAt: Date
  attachments: { id: string; name: string }[]
}

type Found = Awaited<ReturnType<typeof incomingMails>>[number]

const filedMail = ({ id, from, subject, receivedAt, attachments }: Found): FiledMail => ({
  id,
  from: from.name ?? from.address,
  subject,
  receivedAt,
  attachments,
})

/** The mails that are filed with a stay, as far as the actor may read them, the latest first; two queries. */
export async function mailsOfStay(work: Work, stayId: string): Promise<FiledMail[]> {
  const about = { kind: 'mobility', id: stayId }
  return (await incomingMails(work, { view: 'filed', about })).map(filedMail)
}

/** One of them; a mail that is filed elsewhere, or that the actor may not read, is absent. */
export async function mailOfStay(
  work: Work,
  stay: Pick<StayRow, 'id'>,
  mailId: string,
): Promise<FiledMail | Refusal> {
  const found = isUuid(mailId) ? await incomingMail(work, mailId) : null
  const isOfStay = found?.about?.kind === 'mobility' && found.about.id === stay.id
  if (!found || !isOfStay || found.outcome !== 'filed') return absent()
  const isReadable = work.may('mail.incoming.read', { organisation_id: found.organisationId })
  return isReadable ? filedMail(found) : absent()
}

function absent(): Refusal {
  return refuse(422, m('by-mail.gone'), { mail: m('by-mail.gone') })
}
