import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { planById } from '../queries/plans.ts'
import { toStored } from '../stored.ts'
import { evaluatePlan } from '../service/evaluate-plan.ts'
import { addToPlan, beginPlan, learnPlanned, removeFromPlan } from '../service/plans.ts'
import { standing } from '../testing/equivalences.fixture.ts'
import { textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  auRules,
  enrolments,
  inWorld,
  organisations,
  people,
  publishRules,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'

const origin = 'test'

/** The host's own catalogue, as far as a plan needs one. */
async function hostCatalogue(world: World, codes: readonly string[]): Promise<void> {
  const catalogue = '00000000-0000-7000-8000-0000000000c1'
  await world.database.execute(
    `insert into catalogues (id, origin, organisation_id, file_name, format, mapping, state, created_at)
     values ($1, 'test', $2, 'pku.csv', 'csv', '{}', 'published', '2026-01-01')`,
    [catalogue, organisations.pku],
  )
  for (const [row, code] of codes.entries()) {
    await world.database.execute(
      `insert into courses (id, catalogue_id, organisation_id, code, titles, credit, row_number, search_text)
       values ($1, $2, $3, $4, $5, '4', $6, $4)`,
      [
        `00000000-0000-7000-8000-0000000001${String(row).padStart(2, '0')}`,
        catalogue,
        organisations.pku,
        code,
        JSON.stringify({ en: `Course ${code}` }),
        row + 1,
      ],
    )
  }
  await world.database.execute('insert into current_catalogues values ($1, $2)', [
    organisations.pku,
    catalogue,
  ])
}

async function begun(world: World): Promise<string> {
  const { planId } = accepted(
    await world.as(people.studentPloy, (work) =>
      beginPlan(work, {
        enrolmentId: enrolments.ploy,
        hostOrganisationId: organisations.pku,
        origin,
      }),
    ),
  )
  return planId
}

test(
  'a plan says what would count and which grade is needed, and what else would count',
  inWorld(async (world) => {
    await hostCatalogue(world, ['PKU101', 'PKU102', 'UNKNOWN1'])
    const planId = await begun(world)
    const add = (code: string) =>
      world.as(people.studentPloy, (work) => addToPlan(work, { planId, code }))
    accepted(await add('PKU101'))
    accepted(await add('UNKNOWN1'))
    const work = world.runner.reading(await world.context(people.studentPloy))
    const plan = (await planById(work, planId))!
    const { evaluation, further } = await evaluatePlan(work, plan, '2026-11-22')
    assert.deepEqual(
      evaluation!.lines.map(({ verdict }) => verdict),
      ['recognised', 'needs-decision'],
    )
    assert.ok(further.some(({ course }) => course.code === 'PKU102'))
    assert.ok(further.every(({ course }) => !['PKU101', 'UNKNOWN1'].includes(course.code)))
    await withSite(world, async (site) => {
      const html = await site.page(people.studentPloy, `/en/recognition/plans/${planId}`)
      assert.match(html, /You need [^<]+ there; this stands for C/)
      assert.doesNotMatch(html, /meets the minimum/)
      assert.match(html, /Still to be decided/)
      const offered = html.slice(html.indexOf('What else would count'))
      assert.match(textOf(offered), /PKU102 stands for DA1102, as [^.]+ decided on/)
    })
  }),
)

test(
  'a plan is begun once for a host, changed by its student alone, and forgets nothing that was chosen twice',
  inWorld(async (world) => {
    await hostCatalogue(world, ['PKU101'])
    const planId = await begun(world)
    assert.equal(await begun(world), planId)
    const entries = await world.rows(
      `select type from chronicle_entries where type = 'recognition.plan-begun'`,
    )
    assert.equal(entries.length, 1)
    const add = (person: string, code: string) =>
      world.as(person, (work) => addToPlan(work, { planId, code }))
    assert.equal(refusalOf(await add(people.evaluatorAu, 'PKU101')), '404 plan.refusal.none')
    assert.equal(refusalOf(await add(people.studentThanawat, 'PKU101')), '404 plan.refusal.none')
    assert.equal(refusalOf(await add(people.studentPloy, 'NONE')), '422 plan.refusal.course')
    accepted(await add(people.studentPloy, 'PKU101'))
    accepted(await add(people.studentPloy, 'PKU101'))
    assert.equal((await world.rows('select * from recognition_plan_courses')).length, 1)
    const remove = () =>
      world.as(people.studentPloy, (work) => removeFromPlan(work, { planId, code: 'PKU101' }))
    assert.ok(!isRefused(await remove()))
    assert.ok(!isRefused(await remove()))
    assert.equal((await world.rows('select * from recognition_plan_courses')).length, 0)
  }),
)

test(
  'a plan is for one’s own enrolment and another institution',
  inWorld(async (world) => {
    await hostCatalogue(world, ['PKU101'])
    const begin = (person: string, enrolmentId: string, hostOrganisationId: string) =>
      world.as(person, (work) => beginPlan(work, { enrolmentId, hostOrganisationId, origin }))
    const { au, pku } = organisations
    assert.equal(
      refusalOf(await begin(people.studentPloy, enrolments.thanawat, pku)),
      '422 plan.refusal.enrolment',
    )
    assert.equal(
      refusalOf(await begin(people.studentPloy, enrolments.ploy, au)),
      '422 plan.refusal.host',
    )
    assert.equal(
      refusalOf(await begin(people.registrarAu, enrolments.ploy, pku)),
      '404 plan.refusal.none',
    )
  }),
)

test(
  'the page costs the same number of queries with one course and with three',
  inWorld(async (world) => {
    await hostCatalogue(world, ['PKU101', 'PKU102', 'UNKNOWN1'])
    const planId = await begun(world)
    await withSite(world, async (site) => {
      const counts: number[] = []
      for (const code of ['PKU101', 'PKU102', 'UNKNOWN1']) {
        accepted(await world.as(people.studentPloy, (work) => addToPlan(work, { planId, code })))
        await site.page(people.studentPloy, `/en/recognition/plans/${planId}`)
        counts.push(site.queries())
      }
      assert.equal(new Set(counts).size, 1, counts.join(', '))
    })
  }),
)

test(
  'a course counts by what was typed, chosen from the list or not, and what is unknown stays typed',
  inWorld((world) =>
    withSite(world, async (site) => {
      await hostCatalogue(world, ['PKU101', 'PKU102'])
      const planId = await begun(world)
      const path = `/en/recognition/plans/${planId}`
      const add = (code: string, text: string) =>
        site.post(people.studentPloy, `${path}/courses`, { code, 'code-text': text })
      for (const [code, text] of [
        ['', 'PKU101'],
        ['PKU102', 'PKU102 · Any title'],
      ] as const) {
        assert.equal((await add(code, text)).status, 303, text)
      }
      const rows = await world.rows('select code from recognition_plan_courses order by code')
      assert.deepEqual(
        rows.map(({ code }) => code),
        ['PKU101', 'PKU102'],
      )
      const unknown = await add('', 'PKU999')
      assert.equal(unknown.status, 422)
      assert.match(await unknown.text(), /name="code-text"[^>]*value="PKU999"/)
    }),
  ),
)

test(
  'a planned course has the hours that its catalogue states, and else says that they were reckoned',
  inWorld((world) =>
    withSite(world, async (site) => {
      await hostCatalogue(world, ['PKU101'])
      const planId = await begun(world)
      accepted(
        await world.as(people.studentPloy, (work) => addToPlan(work, { planId, code: 'PKU101' })),
      )
      const shown = async () =>
        textOf(await site.page(people.studentPloy, `/en/recognition/plans/${planId}`))
      const reckoned = await shown()
      assert.match(reckoned, /The host’s catalogue states no class hours/)
      assert.doesNotMatch(reckoned, /The transcript states no class hours/)
      const part = { label: 'h', kind: 'lecture', unit: 'hours-per-week' }
      const hours = (basis: string) =>
        toStored({
          basis,
          parts: [{ ...part, amount: Fraction.of(54) }],
          split: [],
          wholeYear: false,
        })
      await world.database.execute('update courses set hours = $1', [hours('week')])
      assert.match(await shown(), /The host’s catalogue states no class hours/)
      await world.database.execute('update courses set hours = $1', [hours('course')])
      assert.doesNotMatch(await shown(), /states no class hours/)
    }),
  ),
)

/** Rules by which online learning brings a certificate, and training never counts. */
async function rulesForKinds(world: World): Promise<void> {
  const nothing = { perTerm: null, perYear: null, perHost: null, total: null, share: null }
  const kindRules = [
    { kinds: ['online'], accept: true, evidence: ['certificate'], ...nothing },
    { kinds: ['training'], accept: false, evidence: [], ...nothing },
  ]
  await world.database.execute('update recognition_rule_sets set definition = $1', [
    toStored({ ...auRules, kindRules }),
  ])
}

test(
  'a planned course is evaluated as it would be learnt, and the papers to be brought home are named',
  inWorld((world) =>
    withSite(world, async (site) => {
      await rulesForKinds(world)
      await hostCatalogue(world, ['PKU101', 'PKU102'])
      const planId = await begun(world)
      const path = `/en/recognition/plans/${planId}`
      const ploy = people.studentPloy
      const add = { code: 'PKU101', 'code-text': 'PKU101', kind: 'online' }
      assert.equal((await site.post(ploy, `${path}/courses`, add)).status, 303)
      const online = await site.page(ploy, path)
      assert.match(online, /Bring home: Certificate/)
      assert.match(online, /Would count/)
      assert.doesNotMatch(online, /has been seen/)
      const training = { code: 'PKU101', kind: 'training' }
      assert.equal((await site.post(ploy, `${path}/learning`, training)).status, 303)
      assert.match(await site.page(ploy, path), /Would not count/)
      // Chosen again without a word on it, the course keeps what was said; in class is a word.
      accepted(await world.as(ploy, (work) => addToPlan(work, { planId, code: 'PKU101' })))
      const kinds = () =>
        world.rows('select code, kind from recognition_plan_courses order by code')
      assert.deepEqual(await kinds(), [{ code: 'PKU101', kind: 'training' }])
      const learn = (person: string, code: string) =>
        world.as(person, (work) => learnPlanned(work, { planId, code, kind: null }))
      assert.equal(refusalOf(await learn(people.evaluatorAu, 'PKU101')), '404 plan.refusal.none')
      assert.equal(refusalOf(await learn(ploy, 'PKU102')), '422 plan.refusal.not-on-it')
      accepted(await learn(ploy, 'PKU101'))
      assert.deepEqual(await kinds(), [{ code: 'PKU101', kind: null }])
    }),
  ),
)

test(
  'a plan is read and changed over JSON by the same verbs',
  inWorld((world) =>
    withSite(world, async (site) => {
      await rulesForKinds(world)
      await hostCatalogue(world, ['PKU101', 'PKU102'])
      const planId = await begun(world)
      const path = `/recognition/plans/${planId}`
      const ploy = people.studentPloy
      const put = (person: string, body: object) =>
        site.json(person, 'PUT', `${path}/courses`, body)
      const added = await put(ploy, { code: 'PKU101', kind: 'online' })
      assert.equal(added.status, 200)
      const plan = (await added.json()) as {
        wouldCount: string
        courses: { code: string; kind: string; verdict: string; neededPapers: string[] }[]
        further: string[]
      }
      const [course] = plan.courses
      assert.deepEqual(
        [course!.code, course!.kind, course!.verdict, course!.neededPapers],
        ['PKU101', 'online', 'recognised', ['certificate']],
      )
      assert.match(plan.wouldCount, /^\d+(\/\d+)?$/)
      assert.ok(plan.further.includes('PKU102'))
      assert.equal((await put(ploy, { code: 'PKU101', kind: 'sleep' })).status, 422)
      assert.equal((await put(ploy, { code: 'NONE' })).status, 422)
      assert.equal((await put(people.studentThanawat, { code: 'PKU102' })).status, 404)
      const listed = await (await site.json(ploy, 'GET', '/recognition/plans')).json()
      assert.equal((listed as { plans: { courses: number }[] }).plans[0]!.courses, 1)
      const removed = await site.json(ploy, 'POST', `${path}/removal`, { code: 'PKU101' })
      assert.equal(((await removed.json()) as typeof plan).courses.length, 0)
    }),
  ),
)

const evaluated = async (world: World, planId: string) => {
  const work = world.runner.reading(await world.context(people.studentPloy))
  return evaluatePlan(work, (await planById(work, planId))!, '2026-11-26')
}
const planned = (world: World, planId: string, code: string, term?: string) =>
  world.as(people.studentPloy, (work) =>
    addToPlan(work, { planId, code, ...(term ? { term } : {}) }),
  )

test(
  'a course that would not count has one that would named in its place, with what it stands for',
  inWorld((world) =>
    withSite(world, async (site) => {
      const homes = [['DA 4000', '3']] as const
      await standing(world.database.kysely, { hosts: [['BAD1']], homes, share: '1/2' })
      await standing(world.database.kysely, { hosts: [['GOOD1']], homes, share: '9/10' })
      await hostCatalogue(world, ['BAD1', 'GOOD1', 'PKU101'])
      const planId = await begun(world)
      accepted(await planned(world, planId, 'BAD1'))
      const { courses, instead, evaluation } = await evaluated(world, planId)
      assert.equal(evaluation!.lines[0]!.verdict, 'refused')
      // PKU101 would count too, but stands for another home course.
      assert.equal(instead.get(courses[0]!.id)!.course.code, 'GOOD1')
      const page = textOf(await site.page(people.studentPloy, `/en/recognition/plans/${planId}`))
      assert.match(
        page,
        /Instead, Course GOOD1 \(GOOD1\) would count: 3 credits as .*\(DA 4000\)\./,
      )
      accepted(await planned(world, planId, 'GOOD1'))
      const better = await evaluated(world, planId)
      assert.notEqual(better.instead.get(courses[0]!.id)?.course.code, 'GOOD1')
    }),
  ),
)

test(
  'courses that count only together are offered together, and come onto the plan by one act',
  inWorld((world) =>
    withSite(world, async (site) => {
      await standing(world.database.kysely, {
        hosts: [['SETA'], ['SETB']],
        homes: [['DA 4001', '3']],
        share: '9/10',
      })
      await hostCatalogue(world, ['SETA', 'SETB'])
      const planId = await begun(world)
      const offered = async () => {
        const { further, furtherSets } = await evaluated(world, planId)
        return {
          further: further.map(({ course }) => course.code),
          sets: furtherSets.map(({ courses }) => courses.map(({ code }) => code)),
        }
      }
      assert.deepEqual(await offered(), { further: [], sets: [['SETA', 'SETB']] })
      const path = `/en/recognition/plans/${planId}`
      assert.match(textOf(await site.page(people.studentPloy, path)), /Add SETA \+ SETB/)
      const add = (codes: string) =>
        site.post(people.studentPloy, `${path}/courses`, { codes, code: '' })
      assert.equal((await add('["SETA","NONE"]')).status, 422)
      assert.deepEqual(
        await world.rows('select 1 from recognition_plan_courses'),
        [],
        'whole or not',
      )
      assert.equal((await add('["SETA","SETB"]')).status, 303)
      assert.deepEqual(await offered(), { further: [], sets: [] })
      const { evaluation } = await evaluated(world, planId)
      assert.equal(evaluation!.totals.recognised.toString(), '3')
    }),
  ),
)

test(
  'each course may have a term of its own, so that the limit of one term holds for each',
  inWorld((world) =>
    withSite(world, async (site) => {
      await publishRules(world, { ...auRules, termCap: Fraction.of(3), version: 2 })
      await hostCatalogue(world, ['PKU101', 'PKU102'])
      const planId = await begun(world)
      const recognised = async () =>
        (await evaluated(world, planId)).evaluation!.totals.recognised.toString()
      accepted(await planned(world, planId, 'PKU101'))
      accepted(await planned(world, planId, 'PKU102'))
      assert.equal(await recognised(), '3', 'all of which nothing is said are in one term')
      const path = `/th/recognition/plans/${planId}`
      const page = await site.page(people.studentPloy, path)
      const [value] = /\d{4}\/\d{4}-2/.exec(page)!
      const said = { code: 'PKU102', kind: 'course', term: value }
      assert.equal((await site.post(people.studentPloy, `${path}/learning`, said)).status, 303)
      assert.equal(await recognised(), '6')
      const shown = textOf(await site.page(people.studentPloy, path))
      assert.match(shown, /25\d\d.* ภาคการศึกษาที่ 2/, 'in the reader’s calendar')
      const read = await site.json(people.studentPloy, 'GET', `/recognition/plans/${planId}`)
      const { courses } = (await read.json()) as { courses: { code: string; term: unknown }[] }
      assert.deepEqual(
        courses.map(({ code, term }) => [code, term]),
        [
          ['PKU101', null],
          ['PKU102', value],
        ],
      )
      const open = { ...said, term: 'soon' }
      assert.equal((await site.post(people.studentPloy, `${path}/learning`, open)).status, 303)
      assert.equal(await recognised(), '3')
    }),
  ),
)
