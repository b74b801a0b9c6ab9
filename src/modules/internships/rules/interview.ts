import { z } from 'zod'
import { day } from './position.ts'

/** How long a talk may take, in minutes. */
export const slotLengths = [15, 20, 30, 45, 60, 90] as const
/** The most times that are offered in one go. */
export const mostSlots = 20

/** The form by which an office offers times: so many, one after the other, from a time on the host's clock. */
export const slotsForm = z.object({
  day,
  from: z.string().trim().max(10),
  minutes: z.coerce.number().refine((minutes) => slotLengths.some((length) => length === minutes)),
  count: z.coerce.number().int().min(1).max(mostSlots),
  place: z.string().trim().min(1).max(300),
})

/** A stretch of time, in minutes from an instant. */
export interface Stretch {
  startsAt: Date
  minutes: number
}

/** When a stretch is over. */
export function endOf({ startsAt, minutes }: Stretch): Date {
  return new Date(startsAt.getTime() + minutes * 60_000)
}

/** Whether two stretches share a moment; one that begins where the other ends does not. */
export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.startsAt < endOf(other) && other.startsAt < endOf(one)
}

/** So many stretches one after the other. */
export function inARow(first: Stretch, count: number): Stretch[] {
  return Array.from({ length: count }, (_, place) => ({
    startsAt: new Date(first.startsAt.getTime() + place * first.minutes * 60_000),
    minutes: first.minutes,
  }))
}
