// What "npm test" runs: every proof in turn, one line each, the whole output only of what failed,
// and at the end one line with the counts. Must run on Node 20; the tests run on the project's Node.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { loader, requireProjectNode, root } from './project-node.mjs'
import { prepareMachine } from './test-machine.mjs'

process.chdir(root)
const node = requireProjectNode()
const reporter = './scripts/test-reporter.mjs'
const formatted = ['src', 'islands', 'test', 'bench', 'scripts']
const minutesInAll = 75
const started = Date.now()

// `check` is a program that says yes or no. `tests` is where test files are; `alone` gives every
// file a process of its own; `processes` shares the files among so many at once, since a process keeps
// little more than one core busy, and `filesEach` bounds how many files one takes, since their databases live
// as long as it does; `needs` is what the machine must have.
const stages = [
  { name: 'types', check: () => ['node_modules/typescript/bin/tsc', '--noEmit'], minutes: 3 },
  { name: 'lint', check: () => ['node_modules/oxlint/bin/oxlint', '--deny-warnings'], minutes: 1 },
  {
    name: 'format',
    check: () => ['node_modules/oxfmt/bin/oxfmt', '--check', ...formatted.filter(existsSync)],
    minutes: 1,
  },
  { name: 'tidy', tests: ['test/tidy'], minutes: 2 },
  {
    name: 'unit',
    processes: 2,
    filesEach: 20,
    tests: ['src', 'islands', 'bench', 'test/harness'],
    needs: ['poppler-utils'],
    minutes: 20,
  },
  {
    name: 'postgres',
    processes: 2,
    filesEach: 20,
    tests: ['src', 'test/harness'],
    only: usesDatabase,
    onPostgres: true,
    needs: ['postgresql', 'poppler-utils'],
    minutes: 20,
  },
  { name: 'matrix', tests: ['test/matrix'], needs: ['postgresql'], alone: true, minutes: 15 },
  { name: 'conformance', tests: ['test/conformance'], shared: 'standards', minutes: 8 },
  {
    name: 'crash',
    tests: ['test/crash'],
    needs: ['postgresql'],
    alone: true,
    minutes: process.env.WEFT_CRASH_ROUNDS ? 70 : 15,
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
    minutes: 20,
  },
]

const say = (line) => process.stdout.write(`${line}\n`)
const total = { passed: 0, failed: 0, skipped: 0 }
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))

const { chosen, files } = parse(process.argv.slice(2))
for (const stage of chosen) await runStage(stage, files)
finish()

function parse(args) {
  const names = stages.map(({ name }) => name)
  const paths = args.filter((arg) => !names.includes(arg)).map(fromRoot)
  const wrong = paths.filter((path) => !existsSync(path) || !/\.test\.tsx?$/.test(path))
  if (wrong.length > 0) {
    say(`"${wrong[0]}" is neither a stage nor a test file.`)
    say(`Stages: ${names.join(', ')}. A test file is named by its path and ends in .test.ts.`)
    process.exit(2)
  }
  const named = stages.filter(({ name }) => args.includes(name))
  if (named.length > 0) return { chosen: named, files: paths }
  if (paths.length === 0) return { chosen: stages, files: [] }
  const homes = paths.map((path) => stages.find((stage) => filesOf(stage).includes(path)))
  return { chosen: [...new Set(homes)].filter(Boolean), files: paths }
}

// npm changes to the project folder; a path is meant from where the command was typed.
function fromRoot(path) {
  const typedAt = process.env.INIT_CWD ?? root
  const there = resolve(typedAt, path)
  return relative(root, existsSync(there) ? there : resolve(root, path))
    .split(sep)
    .join('/')
}

function filesOf(stage) {
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

async function runStage(stage, only) {
  const began = Date.now()
  const all = filesOf(stage)
  const wanted = only.length > 0 ? all.filter((file) => only.includes(file)) : all
  if (stage.tests && wanted.length === 0) return say(line(stage, 'no test here yet'))
  if (stage.shared && !existsSync(`../shared/${stage.shared}`)) return withoutShared(stage, wanted)

  const missing = prepareMachine(stage.needs ?? [], (text) => say(line(stage, text)))
  if (missing.length > 0) {
    total.failed += 1
    return say(line(stage, `FAILED: ${missing.join(' ')}`))
  }
  const result = stage.check ? await runCheck(stage) : await runTests(stage, wanted)
  total.passed += result.passed
  total.failed += result.failed
  total.skipped += result.skipped
  const verdict = result.failed > 0 ? 'FAILED' : 'passed'
  say(line(stage, stage.check ? verdict : summary(result), began))
  for (const note of result.notes ?? []) say(`              ${note}`)
  for (const skip of result.skips ?? []) say(`              skipped: ${skip}`)
  if (result.failed > 0) say(`${result.output.trimEnd()}\n`)
  else if (only.length > 0 && result.output.trim()) say(result.output.trimEnd())
}

function withoutShared(stage, wanted) {
  const where = `../shared/${stage.shared}`
  if (process.env.CI === 'true') {
    total.failed += wanted.length
    return say(line(stage, `FAILED: ${where} is not there, and CI must not go without it`))
  }
  total.skipped += wanted.length
  say(line(stage, `SKIPPED: ${where} is not there (${wanted.length} files)`))
}

async function runCheck(stage) {
  const { code, output } = await run(stage, [node, ...stage.check()], {})
  const passed = code === 0
  return { passed: Number(passed), failed: Number(!passed), skipped: 0, output }
}

async function runTests(stage, files) {
  const shares = sharesOf(files, stage)
  const results = []
  const takeNext = async () => {
    for (let share = shares.shift(); share; share = shares.shift()) {
      results.push(await runShare(stage, share, files.length))
    }
  }
  await Promise.all(Array.from({ length: stage.processes ?? 1 }, takeNext))
  return results.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
    skipped: all.skipped + one.skipped,
    notes: [...(all.notes ?? []), ...(one.notes ?? [])],
    skips: [...(all.skips ?? []), ...(one.skips ?? [])],
    output: all.output + one.output,
  }))
}

// A few files are not worth a second process.
function sharesOf(files, { processes = 1, filesEach = files.length }) {
  if (files.length < 8) return [files]
  const shares = Math.max(processes, Math.ceil(files.length / filesEach))
  return Array.from({ length: shares }, (_, place) =>
    files.filter((_file, index) => index % shares === place),
  )
}

async function runShare(stage, files, inAll) {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  const countsFile = join(folder, 'counts.json')
  const env = { WEFT_TEST_COUNTS: countsFile, WEFT_TEST_NAMES: inAll === 1 ? '1' : '0' }
  const isolation = stage.alone ? ['--test-concurrency=2'] : ['--test-isolation=none']
  const test = [node, '--import', loader, '--test', ...isolation, `--test-reporter=${reporter}`]
  const command = [...test, '--test-timeout=600000', ...files]
  const starter = stage.onPostgres ? [node, '--import', loader, 'scripts/with-postgres.ts'] : []
  const { code, output } = await run(stage, [...starter, ...command], env)
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })

  if (counts === null) {
    const why = `The tests ended before they were through (exit code ${code}).`
    return { passed: 0, failed: 1, skipped: 0, output: `${output}\n${why}` }
  }
  if (code !== 0 && counts.failed === 0) {
    return {
      ...counts,
      failed: 1,
      output: `${output}\nEvery test passed, but the exit code is ${code}.`,
    }
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    return { ...counts, failed: 1, output: `${output}\nNo test ran.` }
  }
  return { ...counts, output }
}

// A process group of its own, so that what a stage leaves behind ends with it.
function run(stage, [command, ...args], extra) {
  const env = { ...process.env, NODE_ENV: 'test', TZ: 'Asia/Bangkok', NO_COLOR: '1', ...extra }
  delete env.FORCE_COLOR
  if (!stage.onPostgres) delete env.WEFT_TEST_DATABASE_URL
  delete env.DATABASE_URL
  return new Promise((resolvePromise) => {
    const options = { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }
    const child = spawn(command, args, options)
    running.add(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const left = minutesInAll * 60_000 - (Date.now() - started)
    const limit = Math.max(1, Math.min(stage.minutes * 60_000, left))
    const timer = setTimeout(() => {
      output += `\nStopped after ${Math.round(limit / 1000)} s, the limit of this stage.`
      endGroup(child, 'SIGKILL')
    }, limit)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      endGroup(child, 'SIGKILL')
      running.delete(child)
      resolvePromise({ code: code ?? signal, output })
    })
  })
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group has already ended.
  }
}

function stop(signal) {
  for (const child of running) endGroup(child, 'SIGTERM')
  say(`Stopped by ${signal}.`)
  process.exit(130)
}

function summary({ passed, failed, skipped }) {
  const parts = [`${passed} passed`]
  if (failed > 0) parts.push(`${failed} FAILED`)
  if (skipped > 0) parts.push(`${skipped} skipped`)
  return parts.join(', ')
}

function line(stage, text, began) {
  const seconds = began === undefined ? '' : `  (${((Date.now() - began) / 1000).toFixed(1)} s)`
  return `${stage.name.padEnd(12)}  ${text}${seconds}`
}

function finish() {
  const { passed, failed, skipped } = total
  say(`\nAll of it took ${((Date.now() - started) / 1000).toFixed(0)} s.`)
  if (skipped > 0) say(`${skipped} skipped`)
  if (passed + failed === 0) say('No test ran.')
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
