import type { Message } from '#kernel/messages'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import { type Held, kindsIn, type MentorInputsView, mentorResults } from '../rules/mentor-result.ts'
import { isMentorInputs, mentorsOf } from './mentor-rows.ts'
import { certificateOf } from './round-tasks.ts'

type Kind = MentorKind | ''

/** A mentor in a student's own view of a run; the sentences only where they were worked out. */
export interface ExplainedMentor {
  code: string
  number: number
  kind: Kind
  wish: number | null
  has: boolean
  lines: Message[]
}

/** A student's own view of a run: nothing of anybody else's wishes is in it. */
export interface ExplainedStudent {
  code: string
  held: (Held & { kind: Kind; code: string | null })[]
  languages: string[]
  /** Whom the student has, wished for, or asks about. */
  mentors: ExplainedMentor[]
  /** Others with whom a pair was allowed: they are explained when they are asked for. */
  others: { code: string; number: number }[]
  moreOthers: number
}

const mostExplained = 16
const mostOthers = 60

/** Explains a run to a student, from the certificate alone; for `asideTask`. `asked` is the number of a mentor. */
export async function explainStudent(input: {
  bytes: Uint8Array
  code: string
  asked: number | null
}): Promise<ExplainedStudent | null> {
  const opened = certificateOf(input.bytes)
  if (!opened || !isMentorInputs(opened.run.inputs)) return null
  const round: MentorInputsView = opened.run.inputs
  const who = round.applicants.findIndex(({ id }) => id === input.code)
  if (who < 0) return null
  const kinds = kindsIn(round)
  const at = new Map(round.mentors.map(({ id }, number) => [id, number]))
  const pairs = round.pairs.filter(({ student }) => student === input.code)
  const one = { ...round, applicants: [round.applicants[who]!], pairs }
  const has = mentorsOf(opened.run).map((result) => [result[who] ?? null])
  const [own] = mentorResults(one, has).students
  const held = own!.held.map((each, index) => ({
    ...each,
    kind: kinds[index]!,
    code: each.mentor === null ? null : round.mentors[each.mentor]!.id,
  }))
  const wishes = (round.applicants[who]!.wishes ?? []).flatMap((id) => at.get(id) ?? [])
  const asked = input.asked !== null && round.mentors[input.asked] ? [input.asked] : []
  const told = new Set([
    ...held.flatMap(({ mentor }) => (mentor === null ? [] : [mentor])),
    ...asked,
    ...wishes.slice(0, mostExplained),
  ])
  const mentors = [...told].map((number): ExplainedMentor => {
    const { id, kind = '' } = round.mentors[number]!
    const ofKind = wishes.filter((each) => (round.mentors[each]!.kind ?? '') === kind)
    const wish = ofKind.indexOf(number)
    return {
      code: id,
      number,
      kind,
      wish: wish < 0 ? null : wish + 1,
      has: held.some(({ mentor }) => mentor === number),
      lines: opened.explain(input.code, id),
    }
  })
  const others = pairs.map(({ mentor }) => at.get(mentor)!).filter((number) => !told.has(number))
  return {
    code: input.code,
    held,
    languages: own!.languages,
    mentors,
    others: others
      .slice(0, mostOthers)
      .map((number) => ({ code: round.mentors[number]!.id, number })),
    moreOthers: Math.max(0, others.length - mostOthers),
  }
}

/** What became of a student, as a mentor may know it: never whom or how they wished. */
export interface MentorsStudent {
  code: string
  /** Which of those whom the mentor named, from 1; null where not named. */
  named: number | null
  state: 'has' | 'elsewhere' | 'without' | 'not-allowed'
  languages: string[]
  /** So many further seats of the mentor would have brought the student; null where that was not tried or none would. */
  seatsMore: number | null
}

/** A mentor's own view of a run: the load, whose mentor they are, and what became of those whom they named. */
export interface ExplainedMentorSelf {
  code: string
  number: number
  kind: Kind
  seats: number
  filled: number
  asked: number
  languages: string[]
  students: MentorsStudent[]
  more: number
  /** Nobody is moved for less than a mentor for somebody: then free room says more. */
  isAlone: boolean
}

const mostStudents = 500
/** For so many of the named it is tried what would have brought them. */
const mostTried = 12

/** Explains a run to a mentor, by the number or the code, from the certificate alone; for `asideTask`. */
export async function explainMentor(input: {
  bytes: Uint8Array
  who: { number: number } | { code: string }
}): Promise<ExplainedMentorSelf | null> {
  const opened = certificateOf(input.bytes)
  if (!opened || !isMentorInputs(opened.run.inputs)) return null
  const round: MentorInputsView = opened.run.inputs
  const { who } = input
  const number = 'number' in who ? who.number : round.mentors.findIndex(({ id }) => id === who.code)
  const mentor = round.mentors[number]
  if (!mentor) return null
  const results = mentorsOf(opened.run)
  const index = mentor.kind === 'industry' ? 1 : 0
  const { students, mentors } = mentorResults(round, results)
  const named = new Map((mentor.named ?? []).map((id, order) => [id, order + 1]))
  const speaks = new Set(mentor.languages)
  const allowed = new Set(
    round.pairs.filter((pair) => pair.mentor === mentor.id).map(({ student }) => student),
  )
  const told = round.applicants.flatMap(({ id, languages }, at): MentorsStudent[] => {
    const has = students[at]!.held[index]!.mentor
    const isHere = has === number
    if (!isHere && !named.has(id)) return []
    const canTalk = allowed.has(id) && languages.some((each) => speaks.has(each))
    const state = isHere ? 'has' : !canTalk ? 'not-allowed' : has === null ? 'without' : 'elsewhere'
    const shared = isHere ? students[at]!.languages : []
    return [{ code: id, named: named.get(id) ?? null, state, languages: shared, seatsMore: null }]
  })
  told.sort(
    (a, b) =>
      Number(b.state === 'has') - Number(a.state === 'has') ||
      (a.named ?? Infinity) - (b.named ?? Infinity),
  )
  const { filled, asked } = mentors[number]!
  for (const one of filled < mentor.seats ? [] : told.filter(isMissed).slice(0, mostTried)) {
    const lines = opened.explain(one.code, mentor.id)
    const more = lines.find(({ key }) => key === 'why.seats-more')?.args['count']
    one.seatsMore = typeof more === 'number' ? more : null
  }
  return {
    code: mentor.id,
    number,
    kind: mentor.kind ?? '',
    seats: mentor.seats,
    filled,
    asked,
    languages: mentor.languages.filter((each) => each !== '*'),
    students: told.slice(0, mostStudents),
    more: Math.max(0, told.length - mostStudents),
    isAlone: results.length === 1,
  }
}

function isMissed({ state }: MentorsStudent): boolean {
  return state === 'elsewhere' || state === 'without'
}
