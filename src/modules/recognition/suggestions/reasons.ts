import type { AskedTitle } from './asked-title.ts'
import { placeOf, type TitleDocument } from './catalogue-index.ts'
import {
  type FeatureName,
  type Features,
  nearestDecided,
  orderedPairs,
  type Question,
} from './features.ts'
import type { Knowledge } from './knowledge.ts'
import { at } from './learned.ts'
import { bestTitle } from './title-features.ts'
import type { Weights } from './weights.ts'

/** A pair of words that belong together: one of the host's title, one of the home title. */
export interface WordPair {
  host: string
  home: string
}

/** What a reason says. Every fact in it can be looked up; none is put nicer than it is. */
export type ReasonFact =
  | { kind: 'same-title' }
  | { kind: 'words'; matched: number; total: number }
  | { kind: 'translation'; pair: WordPair; titles: number }
  | { kind: 'spelling'; pair: WordPair }
  | { kind: 'company'; pair: WordPair }
  | { kind: 'kindred'; pair: WordPair }
  | { kind: 'numbers-differ' }
  | { kind: 'ranks-differ' }
  | { kind: 'area'; letters: string; area: string; decisions: number; here: number }
  | { kind: 'letters'; letters: string; area: string }
  | { kind: 'area-words'; area: string }
  | { kind: 'level' }
  | { kind: 'number' }
  | { kind: 'order'; hostCode: string; homeCode: string }
  | { kind: 'order-broken'; hostCode: string; homeCode: string }
  | { kind: 'credit' }
  | { kind: 'often'; decisions: number }
  | { kind: 'decided-title'; institution: string; code: string; title: string }
  | { kind: 'decided-code'; decisions: number }
  | { kind: 'decided'; decisions: number }
  /** What weighs, but is no fact worth saying by itself. */
  | { kind: 'rest' }

/** A reason for or (with a negative weight) against a candidate. */
export type Reason = ReasonFact & { weight: number }

/** Which features each reason is made of; together all of them, each once. */
const parts: readonly { features: readonly FeatureName[]; fact: Finder }[] = [
  { features: ['overlap', 'hostWords', 'homeWords', 'identical', 'grams'], fact: words },
  { features: ['company'], fact: company },
  { features: ['numbersAgree', 'numbersDiffer', 'numberOneSided'], fact: numbers },
  { features: ['ranksDiffer'], fact: () => ({ kind: 'ranks-differ' }) },
  { features: ['areaByCode'], fact: area },
  { features: ['areaByLetters'], fact: letters },
  { features: ['areaByWords'], fact: areaWords },
  { features: ['levelLearned', 'levelSame'], fact: level },
  { features: ['numberSame', 'lettersSame', 'lettersDiffer'], fact: number },
  { features: ['order', 'next'], fact: order },
  { features: ['creditNear'], fact: credit },
  { features: ['titleDecisions'], fact: often },
  { features: ['decidedTitles', 'decisions'], fact: decidedTitle },
  { features: ['decidedCodes'], fact: decidedCode },
  { features: ['decidedCourse'], fact: decided },
]

interface Pair {
  knowledge: Knowledge
  question: Question
  course: number
  features: Features
  asked: AskedTitle | null
  document: TitleDocument | null
  /** What the features of the reason add to the score. */
  weight: number
}

type Finder = (pair: Pair) => ReasonFact | null

/** The reasons for a candidate, the weightiest first; their weights add up to its score. */
export function reasonsFor(
  knowledge: Knowledge,
  question: Question,
  course: number,
  features: Features,
  weights: Weights,
): Reason[] {
  const { asked, document } = bestTitle(knowledge.index, question.titles, course)
  const reasons: Reason[] = []
  let rest = 0
  for (const part of parts) {
    const weight = part.features.reduce((sum, name) => sum + weights[name] * features[name], 0)
    if (weight === 0) continue
    const fact = part.fact({ knowledge, question, course, features, asked, document, weight })
    if (fact === null) rest += weight
    else reasons.push({ ...fact, weight })
  }
  if (rest !== 0) reasons.push({ kind: 'rest', weight: rest })
  return reasons.sort((a, b) => b.weight - a.weight)
}

const telling: ReadonlySet<Reason['kind']> = new Set([
  'same-title',
  'words',
  'translation',
  'spelling',
  'company',
  'kindred',
  'often',
  'decided-title',
  'decided-code',
  'decided',
])

/** Whether anything says what a course is about, and not only of what area and level it is; of a bare code nothing can. */
export function isTelling(reasons: readonly Reason[], question: Question): boolean {
  return reasons.some(
    ({ kind, weight }) =>
      weight > 0 && (question.titles.length > 0 ? telling.has(kind) : kind !== 'rest'),
  )
}

/** A likeness from which a pair of words is told to a reader. */
const tellable = 0.5

function words({ knowledge, features, asked, document }: Pair): ReasonFact | null {
  if (asked === null || document === null) return null
  if (features.identical === 1 && asked.language === document.language)
    return { kind: 'same-title' }
  const matched = asked.words.filter(({ kin }) =>
    kin.some((each) => each.likeness >= tellable && document.wordIds.includes(each.id)),
  ).length
  if (matched === 0) return null
  const told = bestPair(knowledge, asked, document)
  if (told !== null && asked.language !== document.language) return told
  return { kind: 'words', matched, total: asked.words.length }
}

/** The weightiest word that a translation brought in, for titles of two languages. */
function bestPair(
  knowledge: Knowledge,
  asked: AskedTitle,
  document: TitleDocument,
): ReasonFact | null {
  let best: { fact: ReasonFact; weight: number } | null = null
  for (const { text, kin, weight } of asked.words) {
    const found = kin.find(
      (each) => each.likeness >= tellable && document.wordIds.includes(each.id),
    )
    if (!found || (best !== null && weight * found.likeness <= best.weight)) continue
    const home = knowledge.index.vocabulary.words[found.id]!
    const pair = { host: text, home }
    const titles = knowledge.dictionary.get(text)?.find((each) => each.word === home)?.pairs ?? 0
    if (found.kinship === 'translation' && titles > 0) {
      best = { fact: { kind: 'translation', pair, titles }, weight: weight * found.likeness }
    } else if (found.kinship === 'sound') {
      best = { fact: { kind: 'spelling', pair }, weight: weight * found.likeness }
    }
  }
  return best?.fact ?? null
}

/** The weightiest pair of words that keep company: by decisions, or by the table of kindred terms. */
function company({ knowledge, asked, document }: Pair): ReasonFact | null {
  if (asked === null || document === null) return null
  let best: { fact: ReasonFact; weight: number } | null = null
  for (const { text, kindred, weight } of asked.words) {
    const found = kindred.find((each) => document.wordIds.includes(each.id))
    if (!found || (best !== null && weight * found.likeness <= best.weight)) continue
    // A pair is told as it was learned: by the word itself, or by the one that it stands for.
    const home = knowledge.index.vocabulary.words[found.id]!
    const pair = { host: found.through ?? text, home }
    const kind = found.kinship === 'kindred' ? 'kindred' : 'company'
    best = { fact: { kind, pair }, weight: weight * found.likeness }
  }
  return best?.fact ?? null
}

function numbers({ features }: Pair): ReasonFact | null {
  return features.numbersDiffer === 1 ? { kind: 'numbers-differ' } : null
}

function area({ knowledge, question, course }: Pair): ReasonFact | null {
  const { area: home } = knowledge.index.codes[course]!
  const letters = question.code.area
  const decisions = knowledge.learned.areas.get(letters)?.get(home) ?? 0
  const here = knowledge.learned.areas.get(at(question.host.institution, letters))?.get(home) ?? 0
  return decisions === 0 ? null : { kind: 'area', letters, area: home, decisions, here }
}

function letters({ knowledge, question, course, features }: Pair): ReasonFact | null {
  if (features.areaByLetters < tellable) return null
  const { area: home } = knowledge.index.codes[course]!
  return { kind: 'letters', letters: question.code.area, area: home }
}

function areaWords({ knowledge, question, course }: Pair): ReasonFact | null {
  const { area: home } = knowledge.index.codes[course]!
  return (question.areasByWords.get(home) ?? 0) < tellable
    ? null
    : { kind: 'area-words', area: home }
}

function level({ features }: Pair): ReasonFact | null {
  return features.levelSame === 1 || features.levelLearned > 0.1 ? { kind: 'level' } : null
}

function number({ features }: Pair): ReasonFact | null {
  return features.numberSame === 1 ? { kind: 'number' } : null
}

/** The nearest decided pair that the candidate keeps the order of; where it weighs against, one that it breaks. */
function order({ knowledge, question, course, weight }: Pair): ReasonFact | null {
  const { index, learned } = knowledge
  const place = placeOf(question.code)
  const homePlace = placeOf(index.codes[course]!)
  const [nearest] = orderedPairs(index, learned, question, course)
    .filter((pair) => {
      const home = placeOf(index.codes[pair.course]!)
      return Math.sign(place - pair.place) * Math.sign(homePlace - home) === Math.sign(weight)
    })
    .sort((a, b) => Math.abs(place - a.place) - Math.abs(place - b.place))
  if (!nearest) return null
  return {
    kind: weight > 0 ? 'order' : 'order-broken',
    hostCode: nearest.code,
    homeCode: index.courses[nearest.course]!.code,
  }
}

function credit({ features }: Pair): ReasonFact | null {
  return features.creditNear >= 0.99 ? { kind: 'credit' } : null
}

function often({ knowledge, course }: Pair): ReasonFact | null {
  const decisions = knowledge.learned.titleDecisions.get(course) ?? 0
  return decisions === 0 ? null : { kind: 'often', decisions }
}

function decidedTitle({ knowledge, question, course, features }: Pair): ReasonFact | null {
  if (features.decidedTitles === 0) return null
  const nearest = nearestDecided(knowledge.learned, question, course)
  if (nearest === null) return null
  const { institution, code, title } = nearest
  return { kind: 'decided-title', institution, code, title }
}

function decidedCode({ knowledge, question, course }: Pair): ReasonFact | null {
  const decisions = (knowledge.learned.byKey.get(question.code.key) ?? []).filter(
    (each) => each.course === course && each.institution !== question.host.institution,
  ).length
  return decisions === 0 ? null : { kind: 'decided-code', decisions }
}

function decided({ knowledge, question, course }: Pair): ReasonFact | null {
  const own = knowledge.learned.decided.get(at(question.host.institution, question.code.key))
  const decisions = own?.get(course) ?? 0
  return decisions === 0 ? null : { kind: 'decided', decisions }
}
