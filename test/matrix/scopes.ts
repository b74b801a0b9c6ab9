import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Policy } from '#kernel/access'
import type { Actor, Database, Grant } from '#kernel/database'
import { allRoles } from './people.ts'
import { places, viewers } from './viewers.ts'
import { actorOf } from './facts.ts'

/** The tables that lists read, and the actions that are asked of their rows. */
const actionsOfTables: Readonly<Record<string, readonly string[]>> = {
  organisations: ['alliance.organisation.change', 'alliance.own-organisation.read'],
  appointments: ['alliance.appointment.make', 'alliance.appointment.end'],
  enrolments: ['alliance.person.read', 'alliance.person.merge', 'alliance.enrolment.change'],
  office_mailboxes: ['alliance.mailbox.change'],
  cohort_members: ['alliance.cohort.read'],
  stand_ins: ['tasks.leave.declare'],
  tasks: ['tasks.task.manage', 'tasks.task.list'],
  recognition_cases: [
    'recognition.case.list',
    'recognition.case.read',
    'recognition.case.evaluate',
    'recognition.case.decide',
    'recognition.case.withdraw',
    'recognition.case.route',
    'recognition.referral.ask',
    'recognition.line.correct',
    'recognition.decision.retract',
    'recognition.comment.write',
    'recognition.comment.reply',
    'recognition.statement.read',
    'recognition.transcript.add',
    'recognition.posting.list',
  ],
  recognition_plans: ['recognition.plan.list', 'recognition.plan.read', 'recognition.plan.edit'],
  posting_batches: ['recognition.posting.read', 'recognition.posting.post'],
  posting_layouts: ['recognition.posting-layout.edit'],
  transcript_drafts: ['recognition.draft.read', 'recognition.draft.edit'],
  content_comparisons: ['recognition.content.list', 'recognition.content.compare'],
  equivalences: ['recognition.equivalence.list', 'recognition.equivalence.edit'],
  recognition_rule_sets: ['recognition.rule-set.list', 'recognition.rule-set.edit'],
  rule_set_drafts: ['recognition.rule-set.edit'],
  catalogues: ['recognition.catalogue.import'],
  data_requests: ['privacy.request.answer'],
  incoming_mails: ['mail.incoming.read'],
  mails: ['mail.returned.list'],
  transfers: ['privacy.transfer.list'],
  transfer_clauses: ['privacy.clause.keep'],
  privacy_breaches: ['privacy.breach.keep'],
  matching_rounds: ['matching.round.list'],
  signing_documents: ['signing.document.list', 'signing.document.read', 'signing.document.manage'],
  signing_steps: ['signing.step.list', 'signing.step.read', 'signing.step.sign'],
  agreement_copies: ['agreements.agreement.list'],
  internship_positions: ['internships.position.edit'],
  internship_applications: ['internships.application.list'],
  internship_placements: ['internships.placement.list'],
  internship_incidents: ['internships.incident.list'],
  internship_proposals: ['internships.proposal.list'],
  internship_rounds: ['internships.round.list'],
  internship_past_placements: ['internships.past.list'],
  internship_past_imports: ['internships.past.manage'],
  calls: ['calls.call.list'],
  exhibition_owners: ['exhibitions.exhibition.list'],
  exhibition_objects: ['exhibitions.object.edit'],
  call_applications: ['calls.application.list'],
  mobilities: ['mobility.stay.list', 'mobility.nomination.make'],
  care_checks: ['care.check.read'],
  visits: ['mobility.visit.list', 'mobility.visit.read', 'mobility.visit.edit'],
  mentees: ['mentorship.student.list'],
  institution_schemes: ['recognition.scale.list', 'recognition.scale.edit'],
}

/** The actions by which the program limits a list, found in its source. */
export function listActions(): string[] {
  const root = fileURLToPath(new URL('../../src', import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const found = new Set<string>()
  for (const file of files.filter((name) => /(?<!\.test)\.tsx?$/.test(name))) {
    const text = readFileSync(`${root}/${file}`, 'utf8')
    for (const match of text.matchAll(/\.scope\(\s*'([a-z.-]+)'/g)) found.add(match[1]!)
  }
  return [...found].sort()
}

/** Fails for an action of a list that is compared with no table. */
export function assertListsAreKnown(): void {
  const known = new Set(Object.values(actionsOfTables).flat())
  const unknown = listActions().filter((action) => !known.has(action))
  assert.deepEqual(unknown, [], 'say in test/matrix/scopes.ts which table these lists read')
}

/** Compares, for the viewers and for people made at random, the rows of a list with those that may be read one by one. */
export async function compareScopes(policy: Policy, database: Database): Promise<number> {
  const stored = await storedRows(database)
  let compared = 0
  const compare = async (actor: Actor, table: string, action: string) => {
    compared += 1
    const listed = await database.kysely
      .selectFrom(table as 'tasks')
      .select('id')
      .where(policy.scope(actor, action, table) as never)
      .execute()
    const expected = (stored.get(table) ?? []).filter((row) => policy.can(actor, action, row))
    assert.deepEqual(
      listed.map(({ id }) => String(id)).sort(),
      expected.map(({ id }) => String(id)).sort(),
      `${action} over ${table} for ${JSON.stringify(actor)}`,
    )
  }
  for (const { who } of viewers) {
    for (const [table, actions] of Object.entries(actionsOfTables)) {
      for (const action of actions) await compare(actorOf(who), table, action)
    }
  }
  const pairs = Object.entries(actionsOfTables).flatMap(([table, actions]) =>
    actions.map((action) => [table, action] as const),
  )
  await fc.assert(
    fc.asyncProperty(arbitraryActor, fc.constantFrom(...pairs), (actor, [table, action]) =>
      compare(actor, table, action),
    ),
    { seed: 20261122, numRuns: 600 },
  )
  return compared
}

async function storedRows(database: Database): Promise<Map<string, Record<string, unknown>[]>> {
  const stored = new Map<string, Record<string, unknown>[]>()
  for (const table of Object.keys(actionsOfTables)) {
    const rows = await database.kysely
      .selectFrom(table as 'tasks')
      .selectAll()
      .execute()
    stored.set(table, rows as unknown as Record<string, unknown>[])
  }
  return stored
}

const persons = viewers.flatMap(({ who }) => who.person ?? [])
const objectIds = [places.home, '01990000-000b-7000-8000-000000000001']

const arbitraryGrant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...allRoles),
  organisationId: fc.constantFrom(places.home, places.other, null),
  programmeId: fc.constantFrom(null, null, places.right, places.wrong, places.elsewhere),
  objectId: fc.constantFrom(null, null, null, ...objectIds),
  unitIds: fc.constantFrom(null, null, null, [places.unit], [places.anotherUnit], []),
  via: fc.constant('appointment' as const),
  onBehalfOf: fc.constantFrom(null, null, ...persons),
})

const arbitraryActor: fc.Arbitrary<Actor> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      personId: fc.constantFrom(...persons),
      grants: fc.array(arbitraryGrant, { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'public' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      linkId: fc.constant('link'),
      personId: fc.constantFrom(null, ...persons),
      action: fc.constantFrom(...Object.values(actionsOfTables).flat()),
      objectId: fc.constantFrom(...objectIds),
    }),
  },
)
