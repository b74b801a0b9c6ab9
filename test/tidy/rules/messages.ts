import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { isTest, type Offence, places, type Tree } from '../tree.ts'

export const languages = ['en', 'zh-Hans', 'th', 'ko', 'fr'] as const

/** The texts of one messages folder, language to key to text. */
export type Texts = Record<string, Record<string, string>>

/** Texts that every language writes alike: proper names, and words of technique that nobody translates. */
export const alike: ReadonlySet<string> = new Set([
  'Weft',
  'English',
  'Français',
  'ไทย',
  '한국어',
  '简体中文',
  'WeChat',
  'Excel',
  'Google',
  'Erasmus Without Paper',
  'OpenAPI',
  'Open Badges',
  'OpenID Connect',
  'TypeScript',
])

type Kind = 'plain' | 'number' | 'date' | 'time' | 'tag' | `select ${string}`

interface Found {
  argument: string
  kind: Kind
}

/** Finds the folders of messages, each by the path of the folder. */
export function messageFolders(tree: Tree): string[] {
  return [...tree.keys()]
    .filter((file) => /^src\/.*\/messages\/en\.ts$/.test(file))
    .map((file) => file.slice(0, -'/en.ts'.length))
}

/** Reports folders in which a language is missing. */
export function fiveLanguages(tree: Tree): Offence[] {
  return messageFolders(tree).flatMap((folder) =>
    languages
      .map((language) => `${folder}/${language}.ts`)
      .filter((file) => !tree.has(file))
      .map((file) => ({ file, line: 1, what: 'is missing' })),
  )
}

/** Reports texts that are missing, empty, broken, or ask for other arguments than the English one. */
export function messageParity(folder: string, texts: Texts, tree?: Tree): Offence[] {
  const english = texts['en'] ?? {}
  const offences: Offence[] = []
  for (const language of languages) {
    const own = texts[language] ?? {}
    const file = `${folder}/${language}.ts`
    const say = (key: string, what: string) =>
      offences.push({ file, line: lineOf(tree?.get(file), key), what: `${key}: ${what}` })
    for (const key of Object.keys(english)) if (!(key in own)) say(key, 'is missing')
    for (const [key, text] of Object.entries(own)) {
      if (!(key in english)) say(key, 'is unknown in English')
      else if (text.trim() === '') say(key, 'is empty')
      else for (const what of objections(language, text, english[key] as string)) say(key, what)
    }
  }
  return offences
}

/** Reports keys that stand in several files of one folder and language: joined, the later would silently win. */
export function keysOnce(tree: Tree): Offence[] {
  const first = new Map<string, string>()
  const offences: Offence[] = []
  for (const [file, text] of tree) {
    const [, folder, language] =
      /^(src\/.*\/messages)\/(?:[\w-]+\.)?(en|zh-hans|th|ko|fr)\.ts$/i.exec(file) ?? []
    if (!folder || !language) continue
    for (const [at, line] of text.split('\n').entries()) {
      const key = /^ {2}(?:'([^']+)'|([\w$]+)):/.exec(line)?.slice(1).find(Boolean)
      if (key === undefined) continue
      const name = `${folder} ${language.toLowerCase()} ${key}`
      const other = first.get(name)
      if (other) offences.push({ file, line: at + 1, what: `${key} stands in ${other} too` })
      else first.set(name, file)
    }
  }
  return offences
}

/** Reports texts of the three languages in other scripts that were left in English. */
export function untranslated(folder: string, texts: Texts, tree?: Tree): Offence[] {
  const offences: Offence[] = []
  for (const language of ['zh-Hans', 'th', 'ko']) {
    for (const [key, text] of Object.entries(texts[language] ?? {})) {
      if (text !== texts['en']?.[key] || alike.has(text) || !hasWords(text)) continue
      const file = `${folder}/${language}.ts`
      offences.push({ file, line: lineOf(tree?.get(file), key), what: `${key}: is still English` })
    }
  }
  return offences
}

/** Reports sentences written into a page instead of a messages folder. */
export function wordsInViews(tree: Tree): Offence[] {
  const view = (file: string) =>
    /^src\/(modules|desk)\/.*\.tsx$/.test(file) && !isTest(file) && !file.endsWith('examples.tsx')
  const attributes =
    /\s(?:alt|title|placeholder|aria-label|label)=(["'])(?=[^"']*[a-z]{2})[^"']+\1/g
  const content = /(?<=<[a-z][^<>{}=]*>)\s*[A-Z]?[a-z]{2,}[^<>{}=;()]*(?=<\/)/g
  return [...places(tree, view, attributes, 'text'), ...places(tree, view, content, 'text')]
}

function objections(language: string, text: string, english: string): string[] {
  let own: Found[]
  try {
    own = argumentsOf(parse(text), language)
  } catch (error) {
    return [(error as Error).message]
  }
  let wanted: Found[]
  try {
    wanted = argumentsOf(parse(english), 'en')
  } catch {
    return []
  }
  const found: string[] = []
  const has = (list: Found[], name: string) => list.some(({ argument }) => argument === name)
  for (const { argument } of wanted) {
    if (!has(own, argument)) found.push(`does not use {${argument}}`)
  }
  for (const { argument, kind } of own) {
    if (!has(wanted, argument)) found.push(`uses {${argument}}, which English does not`)
    else if (!wanted.some((other) => other.argument === argument && agree(kind, other.kind))) {
      found.push(`uses {${argument}} as ${kind}`)
    }
  }
  return [...new Set(found)]
}

// A number may stand as it is in a language that has no plural.
function agree(one: Kind, other: Kind): boolean {
  const numeric = (kind: Kind) => kind === 'plain' || kind === 'number'
  return one === other || (numeric(one) && numeric(other))
}

function argumentsOf(elements: MessageFormatElement[], language: string): Found[] {
  return elements.flatMap((element): Found[] => {
    switch (element.type) {
      case TYPE.argument:
        return [{ argument: element.value, kind: 'plain' }]
      case TYPE.number:
        return [{ argument: element.value, kind: 'number' }]
      case TYPE.date:
        return [{ argument: element.value, kind: 'date' }]
      case TYPE.time:
        return [{ argument: element.value, kind: 'time' }]
      case TYPE.tag:
        return [
          { argument: element.value, kind: 'tag' },
          ...argumentsOf(element.children, language),
        ]
      case TYPE.select: {
        const kind: Kind = `select ${Object.keys(element.options).sort().join(' ')}`
        return [{ argument: element.value, kind }, ...inside(element.options, language)]
      }
      case TYPE.plural: {
        checkCategories(element.options, language, element.pluralType ?? 'cardinal')
        return [{ argument: element.value, kind: 'number' }, ...inside(element.options, language)]
      }
      default:
        return []
    }
  })
}

function inside(
  options: Record<string, { value: MessageFormatElement[] }>,
  language: string,
): Found[] {
  return Object.values(options).flatMap(({ value }) => argumentsOf(value, language))
}

function checkCategories(
  options: Record<string, unknown>,
  language: string,
  type: 'cardinal' | 'ordinal',
): void {
  const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions()
  const given = Object.keys(options)
  const foreign = given.filter(
    (name) => !name.startsWith('=') && !(pluralCategories as string[]).includes(name),
  )
  if (foreign.length > 0)
    throw new Error(`has plural forms that ${language} lacks: ${foreign.join(', ')}`)
  if (pluralCategories.includes('one') && !given.includes('one') && !given.includes('=1')) {
    throw new Error(`has no form for one`)
  }
}

// Capitals alone are an abbreviation; without letters there is nothing to translate.
function hasWords(text: string): boolean {
  const bare = text.replaceAll(/\{[^{}]*\}|<[^>]*>|https?:\/\/\S+|\S+@\S+/g, ' ')
  return /\p{Ll}{2}/u.test(bare)
}

function lineOf(text: string | undefined, key: string): number {
  const at = text
    ?.split('\n')
    .findIndex((line) => new RegExp(`^\\s*['"]?${escape(key)}['"]?:`).test(line))
  return at === undefined || at < 0 ? 1 : at + 1
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
