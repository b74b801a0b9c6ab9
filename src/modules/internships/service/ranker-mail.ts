import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { formatDate, localised } from '#kernel/values'
import { rankByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import type { RoundHostRow } from '../queries/rounds.ts'
import { languageOfCountry } from '../rules/agreement.ts'

/** A host may change its ranking that often by one link. */
const mostUses = 20

/** Writes to a host's tutor in their language, with a link by which they rank their applicants, or read what came of it. */
export async function mailRanker(
  work: Work,
  host: RoundHostRow,
  which: 'first' | 'again' | 'told',
): Promise<void> {
  const language = languageOfCountry(host.country)
  const { token } = await createActLink(work, {
    action: rankByLinkAction,
    objectId: host.id,
    personId: null,
    expiresAt: expiryOf(work.now, host.ranksUntil),
    maxUses: mostUses,
  })
  const said = {
    title: localised(host.titles, language).text,
    office: localised(host.office, language).text,
    count: host.wished,
    day: formatDate(host.ranksUntil, language),
  }
  await sendMail(work, {
    to: { address: host.tutorEmail, name: host.tutor, personId: null },
    language,
    subject: m(`mail.rank-${which}`, said),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: host.tutor }) },
      { kind: 'text', message: m(`mail.rank-${which}-text`, said) },
      {
        kind: 'acts',
        acts: [
          { label: m(which === 'told' ? 'mail.rank-see' : 'mail.rank-do'), href: actPath(token) },
        ],
      },
    ],
    secret: true,
    organisationId: host.organisation_id,
    about: { kind: 'internship-round-host', id: host.id },
  })
}
