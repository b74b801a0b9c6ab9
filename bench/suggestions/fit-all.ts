import { basename } from 'node:path'
import type { BenchOptions, BenchResult } from '../bench.ts'
import { homeFolds, spread } from './folds.ts'
import { readMappings } from './mappings.ts'
import { fitOn } from './measure.ts'

/** Fits the shipped weights anew: to all rows of each file, for the layout asked for. */
export function fitAll(paths: readonly string[], options: BenchOptions): BenchResult {
  const rows: Record<string, string | number>[] = []
  const figures: Record<string, unknown> = {}
  for (const path of paths) {
    const mappings = readMappings(path)
    if ((mappings.layout === 'exchange') !== (options.given['fit'] === 'titles')) continue
    options.progress(`fitting to ${basename(path)}`)
    const hosts = [...new Set(mappings.rows.map((row) => row.hosts[0]!.institution))]
    const byHost = spread(
      hosts.map((name) => [name]),
      5,
      1,
    )
    const weights = fitOn(mappings, mappings.rows, homeFolds(mappings, 5, 1), byHost)
    figures[basename(path)] = weights
    for (const [feature, weight] of Object.entries(weights)) {
      rows.push({ file: basename(path), feature, weight: Number(weight.toFixed(3)) })
    }
  }
  return { rows, figures: { weights: figures } }
}
