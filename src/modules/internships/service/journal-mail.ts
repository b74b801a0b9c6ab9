import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import {
  addDays,
  dateInZone,
  displayName,
  formatDateRange,
  formatNumber,
  type Language,
  localised,
} from '#kernel/values'
import { answerWeekByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import type { WeekRow } from '../queries/journal.ts'
import { reportBlock } from './incident-mail.ts'

/** Days for which the link of a week works. */
const daysToAnswer = 28

/** Writes to the host's tutor, in their language, with a link by which the hours of one week are confirmed. */
export async function mailTutor(
  work: Work,
  week: WeekRow,
  minutes: number,
  which: 'first' | 'again',
): Promise<void> {
  const { tutorName: name, tutorEmail: email, tutorLanguage: language } = week
  // An erasure leaves no address; the office confirms then, with the host's word on paper.
  if (!name || !email || !language) return
  const { token } = await createActLink(work, {
    action: answerWeekByLinkAction,
    objectId: week.id,
    personId: null,
    expiresAt: expiryOf(work.now, addDays(dateInZone(work.now, week.timeZone), daysToAnswer)),
    maxUses: 1,
  })
  const student = displayName(week.personName, language)
  const dates = formatDateRange(week.week, addDays(week.week, 6), language)
  await sendMail(work, {
    to: { address: email, name, personId: null },
    language,
    subject: m(`mail.week-${which}`, { student, dates }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name }) },
      { kind: 'text', message: m('mail.week-text', { student, host: week.host }) },
      {
        kind: 'list',
        items: [
          {
            message: m('mail.week-what', { dates, time: timeOf(minutes, language) }),
            detail: m('mail.evaluate-what', {
              student,
              title: localised(week.titles, language).text,
            }),
            href: null,
            acts: [{ label: m('mail.week-do'), href: actPath(token) }],
          },
        ],
      },
      { kind: 'text', message: m('mail.evaluate-personal') },
      await reportBlock(work, {
        placementId: week.placementId,
        party: 'tutor',
        name,
        email,
        language,
      }),
    ],
    secret: true,
    organisationId: week.organisationId,
    about: { kind: 'internship-week', id: week.id },
  })
}

/** Minutes as a decimal number of hours: 22.5. */
function timeOf(minutes: number, language: Language): string {
  return formatNumber(Math.round(minutes / 6) / 10, language)
}
