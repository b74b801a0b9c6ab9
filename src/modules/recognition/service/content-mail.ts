import type { Refusal, Work } from '#kernel/database'
import { displayName, formatDate, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { NamedCourse } from '../queries/content.ts'
import type { QuestionRow } from '../queries/content-questions.ts'
import { shareWords } from '../pages/content-words.ts'
import { titleOf } from '../pages/words.ts'
import { sendAskedMail } from './asked-mail.ts'

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
  return sendAskedMail(work, {
    to: {
      address: question.address ?? '',
      name: question.name,
      personId: question.asked_person_id,
    },
    language,
    subject: m(isReminder ? 'content.mail.reminder' : 'content.mail.subject', courses),
    words: [
      m('content.mail.who', {
        asker: displayName(question.askedBy.name, language),
        home: localised(question.homeNames, language).text,
        host: localised(question.hostNames, language).text,
      }),
      m('content.question', { ...courses, share: shareWords(question.threshold, language) }),
    ],
    how: m('content.mail.how', { until: formatDate(question.dueOn, language) }),
    answer: m('content.mail.answer'),
    token,
    organisationId: question.home_organisation_id,
    caseId: question.case_id,
  })
}

/** Courses in one line: code and title of each. */
export function coursesText(courses: readonly NamedCourse[], language: Language): string {
  return courses
    .map(({ code, titles }) => `${code} ${titleOf(titles, language).text}`.trim())
    .join(' + ')
}
