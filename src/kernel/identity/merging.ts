import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { personsMerged } from './entries.ts'
import { m } from './messages/index.ts'
import { endWaysIn } from './end-sign-ins.ts'

/** How one module moves what it holds of a person to the one who stays; a manifest has this shape. */
export interface PersonReference {
  name: string
  /** A refusal keeps the two apart: nothing of the merge is done then. */
  mergePersons?: (work: Work, from: string, into: string) => Promise<Refusal | void>
}

/**
 * Merges one person into another: addresses, passkeys and identities move, the registered references follow, the
 * sign-in sessions of the former end. The former id stays resolvable. Refuses persons who are not active.
 */
export async function mergePersons(
  work: Work,
  input: { from: string; into: string; organisationIds?: readonly string[] },
  references: readonly PersonReference[],
): Promise<{ mergeId: string; moved: Record<string, number> } | Refusal> {
  const { from, into } = input
  if (from === into) return refuse(422, m('merge.same'))
  const both = await work.writeUnchronicled((tx) =>
    tx
      .selectFrom('persons')
      .select(['id', 'state', 'demonstration'])
      .where('id', 'in', [from, into])
      .orderBy('id')
      .forUpdate()
      .execute(),
  )
  const [one, other] = both
  if (!one || !other) return refuse(404, m('person.unknown'))
  if (one.state !== 'active' || other.state !== 'active') return refuse(409, m('merge.not-active'))
  if (one.demonstration !== other.demonstration) return refuse(409, m('merge.demonstration'))

  // A token acts for the one who made it, with what that one may do.
  await endWaysIn(work, from, 'merged')
  // A link names in whose name it acts; under another name it would say what nobody was sent.
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('single_act_links')
      .set({ revoked_at: work.now, revoked_reason: 'person-gone' })
      .where('person_id', '=', from)
      .where('revoked_at', 'is', null)
      .execute(),
  )
  const moved: Record<string, number> = {}
  await work.writeUnchronicled(async (tx) => {
    for (const [table, move] of Object.entries(ownTables)) moved[table] = await move(tx, from, into)
  })
  for (const reference of references) {
    const refused = await reference.mergePersons?.(work, from, into)
    if (refused) return refused
  }
  const mergeId = randomUUIDv7()
  const entry = personsMerged({
    object: { kind: 'person', id: into },
    organisationIds: input.organisationIds ?? [],
    personId: into,
    data: { from, into, moved },
  })
  await work.write(entry, (tx) => recordMerge(work, tx, { mergeId, from, into, moved }))
  return { mergeId, moved }
}

/** The former ids of a person, so that what is stored elsewhere under them is found too. */
export async function formerIds(work: Work, personId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('persons')
    .select('id')
    .where('merged_into', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function recordMerge(
  work: Work,
  tx: Writer,
  merge: { mergeId: string; from: string; into: string; moved: Record<string, number> },
): Promise<void> {
  await tx
    .updateTable('persons')
    .set({ state: 'merged', merged_into: merge.into })
    .where('id', '=', merge.from)
    .execute()
  // Whoever was merged into the former person earlier now leads straight to the one who stays.
  await tx
    .updateTable('persons')
    .set({ merged_into: merge.into })
    .where('merged_into', '=', merge.from)
    .execute()
  await tx
    .insertInto('person_merges')
    .values({
      id: merge.mergeId,
      from_person_id: merge.from,
      into_person_id: merge.into,
      merged_by: personOf(work.actor),
      merged_at: work.now,
      moved: JSON.stringify(merge.moved),
    })
    .execute()
}

type Move = (tx: Writer, from: string, into: string) => Promise<number>

const ownTables: Record<string, Move> = {
  person_emails: moveEmails,
  password_credentials: movePassword,
  totp_credentials: moveTotp,
  passkeys: (tx, from, into) => moveAll(tx, 'passkeys', from, into),
  access_tokens: (tx, from, into) => moveAll(tx, 'access_tokens', from, into),
  federated_identities: (tx, from, into) => moveAll(tx, 'federated_identities', from, into),
}

async function moveEmails(tx: Writer, from: string, into: string): Promise<number> {
  const primary = await tx
    .selectFrom('person_emails')
    .select('id')
    .where('person_id', '=', into)
    .where('is_primary', '=', true)
    .executeTakeFirst()
  const result = await tx
    .updateTable('person_emails')
    .set(primary ? { person_id: into, is_primary: false } : { person_id: into })
    .where('person_id', '=', from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** The second factor of the one who stays stands; without one, that of the other is taken over with its codes. */
async function moveTotp(tx: Writer, from: string, into: string): Promise<number> {
  const confirmed = await tx
    .selectFrom('totp_credentials')
    .select('person_id')
    .where('person_id', 'in', [from, into])
    .where('confirmed_at', 'is not', null)
    .execute()
  const loser =
    confirmed.some((row) => row.person_id === into) || confirmed.length === 0 ? from : into
  await tx.deleteFrom('totp_recovery_codes').where('person_id', '=', loser).execute()
  await tx.deleteFrom('totp_credentials').where('person_id', '=', loser).execute()
  await moveAll(tx, 'totp_recovery_codes', from, into)
  return moveAll(tx, 'totp_credentials', from, into)
}

async function movePassword(tx: Writer, from: string, into: string): Promise<number> {
  const kept = await tx
    .selectFrom('password_credentials')
    .select('person_id')
    .where('person_id', '=', into)
    .executeTakeFirst()
  if (!kept) return moveAll(tx, 'password_credentials', from, into)
  await tx.deleteFrom('password_credentials').where('person_id', '=', from).execute()
  return 0
}

async function moveAll(
  tx: Writer,
  table:
    | 'passkeys'
    | 'access_tokens'
    | 'federated_identities'
    | 'password_credentials'
    | 'totp_credentials'
    | 'totp_recovery_codes',
  from: string,
  into: string,
): Promise<number> {
  const result = await tx
    .updateTable(table)
    .set({ person_id: into })
    .where('person_id', '=', from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
