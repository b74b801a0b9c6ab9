import { createHash } from 'node:crypto'

/**
 * A number for each name under a published seed: the SHA-256 of the seed, a line feed and the name, in
 * hexadecimal digits. Anybody can draw the lottery again; nobody can foresee it before the seed is known.
 */
export function lotteryNumber(seed: string, name: string): string {
  return createHash('sha256').update(`${seed}\n${name}`, 'utf8').digest('hex')
}

/** The names in the order in which the lottery draws them. */
export function drawLots(seed: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, number: lotteryNumber(seed, name) }))
    .sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0))
    .map(({ name }) => name)
}
