// A site that runs from its sources packs them once it has begun, for the next start.
import { subscribe } from 'node:diagnostics_channel'
import { writePack } from './pack.mjs'
import { root } from './project-node.mjs'

subscribe('weft.started', () => {
  // A folder without the right to write, a full disk: the sources are read one by one, as now.
  writePack(root).catch(() => {})
})
