import { type Offence, places, type Tree } from '../tree.ts'

// The brackets keep this file from offending itself.
const homes = ['[/]work/', '[/]root/', '[/]tmp/weft', '[/]home/[a-z]', '[/]Users/[A-Za-z]']
const registries = ['registry[.]npmjs[.]', 'registry[.]yarnpkg[.]', 'npm[.]pkg[.]github']

/** Reports paths of one machine. */
export function machinePaths(tree: Tree): Offence[] {
  // The last part of an address may be called "work" or "home"; a path begins after something else.
  const pattern = new RegExp(`(?<![\\w.\\])}/-])(?:${homes.join('|')})`, 'g')
  return lines(tree, pattern)
}

/** Reports where packages were fetched from: the public registries, and the one that npm is set to here. */
export function registryNames(
  tree: Tree,
  configured = process.env['npm_config_registry'],
): Offence[] {
  const own = configured && URL.canParse(configured) ? [escape(new URL(configured).host)] : []
  const offences = lines(tree, new RegExp([...registries, ...own].join('|'), 'gi'))
  const lock = tree.get('package-lock.json') ?? ''
  const resolved = lock.split('\n').findIndex((line) => line.includes('"resolved"'))
  if (resolved === -1) return offences
  return [
    ...offences,
    { file: 'package-lock.json', line: resolved + 1, what: '"resolved" addresses' },
  ]
}

/**
 * Reports packages that the lock file names as optional but does not lock. With one of them missing,
 * "npm ci" refuses the whole lock file, on every machine.
 */
export function completeLock(tree: Tree): Offence[] {
  const lock = JSON.parse(tree.get('package-lock.json') ?? '{}')
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> =
    lock.packages ?? {}
  const offences: Offence[] = []
  for (const [path, { optionalDependencies }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies ?? {})) {
      const locked =
        `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages
      if (!locked) {
        offences.push({
          file: 'package-lock.json',
          line: 1,
          what: `${path || 'Weft'} wants ${name}`,
        })
      }
    }
  }
  return offences
}

function lines(tree: Tree, pattern: RegExp): Offence[] {
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    text.split('\n').forEach((line, index) => {
      pattern.lastIndex = 0
      if (pattern.test(line)) {
        offences.push({ file, line: index + 1, what: line.trim().slice(0, 100) })
      }
    })
  }
  return offences
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Reports assets fetched from another host, which the content security policy refuses. */
export function foreignAssets(tree: Tree): Offence[] {
  const page = (file: string) =>
    /^(src|islands)\/.*\.(tsx|css)$/.test(file) && !/\.test\./.test(file)
  const asset =
    /(?:\bsrc=\{?["'`]|@import\s+(?:url\()?["']?|url\(["']?|<link[^>]+href=\{?["'`])(?:https?:)?\/\/[^"'`)\s]+/g
  return [...places(tree, page, asset, 'text')]
}
