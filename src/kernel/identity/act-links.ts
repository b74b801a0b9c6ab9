import { randomUUIDv7 } from 'node:crypto'
import { type Actor, refuse, type Refusal, type Work } from '#kernel/database'
import { actLinksRevoked, actLinkUsed } from './entries.ts'
import { m } from './messages/index.ts'
import type { LinkEnd } from './schema.ts'
import { hashOf, looksLikeToken, newToken } from './tokens.ts'

/** The right to do one action to one object, given to whoever holds the link. */
export interface CreateActLink {
  action: string
  objectId: string
  /** In whose name the holder acts, or null for a nameless holder. */
  personId?: string | null
  expiresAt: Date
  maxUses: number
}

/** Makes a link for a single act; the token is returned once and stored nowhere. */
export async function createActLink(
  work: Work,
  input: CreateActLink,
): Promise<{ linkId: string; token: string }> {
  const linkId = randomUUIDv7()
  const token = newToken()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('single_act_links')
      .values({
        id: linkId,
        token_hash: hashOf(token),
        action: input.action,
        object_id: input.objectId,
        person_id: input.personId ?? null,
        created_at: work.now,
        expires_at: input.expiresAt,
        used_count: 0,
        max_uses: input.maxUses,
        last_used_at: null,
        revoked_at: null,
        revoked_reason: null,
      })
      .execute(),
  )
  return { linkId, token }
}

/** A link as it stands; a `closed` one allows nothing, and its page says why. */
export interface ActLink {
  id: string
  action: string
  objectId: string
  personId: string | null
  state: 'open' | 'used' | 'expired' | 'revoked'
  expiresAt: Date
  lastUsedAt: Date | null
  /** Why it was revoked, where it was. */
  end: LinkEnd | null
}

/** The link of a token, open or not, or null when there is none. Looking uses nothing up. */
export async function readActLink(work: Work, token: string): Promise<ActLink | null> {
  if (!looksLikeToken(token)) return null
  const row = await work.read
    .selectFrom('single_act_links as l')
    .leftJoin('persons as p', 'p.id', 'l.person_id')
    .selectAll('l')
    .select('p.state as person_state')
    .where('l.token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row) return null
  const isOrphaned = row.person_id !== null && row.person_state !== 'active'
  return {
    id: row.id,
    action: row.action,
    objectId: row.object_id,
    personId: row.person_id,
    state:
      isOrphaned || row.revoked_at !== null
        ? 'revoked'
        : row.used_count >= row.max_uses
          ? 'used'
          : row.expires_at <= work.now
            ? 'expired'
            : 'open',
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    end: isOrphaned ? 'person-gone' : row.revoked_reason,
  }
}

/** Who acts by a link. That the link is open is asked when it is read, and again when it is used. */
export function actorOfLink(
  link: Pick<ActLink, 'id' | 'action' | 'objectId' | 'personId'>,
): Extract<Actor, { kind: 'link' }> {
  const { id, action, objectId, personId } = link
  return { kind: 'link', linkId: id, personId, action, objectId }
}

/** Counts one use of the acting link, in the same work as the act; refuses when it is used up meanwhile. Any other actor passes. */
export async function useActLink(work: Work): Promise<'counted' | Refusal> {
  const actor = work.actor
  if (actor.kind !== 'link') return 'counted'
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('single_act_links')
      .set((eb) => ({ used_count: eb('used_count', '+', 1), last_used_at: work.now }))
      .where('id', '=', actor.linkId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', work.now)
      .whereRef('used_count', '<', 'max_uses')
      .returning('used_count')
      .executeTakeFirst(),
  )
  if (!row) return refuse(422, m('link.used-or-expired'))
  const entry = actLinkUsed({
    object: { kind: 'single-act-link', id: actor.linkId },
    personId: actor.personId,
    data: { action: actor.action, objectId: actor.objectId, use: row.used_count },
  })
  await work.write(entry, async () => undefined)
  return 'counted'
}

/** Which open links are meant: those to objects (for one action, or of one person), or one by its id. */
export type LinksToRevoke =
  | { objectIds: readonly string[]; action?: string; personId?: string }
  | { linkId: string }

/** Revokes open links, and says why; one entry tells of all that lead to one object. Gives back how many. */
export async function revokeActLinks(
  work: Work,
  which: LinksToRevoke,
  reason: LinkEnd,
): Promise<number> {
  if ('objectIds' in which && which.objectIds.length === 0) return 0
  const revoked = await work.writeUnchronicled((tx) => {
    let query = tx
      .updateTable('single_act_links')
      .set({ revoked_at: work.now, revoked_reason: reason })
      .where('revoked_at', 'is', null)
      // What is used up or over says so itself; it is not revoked on top.
      .where('expires_at', '>', work.now)
      .whereRef('used_count', '<', 'max_uses')
      .returning(['id', 'object_id', 'person_id'])
    if ('linkId' in which) return query.where('id', '=', which.linkId).execute()
    query = query.where('object_id', 'in', [...which.objectIds])
    if (which.action !== undefined) query = query.where('action', '=', which.action)
    if (which.personId !== undefined) query = query.where('person_id', '=', which.personId)
    return query.execute()
  })
  const byObject = Map.groupBy(revoked, (row) => row.object_id)
  const entries = [...byObject].map(([objectId, links]) => {
    const persons = new Set(links.map((link) => link.person_id))
    return actLinksRevoked({
      object: { kind: 'single-act-link', id: links[0]!.id },
      personId: persons.size === 1 ? links[0]!.person_id : null,
      data: { objectId, reason, count: links.length },
    })
  })
  if (entries.length > 0) await work.write(entries, async () => undefined)
  return revoked.length
}
