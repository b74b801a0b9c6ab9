import type { m } from '../messages/index.ts'
import { isMentorMethod, type RoundMethod } from '../rules/round-methods.ts'
import type { RoundKind, Side } from '../rules/sides.ts'

/** What pages call things of a round of places; a round of mentors has its own word for each. */
const ofMentors = {
  'round.kind': 'mentor-round.kind',
  'list.applicants': 'mentor-round.students',
  'list.places': 'mentor-round.mentors',
  'list.applicants.file': 'mentor-round.students.file',
  'list.applicants.hint': 'mentor-round.students.hint',
  'list.applicants.paste': 'mentor-round.students.paste',
  'list.places.file': 'mentor-round.mentors.file',
  'list.places.hint': 'mentor-round.mentors.hint',
  'list.places.paste': 'mentor-round.mentors.paste',
  'lists.title': 'mentor-round.lists',
  'round.next.lists': 'mentor-round.next.lists',
  'round.matched': 'mentor-round.matched',
  'findings.applicants': 'mentor-round.students',
  'findings.places': 'mentor-round.mentors',
  'findings.seats': 'mentor-round.seats',
  'start.lead': 'mentor-round.start',
  'columns.applicant': 'mentor-round.student',
  'columns.place': 'mentor-round.mentor',
  'columns.seats': 'mentor-round.students-at-most',
  'columns.sector': 'mentor-round.fields',
  'columns.country': 'mentor-round.origin',
  'columns.choice': 'mentor-round.wish',
  'columns.ranked': 'mentor-round.named',
  'figures.none': 'mentor-round.none',
  'figures.choice': 'mentor-round.wish-number',
  'run.view.applicants': 'mentor-round.students',
  'run.view.places': 'mentor-round.mentors',
  'run.next.published': 'mentor-round.next.published',
  'publish.lead': 'mentor-round.publish-lead',
  'published.own-lead': 'mentor-round.published-own',
  'applicants.search': 'mentor-round.search',
  'applicants.empty': 'mentor-round.nobody-fits',
  'changes.lead': 'mentor-round.changes-lead',
  'withdrawal.lead': 'mentor-round.withdrawal-lead',
  'withdrawal.who': 'mentor-round.withdrawal-who',
  'withdrawal.what': 'mentor-round.withdrawal-what',
  'withdrawal.none-why': 'mentor-round.withdrawal-none',
  'withdrawal.accept-lead': 'mentor-round.withdrawal-accept',
  'withdrawal.repaired-applicant': 'mentor-round.repaired-student',
  'withdrawal.repaired-place': 'mentor-round.repaired-mentor',
} as const satisfies Partial<Record<Parameters<typeof m>[0], Parameters<typeof m>[0]>>

export type RoundWord = keyof typeof ofMentors

/** The key of a word as a round of this kind, or matched by this method, says it. */
export function wordOf(of: RoundKind | RoundMethod, word: RoundWord): Parameters<typeof m>[0] {
  return of === 'mentors' || isMentorMethod(of) ? ofMentors[word] : word
}

/** What a list is called. */
export function listName(kind: RoundKind, side: Side): Parameters<typeof m>[0] {
  if (side !== 'pairs') return wordOf(kind, `list.${side}`)
  return kind === 'mentors' ? 'mentor-round.pairs' : 'list.couples'
}

/** What stands beside the field of a list. */
export function listWord(
  kind: RoundKind,
  side: Side,
  what: 'file' | 'hint' | 'paste',
): Parameters<typeof m>[0] {
  if (side !== 'pairs') return wordOf(kind, `list.${side}.${what}`)
  return kind === 'mentors' ? `mentor-round.pairs.${what}` : `list.couples.${what}`
}
