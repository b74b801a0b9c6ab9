import type { Work } from '#kernel/database'
import { sendMail } from '#kernel/mail'
import { displayName, formatInstant, localised, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { SlotRow } from '../queries/interviews.ts'
import { languageOfCountry } from '../rules/agreement.ts'
import { applicationOwner } from './about.ts'

/** Who comes to an interview, or comes no more. */
interface Interview {
  applicationId: string
  student: PersonName
  news: 'picked' | 'freed'
}

/** Writes to the host's tutor in their language and on their clock: who comes to an interview when, or that a time is free again. */
export async function mailInterviewer(
  work: Work,
  slot: SlotRow,
  { applicationId, student, news }: Interview,
): Promise<void> {
  const language = languageOfCountry(slot.country)
  const said = {
    student: displayName(student, language),
    title: localised(slot.titles, language).text,
    at: formatInstant(slot.startsAt, slot.timeZone, language, 'long'),
  }
  await sendMail(work, {
    to: { address: slot.tutorEmail, name: slot.tutor, personId: null },
    language,
    subject: m(`mail.interview-${news}`, said),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: slot.tutor }) },
      { kind: 'text', message: m(`mail.interview-${news}-text`, said) },
      ...(news === 'picked'
        ? [
            {
              kind: 'text' as const,
              message: m('mail.interview-where', {
                place: slot.place,
                minutes: slot.minutes,
              }),
            },
          ]
        : []),
    ],
    secret: false,
    organisationId: slot.officeId,
    about: { kind: applicationOwner, id: applicationId },
  })
}
