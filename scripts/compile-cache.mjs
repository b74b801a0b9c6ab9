// What every process of the house begins with: programs that were compiled before. A third of a start is compiling; a
// folder that cannot be written costs only that.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))
