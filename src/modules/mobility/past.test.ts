// Exchanges of past years from a spreadsheet: what comes of each row, and that nobody is written to.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { statisticsOf } from './queries/statistics.ts'
import { seededStays } from './seed.ts'
import { importPast, pastList } from './service/past.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o, enrolments: e } = cast
const { database, runner } = site.house

const today = '2026-11-26'
const node = 'test.example'
const headings = [
  'Student number or e-mail',
  'Receiving institution',
  'First day',
  'Last day',
  'Credit recognised on',
].join('\t')
const listOf = (...rows: string[][]) => [headings, ...rows.map((row) => row.join('\t'))].join('\n')

async function by<T>(
  personId: string,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return runner.perform({ actor, now: site.clock.now, language: 'en' }, verb)
}

/** What comes of each row, run and undone. */
async function outcomes(personId: string, text: string) {
  let seen: Awaited<ReturnType<typeof pastList>> | null = null
  await by(personId, async (work) => {
    seen = await pastList(work, { text }, { node, today })
    return isRefused(seen) ? seen : Promise.reject(new Error('undone'))
  }).catch(() => null)
  const list = seen as Awaited<ReturnType<typeof pastList>> | null
  if (list === null || isRefused(list)) return assert.fail('the list was not read')
  return {
    rows: list.rows.map(({ row, becomes }) => `${row} ${becomes}`),
    problems: list.problems.map(({ row, column, message }) => `${row} ${column} ${message.key}`),
  }
}

const take = (personId: string, text: string, leaveOutFaulty = false) =>
  by(personId, (work) => importPast(work, { text, leaveOutFaulty, node, today }))

async function count(table: string): Promise<number> {
  const { rows } = await database.execute(`select count(*)::int as n from ${table}`)
  return Number(rows[0]!['n'])
}

const ploy = ['6611042', 'PKU', '2024-02-19', '2024-06-21', '2024-09-02']

describe('a list of past exchanges', () => {
  test('tells each fault at its row and column', async () => {
    const list = listOf(
      ploy,
      ['6611042', 'Nowhere', '2024-02-19', '2024-06-21', ''],
      ['0000000', 'PKU', '2024-02-19', '2024-06-21', ''],
      ['6711008', 'PKU', '2025-06-21', '2025-02-19', ''],
      ['6711008', 'PKU', '2026-10-01', today, ''],
      ['6711008', 'PKU', '2025-02-19', '2025-06-21', '2025-01-01'],
      ['6711008', 'PKU', '2025-02-19', '2025-06-21', 'soon'],
      ['6711008', 'AU', '2025-02-19', '2025-06-21', ''],
      ['6711008', 'PKU', '2022-02-19', '2025-06-21', ''],
    )
    assert.deepEqual(await outcomes(people.coordinatorAu, list), {
      rows: ['2 new'],
      problems: [
        '3 receiving bulk.no-institution',
        '4 student past.unknown-student',
        '5 startsOn refusal.dates',
        '6 endsOn past.not-over',
        '7 recognisedOn past.recognised-when',
        '8 recognisedOn bulk.no-date',
        '9 receiving refusal.partner',
        '10 startsOn refusal.too-long',
      ],
    })
  })

  test('makes no second stay of one that is known or stands in the list, and refuses days at two hosts', async () => {
    const list = listOf(
      ploy,
      ['6611042', 'PKU', '2024-06-01', '2024-07-31', ''],
      ['6611042', 'RUC', '2024-07-01', '2024-08-15', ''],
    )
    assert.deepEqual(await outcomes(people.coordinatorAu, list), {
      rows: ['2 new', '3 merged'],
      problems: ['4 startsOn refusal.overlap'],
    })
  })

  test('is no list of others’ students', async () => {
    assert.deepEqual(await outcomes(people.coordinatorPku, listOf(ploy)), {
      rows: [],
      problems: ['2 student past.unknown-student'],
    })
  })

  test('stops at faults that nobody agreed to leave out, and is shown and taken on its page alone', async () => {
    const stays = await count('mobilities')
    const faulty = listOf(ploy, ['0000000', 'PKU', '2024-02-19', '2024-06-21', ''])
    assert.ok(isRefused(await take(people.coordinatorAu, faulty)))
    const path = '/en/mobility/past'
    const cookie = await site.signInAs(people.coordinatorAu)
    const shown = await site.send(path, path, { step: 'preview', text: faulty }, cookie)
    assert.equal(shown.status, 200)
    const html = await shown.text()
    assert.match(html, /1 exchange can be brought in/)
    assert.match(html, /No student of yours, past or present/)
    assert.equal(await count('mobilities'), stays)
    const student = await site.signInAs(people.studentPloy)
    assert.equal((await site.ask(path, { cookie: student })).status, 404)
    const template = await site.ask('/th/mobility/past/template', { cookie })
    assert.equal(template.status, 200)
  })
})

test('past exchanges count and are nobody’s task: no mail, no notice, no place, nothing late', async () => {
  await database.execute(
    "update enrolments set ends_on = '2026-05-31', outcome = 'completed' where id = $1",
    [e.kanyarat],
  )
  const quiet = ['mails', 'notices', 'tasks'] as const
  const before = await Promise.all(quiet.map(count))
  const list = listOf(
    ploy,
    ['6611042', 'PKU', '2024-06-01', '2024-07-31', ''],
    ['6711008', 'RUC', '19/2/2568', '21/6/2568', ''],
  )
  assert.deepEqual(await take(people.coordinatorAu, list), { stays: 2 })
  assert.deepEqual(await Promise.all(quiet.map(count)), before)
  const { rows } = await database.execute(
    `select person_id, state, starts_on::text, departed_on::text, sending_year, enrolment_id,
       agreement_id, next_step, imported_by from mobilities where imported_at is not null
     order by starts_on`,
  )
  const brought = { agreement_id: null, next_step: null, imported_by: people.coordinatorAu }
  assert.deepEqual(rows, [
    {
      person_id: people.studentPloy,
      state: 'recognised',
      starts_on: '2024-02-19',
      departed_on: '2024-07-31',
      sending_year: '2023/2024',
      enrolment_id: e.ploy,
      ...brought,
    },
    {
      person_id: people.studentKanyarat,
      state: 'returned',
      starts_on: '2025-02-19',
      departed_on: '2025-06-21',
      sending_year: '2024/2025',
      enrolment_id: e.kanyarat,
      ...brought,
    },
  ])
  const again = await outcomes(people.coordinatorAu, list)
  assert.deepEqual(again, { rows: ['2 known', '3 known', '4 known'], problems: [] })
  const figures = await by(people.coordinatorAu, (work) =>
    statisticsOf(work, { own: [o.au], years: ['2023/2024', '2024/2025'] }),
  )
  assert.ok(!isRefused(figures))
  assert.deepEqual(
    figures
      .filter(({ by: group }) => group === 'country')
      .map(({ year, direction, key, count: n }) => [year, direction, key, n]),
    [
      ['2024/2025', 'out', 'CN', 1],
      ['2023/2024', 'out', 'CN', 1],
    ],
  )
})

test('a list is taken back whole while nobody has worked on it, by its office alone, and once', async () => {
  const stays = await count('mobilities')
  const list = listOf(
    ['6611057', 'PKU', '2023-02-20', '2023-06-23', ''],
    ['6611057', 'PKU', '2023-06-01', '2023-07-31', '2023-09-04'],
  )
  site.clock.now = new Date(site.clock.now.getTime() + 60_000)
  assert.deepEqual(await take(people.coordinatorAu, list), { stays: 1 })
  const path = '/en/mobility/past'
  const cookie = await site.signInAs(people.coordinatorAu)
  const keys = async (who = cookie) =>
    [
      ...(await (await site.ask(path, { cookie: who })).text()).matchAll(
        /name="list" value="([^"]+)"/g,
      ),
    ].map(([, key]) => key!)
  const [key, ...earlier] = await keys()
  assert.equal(earlier.length, 1)
  const other = await site.signInAs(people.coordinatorPku)
  assert.deepEqual(await keys(other), [])
  const undo = (list: string, who = cookie) => site.send(path, `${path}/undo`, { list }, who)
  assert.equal((await undo(key!, other)).status, 404)
  for (const wrong of [
    '',
    'yesterday',
    '2026-13-45T99:00:00.000000Z',
    '2026-02-30T00:00:00.000000Z',
  ]) {
    assert.equal((await undo(wrong)).status, 422, wrong)
  }
  await database.execute(
    `update mobilities set changed_at = imported_at + interval '1 minute' where imported_at = $1`,
    [key],
  )
  assert.deepEqual(await keys(), earlier)
  const kept = await undo(key!)
  assert.equal(kept.status, 409)
  assert.match(await kept.text(), /1 exchange of it has been worked on since/)
  assert.equal(await count('mobilities'), stays + 1)
  await database.execute('update mobilities set changed_at = imported_at where imported_at = $1', [
    key,
  ])
  // A mail filed with one of them would be about nothing.
  await database.execute(
    `insert into incoming_mails (id, message_id, fingerprint, organisation_id, from_address, from_name, subject, body,
       automatic, received_at, about_kind, about_id, outcome, filed_at, filed_by)
     select gen_random_uuid(), 'past', 'past', $2, 'intl@pku.example', 'Exchange office', 'Transcript', 'See below.', false,
       $3, 'mobility', id, 'filed', $3, $4 from mobilities where imported_at = $1`,
    [key, o.au, site.clock.now, people.coordinatorAu],
  )
  assert.equal((await undo(key!)).status, 409)
  await database.execute("delete from incoming_mails where message_id = 'past'")
  assert.equal((await undo(key!)).status, 303)
  assert.equal(await count('mobilities'), stays)
  assert.equal((await undo(key!)).status, 404)
  const { rows } = await database.execute(
    "select count(*)::int as n from chronicle_entries where type = 'mobility.stay-taken-back'",
  )
  assert.equal(rows[0]!['n'], 1)
  // Brought in again it is new, and not known.
  assert.deepEqual((await outcomes(people.coordinatorAu, list)).rows, ['2 new', '3 merged'])
})

test('a stay that was brought in says so to both sides, and takes no days from those that are planned', async () => {
  const { rows } = await database.execute(
    "select id from mobilities where imported_at is not null and state = 'recognised'",
  )
  const id = String(rows[0]!['id'])
  for (const [language, person, words] of [
    ['en', people.coordinatorAu, /Brought in from a list of past exchanges/],
    ['zh-Hans', people.coordinatorPku, /从往年交流表格导入/],
    ['fr', people.studentPloy, /Reprise d’une liste de mobilités passées/],
  ] as const) {
    const cookie = await site.signInAs(person)
    const answer = await site.ask(`/${language}/mobility/${id}`, { cookie })
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), words)
  }
  const cookie = await site.signInAs(people.coordinatorAu)
  for (const letter of ['admission', 'arrival', 'certificate']) {
    const paper = await site.ask(`/en/mobility/${id}/letters/${letter}`, { cookie })
    assert.equal(paper.status, 404, `${letter}: nobody here saw it`)
  }
  const planned = await site.ask(`/en/mobility/${seededStays.ploy}`, { cookie })
  assert.doesNotMatch(await planned.text(), /Brought in from a list/)
})
