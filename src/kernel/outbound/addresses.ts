import ipaddr from 'ipaddr.js'

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Whether an address is one of the public internet. Private, loopback, link-local, carrier-grade NAT, multicast, reserved
 * and documentation ranges are not; of IPv6 only 2000::/3 is, so neither are IPv4-mapped, NAT64, 6to4 and Teredo addresses.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address instanceof ipaddr.IPv6 ? address.match(globalUnicast) : isCanonicalIPv4(text)
}

/** The IP address that stands in a URL's host, without brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}

/** Four decimal numbers: other forms mean different addresses to different readers. */
function isCanonicalIPv4(text: string): boolean {
  return /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(text)
}
