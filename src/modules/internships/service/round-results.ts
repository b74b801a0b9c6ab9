import type { Message } from '#kernel/messages'
import { displayName, type Language, type LocalText, type PersonName } from '#kernel/values'
import { type Certificate, openPlain } from '#modules/matching'
import type { RoundPositionRow, RoundStudentRow, RunRow, WishRow } from '../queries/rounds.ts'
import type { ApplicationState } from '../schema.ts'

/** A student of a round, with their wishes and what the latest run gave them. */
export interface ResultLine {
  id: string
  personId: string
  name: PersonName
  home: LocalText
  wishedAt: Date | null
  /** Every wish, in order, also those that are over. */
  wishes: readonly WishRow[]
  /** The latest run that was about them. */
  run: RunRow | null
  positionId: string | null
  /** Which of the wishes that is, from 1. */
  wish: number | null
  /** What has become of the application for it. */
  state: ApplicationState | null
}

/**
 * Who wished what and got what, in the order of their names, whoever wishes nothing left out. Of several runs (the latest
 * first) the latest that was about somebody says what they got, so that a second run for what was free hides no place of
 * the first.
 */
export function resultLines(of: {
  runs: readonly RunRow[]
  students: readonly RoundStudentRow[]
  wishes: readonly WishRow[]
  language: Language
}): ResultLine[] {
  const runs = of.runs.map((run) => {
    const { inputs, result } = run.certificate as Certificate
    const at = new Map(inputs.applicants.map(({ id }, place) => [id, place]))
    return { run, inputs, result, at }
  })
  const wishes = Map.groupBy(of.wishes, (each) => each.person_id)
  const lines = of.students.flatMap(({ id, person_id: personId, name, wishedAt }): ResultLine[] => {
    const own = wishes.get(personId) ?? []
    const [first] = own
    if (!first) return []
    const about = runs.find(({ at }) => at.has(id))
    const place = about?.at.get(id)
    const positionId = place === undefined ? null : (about!.result[place] ?? null)
    const choices = place === undefined ? [] : about!.inputs.applicants[place]!.choices
    const had = own.findLast((each) => each.position_id === positionId)
    return [
      {
        id,
        personId,
        name,
        home: first.home,
        wishedAt,
        wishes: own,
        run: about?.run ?? null,
        positionId,
        wish: positionId === null ? null : choices.indexOf(positionId) + 1,
        state: had?.state ?? null,
      },
    ]
  })
  const { compare } = new Intl.Collator(of.language)
  const named = (line: ResultLine) => displayName(line.name, of.language)
  return lines.toSorted((a, b) => compare(named(a), named(b)))
}

/** Why somebody did not get one position, in sentences. */
export interface Reason {
  positionId: string
  titles: LocalText
  host: string
  why: readonly Message[]
}

/**
 * Why a student has the place that a run gave them and none of those they wished for more: the certificate's own answers,
 * `applicant` and `place` in their arguments to be filled with names.
 */
export function reasonsFor(
  run: RunRow,
  line: Pick<ResultLine, 'id'>,
  positions: readonly RoundPositionRow[],
): Reason[] {
  const opened = openPlain(run.certificate)
  if (!opened) return []
  const { inputs, result } = run.certificate as Certificate
  const at = inputs.applicants.findIndex(({ id }) => id === line.id)
  const choices = inputs.applicants[at]?.choices ?? []
  const got = result[at] ?? null
  const until = got === null ? choices.length : choices.indexOf(got) + 1
  const known = new Map(positions.map((each) => [each.positionId, each]))
  return choices.slice(0, until).flatMap((positionId): Reason[] => {
    const position = known.get(positionId)
    if (!position) return []
    const { titles, host } = position
    return [{ positionId, titles, host, why: opened.explain(line.id, positionId) as Message[] }]
  })
}

/** What came of one applicant, for the host. */
export type HostOutcome = 'offered' | 'elsewhere' | 'not-taken' | 'full'

/** What a run made of the applicants for one position, by the student's id in the round; of wishes elsewhere it tells nothing. */
export function outcomesAt(run: RunRow, positionId: string): Map<string, HostOutcome> {
  const { inputs, result } = run.certificate as Certificate
  const ranked = new Set(inputs.places.find(({ id }) => id === positionId)?.ranking?.flat() ?? [])
  return new Map(
    inputs.applicants.flatMap(({ id, choices }, at): [string, HostOutcome][] => {
      if (!choices.includes(positionId)) return []
      if (result[at] === positionId) return [[id, 'offered']]
      if (!ranked.has(id)) return [[id, 'not-taken']]
      return [[id, result[at] === null ? 'full' : 'elsewhere']]
    }),
  )
}
