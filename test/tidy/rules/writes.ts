import { lineAt } from '../source.ts'
import { mayKnow } from './import-ranks.ts'
import { isTest, type Offence, places, type Tree } from '../tree.ts'

const writing =
  /\.\s*(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*(?:<[^>]*>)?\s*\(/g
const statement = /\b(insert\s+into|update|delete\s+from|truncate(?:\s+table)?)\s+([a-z_]+)\b/gi

const writers = /^(service[^/]*\.ts|service\/.+\.ts|jobs\.ts|seed[^/]*\.ts|seed\/.+\.ts)$/

/** Reports rows written anywhere but where writing is a module's business: service, jobs and seed. */
export function writersOnly(tree: Tree): Offence[] {
  const elsewhere = (file: string) => {
    const inModule = /^src\/modules\/[^/]+\/(.+\.tsx?)$/.exec(file)?.[1]
    if (inModule !== undefined) return !isTest(file) && !writers.test(inModule)
    return /^src\/(ui|desk|api)\/.*\.tsx?$/.test(file) && !isTest(file)
  }
  return [...places(tree, elsewhere, writing)]
}

const reading = /\.\s*selectFrom\s*(?:<[^>]*>)?\s*\(|\bsql(?:<[^;`]*>)?`/g

const readers =
  /^(policy\.ts|queries\.ts|queries\/.+\.ts|service[^/]*\.ts|service\/.+\.ts|jobs\.ts|seed[^/]*\.ts|seed\/.+\.ts)$/

/** Reports queries anywhere but where a module reads, writes, and says who sees what; pages, routes, commands and the desk ask verbs. */
export function readersOnly(tree: Tree): Offence[] {
  const elsewhere = (file: string) => {
    if (isTest(file)) return false
    const inModule = /^src\/modules\/[^/]+\/(.+\.tsx?)$/.exec(file)?.[1]
    if (inModule !== undefined) return !readers.test(inModule) && !inModule.startsWith('testing/')
    return /^src\/((ui|desk|api)\/.+|[^/]+)\.tsx?$/.test(file) && !file.endsWith('/policy.ts')
  }
  return [...places(tree, elsewhere, reading)]
}

/** Reports rows of a table that another part of the house owns, which only its own verbs may write. */
export function ownTables(tree: Tree): Offence[] {
  const owners = tableOwners(tree)
  const offences: Offence[] = []
  const ours = (file: string) => /^src\/(kernel|modules)\/.*\.tsx?$/.test(file) && !isTest(file)
  for (const { file, line, match } of places(tree, ours, writing, 'text')) {
    const rest = (match.input ?? '').slice((match.index ?? 0) + match[0].length)
    const table = /^\s*['"]([\w.]+)/.exec(rest)?.[1]
    const owner = table === undefined ? undefined : owners.get(table)
    if (owner && owner !== partOf(file)) {
      offences.push({ file, line, what: `writes ${table}, which belongs to ${owner}` })
    }
  }
  for (const { file, line, match } of places(tree, ours, statement, 'text')) {
    const owner = owners.get((match[2] as string).toLowerCase())
    if (owner && owner !== partOf(file)) {
      offences.push({ file, line, what: `writes ${match[2]}, which belongs to ${owner}` })
    }
  }
  return offences
}

const readInBuilder =
  /\.\s*(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin)\s*(?:<[^>]*>)?\s*\(\s*\[?\s*['"]([a-z_]+)/g
const readInText = /\b(?:from|join)\s+([a-z][a-z_]+)\b/g

/**
 * Reports a table that is read from above: SQL follows the ranks as imports do. A part may join the tables of those
 * that stand below it, so that a list costs one query; those of its own rank and above it asks through their doors.
 */
export function readBelow(tree: Tree): Offence[] {
  const owners = tableOwners(tree)
  const offences: Offence[] = []
  const ours = (file: string) => /^src\/(kernel|modules)\/.*\.tsx?$/.test(file) && !isTest(file)
  for (const pattern of [readInBuilder, readInText]) {
    for (const { file, line, match } of places(tree, ours, pattern, 'text')) {
      const owner = owners.get(match[1] as string)
      if (owner === undefined || owner === partOf(file)) continue
      if (mayKnow(file, `src/${owner}/index.ts`)) continue
      offences.push({ file, line, what: `reads ${match[1]}, which belongs to ${owner}` })
    }
  }
  return offences
}

/** Reports two parts that create the same table. */
export function oneOwner(tree: Tree): Offence[] {
  const seen = new Map<string, string>()
  const offences: Offence[] = []
  for (const { file, table, line } of createdTables(tree)) {
    const owner = seen.get(table)
    if (owner && owner !== partOf(file)) {
      offences.push({ file, line, what: `${table} is created by ${owner} too` })
    }
    seen.set(table, owner ?? partOf(file))
  }
  return offences
}

function tableOwners(tree: Tree): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { file, table } of createdTables(tree)) {
    if (!owners.has(table)) owners.set(table, partOf(file))
  }
  return owners
}

function* createdTables(tree: Tree): Generator<{ file: string; table: string; line: number }> {
  const creates = /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([\w.]+)"?/gim
  for (const [file, text] of tree) {
    if (!/\/migrations\/[^/]+\.sql$/.test(file)) continue
    for (const match of text.matchAll(creates)) {
      const table = (match[1] as string).toLowerCase()
      yield { file, table, line: lineAt(text, match.index + match[0].search(/\S/)) }
    }
  }
}

function partOf(file: string): string {
  return file.split('/').slice(1, 3).join('/')
}
