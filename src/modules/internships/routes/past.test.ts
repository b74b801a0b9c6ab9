// Internships of past years from a spreadsheet: what comes of each row, that it counts, and that it can be taken back.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { internshipJourney } from '../journey.ts'
import { statisticsBy } from '../queries/board.ts'
import { planPast } from '../service/past.ts'

const site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
after(() => site.close())
const { people } = cast
const { database, runner } = site.house

const headings = [
  'Student number or e-mail',
  'Company',
  'Country',
  'First day',
  'Last day',
  'Hours',
  'Mentor at the host',
  'Grade',
  'Credit',
]
const listOf = (...rows: string[][]) =>
  [headings, ...rows].map((cells) => cells.join('\t')).join('\n')
const ploy = ['6611042', 'Baan Silapa', 'Thailand', '2/6/2568', '29/8/2568', '480', '', '', '']

async function outcomes(text: string, personId: string = people.coordinatorAu) {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  const read = { actor, now: site.clock.now, language: 'en' as const }
  const plan = await runner.perform(read, (work) => planPast(work, { text }, '2026-11-27'))
  if (isRefused(plan)) return assert.fail(plan.message.key)
  return {
    rows: plan.rows.map(({ row, becomes }) => `${row} ${becomes}`),
    problems: plan.problems.map(({ row, column, message }) => `${row} ${column} ${message.key}`),
  }
}

const path = '/en/internships/past/list'
async function send(form: Record<string, string>, personId: string = people.coordinatorAu) {
  const cookie = await site.signInAs(personId)
  return site.send(path, path, form, cookie)
}

async function past() {
  const { rows } = await database.execute(
    `select person_id, country, hours, tutor, result, credit, starts_on::text, ends_on::text
       from internship_past_placements order by starts_on`,
  )
  return rows
}

describe('a list of past internships', () => {
  test('tells each fault at its row and column', async () => {
    const list = listOf(
      ploy,
      ['', 'Baan Silapa', 'TH', '2025-06-02', '2025-08-29', '', '', '', ''],
      ['0000000', 'Baan Silapa', 'TH', '2025-06-02', '2025-08-29', '', '', '', ''],
      ['6711008', '', 'TH', '2025-06-02', '2025-08-29', '', '', '', ''],
      ['6711008', 'Somewhere', '', '2025-06-02', '2025-08-29', '', '', '', ''],
      ['6711008', 'Baan Silapa', 'TH', '2025-08-29', '2025-06-02', '', '', '', ''],
      ['6711008', 'Baan Silapa', 'TH', '2026-10-02', '2026-11-27', '', '', '', ''],
      ['6711008', 'Baan Silapa', 'TH', 'soon', '2025-08-29', 'many', '', '', '-3'],
    )
    assert.deepEqual(await outcomes(list), {
      rows: ['2 new'],
      problems: [
        '3 student past.no-student',
        '4 student past.unknown-student',
        '5 host past.no-host',
        '6 country past.no-country',
        '7 endsOn past.ends-before',
        '8 endsOn past.not-over',
        '9 startsOn past.no-day',
        '9 hours past.no-hours',
        '9 credit past.no-credit',
      ],
    })
  })

  test('is no list of others’ students', async () => {
    assert.deepEqual(await outcomes(listOf(ploy), people.coordinatorPku), {
      rows: [],
      problems: ['2 student past.unknown-student'],
    })
  })

  test('asks what a column is that it does not know, and takes the answer', async () => {
    const text = 'Wer\tCompany\tCountry\tFirst day\tLast day\n' + ploy.slice(0, 5).join('\t')
    const asked = await send({ step: 'preview', text })
    assert.equal(asked.status, 422)
    const html = await asked.text()
    assert.match(html, /These columns are missing: Student number or e-mail/)
    assert.match(html, /name="column\.0"/)
    const answered = await send({ step: 'preview', text, 'column.0': 'student' })
    assert.equal(answered.status, 200)
    assert.match(await answered.text(), /1 row is understood/)
  })

  test('takes the host’s sector from the list, else from what the alliance knows of the host', async () => {
    const list = [
      'Student ID\tCompany\tCountry\tFirst day\tLast day\t接待单位所属领域',
      '6611042\tSomewhere\tTH\t2024-06-03\t2024-07-26\tภาครัฐ',
      '6611057\tPerfect World Holdings\t\t2024-06-03\t2024-07-26\t',
      '6711008\tSomewhere\tTH\t2024-06-03\t2024-07-26\t',
      '6711008\tElsewhere\tTH\t2025-06-02\t2025-07-25\tshipping',
    ].join('\n')
    const grants = await grantsOf(database.kysely, people.coordinatorAu, site.clock.now)
    const actor = { kind: 'person' as const, personId: people.coordinatorAu, grants }
    const read = { actor, now: site.clock.now, language: 'en' as const }
    const plan = await runner.perform(read, (work) => planPast(work, { text: list }, '2026-11-27'))
    if (isRefused(plan)) return assert.fail(plan.message.key)
    assert.deepEqual(
      plan.rows.map(({ sector }) => sector),
      ['government', 'industry', null],
    )
    assert.deepEqual(
      plan.problems.map(({ row, column, message }) => `${row} ${column} ${message.key}`),
      ['5 sector past.no-sector'],
    )
    const bySector = () => runner.perform(read, (work) => statisticsBy(work, 'sector'))
    const before = await bySector()
    const [government] = list.split('\n').slice(1)
    const text = `${list.split('\n')[0]}\n${government}`
    assert.equal((await send({ step: 'import', text })).status, 303)
    const counted = (rows: typeof before) =>
      rows.find(({ value }) => value === 'government')?.placements ?? 0
    assert.equal(counted(await bySector()), counted(before) + 1)
    const cookie = await site.signInAs(people.coordinatorAu)
    const { rows } = await database.execute('select id from internship_past_placements')
    const page = await site.ask(`/th/internships/past-placements/${String(rows[0]!['id'])}`, {
      cookie,
    })
    assert.match(await page.text(), /ภาครัฐ/)
    const [brought] = (await database.execute('select id from internship_past_imports')).rows
    const undo = { import: String(brought!['id']) }
    await site.send('/en/internships/past', '/en/internships/past/undo', undo, cookie)
    assert.deepEqual(await past(), [])
  })

  test('stops at faults that nobody agreed to leave out, and a million rows with a clear word', async () => {
    const faulty = listOf(ploy, ['0000000', 'X', 'TH', '2025-06-02', '2025-08-29', '', '', '', ''])
    assert.equal((await send({ step: 'import', text: faulty })).status, 422)
    const million = `${headings.join('\t')}\n${'1\n'.repeat(1_000_000)}`
    const refused = await send({ step: 'preview', text: million })
    assert.equal(refused.status, 413)
    assert.match(await refused.text(), /Bring it in several parts/)
    assert.deepEqual(await past(), [])
  })
})

test('what is brought in counts, stands with the student, is completed by a later list, and goes when it is taken back', async () => {
  const quiet = ['mails', 'notices', 'tasks'] as const
  const count = async (table: string) =>
    Number((await database.execute(`select count(*)::int as n from ${table}`)).rows[0]!['n'])
  const before = await Promise.all(quiet.map(count))
  const twice = [...ploy.slice(0, 4), '12/9/2568', '', 'Khun Malee', 'A', '']
  const list = listOf(ploy, twice)
  assert.deepEqual((await outcomes(list)).rows, ['2 new', '3 joined'])
  assert.equal((await send({ step: 'import', text: list })).status, 303)
  const stands = {
    person_id: people.studentPloy,
    country: 'TH',
    hours: 480,
    tutor: 'Khun Malee',
    result: 'A',
    credit: null,
    starts_on: '2025-06-02',
    ends_on: '2025-09-12',
  }
  assert.deepEqual(await past(), [stands])
  assert.deepEqual(await Promise.all(quiet.map(count)), before)

  const withCredit = listOf([...ploy.slice(0, 8), '4.5'])
  assert.deepEqual((await outcomes(withCredit)).rows, ['2 completed'])
  assert.equal((await send({ step: 'import', text: withCredit })).status, 303)
  assert.deepEqual(await past(), [{ ...stands, credit: '9/2' }])
  assert.deepEqual((await outcomes(withCredit)).rows, ['2 known'])

  const cookie = await site.signInAs(people.coordinatorAu)
  const statistics = await (await site.ask('/en/internships/statistics', { cookie })).text()
  assert.match(statistics, /2025/)
  const steps = await runner.perform(
    {
      actor: { kind: 'person', personId: people.studentPloy, grants: [] },
      now: site.clock.now,
      language: 'en',
    },
    (work) => internshipJourney(work, people.studentPloy),
  )
  assert.ok(!isRefused(steps))
  const own = steps.find(({ from }) => from === '2025-06-02')!
  const student = await site.signInAs(people.studentPloy)
  const page = await site.ask(`/th${own.href}`, { cookie: student })
  assert.equal(page.status, 200)
  assert.match(await page.text(), /Khun Malee/)
  const stranger = await site.signInAs(people.coordinatorPku)
  assert.equal((await site.ask(`/en${own.href}`, { cookie: stranger })).status, 404)

  const { rows } = await database.execute(
    'select id from internship_past_imports where undone_at is null order by imported_at, id',
  )
  const undo = (id: unknown, by = cookie) =>
    site.send('/en/internships/past', '/en/internships/past/undo', { import: String(id) }, by)
  assert.equal((await undo(rows[0]!['id'])).status, 409)
  assert.equal((await undo(rows[1]!['id'])).status, 303)
  assert.deepEqual(await past(), [stands])
  assert.equal((await undo(rows[0]!['id'])).status, 303)
  assert.deepEqual(await past(), [])
  assert.equal((await undo(rows[0]!['id'])).status, 404)
})
