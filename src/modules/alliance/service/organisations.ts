import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { addDays, dateInZone, type DateOnly } from '#kernel/values'
import type { z } from 'zod'
import {
  membershipBegun,
  membershipEnded,
  organisationAdded,
  organisationChanged,
  sectorsChanged,
} from '../entries.ts'
import {
  endSchema,
  membershipSchema,
  organisationSchema,
  type MembershipInput,
  type OrganisationInput,
} from '../inputs.ts'
import { checkMembership } from '../rules/periods.ts'
import { changeSectors, type SectorRole } from '../rules/sectors.ts'
import type { Sector } from '../schema.ts'
import { absent, faulty, taken } from './refusals.ts'

/** Adds an organisation with the sectors it plays from today on. The secretariat alone does so. */
export async function createOrganisation(
  work: Work,
  node: string,
  given: OrganisationInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = readValue(organisationSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.organisation.create', {})) return absent()
  const wrong = await faultOf(work, input, null)
  if (wrong) return wrong
  const id = given.id ?? randomUUIDv7()
  const today = dateInZone(work.now, input.timeZone)
  const entries = [
    organisationAdded({
      object: { kind: 'organisation', id },
      organisationIds: [id],
      data: { country: input.country, invented: input.invented },
    }),
    sectorsEntry(id, input.sectors, []),
  ]
  return work.write(entries, async (tx) => {
    await tx
      .insertInto('organisations')
      .values({ id, origin: node, ...columnsOf(input), created_at: work.now })
      .execute()
    await tx
      .insertInto('sector_roles')
      .values(rolesOf(id, input.sectors, today))
      .execute()
    return { id }
  })
}

/** Changes what an organisation's page says, and its sectors from today on. */
export async function changeOrganisation(
  work: Work,
  id: string,
  given: OrganisationInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(organisationSchema, given)
  if (isRefused(input)) return input
  const current = await work.read
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!current || !work.may('alliance.organisation.change', { id })) return absent()
  const wrong = await faultOf(work, input, id)
  if (wrong) return wrong
  // Whether an organisation is invented is said once, when it is added.
  const columns = columnsOf({ ...input, invented: current.invented })
  const fields = Object.entries(columns)
    .filter(([name, value]) => !sameValue(current[name as keyof typeof columns], value))
    .map(([name]) => name)
    .toSorted()
  const change = await sectorChange(work, id, input)
  const entries = [
    ...(fields.length > 0
      ? [
          organisationChanged({
            object: { kind: 'organisation', id },
            organisationIds: [id],
            data: { fields },
          }),
        ]
      : []),
    ...(change.begin.length + change.ended.length > 0
      ? [sectorsEntry(id, change.begin, change.ended)]
      : []),
  ]
  if (entries.length === 0) return { id }
  return work.write(entries, async (tx) => {
    if (fields.length > 0) {
      await tx.updateTable('organisations').set(columns).where('id', '=', id).execute()
    }
    if (change.remove.length > 0) {
      await tx.deleteFrom('sector_roles').where('id', 'in', change.remove).execute()
    }
    if (change.end.length > 0) {
      const last = addDays(change.today, -1)
      await tx
        .updateTable('sector_roles')
        .set({ ends_on: last })
        .where('id', 'in', change.end)
        .execute()
    }
    if (change.begin.length > 0) {
      await tx
        .insertInto('sector_roles')
        .values(rolesOf(id, change.begin, change.today))
        .execute()
    }
    return { id }
  })
}

/** Begins a membership of the alliance; an organisation has one at a time. */
export async function beginMembership(
  work: Work,
  organisationId: string,
  given: MembershipInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(membershipSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.membership.change', { id: organisationId })) return absent()
  const others = await membershipsForUpdate(work, organisationId)
  if (others === null) return absent()
  const endsOn = input.endsOn ?? null
  const fault = checkMembership({ startsOn: input.startsOn, endsOn }, others)
  if (fault === 'overlaps') return faulty('startsOn', 'fault.membership-overlaps')
  if (fault) return faulty('endsOn', 'fault.ends-before-start')
  const id = randomUUIDv7()
  const entry = membershipBegun({
    object: { kind: 'membership', id },
    organisationIds: [organisationId],
    data: { kind: input.kind, startsOn: input.startsOn },
  })
  return work.write(entry, async (tx) => {
    const row = { id, organisation_id: organisationId, kind: input.kind }
    await tx
      .insertInto('memberships')
      .values({ ...row, starts_on: input.startsOn, ends_on: endsOn })
      .execute()
    return { id }
  })
}

/** Ends the membership that is open, on a day that is not before its first. */
export async function endMembership(
  work: Work,
  organisationId: string,
  given: z.input<typeof endSchema>,
): Promise<{ id: string } | Refusal> {
  const input = readValue(endSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.membership.change', { id: organisationId })) return absent()
  const open = (await membershipsForUpdate(work, organisationId))?.find((row) => !row.endsOn)
  if (!open) return absent()
  if (input.endsOn < open.startsOn) return faulty('endsOn', 'fault.ends-before-start')
  const entry = membershipEnded({
    object: { kind: 'membership', id: open.id },
    organisationIds: [organisationId],
    data: { endsOn: input.endsOn },
  })
  return work.write(entry, async (tx) => {
    const row = { ends_on: input.endsOn }
    await tx.updateTable('memberships').set(row).where('id', '=', open.id).execute()
    return { id: open.id }
  })
}

type Organisation = z.output<typeof organisationSchema>

async function faultOf(
  work: Work,
  input: Organisation,
  own: string | null,
): Promise<Refusal | null> {
  if ((input.latitude === undefined) !== (input.longitude === undefined)) {
    return faulty(input.latitude === undefined ? 'latitude' : 'longitude', 'fault.half-a-place')
  }
  if (input.ror === undefined) return null
  const other = await work.read
    .selectFrom('organisations')
    .select('id')
    .where('ror', '=', input.ror)
    .executeTakeFirst()
  return other && other.id !== own ? taken('ror', 'fault.ror-taken') : null
}

function columnsOf(input: Organisation) {
  return {
    names: JSON.stringify(input.names),
    acronym: input.acronym ?? null,
    ror: input.ror ?? null,
    ...(input.identifiers ? { identifiers: JSON.stringify(input.identifiers) } : {}),
    summary: JSON.stringify(input.summary),
    country: input.country,
    city: JSON.stringify(input.city),
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    time_zone: input.timeZone,
    currency: input.currency,
    website: input.website ?? null,
    established_year: input.establishedYear ?? null,
    invented: input.invented,
  }
}

/** Numbers come back with their scale, and JSON with its keys in another order. */
function sameValue(stored: unknown, given: unknown): boolean {
  if (stored === given) return true
  if (stored === null || given === null) return false
  if (typeof stored === 'object')
    return canonical(stored) === canonical(JSON.parse(given as string))
  return typeof stored === 'string' && typeof given === 'string' && /^-?[\d.]+$/.test(given)
    ? Number(stored) === Number(given)
    : false
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function sectorChange(work: Work, id: string, input: Organisation) {
  const rows = await work.read
    .selectFrom('sector_roles')
    .selectAll()
    .where('organisation_id', '=', id)
    .execute()
  const roles: SectorRole[] = rows.map((row) => ({
    id: row.id,
    sector: row.sector,
    engagement: row.engagement,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
  const today = dateInZone(work.now, input.timeZone)
  const change = changeSectors(roles, input.sectors, today)
  const gone = new Set([...change.end, ...change.remove])
  return { ...change, today, ended: roles.filter((r) => gone.has(r.id)).map((r) => r.sector) }
}

function rolesOf(organisationId: string, sectors: readonly Sector[], startsOn: DateOnly) {
  return [...new Set(sectors)].map((sector) => ({
    id: randomUUIDv7(),
    organisation_id: organisationId,
    sector,
    starts_on: startsOn,
    ends_on: null,
  }))
}

function sectorsEntry(id: string, begin: Sector[], end: Sector[]) {
  return sectorsChanged({
    object: { kind: 'organisation', id },
    organisationIds: [id],
    data: { begin: [...new Set(begin)], end, engagement: 'alliance' },
  })
}

async function membershipsForUpdate(work: Work, organisationId: string) {
  const organisation = await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (!organisation) return null
  const rows = await work.read
    .selectFrom('memberships')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map((row) => ({ id: row.id, startsOn: row.starts_on, endsOn: row.ends_on }))
}
