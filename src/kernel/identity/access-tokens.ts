import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Language, PersonName } from '#kernel/values'
import { accessTokenMade, accessTokensEnded } from './entries.ts'
import { tellOwner } from './letters.ts'
import { m } from './messages/index.ts'
import type { AccessScope } from './schema.ts'
import { freshSession } from './sessions.ts'
import type { IdentitySettings } from './settings.ts'
import { hashOf, looksLikeToken, newToken } from './tokens.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How many tokens a person may have open, for how many days, and how exactly their last use is kept. */
export const accessTokenRules = {
  most: 20,
  days: [7, 30, 90, 365],
  usedEveryMs: 5 * minute,
  longestLabel: 60,
} as const

/** By its beginning a token is known for what it is where it was published by mistake. */
const prefix = 'weft_'

/** A token as its owner's page lists it. */
export interface ListedAccessToken {
  id: string
  label: string
  scope: AccessScope
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** For whom a program acts, and how far it may go. */
interface AccessTokenHolder {
  id: string
  scope: AccessScope
  personId: string
  name: PersonName
  preferredLanguage: Language
  timeZone: string
  /** Whether `touchAccessToken` should note the use; at most every five minutes. */
  useDue: boolean
}

/** What a new token is to be. */
interface NewAccessToken {
  sessionId: string
  label: string
  scope: AccessScope
  /** One of `accessTokenRules.days`. */
  days: number
}

/**
 * Makes a token for the actor's own programs, from a fresh session, and tells the owner. The token is given back here and
 * stored nowhere. Refuses a name that an open token has: a form that was sent twice makes one.
 */
export async function makeAccessToken(
  work: Work,
  settings: Pick<IdentitySettings, 'siteName' | 'deliver'>,
  { sessionId, scope, days, ...input }: NewAccessToken,
): Promise<{ id: string; token: string; expiresAt: Date } | Refusal> {
  const session = await freshSession(work, sessionId)
  if (isRefused(session)) return session
  const { personId } = session
  // Two at once would both find room.
  await work.writeUnchronicled((tx) =>
    tx.selectFrom('persons').select('id').where('id', '=', personId).forUpdate().execute(),
  )
  const label = input.label.trim().slice(0, accessTokenRules.longestLabel)
  const fault = faultOf(label, await listAccessTokens(work, personId))
  if (fault) return fault
  const id = randomUUIDv7()
  const token = newToken()
  const expiresAt = new Date(work.now.getTime() + days * day)
  const entry = accessTokenMade({
    object: { kind: 'access-token', id },
    personId,
    data: { scope, days },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('access_tokens')
      .values({
        id,
        person_id: personId,
        token_hash: hashOf(token),
        label,
        scope,
        created_at: work.now,
        expires_at: expiresAt,
        last_used_at: null,
        ended_at: null,
      })
      .execute(),
  )
  await tellOwner(work, settings, 'access-token-made', personId)
  return { id, token: `${prefix}${token}`, expiresAt }
}

/** The open tokens of a person, the newest first. */
export async function listAccessTokens(work: Work, personId: string): Promise<ListedAccessToken[]> {
  const rows = await work.read
    .selectFrom('access_tokens')
    .select(['id', 'label', 'scope', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', work.now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    scope: row.scope,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Who stands behind a token; null when it is unknown, ended or expired, or its person is gone. One query. */
export async function holderOfAccessToken(
  work: Work,
  given: string,
): Promise<AccessTokenHolder | null> {
  const token = given.startsWith(prefix) ? given.slice(prefix.length) : ''
  if (!looksLikeToken(token)) return null
  const row = await work.read
    .selectFrom('access_tokens as t')
    .innerJoin('persons as p', 'p.id', 't.person_id')
    .select([
      't.id',
      't.scope',
      't.person_id',
      't.last_used_at',
      'p.name',
      'p.preferred_language',
      'p.time_zone',
    ])
    .where('t.token_hash', '=', hashOf(token))
    .where('t.ended_at', 'is', null)
    .where('t.expires_at', '>', work.now)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    scope: row.scope,
    personId: row.person_id,
    name: row.name,
    preferredLanguage: row.preferred_language,
    timeZone: row.time_zone,
    useDue:
      row.last_used_at === null ||
      work.now.getTime() - row.last_used_at.getTime() >= accessTokenRules.usedEveryMs,
  }
}

/** Notes that a token was used; call it when `useDue` says so. */
export async function touchAccessToken(work: Work, tokenId: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('access_tokens')
      .set({ last_used_at: work.now })
      .where('id', '=', tokenId)
      .execute(),
  )
}

/** Ends one of the actor's own tokens; somebody else's looks like none. */
export async function endAccessToken(
  work: Work,
  tokenId: string,
): Promise<{ ended: number } | Refusal> {
  const personId = work.actor.kind === 'person' ? work.actor.personId : null
  const ended =
    personId === null
      ? 0
      : await endAccessTokensOf(work, personId, { only: tokenId, reason: 'ended-by-owner' })
  return ended === 0 ? refuse(404, m('access-token.unknown')) : { ended }
}

/** Ends the open tokens of a person, of which one may be meant; returns how many. */
export async function endAccessTokensOf(
  work: Work,
  personId: string,
  { only, reason }: { only?: string; reason: string },
): Promise<number> {
  const open = await work.read
    .selectFrom('access_tokens')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(only !== undefined, (query) => query.where('id', '=', only!))
    .execute()
  if (open.length === 0) return 0
  const ids = open.map(({ id }) => id)
  const entry = accessTokensEnded({
    object: { kind: 'person', id: personId },
    personId,
    data: { count: ids.length, reason },
  })
  await work.write(entry, (tx) =>
    tx.updateTable('access_tokens').set({ ended_at: work.now }).where('id', 'in', ids).execute(),
  )
  return ids.length
}

function faultOf(label: string, open: readonly ListedAccessToken[]): Refusal | null {
  if (label === '') {
    return refuse(422, m('access-token.faulty'), { label: m('access-token.needs-name') })
  }
  if (open.some((each) => each.label === label)) {
    return refuse(422, m('access-token.faulty'), { label: m('access-token.name-taken') })
  }
  return open.length >= accessTokenRules.most
    ? refuse(409, m('access-token.too-many', { most: accessTokenRules.most }))
    : null
}
