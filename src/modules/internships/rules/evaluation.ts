import { addDays, type DateOnly, daysBetween } from '#kernel/values'

/** When a placement is judged. */
export const evaluationRounds = ['midterm', 'final'] as const
/** One of them. */
export type EvaluationRound = (typeof evaluationRounds)[number]
/** Who judges: the student and both mentors. */
export const evaluationParties = ['student', 'tutor', 'mentor'] as const
/** One of them. */
export type EvaluationParty = (typeof evaluationParties)[number]

const ofMentors = ['quality', 'learning', 'initiative', 'communication', 'reliability'] as const
const ofStudent = ['tasks', 'guidance', 'growth', 'conditions', 'support'] as const
/** What is marked, by the name of the mark. */
export type Criterion = (typeof ofMentors)[number] | (typeof ofStudent)[number]
/** Marks from 1 (not at all) to 5 (fully). */
export type Marks = Partial<Record<Criterion, number>>

/** What a party marks: mentors the student's work, the student what the placement gave. */
export function criteriaFor(party: EvaluationParty): readonly Criterion[] {
  return party === 'student' ? ofStudent : ofMentors
}

/** Days in which an evaluation is to be given. */
export const daysToEvaluate = 14
/** After how many days somebody who was asked is reminded. */
export const reminderDays = [3, 10] as const

/** On which day a round is asked for: the middle of the placement, and its last day. */
export function roundDay(
  round: EvaluationRound,
  placement: { startsOn: DateOnly; endsOn: DateOnly; endedOn?: DateOnly | null },
): DateOnly {
  const last = placement.endedOn ?? placement.endsOn
  if (round === 'final') return last
  const length = daysBetween(placement.startsOn, last)
  return addDays(placement.startsOn, (length - (length % 2)) / 2)
}

/** Both mentors judge so far apart, two steps of five or more, that the coordinator talks with them. */
export function disagree(one: number, other: number): boolean {
  return Math.abs(one - other) >= 2
}

/** Whether it is time for the next reminder: after 3 days and after 10. */
export function isReminderDue(askedOn: DateOnly, reminders: number, today: DateOnly): boolean {
  const after = reminderDays[reminders]
  return after !== undefined && addDays(askedOn, after) <= today
}
