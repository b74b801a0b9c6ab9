import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { Language, PersonName } from '#kernel/values'
import { normaliseAddress } from './addresses.ts'
import { invitationAccepted, invitationWithdrawn, personInvited } from './entries.ts'
import { letterPaths } from './letters.ts'
import { m } from './messages/index.ts'
import { personByEmail, registerPerson, verifyAddress } from './persons.ts'
import { completeFirstFactor, type SignInStep } from './sessions.ts'
import type { Device, IdentitySettings } from './settings.ts'
import { hashOf, looksLikeToken, newToken } from './tokens.ts'

const day = 24 * 60 * 60_000

/** An invitation by mail. `kind` and `payload` belong to the module that invites; identity only keeps them. */
export interface Invite {
  email: string
  kind: string
  payload: Record<string, unknown>
  language: Language
  /** Who invites to what, in the inviter's words: the subject and the first paragraph of the letter. */
  subject: Message
  text: Message
  /** Fourteen days from now unless given. */
  expiresAt?: Date
  /** The organisations whose chronicle shows it. */
  organisationIds?: readonly string[]
}

/** Invites somebody by e-mail. */
export async function invite(
  work: Work,
  settings: IdentitySettings,
  input: Invite,
): Promise<{ invitationId: string; expiresAt: Date } | Refusal> {
  const address = normaliseAddress(input.email)
  if (address === null) return refuse(422, m('email.faulty'), { email: m('email.faulty') })
  const id = randomUUIDv7()
  const token = newToken()
  const expiresAt = input.expiresAt ?? new Date(work.now.getTime() + 14 * day)
  const entry = personInvited({
    object: { kind: 'invitation', id },
    organisationIds: input.organisationIds ?? [],
    data: { kind: input.kind },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('invitations')
      .values({
        id,
        token_hash: hashOf(token),
        address,
        invited_by: personOf(work.actor),
        kind: input.kind,
        payload: JSON.stringify(input.payload),
        language: input.language,
        created_at: work.now,
        expires_at: expiresAt,
        accepted_at: null,
        accepted_by: null,
        withdrawn_at: null,
      })
      .execute(),
  )
  await settings.deliver(work, {
    kind: 'invitation',
    to: address,
    personId: null,
    language: input.language,
    subject: input.subject,
    paragraphs: [input.text, m('letter.invitation.text', { expiresAt })],
    action: { label: m('letter.invitation.action'), path: letterPaths.invitation + token },
    code: null,
    organisationId: input.organisationIds?.[0],
  })
  return { invitationId: id, expiresAt }
}

/** An invitation as its page shows it, before anything is accepted. */
export interface OpenInvitation {
  id: string
  address: string
  kind: string
  payload: Record<string, unknown>
  language: Language
  expiresAt: Date
  /** Whether somebody has the address already: then no name is asked for. */
  known: boolean
}

/** Reads an open invitation without accepting it; only a POST accepts. */
export async function readInvitation(work: Work, token: string): Promise<OpenInvitation | Refusal> {
  const row = looksLikeToken(token)
    ? await work.read
        .selectFrom('invitations')
        .selectAll()
        .where('token_hash', '=', hashOf(token))
        .where('accepted_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', work.now)
        .executeTakeFirst()
    : undefined
  if (!row) return refuse(422, m('invitation.used-or-expired'))
  return {
    id: row.id,
    address: row.address,
    kind: row.kind,
    payload: row.payload,
    language: row.language,
    expiresAt: row.expires_at,
    known: (await personByEmail(work, row.address)) !== null,
  }
}

/** What somebody gives to accept an invitation; a name is needed only from somebody new. */
export interface AcceptInvitation {
  token: string
  name: PersonName | null
  preferredLanguage: Language
  timeZone: string
  device: Device
  replaces?: string | null
}

/** An accepted invitation: the module that invited now makes the appointment or enrolment, in the same work. */
export interface AcceptedInvitation {
  invitationId: string
  personId: string
  registered: boolean
  kind: string
  payload: Record<string, unknown>
  invitedBy: string | null
  /** Null when the person was signed in already. */
  signIn: SignInStep | null
}

/**
 * Accepts an invitation once. Whoever is signed in accepts for themselves; otherwise the person who has the address
 * does, or a new person is registered with the address as proven, and is signed in.
 */
export async function acceptInvitation(
  work: Work,
  settings: IdentitySettings,
  input: AcceptInvitation,
): Promise<AcceptedInvitation | Refusal> {
  const open = await readInvitation(work, input.token)
  if (isRefused(open)) return open
  const person = await whoAccepts(work, settings, open, input)
  if (isRefused(person)) return person
  const entry = invitationAccepted({
    object: { kind: 'invitation', id: open.id },
    personId: person.id,
    data: { kind: open.kind, registered: person.registered },
  })
  const accepted = await work.write(entry, (tx) =>
    tx
      .updateTable('invitations')
      .set({ accepted_at: work.now, accepted_by: person.id })
      .where('id', '=', open.id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('invited_by')
      .executeTakeFirst(),
  )
  if (!accepted) return refuse(422, m('invitation.used-or-expired'))
  const signedIn = work.actor.kind === 'person'
  return {
    invitationId: open.id,
    personId: person.id,
    registered: person.registered,
    kind: open.kind,
    payload: open.payload,
    invitedBy: accepted.invited_by,
    signIn: signedIn ? null : await signIn(work, person.id, input),
  }
}

/** Takes an open invitation back. */
export async function withdrawInvitation(
  work: Work,
  input: { invitationId: string; organisationIds?: readonly string[] },
): Promise<{ withdrawn: 1 } | Refusal> {
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('invitations')
      .set({ withdrawn_at: work.now })
      .where('id', '=', input.invitationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('kind')
      .executeTakeFirst(),
  )
  if (!row) return refuse(404, m('invitation.used-or-expired'))
  const entry = invitationWithdrawn({
    object: { kind: 'invitation', id: input.invitationId },
    organisationIds: input.organisationIds ?? [],
    data: { kind: row.kind },
  })
  await work.write(entry, async () => undefined)
  return { withdrawn: 1 }
}

async function whoAccepts(
  work: Work,
  settings: IdentitySettings,
  open: OpenInvitation,
  input: AcceptInvitation,
): Promise<{ id: string; registered: boolean } | Refusal> {
  if (work.actor.kind === 'person') return { id: work.actor.personId, registered: false }
  const known = await personByEmail(work, open.address)
  if (known) {
    await verifyAddress(work, known.id, open.address)
    return { id: known.id, registered: false }
  }
  if (input.name === null) return refuse(422, m('person.faulty'), { name: m('field.faulty') })
  const registered = await registerPerson(work, settings, {
    name: input.name,
    email: open.address,
    emailVerified: true,
    preferredLanguage: input.preferredLanguage,
    timeZone: input.timeZone,
  })
  return isRefused(registered) ? registered : { id: registered.id, registered: true }
}

function signIn(work: Work, personId: string, input: AcceptInvitation): Promise<SignInStep> {
  return completeFirstFactor(work, {
    personId,
    method: 'invitation',
    factors: ['email'],
    device: input.device,
    replaces: input.replaces ?? null,
  })
}
