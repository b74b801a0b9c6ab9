import {
  type CatalogueCourse,
  indexCatalogue,
} from '../../src/modules/recognition/suggestions/catalogue-index.ts'
import { type HostCourse, learn } from '../../src/modules/recognition/suggestions/learned.ts'
import { suggest } from '../../src/modules/recognition/suggestions/suggest.ts'
import { learnDictionary } from '../../src/modules/recognition/suggestions/translation.ts'
import { percentile } from '../bench.ts'
import { seeded } from './folds.ts'
import type { MappingRow } from './mappings.ts'
import { precedentsOf, type Ranker } from './measure.ts'

/** A catalogue of a given size out of real titles: where they do not suffice, words of two are put together. */
export function poolOfSize(real: readonly CatalogueCourse[], size: number): CatalogueCourse[] {
  const random = seeded(50_000)
  const pool = real.slice(0, size).map((course, at) => ({ ...course, code: codeAt(at) }))
  const pick = () => Object.values(real[Math.floor(random() * real.length)]!.titles)[0] ?? ''
  while (pool.length < size) {
    const [first, second] = [pick().split(' '), pick().split(' ')]
    const title = [
      ...first.slice(0, Math.ceil(first.length / 2)),
      ...second.slice(Math.floor(second.length / 2)),
    ].join(' ')
    pool.push({ code: codeAt(pool.length), titles: { en: title }, credit: 3 })
  }
  return pool
}

function codeAt(place: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const area = Math.floor(place / 250)
  return `${letters[area % 26]}${letters[Math.floor(area / 26) % 26]}${1000 + (place % 250) * 20}`
}

/** Milliseconds a question, and what the index takes in memory. */
export function ownSpeed(
  pool: readonly CatalogueCourse[],
  rows: readonly MappingRow[],
  questions: readonly HostCourse[],
) {
  const heap = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  }
  const before = heap()
  const started = performance.now()
  const index = indexCatalogue(pool)
  const learned = learn(index, precedentsOf(rows))
  const dictionary = learnDictionary(
    pool.flatMap(({ titles }) =>
      titles['th'] && titles['en'] ? [[titles['th'], titles['en']] as const] : [],
    ),
  )
  const built = performance.now() - started
  const memory = heap() - before
  const knowledge = { index, learned, dictionary }
  for (const host of questions.slice(0, 100)) suggest(knowledge, host, 10)
  const cpu = process.cpuUsage()
  const times = questions.map((host) => {
    const began = performance.now()
    suggest(knowledge, host, 10)
    return performance.now() - began
  })
  const used = process.cpuUsage(cpu)
  return {
    buildMs: built,
    memoryMb: memory / 1e6,
    cpuMs: (used.user + used.system) / 1000 / questions.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

/** Milliseconds a question of a peer. */
export async function peerSpeed(ranker: Ranker, questions: readonly HostCourse[]) {
  for (const host of questions.slice(0, 50)) await ranker(host)
  const times: number[] = []
  for (const host of questions) {
    const began = performance.now()
    await ranker(host)
    times.push(performance.now() - began)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}
