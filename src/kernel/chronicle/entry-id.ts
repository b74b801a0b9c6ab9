import { randomBytes } from 'node:crypto'

let last = 0n

/**
 * A UUID version 7 that is greater than every one made before it in this process: RFC 9562 §6.2 method 1, with the
 * counter in `rand_a`. Entries of one transaction share their time, so their ids alone keep the order in which they were written.
 */
export function nextEntryId(): string {
  const fresh = BigInt(Date.now()) << 12n
  last = fresh > last ? fresh : last + 1n
  const bytes = randomBytes(16)
  const time = last >> 12n
  const counter = Number(last & 0xfffn)
  bytes.writeUIntBE(Number(time), 0, 6)
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
