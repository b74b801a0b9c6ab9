// Every page that is there, by its route or by a link, in the browser, each kind of page in a second language too: it
// refuses nothing by the content policy, which allows no inline script and no inline style.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel/values'
import { manifestsOf } from '../../src/app.ts'
import { enter, type PersonKey, signInAs } from './browser.ts'
import { crawl, pathIn } from './crawl.ts'
import './harness.ts'

const others = languages.filter((language) => language !== 'en')
const personas: (PersonKey | null)[] = [
  null,
  'evaluatorAu',
  'registrarAu',
  'studentPloy',
  'administratorAu',
  'secretariat',
]

/** Pages without an object of their own; files and what answers in JSON are no pages. */
const direct = manifestsOf()
  .flatMap(({ routes }) => routes)
  .filter(({ kind, method, path }) => kind === 'page' && method === 'GET' && !path.includes(':'))
  .map(({ path }) => `/en${path}`)
  .filter((path) => !/\/(table|options|export|progress|json)$/.test(path))

test('the browser refuses nothing on any page', { timeout: 900_000 }, async (t) => {
  const violations: string[] = []
  const done = new Set<string>()
  const kinds = new Set<string>()
  let visits = 0
  for (const person of personas) {
    const visitor = await enter({})
    try {
      await visitor.context.exposeFunction('tellViolation', (told: string) => violations.push(told))
      await visitor.context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const tell = (globalThis as never as { tellViolation(told: string): void }).tellViolation
          tell(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      if (person) await signInAs(visitor, person)
      const linked = await crawl(visitor, { starts: direct, most: 90, done }, async () => {})
      for (const { path, kind, wrong } of linked) {
        // One page of a kind is enough in one more language, another for each kind: their markup is the same.
        if (wrong.length > 0 || kinds.has(kind)) continue
        visits += 1
        await visitor.go(pathIn(path, others[kinds.size % others.length]!))
        kinds.add(kind)
      }
      violations.push(...visitor.problems.filter((line) => /content security policy/i.test(line)))
    } finally {
      await visitor.context.close()
    }
  }
  t.diagnostic(`${kinds.size} kinds of page, ${visits} visits beside the English ones`)
  assert.deepEqual([...new Set(violations)], [])
})
