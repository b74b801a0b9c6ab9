import { gunzipSync, gzipSync } from 'node:zlib'
import { type CatalogueCourse, type ReadCatalogue, readCatalogue } from './catalogue-index.ts'
import { type Dictionary, learnDictionary, type Translation } from './translation.ts'

/** The way of reading and learning; a higher number has everything made anew. */
export const preparedFormat = 1

/** Reads a catalogue for storing; for `asideStream`, because a big one takes a second or two. */
export async function* prepareCatalogue(
  courses: readonly CatalogueCourse[],
): AsyncGenerator<Uint8Array, void> {
  yield pack(readCatalogue(courses))
}

/** Learns the dictionary for storing; for `asideStream`. */
export async function* prepareDictionary(
  pairs: readonly (readonly [string, string])[],
): AsyncGenerator<Uint8Array, void> {
  const dictionary = learnDictionary(pairs)
  yield pack(
    [...dictionary].map(([word, found]) => [
      word,
      found.map(({ word: other, likeness, pairs: titles }) => [
        other,
        Number(likeness.toFixed(3)),
        titles,
      ]),
    ]),
  )
}

/** Compressed JSON. */
export function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 6 })
}

function unpack<T>(content: Uint8Array): T {
  return JSON.parse(gunzipSync(content).toString('utf8')) as T
}

export function unpackCatalogue(content: Uint8Array): ReadCatalogue {
  return unpack(content)
}

export function unpackPrecedents<T>(content: Uint8Array): T {
  return unpack(content)
}

export function unpackDictionary(content: Uint8Array): Dictionary {
  const rows = unpack<[string, [string, number, number][]][]>(content)
  return new Map(
    rows.map(([word, found]): [string, Translation[]] => [
      word,
      found.map(([other, likeness, pairs]) => ({ word: other, likeness, pairs })),
    ]),
  )
}
