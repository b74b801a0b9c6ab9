import { importsOf } from '../source.ts'
import { isFixture, isScript, isTest, type Offence, type Tree } from '../tree.ts'
import { targetOf } from './import-ranks.ts'

/** A fixture is of the tests, but it is alive only where one of them uses it. */
const runs = (file: string) => isTest(file) && !isFixture(file)

const entries = ['src/main.ts']

/** Names that say that a file serves tests and nothing else. */
const forTests = /(^|\/)(fixtures?|testing)(\/|\.|-)|\.(fixtures?|examples)\.tsx?$/

/** Reports source files that neither program reaches; what only tests reach is dead as well. */
export function deadFiles(tree: Tree): Offence[] {
  const islands = [...tree.keys()].filter((file) => /^islands\/[^/]+\.tsx?$/.test(file))
  const inUse = reachable(tree, [...entries, ...islands.filter((file) => !isTest(file))])
  const tests = [...tree.keys()].filter((file) => runs(file) || file.startsWith('bench/'))
  const inTests = reachable(tree, tests)
  const offences: Offence[] = []
  for (const file of tree.keys()) {
    if (!/^(src|islands)\//.test(file) || !isScript(file) || runs(file) || inUse.has(file)) continue
    if (inTests.has(file) && forTests.test(file)) continue
    const what = inTests.has(file) ? 'only tests reach it' : 'nothing reaches it'
    offences.push({ file, line: 1, what })
  }
  return offences
}

function reachable(tree: Tree, roots: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const waiting = [...roots]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = tree.get(file)
    if (reached.has(file) || text === undefined) continue
    reached.add(file)
    if (!isScript(file)) continue
    for (const { specifier } of importsOf(text)) {
      const target = targetOf(file, specifier)
      if (target) waiting.push(target)
    }
  }
  return reached
}
