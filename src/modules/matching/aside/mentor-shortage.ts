import type { Message } from '#kernel/messages'
import type { MentorListsRead } from '../formats/mentor-check.ts'
import { type MentorMethodInputs, mentorInputsFor } from '../formats/mentor-inputs.ts'
import { mentorFeatures } from '../formats/mentor-check.ts'
import { isRefused } from '#kernel/database'
import { m } from '../messages/index.ts'
import { kindsIn } from '../rules/mentor-result.ts'
import { usualMethod } from '../rules/round-methods.ts'
import { findShortage, type ShortageFound } from '../shortage.ts'

/** Larger rounds say what is missing when they have run. */
const mostStudents = 2_000
const mostPairs = 100_000
const shownNames = 8
const shownBottlenecks = 3

/**
 * Why not every student can have a mentor of each kind, and the fewest further seats that would help, from sound lists:
 * nothing where everybody can. Each kind by itself, then the language that both kinds must share.
 */
export function mentorShortage(read: MentorListsRead): Message[] {
  if (read.faults.length > 0 || read.students.length > mostStudents) return []
  const method = usualMethod(mentorFeatures(read))
  if (method !== 'mentors' && method !== 'coupled-mentors') return []
  const inputs = mentorInputsFor(method, read)
  if (isRefused(inputs) || inputs.pairs.length > mostPairs) return []
  return mentorShortageIn(inputs)
}

/** The same of rounds of any size, out of the inputs of a method. */
export function mentorShortageIn(inputs: MentorMethodInputs): Message[] {
  const said = kindsIn(inputs).flatMap((kind) => {
    const mentors = inputs.mentors.filter((mentor) => kind === '' || mentor.kind === kind)
    return shortageOf(inputs, kind || 'any', mentors)
  })
  return [...said, ...withoutTrio(inputs)]
}

type Kind = 'any' | 'academic' | 'industry'

function shortageOf(
  inputs: MentorMethodInputs,
  kind: Kind,
  mentors: MentorMethodInputs['mentors'],
): Message[] {
  const open = mentors.filter(({ seats }) => seats > 0)
  const ids = new Set(open.map(({ id }) => id))
  const own = Map.groupBy(inputs.pairs, ({ student }) => student)
  const spoken = new Map(open.map(({ id, languages }) => [id, languages]))
  const found = findShortage({
    seed: 'shortage',
    applicants: inputs.applicants.map(({ id, languages }) => ({
      id,
      choices: (own.get(id) ?? []).flatMap(({ mentor }) =>
        ids.has(mentor) && languages.some((each) => spoken.get(mentor)!.includes(each))
          ? [mentor]
          : [],
      ),
    })),
    places: open.map(({ id, seats }) => ({ id, seats, ranking: null })),
  })
  return said(found, kind)
}

function said({ nowhere, bottlenecks, ways }: ShortageFound, kind: Kind): Message[] {
  const lines: Message[] = []
  if (nowhere.length > 0) {
    lines.push(m('shortage.mentor-nowhere', { kind, count: nowhere.length, names: some(nowhere) }))
  }
  for (const { applicants, places, seats } of bottlenecks.slice(0, shownBottlenecks)) {
    const people = applicants.length
    lines.push(m('shortage.mentor-bottleneck', { kind, people, names: some(places), seats }))
  }
  for (const [at, { cost, seats }] of ways.entries()) {
    const list = some(seats.map(({ place, more }) => `${place} +${more}`))
    const key = at === 0 ? 'shortage.mentor-add' : 'shortage.mentor-instead'
    lines.push(m(key, { kind, count: cost, names: list }))
  }
  return lines
}

function some(names: readonly string[]): string {
  return names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ' …' : '')
}

/** Students who could have a mentor of each kind, but none two with one language. */
function withoutTrio({ applicants, mentors, pairs }: MentorMethodInputs): Message[] {
  if (!mentors.some(({ kind }) => kind === 'industry')) return []
  const known = new Map(mentors.map((mentor) => [mentor.id, mentor]))
  const own = Map.groupBy(pairs, ({ student }) => student)
  const left = applicants.filter(({ id, languages }) => {
    const spoken = { academic: new Set<string>(), industry: new Set<string>() }
    for (const { mentor } of own.get(id) ?? []) {
      const { kind, languages: all, seats } = known.get(mentor)!
      if (seats > 0) for (const each of all) spoken[kind!].add(each)
    }
    const has = (kind: 'academic' | 'industry') => languages.some((each) => spoken[kind].has(each))
    const both = languages.some((each) => spoken.academic.has(each) && spoken.industry.has(each))
    return has('academic') && has('industry') && !both
  })
  if (left.length === 0) return []
  return [m('shortage.mentor-trio', { count: left.length, names: some(left.map(({ id }) => id)) })]
}
