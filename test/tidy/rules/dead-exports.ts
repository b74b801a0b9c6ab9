import { importsOf, lineAt, source } from '../source.ts'
import { isScript, isTest, type Offence, type Tree } from '../tree.ts'
import { targetOf } from './import-ranks.ts'

/** Why a name stands although no program takes it yet; one that is taken, or is no more, is reported too. */
const waiting: Readonly<Record<string, readonly string[]>> = {
  'scans of paper originals are filed by the first module that signs on paper': [
    'scanOf',
    'turnPage',
  ],
  'calls about a subject, and what became of them, are read by the first module that opens one': [
    'callsAbout',
    'outcomeOf',
  ],
  'mentors of an engagement are asked by the first module that sends students out': [
    'lacksMentors',
    'mentorsOf',
    'proposeMentor',
  ],
  'what may leave is asked by the first part that sends something': ['consentFor'],
  'an appointment to one object is made by the first module that has such objects': ['isObject'],
  'the rule in memory, by which tests judge what SQL answers': [
    'runsOn',
    'sectorsOn',
    'matchTerms',
    'marketFault',
    'chooseGradeScale',
    'compareNames',
    'contrast',
    'openTasksAbout',
  ],
  'a small whole of what the product does in a stream, or one step of it, for tests': [
    'appendEntries',
    'documentText',
    'describeSchema',
    'exampleFrame',
    'indexDocument',
    'json',
    'readCatalogueTable',
    'rowsOfObjects',
    'timeZones',
    'bareAddress',
  ],
}

/** Values are a vocabulary: a sum is there beside a difference. */
const vocabulary = /^src\/kernel\/values\/(?:money|credit|grade|academic-calendar)\.ts$/

/** What another file may take: the name under which a file gives something, or '*' for all of it. */
type Uses = Map<string, Set<string>>

/** Reports functions, constants and classes that a file gives and that no program takes: tests keep nothing alive. */
export function deadExports(tree: Tree, which: 'all' | 'unexcused' = 'unexcused'): Offence[] {
  const uses = usesOf(tree)
  const offences: Offence[] = []
  const excused = new Set(which === 'all' ? [] : Object.values(waiting).flat())
  for (const [file, text] of tree) {
    if (vocabulary.test(file) || !/^(src|islands)\//.test(file) || !isScript(file) || isTest(file))
      continue
    const { code } = source(text)
    for (const match of code.matchAll(exported)) {
      const name = match[1] as string
      if (taken(uses, file, name) || occurrences(code, name) > 1) continue
      if (excused.delete(name)) continue
      offences.push({ file, line: lineAt(code, match.index), what: `nothing takes ${name}` })
    }
  }
  return offences
}

/** Reports excuses that nothing needs any more. */
export function staleExcuses(tree: Tree): Offence[] {
  const found = new Set(
    deadExports(tree, 'all').map(({ what }) => what.slice('nothing takes '.length)),
  )
  return Object.values(waiting)
    .flat()
    .filter((name) => !found.has(name))
    .map((name) => ({ file: 'test/tidy/rules/dead-exports.ts', line: 1, what: name }))
}

const exported = /^export\s+(?:async\s+)?(?:function\*?|const|class|let)\s+([\w$]+)/gm

function taken(uses: Uses, file: string, name: string): boolean {
  const names = uses.get(file)
  return names !== undefined && (names.has(name) || names.has('*'))
}

function occurrences(code: string, name: string): number {
  return [
    ...code.matchAll(
      new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name.replace('$', '\\$')}(?![\\w$])`, 'g'),
    ),
  ].length
}

/** What every file is asked for by the others, through doors as far as these are themselves asked. */
function usesOf(tree: Tree): Uses {
  const uses: Uses = new Map()
  const passed: { door: string; as: string; file: string; name: string }[] = []
  for (const [file, text] of tree) {
    if (!isScript(file) || isTest(file)) continue
    for (const { at, specifier } of importsOf(text)) {
      const target = targetOf(file, specifier)
      if (!target) continue
      const clause = source(text).text.slice(at, source(text).text.indexOf(specifier, at))
      for (const { name, as } of namesOf(clause, text)) {
        if (clause.startsWith('export') && as !== '*')
          passed.push({ door: file, as, file: target, name })
        else add(uses, target, name)
      }
    }
  }
  // A door may stand behind another.
  for (let grown = true; grown;) {
    grown = false
    for (const { door, as, file, name } of passed) {
      if (taken(uses, door, as) && !uses.get(file)?.has(name)) grown = add(uses, file, name)
    }
  }
  return uses
}

function add(uses: Uses, file: string, name: string): true {
  uses.set(file, (uses.get(file) ?? new Set()).add(name))
  return true
}

function namesOf(clause: string, text: string): { name: string; as: string }[] {
  const names: { name: string; as: string }[] = []
  const space = /\*\s+as\s+([\w$]+)/.exec(clause)
  if (space) {
    for (const [, name] of text.matchAll(new RegExp(`(?<![\\w$.])${space[1]}\\.([\\w$]+)`, 'g'))) {
      names.push({ name: name as string, as: '' })
    }
    // Handed on as a whole, to who may read any part of it.
    if (new RegExp(`(?<![\\w$.])${space[1]}(?![\\w$.])`).test(text.replace(clause, ''))) {
      names.push({ name: '*', as: '*' })
    }
    return names
  }
  const list = /\{([^}]*)\}/.exec(clause)
  if (!list)
    return [
      { name: /^(?:import|export)\s+(?:type\s+)?[\w$]+\s/.test(clause) ? 'default' : '*', as: '*' },
    ]
  for (const part of (list[1] as string).split(',')) {
    const match = /^\s*(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/.exec(part)
    if (match) names.push({ name: match[1] as string, as: match[2] ?? (match[1] as string) })
  }
  return names
}
