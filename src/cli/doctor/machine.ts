import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { m } from '../messages/index.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const wantedMajor = 26
const leastMegabytes = 1024
const fonts = ['noto-sans', 'noto-sans-thai', 'noto-sans-sc', 'noto-sans-kr']
const require = createRequire(import.meta.url)

/** Node with its languages and time zones, memory, clock, and the native parts of packages. */
export async function checkMachine(): Promise<Finding[]> {
  return [checkNode(), checkMemory(), checkClock(), ...checkLanguages(), ...(await checkPackages())]
}

function checkNode(): Finding {
  const { node } = process.versions
  const says = m('doctor.node', { version: node })
  return Number.parseInt(node, 10) >= wantedMajor
    ? ok('node', says)
    : problem('node', says, m('doctor.node.advice', { wanted: String(wantedMajor) }))
}

function checkMemory(): Finding {
  const megabytes = Math.floor(totalmem() / 1_048_576)
  const says = m('doctor.memory', { megabytes })
  return megabytes >= leastMegabytes
    ? ok('memory', says)
    : warning('memory', says, m('doctor.memory.advice', { least: leastMegabytes }))
}

/** A clock before this program was written is a clock that was never set. */
function checkClock(): Finding {
  const now = new Date()
  const says = m('doctor.clock', { time: now.toISOString() })
  return now.getTime() >= Date.UTC(2026, 0, 1)
    ? ok('clock', says)
    : problem('clock', says, m('doctor.clock.advice'))
}

/** A Node that was built with few languages would sort, split and date wrongly without a word. */
function checkLanguages(): Finding[] {
  const collations = Intl.Collator.supportedLocalesOf(['en', 'zh-Hans', 'th', 'ko', 'fr'])
  const year = new Intl.DateTimeFormat('th-u-ca-buddhist-nu-latn', {
    year: 'numeric',
    timeZone: 'Asia/Bangkok',
  }).format(new Date('2026-06-01T00:00:00Z'))
  const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment('ภาษาไทยง่าย')]
  const languagesWork = collations.length === 5 && year.includes('2569') && words.length >= 2
  const offset = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Seoul',
    timeZoneName: 'longOffset',
  }).format(new Date('2026-06-01T00:00:00Z'))
  return [
    languagesWork
      ? ok('languages', m('doctor.languages', { version: process.versions['icu'] ?? '' }))
      : problem('languages', m('doctor.languages.missing'), m('doctor.reinstall.advice')),
    offset.includes('+09:00')
      ? ok('time-zones', m('doctor.time-zones', { version: process.versions['tz'] ?? '' }))
      : problem('time-zones', m('doctor.time-zones.missing'), m('doctor.reinstall.advice')),
  ]
}

async function checkPackages(): Promise<Finding[]> {
  const missing = fonts.filter((family) => !resolves(`@expo-google-fonts/${family}/package.json`))
  const natives: string[] = []
  for (const name of ['sharp', '@myriaddreamin/typst-ts-node-compiler', 'esbuild']) {
    if (!(await loads(name))) natives.push(name)
  }
  return [
    missing.length === 0
      ? ok('fonts', m('doctor.fonts'))
      : problem(
          'fonts',
          m('doctor.fonts.missing', { names: missing.join(', ') }),
          m('doctor.reinstall.advice'),
        ),
    natives.length === 0
      ? ok('packages', m('doctor.packages'))
      : problem(
          'packages',
          m('doctor.packages.missing', { names: natives.join(', ') }),
          m('doctor.reinstall.advice'),
        ),
  ]
}

function resolves(path: string): boolean {
  try {
    require.resolve(path)
    return true
  } catch {
    return false
  }
}

async function loads(name: string): Promise<boolean> {
  try {
    await import(name)
    return true
  } catch {
    return false
  }
}
