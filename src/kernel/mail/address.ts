import { domainToASCII } from 'node:url'

/**
 * Whether a text is one mail address that this program writes to: RFC 5321's dot-string before the @ in ASCII, a host
 * name with a dot (or localhost) after it, which may be in any script. Anything that could end a header is no address.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false
  const match = /^([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^\s@<>()[\],;:\\"]{1,253})$/.exec(text)
  if (!match || /^\.|\.\.|\.$/.test(match[1]!)) return false
  const host = domainToASCII(match[2]!)
  return (
    host === 'localhost' ||
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(host)
  )
}

/** A name beside an address, on one line and without characters that are not shown. */
export function plainName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
