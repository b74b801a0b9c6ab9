import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { JourneyStep } from '#kernel/http'
import { createTranslator } from '#kernel/messages'
import { cast, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'
import { allianceCloth, journeyOf } from './cloth.ts'
import { entryLabels } from './entries.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { organisations, people } = cast

const call = {
  language: 'en' as const,
  t: createTranslator([m.catalogue]).for('en'),
  href: (path: string) => `/en${path}`,
}
const au = { id: 'au', name: { en: 'Assumption University' } }
const pku = { id: 'pku', name: { 'zh-Hans': '北京大学' } }

const step = (id: string, from: string, rest: Partial<JourneyStep> = {}): JourneyStep => ({
  id,
  kind: 'exchange',
  from,
  until: null,
  organisation: pku,
  fromOrganisation: au,
  label: m('journey.own'),
  state: { label: m('frame.home'), tone: 'done' },
  href: `/evidence/${id}`,
  ...rest,
})

test('what somebody asks about their data is told in their own story alone', () => {
  const asked = (whose: 'own' | 'another') =>
    [...entryLabels(site.house.manifests, whose).keys()].filter((type) =>
      type.startsWith('privacy.'),
    )
  assert.ok(asked('own').length > 3)
  assert.deepEqual(asked('another'), [])
})

describe('the cloth', () => {
  test('tells one stay once, however many transcripts of it were recognised', () => {
    const home = (id: string, from: string) =>
      step(id, from, { organisation: au, fromOrganisation: pku, kind: 'recognition' })
    const { steps: told } = journeyOf(
      call,
      [
        step('1', '2025-06-01', { organisation: au, fromOrganisation: null, kind: 'admission' }),
        home('2', '2026-11-02'),
        home('3', '2026-11-09'),
      ],
      '2026-11-22',
    )
    assert.deepEqual(
      told.map(({ crossing }) => [
        crossing.threadFrom,
        crossing.threadTo,
        crossing.comesFrom,
        crossing.href,
      ]),
      [
        ['au', 'au', undefined, '/en/evidence/1'],
        ['au', 'pku', undefined, '/en/evidence/2'],
        ['pku', 'au', undefined, '/en/evidence/2'],
        ['au', 'au', 'pku', '/en/evidence/3'],
      ],
    )
  })

  test('strings each institution where it first appears and leads each crossing to its evidence', () => {
    const steps = [
      step('1', '2025-06-01', { organisation: au, fromOrganisation: null, kind: 'admission' }),
      step('2', '2026-02-01', { until: '2026-06-30' }),
      step('3', '2027-02-01', { organisation: au, fromOrganisation: pku, kind: 'unheard-of' }),
    ]
    const { threads, steps: told } = journeyOf(call, steps, '2026-11-22')
    assert.deepEqual(
      threads.map((thread) => [thread.id, thread.label, thread.labelLanguage]),
      [
        ['au', 'Assumption University', undefined],
        ['pku', '北京大学', 'zh-Hans'],
      ],
    )
    const crossings = told.map(({ crossing }) => crossing)
    assert.deepEqual(
      crossings.map(({ threadFrom, threadTo, planned }) => [threadFrom, threadTo, planned]),
      [
        ['au', 'au', false],
        ['au', 'pku', false],
        ['pku', 'au', true],
      ],
    )
    assert.equal(crossings[1]?.href, '/en/evidence/2')
    assert.equal(crossings[1]?.date.replaceAll(/\s/g, ' '), 'February – June 2026')
    assert.equal(crossings[2]?.kind, 'recognition')
  })

  test('draws the way to where a step begins, when the step before ended elsewhere', () => {
    const { steps, told } = journeyOf(
      call,
      [
        step('1', '2025-06-01', { organisation: au, fromOrganisation: null }),
        step('2', '2026-09-01', { organisation: au, fromOrganisation: pku }),
      ],
      '2026-11-22',
    )
    assert.equal(told, 2)
    const way = steps[1]?.crossing
    assert.deepEqual(
      [way?.threadFrom, way?.threadTo, way?.label, way?.date, way?.href, steps[1]?.state],
      ['au', 'pku', 'At 北京大学', 'Before 1 September 2026', '/en/evidence/2', null],
    )
  })

  test('of the alliance leaves out members that no programme joins', () => {
    const members = ['a', 'b', 'c'].map((id) => ({ id, name: { en: id }, href: `/members/${id}` }))
    const programme = {
      id: 'p',
      name: { en: 'Programme' },
      summary: {},
      href: '/programmes/p',
      from: '2026-01-01',
      until: null,
      organisationIds: ['a', 'c', 'unknown'],
    }
    const { threads, crossings } = allianceCloth(members, [programme], call, '2026-11-22')
    assert.deepEqual(
      threads.map(({ id }) => id),
      ['a', 'c'],
    )
    assert.deepEqual(
      crossings.map(({ threadFrom, threadTo }) => [threadFrom, threadTo]),
      [['a', 'c']],
    )
  })
})

describe('a journey', () => {
  const journey = (personId: string) => `/en/people/${personId}/journey`
  const status = async (as: string, path: string) =>
    (await site.ask(path, { cookie: await site.signInAs(as) })).status

  test('is open to the person, and to the office of the school where they are enrolled', async () => {
    const ploy = journey(people.studentPloy)
    for (const person of [
      people.studentPloy,
      people.coordinatorAu,
      people.evaluatorAu,
      people.registrarAu,
    ]) {
      assert.equal(await status(person, ploy), 200, person)
    }
    assert.equal(await status(people.studentPloy, '/en/journey'), 200)
  })

  test('is absent for everybody else', async () => {
    const ploy = journey(people.studentPloy)
    for (const person of [
      people.studentThanawat,
      people.coordinatorRuc,
      people.secretariat,
      people.funder,
      people.industryMentor,
      people.administratorAu,
    ]) {
      assert.equal(await status(person, ploy), 404, person)
    }
    assert.equal(await status(people.evaluatorAu, '/en/journey'), 404)
  })

  test('shows each school its own part alone', async () => {
    // A student of Peking University who came from Assumption University: what one of them decided is not the other's.
    await site.house.database.execute(
      `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id,
         student_number, intake_year, starts_on)
       select '01980000-00ee-7000-8000-000000000001', e.origin, $1, e.organisation_id,
         e.degree_programme_id, 'X-1', 2026, '2026-09-01'
       from enrolments e where e.organisation_id = $2 limit 1`,
      [people.studentThanawat, organisations.pku],
    )
    const shown = async (as: string) => {
      const cookie = await site.signInAs(as)
      return (await site.ask(journey(people.studentThanawat), { cookie })).text()
    }
    const [au, pku] = [await shown(people.coordinatorAu), await shown(people.coordinatorPku)]
    const rows = (html: string) => html.split('class="cloth-row').length - 1
    assert.ok(rows(au) >= 1 && rows(pku) >= 1)
    assert.doesNotMatch(pku, /Digital Arts/)
    assert.match(au, /Digital Arts/)
  })

  test('speaks the numbers of its reader’s language', async () => {
    const entry = (type: string, data: Record<string, unknown>) => ({
      type,
      version: 1,
      object: { kind: 'story', id: 'numbers' },
      organisationIds: [organisations.au],
      personId: people.studentPloy,
      data,
      personal: {},
    })
    await site.perform((work) =>
      work.write(
        [
          entry('recognition.credit-posted', { credit: '2401/2', batch: '2026-7' }),
          entry('alliance.cohort-credit-recorded', { programmeId: 'x', credit: '21/2' }),
        ],
        async () => {},
      ),
    )
    const cookie = await site.signInAs(people.studentPloy)
    const told = async (language: string) =>
      (await (await site.ask(`/${language}/journey`, { cookie })).text())
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s/g, ' ')
    const french = await told('fr')
    assert.match(french, /1 200,5 crédits inscrits/)
    assert.match(french, /10,5 crédits reconnus enregistrés/)
    const thai = await told('th')
    assert.match(thai, /บันทึก 1,200\.5 หน่วยกิต/)
    assert.match(thai, /บันทึกหน่วยกิตที่เทียบโอนแล้ว 10\.5 หน่วยกิต/)
  })

  test('that is hidden looks like one that does not exist', async () => {
    const cookie = await site.signInAs(people.coordinatorRuc)
    const nobody = '01980000-000d-7000-8000-0000000fffff'
    const pages = []
    for (const id of [people.studentPloy, nobody]) {
      const answer = await site.ask(journey(id), { cookie })
      const request = answer.headers.get('x-request-id') ?? ''
      const headers = [...answer.headers].filter(
        ([name]) => name !== 'x-request-id' && name !== 'content-length',
      )
      const html = (await answer.text())
        .replaceAll(request, '')
        .replaceAll(id, '')
        .replaceAll(/name="csrf" value="[^"]+"/g, '')
      pages.push({ status: answer.status, headers, html })
    }
    assert.deepEqual(pages[0], pages[1])
  })

  test('finds nobody behind what is no id', async () => {
    for (const id of ['me', '1', "' or 1=1", '01980000-000d-7000-8000']) {
      assert.equal(await status(people.evaluatorAu, journey(encodeURIComponent(id))), 404)
    }
  })
})
