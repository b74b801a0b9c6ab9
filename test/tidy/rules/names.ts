import { source } from '../source.ts'
import { isScript, type Offence, type Tree } from '../tree.ts'

const banned = new Set(['utils', 'util', 'common', 'helpers', 'helper', 'misc', 'lib', 'shared'])
const languages = ['en', 'zh-Hans', 'th', 'ko', 'fr']

/** Reports folders and files whose name says that nobody knew where the thing belongs. */
export function bannedNames(tree: Tree): Offence[] {
  return [...tree.keys()]
    .filter((file) => file.split('/').some((part) => banned.has(part.replace(/\.\w+$/, ''))))
    .map((file) => ({ file, line: 1, what: 'a name that says nothing' }))
}

/** Reports source files that are not in kebab-case. */
export function kebabCase(tree: Tree): Offence[] {
  const exempt = new Set(languages.map((language) => `${language}.ts`))
  return [...tree.keys()]
    .filter((file) => /^(src|islands|test|bench|scripts)\//.test(file) && isScript(file))
    .filter((file) => {
      const name = file.slice(file.lastIndexOf('/') + 1)
      return !exempt.has(name) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(name)
    })
    .map((file) => ({ file, line: 1, what: 'not in kebab-case' }))
}

/** Reports files that do nothing but export from others and are not the door of their folder. */
export function barrels(tree: Tree): Offence[] {
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    if (!isScript(file) || !/^(src|islands|test|bench)\//.test(file)) continue
    if (file.endsWith('/index.ts')) continue
    const read = source(text).text.trim()
    const rest = read.replaceAll(
      /export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g,
      '',
    )
    if (read !== '' && rest.trim() === '') offences.push({ file, line: 1, what: 'only a barrel' })
  }
  return offences
}

/** Reports modules and parts of the kernel without a door or without the page that says what they are. */
export function moduleShape(tree: Tree): Offence[] {
  const parts = new Set<string>()
  for (const file of tree.keys()) {
    const part = /^src\/(?:kernel|modules)\/[^/]+(?=\/)/.exec(file)?.[0]
    if (part) parts.add(part)
  }
  return [...parts].flatMap((part) =>
    ['index.ts', 'README.md']
      .map((file) => `${part}/${file}`)
      .filter((file) => !tree.has(file))
      .map((file) => ({ file, line: 1, what: 'is missing' })),
  )
}

/** Reports what was left for later. */
export function leftovers(tree: Tree): Offence[] {
  const pattern = /\b(TO[D]O|FIX[M]E)\b/
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    if (!isScript(file) && !/\.(sql|css)$/.test(file)) continue
    text.split('\n').forEach((line, index) => {
      if (pattern.test(line)) offences.push({ file, line: index + 1, what: line.trim() })
    })
  }
  return offences
}
