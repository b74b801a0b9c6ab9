import type { Message } from '#kernel/messages'
import { displayName, type Language, localised } from '#kernel/values'
import type { Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { EvidenceRow } from '../queries/evidence.ts'
import { titleOf } from './words.ts'

type Said = Pick<EvidenceRow, 'kind' | 'party' | 'line' | 'host_names' | 'student'>

/** What is asked, for whom it asks: the sentence for its kind, about the course or the whole transcript. */
export function askedMessage(
  { kind, party, line, host_names, student }: Said,
  language: Language,
): Message {
  const course = line
    ? `${line.code} ${titleOf(line.titles, language).text}`.trim()
    : m('evidence.whole-transcript')
  const host = localised(host_names, language).text
  // A syllabus is about a course: whoever sends it need not know whose studies it is for.
  return party === 'student'
    ? m(`evidence.ask.student.${kind}`, { course, host })
    : m(`evidence.ask.host.${kind}`, {
        course,
        host,
        ...(kind === 'syllabus' ? {} : { student: displayName(student, language) }),
      })
}

/** The state of a request in words; one whose day is over says so. */
export function evidenceState(request: Pick<EvidenceRow, 'state' | 'overdue_at'>): {
  tone: Tone
  label: Message
} {
  if (request.state === 'open' && request.overdue_at !== null) {
    return { tone: 'harm', label: m('evidence.state.overdue') }
  }
  const tones = { open: 'attention', answered: 'info', closed: 'done', withdrawn: 'quiet' } as const
  return { tone: tones[request.state], label: m(`evidence.state.${request.state}`) }
}

/** Who is asked: the contact at the host institution, or the student. */
export function askedName(
  request: Pick<EvidenceRow, 'asked_name' | 'student'>,
  language: Language,
): string {
  return request.asked_name ?? displayName(request.student, language)
}
