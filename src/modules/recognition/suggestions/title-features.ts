import type { AskedTitle, Standing } from './asked-title.ts'
import type { CatalogueIndex, TitleDocument } from './catalogue-index.ts'
import { gramsOf } from './text.ts'

/** What two titles have in common. All lie between 0 and 1. */
export interface TitleFeatures {
  /** Words of both titles that are stood for, of all words of both, by weight. */
  overlap: number
  /** Of the words of the host's title alone, and of the home title alone. */
  hostWords: number
  homeWords: number
  /** Everything is stood for, on both sides. */
  identical: number
  /** Runs of characters in common. */
  grams: number
  /** Words of the host's title that keep company with words of the home title. */
  company: number
  numbersAgree: number
  numbersDiffer: number
  /** Only one of the titles has a number. */
  numberOneSided: number
  /** One is introductory and the other advanced. */
  ranksDiffer: number
}

const noTitle: TitleFeatures = {
  overlap: 0,
  hostWords: 0,
  homeWords: 0,
  identical: 0,
  grams: 0,
  company: 0,
  numbersAgree: 0,
  numbersDiffer: 0,
  numberOneSided: 0,
  ranksDiffer: 0,
}

/** The titles of a course that are nearest to one of the question, whatever their languages, and what they have in common. */
export function bestTitle(
  index: CatalogueIndex,
  titles: readonly AskedTitle[],
  course: number,
): { features: TitleFeatures; asked: AskedTitle | null; document: TitleDocument | null } {
  let best = noTitle
  let pair: { asked: AskedTitle | null; document: TitleDocument | null } = {
    asked: null,
    document: null,
  }
  for (const asked of titles) {
    for (const at of index.documentsOf[course]!) {
      const document = index.documents[at]!
      const found = compareTitles(index, asked, document)
      if (pair.asked !== null && nearness(found) <= nearness(best)) continue
      best = found
      pair = { asked, document }
    }
  }
  return { features: best, ...pair }
}

function nearness(features: TitleFeatures): number {
  return features.overlap + features.company / 4
}

function compareTitles(
  index: CatalogueIndex,
  asked: AskedTitle,
  document: TitleDocument,
): TitleFeatures {
  const { words } = asked
  const best = new Float32Array(words.length)
  const company = new Float32Array(words.length)
  let homeSum = 0
  for (const id of document.wordIds) {
    homeSum += index.weights[id]! * reach(asked.standsFor.get(id), best)
    reach(asked.keepsCompany.get(id), company)
  }
  let hostSum = 0
  let companySum = 0
  words.forEach((word, place) => {
    hostSum += word.weight * best[place]!
    companySum += word.weight * Math.max(0, company[place]! - best[place]!)
  })
  if (document.language !== asked.language && asked.strange > 0) {
    const strange = Math.min(asked.strange, strangeWeight(index, asked, document))
    hostSum += mutualStrangeness * strange
    homeSum += mutualStrangeness * strange
  }
  const hostWords = share(hostSum, asked.weight)
  const homeWords = share(homeSum, document.weight)
  return {
    overlap: share(
      Math.min(hostSum, asked.weight) + Math.min(homeSum, document.weight),
      asked.weight + document.weight,
    ),
    hostWords,
    homeWords,
    identical: hostWords > 0.97 && homeWords > 0.97 ? 1 : 0,
    grams: gramLikeness(index, asked, document),
    company: share(companySum, asked.weight),
    ...numberFeatures(asked.title.numbers, document.numbers),
    ranksDiffer: asked.title.rank * document.rank === -1 ? 1 : 0,
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** Notes for every place how well it is stood for, and gives back the best of them. */
function reach(standings: readonly Standing[] | undefined, best: Float32Array): number {
  let most = 0
  for (const { place, likeness } of standings ?? []) {
    if (likeness > best[place]!) best[place] = likeness
    if (likeness > most) most = likeness
  }
  return most
}

/** Across languages, words that no dictionary knows on either side may well be each other's. */
const mutualStrangeness = 0.5

function strangeWeight(index: CatalogueIndex, asked: AskedTitle, document: TitleDocument): number {
  let sum = 0
  for (const id of document.wordIds) if (!asked.meansSomething(id)) sum += index.weights[id]!
  return sum
}

function gramLikeness(index: CatalogueIndex, asked: AskedTitle, document: TitleDocument): number {
  let shared = 0
  let total = 0
  const own = asked.grams.size
  for (const id of document.wordIds) {
    let known = asked.gramsShared.get(id)
    if (known === undefined) {
      const grams = gramsOf(index.vocabulary.words[id]!)
      known = { shared: grams.filter((gram) => asked.grams.has(gram)).length, total: grams.length }
      asked.gramsShared.set(id, known)
    }
    shared += known.shared
    total += known.total
  }
  return share(2 * Math.min(shared, own), total + own)
}

function numberFeatures(asked: readonly number[], own: readonly number[]) {
  const one = asked.length > 0
  const other = own.length > 0
  const agree = one && other && asked.some((number) => own.includes(number))
  return {
    numbersAgree: agree ? 1 : 0,
    numbersDiffer: one && other && !agree ? 1 : 0,
    numberOneSided: one !== other ? 1 : 0,
  }
}
