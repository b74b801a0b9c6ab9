// Prints failures only, and leaves the counts as JSON in the file that WEFT_TEST_COUNTS names: the
// command that runs the stages adds them up. Without that file the stage did not end by itself.
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inspect } from 'node:util'

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, notes: [], skips: [], took: {} }
  const names = process.env.WEFT_TEST_NAMES === '1'
  for await (const { type, data } of source) {
    if (/^test:(pass|fail)$/.test(type) && data.nesting === 0 && data.file) {
      const file = relative(process.cwd(), data.file)
      counts.took[file] = (counts.took[file] ?? 0) + data.details.duration_ms
    }
    if (type === 'test:pass' && data.details.type !== 'suite') {
      yield* pass(counts, data, names)
    } else if (type === 'test:fail' && data.details.type !== 'suite') {
      counts.failed += 1
      yield failure(data)
    } else if (type === 'test:fail' && data.details.error?.failureType === 'hookFailed') {
      counts.failed += 1
      yield failure(data)
    } else if (type === 'test:diagnostic') {
      yield* diagnostic(counts, data)
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message
    } else if (type === 'test:summary' && data.file === undefined) {
      if (process.env.WEFT_TEST_COUNTS) {
        writeFileSync(process.env.WEFT_TEST_COUNTS, JSON.stringify(counts))
      }
    }
  }
}

function* pass(counts, data, names) {
  if (data.skip !== undefined || data.todo !== undefined) {
    counts.skipped += 1
    const why = typeof data.skip === 'string' ? ` (${data.skip})` : ''
    counts.skips.push(`${data.name}${why}`)
    if (names) yield `- ${data.name}${why}\n`
  } else if (isFileItself(data)) {
    counts.failed += 1
    yield `✖ ${place(data)} holds no test\n`
  } else {
    counts.passed += 1
    if (names) yield `✔ ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`
  }
}

// A file without tests is reported as a passing test named like the file.
function isFileItself(data) {
  return (
    data.nesting === 0 && data.line === 1 && data.column === 1 && data.file?.endsWith(data.name)
  )
}

// What a test says with t.diagnostic() is worth a line even when all is well; what the runner says
// without naming a test is its own summary, or an error that came after its test had ended.
function* diagnostic(counts, data) {
  if (data.file !== undefined) counts.notes.push(data.message)
  else if (data.message.includes('asynchronous activity after the test ended')) {
    counts.failed += 1
    yield `✖ ${data.message}\n`
  }
}

function failure(data) {
  const error = data.details.error
  if (error?.failureType === 'subtestsFailed') return ''
  const cause = error?.cause ?? error
  const text = typeof cause === 'string' ? cause : (cause?.stack ?? inspect(cause))
  const message = cause?.message && !text.includes(cause.message) ? `${cause.message}\n` : ''
  const ours = `${message}${text}`.split('\n').filter((line) => !/^\s+at .*\(?node:/.test(line))
  const indented = ours.join('\n').replaceAll(/^/gm, '    ')
  return `\n✖ ${data.name}\n  ${place(data)}\n${indented}\n`
}

function place(data) {
  return data.file ? `${relative(process.cwd(), data.file)}:${data.line}` : 'unknown file'
}
