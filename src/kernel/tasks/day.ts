import { personOf, type Work } from '#kernel/database'
import { dateInZone, type DateOnly } from '#kernel/values'

/** What day it is for a person, in their own time zone; for the actor unless another is named. */
export async function dayOf(work: Work, personId = personOf(work.actor)): Promise<DateOnly> {
  const row =
    personId === null
      ? undefined
      : await work.read
          .selectFrom('persons')
          .select('time_zone')
          .where('id', '=', personId)
          .executeTakeFirst()
  return dateInZone(work.now, row?.time_zone ?? 'UTC')
}
