// What "npm test" runs: every proof, one line for each stage when it is through, the whole output only of
// what failed, and at the end one line with the counts. What takes longest begins first. Must run on Node 20; the tests run on the project's Node.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, getPriority, setPriority, tmpdir, totalmem } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { loader, requireProjectNode, root } from './project-node.mjs'
import { filesOf, stages } from './test-stages.mjs'
import { missingOf, prepareMachine } from './test-machine.mjs'
import { scratchFolder } from './test-scratch.mjs'

process.chdir(root)
const node = requireProjectNode()
const reporter = './scripts/test-reporter.mjs'
const sparing = './scripts/test-promises.cjs'
const minutesInAll = 75
/** What a process of tests with its databases, or a browser with its site, may take of the memory. */
const gigabytesEach = 4.5
const started = Date.now()

const say = (line) => process.stdout.write(`${line}\n`)
const total = { passed: 0, failed: 0, skipped: 0 }
let processorBefore = 0
/** Seconds of each file, in each stage. */
const took = []
const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))

const { chosen, files } = parse(process.argv.slice(2))
const scratch = scratchFolder()
process.on('exit', () => scratch.remove())
// What somebody wants to look at after the run stands where temporary files do.
process.env.WEFT_TEST_KEPT = tmpdir()
process.env.TMPDIR = scratch.folder
const atOnce = processesAtOnce()
let server
const machine = prepareMachine([...new Set(chosen.flatMap(({ needs }) => needs ?? []))], say)
await runAll(chosen.flatMap((stage) => jobsOf(stage, files)))
await server?.then((started) => started.stop())
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

/** A process alone leaves a part of a core idle, while one of its threads waits for another; one more than cores uses it. */
function processesAtOnce() {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY
  const byMemory = Math.floor(Math.min(totalmem(), allowed) / gigabytesEach / 1024 ** 3)
  return Math.max(1, Math.min(availableParallelism() + 1, byMemory, 8))
}

/** What is to run for a stage: one job is one process. A stage that cannot or need not run says so at once. */
function jobsOf(stage, only) {
  const all = filesOf(stage)
  const wanted = only.length > 0 ? all.filter((file) => only.includes(file)) : all
  if (stage.tests && wanted.length === 0) {
    say(line(stage, 'no test here yet'))
    return []
  }
  if (stage.shared && !existsSync(`../shared/${stage.shared}`)) {
    withoutShared(stage, wanted)
    return []
  }
  const state = { left: 0, results: [], milliseconds: 0, processor: 0, named: only.length > 0 }
  const shares = stage.check ? [null] : sharesOf(wanted, stage)
  state.left = shares.length
  const told = { ...stage, state }
  return shares.map((share) => ({ stage: told, files: share, state, inAll: wanted.length }))
}

/** All stages share the processes, so that both cores have work until the end. */
async function runAll(jobs) {
  const queue = jobs.toSorted((a, b) => b.stage.longest - a.stage.longest)
  const takeNext = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      const began = Date.now()
      // What goes wrong in one job is a failure of its stage, not the end of all.
      const failed = (error) => ({ passed: 0, failed: 1, skipped: 0, output: `${error.stack}\n` })
      job.state.results.push(await runJob(job).catch(failed))
      job.state.milliseconds += Date.now() - began
      job.state.left -= 1
      if (job.state.left === 0) tell(job.stage, job.state)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeNext))
}

async function runJob({ stage, files, inAll }) {
  if (stage.needs) {
    await machine
    const missing = missingOf(stage.needs)
    if (missing.length > 0) {
      return { passed: 0, failed: 1, skipped: 0, output: missing.join('\n') }
    }
  }
  return stage.check ? runCheck(stage) : runShare(stage, files, inAll)
}

function tell(stage, { results, milliseconds, processor, named }) {
  const result = {
    passed: sum(results, 'passed'),
    failed: sum(results, 'failed'),
    skipped: sum(results, 'skipped'),
  }
  for (const count of Object.keys(total)) total[count] += result[count]
  const verdict = result.failed > 0 ? 'FAILED' : 'passed'
  const ofWhich = processor > 0 ? `, ${processor.toFixed(1)} s of processor` : ''
  const work = `  (${(milliseconds / 1000).toFixed(1)} s of work${ofWhich})`
  say(line(stage, `${stage.check ? verdict : summary(result)}${work}`))
  for (const { notes = [] } of results) for (const note of notes) say(`              ${note}`)
  for (const { skips = [] } of results) {
    for (const skip of skips) say(`              skipped: ${skip}`)
  }
  const output = results.map((each) => each.output).join('')
  if (result.failed > 0) say(`${output.trimEnd()}\n`)
  else if (named && output.trim()) say(output.trimEnd())
}

function sum(results, count) {
  return results.reduce((all, one) => all + one[count], 0)
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
  const { code, output } = await run(stage, [node, ...stage.check()], stage.environment ?? {})
  const passed = code === 0
  return { passed: Number(passed), failed: Number(!passed), skipped: 0, output }
}

// A few files are not worth a second process.
function sharesOf(files, { alone = false, filesEach = files.length }) {
  if (alone) return files.map((file) => [file])
  if (files.length < 8) return [files]
  const shares = Math.ceil(files.length / filesEach)
  return Array.from({ length: shares }, (_, place) =>
    files.filter((_file, index) => index % shares === place),
  )
}

async function runShare(stage, files, inAll) {
  const folder = mkdtempSync(join(tmpdir(), 'weft-test-'))
  const countsFile = join(folder, 'counts.json')
  const env = { WEFT_TEST_COUNTS: countsFile, WEFT_TEST_NAMES: inAll === 1 ? '1' : '0' }
  const { url, templates } = stage.onPostgres ? await (server ??= startServer()) : {}
  if (stage.onPostgres && !url) {
    rmSync(folder, { recursive: true, force: true })
    return { passed: 0, failed: 1, skipped: 0, output: 'The PostgreSQL server did not start.\n' }
  }
  if (url) Object.assign(env, { WEFT_TEST_DATABASE_URL: url, WEFT_TEST_TEMPLATES: templates })
  const test = ['--test', '--test-isolation=none', `--test-reporter=${reporter}`]
  const spared = stage.makesManyPromises ? ['--expose-internals', '--require', sparing] : []
  const command = [node, ...spared, '--import', loader, ...test, '--test-timeout=1200000', ...files]
  const { code, output } = await run(stage, command, env)
  const counts = existsSync(countsFile) ? JSON.parse(readFileSync(countsFile, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })

  if (counts === null) {
    const why = `The tests ended before they were through (exit code ${code}).`
    return { passed: 0, failed: 1, skipped: 0, output: `${output}\n${why}\n` }
  }
  if (code !== 0 && counts.failed === 0) {
    return {
      ...counts,
      failed: 1,
      output: `${output}\nEvery test passed, but the exit code is ${code}.\n`,
    }
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    return { ...counts, failed: 1, output: `${output}\nNo test ran.\n` }
  }
  for (const [file, milliseconds] of Object.entries(counts.took)) {
    took.push({ file: `${file} (${stage.name})`, seconds: milliseconds / 1000 })
  }
  return { ...counts, output }
}

/** The PostgreSQL server that the processes of a stage share. It stops when its input ends, with us at the latest. */
async function startServer() {
  const command = ['--import', loader, 'scripts/postgres-for-tests.ts']
  const child = spawn(node, command, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  running.add(child)
  const ended = new Promise((done) => child.once('close', done))
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (said.includes('\n')) break
  }
  const stop = async () => {
    child.stdin.end()
    await ended
    running.delete(child)
  }
  return { ...(said.includes('\n') ? JSON.parse(said) : {}), stop }
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
    if (!stage.hasBrowser) giveWay(child)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const left = minutesInAll * 60_000 - (Date.now() - started)
    const limit = Math.max(1, Math.min(stage.minutes * 60_000, left))
    const timer = setTimeout(() => {
      output += `\nStopped after ${Math.round(limit / 1000)} s, the limit of this stage.`
      endGroup(child, 'SIGKILL')
    }, limit)
    child.on('exit', () => (stage.state.processor += processorOfTheEnded()))
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      endGroup(child, 'SIGKILL')
      running.delete(child)
      resolvePromise({ code: code ?? signal, output })
    })
  })
}

/**
 * Seconds of processor of the processes that ended since the last call, and of theirs, as Linux counts them; else 0. Unlike
 * the clock it is the same on a busy machine.
 */
function processorOfTheEnded() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    // Behind the name, which may hold anything: the times of children stand in fields 16 and 17, in hundredths (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const now = (Number(fields[13]) + Number(fields[14])) / 100
    const since = now - processorBefore
    processorBefore = now
    return since
  } catch {
    return 0
  }
}

/** What sits before a browser waits for answers all the time: the rest leaves it the processor. */
function giveWay({ pid }) {
  try {
    if (pid !== undefined) setPriority(pid, Math.min(19, getPriority() + 5))
  } catch {
    // It has ended, or the machine does not allow it: then all are equal.
  }
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

function line(stage, text) {
  return `${stage.name.padEnd(12)}  ${text}`
}

/** Where time would be won first. */
function tellLongest() {
  const longest = took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 30)
  if (took.length < 30) return
  say('\nThe longest files:')
  for (const { file, seconds } of longest) say(`${seconds.toFixed(1).padStart(8)} s  ${file}`)
}

function finish() {
  const { passed, failed, skipped } = total
  tellLongest()
  processorOfTheEnded()
  const processor = processorBefore > 0 ? `, ${processorBefore.toFixed(0)} s of processor` : ''
  say(`\nAll of it took ${((Date.now() - started) / 1000).toFixed(0)} s${processor}.`)
  if (skipped > 0) say(`${skipped} skipped`)
  if (passed + failed === 0) say('No test ran.')
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
