import { Fraction } from '#kernel/values'

/** How far the host courses treat a topic of the home course. */
export type Extent = 'covered' | 'partly' | 'not'
export const extents: readonly Extent[] = ['covered', 'partly', 'not']

/** A topic of a syllabus, with what it weighs there: hours or percent, where the syllabus says so. */
export interface Topic {
  text: string
  weight: Fraction | null
}

/** A topic of the home course as somebody judged it: how far it is treated, and by which topics of the host. */
export interface JudgedTopic extends Topic {
  /** Null as long as nobody has judged it. */
  extent: Extent | null
  /** Positions among the host's topics. */
  hostTopics: readonly number[]
}

/** The share of the home course's content that the host courses cover, with the arithmetic that leads to it. */
export interface ContentShare {
  /** Null as long as a topic is not judged, or there is none. */
  share: Fraction | null
  /** `weights` where every topic of the home course has one; otherwise each topic counts the same. */
  weighting: 'weights' | 'equal'
  rows: { weight: Fraction; counted: Fraction | null }[]
  counted: Fraction
  total: Fraction
  open: number
}

const half = Fraction.of(1, 2)
const worth: Readonly<Record<Extent, Fraction>> = {
  covered: Fraction.one,
  partly: half,
  not: Fraction.zero,
}

/**
 * The content share as an exact fraction: the weights of the covered topics, and half of those that are partly covered,
 * over the weights of all topics of the home course. Weights of some topics only are not used: each then counts as 1.
 */
export function contentShare(topics: readonly JudgedTopic[]): ContentShare {
  const isWeighted =
    topics.length > 0 && topics.every(({ weight }) => weight !== null && !weight.isZero())
  const rows = topics.map(({ weight, extent }) => {
    const own = isWeighted ? weight! : Fraction.one
    return { weight: own, counted: extent === null ? null : own.multiply(worth[extent]) }
  })
  const counted = Fraction.sum(rows.flatMap((row) => row.counted ?? []))
  const total = Fraction.sum(rows.map((row) => row.weight))
  const open = rows.filter((row) => row.counted === null).length
  return {
    share: open > 0 || total.isZero() ? null : counted.divide(total),
    weighting: isWeighted ? 'weights' : 'equal',
    rows,
    counted,
    total,
    open,
  }
}

/** What contradicts itself in a judgement: covered by nothing, named and said not to count, or a topic that is not there. */
export type TopicFault = 'no-host' | 'host-of-not' | 'no-extent' | 'unknown-host'

/** The contradictions of a judgement, by the position of the home course's topic; a topic left open is none. */
export function topicFaults(
  topics: readonly JudgedTopic[],
  hostTopics: number,
): Map<number, TopicFault> {
  const faults = new Map<number, TopicFault>()
  for (const [index, { extent, hostTopics: named }] of topics.entries()) {
    if (named.some((each) => each < 0 || each >= hostTopics)) faults.set(index, 'unknown-host')
    else if (extent === null && named.length > 0) faults.set(index, 'no-extent')
    else if (extent === 'not' && named.length > 0) faults.set(index, 'host-of-not')
    else if ((extent === 'covered' || extent === 'partly') && named.length === 0) {
      faults.set(index, 'no-host')
    }
  }
  return faults
}
