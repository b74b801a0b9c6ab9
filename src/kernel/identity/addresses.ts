import { type RawBuilder, sql } from 'kysely'
import { domainToASCII } from 'node:url'
import { isMailAddress } from '#kernel/mail'

/**
 * An e-mail address in the one form in which it is stored: trimmed, lower case, the domain in ASCII.
 * Null for what no mail can be sent to.
 */
export function normaliseAddress(text: string): string | null {
  const address = text.trim()
  if (!isMailAddress(address)) return null
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at).toLowerCase()}@${domainToASCII(address.slice(at + 1))}`
}

/** The address without what people add to it ("name+label@…"), to find one person under two addresses. */
export function bareAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at).split('+')[0]}${address.slice(at)}`
}

/** An address that may be shown to somebody who only holds a link: first letter and domain. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}…${address.slice(at)}`
}

/** A path of this site to go to after signing in; anything that leads elsewhere becomes '/'. */
export function safePath(path: string | null | undefined): string {
  if (!path || path.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return '/'
  return path
}

/**
 * The addresses that a person has shown to be theirs, in small letters, to be set behind `in`. Who is known to a module by an
 * address alone is a person's only by one of these: an address that anybody may type is nobody's.
 */
export function provedAddressesOf(personId: string): RawBuilder<unknown> {
  return sql`(select lower(e.address) from person_emails e
    where e.person_id = ${personId}::uuid and e.verified_at is not null)`
}
