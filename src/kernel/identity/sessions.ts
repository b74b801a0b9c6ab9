import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Language, PersonName } from '#kernel/values'
import { sessionsEnded, sessionStarted } from './entries.ts'
import { m } from './messages/index.ts'
import type { SignInFactor, SignInMethod } from './schema.ts'
import type { Device } from './settings.ts'
import { hashOf, looksLikeToken, newToken } from './tokens.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How long a sign-in session lives: at most, unseen, and how fresh it must be for security settings. */
export const sessionRules = {
  lastingMs: 30 * day,
  unseenMs: 7 * day,
  browserMs: 12 * 60 * minute,
  halfMs: 10 * minute,
  seenEveryMs: 5 * minute,
  freshMs: 15 * minute,
} as const

/** A sign-in session with its person, as the request pipeline needs them. */
export interface SignInSession {
  id: string
  personId: string
  name: PersonName
  preferredLanguage: Language
  timeZone: string
  demonstration: boolean
  method: SignInMethod
  factors: SignInFactor[]
  lasting: boolean
  authenticatedAt: Date
  expiresAt: Date
  /** Whether `touchSession` should note that it was seen; at most every five minutes. */
  refreshDue: boolean
}

/** A started session: the token goes into the cookie and is stored nowhere. */
export interface StartedSession {
  kind: 'signed-in'
  sessionId: string
  personId: string
  token: string
  expiresAt: Date
  /** For the cookie; null when it should go with the browser. */
  maxAgeSeconds: number | null
}

/** A first factor was right and the second is awaited; the token opens nothing but the second step. */
export interface HalfSession {
  kind: 'second-factor'
  personId: string
  token: string
  expiresAt: Date
}

/** Where a right first factor leads. */
export type SignInStep = StartedSession | HalfSession

interface NewSession {
  personId: string
  method: SignInMethod
  factors: SignInFactor[]
  device: Device
  /** The token that the browser came with; it ends here, so that nobody can fix a session beforehand. */
  replaces?: string | null
}

/** Starts a sign-in session under a new token and ends the one that the browser came with. */
export async function startSession(work: Work, input: NewSession): Promise<StartedSession> {
  const lifetime = input.device.lasting ? sessionRules.lastingMs : sessionRules.browserMs
  const session = await insertSession(work, input, lifetime, false)
  return {
    kind: 'signed-in',
    ...session,
    maxAgeSeconds: input.device.lasting ? sessionRules.lastingMs / 1000 : null,
  }
}

/** Starts a half session, which waits ten minutes for the second factor. */
export async function startHalfSession(work: Work, input: NewSession): Promise<HalfSession> {
  const { personId, token, expiresAt } = await insertSession(work, input, sessionRules.halfMs, true)
  return { kind: 'second-factor', personId, token, expiresAt }
}

/** Continues with a session or asks for the second factor, as the person has set it up. A passkey with user verification is two factors already. */
export async function completeFirstFactor(work: Work, input: NewSession): Promise<SignInStep> {
  const totp = await work.read
    .selectFrom('totp_credentials')
    .select('person_id')
    .where('person_id', '=', input.personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (totp && !input.factors.includes('passkey')) return startHalfSession(work, input)
  return startSession(work, input)
}

/** The session behind a cookie with its person, in one query; null when unknown, ended, half, unseen too long or expired. */
export async function sessionByToken(work: Work, token: string): Promise<SignInSession | null> {
  if (!looksLikeToken(token)) return null
  const row = await work.read
    .selectFrom('sign_in_sessions as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .select([
      's.id',
      's.person_id',
      's.method',
      's.factors',
      's.lasting',
      's.authenticated_at',
      's.expires_at',
      's.last_seen_at',
      'p.name',
      'p.preferred_language',
      'p.time_zone',
      'p.demonstration',
    ])
    .where('s.token_hash', '=', hashOf(token))
    .where('s.ended_at', 'is', null)
    .where('s.awaits_second_factor', '=', false)
    .where('s.expires_at', '>', work.now)
    .where('s.last_seen_at', '>', new Date(work.now.getTime() - sessionRules.unseenMs))
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    preferredLanguage: row.preferred_language,
    timeZone: row.time_zone,
    demonstration: row.demonstration,
    method: row.method,
    factors: row.factors,
    lasting: row.lasting,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    refreshDue: work.now.getTime() - row.last_seen_at.getTime() >= sessionRules.seenEveryMs,
  }
}

/** How long a session lasts, for the cookie that carries its new token; null when there is none. */
export async function sessionLifetime(
  work: Work,
  sessionId: string,
): Promise<{ lasting: boolean; expiresAt: Date } | null> {
  const row = await work.read
    .selectFrom('sign_in_sessions')
    .select(['lasting', 'expires_at'])
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row ? { lasting: row.lasting, expiresAt: row.expires_at } : null
}

/** Notes that a session was seen; call it when `refreshDue` says so. */
export async function touchSession(work: Work, sessionId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('sign_in_sessions')
      .set({ last_seen_at: work.now })
      .where('id', '=', sessionId)
      .where('last_seen_at', '<', work.now)
      .execute(),
  )
}

/** The half session behind a token, or a refusal that says to begin again. */
export async function halfSessionByToken(
  work: Work,
  token: string,
): Promise<
  | { id: string; personId: string; method: SignInMethod; factors: SignInFactor[]; device: Device }
  | Refusal
> {
  const row = looksLikeToken(token)
    ? await work.read
        .selectFrom('sign_in_sessions as s')
        .innerJoin('persons as p', 'p.id', 's.person_id')
        .select([
          's.id',
          's.person_id',
          's.method',
          's.factors',
          's.device_label',
          's.network',
          's.lasting',
        ])
        .where('s.token_hash', '=', hashOf(token))
        .where('s.awaits_second_factor', '=', true)
        .where('s.ended_at', 'is', null)
        .where('s.expires_at', '>', work.now)
        .where('p.state', '=', 'active')
        .executeTakeFirst()
    : undefined
  if (!row) return refuse(422, m('second-factor.begin-again'))
  return {
    id: row.id,
    personId: row.person_id,
    method: row.method,
    factors: row.factors,
    device: { label: row.device_label, network: row.network, lasting: row.lasting },
  }
}

/** Gives a session a new token: at every change of what it may do, so that an overheard token is worth nothing. */
export async function rotateSession(
  work: Work,
  sessionId: string,
  authenticated?: SignInFactor,
): Promise<{ token: string } | Refusal> {
  const session = await ownSession(work, sessionId)
  if (isRefused(session)) return session
  const token = newToken()
  const factors = authenticated
    ? [...new Set([...session.factors, authenticated])]
    : session.factors
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('sign_in_sessions')
      .set({
        token_hash: hashOf(token),
        factors: JSON.stringify(factors),
        ...(authenticated ? { authenticated_at: work.now } : {}),
      })
      .where('id', '=', sessionId)
      .execute(),
  )
  return { token }
}

/** One of a person's own sessions, as the security page lists it. */
export interface ListedSession {
  id: string
  method: SignInMethod
  deviceLabel: string
  network: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

/** The actor's own open sessions, the last seen first. */
export async function listSessions(work: Work): Promise<ListedSession[]> {
  const personId = personOf(work.actor)
  if (personId === null || work.actor.kind !== 'person') return []
  const rows = await work.read
    .selectFrom('sign_in_sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('awaits_second_factor', '=', false)
    .where('expires_at', '>', work.now)
    .where('last_seen_at', '>', new Date(work.now.getTime() - sessionRules.unseenMs))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    deviceLabel: row.device_label,
    network: row.network,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }))
}

/** Ends one of the actor's own sessions: signing out here, or elsewhere. */
export async function endSession(work: Work, sessionId: string): Promise<{ ended: 1 } | Refusal> {
  const session = await ownSession(work, sessionId)
  if (isRefused(session)) return session
  await endSessionsOf(work, session.personId, { only: sessionId, reason: 'ended-by-owner' })
  return { ended: 1 }
}

/** Ends all of the actor's sessions but the one given. */
export async function endOtherSessions(
  work: Work,
  sessionId: string,
): Promise<{ ended: number } | Refusal> {
  const session = await ownSession(work, sessionId)
  if (isRefused(session)) return session
  const ended = await endSessionsOf(work, session.personId, {
    except: sessionId,
    reason: 'ended-by-owner',
  })
  return { ended }
}

/** Ends sessions of a person after a change of security; returns how many. */
export async function endSessionsOf(
  work: Work,
  personId: string,
  which: { except?: string | null; only?: string; reason: string },
): Promise<number> {
  const open = await work.read
    .selectFrom('sign_in_sessions')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(which.except != null, (query) => query.where('id', '<>', which.except!))
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only!))
    .execute()
  if (open.length === 0) return 0
  const ids = open.map((row) => row.id)
  const entry = sessionsEnded({
    object: { kind: 'person', id: personId },
    personId,
    data: { count: ids.length, reason: which.reason },
  })
  await work.write(entry, (tx) =>
    tx.updateTable('sign_in_sessions').set({ ended_at: work.now }).where('id', 'in', ids).execute(),
  )
  return ids.length
}

/** Whether a session proved who it is recently enough for a change of security. */
export function isFreshlyAuthenticated(session: { authenticatedAt: Date }, now: Date): boolean {
  return now.getTime() - session.authenticatedAt.getTime() <= sessionRules.freshMs
}

/** The actor's own session if it is fresh; otherwise a refusal with 401 that asks to prove oneself again. */
export async function freshSession(
  work: Work,
  sessionId: string,
): Promise<{ personId: string; factors: SignInFactor[] } | Refusal> {
  const session = await ownSession(work, sessionId)
  if (isRefused(session)) return session
  if (!isFreshlyAuthenticated(session, work.now)) return refuse(401, m('session.prove-again'))
  return session
}

/** The actor's own open session; somebody else's looks like none. */
export async function ownSession(
  work: Work,
  sessionId: string,
): Promise<{ personId: string; factors: SignInFactor[]; authenticatedAt: Date } | Refusal> {
  const personId = work.actor.kind === 'person' ? work.actor.personId : null
  const row = personId
    ? await work.read
        .selectFrom('sign_in_sessions')
        .select(['person_id', 'factors', 'authenticated_at'])
        .where('id', '=', sessionId)
        .where('person_id', '=', personId)
        .where('ended_at', 'is', null)
        .where('awaits_second_factor', '=', false)
        .where('expires_at', '>', work.now)
        .executeTakeFirst()
    : undefined
  if (!row) return refuse(404, m('session.unknown'))
  return { personId: row.person_id, factors: row.factors, authenticatedAt: row.authenticated_at }
}

async function insertSession(work: Work, input: NewSession, lifetimeMs: number, half: boolean) {
  const id = randomUUIDv7()
  const token = newToken()
  const expiresAt = new Date(work.now.getTime() + lifetimeMs)
  const row = {
    id,
    person_id: input.personId,
    token_hash: hashOf(token),
    awaits_second_factor: half,
    method: input.method,
    factors: JSON.stringify(input.factors),
    device_label: input.device.label.slice(0, 60),
    network: input.device.network.slice(0, 60),
    lasting: input.device.lasting,
    created_at: work.now,
    last_seen_at: work.now,
    authenticated_at: work.now,
    expires_at: expiresAt,
    ended_at: null,
  }
  const insert = async (tx: Parameters<Parameters<Work['writeUnchronicled']>[0]>[0]) => {
    if (input.replaces) {
      await tx
        .updateTable('sign_in_sessions')
        .set({ ended_at: work.now })
        .where('token_hash', '=', hashOf(input.replaces))
        .where('ended_at', 'is', null)
        .execute()
    }
    await tx.insertInto('sign_in_sessions').values(row).execute()
  }
  if (half) await work.writeUnchronicled(insert)
  else await work.write(startedEntry(input, id), insert)
  return { sessionId: id, personId: input.personId, token, expiresAt }
}

function startedEntry(input: NewSession, id: string) {
  return sessionStarted({
    object: { kind: 'sign-in-session', id },
    personId: input.personId,
    data: { method: input.method, factors: input.factors },
  })
}
