import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { type Language, localised, type LocalText } from '#kernel/values'
import { m } from './messages/index.ts'
import { engagementsOfTasks } from './queries/mentorships.ts'

/** The kind of task by which a mentor learns that they are asked for. */
export const answerTask = 'mentorship.answer'

/** The kind of task by which an office learns that a mentor left and a successor is to be found. */
export const successorTask = 'mentorship.successor'

/** The kind of task by which somebody is asked to agree to goals. */
export const goalsTask = 'mentorship.goals'

/** The kind of task by which somebody is asked which times suit them. */
export const timesTask = 'mentorship.times'

/** The kind of task by which the three are asked how it goes. */
export const checkInTask = 'mentorship.check-in'

/** The kind of task by which an office learns that a mentoring needs it. */
export const careTask = 'mentorship.care'

/** The kind of task by which a mentor is asked which students they would like. */
export const wishesTask = 'mentorship.wishes'

/** The kinds of task that mentorship opens; each says in which engagement, and names nobody. */
export const mentorshipTasks: readonly TaskKind[] = [
  { kind: answerTask, label: m('task.kind.answer'), about },
  { kind: successorTask, label: m('task.kind.successor'), about },
  { kind: wishesTask, label: m('task.kind.wishes'), about: aboutRequests },
  { kind: checkInTask, label: m('task.kind.check-in'), about: aboutCheckIns },
  { kind: careTask, label: m('task.kind.care'), about: aboutStudents },
  { kind: goalsTask, label: m('task.kind.goals'), about: aboutStudents },
  { kind: timesTask, label: m('task.kind.times'), about: aboutMeetings },
]

async function about(work: Work, ids: readonly string[], language: Language) {
  return told(await engagementsOfTasks(work, 'mentorships', ids), language)
}

async function aboutStudents(work: Work, ids: readonly string[], language: Language) {
  return told(await engagementsOfTasks(work, 'mentees', ids), language)
}

async function aboutRequests(work: Work, ids: readonly string[], language: Language) {
  return told(await engagementsOfTasks(work, 'mentor_wish_requests', ids), language)
}

async function aboutCheckIns(work: Work, ids: readonly string[], language: Language) {
  return told(await engagementsOfTasks(work, 'mentee_check_ins', ids), language)
}

async function aboutMeetings(work: Work, ids: readonly string[], language: Language) {
  return told(await engagementsOfTasks(work, 'mentee_meetings', ids), language)
}

/** In which engagement it is, and nobody's name. */
function told(rows: readonly { id: string; titles: LocalText }[], language: Language) {
  return new Map(
    rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
  )
}
