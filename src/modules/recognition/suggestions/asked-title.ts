import { kindredTerms } from './kindred-terms.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import type { Learned } from './learned.ts'
import { stemOf } from './stem.ts'
import { gramsOf, isWrittenIn, type ReadTitle } from './text.ts'
import type { Dictionary } from './translation.ts'
import type { Kin, Kinship } from './vocabulary.ts'

/** A word of the question, with everything in the catalogue that it may stand for. */
export interface AskedWord {
  text: string
  weight: number
  kin: readonly Kin[]
  /** Words of the catalogue that only decisions have brought near. */
  kindred: readonly Kin[]
}

/** That a word of the catalogue may stand for the word at a place of the title. */
export interface Standing {
  place: number
  likeness: number
  kinship: Kinship
}

/** One title of the question, read. */
export interface AskedTitle {
  language: string
  title: ReadTitle
  words: readonly AskedWord[]
  weight: number
  /** For a word of the catalogue: which words of the title it may stand for, by place. */
  standsFor: ReadonlyMap<number, readonly Standing[]>
  keepsCompany: ReadonlyMap<number, readonly Standing[]>
  grams: ReadonlySet<string>
  /** Weight of the words that nothing in the catalogue stands for. */
  strange: number
  /** Whether a word of the catalogue has a known meaning in the language of the title; filled as it is asked. */
  meansSomething: (id: number) => boolean
  /** How many runs of characters a word of the catalogue shares with the title; filled as it is asked. */
  gramsShared: Map<number, { shared: number; total: number }>
}

/** Looks up the words of one title of a host course. */
export function askTitle(
  index: CatalogueIndex,
  learned: Learned,
  dictionary: Dictionary,
  language: string,
  title: ReadTitle,
): AskedTitle {
  const sounds = soundsOf(index, dictionary, title.words)
  const words = title.words.map((text, place): AskedWord => {
    const kin = kinOf(index, dictionary, text, sounds[place]!)
    return {
      text,
      weight: weightOf(index, kin),
      kin,
      kindred: kindredOf(index, learned, text, kin),
    }
  })
  return {
    language,
    title,
    words,
    weight: words.reduce((sum, word) => sum + word.weight, 0),
    standsFor: byWord(words.map((word) => word.kin)),
    keepsCompany: byWord(words.map((word) => word.kindred)),
    grams: new Set(title.words.flatMap(gramsOf)),
    gramsShared: new Map(),
    strange: words.reduce((sum, word) => sum + (word.kin.length === 0 ? word.weight : 0), 0),
    meansSomething: meanings(index, dictionary, language),
  }
}

function meanings(
  index: CatalogueIndex,
  dictionary: Dictionary,
  language: string,
): (id: number) => boolean {
  const known = new Map<number, boolean>()
  return (id) => {
    let found = known.get(id)
    if (found === undefined) {
      const translations = dictionary.get(index.vocabulary.words[id]!) ?? []
      found = translations.some((each) => isWrittenIn(each.word, language))
      known.set(id, found)
    }
    return found
  }
}

function byWord(kins: readonly (readonly Kin[])[]): Map<number, Standing[]> {
  const standings = new Map<number, Standing[]>()
  kins.forEach((kin, place) => {
    for (const { id, likeness, kinship } of kin) {
      const known = standings.get(id)
      if (known) known.push({ place, likeness, kinship })
      else standings.set(id, [{ place, likeness, kinship }])
    }
  })
  return standings
}

/** A word that the catalogue does not know is weighed like a rare one, but not like the rarest. */
const strangeness = 0.7

function weightOf(index: CatalogueIndex, kin: readonly Kin[]): number {
  const rarest = Math.log(1 + Math.max(index.documents.length, 1))
  const near = kin.filter((each) => each.likeness >= 0.5)
  if (near.length === 0) return rarest * strangeness
  // The commonest of what it may stand for: "comp" is no rarer than "computer".
  return Math.min(...near.slice(0, 4).map((each) => index.weights[each.id]!))
}

/** For each word that no dictionary has, what it sounds like: by itself, or with its unknown neighbours. */
function soundsOf(
  index: CatalogueIndex,
  dictionary: Dictionary,
  words: readonly string[],
): (readonly Kin[])[] {
  const unknown = words.map(
    (word) => /^[\p{Script=Thai}\p{Script=Hangul}]/u.test(word) && !dictionary.has(word),
  )
  return words.map((word, at) => {
    if (!unknown[at]) return []
    let from = at
    while (from > 0 && unknown[from - 1]) from -= 1
    let to = at + 1
    while (to < words.length && unknown[to]) to += 1
    const own = index.vocabulary.soundingLike(word)
    const together = to - from > 1 ? words.slice(from, to).join('') : null
    return together === null ? own : [...own, ...index.vocabulary.soundingLike(together)]
  })
}

function kinOf(
  index: CatalogueIndex,
  dictionary: Dictionary,
  text: string,
  sounds: readonly Kin[],
): Kin[] {
  const best = new Map<number, Kin>()
  const offer = (kin: Kin) => {
    const known = best.get(kin.id)
    if (!known || known.likeness < kin.likeness) best.set(kin.id, kin)
  }
  for (const kin of index.vocabulary.kinOf(text)) offer(kin)
  for (const kin of sounds) offer(kin)
  for (const { word, likeness } of dictionary.get(text) ?? []) {
    for (const kin of index.vocabulary.kinOf(word)) {
      if (kin.kinship !== 'same' && kin.kinship !== 'family' && kin.kinship !== 'compound') continue
      offer({ id: kin.id, likeness: kin.likeness * likeness, kinship: 'translation' })
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || a.id - b.id)
}

/** How far the hand-written table of kindred terms is trusted. */
const termLikeness = 0.5

function kindredOf(
  index: CatalogueIndex,
  learned: Learned,
  text: string,
  kin: readonly Kin[],
): Kin[] {
  const known = new Set(kin.map((each) => each.id))
  const found: Kin[] = []
  const near = kin.slice(0, 6).filter((each) => each.likeness > 0.65)
  const words = [text, ...near.map((each) => index.vocabulary.words[each.id]!)]
  const company = new Map<string, Omit<Kin, 'id'>>()
  const offer = (family: string, each: Omit<Kin, 'id'>) => {
    if (each.likeness > (company.get(family)?.likeness ?? 0)) company.set(family, each)
  }
  for (const through of words) {
    for (const [family, likeness] of learned.kindred.get(stemOf(through)) ?? []) {
      offer(family, { likeness, kinship: 'association', through })
    }
    for (const family of kindredTerms(stemOf(through)) ?? []) {
      offer(family, { likeness: termLikeness, kinship: 'kindred', through })
    }
  }
  for (const [family, each] of company) {
    for (const id of index.vocabulary.family(family)) {
      if (!known.has(id)) found.push({ id, ...each })
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, 40)
}
