import { type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, type DateOnly, dateInZone, money } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import type { SeededHost, SeededPosition } from './seed-parts.ts'
import { decideHost, proposeHost } from './service/hosts.ts'
import { changePosition, makePosition } from './service/positions.ts'

const { people, organisations } = cast
/** The story begins that long ago. */
export const begun = 75

/** A host as its office brought it in, vetted where the demonstration says so. */
export async function seedHost(seeding: Seeding, host: SeededHost): Promise<void> {
  if (await isThere(seeding, 'internship_hosts', host.id)) return
  const { isVetted, ...input } = host
  const node = seeding.services.node
  await by(seeding, people.coordinatorAu, begun, (work) =>
    proposeHost(work, { ...input, organisationId: organisations.au, node }),
  )
  if (!isVetted) return
  const until = dayFrom(seeding, 400)
  await by(seeding, people.secretariat, begun - 1, (work) =>
    decideHost(work, { hostId: host.id, state: 'vetted', until, reason: '' }),
  )
}

/** A position that its office has published. */
export async function seedPosition(seeding: Seeding, position: SeededPosition): Promise<void> {
  if (await isThere(seeding, 'internship_positions', position.id)) return
  const { startsIn, lastsDays, applyIn, stipend, ...input } = position
  const node = seeding.services.node
  const startsOn = dayFrom(seeding, startsIn)
  await by(seeding, people.coordinatorAu, begun - 3, (work) =>
    makePosition(work, {
      ...input,
      organisationId: organisations.au,
      startsOn,
      endsOn: addDays(startsOn, lastsDays),
      applyBy: dayFrom(seeding, applyIn),
      stipend: stipend && money(stipend.minor, stipend.currency),
      node,
    }),
  )
  await by(seeding, people.coordinatorAu, begun - 4, (work) =>
    changePosition(work, { positionId: position.id, state: 'published' }),
  )
}

/** So many days after the day of the demonstration. */
export function dayFrom({ now }: Seeding, days: number): DateOnly {
  return addDays(dateInZone(now, 'Asia/Shanghai'), days)
}

async function isThere(
  { database }: Seeding,
  table: 'internship_hosts' | 'internship_positions',
  id: string,
): Promise<boolean> {
  const row = await database.kysely
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether somebody has applied for a position before. */
export async function hasApplied(
  { database }: Seeding,
  positionId: string,
  personId: string,
): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('internship_applications')
    .select('id')
    .where('position_id', '=', positionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Does something as one of the invented people, so many days ago. */
export function by<T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'th' }, verb)
}
