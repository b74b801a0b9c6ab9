// Runs before "npm start" and "npm test": installs the packages, and only when the lock file, the
// dependencies or the platform changed since the last time. Must run on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { projectNode, root } from './project-node.mjs'

const stamp = join(root, 'node_modules', '.weft-installed')
const hash = wantedHash()
if (!(installedHash() === hash && projectNode())) await install()

// The Node that runs this is left out on purpose: the first run has the machine's own Node, the
// next one the project's, and no package is built for either.
function wantedHash() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(
      JSON.stringify([
        [dependencies, devDependencies, optionalDependencies, overrides, allowScripts],
        [process.platform, process.arch],
      ]),
    )
    .digest('hex')
}

function installedHash() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : ''
}

async function install() {
  const major = Number.parseInt(process.versions.node, 10)
  if (major < 20) {
    fail(
      `Node ${process.versions.node} is too old to install Weft.`,
      'Install Node 20 or later with its npm (Debian: "apt-get install nodejs npm"), and run this again.',
    )
  }
  const started = Date.now()
  const said = 'Installing the packages (about a minute the first time) … '
  process.stderr.write(said)
  const progress = process.stderr.isTTY ? showProgress(said, started) : null
  const { code, output } = await npmCi()
  clearInterval(progress)
  if (progress) process.stderr.write(`\r\x1b[K${said}`)
  if (code !== 0) {
    process.stderr.write('\n')
    fail(...explain(code, output))
  }
  writeFileSync(stamp, `${hash}\n`)
  process.stderr.write(`done in ${Math.round((Date.now() - started) / 1000)} s.\n`)
  if (!projectNode()) {
    process.stderr.write(
      `There is no packaged Node for ${process.platform} on ${process.arch}: use Node 26 or later.\n`,
    )
  }
}

// On a terminal: how many of the packages are in place, since a minute without a word looks like a fault.
function showProgress(said, started) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const manifests = Object.entries(packages)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .map(([path]) => join(root, path, 'package.json'))
  return setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    const there = manifests.filter((path) => existsSync(path)).length
    process.stderr.write(`\r\x1b[K${said}${there} of ${manifests.length}, ${seconds} s`)
  }, 500)
}

// No package's install script is needed, so none runs. npm itself is run by the machine's Node:
// "npm ci" deletes node_modules, and the project's Node with it.
function npmCi() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  args.push('--loglevel=error')
  const env = { ...process.env, PATH: pathWithoutProject() }
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  const [command, first] = cli && node && existsSync(node) ? [outer(node), [cli]] : ['npm', []]
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}

function outer(node) {
  return node.startsWith(join(root, 'node_modules')) ? 'node' : node
}

function pathWithoutProject() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(delimiter)
}

function explain(code, output) {
  const known = [
    [
      /spawn npm ENOENT|spawn node ENOENT/,
      'npm was not found.',
      'Install npm (Debian: "apt-get install npm"), and run this again.',
    ],
    [
      /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/,
      'The package registry cannot be reached.',
      'Check the network and the proxy ("npm config get proxy"), then run "npm ci" by hand.',
    ],
    [
      /E40[13]/,
      'The package registry refused the request.',
      'Check the registry that npm is set to ("npm config get registry") and whether it wants a sign-in, then run "npm ci".',
    ],
    [
      /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_/,
      'The certificate of the package registry is not trusted here.',
      'Name the certificate of your network to npm ("npm config set cafile FILE"), then run "npm ci".',
    ],
    [/ENOSPC/, 'The disk is full.', 'Free about 1.5 GB, then run this again.'],
    [
      /EACCES|EPERM|EROFS/,
      'The project folder cannot be written.',
      'Give yourself the right to write in it (it may belong to root), then run this again.',
    ],
    [
      /can only install packages when your package\.json|Missing: .* from lock file/,
      'package.json and package-lock.json disagree.',
      'Run "npm install" by hand and commit both files.',
    ],
    [
      /EINTEGRITY/,
      'A package differs from the one that was locked.',
      'Run "npm cache clean --force", then "npm ci". If it happens again, do not install it.',
    ],
    [
      /EBADENGINE/,
      'A package refuses this Node or npm.',
      'Install the current npm ("npm install --global npm"), then run this again.',
    ],
  ]
  const [, what, advice] = known.find(([pattern]) => pattern.test(output)) ?? [
    null,
    `"npm ci" failed with exit code ${code}.`,
    'Run "npm ci" by hand in the project folder and follow what it says.',
  ]
  return [what, advice, withoutAddresses(output)]
}

// Where a machine fetches its packages is nobody's business who reads a log.
function withoutAddresses(output) {
  const lines = output.replaceAll(/\b[a-z+]+:\/\/\S+/g, '(address)').split('\n')
  const told = lines.filter(
    (line) =>
      !/complete log of this run|^(npm error)?\s*$|^npm error\s+(at |address|host|port|[{}])/.test(
        line,
      ),
  )
  return told
    .map((line) => line.replace(/(ENOTFOUND|EAI_AGAIN|ECONNREFUSED) \S+/g, '$1'))
    .slice(-12)
    .join('\n')
}

function fail(what, advice, detail) {
  process.stderr.write(`${what}\n${advice}\n`)
  if (detail) process.stderr.write(`\nWhat npm said:\n${detail}\n`)
  process.exit(1)
}
