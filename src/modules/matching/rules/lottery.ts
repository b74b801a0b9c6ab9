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

/** Who is drawn first, second and so on, as positions in the list given. */
export function lotOrder(seed: string, people: readonly { id: string }[]): Int32Array {
  const at = new Map(people.map(({ id }, index) => [id, index]))
  const names = people.map(({ id }) => id)
  return Int32Array.from(drawLots(seed, names), (id) => at.get(id)!)
}
