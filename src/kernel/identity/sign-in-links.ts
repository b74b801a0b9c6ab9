import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Language } from '#kernel/values'
import { maskedAddress, normaliseAddress, safePath } from './addresses.ts'
import { countAttempts, limits } from './attempts.ts'
import { codeLetter } from './letters.ts'
import { m } from './messages/index.ts'
import { personByEmail, verifyAddress } from './persons.ts'
import type { SignInLinksTable } from './schema.ts'
import { keyedHash } from './secrets.ts'
import { completeFirstFactor, type SignInStep } from './sessions.ts'
import type { Device, IdentitySettings, Perform } from './settings.ts'
import { hashOf, looksLikeToken, newCode, newToken, sameSecret } from './tokens.ts'

const linkLifetimeMs = 15 * 60_000
const codeAttempts = 5

/** A request for a link by mail. */
export interface RequestLink {
  email: string
  /** Where to go after signing in; a path of this site. */
  next: string | null
  network: string
}

/** What the asking browser gets, the same whether or not the address is known. */
export interface RequestedLink {
  /** Goes into the sign-in cookie: with it the digits of the letter may be typed here. */
  requestToken: string
  expiresAt: Date
}

/** What a link is for. */
export type LinkPurpose = SignInLinksTable['purpose']

/** Sends a sign-in link and code to the address, if somebody has it; the answer never says whether. */
export async function requestSignInLink(
  work: Work,
  settings: IdentitySettings,
  input: RequestLink,
): Promise<RequestedLink | Refusal> {
  return requestLink(work, settings, 'sign-in', input)
}

/** Sends a link by which a new password can be set, if somebody has the address; the answer never says whether. */
export async function requestPasswordReset(
  work: Work,
  settings: IdentitySettings,
  input: RequestLink,
): Promise<RequestedLink | Refusal> {
  return requestLink(work, settings, 'reset-password', input)
}

/** What the page behind a link shows before anything is used up: scanners of mail open links, and only a POST redeems. */
export async function readSignInLink(
  work: Work,
  token: string,
): Promise<
  { purpose: LinkPurpose; maskedAddress: string; language: Language; next: string } | Refusal
> {
  const row = await usableLink(work, token)
  if (!row) return refuse(422, m('link.used-or-expired'))
  return {
    purpose: row.purpose,
    maskedAddress: maskedAddress(row.address),
    language: row.language,
    next: row.next_path,
  }
}

/** Uses up a sign-in link and signs its person in, or asks for the second factor. Of two at once, one wins. */
export async function redeemSignInLink(
  work: Work,
  input: { token: string; device: Device; replaces?: string | null },
): Promise<(SignInStep & { next: string }) | Refusal> {
  const link = await consumeLink(work, input.token, 'sign-in')
  if (isRefused(link)) return link
  return signInBy(work, link, 'link', input)
}

/** Uses up the link by the digits of its letter, typed in the browser that asked; five wrong tries end it. */
export async function redeemSignInCode(
  perform: Perform,
  settings: Pick<IdentitySettings, 'keys'>,
  input: { requestToken: string; code: string; device: Device; replaces?: string | null },
): Promise<(SignInStep & { next: string }) | Refusal> {
  const tried = await perform((work) => countCodeAttempt(work, input.requestToken))
  if (isRefused(tried)) return tried
  const typed = input.code.normalize('NFKC').replaceAll(/[\s-]/g, '')
  const hash = keyedHash(settings.keys, 'code', input.requestToken, typed)
  if (!sameSecret(hash, tried.code_hash)) {
    return codeAttempts - tried.code_attempts > 0
      ? refuse(422, m('code.wrong'), { code: m('code.wrong') })
      : refuse(422, m('code.ended'), { code: m('code.ended') })
  }
  return perform(async (work) => {
    const link = await consume(work, tried.id, 'sign-in')
    return isRefused(link) ? link : signInBy(work, link, 'code', input)
  })
}

/** Makes a link and hands its letter to the mail queue; the row is made even when nobody has the address. */
export async function makeLink(
  work: Work,
  settings: IdentitySettings,
  input: {
    purpose: LinkPurpose
    personId: string | null
    address: string
    language: Language
    next: string
  },
): Promise<RequestedLink> {
  const token = newToken()
  const requestToken = newToken()
  const code = newCode()
  const expiresAt = new Date(work.now.getTime() + linkLifetimeMs)
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('sign_in_links')
      .values({
        id: randomUUIDv7(),
        purpose: input.purpose,
        person_id: input.personId,
        address: input.address,
        token_hash: hashOf(token),
        request_hash: hashOf(requestToken),
        code_hash: keyedHash(settings.keys, 'code', requestToken, code),
        code_attempts: 0,
        language: input.language,
        next_path: input.next,
        created_at: work.now,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute(),
  )
  if (input.personId !== null) {
    await settings.deliver(work, codeLetter(input.purpose, settings, { ...input, token, code }))
  }
  return { requestToken, expiresAt }
}

/** Uses up a link of the given purpose, once; its person must be active and still have the address. */
export async function consumeLink(
  work: Work,
  token: string,
  purpose: LinkPurpose,
): Promise<UsedLink | Refusal> {
  const row = await usableLink(work, token)
  return row ? consume(work, row.id, purpose) : refuse(422, m('link.used-or-expired'))
}

/** The address of a usable link, without using it up. */
export async function addressOfLink(
  work: Work,
  token: string,
  purpose: LinkPurpose,
): Promise<{ address: string } | Refusal> {
  const row = await usableLink(work, token)
  return row?.purpose === purpose
    ? { address: row.address }
    : refuse(422, m('link.used-or-expired'))
}

/** A link that was just used up. */
export interface UsedLink {
  personId: string
  address: string
  next: string
}

async function requestLink(
  work: Work,
  settings: IdentitySettings,
  purpose: 'sign-in' | 'reset-password',
  input: RequestLink,
): Promise<RequestedLink | Refusal> {
  const address = normaliseAddress(input.email)
  if (address === null) return refuse(422, m('email.faulty'), { email: m('email.faulty') })
  const counted = await countAttempts(work, settings.keys, [
    { limit: limits.mailByAddress, key: address },
    { limit: limits.mailByNetwork, key: input.network },
  ])
  if (isRefused(counted)) return counted
  const person = await personByEmail(work, address)
  return makeLink(work, settings, {
    purpose,
    personId: person?.id ?? null,
    address,
    language: work.language,
    next: safePath(input.next),
  })
}

async function usableLink(work: Work, token: string) {
  if (!looksLikeToken(token)) return undefined
  return work.read
    .selectFrom('sign_in_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('person_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', work.now)
    .executeTakeFirst()
}

async function consume(work: Work, id: string, purpose: LinkPurpose): Promise<UsedLink | Refusal> {
  const row = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('sign_in_links')
      .set({ used_at: work.now })
      .where('id', '=', id)
      .where('purpose', '=', purpose)
      .where('person_id', 'is not', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', work.now)
      .returning(['person_id', 'address', 'next_path'])
      .executeTakeFirst(),
  )
  if (!row) return refuse(422, m('link.used-or-expired'))
  return { personId: row.person_id!, address: row.address, next: row.next_path }
}

async function signInBy(
  work: Work,
  link: UsedLink,
  method: 'link' | 'code',
  input: { device: Device; replaces?: string | null },
): Promise<(SignInStep & { next: string }) | Refusal> {
  const person = await personByEmail(work, link.address)
  if (person?.id !== link.personId) return refuse(422, m('link.used-or-expired'))
  await verifyAddress(work, link.personId, link.address)
  const step = await completeFirstFactor(work, {
    personId: link.personId,
    method,
    factors: ['email'],
    device: input.device,
    replaces: input.replaces ?? null,
  })
  return { ...step, next: link.next }
}

async function countCodeAttempt(work: Work, requestToken: string) {
  const row = looksLikeToken(requestToken)
    ? await work.writeUnchronicled((tx) =>
        tx
          .updateTable('sign_in_links')
          .set((eb) => ({ code_attempts: eb('code_attempts', '+', 1) }))
          .where('request_hash', '=', hashOf(requestToken))
          .where('purpose', '=', 'sign-in')
          .where('code_attempts', '<', codeAttempts)
          .where('used_at', 'is', null)
          .where('expires_at', '>', work.now)
          .returning(['id', 'code_hash', 'code_attempts'])
          .executeTakeFirst(),
      )
    : undefined
  return row ?? refuse(422, m('code.ended'), { code: m('code.ended') })
}
