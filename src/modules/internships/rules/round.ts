import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { DateOnly } from '#kernel/values'
import type { Round } from '#modules/matching'
import { day } from './position.ts'

/** The most wishes of one student in a round. */
export const mostWishes = 10
/** The groups into which a host ranks; equals share one. */
export const rankPlaces = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The form that opens a round; titles in five languages are read beside it. */
export const roundForm = z.object({
  organisation: z.string().default(''),
  wishesUntil: day,
  ranksUntil: day,
  answerBy: day,
})

/** Where a round stands on a day of its office. */
export type RoundStage = 'wishes' | 'ranks' | 'ready' | 'matched' | 'told' | 'over' | 'called-off'

/** What of a round says where it stands. */
export interface RoundDays {
  wishesUntil: DateOnly
  ranksUntil: DateOnly
  closedAt: Date | null
  calledOff: boolean
  /** A run that nobody has been told of. */
  openRunId: string | null
  /** When the latest run was told. */
  toldAt: Date | null
}

/**
 * Wishes are said up to their last day and ranks up to theirs; then the round is ready to be matched. A run stands until it
 * is undone or told. The last days count.
 */
export function stageOf(round: RoundDays, today: DateOnly): RoundStage {
  if (round.closedAt !== null) return round.calledOff ? 'called-off' : 'over'
  if (round.openRunId !== null) return 'matched'
  if (round.toldAt !== null) return 'told'
  if (today <= round.wishesUntil) return 'wishes'
  return today <= round.ranksUntil ? 'ranks' : 'ready'
}

/** What a host said of an applicant: the group, null for one whom it does not take, undefined for nothing. */
export type Rank = number | null | undefined

/** A rank as a form carries it; `'fault'` is none. */
export function readRank(text: string): Rank | 'fault' {
  if (text === '') return undefined
  if (text === 'never') return null
  const place = rankPlaces.find((each) => String(each) === text)
  return place ?? 'fault'
}

/** Somebody who takes part, with the positions in the order of the wishes. */
export interface RoundWisher {
  id: string
  wishes: readonly { positionId: string; rank: Rank }[]
}

/** A position that can be given, and how many of its places nobody holds. */
export interface OpenPlace {
  positionId: string
  free: number
}

/** The seed of one run: a second run draws another lottery out of the same committed seed. */
export function seedOfRun(seed: string, number: number): string {
  return number === 1 ? seed : createHash('sha256').update(`${seed}\n${number}`).digest('hex')
}

/**
 * A round as `matching` takes it. Whom a host put into one group are equals; whom it said nothing of are equals behind all
 * others, so that a host who says nothing ranks all alike; whom it does not take stand in no group. Positions without a free
 * place, and wishes for them, are left out, and so is whoever has no wish left.
 */
export function matchingRound(
  seed: string,
  wishers: readonly RoundWisher[],
  open: readonly OpenPlace[],
): Round {
  const places = open.filter(({ free }) => free > 0)
  const isOpen = new Set(places.map(({ positionId }) => positionId))
  const applicants = wishers
    .map(({ id, wishes }) => ({ id, wishes: wishes.filter((wish) => isOpen.has(wish.positionId)) }))
    .filter(({ wishes }) => wishes.length > 0)
  const rankings = new Map(
    places.map(({ positionId }) => [positionId, new Map<number, string[]>()]),
  )
  for (const { id, wishes } of applicants) {
    for (const { positionId, rank } of wishes) {
      if (rank === null) continue
      const groups = rankings.get(positionId)!
      const group = rank ?? Infinity
      groups.set(group, [...(groups.get(group) ?? []), id])
    }
  }
  return {
    seed,
    applicants: applicants.map(({ id, wishes }) => ({
      id,
      choices: wishes.map(({ positionId }) => positionId),
    })),
    places: places.map(({ positionId, free }) => ({
      id: positionId,
      seats: free,
      ranking: [...rankings.get(positionId)!].toSorted(([a], [b]) => a - b).map(([, ids]) => ids),
    })),
  }
}
