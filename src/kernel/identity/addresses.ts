import { domainToASCII } from 'node:url'

/**
 * An e-mail address in the one form in which it is stored: trimmed, lower case, the domain in ASCII.
 * Null for what cannot be an address; line breaks and other control characters never pass.
 */
export function normaliseAddress(text: string): string | null {
  const address = text.trim().normalize('NFC')
  const at = address.lastIndexOf('@')
  if (at < 1 || address.length > 254) return null
  const local = address.slice(0, at)
  const domain = domainToASCII(address.slice(at + 1))
  if (local.length > 64 || !/^[^\s\p{C}"<>()[\]\\,;:@]+$/u.test(local)) return null
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain))
    return null
  return `${local.toLowerCase()}@${domain}`
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
