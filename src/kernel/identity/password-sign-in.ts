import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from './addresses.ts'
import { attempting, limits } from './attempts.ts'
import { endWaysIn } from './end-sign-ins.ts'
import { passwordSet } from './entries.ts'
import { noticeLetter } from './letters.ts'
import { m } from './messages/index.ts'
import { passwordFault } from './passwords.ts'
import { personByEmail, verifyAddress } from './persons.ts'
import {
  completeFirstFactor,
  endSessionsOf,
  freshSession,
  ownSession,
  rotateSession,
  type SignInStep,
} from './sessions.ts'
import type { Device, IdentitySettings, Perform } from './settings.ts'
import { addressOfLink, consumeLink } from './sign-in-links.ts'

/**
 * Signs in by address and password. Unknown addresses and persons without a password cost one hash like all others
 * and get the same answer. It takes `perform`, because the hash is reckoned outside any transaction.
 */
export async function signInWithPassword(
  perform: Perform,
  settings: IdentitySettings,
  input: { email: string; password: string; device: Device; replaces?: string | null },
): Promise<SignInStep | Refusal> {
  const address = normaliseAddress(input.email) ?? input.email.slice(0, 254).toLowerCase()
  const counts = [
    { limit: limits.passwordByAccount, key: address },
    { limit: limits.passwordByAccountDaily, key: address },
    { limit: limits.byNetwork, key: input.device.network },
  ]
  return attempting(perform, settings.keys, counts, async () => {
    const found = await perform((work) => credentialFor(work, address))
    const right = await settings.hasher.verify(input.password, found?.passwordHash ?? null)
    if (!right || !found) return refuse(422, m('sign-in.wrong'))
    const renewed = settings.hasher.isOutdated(found.passwordHash)
      ? await settings.hasher.hash(input.password)
      : null
    return perform((work) => finish(work, found, renewed, input))
  })
}

/** Sets or changes the actor's password from a freshly proven session; the address must be proven. Other sessions end, this one gets a new token. */
export async function setPassword(
  perform: Perform,
  settings: IdentitySettings,
  input: { sessionId: string; password: string },
): Promise<{ token: string } | Refusal> {
  const owner = await perform((work) => ownerOfFreshSession(work, input.sessionId))
  if (isRefused(owner)) return owner
  const fault = faultOf(input.password, owner.address, settings)
  if (fault) return fault
  const passwordHash = await settings.hasher.hash(input.password)
  return perform(async (work) => {
    const still = await freshSession(work, input.sessionId)
    if (isRefused(still)) return still
    await storePassword(work, owner.personId, passwordHash, 'owner')
    await endSessionsOf(work, owner.personId, {
      except: input.sessionId,
      reason: 'password-changed',
    })
    await tellOwner(work, settings, owner)
    return rotateSession(work, input.sessionId)
  })
}

/** Sets a new password by the link that was asked for, ends every session, and signs in. The second factor stays. */
export async function resetPassword(
  perform: Perform,
  settings: IdentitySettings,
  input: { token: string; password: string; device: Device; replaces?: string | null },
): Promise<SignInStep | Refusal> {
  // Only read at first: a password that is too weak must not use the link up.
  const asked = await perform((work) => addressOfLink(work, input.token, 'reset-password'))
  if (isRefused(asked)) return asked
  const fault = faultOf(input.password, asked.address, settings)
  if (fault) return fault
  const passwordHash = await settings.hasher.hash(input.password)
  return perform(async (work) => {
    const link = await consumeLink(work, input.token, 'reset-password')
    if (isRefused(link)) return link
    const person = await personByEmail(work, link.address)
    if (person?.id !== link.personId) return refuse(422, m('link.used-or-expired'))
    await verifyAddress(work, link.personId, link.address)
    await storePassword(work, link.personId, passwordHash, 'reset')
    // Whoever held the account until now may have made themselves a token.
    await endWaysIn(work, link.personId, 'password-reset')
    await tellOwner(work, settings, { personId: link.personId, address: link.address })
    return completeFirstFactor(work, {
      personId: link.personId,
      method: 'link',
      factors: ['email'],
      device: input.device,
      replaces: input.replaces ?? null,
    })
  })
}

/** Proves oneself again with the password before a change of security; the session gets a new token. */
export async function confirmWithPassword(
  perform: Perform,
  settings: IdentitySettings,
  input: { sessionId: string; password: string; network: string },
): Promise<{ token: string } | Refusal> {
  const owner = await perform((work) => ownPassword(work, input.sessionId))
  if (isRefused(owner)) return owner
  const counts = [
    { limit: limits.passwordByAccount, key: owner.personId },
    { limit: limits.byNetwork, key: input.network },
  ]
  return attempting(perform, settings.keys, counts, async () => {
    const right = await settings.hasher.verify(input.password, owner.passwordHash)
    if (!right) return refuse(422, m('password.wrong'), { password: m('password.wrong') })
    return perform((work) => rotateSession(work, input.sessionId, 'password'))
  })
}

/** Whether the actor has a password: the security page shows "set" or "change". */
export async function hasPassword(work: Work, personId: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('password_credentials')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

interface Credential {
  personId: string
  passwordHash: string
}

async function credentialFor(work: Work, address: string): Promise<Credential | null> {
  const row = await work.read
    .selectFrom('person_emails as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('password_credentials as c', 'c.person_id', 'p.id')
    .select(['p.id', 'c.password_hash'])
    .where('e.address', '=', address)
    .where('e.verified_at', 'is not', null)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  return row ? { personId: row.id, passwordHash: row.password_hash } : null
}

async function finish(
  work: Work,
  found: Credential,
  renewed: string | null,
  input: { email: string; device: Device; replaces?: string | null },
): Promise<SignInStep | Refusal> {
  const address = normaliseAddress(input.email)
  const still = address === null ? null : await credentialFor(work, address)
  // The password may have been changed while this one was being checked.
  if (still?.personId !== found.personId || still.passwordHash !== found.passwordHash) {
    return refuse(422, m('sign-in.wrong'))
  }
  if (renewed !== null) {
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('password_credentials')
        .set({ password_hash: renewed })
        .where('person_id', '=', found.personId)
        .execute(),
    )
  }
  return completeFirstFactor(work, {
    personId: found.personId,
    method: 'password',
    factors: ['password'],
    device: input.device,
    replaces: input.replaces ?? null,
  })
}

async function ownerOfFreshSession(work: Work, sessionId: string) {
  const session = await freshSession(work, sessionId)
  if (isRefused(session)) return session
  const email = await work.read
    .selectFrom('person_emails')
    .select('address')
    .where('person_id', '=', session.personId)
    .where('verified_at', 'is not', null)
    .orderBy('is_primary', 'desc')
    .executeTakeFirst()
  if (!email) return refuse(422, m('email.unproven'))
  return { personId: session.personId, address: email.address }
}

async function ownPassword(
  work: Work,
  sessionId: string,
): Promise<{ personId: string; passwordHash: string | null } | Refusal> {
  const session = await ownSession(work, sessionId)
  if (isRefused(session)) return session
  const row = await work.read
    .selectFrom('password_credentials')
    .select('password_hash')
    .where('person_id', '=', session.personId)
    .executeTakeFirst()
  return { personId: session.personId, passwordHash: row?.password_hash ?? null }
}

async function storePassword(
  work: Work,
  personId: string,
  passwordHash: string,
  by: 'owner' | 'reset',
): Promise<void> {
  const entry = passwordSet({ object: { kind: 'person', id: personId }, personId, data: { by } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('password_credentials')
      .values({ person_id: personId, password_hash: passwordHash, set_at: work.now })
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet({ password_hash: passwordHash, set_at: work.now }),
      )
      .execute(),
  )
}

async function tellOwner(
  work: Work,
  settings: IdentitySettings,
  owner: { personId: string; address: string },
): Promise<void> {
  await settings.deliver(
    work,
    noticeLetter('password-set', settings, { ...owner, language: work.language }),
  )
}

function faultOf(
  password: string,
  address: string,
  { siteName }: Pick<IdentitySettings, 'siteName'>,
): Refusal | null {
  const fault = passwordFault(password, { address, siteName })
  return fault ? refuse(422, m(`password.${fault}`), { password: m(`password.${fault}`) }) : null
}
