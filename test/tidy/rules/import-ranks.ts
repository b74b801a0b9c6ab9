// Who may import whom. The order of these lists is the architecture; change it with a decision record.
import { posix } from 'node:path'
import { importsOf, lineAt } from '../source.ts'
import { isScript, isTest, type Offence, type Tree } from '../tree.ts'

/** A part of the kernel imports only parts that stand before it. */
export const kernelOrder = [
  'values',
  'messages',
  'database',
  'jobs',
  'chronicle',
  'files',
  'mail',
  'identity',
  'access',
  'tasks',
  'notices',
  'search',
  'outbound',
  'documents',
  'http',
]

/** A module imports only modules of a lower rank. */
export const moduleRanks: Readonly<Record<string, number>> = {
  alliance: 3,
  privacy: 4,
  signing: 4,
  matching: 4,
  agreements: 5,
  mentorship: 5,
  calls: 5,
  recognition: 5,
  clearance: 5,
  care: 5,
  funding: 5,
  credentials: 5,
  mobility: 6,
  internships: 6,
  scholarships: 6,
  labs: 6,
  exhibitions: 6,
  summits: 6,
  offers: 6,
  impact: 7,
}

/** What the programs share beneath app.ts: it knows the kernel and no module. */
const bases = new Set(['src/config.ts', 'src/house.ts', 'src/kernel-parts.ts', 'src/services.ts'])

const entries = new Set(['src/main.ts'])

interface Area {
  name: string
  kind:
    | 'kernel'
    | 'ui'
    | 'module'
    | 'outer'
    | 'base'
    | 'app'
    | 'main'
    | 'islands'
    | 'proof'
    | 'unknown'
  rank: number
}

/** Reports every import that points up, sideways or past a door. */
export function importRanks(tree: Tree): Offence[] {
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    if (!isScript(file) || !/^(src|islands)\//.test(file)) continue
    const from = areaOf(file)
    if (from.kind === 'unknown') {
      offences.push({
        file,
        line: 1,
        what: `${from.name} has no rank in test/tidy/rules/import-ranks.ts`,
      })
      continue
    }
    for (const { specifier, at } of importsOf(text)) {
      const target = targetOf(file, specifier)
      const what = target === null ? null : objection(file, from, specifier, target)
      if (what) offences.push({ file, line: lineAt(text, at), what })
    }
  }
  return offences
}

/** The path of the file that a specifier means, or null for a package. */
export function targetOf(file: string, specifier: string): string | null {
  // A URL beside the file may do without its dot; a package has no such ending.
  if (/^\.|^[\w.-]+\.(tsx?|mjs)$/.test(specifier))
    return posix.normalize(posix.join(posix.dirname(file), specifier))
  const door = /^#(kernel|modules)\/([^/]+)$/.exec(specifier)
  if (door) return `src/${door[1]}/${door[2]}/index.ts`
  if (specifier === '#ui') return 'src/ui/index.ts'
  return specifier.startsWith('#') ? `src/${specifier.slice(1)}` : null
}

/** Whether what stands in one file may know what the other file's part has: what an import may name, SQL may join. */
export function mayKnow(file: string, other: string): boolean {
  const [from, to] = [areaOf(file), areaOf(other)]
  return from.name === to.name || mayImport(from, to)
}

function areaOf(path: string): Area {
  const [top, second, third] = path.split('/')
  if (top === 'islands') return { name: 'islands', kind: 'islands', rank: 2 }
  if (top !== 'src') return { name: top as string, kind: 'proof', rank: 10 }
  const unknown: Area = { name: path, kind: 'unknown', rank: -1 }
  if (second === 'kernel') {
    const position = kernelOrder.indexOf(third as string)
    return position === -1 ? unknown : { name: `kernel/${third}`, kind: 'kernel', rank: position }
  }
  if (second === 'ui') return { name: 'ui', kind: 'ui', rank: 2 }
  if (second === 'modules') {
    const rank = moduleRanks[third as string]
    return rank === undefined ? unknown : { name: `modules/${third}`, kind: 'module', rank }
  }
  if (bases.has(path)) return { name: 'the base', kind: 'base', rank: 8 }
  if (path === 'src/app.ts') return { name: 'app.ts', kind: 'app', rank: 9 }
  if (path === 'src/main.ts') return { name: 'main.ts', kind: 'main', rank: 10 }
  if (second === 'desk' || second === 'api' || second === 'cli') {
    return { name: second, kind: 'outer', rank: 8 }
  }
  return unknown
}

function objection(file: string, from: Area, specifier: string, target: string): string | null {
  const to = areaOf(target)
  if (to.name === from.name) return null
  if (to.kind === 'proof') {
    const harness = target.startsWith('test/harness/') && isTest(file)
    return harness ? null : `${file} must not import ${target}`
  }
  if (to.kind === 'unknown') return `${specifier} is not a door`
  const edge = `${from.name} must not import ${to.name}`
  if (to.kind === 'app') return entries.has(file) ? null : `${edge}: only main.ts does`
  if (to.kind === 'main' || to.kind === 'islands') return edge
  if (!mayImport(from, to)) return edge
  if (to.kind === 'base' || (from.kind === 'app' && to.kind === 'outer')) return null
  if (!target.endsWith('/index.ts')) return `${specifier} goes past the door of ${to.name}`
  return specifier.startsWith('#') ||
    from.kind === 'main' ||
    from.kind === 'app' ||
    to.kind === 'outer'
    ? null
    : `${specifier} is written #${to.name}`
}

function mayImport(from: Area, to: Area): boolean {
  switch (from.kind) {
    case 'kernel':
      return to.kind === 'kernel' && to.rank < from.rank
    case 'ui':
    case 'islands':
      return to.name === 'kernel/values'
    case 'module':
      return (
        to.kind === 'kernel' || to.kind === 'ui' || (to.kind === 'module' && to.rank < from.rank)
      )
    case 'base':
      return to.kind === 'kernel'
    case 'outer':
      return to.kind === 'kernel' || to.kind === 'ui' || (from.name === 'cli' && to.kind === 'base')
    default:
      return true
  }
}
