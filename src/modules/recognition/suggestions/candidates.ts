import type { AskedTitle } from './asked-title.ts'
import type { CatalogueIndex } from './catalogue-index.ts'

/** How many candidates are looked at closely. */
const mostCandidates = 200

/** A catalogue up to this size is looked at whole. */
const smallCatalogue = 400

/**
 * The courses worth a close look: those whose titles share most with the question, those that decisions name, and,
 * where there is little title to go by, those of the likeliest areas. In a small catalogue all of them.
 */
export function candidatesFor(
  index: CatalogueIndex,
  asked: readonly AskedTitle[],
  areas: ReadonlyMap<string, number>,
  named: readonly number[],
): number[] {
  if (index.courses.length <= smallCatalogue) return index.courses.map((_, course) => course)
  const chosen = new Set<number>(named)
  for (const course of byWords(index, asked)) chosen.add(course)
  if (chosen.size < mostCandidates / 2) addByArea(index, areas, chosen)
  return [...chosen].sort((a, b) => a - b)
}

function addByArea(
  index: CatalogueIndex,
  areas: ReadonlyMap<string, number>,
  chosen: Set<number>,
): void {
  const likely = [...areas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  for (const [area] of likely) {
    for (const course of index.areas.get(area) ?? []) {
      if (chosen.size >= smallCatalogue) return
      chosen.add(course)
    }
  }
}

/** The courses with the greatest overlap of words; the best title of each counts. */
function byWords(index: CatalogueIndex, asked: readonly AskedTitle[]): number[] {
  const scores = new Float32Array(index.courses.length)
  const found: number[] = []
  for (const title of asked) {
    const { sums, touched } = sumsByDocument(index, title)
    for (const document of touched) {
      const sum = sums[document]!
      const { course, weight } = index.documents[document]!
      const score = sum / (title.weight + weight - Math.min(sum, weight, title.weight) + 1e-9)
      if (scores[course] === 0) found.push(course)
      if (score > scores[course]!) scores[course] = score
    }
  }
  return best(scores, found)
}

function sumsByDocument(index: CatalogueIndex, { words }: AskedTitle) {
  const { postingStarts, postings } = index
  const sums = new Float32Array(index.documents.length)
  const seenFor = new Uint8Array(index.documents.length)
  const touched: number[] = []
  words.forEach((word, place) => {
    for (const each of [word.kin, word.kindred]) {
      for (const { id, likeness } of each) {
        const gain = word.weight * likeness
        const end = postingStarts[id + 1]!
        for (let at = postingStarts[id]!; at < end; at += 1) {
          const document = postings[at]!
          if (seenFor[document] === place + 1) continue
          seenFor[document] = place + 1
          if (sums[document] === 0) touched.push(document)
          sums[document]! += gain
        }
      }
    }
  })
  return { sums, touched }
}

const steps = 2048

/** The courses with the best scores, found by counting scores into steps rather than by sorting all of them. */
function best(scores: Float32Array, found: readonly number[]): number[] {
  if (found.length <= mostCandidates) return [...found]
  const counts = new Uint32Array(steps)
  const stepOf = (course: number) => Math.min(steps - 1, Math.floor(scores[course]! * (steps / 2)))
  for (const course of found) counts[stepOf(course)]! += 1
  let least = steps - 1
  for (let sum = counts[least]!; sum < mostCandidates && least > 0; sum += counts[least]!)
    least -= 1
  return found
    .filter((course) => stepOf(course) >= least)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, mostCandidates)
}
