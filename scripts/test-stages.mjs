// What there is to prove, and the files in which it is proved.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { root } from './project-node.mjs'

const formatted = ['src', 'islands', 'test', 'bench', 'scripts']

// `check` is a program that says yes or no. `tests` is where test files are; `alone` gives every
// file a process of its own; `filesEach` bounds how many files one process takes, since their databases
// live as long as it does; `needs` is what the machine must have; `makesManyPromises` lets the runner leave promises
// alone. `longest` is about how many seconds its longest process takes on a quiet machine: what takes long begins first,
// so that nothing is waited for at the end.
// `environment` is for a check's own process: several checkers of types each look at what they share, and rarely collecting
// garbage takes 4.4 GB; so it is a third of the work.
// `minutes` are an end for what hangs, not a judgement: a busy machine takes three times as long as a quiet one.
export const stages = [
  {
    name: 'types',
    check: () => ['node_modules/typescript/bin/tsc', '--noEmit', '--checkers', '1'],
    environment: { GOGC: '400' },
    longest: 1000,
    minutes: 10,
  },
  {
    name: 'lint',
    check: () => ['node_modules/oxlint/bin/oxlint', '--deny-warnings'],
    longest: 1000,
    minutes: 5,
  },
  {
    name: 'format',
    check: () => ['node_modules/oxfmt/bin/oxfmt', '--check', ...formatted.filter(existsSync)],
    longest: 1000,
    minutes: 5,
  },
  { name: 'tidy', tests: ['test/tidy'], longest: 1000, minutes: 6 },
  {
    name: 'unit',
    filesEach: 20,
    tests: ['src', 'islands', 'bench', 'test/harness'],
    needs: ['poppler-utils'],
    makesManyPromises: true,
    longest: 80,
    minutes: 20,
  },
  {
    name: 'postgres',
    filesEach: 20,
    tests: ['src', 'test/harness'],
    only: usesDatabase,
    onPostgres: true,
    needs: ['postgresql', 'poppler-utils'],
    makesManyPromises: true,
    longest: 60,
    minutes: 20,
  },
  {
    name: 'matrix',
    tests: ['test/matrix'],
    needs: ['postgresql'],
    alone: true,
    makesManyPromises: true,
    longest: 540,
    minutes: 30,
  },
  {
    name: 'conformance',
    tests: ['test/conformance'],
    shared: 'standards',
    makesManyPromises: true,
    longest: 12,
    minutes: 8,
  },
  {
    name: 'crash',
    tests: ['test/crash'],
    needs: ['postgresql'],
    alone: true,
    longest: 200,
    minutes: process.env.WEFT_CRASH_ROUNDS ? 70 : 20,
  },
  {
    name: 'journeys',
    tests: ['test/journeys'],
    needs: [
      'chromium',
      'fonts for Chinese and Korean',
      'fonts for Thai',
      'postgresql',
      'poppler-utils',
    ],
    longest: 450,
    hasBrowser: true,
    minutes: 30,
  },
]

export function filesOf(stage) {
  const found = (stage.tests ?? []).flatMap(testFiles)
  return stage.only ? found.filter(stage.only) : found
}

// A test needs the database when it opens one through the harness, by itself or by a fixture beside it.
function usesDatabase(file) {
  const text = readFileSync(file, 'utf8')
  if (/from '[./]+\/(test\/harness|harness)\//.test(text) || file.startsWith('test/harness/'))
    return true
  return [...text.matchAll(/from '(\.[^']*\.fixture\.ts)'/g)].some(([, path]) => {
    const fixture = resolve(dirname(file), path)
    return existsSync(fixture) && usesDatabase(relative(root, fixture).split(sep).join('/'))
  })
}

function testFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.split(sep).join('/'))
    .sort()
}
