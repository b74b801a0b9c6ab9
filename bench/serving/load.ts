import { Pool } from 'undici'
import { percentile } from '../bench.ts'

/** What one round of requests came to. */
export interface Round {
  requests: number
  perSecond: number
  p50: number
  p99: number
}

/** Asks for one address over and over, on so many connections at once, each waiting for its answer. */
export async function load(
  address: string,
  options: { path: string; cookie: string; connections: number; seconds: number },
): Promise<Round> {
  const pool = new Pool(address, { connections: options.connections, pipelining: 1 })
  const times: number[] = []
  const began = performance.now()
  const until = began + options.seconds * 1000
  const ask = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      const { statusCode, body } = await pool.request({
        path: options.path,
        method: 'GET',
        headers: { cookie: options.cookie },
      })
      await body.dump({ limit: 10_000_000 })
      if (statusCode !== 200) throw new Error(`${options.path} answered ${statusCode}`)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: options.connections }, ask))
  const seconds = (performance.now() - began) / 1000
  await pool.close()
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

/** The middle one of several rounds, by requests a second. */
export function medianRound<T extends { perSecond: number }>(rounds: readonly T[]): T {
  const sorted = rounds.toSorted((a, b) => a.perSecond - b.perSecond)
  return sorted[Math.floor(sorted.length / 2)]!
}
