import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { Stretch } from '../rules/interview.ts'

/** A time for an interview, with whoever picked it. */
export interface SlotRow extends Stretch {
  id: string
  position_id: string
  place: string
  /** The position's name and the host's clock and tutor. */
  titles: LocalText
  host: string
  country: string
  timeZone: string
  tutor: string
  tutorEmail: string
  officeId: string
  /** The institution of the alliance that the host is; null where it is none. */
  hostId: string | null
  /** Facts of the application by which it was picked, as the rules look at them. */
  picked: {
    [fact: string]: unknown
    id: string
    person_id: string
    organisation_id: string
    enrolled_organisation_id: string
    name: PersonName
    at: Date
  } | null
}

function slots(work: Work) {
  return work.read
    .selectFrom('internship_slots as x')
    .innerJoin('internship_positions as p', 'p.id', 'x.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .leftJoin('internship_applications as a', 'a.id', 'x.application_id')
    .leftJoin('persons as s', 's.id', 'a.person_id')
    .select(['x.id', 'x.position_id', 'x.starts_at as startsAt', 'x.minutes', 'x.place'])
    .select(['p.titles', 'p.organisation_id as officeId', 'h.name as host', 'h.country'])
    .select('h.host_organisation_id as hostId')
    .select(['h.time_zone as timeZone', 'h.tutor_name as tutor', 'h.tutor_email as tutorEmail'])
    .select(['a.id as applicationId', 'a.person_id', 'a.organisation_id'])
    .select(['a.enrolled_organisation_id', 's.name', 'x.picked_at as pickedAt'])
    .orderBy('x.starts_at')
    .orderBy('x.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof slots>['execute']>>[number]

function slotOf(row: Row): SlotRow {
  const { applicationId, person_id, organisation_id, enrolled_organisation_id, ...rest } = row
  const { name, pickedAt, ...slot } = rest
  const isPicked = person_id && organisation_id && enrolled_organisation_id && name && pickedAt
  return {
    ...slot,
    picked:
      applicationId && isPicked
        ? {
            id: applicationId,
            person_id,
            organisation_id,
            enrolled_organisation_id,
            name,
            at: pickedAt,
          }
        : null,
  }
}

/** The times of a position, the earliest first; one query. */
export async function slotsOf(work: Work, positionId: string): Promise<SlotRow[]> {
  return (await slots(work).where('x.position_id', '=', positionId).execute()).map(slotOf)
}

/** The time that an application has picked, or null. */
export async function slotOfApplication(
  work: Work,
  applicationId: string,
): Promise<SlotRow | null> {
  const row = await slots(work).where('x.application_id', '=', applicationId).executeTakeFirst()
  return row ? slotOf(row) : null
}

/** The times that a person has picked, for any position; one query. */
export async function slotsPickedBy(work: Work, personId: string): Promise<SlotRow[]> {
  return (await slots(work).where('a.person_id', '=', personId).execute()).map(slotOf)
}

/** A time by its id, kept from being picked by two at once. */
export async function slotForUpdate(work: Work, id: string): Promise<SlotRow | null> {
  if (!isUuid(id)) return null
  await work.read
    .selectFrom('internship_slots')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const row = await slots(work).where('x.id', '=', id).executeTakeFirst()
  return row ? slotOf(row) : null
}
