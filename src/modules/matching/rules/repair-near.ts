import { unmatched } from './deferred-acceptance.ts'
import { drawLots } from './lottery.ts'
import { ranksAtPlaces } from './ranks.ts'
import { fillVacancy, placeDisplaced, type Withdrawn } from './repair.ts'
import { fillByChoice, placeByChoice, sharedChoices } from './repair-choices.ts'
import { marketOf, type Round } from './round.ts'
import { sharedMarketOf, type SharedRound } from './shared-market.ts'
import type { TiedRound } from './tied-market.ts'

type Result = (string | null)[]

/**
 * A round with kept ties after somebody left it: `round` is without them, `held` what everybody had. Of equals whoever
 * holds a place comes first, on both sides: in that strict round what was held is stable, and the chain of forced moves
 * makes it stable again. Then, while somebody could yield a seat to somebody without one, they do. It need not be
 * large enough in the end; its check says so.
 */
export function nearTies(round: TiedRound, held: Result, withdrawn: Withdrawn): Result {
  const { side, id } = withdrawn
  let now = held.map((place, who) => {
    const isGone = side === 'place' ? place === id : round.applicants[who]!.id === id
    return isGone ? null : place
  })
  if (side === 'place') {
    const displaced = held.flatMap((place, who) => (place === id ? [who] : []))
    now = moved(round, now, null, (market, ranks, positions) =>
      placeDisplaced(market, ranks, positions, displaced),
    )
  } else {
    const left = held[round.applicants.findIndex((each) => each.id === id)]
    if (left != null) now = withVacancy(round, now, left, null)
  }
  // Each turn gives one more person a place, or the check of the whole will refuse it.
  for (let turn = 0; turn < held.length; turn += 1) {
    const yielding = whoYields(round, now)
    if (!yielding) break
    const { who, from, to } = yielding
    now = withVacancy(round, now.with(who, to), from, who)
  }
  return now
}

/** A seat became free at a place: it goes to whom the place ranks first of all who would rather be there. */
function withVacancy(round: TiedRound, held: Result, place: string, last: number | null): Result {
  const at = round.places.findIndex(({ id }) => id === place)
  return moved(round, held, last, (market, ranks, positions) =>
    fillVacancy(market, ranks, positions, at),
  )
}

type Moving = (
  market: ReturnType<typeof marketOf>,
  ranks: Int32Array,
  positions: Int32Array,
) => unknown

function moved(round: TiedRound, held: Result, last: number | null, move: Moving): Result {
  const strict = strictOf(round, held, last)
  const market = marketOf(strict)
  const positions = Int32Array.from(strict.applicants, ({ choices }, who) =>
    held[who] === null ? unmatched : choices.indexOf(held[who]!),
  )
  move(market, ranksAtPlaces(market), positions)
  return strict.applicants.map(({ choices }, who) => choices[positions[who]!] ?? null)
}

/** The round without ties: of equals who holds the place comes first, then the lottery decides, and `last` comes last. */
function strictOf(round: TiedRound, held: Result, last: number | null): Round {
  const ids = round.applicants.map(({ id }) => id)
  const lotAt = new Map(drawLots(round.seed, ids).map((id, lot) => [id, lot]))
  const has = new Map(ids.map((id, who) => [id, held[who] ?? null]))
  const asking = Map.groupBy(
    round.applicants.flatMap(({ id, choices }) => choices.flat().map((place) => ({ id, place }))),
    ({ place }) => place,
  )
  const order = (id: string, place: string) => {
    if (last !== null && ids[last] === id) return ids.length + 1
    return has.get(id) === place ? -1 : lotAt.get(id)!
  }
  return {
    seed: round.seed,
    applicants: round.applicants.map(({ id, choices }) => ({
      id,
      choices: choices.flatMap((group) =>
        group.toSorted((a, b) => Number(has.get(id) === b) - Number(has.get(id) === a)),
      ),
    })),
    places: round.places.map(({ id: place, seats, ranking }) => {
      const groups = ranking ?? [(asking.get(place) ?? []).map(({ id }) => id)]
      return {
        id: place,
        seats,
        ranking: groups.flatMap((group) =>
          group.toSorted((a, b) => order(a, place) - order(b, place)).map((id) => [id]),
        ),
      }
    }),
  }
}

/** Somebody who could go to a free seat so that somebody without one gets theirs, at nobody's loss but a tie. */
function whoYields(
  { applicants, places }: TiedRound,
  now: Result,
): { who: number; from: string; to: string } | null {
  const rankOf = new Map(
    places.map(({ id, ranking }) => [
      id,
      ranking && new Map(ranking.flatMap((group, at) => group.map((each) => [each, at] as const))),
    ]),
  )
  const groupAt = (place: string, id: string) => {
    const ranks = rankOf.get(place)
    return ranks ? ranks.get(id) : 0
  }
  const filled = Map.groupBy(now, (place) => place)
  const isFree = new Map(places.map(({ id, seats }) => [id, (filled.get(id)?.length ?? 0) < seats]))
  const waiting = new Map<string, number>()
  for (const [who, { id, choices }] of applicants.entries()) {
    if (now[who] !== null) continue
    for (const place of choices.flat()) {
      const at = groupAt(place, id)
      if (at !== undefined) waiting.set(place, Math.min(at, waiting.get(place) ?? Infinity))
    }
  }
  for (const [who, { id, choices }] of applicants.entries()) {
    const from = now[who] ?? null
    if (from === null || !waiting.has(from)) continue
    const isTied = waiting.get(from) === groupAt(from, id)
    const own = choices.findIndex((group) => group.includes(from))
    for (const [at, group] of choices.entries()) {
      if (!isTied && at !== own) continue
      const to = group.find(
        (place) => place !== from && isFree.get(place) && groupAt(place, id) !== undefined,
      )
      if (to !== undefined) return { who, from, to }
    }
  }
  return null
}

/**
 * A round of projects after one of them left it: `round` is without it, `held` what everybody had. Those who lost it are
 * placed, and the seats of its host that it leaves are given on, in both orders. Either may leave something
 * undone; its check says so.
 */
export function nearProjects(round: SharedRound, held: Result, project: string): Result[] {
  const choices = sharedChoices(sharedMarketOf(round))
  const at = round.projects.findIndex(({ id }) => id === project)
  const displaced = held.flatMap((place, who) => (place === project ? [who] : []))
  return [true, false].map((isPlacedFirst) => {
    const positions = Int32Array.from(round.applicants, ({ choices: list }, who) =>
      held[who] === null || held[who] === project ? unmatched : list.indexOf(held[who]!),
    )
    if (isPlacedFirst) placeByChoice(choices, positions, displaced)
    fillByChoice(choices, positions, at)
    if (!isPlacedFirst) {
      const left = displaced.filter((who) => positions[who] === unmatched)
      placeByChoice(choices, positions, left)
    }
    return round.applicants.map(({ choices: list }, who) => list[positions[who]!] ?? null)
  })
}
