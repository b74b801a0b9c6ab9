// The rule table against the oracle, for everybody and everything that a rule could tell apart.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { createPolicy, type Rule } from '#kernel/access'
import { manifestsOf } from '../../src/app.ts'
import { actorOf, factsOf, thingsFor } from './facts.ts'
import { everMay, oracle, oracleOf } from './oracle.ts'
import { matrixTable } from './table.ts'
import { allRoles, nothing, type Role, type What, type Who } from './people.ts'

const manifests = manifestsOf()
const policy = createPolicy(manifests.flatMap((manifest) => manifest.rules))
const actions = [...new Set(policy.rules.map((rule) => rule.action))].sort()
const seed = 20261122

/** The actions that a single-act link may be for. */
const linked = policy.rules.flatMap(({ subject, action }) => (subject === 'link' ? [action] : []))

const me = 'me'
const places = ['home', 'other']
const nobody: Who = { person: null, roles: [], link: null }
const people = everyone()

test('every action has an oracle, and every oracle an action', () => {
  for (const action of actions) oracleOf(action)
  const routed = manifests.flatMap(({ routes }) => routes.map((route) => route.action))
  for (const action of routed) oracleOf(action)
  const unused = Object.keys(oracle).filter((action) => !actions.includes(action))
  assert.deepEqual(unused, [], 'these lines of test/matrix/oracle.ts are about no action any more')
})

test('the rule table says what the oracle says, for everybody and everything', (t) => {
  let cells = 0
  const wrong: string[] = []
  for (const action of actions) {
    const may = oracleOf(action)
    const things = thingsFor(action, { subject: me, places })
    const asked = things.map((what) => ({ what, facts: factsOf(action, what) }))
    for (const { who, actor } of people) {
      for (const { what, facts } of asked) {
        cells += 1
        const said = policy.can(actor, action, facts)
        if (said !== may(who, what)) wrong.push(disagreement(action, who, what, said))
      }
    }
  }
  t.diagnostic(`rules: ${actions.length} actions, ${people.length} people, ${cells} cells`)
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} cells disagree`)
})

test('the oracle notices every rule and every condition that is taken away', (t) => {
  const changed = policy.rules.flatMap((rule) => [
    { rule, instead: [] },
    ...rule.conditions.map((condition) => ({
      rule,
      instead: [{ ...rule, conditions: rule.conditions.filter((each) => each !== condition) }],
    })),
  ])
  const unnoticed = changed.filter(({ rule, instead }) => {
    const others = policy.rules.filter((each) => each.action === rule.action && each !== rule)
    return !disagrees(createPolicy([...others, ...instead]), rule.action)
  })
  t.diagnostic(`${changed.length} changes of the rule table noticed`)
  assert.deepEqual(
    unnoticed.map(({ rule, instead }) => describe(rule, instead[0])),
    [],
  )
})

function disagrees(changed: typeof policy, action: string): boolean {
  const may = oracleOf(action)
  return thingsFor(action, { subject: me, places }).some((what) => {
    const facts = factsOf(action, what)
    return people.some(({ who, actor }) => changed.can(actor, action, facts) !== may(who, what))
  })
}

function describe(rule: Rule, instead: Rule | undefined): string {
  const kept = instead?.conditions.map(({ name }) => name).join(', ')
  return `${rule.subject} ${rule.action} ${instead ? `with only ${kept}` : 'left out'}`
}

test('a list or an empty form opens to whoever may do its action to something', () => {
  for (const action of actions) {
    for (const { who, actor } of people) {
      if (who.link) continue
      // Opening too much shows an empty list; opening too little hides what somebody may see.
      if (everMay(action, who)) {
        assert.ok(policy.canSometimes(actor, action), `${action} ${JSON.stringify(who)}`)
      }
    }
  }
})

test('nobody does more at an organisation where they have no role and which is not about them than anybody signed in', () => {
  const free = new Set(actions.filter((action) => oracleOf(action)(signedIn, nothing)))
  const alliance = new Set(actions.filter((action) => oracleOf(action)(secretary, nothing)))
  fc.assert(
    fc.property(fc.constantFrom(...actions), fc.array(arbitraryRole('home')), (action, roles) => {
      // Rules without a condition open a page that shows what other rules allow.
      if (free.has(action) || alliance.has(action) || isOpening(action)) return
      const who = { person: me, roles, link: null }
      for (const what of thingsFor(action, { subject: 'somebody else', places: ['other'] })) {
        const facts = factsOf(action, what)
        const anybodyMay = oracleOf(action)({ ...who, roles: [] }, what)
        assert.equal(policy.can(actorOf(who), action, facts), anybodyMay, action)
      }
    }),
    { seed, numRuns: 400 },
  )
})

test('a stand-in may do nothing that the person stood in for may not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...actions),
      fc.array(arbitraryRole('home', 'other'), { minLength: 1, maxLength: 3 }),
      (action, roles) => {
        const principal = { person: 'principal', roles, link: null }
        const inPlace = roles.map((role) => ({ ...role, inPlaceOf: 'principal' }))
        const standIn = { person: 'stand-in', roles: inPlace, link: null }
        for (const subject of ['principal', 'third person']) {
          for (const what of thingsFor(action, { subject, places })) {
            const facts = factsOf(action, what)
            if (!policy.can(actorOf(standIn), action, facts)) continue
            assert.ok(policy.can(actorOf(principal), action, facts), `${action} ${subject}`)
          }
        }
      },
    ),
    { seed, numRuns: 400 },
  )
})

test('a link does its one action to its one object, and what everybody may', () => {
  for (const action of actions) {
    for (const [linked, object] of [
      [action, 'another object'],
      ['another.action', 'it'],
    ] as const) {
      const actor = actorOf({ ...nobody, link: { action: linked, object } })
      for (const what of thingsFor(action, { subject: me, places })) {
        const everybodyMay = oracleOf(action)(nobody, what)
        assert.equal(policy.can(actor, action, factsOf(action, what)), everybodyMay, action)
      }
    }
  }
})

test('the committed table is what the rules say', () => {
  const committed = readFileSync(new URL('matrix.md', import.meta.url), 'utf8')
  assert.equal(
    committed,
    matrixTable(policy),
    'The rules have changed. Look at the difference, then run: node --import ./scripts/loader.mjs test/matrix/write.ts',
  )
})

const signedIn: Who = { person: me, roles: [], link: null }
const secretary: Who = { person: me, roles: [roleOf('secretariat', null)], link: null }

/** Whether the action only opens a page: its rules look at no object. */
function isOpening(action: string): boolean {
  return policy.rules.every((rule) => rule.action !== action || rule.conditions.length === 0)
}

function roleOf(role: string, organisation: string | null): Role {
  return { role, organisation, programme: null, object: null, inPlaceOf: null }
}

/** Everybody whom a rule could tell apart: every role at every place with every limit, their own or another's. */
function everyone(): { who: Who; actor: ReturnType<typeof actorOf> }[] {
  const all: Who[] = [nobody, { person: me, roles: [], link: null }]
  all.push({ person: 'unconcerned', roles: [], link: null })
  all.push({ ...nobody, link: { action: 'another.action', object: 'it' } })
  for (const action of linked) {
    for (const object of ['it', 'another object']) all.push({ ...nobody, link: { action, object } })
  }
  for (const role of allRoles)
    for (const organisation of ['home', 'other', null])
      for (const programme of ['right', 'wrong', null])
        for (const object of [null, 'it', 'another object'])
          for (const inPlaceOf of [null, me, 'third person'])
            for (const person of [me, 'unconcerned']) {
              // The secretariat has neither place nor limit: the table of appointments refuses it.
              if (role === 'secretariat' && (organisation ?? programme ?? object) !== null) continue
              if (person === inPlaceOf) continue
              all.push({
                person,
                link: null,
                roles: [{ role, organisation, programme, object, inPlaceOf }],
              })
            }
  for (const organisation of ['home', 'other'])
    for (const programme of ['right', null])
      for (const unit of ['unit', 'another unit'])
        for (const inPlaceOf of [null, me])
          for (const person of [me, 'unconcerned'])
            if (person !== inPlaceOf)
              all.push({
                person,
                link: null,
                roles: [
                  { role: 'evaluator', organisation, programme, object: null, inPlaceOf, unit },
                ],
              })
  return all.map((who) => ({ who, actor: actorOf(who) }))
}

function arbitraryRole(...at: string[]): fc.Arbitrary<Role> {
  return fc.record({
    role: fc.constantFrom(...allRoles.filter((role) => role !== 'secretariat')),
    organisation: fc.constantFrom(...at),
    programme: fc.constantFrom('right', 'wrong', null),
    object: fc.constantFrom(null, null, 'it'),
    inPlaceOf: fc.constant(null),
  })
}

function disagreement(action: string, who: Who, what: What, said: boolean): string {
  return `${action}: the rules ${said ? 'allow' : 'deny'} ${JSON.stringify(who)} on ${JSON.stringify(what)}`
}
