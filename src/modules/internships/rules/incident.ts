import { z } from 'zod'
import type { DateOnly } from '#kernel/values'
import { incidentKinds } from '../schema-incidents.ts'
import { day } from './position.ts'

/** The form by which an incident is reported, signed in or by a link. */
export const incidentForm = z.object({
  kind: z.enum(incidentKinds),
  day,
  words: z.string().trim().min(1).max(4000),
  urgent: z.string().default(''),
})

/** Whether an incident can have happened on a day: within the placement, whatever ended it early, and not to come. */
export function canHappenOn(
  day: DateOnly,
  placement: { startsOn: DateOnly; endsOn: DateOnly },
  today: DateOnly,
): boolean {
  return day >= placement.startsOn && day <= placement.endsOn && day <= today
}

/** Days within which an office has looked at an incident: one where somebody needs help now. */
export function daysToLook(urgent: boolean): number {
  return urgent ? 1 : 7
}
