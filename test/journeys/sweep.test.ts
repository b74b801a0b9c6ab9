// Every page that can be found by following links, as several people, in five languages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindings } from './accessibility.ts'
import { enter, overflow, type PersonKey, signInAs, type Visitor } from './browser.ts'
import { crawl, type FoundPage, pathIn } from './crawl.ts'
import './harness.ts'
import { readTexts, type TextFindings } from './texts.ts'

interface Persona {
  person: PersonKey | null
  starts: string[]
  most: number
}

const personas: Persona[] = [
  { person: null, starts: ['/en', '/en/members', '/en/sign-in', '/en/ui'], most: 14 },
  { person: 'evaluatorAu', starts: ['/en', '/en/recognition/cases?state=decided'], most: 24 },
  { person: 'studentPloy', starts: ['/en', '/en/journey'], most: 12 },
  { person: 'coordinatorAu', starts: ['/en/my-organisation', '/en/mail'], most: 14 },
  {
    person: 'secretariat',
    starts: ['/en/organisations', '/en/mail', '/en/mail/returned'],
    most: 13,
  },
]
const others = ['zh-Hans', 'th', 'ko', 'fr']

interface Swept {
  pages: (FoundPage & { persona: string })[]
  axe: string[]
  phone: string[]
  problems: string[]
  texts: TextFindings
}

let swept: Promise<Swept> | undefined
const all = () => (swept ??= sweep())

async function sweep(): Promise<Swept> {
  const found: Swept = {
    pages: [],
    axe: [],
    phone: [],
    problems: [],
    texts: { broken: [], english: [], unmarked: [], frame: [] },
  }
  const done = new Set<string>()
  for (const persona of personas) await sweepAs(persona, found, done)
  return found
}

async function sweepAs({ person, starts, most }: Persona, found: Swept, done: Set<string>) {
  const visitor = await enter({})
  try {
    if (person) await signInAs(visitor, person)
    const pages = await crawl(visitor, { starts, most, done }, async (where) => {
      for (const line of await axeFindings(visitor.page)) found.axe.push(`${where} ${line}`)
    })
    const persona = person ?? 'public'
    found.pages.push(...pages.map((page) => ({ ...page, persona })))
    found.problems.push(...visitor.problems)
    for (const { path } of pages) {
      for (const language of others) await readTexts(visitor, path, language, found.texts)
    }
    const sample = pages.filter((_, index) => index % 3 === 0).map(({ path }) => path)
    await onPhone(person, sample, found)
  } finally {
    await visitor.context.close()
  }
}

async function onPhone(person: PersonKey | null, paths: readonly string[], found: Swept) {
  const phone = await enter({ device: 'phone', colour: 'dark' })
  try {
    if (person) await signInAs(phone, person, 'th')
    for (const path of paths) await seeOnPhone(phone, pathIn(path, 'th'), found)
    found.problems.push(...phone.problems)
  } finally {
    await phone.context.close()
  }
}

async function seeOnPhone(phone: Visitor, path: string, found: Swept): Promise<void> {
  await phone.go(path)
  for (const name of await overflow(phone.page)) found.phone.push(`${path} too wide: ${name}`)
  for (const line of await axeFindings(phone.page)) found.phone.push(`${path} ${line}`)
}

const patient = { timeout: 300_000 }

test(
  'every page that a link leads to is there, with a title and one heading',
  patient,
  async (t) => {
    const { pages } = await all()
    t.diagnostic(
      `${pages.length} pages by links, ${new Set(pages.map(({ kind }) => kind)).size} kinds`,
    )
    assert.deepEqual(
      pages.flatMap(({ path, persona, wrong }) =>
        wrong.map((what) => `${persona} ${path} ${what}`),
      ),
      [],
    )
    assert.ok(pages.length >= 30, `only ${pages.length} pages were found`)
  },
)

test('axe finds nothing on any page', patient, async () => {
  assert.deepEqual((await all()).axe, [])
})

test(
  'axe finds nothing on a phone in the dark, in Thai, and nothing is too wide',
  patient,
  async () => {
    assert.deepEqual((await all()).phone, [])
  },
)

test('the browser complains of no page', patient, async () => {
  assert.deepEqual((await all()).problems, [])
})

test('no page in any language shows a key, a placeholder or a missing value', patient, async () => {
  assert.deepEqual((await all()).texts.broken, [])
})

test(
  'every page in every language says its language and has no inline style',
  patient,
  async () => {
    assert.deepEqual((await all()).texts.frame, [])
  },
)

test('no heading, button or label stays in English in another language', patient, async () => {
  assert.deepEqual((await all()).texts.english, [])
})

test('text in another language than the page is marked with its language', patient, async () => {
  assert.deepEqual((await all()).texts.unmarked, [])
})
