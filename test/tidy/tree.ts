// The tree as the rules see it: every file that is or may be committed, path to text.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lineAt, source } from './source.ts'

/** Paths from the root of the project, with slashes, each with the text of its file. */
export type Tree = ReadonlyMap<string, string>

export interface Offence {
  file: string
  line: number
  what: string
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

const binary = /\.(png|jpe?g|webp|gif|ico|pdf|xlsx|docx|zip|gz|ttf|otf|woff2?|p12|der)$/
const notOurs = new Set(['node_modules', '.git', 'data', 'build'])

export function readTree(): Tree {
  const tree = new Map<string, string>()
  for (const path of listed() ?? walked()) {
    if (!binary.test(path) && existsSync(join(root, path))) {
      tree.set(path, readFileSync(join(root, path), 'utf8'))
    }
  }
  return tree
}

function listed(): string[] | null {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const result = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (result.status !== 0) return null
  return [...new Set(result.stdout.split('\0').filter(Boolean))].sort()
}

// A copy without its history, such as an archive.
function walked(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/'))
    .filter((path) => !path.split('/').some((folder) => notOurs.has(folder)))
    .sort()
}

export function isScript(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
}

/** Whether a file is of the tests: a test, what stands beside one as its `thing.fixture.ts`, or anything of test/. */
export function isTest(path: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(path) || path.startsWith('test/')
}

/** Whether a file of the tests serves them and is none itself; somebody must import it. */
export function isFixture(path: string): boolean {
  return /\.fixture\.tsx?$/.test(path)
}

/** The places where the pattern occurs in code, outside comments and, with 'code', outside strings. */
export function* places(
  tree: Tree,
  wanted: (path: string) => boolean,
  pattern: RegExp,
  within: 'code' | 'text' = 'code',
): Generator<Offence & { match: RegExpMatchArray }> {
  for (const [file, content] of tree) {
    if (!wanted(file)) continue
    const read = source(content)[within]
    for (const match of read.matchAll(pattern)) {
      yield { file, line: lineAt(read, match.index), what: match[0].trim(), match }
    }
  }
}
