import type { Refusal, Work } from '#kernel/database'
import { createActLink, personById } from '#kernel/identity'
import { expiryOf } from '#kernel/notices'
import { displayName, formatDate, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { askedMessage } from '../pages/evidence-words.ts'
import type { EvidenceRow } from '../queries/evidence.ts'
import { sendAskedMail } from './asked-mail.ts'

/** The act of answering, by link or signed in. */
export const evidenceAction = 'recognition.evidence.answer'
/** How often one link answers: who forgot a page sends it after. */
export const answersPerLink = 3

/** Where a request goes by mail, and how it speaks to whom it asks; null where no address is known. */
async function addresseeOf(work: Work, request: EvidenceRow) {
  if (request.party === 'host') {
    return {
      address: request.asked_address ?? '',
      name: request.asked_name ?? '',
      language: request.asked_language ?? 'en',
    }
  }
  const student = await personById(work, request.person_id)
  if (!student?.email || student.state !== 'active') return null
  const language = student.preferredLanguage
  return { address: student.email, name: displayName(student.name, language), language }
}

/** Sends whoever is asked what they are asked for, with a new link; earlier ones go on counting. Null where no address is known. */
export async function sendRequest(
  work: Work,
  request: EvidenceRow,
  isReminder = false,
): Promise<string | Refusal | null> {
  const to = await addresseeOf(work, request)
  if (!to) return null
  const { language } = to
  const isStudent = request.party === 'student'
  const host = localised(request.host_names, language).text
  const { token } = await createActLink(work, {
    action: evidenceAction,
    objectId: request.id,
    personId: request.asked_person_id,
    expiresAt: expiryOf(work.now, request.due_on),
    maxUses: answersPerLink,
  })
  return sendAskedMail(work, {
    to: { address: to.address, name: to.name, personId: request.asked_person_id },
    language,
    subject: isStudent
      ? m(`task.evidence.${request.kind}`, { number: request.number })
      : m(isReminder ? 'evidence.mail.reminder' : 'evidence.mail.subject', { host }),
    words: [
      m('evidence.mail.who', {
        asker: displayName(request.asker, language),
        home: localised(request.home_names, language).text,
        host,
      }),
      askedMessage(request, language),
      ...(request.words === '' ? [] : [m('evidence.mail.words', { words: request.words })]),
    ],
    how: m(isStudent ? 'evidence.mail.how-student' : 'evidence.mail.how', {
      until: formatDate(request.due_on, language),
    }),
    answer: m('evidence.act'),
    token,
    organisationId: request.home_organisation_id,
    caseId: request.case_id,
  })
}
