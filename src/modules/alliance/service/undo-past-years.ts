import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { isStillReferred, refuse, type Refusal, type Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { cohortImportUndone, pastYearsImportUndone } from '../entries.ts'
import { m } from '../messages/index.ts'
import type { AddedMember, AddedYear } from '../schema.ts'
import { absent, faulty } from './refusals.ts'

/** Keeps what a list of past years has added, so that it can be taken back; returns under which id. */
export async function keepPastYears(
  work: Work,
  {
    node,
    programmeId,
    ...added
  }: {
    node: string
    programmeId: string
    yearIds: readonly string[]
    memberIds: readonly string[]
  },
): Promise<string> {
  const id = randomUUIDv7()
  const row = {
    id,
    origin: node,
    programme_id: programmeId,
    imported_at: work.now,
    years: JSON.stringify(await yearsNow(work, added.yearIds)),
    members: JSON.stringify(await membersNow(work, added.memberIds)),
    undone_at: null,
  }
  await work.writeUnchronicled((tx) => tx.insertInto('past_year_imports').values(row).execute())
  return id
}

/** An import of past years that can still be taken back: how many participations and years it added. */
export async function pastYearsImportOf(
  work: Work,
  programmeId: string,
  importId: string | null,
): Promise<{ id: string; members: number; years: number } | null> {
  if (importId === null || !isUuid(importId)) return null
  const row = await openImport(work, programmeId, importId)
  return row ? { id: row.id, members: row.members.length, years: row.years.length } : null
}

/**
 * Takes a list of past years back: its participations are gone, and the years that it added. The people stay known. Refuses
 * where something of it was changed since, and where an added year is in use.
 */
export async function undoPastYears(
  work: Work,
  programmeId: string,
  importId: string,
): Promise<{ members: number } | Refusal> {
  if (!work.may('alliance.programme.change', { id: programmeId })) return absent()
  if (!isUuid(importId)) return faulty('import', 'fault.nothing-chosen')
  await work.read
    .selectFrom('alliance_programmes')
    .select('id')
    .where('id', '=', programmeId)
    .forNoKeyUpdate()
    .execute()
  const row = await openImport(work, programmeId, importId)
  if (!row) return absent()
  const memberIds = row.members.map(({ id }) => id)
  const yearIds = row.years.map(({ id }) => id)
  // Whoever records credit for one of them holds its row: what they are at is seen before anything is compared.
  if (memberIds.length > 0) {
    await work.read
      .selectFrom('cohort_members')
      .select('id')
      .where('id', 'in', memberIds)
      .orderBy('id')
      .forUpdate()
      .execute()
  }
  const isAsLeft =
    isDeepStrictEqual(await membersNow(work, memberIds), row.members) &&
    isDeepStrictEqual(await yearsNow(work, yearIds), row.years)
  if (!isAsLeft) return refuse(409, m('fault.past-years-changed-since'))
  try {
    return await work.savepoint((part) =>
      takeBack(part, programmeId, { ...row, memberIds, yearIds }),
    )
  } catch (error) {
    // Exchanges and selections of other parts of the house may be of such a year: the database alone can say so.
    if (isStillReferred(error)) {
      return refuse(409, m('fault.past-years-in-use'))
    }
    throw error
  }
}

interface Taken {
  id: string
  memberIds: string[]
  yearIds: string[]
}

async function takeBack(work: Work, programmeId: string, { id, memberIds, yearIds }: Taken) {
  const members =
    memberIds.length === 0
      ? []
      : await work.read
          .selectFrom('cohort_members')
          .select(['id', 'person_id', 'organisation_id', 'programme_year_id'])
          .where('id', 'in', memberIds)
          .execute()
  for (const member of members) {
    const left = cohortImportUndone({
      object: { kind: 'cohort-member', id: member.id },
      organisationIds: [member.organisation_id],
      personId: member.person_id,
      data: { programmeYearId: member.programme_year_id, importId: id },
    })
    await work.write(left, async (tx) => {
      await tx.deleteFrom('cohort_steps').where('cohort_member_id', '=', member.id).execute()
      await tx.deleteFrom('cohort_members').where('id', '=', member.id).execute()
    })
  }
  const lead = await work.read
    .selectFrom('alliance_programmes')
    .select('lead_organisation_id')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow()
  const entry = pastYearsImportUndone({
    object: { kind: 'programme', id: programmeId },
    organisationIds: [lead.lead_organisation_id],
    data: { importId: id, members: members.length, yearIds },
  })
  return work.write(entry, async (tx) => {
    if (yearIds.length > 0) {
      await tx.deleteFrom('programme_years').where('id', 'in', yearIds).execute()
    }
    await tx
      .updateTable('past_year_imports')
      .set({ undone_at: work.now })
      .where('id', '=', id)
      .execute()
    return { members: members.length }
  })
}

function openImport(work: Work, programmeId: string, importId: string) {
  return work.read
    .selectFrom('past_year_imports')
    .select(['id', 'years', 'members'])
    .where('id', '=', importId)
    .where('programme_id', '=', programmeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
}

async function yearsNow(work: Work, ids: readonly string[]): Promise<AddedYear[]> {
  if (ids.length === 0) return []
  return work.read
    .selectFrom('programme_years')
    .select(['id', 'year', 'starts_on as startsOn', 'ends_on as endsOn', 'places'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

async function membersNow(work: Work, ids: readonly string[]): Promise<AddedMember[]> {
  if (ids.length === 0) return []
  const members = await work.read
    .selectFrom('cohort_members')
    .select(['id', 'state', 'recognised_credit as credit'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const steps = await work.read
    .selectFrom('cohort_steps')
    .select(['cohort_member_id as member', 'kind'])
    .where('cohort_member_id', 'in', [...ids])
    .orderBy('kind')
    .execute()
  const kinds = Map.groupBy(steps, ({ member }) => member)
  return members.map(({ credit, ...member }) => ({
    ...member,
    credit: credit === null ? null : String(credit),
    steps: (kinds.get(member.id) ?? []).map(({ kind }) => kind),
  }))
}
