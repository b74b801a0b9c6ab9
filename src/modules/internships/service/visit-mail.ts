import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { addDays, displayName, formatDate, formatInstant, type Language } from '#kernel/values'
import { visitByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { VisitRow } from '../queries/visits.ts'
import { reportBlock } from './incident-mail.ts'
import { tutorOf } from './tutor.ts'

/** Under which kind mails are about a visit. */
export const visitOwner = 'internship-visit'

/** Days after the last day of a visit for which its link works. */
const daysAfter = 30

/** What is said of a visit, in one language and on the host's clock. */
function saidOf(visit: VisitRow, language: Language) {
  return {
    student: displayName(visit.personName, language),
    host: visit.host,
    day: formatDate(visit.dueOn, language),
    at: visit.startsAt ? formatInstant(visit.startsAt, visit.timeZone, language, 'long') : '–',
    place: visit.place,
  }
}

/** Writes to the academic mentor with a link: to plan a visit, or to say what came of it. */
export async function mailVisitor(
  work: Work,
  visit: VisitRow,
  which: 'plan' | 'notes',
): Promise<void> {
  const { mentorLanguage: language, mentorName: name, mentorEmail: email } = visit
  if (email === '') return
  const { token } = await createActLink(work, {
    action: visitByLinkAction,
    objectId: visit.id,
    personId: null,
    expiresAt: expiryOf(work.now, addDays(visit.dueOn, daysAfter)),
    maxUses: 20,
  })
  const said = saidOf(visit, language)
  await sendMail(work, {
    to: { address: email, name, personId: null },
    language,
    subject: m(`mail.visit-${which}`, said),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name }) },
      {
        kind: 'list',
        items: [
          {
            message: m(`mail.visit-${which}-text`, said),
            detail: null,
            href: null,
            acts: [{ label: m(`mail.visit-${which}-do`), href: actPath(token) }],
          },
        ],
      },
      { kind: 'text', message: m('mail.evaluate-personal') },
      await reportBlock(work, {
        placementId: visit.placementId,
        party: 'mentor',
        name,
        email,
        language,
      }),
    ],
    secret: true,
    organisationId: visit.organisationId,
    about: { kind: visitOwner, id: visit.id },
  })
}

/** Tells the host's tutor in their language: when the mentor comes, what was noted, or that nobody comes. */
export async function tellTutor(
  work: Work,
  placement: PlacementRow,
  visit: VisitRow,
  news: 'planned' | 'done' | 'dropped',
): Promise<void> {
  const { name, email, language } = await tutorOf(work, placement)
  if (email === '') return
  const said = { ...saidOf(visit, language), mentor: visit.mentorName, notes: visit.notes }
  const text = news === 'planned' ? (`planned-${visit.mode ?? 'site'}` as const) : news
  await sendMail(work, {
    to: { address: email, name, personId: null },
    language,
    subject: m(`mail.visit-${news}`, said),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name }) },
      { kind: 'text', message: m(`mail.visit-${text}-text`, said) },
    ],
    secret: true,
    organisationId: visit.organisationId,
    about: { kind: visitOwner, id: visit.id },
  })
}
