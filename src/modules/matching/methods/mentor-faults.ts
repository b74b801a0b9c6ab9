import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** Costs up to here keep every sum exact and every assignment within its range. */
export const mostCost = 10_000_000

/** Students, mentors and pairs of any method that gives mentors. */
interface Pairs {
  applicants: readonly { id: string; wishes?: readonly string[] | undefined }[]
  mentors: readonly { id: string; seats: number; named?: readonly string[] | undefined }[]
  pairs: readonly { student: string; mentor: string; cost: number }[]
}

/** What is wrong with people and pairs, whatever the kinds of mentors. */
export function pairFaults({ applicants, mentors, pairs }: Pairs): Message[] {
  const found: Message[] = []
  const students = new Set(applicants.map(({ id }) => id))
  const known = new Set(mentors.map(({ id }) => id))
  const twice = (all: readonly { id: string }[]) => {
    const seen = new Set<string>()
    return all.filter(({ id }) => seen.size === seen.add(id).size)
  }
  for (const { id } of [...twice(applicants), ...twice(mentors)])
    found.push(m('mentors.twice', { name: id }))
  for (const { id, seats } of mentors) {
    if (!Number.isInteger(seats) || seats < 0 || seats > 1_000_000)
      found.push(m('mentors.seats', { name: id }))
  }
  const strangers = [
    ...applicants.flatMap(({ wishes = [] }) => wishes.filter((each) => !known.has(each))),
    ...mentors.flatMap(({ named = [] }) => named.filter((each) => !students.has(each))),
  ]
  for (const name of strangers) found.push(m('mentors.unknown', { name }))
  const seen = new Set<string>()
  for (const { student, mentor, cost } of pairs) {
    if (!students.has(student)) found.push(m('mentors.unknown', { name: student }))
    if (!known.has(mentor)) found.push(m('mentors.unknown', { name: mentor }))
    if (!Number.isInteger(cost) || cost < 0 || cost > mostCost)
      found.push(m('mentors.cost', { student, mentor }))
    const key = JSON.stringify([student, mentor])
    if (seen.has(key)) found.push(m('mentors.pair-twice', { student, mentor }))
    seen.add(key)
  }
  return found
}
