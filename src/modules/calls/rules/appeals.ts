import { addDays, dateInZone, startOfDay } from '#kernel/values'
import type { Outcome } from '../schema.ts'

/** The days in which an applicant may appeal, unless the call says otherwise; none where it says 0. */
export const usualAppealDays = 7
/** The most characters of what an applicant says, and of what is answered. */
export const longestGrounds = 5000
export const longestAppealReason = 2000

/** What is known of an application that somebody appeals against. */
export interface AppealableApplication {
  outcome: Outcome | null
  /** When the results of the call were told; null before. */
  results_told_at: Date | null
  time_zone: string
}

/** The end of the last day on which a result may be appealed, in the time zone of the institution; null where never. */
export function appealEnd(application: AppealableApplication, days: number): Date | null {
  const { results_told_at: told, time_zone: zone } = application
  if (told === null || days === 0) return null
  return startOfDay(addDays(dateInZone(told, zone), days + 1), zone)
}

/** Whether the result may be appealed now: it was told, it is no acceptance, and the window is not over. */
export function mayAppeal(application: AppealableApplication, days: number, now: Date): boolean {
  const end = appealEnd(application, days)
  return isAgainst(application) && end !== null && now < end
}

/** Whether there is something to appeal against: a refusal or a place on the waiting list, and no seat. */
export function isAgainst({ outcome }: Pick<AppealableApplication, 'outcome'>): boolean {
  return outcome === 'refused' || outcome === 'waiting'
}
