import type { Refusal, Work } from '#kernel/database'
import { sendMail } from '#kernel/mail'
import { actPath } from '#kernel/notices'
import { displayName, formatDate, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { NamedCourse } from '../queries/content.ts'
import type { QuestionRow } from '../queries/content-questions.ts'
import { shareWords } from '../pages/content-words.ts'
import { titleOf } from '../pages/words.ts'

/** Writes the one question as a mail, in the language of whom it asks; its link answers it. */
export async function mailQuestion(
  work: Work,
  question: QuestionRow,
  token: string,
  isReminder: boolean,
): Promise<string | Refusal> {
  const { language, document } = question
  const courses = {
    host: coursesText(document.host.courses, language),
    home: coursesText(document.home.courses, language),
  }
  return sendMail(work, {
    to: {
      address: question.address ?? '',
      name: question.name,
      personId: question.asked_person_id,
    },
    language,
    subject: m(isReminder ? 'content.mail.reminder' : 'content.mail.subject', courses),
    blocks: [
      { kind: 'text', message: m('content.mail.greeting', { name: question.name }) },
      {
        kind: 'text',
        message: m('content.mail.who', {
          asker: displayName(question.askedBy.name, language),
          home: localised(question.homeNames, language).text,
          host: localised(question.hostNames, language).text,
        }),
      },
      {
        kind: 'text',
        message: m('content.question', {
          ...courses,
          share: shareWords(question.threshold, language),
        }),
      },
      {
        kind: 'text',
        message: m('content.mail.how', { until: formatDate(question.dueOn, language) }),
      },
      { kind: 'acts', acts: [{ label: m('content.mail.answer'), href: actPath(token) }] },
    ],
    secret: true,
  })
}

/** Courses in one line: code and title of each. */
export function coursesText(courses: readonly NamedCourse[], language: Language): string {
  return courses
    .map(({ code, titles }) => `${code} ${titleOf(titles, language).text}`.trim())
    .join(' + ')
}
