import { skeletonOf } from './loanwords.ts'
import { stemOf } from './stem.ts'

/** How two words are akin; said to the reader where a suggestion rests on it. */
export type Kinship =
  | 'same'
  | 'family'
  | 'abbreviation'
  | 'spelling'
  | 'compound'
  | 'translation'
  | 'sound'
  | 'association'
  | 'kindred'

/** A word of the vocabulary that stands for a word of the question, and how well: 1 is the word itself. */
export interface Kin {
  id: number
  likeness: number
  kinship: Kinship
  /** For company: the word that keeps it, where that is not the word asked but one that it stands for. */
  through?: string
}

/** How far each kinship is trusted, tuned on the training part of the mappings alone. */
const trust = {
  family: 0.92,
  prefix: 0.8,
  shortPrefix: 0.55,
  skeleton: 0.7,
  spelling: 0.85,
  compound: 0.6,
  stemPrefix: 0.7,
  sound: 0.5,
  nearSound: 0.4,
} as const

/** The words of a catalogue, so arranged that those akin to a given word are found without looking at all. */
export class Vocabulary {
  readonly words: readonly string[]
  readonly #ids = new Map<string, number>()
  readonly #families = new Map<string, number[]>()
  readonly #familyOf: readonly string[]
  readonly #bySkeleton = new Map<string, number[]>()
  /** Ids by first character, and by the order of the words read backwards. */
  readonly #byFirst = new Map<string, number[]>()
  readonly #backwards: readonly { text: string; id: number }[]

  constructor(words: readonly string[]) {
    this.words = words
    const backwards: { text: string; id: number }[] = []
    this.#familyOf = words.map(stemOf)
    words.forEach((word, id) => {
      this.#ids.set(word, id)
      add(this.#families, this.#familyOf[id]!, id)
      if (!isLatin(word)) return
      add(this.#byFirst, word[0]!, id)
      if (word.length >= 5) backwards.push({ text: reversed(word), id })
    })
    this.#backwards = backwards.sort((a, b) => (a.text < b.text ? -1 : 1))
  }

  idOf(word: string): number | undefined {
    return this.#ids.get(word)
  }

  familyOf(id: number): string {
    return this.#familyOf[id]!
  }

  /** Words that sound like a loan word of another script; a dictionary is to be asked first. */
  soundingLike(word: string): Kin[] {
    const skeleton = skeletonOf(word)
    if (skeleton === null || skeleton.length < 4) return []
    const kin: Kin[] = []
    for (const [other, ids] of this.#skeletons()) {
      if (Math.abs(other.length - skeleton.length) > 1 || other[0] !== skeleton[0]) continue
      const same = other === skeleton
      if (!same && (skeleton.length < 6 || distance(other, skeleton, 1) > 1)) continue
      const likeness = same
        ? trust.sound + 0.05 * Math.min(4, skeleton.length - 4)
        : trust.nearSound
      for (const id of ids) kin.push({ id, likeness, kinship: 'sound' })
    }
    return kin.sort((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, 8)
  }

  #skeletons(): Map<string, number[]> {
    if (this.#bySkeleton.size > 0) return this.#bySkeleton
    this.words.forEach((word, id) => {
      if (!isLatin(word) || word.length < 4) return
      const skeleton = skeletonOf(word)
      if (skeleton !== null && skeleton.length >= 3) add(this.#bySkeleton, skeleton, id)
    })
    return this.#bySkeleton
  }

  /** The words of one family. */
  family(stem: string): readonly number[] {
    return this.#families.get(stem) ?? []
  }

  /** The words akin to one, the likest first; each once. */
  kinOf(word: string): Kin[] {
    const best = new Map<number, Kin>()
    const offer = (id: number, likeness: number, kinship: Kinship) => {
      const known = best.get(id)
      if (!known || known.likeness < likeness) best.set(id, { id, likeness, kinship })
    }
    const own = this.#ids.get(word)
    if (own !== undefined) offer(own, 1, 'same')
    for (const id of this.#families.get(stemOf(word)) ?? []) offer(id, trust.family, 'family')
    if (isLatin(word) && word.length >= 2) {
      this.#nearInWriting(word, offer)
      this.#compounds(word, offer)
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, 60)
  }

  #nearInWriting(word: string, offer: (id: number, likeness: number, kinship: Kinship) => void) {
    for (const id of this.#byFirst.get(word[0]!) ?? []) {
      const other = this.words[id]!
      const found = nearness(word, other)
      if (found) offer(id, found.likeness, found.kinship)
    }
  }

  #compounds(word: string, offer: (id: number, likeness: number, kinship: Kinship) => void) {
    for (let at = 2; word.length - at >= 6; at += 1) {
      for (const id of this.#families.get(stemOf(word.slice(at))) ?? []) {
        offer(id, trust.compound, 'compound')
      }
    }
    if (word.length < 6) return
    const tail = reversed(word)
    for (let at = lowerBound(this.#backwards, tail); at < this.#backwards.length; at += 1) {
      const { text, id } = this.#backwards[at]!
      if (!text.startsWith(tail)) break
      if (text.length > tail.length + 1) offer(id, trust.compound, 'compound')
    }
  }
}

/** How near two Latin words with the same first letter are in writing: abbreviation, slip, or a common stem; else null. */
export function nearness(a: string, b: string): Pick<Kin, 'likeness' | 'kinship'> | null {
  if (a === b) return null
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.startsWith(short)) {
    if (short.length < 3) return null
    const likeness =
      short.length >= 5 ? trust.prefix : trust.shortPrefix + 0.08 * (short.length - 3)
    return { likeness, kinship: 'abbreviation' }
  }
  if (isSkeleton(short, long)) return { likeness: trust.skeleton, kinship: 'abbreviation' }
  const common = commonPrefix(short, long)
  if (common >= 2 && short.length >= 5 && long.length - short.length <= 2) {
    const allowed = short.length >= 9 ? 2 : 1
    if (distance(short, long, allowed) <= allowed) {
      return { likeness: trust.spelling, kinship: 'spelling' }
    }
  }
  if (common >= 5 && common / long.length >= 0.55) {
    return { likeness: (trust.stemPrefix * common) / short.length, kinship: 'family' }
  }
  return null
}

/** Whether a word is written with letters left out: "mgmt", "hlth", "recogntn"; its end is the long word's end. */
function isSkeleton(short: string, long: string): boolean {
  if (short.length < 3 || long.length < short.length + 2 || long.length > short.length * 3)
    return false
  const bare = long.endsWith('s') && !short.endsWith('s') ? long.slice(0, -1) : long
  if (short.at(-1) !== bare.at(-1)) return false
  // Vowels go first: a word with most of its vowels is not an abbreviation but another word.
  const vowels = /[aeiou]/g
  const kept = short.slice(1).match(vowels)?.length ?? 0
  const had = long.slice(1).match(vowels)?.length ?? 0
  if (kept > 0 && kept >= had - 1 && commonPrefix(short, long) < 4) return false
  let at = 0
  for (const letter of short) {
    at = bare.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return commonPrefix(short, long) >= 3 || kept === 0
}

function commonPrefix(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** Slips between two words (left out, put in, exchanged, neighbours swapped), counted up to a limit. */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let value = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, before[j - 2]! + 1)
      }
      row.push(value)
      least = Math.min(least, value)
    }
    if (least > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}

function isLatin(word: string): boolean {
  return /^[a-z0-9]/.test(word)
}

function reversed(word: string): string {
  return [...word].toReversed().join('')
}

function lowerBound(sorted: readonly { text: string }[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.text < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function add<K>(map: Map<K, number[]>, key: K, id: number): void {
  const known = map.get(key)
  if (known) known.push(id)
  else map.set(key, [id])
}
