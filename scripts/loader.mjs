// Node strips types from .ts by itself; .tsx needs a transform. This hook gives it one,
// with inline source maps so that a stack trace points at the line that was written.
import { readFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

process.setSourceMapsEnabled(true)
// A third of a start is stripping types and compiling; a folder that cannot be written costs only that.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))

registerHooks({
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
