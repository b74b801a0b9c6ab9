import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { parseOklch, toHex } from './colour.ts'

/** A built file as it is sent. `gzip` is there when it is smaller. */
export interface ServedAsset {
  body: Uint8Array<ArrayBuffer>
  gzip?: Uint8Array<ArrayBuffer>
  type: string
}

/** The built style sheet, scripts and fonts. Their names carry their hash, so they may be cached for ever. */
export interface Assets {
  css: string[]
  /** The same, under the name that a frame has for it. */
  styles: string[]
  scripts: string[]
  /** Fonts that every page needs at once. */
  preloads: string[]
  icon: string | undefined
  /** The address of a built file by its plain name, such as `weft.css`. */
  file: (name: string) => string | undefined
  /** The bytes behind an address under `/assets/`, or undefined. */
  serve: (path: string) => ServedAsset | undefined
}

const manifestName = 'manifest.json'

interface Manifest {
  /** Plain name → hashed name. */
  files: Record<string, string>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const prefix = '/assets/'
const target = ['chrome100', 'firefox100', 'safari15']
const require = createRequire(import.meta.url)

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/**
 * Builds the assets into a folder of their own under `outDir`, unless it is there already, and loads them. Processes that
 * start at once build each for itself and the first to be through is taken, so that none reads what another is writing.
 */
export async function buildAssets(outDir: string): Promise<Assets> {
  const inputs = await hashInputs()
  const place = join(outDir, inputs)
  const before = await readManifest(place)
  if (before) return loadAssets(place, before)
  await mkdir(outDir, { recursive: true })
  const making = await mkdtemp(join(outDir, 'making-'))
  const files = { ...(await buildStyles(making)), ...(await buildScripts(making)) }
  await writeFile(join(making, manifestName), JSON.stringify({ files }, null, 2))
  await rename(making, place).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    // Another process was quicker; or a folder stands there that somebody cleared half.
    if (await readManifest(place)) return rm(making, { recursive: true, force: true })
    await rename(place, await mkdtemp(join(outDir, 'making-')))
    await rename(making, place)
  })
  await forgetOlder(outDir, inputs)
  return loadAssets(place, { files })
}

/** Deletes what was built from other inputs; what another process may be making stays for a day. */
async function forgetOlder(outDir: string, inputs: string): Promise<void> {
  for (const name of await readdir(outDir)) {
    const path = join(outDir, name)
    const isMaking = name.startsWith('making-')
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (name === inputs || (isMaking && age < 86_400_000)) continue
    // Its name goes first: one that is cleared half, because the process was killed, is not taken for a whole one.
    const leaving = isMaking ? path : await mkdtemp(join(outDir, 'making-'))
    if (!isMaking) await rename(path, leaving)
    await rm(leaving, { recursive: true, force: true })
  }
}

async function buildStyles(outDir: string): Promise<Record<string, string>> {
  const result = await build({
    entryPoints: { weft: join(root, 'src/ui/css/weft.css') },
    outdir: outDir,
    bundle: true,
    minify: true,
    target,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'weft-css',
        setup(pluginBuild) {
          pluginBuild.onResolve({ filter: /^font:/ }, ({ path }) => ({
            path: require.resolve(`@fontsource-variable/${path.slice('font:'.length)}`),
          }))
          pluginBuild.onLoad({ filter: /tokens\.css$/ }, async ({ path }) => ({
            contents: expandTokens(await readFile(path, 'utf8')),
            loader: 'css',
          }))
        },
      },
    ],
  })
  return { ...outputNames(result.metafile.outputs), ...(await copyIcon(outDir)) }
}

async function copyIcon(outDir: string): Promise<Record<string, string>> {
  const body = await readFile(join(root, 'src/ui/css/mark.svg'))
  const name = `mark-${createHash('sha256').update(body).digest('hex').slice(0, 8).toUpperCase()}.svg`
  await writeFile(join(outDir, name), body)
  return { 'mark.svg': name }
}

async function buildScripts(outDir: string): Promise<Record<string, string>> {
  const result = await build({
    entryPoints: { weft: join(root, 'islands/index.ts') },
    outdir: outDir,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  })
  return outputNames(result.metafile.outputs)
}

function outputNames(outputs: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(outputs).map((path) => {
      const name = basename(path)
      return [name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), name]
    }),
  )
}

const tokenPattern = /^\s*(--[\w-]+):\s*light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\);\s*$/gm

/**
 * The tokens are written once, as `light-dark(oklch(…), oklch(…))`. Browsers inside chat programs know neither, so what
 * is sent are plain values: light, dark by the device's wish, and dark by choice.
 */
export function expandTokens(source: string): string {
  const light: string[] = []
  const dark: string[] = []
  const rest = source.replace(tokenPattern, (_, name: string, day: string, night: string) => {
    light.push(`${name}:${toHex(parseOklch(day))}`)
    dark.push(`${name}:${toHex(parseOklch(night))}`)
    return ''
  })
  return [
    rest,
    `:root{color-scheme:light;${light.join(';')}}`,
    `@media screen and (prefers-color-scheme:dark){:root[data-theme='auto']{color-scheme:dark;${dark.join(';')}}}`,
    `@media screen{:root[data-theme='dark']{color-scheme:dark;${dark.join(';')}}}`,
  ].join('\n')
}

async function readManifest(place: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(place, manifestName), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  const files = [
    ...(await filesUnder(join(root, 'src/ui/css'))),
    ...(await filesUnder(join(root, 'islands'))),
    join(root, 'src/ui/assets.ts'),
    join(root, 'src/ui/colour.ts'),
    join(root, 'package.json'),
  ]
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0')
  return hash.digest('hex')
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function loadAssets(outDir: string, manifest: Manifest): Promise<Assets> {
  const bodies = new Map<string, ServedAsset>()
  for (const name of Object.values(manifest.files)) {
    const body = new Uint8Array(await readFile(join(outDir, name)))
    const packed =
      extname(name) === '.woff2' ? undefined : new Uint8Array(gzipSync(body, { level: 9 }))
    bodies.set(prefix + name, {
      body,
      gzip: packed && packed.length < body.length ? packed : undefined,
      type: types[extname(name)] ?? 'application/octet-stream',
    })
  }
  const file = (name: string) => (manifest.files[name] ? prefix + manifest.files[name] : undefined)
  const css = [file('weft.css')].filter((path) => path !== undefined)
  return {
    css,
    styles: css,
    icon: file('mark.svg'),
    scripts: [file('weft.js')].filter((path) => path !== undefined),
    preloads: [file('anuphan-latin-wght-normal.woff2')].filter((path) => path !== undefined),
    file,
    serve: (path) => bodies.get(path),
  }
}
