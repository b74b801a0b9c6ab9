import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { actorLabel, type Reader, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { addDays, type DateOnly, isDateOnly } from '#kernel/values'
import { dayOf } from './day.ts'
import { leaveDeclared, leaveEnded } from './entries.ts'
import { m } from './messages/index.ts'

/** Who is away, who stands in, from when until when (both days included), and for what. */
export interface DeclareLeave {
  personId: string
  /** Null where somebody was named who is no colleague: refused, with whatever else is wrong. */
  standInId: string | null
  from: DateOnly
  until: DateOnly
  /** Only for work at this organisation; everywhere unless said. */
  organisationId?: string | null
  /** Only for these roles; for all unless said. */
  roles?: readonly string[]
}

/** A stand-in as it counts on a day. */
export interface StandIn {
  id: string
  personId: string
  standInId: string
  organisationId: string | null
  roles: string[]
  from: DateOnly
  until: DateOnly
}

/**
 * Says who stands in during a leave: by the person, or by the administrator of the organisation.
 * Refuses a period that ends before it begins, one that is over, oneself, and a stand-in who is away at that time.
 */
export async function declareLeave(work: Work, input: DeclareLeave): Promise<string | Refusal> {
  const facts = { person_id: input.personId, organisation_id: input.organisationId ?? null }
  if (!work.may('tasks.leave.declare', facts)) return refuse(404, m('refused.no-such-leave'))
  const wrong = await faultOf(work, input)
  if (wrong !== null) return wrong
  const standInId = input.standInId!
  const id = randomUUIDv7()
  const roles = [...(input.roles ?? [])]
  const entry = leaveDeclared({
    object: { kind: 'stand-in', id },
    organisationIds: input.organisationId ? [input.organisationId] : [],
    personId: input.personId,
    data: { standInId, from: input.from, until: input.until, roles },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('stand_ins')
      .values({
        id,
        person_id: input.personId,
        stand_in_id: standInId,
        organisation_id: input.organisationId ?? null,
        roles,
        valid_from: input.from,
        valid_until: input.until,
        created_by: actorLabel(work.actor),
        created_at: work.now,
      })
      .execute()
    return id
  })
}

/** Ends a leave: from today the stand-in acts no more. One that has not begun is taken away. */
export async function endLeave(work: Work, id: string): Promise<true | Refusal> {
  const row = await work.read
    .selectFrom('stand_ins')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const today = await dayOf(work, row?.person_id)
  if (
    row === undefined ||
    row.valid_until < today ||
    !work.may('tasks.leave.declare', { ...row })
  ) {
    return refuse(404, m('refused.no-such-leave'))
  }
  const begun = row.valid_from < today
  const until = begun ? addDays(today, -1) : null
  const entry = leaveEnded({
    object: { kind: 'stand-in', id },
    organisationIds: row.organisation_id ? [row.organisation_id] : [],
    personId: row.person_id,
    data: { standInId: row.stand_in_id, until },
  })
  return work.write<true>(entry, async (tx) => {
    if (until === null) await tx.deleteFrom('stand_ins').where('id', '=', id).execute()
    else
      await tx.updateTable('stand_ins').set({ valid_until: until }).where('id', '=', id).execute()
    return true
  })
}

/** For whom a person stands in on a day: whoever loads an actor adds those people's grants, `via: 'stand-in'`. */
export async function standInsOf(
  read: Reader,
  standInId: string,
  today: DateOnly,
): Promise<StandIn[]> {
  const rows = await read
    .selectFrom('stand_ins')
    .selectAll()
    .where('stand_in_id', '=', standInId)
    .where('valid_from', '<=', today)
    .where('valid_until', '>=', today)
    .orderBy('valid_from')
    .execute()
  return rows.map(standInOf)
}

/** The leaves of today that touch a person: their own, and those of others in whose place they stand. */
export async function leavesTouching(
  read: Reader,
  personId: string,
  today: DateOnly,
): Promise<StandIn[]> {
  const rows = await read
    .selectFrom('stand_ins')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('stand_in_id', '=', personId)]))
    .where('valid_from', '<=', today)
    .where('valid_until', '>=', today)
    .orderBy('valid_until')
    .orderBy('id')
    .execute()
  return rows.map(standInOf)
}

/** A person's present and coming leaves, for their own page. */
export async function leavesOf(work: Work, personId: string): Promise<StandIn[]> {
  const rows = await work.read
    .selectFrom('stand_ins')
    .selectAll()
    .where('person_id', '=', personId)
    .where('valid_until', '>=', await dayOf(work, personId))
    .where((eb) => work.scope('tasks.leave.declare', 'stand_ins')(eb) as never)
    .orderBy('valid_from')
    .execute()
  return rows.map(standInOf)
}

/** More at once wait for the next round. */
const mostEnded = 500

/** Stand-ins that are over where whoever stood in lives, and of which they were not told. */
export async function endedStandIns(work: Work): Promise<StandIn[]> {
  const rows = await work.read
    .selectFrom('stand_ins as s')
    .leftJoin('persons as p', 'p.id', 's.stand_in_id')
    .selectAll('s')
    .where('s.end_told_at', 'is', null)
    .where(
      's.valid_until',
      '<',
      sql<DateOnly>`(${work.now}::timestamptz at time zone coalesce(p.time_zone, 'UTC'))::date`,
    )
    .orderBy('s.valid_until')
    .orderBy('s.id')
    .limit(mostEnded)
    .execute()
  return rows.map(standInOf)
}

/** Takes the end of a stand-in for telling of it, once; false where it was told before. */
export async function takeEndOfStandIn(work: Work, id: string): Promise<boolean> {
  const done = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('stand_ins')
      .set({ end_told_at: work.now })
      .where('id', '=', id)
      .where('end_told_at', 'is', null)
      .executeTakeFirst(),
  )
  return done.numUpdatedRows > 0n
}

function standInOf(row: {
  id: string
  person_id: string
  stand_in_id: string
  organisation_id: string | null
  roles: string[]
  valid_from: DateOnly
  valid_until: DateOnly
}): StandIn {
  return {
    id: row.id,
    personId: row.person_id,
    standInId: row.stand_in_id,
    organisationId: row.organisation_id,
    roles: row.roles,
    from: row.valid_from,
    until: row.valid_until,
  }
}

async function faultOf(work: Work, input: DeclareLeave): Promise<Refusal | null> {
  const fields: Record<string, Message> = {}
  if (!isDateOnly(input.from)) fields['from'] = m('field.no-date')
  if (!isDateOnly(input.until)) fields['until'] = m('field.no-date')
  else if (isDateOnly(input.from) && input.until < input.from) {
    fields['until'] = m('field.until-before-from')
  } else if (input.until < (await dayOf(work, input.personId))) {
    fields['until'] = m('field.until-past')
  }
  if (input.standInId === null) fields['standInId'] = m('field.no-stand-in')
  else if (input.standInId === input.personId) fields['standInId'] = m('field.stand-in-self')
  else if (Object.keys(fields).length === 0 && (await isAway(work, input.standInId, input))) {
    fields['standInId'] = m('field.stand-in-away')
  }
  return Object.keys(fields).length === 0 ? null : refuse(422, m('refused.leave'), fields)
}

async function isAway(
  work: Work,
  personId: string,
  { from, until }: Pick<DeclareLeave, 'from' | 'until'>,
): Promise<boolean> {
  const away = await work.read
    .selectFrom('stand_ins')
    .select('id')
    .where('person_id', '=', personId)
    .where('valid_from', '<=', until)
    .where('valid_until', '>=', from)
    .executeTakeFirst()
  return away !== undefined
}
