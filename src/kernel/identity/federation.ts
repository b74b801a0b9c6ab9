import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { safePath } from './addresses.ts'
import { identityLinked, identityUnlinked } from './entries.ts'
import { tellOwner } from './letters.ts'
import { m } from './messages/index.ts'
import { open, seal } from './secrets.ts'
import { completeFirstFactor, freshSession, type SignInStep } from './sessions.ts'
import type { FederatedClaims, FederatedSignIn } from './service-port.ts'
import type { Device, IdentitySettings, Perform } from './settings.ts'
import { hashOf, looksLikeToken, newToken } from './tokens.ts'

type Told = Pick<IdentitySettings, 'siteName' | 'deliver' | 'oidcProviders' | 'otherServices'>

const requestLifetimeMs = 10 * 60_000
const pendingLifetimeMs = 15 * 60_000

/** What an answer led to: signed in, linked, or an identity that nobody holds yet. */
export type FederatedOutcome =
  | (SignInStep & { next: string })
  | { kind: 'linked'; personId: string; next: string }
  | { kind: 'unknown'; pendingToken: string; providerId: string; next: string }

/** Begins at another service. The browser token goes into the sign-in cookie: only the browser that left may come back. */
export async function beginFederatedSignIn(
  perform: Perform,
  settings: Pick<IdentitySettings, 'keys'>,
  adapter: FederatedSignIn,
  input: { next: string | null; language: Language; linkFrom?: { sessionId: string } },
): Promise<{ url: URL; browserToken: string } | Refusal> {
  const state = newToken()
  const browserToken = newToken()
  const begun = await adapter.begin({ state, language: input.language })
  if (isRefused(begun)) return begun
  return perform(async (work) => {
    const owner = input.linkFrom ? await freshSession(work, input.linkFrom.sessionId) : null
    if (isRefused(owner)) return owner
    await work.writeUnchronicled((tx) =>
      tx
        .insertInto('federated_requests')
        .values({
          id: randomUUIDv7(),
          provider_id: adapter.providerId,
          state_hash: hashOf(state),
          browser_hash: hashOf(browserToken),
          sealed_memory: seal(settings.keys, `federated ${state}`, Buffer.from(begun.memory)),
          next_path: safePath(input.next),
          language: input.language,
          link_person_id: owner?.personId ?? null,
          expires_at: new Date(work.now.getTime() + requestLifetimeMs),
          used_at: null,
          pending_hash: null,
          pending_issuer: null,
          pending_subject: null,
          linked_at: null,
          sealed_answer: null,
        })
        .execute(),
    )
    return { url: begun.url, browserToken }
  })
}

/**
 * Keeps an answer that the other service's page posted, until the browser that began comes for it: its cookie does not
 * travel with a form from another site. Only the first answer to a request that waits is kept.
 */
export async function keepFederatedAnswer(
  work: Work,
  settings: Pick<IdentitySettings, 'keys'>,
  adapter: FederatedSignIn,
  form: URLSearchParams,
): Promise<{ state: string } | Refusal> {
  const { answers } = adapter
  const state = answers.by === 'form' ? (form.get(answers.stateField) ?? '') : ''
  const expired = refuse(422, m('federated.begin-again'))
  if (!looksLikeToken(state)) return expired
  const kept = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('federated_requests')
      .set({
        sealed_answer: seal(settings.keys, answerOf(state), Buffer.from(form.toString())),
      })
      .where('state_hash', '=', hashOf(state))
      .where('provider_id', '=', adapter.providerId)
      .where('used_at', 'is', null)
      .where('sealed_answer', 'is', null)
      .where('expires_at', '>', work.now)
      .returning('id')
      .executeTakeFirst(),
  )
  return kept ? { state } : expired
}

const answerOf = (state: string) => `federated answer ${state}`

/**
 * Takes the answer of the other service. A known identity signs in; an unknown one waits fifteen minutes until its
 * person signs in another way and links it (`linkPendingIdentity`). No account is ever found by its e-mail address.
 */
export async function finishFederatedSignIn(
  perform: Perform,
  settings: Pick<IdentitySettings, 'keys'> & Told,
  adapter: FederatedSignIn,
  input: {
    callback: URL
    state: string
    browserToken: string
    device: Device
    replaces?: string | null
  },
): Promise<FederatedOutcome | Refusal> {
  const request = await perform((work) => takeRequest(work, adapter.providerId, input))
  if (isRefused(request)) return request
  const memory = open(settings.keys, `federated ${input.state}`, request.sealed_memory)
  const isForm = adapter.answers.by === 'form'
  if (isForm && !request.sealed_answer) return refuse(422, m('federated.begin-again'))
  const form = isForm ? open(settings.keys, answerOf(input.state), request.sealed_answer!) : null
  const claims = await adapter.finish({
    callback: input.callback,
    state: input.state,
    memory: Buffer.from(memory).toString(),
    form: form && new URLSearchParams(Buffer.from(form).toString()),
  })
  if (isRefused(claims)) return claims
  return perform(async (work) => {
    if (request.link_person_id !== null) {
      const linked = await linkIdentity(work, settings, {
        personId: request.link_person_id,
        providerId: adapter.providerId,
        claims,
      })
      if (isRefused(linked)) return linked
      return { kind: 'linked', personId: request.link_person_id, next: request.next_path }
    }
    const personId = await holderOf(work, claims)
    if (personId === null) return keepPending(work, request, claims)
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('federated_identities')
        .set({ last_used_at: work.now })
        .where('issuer', '=', claims.issuer)
        .where('subject', '=', claims.subject)
        .execute(),
    )
    const step = await completeFirstFactor(work, {
      personId,
      method: 'federated',
      factors: ['federated'],
      device: input.device,
      replaces: input.replaces ?? null,
    })
    return { ...step, next: request.next_path }
  })
}

/** Links an identity that came unknown to the person who has meanwhile signed in, in the same browser. */
export async function linkPendingIdentity(
  work: Work,
  settings: Told,
  input: { sessionId: string; pendingToken: string },
): Promise<{ providerId: string } | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const expired = refuse(422, m('federated.begin-again'))
  if (!looksLikeToken(input.pendingToken)) return expired
  const pending = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('federated_requests')
      .set({ linked_at: work.now })
      .where('pending_hash', '=', hashOf(input.pendingToken))
      .where('linked_at', 'is', null)
      .where('expires_at', '>', work.now)
      .returning(['provider_id', 'pending_issuer', 'pending_subject'])
      .executeTakeFirst(),
  )
  if (!pending) return expired
  const claims = { issuer: pending.pending_issuer!, subject: pending.pending_subject! }
  const { personId } = session
  const providerId = pending.provider_id
  const linked = await linkIdentity(work, settings, { personId, providerId, claims })
  return isRefused(linked) ? linked : { providerId }
}

/** An identity at another service, as its owner's security page lists it. */
export interface ListedIdentity {
  id: string
  providerId: string
  linkedAt: Date
  lastUsedAt: Date | null
}

/** A person's identities at other services. */
export async function listFederatedIdentities(
  work: Work,
  personId: string,
): Promise<ListedIdentity[]> {
  const rows = await work.read
    .selectFrom('federated_identities')
    .select(['id', 'provider_id', 'linked_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    providerId: row.provider_id,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Removes one of the actor's own identities, from a fresh session, and tells the owner. */
export async function unlinkFederatedIdentity(
  work: Work,
  settings: Told,
  input: { sessionId: string; identityId: string },
): Promise<{ removed: 1 } | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const own = await listFederatedIdentities(work, session.personId)
  const identity = own.find((each) => each.id === input.identityId)
  if (!identity) return refuse(404, m('federated.unknown'))
  const entry = identityUnlinked({
    object: { kind: 'person', id: session.personId },
    personId: session.personId,
    data: { providerId: identity.providerId },
  })
  await work.write(entry, (tx) =>
    tx.deleteFrom('federated_identities').where('id', '=', identity.id).execute(),
  )
  const provider = labelOf(settings, identity.providerId)
  await tellOwner(work, settings, 'identity-unlinked', session.personId, { provider })
  return { removed: 1 }
}

async function takeRequest(
  work: Work,
  providerId: string,
  input: { state: string; browserToken: string },
) {
  const row =
    looksLikeToken(input.state) && looksLikeToken(input.browserToken)
      ? await work.writeUnchronicled((tx) =>
          tx
            .updateTable('federated_requests')
            .set({ used_at: work.now })
            .where('state_hash', '=', hashOf(input.state))
            .where('browser_hash', '=', hashOf(input.browserToken))
            .where('provider_id', '=', providerId)
            .where('used_at', 'is', null)
            .where('expires_at', '>', work.now)
            .returning([
              'id',
              'provider_id',
              'sealed_memory',
              'sealed_answer',
              'next_path',
              'link_person_id',
            ])
            .executeTakeFirst(),
        )
      : undefined
  return row ?? refuse(422, m('federated.begin-again'))
}

async function holderOf(work: Work, claims: FederatedClaims): Promise<string | null> {
  const row = await work.read
    .selectFrom('federated_identities as f')
    .innerJoin('persons as p', 'p.id', 'f.person_id')
    .select('p.id')
    .where('f.issuer', '=', claims.issuer)
    .where('f.subject', '=', claims.subject)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  return row?.id ?? null
}

interface Linking {
  personId: string
  providerId: string
  claims: FederatedClaims
}

async function linkIdentity(
  work: Work,
  settings: Told,
  { personId, providerId, claims }: Linking,
): Promise<'linked' | Refusal> {
  const entry = identityLinked({
    object: { kind: 'person', id: personId },
    personId,
    data: { providerId },
  })
  const added = await work.write(entry, (tx) =>
    tx
      .insertInto('federated_identities')
      .values({
        id: randomUUIDv7(),
        person_id: personId,
        provider_id: providerId,
        issuer: claims.issuer,
        subject: claims.subject,
        linked_at: work.now,
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (!added) return refuse(409, m('federated.taken'))
  const provider = labelOf(settings, providerId)
  await tellOwner(work, settings, 'identity-linked', personId, { provider })
  return 'linked'
}

/** A service that is no longer configured has no other name than its id. */
function labelOf(settings: Told, providerId: string): string {
  return servicesOf(settings).find(({ id }) => id === providerId)?.label ?? providerId
}

/** All services at which people may sign in, as their buttons name them. */
export function servicesOf({
  oidcProviders,
  otherServices,
}: Pick<IdentitySettings, 'oidcProviders' | 'otherServices'>): { id: string; label: string }[] {
  return [...oidcProviders, ...otherServices].map(({ id, label }) => ({ id, label }))
}

async function keepPending(
  work: Work,
  request: { id: string; provider_id: string; next_path: string },
  claims: FederatedClaims,
): Promise<FederatedOutcome> {
  const pendingToken = newToken()
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('federated_requests')
      .set({
        pending_hash: hashOf(pendingToken),
        pending_issuer: claims.issuer,
        pending_subject: claims.subject,
        expires_at: new Date(work.now.getTime() + pendingLifetimeMs),
      })
      .where('id', '=', request.id)
      .execute(),
  )
  return { kind: 'unknown', pendingToken, providerId: request.provider_id, next: request.next_path }
}
