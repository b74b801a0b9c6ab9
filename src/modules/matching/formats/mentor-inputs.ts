import { type Refusal, refuse } from '#kernel/database'
import { m } from '../messages/index.ts'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import { pairCost } from '../rules/mentor-costs.ts'
import { anyLanguage } from '../rules/mentor-result.ts'
import { hindrance, type MentorMethod } from '../rules/round-methods.ts'
import { mentorFeatures, type MentorListsRead } from './mentor-check.ts'
import type { ListedMentor, ListedStudent } from './mentor-lists.ts'

/** The inputs of both methods that give mentors; those for one kind have no kind and no cost of going without. */
export interface MentorMethodInputs {
  applicants: { id: string; languages: string[]; wishes?: string[] }[]
  mentors: { id: string; kind?: MentorKind; seats: number; languages: string[]; named?: string[] }[]
  pairs: { student: string; mentor: string; cost: number }[]
  outsideCost?: number
}

/** A certificate of so many pairs has some twenty megabytes; to make and check it takes half a gigabyte (docs/benchmarks.md). */
const mostPairs = 250_000

/**
 * The inputs of a method out of the lists. With costs in the list of pairs only its pairs are allowed; else everybody may
 * be joined with everybody whose language they share, but for the pairs that the list names, at the cost that wishes and
 * fields make (`pairCost`).
 */
export function mentorInputsFor(
  method: MentorMethod,
  read: MentorListsRead,
): MentorMethodInputs | Refusal {
  const hindered = hindrance(method, mentorFeatures(read))
  if (hindered) return refuse(422, m(`method.hindrance.${hindered}`))
  const pairs = isCosted(read) ? costedPairs(read) : pairsByWishes(read)
  if (pairs.length > mostPairs) {
    return refuse(422, m('mentor-lists.too-many', { most: mostPairs }))
  }
  const most = pairs.reduce((all, { cost }) => Math.max(all, cost), 0)
  const spoken = (languages: readonly string[] | null) => [...(languages ?? [anyLanguage])]
  const said = (key: 'wishes' | 'named', names: readonly string[]) =>
    names.length > 0 ? { [key]: [...names] } : {}
  const isCoupled = method === 'coupled-mentors'
  return {
    applicants: read.students.map(({ id, languages, wishes }) => ({
      id,
      languages: spoken(languages),
      ...said('wishes', wishes),
    })),
    mentors: read.mentors.map(({ id, kind, seats, languages, wishes }) => ({
      id,
      ...(isCoupled ? { kind: kind! } : {}),
      seats,
      languages: spoken(languages),
      ...said('named', wishes),
    })),
    pairs,
    // To be without a mentor of a kind is dearer than any two pairs.
    ...(isCoupled ? { outsideCost: 2 * most + 1 } : {}),
  }
}

/** Whether the list of pairs says what they cost: then no other pair is allowed. */
export function isCosted({ found }: MentorListsRead): boolean {
  return found.pairs !== undefined && found.pairs.reading.cost != null
}

function costedPairs({ pairs }: MentorListsRead): MentorMethodInputs['pairs'] {
  return pairs.map(({ student, mentor, cost }) => ({ student, mentor, cost: cost! }))
}

function pairsByWishes(read: MentorListsRead): MentorMethodInputs['pairs'] {
  const not = new Map<string, Set<string>>()
  for (const { student, mentor } of read.pairs) {
    const own = not.get(student)
    if (own) own.add(mentor)
    else not.set(student, new Set([mentor]))
  }
  const mentors = read.mentors.map((mentor) => ({ mentor, place: placesIn(mentor.wishes) }))
  const kinds = new Map(read.mentors.map(({ id, kind }) => [id, kind]))
  const found: MentorMethodInputs['pairs'] = []
  for (const student of read.students) {
    const place = {
      academic: placesIn(student.wishes.filter((id) => kinds.get(id) !== 'industry')),
      industry: placesIn(student.wishes.filter((id) => kinds.get(id) === 'industry')),
    }
    const excluded = not.get(student.id)
    for (const { mentor, place: named } of mentors) {
      if (excluded?.has(mentor.id) || !canTalk(student, mentor)) continue
      const own = place[mentor.kind ?? 'academic']
      const cost = pairCost({
        wish: own.get(mentor.id) ?? null,
        hasWishes: own.size > 0,
        named: named.get(student.id) ?? null,
        hasNamed: named.size > 0,
        isOtherField: areOtherFields(student, mentor),
      })
      found.push({ student: student.id, mentor: mentor.id, cost })
      if (found.length > mostPairs) return found
    }
  }
  return found
}

const placesIn = (names: readonly string[]) => new Map(names.map((id, at) => [id, at + 1]))

function canTalk({ languages }: ListedStudent, mentor: ListedMentor): boolean {
  return (
    !languages || !mentor.languages || languages.some((each) => mentor.languages!.includes(each))
  )
}

function areOtherFields({ fields }: ListedStudent, mentor: ListedMentor): boolean {
  return (
    fields.length > 0 &&
    mentor.fields.length > 0 &&
    !fields.some((each) => mentor.fields.includes(each))
  )
}

/** The same inputs with codes where names stand; mentors are people, too. */
export function withMentorCodes(
  inputs: MentorMethodInputs,
  student: (name: string) => string,
  mentor: (name: string) => string,
): MentorMethodInputs {
  return {
    ...inputs,
    applicants: inputs.applicants.map((each) => ({
      ...each,
      id: student(each.id),
      ...(each.wishes ? { wishes: each.wishes.map(mentor) } : {}),
    })),
    mentors: inputs.mentors.map((each) => ({
      ...each,
      id: mentor(each.id),
      ...(each.named ? { named: each.named.map(student) } : {}),
    })),
    pairs: inputs.pairs.map((pair) => ({
      student: student(pair.student),
      mentor: mentor(pair.mentor),
      cost: pair.cost,
    })),
  }
}
