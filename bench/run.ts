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
npm run bench NAME -- --help     says which options the benchmark has of its own
npm run bench NAME -- --json     prints one JSON object and nothing else on stdout
                                 (npm's own two lines go with: npm run --silent bench NAME -- --json)`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const known = benchNames()
  const bench = await askedFor(args, known)
  const own = bench?.options ?? {}
  const given = parse(args, own)
  if (given === null) return 2
  const { names, json } = given
  if (names.length === 0) return list(known, json)
  const [name] = names as [string]
  if (names.length > 1 || !known.includes(name)) {
    console.error(
      names.length > 1 ? 'One benchmark at a time.' : `There is no benchmark "${name}".`,
    )
    console.error(`There are: ${known.join(', ') || 'none yet'}.\n\n${usage}`)
    return 2
  }
  return runOne(name, bench!, given)
}

/** The benchmark whose name is among the words, so that its own options can be read with the others. */
async function askedFor(args: string[], known: string[]): Promise<Bench | null> {
  const name = args.find((arg) => known.includes(arg))
  return name === undefined ? null : load(name)
}

interface Asked {
  names: string[]
  json: boolean
  quick: boolean
  given: Record<string, string>
}

function parse(args: string[], own: NonNullable<Bench['options']>): Asked | null {
  const flags = ['json', 'quick', 'help'].map((name) => [name, { type: 'boolean' as const }])
  const valued = Object.keys(own).map((name) => [name, { type: 'string' as const }])
  const text = [usage, ...Object.entries(own).map(([name, what]) => `  --${name} ${what}`)].join(
    '\n',
  )
  try {
    const options = Object.fromEntries([...flags, ...valued]) as Record<
      string,
      { type: 'boolean' | 'string' }
    >
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (values['help']) console.error(text)
    if (values['help']) return null
    return {
      names: positionals,
      json: values['json'] === true,
      quick: values['quick'] === true,
      given: Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      ),
    }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${text}`)
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

async function runOne(name: string, bench: Bench, asked: Asked): Promise<number> {
  const { json, quick, given } = asked
  const progress = (text: string) => process.stderr.write(`${text}\n`)
  // What a benchmark or the product prints must not stand in the JSON.
  const log = console.log
  console.log = (...values: unknown[]) => console.error(...values)
  const began = new Date()
  const before = machine()
  const result: BenchResult = await bench.run({ quick, progress, given })
  console.log = log
  const seconds = Number(((Date.now() - began.getTime()) / 1000).toFixed(1))
  if (json) {
    const { claim } = bench
    const facts = { name, claim, quick, began: began.toISOString(), seconds, machine: before }
    const { figures, ...rest } = result
    console.log(JSON.stringify({ ...facts, ...rest, ...figures }))
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
