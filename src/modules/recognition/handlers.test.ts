import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { recordDecision, tellStudent } from './handlers.ts'
import { recognitionJourney } from './journey.ts'
import { m } from './messages/index.ts'
import { addTranscript } from './service/add-transcript.ts'
import { decideCase } from './service/decide-case.ts'
import { releaseDecision } from './service/final-decision.ts'
import { recognitionEntries } from './stories.ts'
import { withSite } from './testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  now,
  organisations,
  people,
  transcript,
  type World,
} from './testing/world.fixture.ts'

async function decided(world: World): Promise<string> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) =>
      addTranscript(work, transcript([['PKU101', '88']])),
    ),
  )
  const [row] = await world.rows('select input_hash from recognition_cases')
  const inputHash = String(row!['input_hash'])
  // Long enough ago to be final.
  const at = new Date(now.getTime() - 3_600_000)
  const decision = accepted(
    await world.as(people.evaluatorAu, (work) => decideCase(work, { caseId, inputHash }), at),
  )
  const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
  await world.runner.perform(system, (work) => releaseDecision(work, decision.decisionId))
  return caseId
}

test(
  'the student is told of the decision, and nobody else',
  inWorld(async (world) => {
    const caseId = await decided(world)
    const [entry] = await world.rows(
      `select * from chronicle_entries where type = 'recognition.decision-released'`,
    )
    await world.as(people.evaluatorAu, (work) =>
      tellStudent.handle(work, {
        type: entry!['type'],
        objectId: entry!['object_id'],
        personId: entry!['person_id'],
        data: entry!['data'],
      } as never),
    )
    const notices = await world.rows('select * from notices')
    assert.deepEqual(
      notices.map((notice) => [notice['person_id'], notice['href']]),
      [[people.studentPloy, `/recognition/cases/${caseId}`]],
    )
  }),
)

test(
  'a final decision is recorded where the student takes part in a programme of both schools',
  inWorld(async (world) => {
    const row = (text: string) => world.rows(text)
    await row(`insert into alliance_programmes (id, origin, code, names, lead_organisation_id, starts_on, created_at, steps)
      values ('01980000-00aa-7000-8000-000000000001', 'test', 'T', '{"en":"T"}', '${organisations.au}', '2026-01-01', '2026-01-01',
        '[{"kind":"stay","required":true,"names":{"en":"Stay"}},{"kind":"recognition","required":true,"names":{"en":"Recognition"}}]')`)
    await row(`insert into programme_partners (programme_id, organisation_id)
      values ('01980000-00aa-7000-8000-000000000001', '${organisations.pku}')`)
    await row(`insert into programme_years (id, programme_id, year, starts_on, ends_on)
      values ('01980000-00aa-7000-8000-000000000002', '01980000-00aa-7000-8000-000000000001', 2026, '2026-01-01', '2026-12-31')`)
    await row(`insert into cohort_members (id, programme_id, programme_year_id, person_id, organisation_id, joined_on)
      values ('01980000-00aa-7000-8000-000000000003', '01980000-00aa-7000-8000-000000000001',
        '01980000-00aa-7000-8000-000000000002', '${people.studentPloy}', '${organisations.au}', '2026-01-01')`)
    const caseId = await decided(world)
    const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
    const record = () =>
      world.runner.perform(system, (work) =>
        recordDecision.handle(work, { objectId: caseId } as never),
      )
    await record()
    await record()
    const steps = await row('select kind, source, evidence_id from cohort_steps')
    assert.deepEqual(steps, [{ kind: 'recognition', source: 'record', evidence_id: caseId }])
    const [member] = await row(
      'select recognised_credit::text as credit, state from cohort_members',
    )
    assert.deepEqual(member, { credit: '3', state: 'active' })
  }),
)

test(
  'the case is a step of the student’s journey from the host home',
  inWorld(async (world) => {
    await decided(world)
    const work = world.runner.reading(await world.context(people.studentPloy))
    const [step] = await recognitionJourney(work, people.studentPloy)
    assert.equal(step?.state.tone, 'done')
    assert.deepEqual([step?.from, step?.until], ['2026-11-22', '2026-11-22'])
    assert.deepEqual(step?.label, m('page.journey.recognised', { credit: '3' }))
    assert.deepEqual(await recognitionJourney(work, people.studentThanawat), [])
  }),
)

test(
  'every entry of a case has words in every language',
  inWorld(async (world) => {
    await decided(world)
    const translator = createTranslator([m.catalogue])
    const entries = await world.rows('select type, data from chronicle_entries')
    assert.equal(entries.length, 4)
    for (const { type, data } of entries) {
      const kind = recognitionEntries.find((each) => each.type === type)
      assert.ok(kind, String(type))
      for (const language of languages) {
        const said = translator.for(language)(kind.label(data as Record<string, unknown>, language))
        assert.doesNotMatch(said, /entry\.|undefined|NaN|\{/)
      }
    }
  }),
)

test(
  'what a stand-in does says in whose place, and what they may do themselves does not',
  inWorld(async (world) => {
    await world.database.execute(
      `insert into stand_ins (id, person_id, stand_in_id, organisation_id, roles, valid_from, valid_until, created_by, created_at)
       values ('01980000-00ab-7000-8000-000000000001', $1, $2, null, '{evaluator}', '2026-11-01', '2026-11-30', 'test', $3)`,
      [people.evaluatorAu, people.registrarAu, now],
    )
    const { caseId } = accepted(
      await world.as(people.registrarAu, (work) =>
        addTranscript(work, transcript([['PKU101', '88']])),
      ),
    )
    const [row] = await world.rows('select input_hash from recognition_cases')
    accepted(
      await world.as(people.registrarAu, (work) =>
        decideCase(work, { caseId, inputHash: String(row!['input_hash']) }),
      ),
    )
    const entries = await world.rows(
      `select type, data ->> 'inPlaceOf' as place from chronicle_entries
       where type in ('recognition.case-opened', 'recognition.case-decided') order by type`,
    )
    assert.deepEqual(entries, [
      { type: 'recognition.case-decided', place: people.evaluatorAu },
      { type: 'recognition.case-opened', place: null },
    ])
    await withSite(world, async (site) => {
      const html = await site.page(people.registrarAu, `/en/recognition/cases/${caseId}`)
      const said = html.replaceAll(/<span class="unbroken">([^<]*)<\/span>/g, '$1')
      assert.match(said, /Siriporn[^<]*, in the place of [^<]*Prasert/)
    })
  }),
)
