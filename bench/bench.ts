/** How a benchmark is asked to run. */
export interface BenchOptions {
  /** Few repetitions: enough to see that it works, not to believe the figures. */
  quick: boolean
  /** Says on stderr what is being done. */
  progress(text: string): void
  /** What was given for the benchmark's own options, by their names without dashes. */
  given: Readonly<Record<string, string>>
}

/** What a benchmark measured. The first row's keys are the heads of the table. */
export interface BenchResult {
  rows: readonly Readonly<Record<string, string | number | null>>[]
  /** What a reader must know to believe the figures. */
  notes?: readonly string[]
  /** Figures by fixed names, for programs: they stand beside the rows in the JSON. */
  figures?: Readonly<Record<string, unknown>>
  /** The claim does not hold: the command ends with exit code 1. */
  failed?: boolean
}

/** What a file `bench/NAME.bench.ts` exports. */
export interface Bench {
  /** One line: what is claimed, beside which peer. */
  claim: string
  /** Options of its own that take a value, with what they are for: `{ instance: 'FILE …' }`. */
  options?: Readonly<Record<string, string>>
  run(options: BenchOptions): Promise<BenchResult>
}

/** The value below which the share `quantile` (0 to 1) of the sorted or unsorted values lies. */
export function percentile(values: readonly number[], quantile: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(quantile * sorted.length) - 1))
  return sorted[index] ?? Number.NaN
}

/** A figure with three significant digits, for a table. */
export function figure(value: number): number {
  return Number(value.toPrecision(3))
}
