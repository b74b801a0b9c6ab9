import type { Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { displayName, formatDate, formatDateRange, localised } from '#kernel/values'
import { evaluateByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import type { EvaluationRow } from '../queries/evaluations.ts'
import { reportBlock } from './incident-mail.ts'

/** Writes to a mentor without an account, in their language, with a link for this one evaluation. */
export async function mailEvaluator(
  work: Work,
  evaluation: EvaluationRow,
  which: 'first' | 'again',
): Promise<void> {
  const { language, email, name } = evaluation
  if (email === null || name === null) return
  const { token } = await createActLink(work, {
    action: evaluateByLinkAction,
    objectId: evaluation.id,
    personId: null,
    expiresAt: expiryOf(work.now, evaluation.dueOn),
    maxUses: 1,
  })
  const student = displayName(evaluation.personName, language)
  await sendMail(work, {
    to: { address: email, name, personId: null },
    language,
    subject: m(`mail.evaluate-${which}`, { student }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name }) },
      {
        kind: 'text',
        message: m(`mail.evaluate-${evaluation.round}`, {
          student,
          host: evaluation.host,
          day: formatDate(evaluation.dueOn, language),
        }),
      },
      {
        kind: 'list',
        items: [
          {
            message: m('mail.evaluate-what', {
              student,
              title: localised(evaluation.titles, language).text,
            }),
            detail: m('mail.evaluate-dates', {
              dates: formatDateRange(evaluation.startsOn, evaluation.endsOn, language),
            }),
            href: null,
            acts: [{ label: m('mail.evaluate-do'), href: actPath(token) }],
          },
        ],
      },
      { kind: 'text', message: m('mail.evaluate-personal') },
      await reportBlock(work, {
        placementId: evaluation.placementId,
        party: evaluation.party === 'mentor' ? 'mentor' : 'tutor',
        name,
        email,
        language,
      }),
    ],
    secret: true,
    organisationId: evaluation.organisationId,
    about: { kind: 'internship-evaluation', id: evaluation.id },
  })
}
