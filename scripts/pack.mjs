// The whole program in one file, made after a start for the next ones (docs/decisions/0069-a-start-reads-one-file.md).
// Reading it is kept to what Node 20 knows, as the door is; nothing here may be needed for a start to work.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Packages that are whole when their source is read; all others keep files, programs or threads of their own beside it. */
const plain =
  /^(kysely|zod|hono|@hono\/node-server|undici|preact|preact-render-to-string|jose|openid-client|oauth4webapi|otpauth|@simplewebauthn\/server|@peculiar\/.*|@levischuck\/.*|@hexagon\/.*|tsyringe|reflect-metadata|tslib|asn1js|pvtsutils|pvutils|bytestreamjs|csv-parse|fflate|ipaddr\.js|intl-messageformat|@formatjs\/.*|qrcode|semver)$/

const placeOf = (root) => join(root, 'node_modules', '.cache', 'pack')
const programOf = (root) => join(placeOf(root), 'weft.mjs')
const indexOf = (root) => join(placeOf(root), 'index.json')
/** What the packages are, and what this script makes of them. */
const besides = ['package.json', 'package-lock.json', join('scripts', 'pack.mjs')]

/** The path of the packed program if it is that of the sources as they are, else null. */
export function freshPack(root) {
  try {
    const index = JSON.parse(readFileSync(indexOf(root), 'utf8'))
    // The addresses of the sources are in it: a copy of the folder is another program.
    if (index.root !== root || index.inputs.length === 0) return null
    const isSame = index.inputs.every(([path, size, changed]) => {
      const now = statSync(join(root, path))
      return now.size === size && now.mtimeMs === changed
    })
    return isSame && firstLine(programOf(root)) === index.line ? programOf(root) : null
  } catch {
    return null
  }
}

function firstLine(path) {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(100)
    return bytes.toString('utf8', 0, readSync(file, bytes)).split('\n', 1)[0]
  } finally {
    closeSync(file)
  }
}

/**
 * Packs the program of `root`, unless it is packed or a source changed meanwhile; answers whether it did. The list of what
 * it is made from goes first and comes last: whoever is killed between leaves sources that are read one by one.
 */
export async function writePack(root) {
  if (freshPack(root)) return false
  const began = Date.now()
  const { outputFiles, metafile } = await bundle(root)
  const own = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'))
  const inputs = [...own, ...besides].map((path) => {
    const { size, mtimeMs } = statSync(join(root, path))
    return [path, size, mtimeMs]
  })
  // One that changes in the minute in which it is read may have been read before.
  if (inputs.some(([, , changed]) => changed >= began)) return false
  const [map, program] = ['.map', '.mjs'].map((end) =>
    outputFiles.find(({ path }) => path.endsWith(end)),
  )
  const line = `// ${createHash('sha256').update(program.contents).digest('hex')}`
  mkdirSync(placeOf(root), { recursive: true })
  rmSync(indexOf(root), { force: true })
  put(`${programOf(root)}.map`, shifted(map.text))
  put(programOf(root), `${line}\n${program.text}`)
  put(indexOf(root), JSON.stringify({ root, line, inputs }))
  return true
}

/** The map of a program that begins one line later. */
function shifted(text) {
  const map = JSON.parse(text)
  return JSON.stringify({ ...map, mappings: `;${map.mappings}` })
}

/** Whole or not at all, also when the disk is full or the power goes. */
function put(path, text) {
  const making = `${path}.${process.pid}`
  try {
    writeFileSync(making, text, { flush: true })
    renameSync(making, path)
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  }
}

async function bundle(root) {
  const { build } = await import('esbuild')
  return build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'main.ts')],
    outfile: programOf(root),
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifyWhitespace: true,
    minifySyntax: true,
    // Not named in the program: who tells of an error reads it then (src/kernel/http/traces.ts).
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    // Packages of the older kind ask for what Node has by `require`.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    plugins: [packages(), places(root)],
  })
}

function packages() {
  return {
    name: 'packages',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined
        const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/')
        return plain.test(name) ? undefined : { path, external: true }
      })
    },
  }
}

/** Threads, migrations and pictures are read where they lie: each source keeps its own address. */
function places(root) {
  const sources = join(root, 'src')
  return {
    name: 'places',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        if (relative(sources, path).startsWith('..')) return undefined
        const text = readFileSync(path, 'utf8')
        if (!text.includes('import.meta')) return undefined
        const contents = text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..')))
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}
