import { randomUUIDv7 } from 'node:crypto'
import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { type SendMail, sendMail } from '#kernel/mail'
import { actPath } from '#kernel/notices'
import { displayName, formatDate, type Language } from '#kernel/values'
import { reportByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import type { IncidentRow } from '../queries/incidents.ts'
import type { ReportingParty } from '../schema-incidents.ts'

/** Under which kind mails are about an incident. */
export const incidentOwner = 'internship-incident'
/** Days for which the link to report works; every mail about the placement brings a new one. */
const daysToReport = 60
const dayMs = 86_400_000

/** Somebody who stands beside a placement and has no account. */
interface Reporter {
  placementId: string
  party: ReportingParty
  name: string
  email: string
  language: Language
}

/**
 * The last lines of a mail to a tutor or an academic mentor: a link by which they report an incident of the placement. They
 * are told of it where they are anyway asked for something, so that nobody has to look for it when it is needed.
 */
export async function reportBlock(
  work: Work,
  reporter: Reporter,
): Promise<SendMail['blocks'][number]> {
  const id = await reporterFor(work, reporter)
  const { token } = await createActLink(work, {
    action: reportByLinkAction,
    objectId: id,
    personId: null,
    expiresAt: new Date(work.now.getTime() + daysToReport * dayMs),
    maxUses: 10,
  })
  return { kind: 'acts', acts: [{ label: m('mail.incident-do'), href: actPath(token) }] }
}

async function reporterFor(work: Work, reporter: Reporter): Promise<string> {
  const known = await work.read
    .selectFrom('internship_reporters')
    .select('id')
    .where('placement_id', '=', reporter.placementId)
    .where('party', '=', reporter.party)
    .where('email', '=', reporter.email)
    .executeTakeFirst()
  if (known) return known.id
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('internship_reporters')
      .values({
        id,
        placement_id: reporter.placementId,
        party: reporter.party,
        name: reporter.name.slice(0, 120),
        email: reporter.email,
        language: reporter.language,
      })
      .execute(),
  )
  return id
}

/** Tells a tutor or mentor who reported by a link what was done, in their language. */
export async function mailReporter(
  work: Work,
  incident: IncidentRow,
  outcome: string,
): Promise<void> {
  const { reporterEmail: email, reporterName: name, reporterLanguage: language } = incident
  if (!email || !language) return
  const said = {
    student: displayName(incident.personName, language),
    day: formatDate(incident.onDay, language),
    outcome,
  }
  await sendMail(work, {
    to: { address: email, name: name ?? '', personId: null },
    language,
    subject: m('mail.incident-closed', said),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: name ?? '' }) },
      { kind: 'text', message: m('mail.incident-closed-text', said) },
    ],
    secret: true,
    organisationId: incident.enrolled_organisation_id,
    about: { kind: incidentOwner, id: incident.id },
  })
}
