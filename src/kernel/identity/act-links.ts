import { randomUUIDv7 } from 'node:crypto'
import { type Actor, refuse, type Refusal, type Work } from '#kernel/database'
import { actLinkRevoked, actLinkUsed } from './entries.ts'
import { m } from './messages/index.ts'
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
        revoked_at: null,
      })
      .execute(),
  )
  return { linkId, token }
}

/** The actor behind a link, or null when it is unknown, expired, revoked or used up. Looking uses nothing up. */
export async function actorForLink(
  work: Work,
  token: string,
): Promise<Extract<Actor, { kind: 'link' }> | null> {
  if (!looksLikeToken(token)) return null
  const row = await work.read
    .selectFrom('single_act_links as l')
    .leftJoin('persons as p', 'p.id', 'l.person_id')
    .select(['l.id', 'l.action', 'l.object_id', 'l.person_id', 'p.state'])
    .where('l.token_hash', '=', hashOf(token))
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', work.now)
    .whereRef('l.used_count', '<', 'l.max_uses')
    .executeTakeFirst()
  if (!row || (row.person_id !== null && row.state !== 'active')) return null
  return {
    kind: 'link',
    linkId: row.id,
    personId: row.person_id,
    action: row.action,
    objectId: row.object_id,
  }
}

/** Counts one use of the acting link, in the same work as the act; refuses when it is used up meanwhile. Any other actor passes. */
export async function useActLink(work: Work): Promise<'counted' | Refusal> {
  const actor = work.actor
  if (actor.kind !== 'link') return 'counted'
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('single_act_links')
      .set((eb) => ({ used_count: eb('used_count', '+', 1) }))
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

/** Revokes the open links to an object, all or those for one action; returns how many. */
export async function revokeActLinks(
  work: Work,
  input: { objectId: string; action?: string } | { linkId: string },
): Promise<number> {
  const revoked = await work.writeUnchronicled((tx) => {
    const open = tx
      .updateTable('single_act_links')
      .set({ revoked_at: work.now })
      .where('revoked_at', 'is', null)
      .returning(['id', 'action', 'object_id', 'person_id'])
    if ('linkId' in input) return open.where('id', '=', input.linkId).execute()
    const ofObject = open.where('object_id', '=', input.objectId)
    return input.action === undefined
      ? ofObject.execute()
      : ofObject.where('action', '=', input.action).execute()
  })
  const entries = revoked.map((row) =>
    actLinkRevoked({
      object: { kind: 'single-act-link', id: row.id },
      personId: row.person_id,
      data: { action: row.action, objectId: row.object_id },
    }),
  )
  if (entries.length > 0) await work.write(entries, async () => undefined)
  return revoked.length
}
