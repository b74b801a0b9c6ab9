import { sql } from 'kysely'
import type { PersonalData, Work, Writer } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { PersonName } from '#kernel/values'
import { endWaysIn } from './end-sign-ins.ts'
import { personErased } from './entries.ts'
import { formerIds } from './merging.ts'
import { m } from './messages/index.ts'
import { listPasskeys } from './passkeys.ts'
import { personById } from './persons.ts'
import { totpState } from './totp.ts'

/** What identity tells of what it holds: who the person is, and how they sign in. */
export const identityData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const ids = [personId, ...(await formerIds(work, personId))]
    const { rows } = await sql<
      Record<'addresses' | 'ways' | 'sign_ins' | 'tokens' | 'invitations', number>
    >`
      select
        (select count(*)::int from person_emails where person_id = any(${ids}::uuid[])) as addresses,
        (select count(*)::int from password_credentials where person_id = any(${ids}::uuid[]))
          + (select count(*)::int from passkeys where person_id = any(${ids}::uuid[]))
          + (select count(*)::int from totp_credentials where person_id = any(${ids}::uuid[]))
          + (select count(*)::int from federated_identities where person_id = any(${ids}::uuid[])) as ways,
        (select count(*)::int from sign_in_sessions where person_id = any(${ids}::uuid[])) as sign_ins,
        (select count(*)::int from access_tokens where person_id = any(${ids}::uuid[])) as tokens,
        (select count(*)::int from invitations where address in
          (select address from person_emails where person_id = any(${ids}::uuid[]))) as invitations`.execute(
      work.read as Writer,
    )
    const counts = rows[0]!
    const goes = { stays: null }
    return [
      { what: m('held.profile'), count: 1, ...goes, correct: '/account' },
      { what: m('held.addresses'), count: counts.addresses, ...goes, correct: '/account' },
      { what: m('held.ways'), count: counts.ways, ...goes, correct: '/account/security' },
      { what: m('held.sign-ins'), count: counts.sign_ins, ...goes },
      { what: m('held.tokens'), count: counts.tokens, ...goes, correct: '/account/tokens' },
      { what: m('held.invitations'), count: counts.invitations, ...goes },
    ]
  },
}

/** Everything that identity holds of a person, for the export that they may ask for; no secret is in it. */
export async function exportPerson(work: Work, personId: string): Promise<Record<string, unknown>> {
  const person = await personById(work, personId)
  if (!person) return {}
  const id = person.id
  const emails = await work.read
    .selectFrom('person_emails')
    .select(['address', 'verified_at', 'is_primary', 'added_at'])
    .where('person_id', '=', id)
    .orderBy('added_at')
    .execute()
  const sessions = await work.read
    .selectFrom('sign_in_sessions')
    .select(['method', 'device_label', 'network', 'created_at', 'last_seen_at', 'ended_at'])
    .where('person_id', '=', id)
    .orderBy('created_at')
    .execute()
  const tokens = await work.read
    .selectFrom('access_tokens')
    .select(['label', 'scope', 'created_at', 'expires_at', 'last_used_at', 'ended_at'])
    .where('person_id', '=', id)
    .orderBy('created_at')
    .execute()
  const identities = await work.read
    .selectFrom('federated_identities')
    .select(['provider_id', 'issuer', 'subject', 'linked_at', 'last_used_at'])
    .where('person_id', '=', id)
    .orderBy('linked_at')
    .execute()
  const password = await work.read
    .selectFrom('password_credentials')
    .select('set_at')
    .where('person_id', '=', id)
    .executeTakeFirst()
  return {
    person,
    formerIds: await formerIds(work, id),
    emails,
    sessions,
    accessTokens: tokens,
    passkeys: await listPasskeys(work, id),
    federatedIdentities: identities,
    secondFactor: await totpState(work, id),
    passwordSetAt: password?.set_at ?? null,
  }
}

/**
 * Erases what identity holds of a person: names, birth date, addresses, every credential and session. The row with
 * its id stays, so that decisions and the chronicle keep what they point at.
 */
export async function erasePerson(work: Work, personId: string): Promise<{ kept: Message[] }> {
  const person = await personById(work, personId)
  if (!person || person.state === 'erased') return { kept: [] }
  const ids = [person.id, ...(await formerIds(work, person.id))]
  await endWaysIn(work, person.id, 'erased')
  const entry = personErased({
    object: { kind: 'person', id: person.id },
    personId: person.id,
    data: {},
  })
  await work.write(entry, async (tx) => {
    await forgetAddresses(tx, ids)
    await forgetCredentials(tx, ids)
    const nobody: PersonName = {
      native: null,
      // What lists show in the place of a name, in every language.
      romanised: '—',
      passportGiven: null,
      passportFamily: null,
      order: 'given-first',
    }
    const blank = {
      name: JSON.stringify(nobody),
      native_key: '',
      romanised_key: '',
      birth_date: null,
    }
    await tx.updateTable('persons').set(blank).where('id', 'in', ids).execute()
    await tx.updateTable('persons').set({ state: 'erased' }).where('id', '=', person.id).execute()
    await tx
      .updateTable('single_act_links')
      .set({ revoked_at: work.now, revoked_reason: 'person-gone' })
      .where('person_id', 'in', ids)
      .where('revoked_at', 'is', null)
      .execute()
  })
  return { kept: [m('erasure.number-kept')] }
}

/** Deletes what has lost its use: old links, challenges, counts, and sessions and tokens that ended a month ago. A job calls it daily. */
export async function forgetExpired(work: Work): Promise<void> {
  const aMonthAgo = new Date(work.now.getTime() - 30 * 24 * 60 * 60_000)
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('sign_in_attempts').where('expires_at', '<', work.now).execute()
    await tx.deleteFrom('passkey_challenges').where('expires_at', '<', work.now).execute()
    await tx.deleteFrom('federated_requests').where('expires_at', '<', work.now).execute()
    await tx.deleteFrom('sign_in_links').where('expires_at', '<', aMonthAgo).execute()
    // A closed link still says what became of its act for three months.
    await tx
      .deleteFrom('single_act_links')
      .where('expires_at', '<', new Date(work.now.getTime() - 90 * 24 * 60 * 60_000))
      .execute()
    await tx
      .deleteFrom('access_tokens')
      .where((eb) => eb.or([eb('expires_at', '<', aMonthAgo), eb('ended_at', '<', aMonthAgo)]))
      .execute()
    await tx
      .deleteFrom('sign_in_sessions')
      .where((eb) => eb.or([eb('expires_at', '<', aMonthAgo), eb('ended_at', '<', aMonthAgo)]))
      .execute()
  })
}

async function forgetAddresses(tx: Writer, ids: string[]): Promise<void> {
  const addresses = (
    await tx.selectFrom('person_emails').select('address').where('person_id', 'in', ids).execute()
  ).map((row) => row.address)
  if (addresses.length > 0) {
    await tx
      .updateTable('invitations')
      .set({ address: '', payload: '{}' })
      .where('address', 'in', addresses)
      .execute()
  }
  await tx.deleteFrom('sign_in_links').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('person_emails').where('person_id', 'in', ids).execute()
}

async function forgetCredentials(tx: Writer, ids: string[]): Promise<void> {
  await tx.deleteFrom('password_credentials').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('totp_recovery_codes').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('totp_credentials').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('passkeys').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('passkey_challenges').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('federated_identities').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('federated_requests').where('link_person_id', 'in', ids).execute()
  await tx.deleteFrom('sign_in_sessions').where('person_id', 'in', ids).execute()
  await tx.deleteFrom('access_tokens').where('person_id', 'in', ids).execute()
}
