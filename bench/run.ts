// Lists the benchmarks, or runs one and prints what it measured: a table, or one JSON object.
import { readdirSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bench, BenchResult } from './bench.ts'
import { table } from './table.ts'

const folder = new URL('.', import.meta.url)
const usage = `npm run bench                    lists the benchmarks
npm run bench NAME               runs one and prints a table
npm run bench NAME -- --quick    with few repetitions, to see that it works
npm run bench NAME -- --json     prints one JSON object and nothing else on stdout
                                 (npm's own two lines go with: npm run --silent bench NAME -- --json)`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const given = parse(args)
  if (given === null) return 2
  const { names, json, quick } = given
  const known = benchNames()
  if (names.length === 0) return list(known, json)
  const [name] = names as [string]
  if (names.length > 1 || !known.includes(name)) {
    console.error(
      names.length > 1 ? 'One benchmark at a time.' : `There is no benchmark "${name}".`,
    )
    console.error(`There are: ${known.join(', ') || 'none yet'}.\n\n${usage}`)
    return 2
  }
  return runOne(name, json, quick)
}

function parse(args: string[]): { names: string[]; json: boolean; quick: boolean } | null {
  const options = {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    help: { type: 'boolean' },
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: options as { [name: string]: { type: 'boolean' } },
    })
    if (values['help']) console.error(usage)
    if (values['help']) return null
    return {
      names: positionals,
      json: values['json'] === true,
      quick: values['quick'] === true,
    }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    return null
  }
}

function benchNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
    .sort()
}

async function load(name: string): Promise<Bench> {
  const bench = (await import(new URL(`${name}.bench.ts`, folder).href)) as Partial<Bench>
  if (typeof bench.claim !== 'string' || typeof bench.run !== 'function') {
    throw new TypeError(`bench/${name}.bench.ts must export claim and run.`)
  }
  return bench as Bench
}

async function list(names: string[], json: boolean): Promise<number> {
  const rows: { name: string; claim: string }[] = []
  for (const name of names) rows.push({ name, claim: (await load(name)).claim })
  if (json) console.log(JSON.stringify({ benchmarks: rows }))
  else if (rows.length === 0) console.log('There is no benchmark yet.')
  else console.log(`${table(rows)}\n\n${usage}`)
  return 0
}

async function runOne(name: string, json: boolean, quick: boolean): Promise<number> {
  const bench = await load(name)
  const progress = (text: string) => process.stderr.write(`${text}\n`)
  // What a benchmark or the product prints must not stand in the JSON.
  const log = console.log
  console.log = (...values: unknown[]) => console.error(...values)
  const began = new Date()
  const before = machine()
  const result: BenchResult = await bench.run({ quick, progress })
  console.log = log
  const seconds = Number(((Date.now() - began.getTime()) / 1000).toFixed(1))
  if (json) {
    const { claim } = bench
    const facts = { name, claim, quick, began: began.toISOString(), seconds, machine: before }
    console.log(JSON.stringify({ ...facts, ...result }))
  } else {
    console.log(`${bench.claim}\n\n${table(result.rows)}`)
    for (const note of result.notes ?? []) console.log(note)
    const { cores, processor, load: busy } = before
    console.log(`\n${seconds} s on ${cores} cores (${processor}), other load ${busy}.`)
  }
  return result.failed ? 1 : 0
}

function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
  }
}

// A benchmark that leaves a server or a worker behind must not keep the command from ending.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write('', () => process.exit())
}
