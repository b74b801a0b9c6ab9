import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A folder of this run for instances and peers. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'weft-bench-'))

/** The value and the milliseconds that it took. */
export function timed<Value>(run: () => Value): { value: Value; ms: number } {
  const began = performance.now()
  const value = run()
  return { value, ms: performance.now() - began }
}

/**
 * What a run takes once it is warm, after one that is not counted: at least two rounds, more while they are short.
 * `cpu` is the time of processors, which other programs of a shared machine disturb least; of both the least is told.
 */
export function warm<Value>(run: () => Value): {
  value: Value
  median: number
  least: number
  cpu: number
} {
  let value = run()
  const taken: { ms: number; cpu: number }[] = []
  for (let left = warmMilliseconds; taken.length < 2 || (left > 0 && taken.length < warmRounds);) {
    collectGarbage()
    const before = process.cpuUsage()
    const round = timed(run)
    const { user, system } = process.cpuUsage(before)
    value = round.value
    taken.push({ ms: round.ms, cpu: (user + system) / 1000 })
    left -= round.ms
  }
  const sorted = taken.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    value,
    median: milliseconds(sorted[sorted.length >> 1]!),
    least: milliseconds(sorted[0]!),
    cpu: milliseconds(Math.min(...taken.map(({ cpu }) => cpu))),
  }
}

const warmRounds = 9
const warmMilliseconds = 5_000

export const megabytes = (bytes: number): number => Number((bytes / 1e6).toFixed(1))
export const milliseconds = (ms: number): number => Number(ms.toFixed(1))

/** Frees what nobody holds, so that memory is of this round and not of the one before. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

/** The most memory that the process has had, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024

/** Compiles a peer with the machine's C++ compiler; null where there is none, or its library is missing. */
export function compiled(source: string, folder: string): string | null {
  const program = join(folder, source.replace(/\W/g, '-'))
  const file = fileURLToPath(new URL(source, import.meta.url))
  try {
    execFileSync('g++', ['-O2', '-march=native', '-o', program, file], { stdio: 'ignore' })
    return program
  } catch {
    return null
  }
}

/** What a peer printed. */
export function askPeer(
  program: string,
  args: readonly string[],
): Record<string, number | boolean> {
  const text = execFileSync(program, args, { encoding: 'utf8', timeout: 600_000 })
  return JSON.parse(text) as Record<string, number | boolean>
}
