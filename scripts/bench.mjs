// What "npm run bench" runs: bench/run.ts on the project's Node.
import { spawnSync } from 'node:child_process'
import { loader, requireProjectNode, root } from './project-node.mjs'

const args = ['--import', loader, 'bench/run.ts', ...process.argv.slice(2)]
const { status, error } = spawnSync(requireProjectNode(), args, { cwd: root, stdio: 'inherit' })
if (error) process.stderr.write(`${error.message}\n`)
process.exit(status ?? 1)
