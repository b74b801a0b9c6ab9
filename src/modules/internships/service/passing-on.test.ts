// Who takes over from a tutor or an academic mentor: what waits passes on, and the links of whoever left are closed.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { placementById } from '../queries/placements.ts'
import { agreeOn } from '../routes/placement.fixture.ts'
import { closeLinksOf, passOn } from './passing-on.ts'

const { people: p } = cast
const first = { tutor: 'tutor@studio.example', mentor: 'mentor@school.example' }
const next = { tutor: 'next-tutor@studio.example', mentor: 'next-mentor@school.example' }
let site: TestSite
let placementId: string
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  const [row] = await rowsOf('select id from internship_placements where person_id = $1', [
    p.studentPloy,
  ])
  placementId = String(row!['id'])
  at = `/en/internships/placements/${placementId}`
  site.clock.now = new Date('2026-12-01T03:00:00Z')
  await agreeOn(site, placementId, {
    hostLanguage: 'zh-Hans',
    tutorName: '林小满',
    tutorEmail: first.tutor,
    mentorName: 'สมศรี',
    mentorEmail: first.mentor,
  })
  const asked = [
    await post('evaluations', { round: 'midterm' }),
    await post('visits', { dueOn: '2026-12-15' }),
  ]
  assert.deepEqual(
    asked.map(({ status }) => status),
    [303, 303],
  )
  await rowsOf(
    `insert into internship_weeks (id, placement_id, week, state, due_on, made_at, sent_at, tutor_name, tutor_email, tutor_language)
     values ('0198000c-0077-7000-8000-000000000001', $1, '2026-11-23', 'sent', '2026-12-02', $2, $2, '林小满', $3, 'zh-Hans')
     on conflict do nothing`,
    [placementId, site.clock.now, first.tutor],
  )
  await rowsOf("update internship_weeks set tutor_email = $1 where state = 'sent'", [first.tutor])
})
after(() => site.close())

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

async function post(path: string, values: Record<string, string>): Promise<Response> {
  return site.send(at, `${at}/${path}`, values, await site.signInAs(p.coordinatorAu))
}

async function linksTo(address: string): Promise<string[]> {
  const mails = await rowsOf('select content from mails where to_address = $1 order by id', [
    address,
  ])
  return mails.flatMap((mail) => JSON.stringify(mail['content']).match(/\/act\/[\w-]+/g) ?? [])
}

async function statuses(address: string): Promise<number[]> {
  const links = await linksTo(address)
  assert(links.length > 0, `nothing went to ${address}`)
  const answers = links.map(async (link) => (await site.ask(`/th${link}`)).status)
  return [...new Set(await Promise.all(answers))].toSorted()
}

const system = () => ({
  actor: { kind: 'system' as const, name: 'test' },
  now: site.clock.now,
  language: 'en' as const,
})
const perform = (act: typeof passOn) =>
  site.house.runner.perform(system(), async (work) =>
    act(work, (await placementById(work, placementId))!),
  )
const waitsFor = async () => [
  await rowsOf('select email from internship_evaluations where party <> $1 order by party', [
    'student',
  ]),
  await rowsOf('select mentor_email as email from internship_visits'),
  await rowsOf(
    "select distinct tutor_email as email from internship_weeks where state = 'sent' and placement_id = $1",
    [placementId],
  ),
]

describe('whoever takes over from a mentor', () => {
  test('takes nothing away from those whom the agreement still names', async () => {
    const before = await linksTo(first.tutor)
    await perform(passOn)
    assert.deepEqual(await linksTo(first.tutor), before, 'nobody is written to again')
    assert.deepEqual(await statuses(first.tutor), [200])
    assert.deepEqual(await statuses(first.mentor), [200])
  })

  test('finds nothing open behind a mentor who left, and nobody is asked meanwhile', async () => {
    await perform((work, placement) => closeLinksOf(work, placement, [first.mentor.toUpperCase()]))
    assert.deepEqual(await statuses(first.mentor), [410])
    assert.deepEqual(await statuses(first.tutor), [200], 'the tutor has not left')
    const link = (await linksTo(first.mentor))[0]!
    assert.match(await (await site.ask(`/th${link}`)).text(), /ไม่ได้อยู่ในความดูแลของท่านแล้ว/)
    const [waiting] = await rowsOf('select reminders from internship_visits')
    assert.equal(waiting!['reminders'], 2)
  })

  test('is asked for all that waits once an agreement names them, and those before do nothing', async () => {
    await rowsOf(
      `insert into internship_agreement_versions (placement_id, number, text, sha256, sent_at)
       select placement_id, 2, jsonb_set(jsonb_set(text, '{parties,tutor,email}', to_jsonb($1::text)),
         '{parties,mentor,email}', to_jsonb($2::text)), repeat('b', 64), sent_at
       from internship_agreement_versions where placement_id = $3 and number = 1`,
      [next.tutor, next.mentor, placementId],
    )
    await rowsOf('update internship_agreements set agreed_version = 2 where placement_id = $1', [
      placementId,
    ])
    await perform(passOn)
    const [evaluations, visits, weeks] = await waitsFor()
    assert.deepEqual(evaluations, [{ email: next.mentor }, { email: next.tutor }])
    assert.deepEqual(visits, [{ email: next.mentor }])
    assert.deepEqual(weeks, [{ email: next.tutor }])
    for (const gone of [first.tutor, first.mentor]) assert.deepEqual(await statuses(gone), [410])
    for (const now of [next.tutor, next.mentor]) assert.deepEqual(await statuses(now), [200])
    const sent = (await linksTo(next.tutor)).length
    await perform(passOn)
    assert.equal((await linksTo(next.tutor)).length, sent, 'twice is once')
  })
})
