import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./packs/', import.meta.url)

/** The files of packs that came with the program, in the order of their names. */
export function shippedPacks(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
}
