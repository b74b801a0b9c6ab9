// Node strips types from .ts by itself; .tsx needs a transform. This hook gives it one,
// with inline source maps so that a stack trace points at the line that was written.
import './compile-cache.mjs'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

const root = new URL('../', import.meta.url).href
const { imports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
/** What each begins with, up to the star where it has one, and where it leads before and after it. */
const doors = Object.entries(imports).map(([name, target]) => ({
  beginning: name.split('*')[0],
  isWhole: !name.includes('*'),
  path: target.slice('./'.length).split('*'),
}))

/**
 * Where an import of this house leads, as `imports` of package.json says; null for all others. Eleven thousand are asked
 * for at a start: Node would look for each on the disk, and for the package it is in.
 */
function ownModule(specifier, parent) {
  if (!parent?.startsWith(root) || parent.includes('/node_modules/')) return null
  for (const { beginning, isWhole, path } of doors) {
    if (isWhole ? specifier === beginning : specifier.startsWith(beginning)) {
      return `${root}${path.join(specifier.slice(beginning.length))}`
    }
  }
  const isRelative = specifier.startsWith('./') || specifier.startsWith('../')
  return isRelative && /\.tsx?$/.test(specifier) ? new URL(specifier, parent).href : null
}

process.setSourceMapsEnabled(true)
registerHooks({
  resolve(specifier, context, nextResolve) {
    const url = ownModule(specifier, context.parentURL)
    if (url === null) return nextResolve(specifier, context)
    return { url, format: url.endsWith('x') ? 'module' : 'module-typescript', shortCircuit: true }
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context)
    const path = fileURLToPath(url)
    const { code, map, errors } = transformSync(path, readFileSync(path, 'utf8'), {
      lang: 'tsx',
      sourcemap: true,
      jsx: { runtime: 'automatic', importSource: 'preact' },
    })
    if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
    const inline = Buffer.from(JSON.stringify(map)).toString('base64')
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`
    return { format: 'module', source, shortCircuit: true }
  },
})
