#!/usr/bin/env node
// The door of the command line, whatever Node the machine has: hands over to the project's own
// Node, with the loader, and becomes that process where the platform allows it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freshPack } from './pack.mjs'
import { requireProjectNode, root } from './project-node.mjs'

const node = requireProjectNode()
if (!existsSync(join(root, 'node_modules', 'oxc-transform'))) {
  process.stderr.write('The packages are not installed. Run "npm ci" in the project folder.\n')
  process.exit(1)
}
const script = (name) => pathToFileURL(join(root, 'scripts', name)).href
const imports = (...names) => names.flatMap((name) => ['--import', script(name)])
const pack = freshPack(root)
const program = pack
  ? [...imports('compile-cache.mjs'), pack]
  : [...imports('loader.mjs', 'pack-after-start.mjs'), join(root, 'src', 'main.ts')]
const args = [...program, ...process.argv.slice(2)]

if (typeof process.execve === 'function' && process.platform !== 'win32') {
  // The warning that execve is experimental would be the first line of every start.
  process.removeAllListeners('warning')
  process.on('warning', () => {})
  process.execve(node, [node, ...args], process.env)
}

const child = spawn(node, args, { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) {
  process.on(signal, () => child.kill(signal))
}
child.on('error', (error) => {
  process.stderr.write(`Could not start ${node}: ${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
