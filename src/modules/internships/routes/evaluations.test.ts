// The evaluations of a placement: asked for, given by page and by link, late ones, and mentors who judge far apart.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { urlSegment } from '#kernel/values'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { askForEvaluations } from '../service/evaluation-job.ts'
import { exportInternshipsOf, internshipData } from '../service/personal-data.ts'
import { agreeOn, runNow } from './placement.fixture.ts'

const { people: p } = cast
let site: TestSite
let placementId: string
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  const { rows } = await rowsOf('select id from internship_placements where person_id = $1', [
    p.studentPloy,
  ])
  placementId = String(rows[0]!['id'])
  at = `/en/internships/placements/${placementId}`
  await agreeOnMentors()
})
after(() => site.close())

const rowsOf = (sql: string, values: unknown[] = []) => site.house.database.execute(sql, values)

const agreeOnMentors = () =>
  agreeOn(site, placementId, {
    hostLanguage: 'th',
    tutorName: 'อรพิน เรืองศิลป์',
    tutorEmail: 'tutor@studio.example',
    mentorName: 'Somsri',
    mentorEmail: 'mentor@school.example',
  })

async function post(
  path: string,
  values: Record<string, string>,
  personId: string = p.coordinatorAu,
) {
  return site.send(at, path, values, await site.signInAs(personId))
}

async function page(personId: string, language = 'en'): Promise<string> {
  const path = `/${language}/internships/placements/${placementId}`
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, 200)
  return answer.text()
}

async function linkTo(address: string): Promise<string> {
  const { rows } = await rowsOf(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  )
  const link = /\/act\/[\w-]+/.exec(JSON.stringify(rows[0]?.['content'] ?? ''))?.[0]
  assert(link, `no link for ${address}`)
  return link
}

const marks = (mark: string) =>
  Object.fromEntries(
    ['quality', 'learning', 'initiative', 'communication', 'reliability', 'overall'].map((name) => [
      name,
      mark,
    ]),
  )
const ownMarks = {
  tasks: '4',
  guidance: '5',
  growth: '5',
  conditions: '4',
  support: '3',
  overall: '5',
}

const job = () => runNow(site, askForEvaluations)

const mailsTo = async (address: string) =>
  (await rowsOf('select id from mails where to_address = $1', [address])).rows.length

describe('an evaluation', () => {
  test('is asked of student and both mentors when the middle has come, and of nobody twice', async () => {
    await job()
    assert.equal(await mailsTo('tutor@studio.example'), 0, 'the middle has not come')
    site.clock.now = new Date('2026-12-01T03:00:00Z')
    await job()
    await job()
    assert.equal(await mailsTo('tutor@studio.example'), 1)
    assert.equal(await mailsTo('mentor@school.example'), 1)
    assert.match(await page(p.studentPloy), /Your evaluation is asked for/)
  })

  test('is asked for again after three days and after ten, and not after that', async () => {
    for (const day of ['03', '04', '05', '11', '12', '20']) {
      site.clock.now = new Date(`2026-12-${day}T03:00:00Z`)
      await job()
    }
    assert.equal(await mailsTo('tutor@studio.example'), 3)
  })

  test('is given by the student alone, with every mark; what was typed stays', async () => {
    const { rows } = await rowsOf(
      "select id from internship_evaluations where placement_id = $1 and party = 'student'",
      [placementId],
    )
    const own = `/en/internships/evaluations/${String(rows[0]!['id'])}`
    assert.equal((await post(own, ownMarks, p.coordinatorAu)).status, 404)
    const half = await post(own, { overall: '5', strengths: 'ครูใจดี' }, p.studentPloy)
    assert.equal(half.status, 422)
    assert.match(await half.text(), /ครูใจดี/)
    assert.equal((await post(own, { ...ownMarks, overall: '9' }, p.studentPloy)).status, 422)
    assert.equal((await post(own, { ...ownMarks, strengths: 'ครูใจดี' }, p.studentPloy)).status, 303)
    assert.equal((await post(own, ownMarks, p.studentPloy)).status, 409)
    const html = await page(p.coordinatorAu)
    assert.match(html, /Given late/, 'the last day was the 15th')
    assert.match(html, /ครูใจดี/)
  })

  test('is given by a tutor without an account by the link of the mail, in Thai, once', async () => {
    const link = await linkTo('tutor@studio.example')
    const shown = await (await site.ask(`/th${link}`)).text()
    assert.match(shown, /การประเมินกลางภาค/)
    assert.equal((await site.send(`/th${link}`, `/th${link}`, marks('6'))).status, 422)
    const words = { ...marks('5'), strengths: 'ทำงานละเอียด' }
    assert.equal((await site.send(`/th${link}`, `/th${link}`, words)).status, 303)
    assert.match(await (await site.ask(`/th${link}`)).text(), /ส่งการประเมินแล้ว/)
    assert.match(await page(p.coordinatorAu, urlSegment('zh-Hans')), /lang="th"[^>]*>(<[^>]*>)*ทำ/)
  })

  test('far from the other mentor’s asks the coordinator to talk with both, who settles it', async () => {
    const link = await linkTo('mentor@school.example')
    assert.equal((await site.send(`/th${link}`, `/th${link}`, marks('2'))).status, 303)
    assert.match(await page(p.coordinatorAu), /Both mentors judge far apart/)
    assert(!(await page(p.studentPloy)).includes('judge far apart'))
    const open = async () =>
      (
        await rowsOf(
          "select id from tasks where kind = 'internships.disagreement' and done_at is null and cancelled_at is null",
        )
      ).rows.length
    assert.equal(await open(), 1)
    const settle = (settlement: string) =>
      post(`${at}/settlement`, { round: 'midterm', settlement })
    assert.equal((await settle('')).status, 422)
    assert.equal((await settle('A plan for the second half')).status, 303)
    assert.equal(await open(), 0)
    assert.equal((await settle('Again')).status, 409)
  })

  test('is asked for again by an office, until all are given, and not changed afterwards', async () => {
    assert.equal((await post(`${at}/evaluations`, { round: 'midterm' })).status, 409)
    assert.equal((await post(`${at}/evaluations`, { round: 'never' })).status, 422)
    assert.equal((await post(`${at}/evaluations`, { round: 'final' })).status, 303)
    assert.equal((await post(`${at}/evaluations`, { round: 'final' }, p.studentPloy)).status, 404)
    const cookie = await site.signInAs(p.studentPloy)
    assert.equal((await site.ask(`${at}/certificate`, { cookie })).status, 404, 'it still runs')
    site.clock.now = new Date('2027-01-20T03:00:00Z')
    const certificate = await site.ask(`${at}/certificate`, {
      cookie: await site.signInAs(p.studentPloy),
    })
    assert.equal(certificate.headers.get('content-type'), 'application/pdf')
    const asked = await post(`${at}/credit`, {})
    assert.equal(asked.status, 303, await asked.text())
    const { rows } = await rowsOf(
      'select content, host_organisation_id from transcript_drafts order by created_at desc limit 1',
    )
    const line = JSON.parse(JSON.stringify(rows[0]!['content'])).lines[0]
    assert.equal(line.kind, 'placement')
    assert.deepEqual(line.evidence, ['hours', 'certificate'], 'no mentor has judged the end yet')
    assert.match(JSON.stringify(line.hours), /placement/)
    await assert.rejects(
      rowsOf('update internship_evaluations set overall = 1 where overall is not null'),
      /not changed/,
    )
  })
})

describe('an erasure', () => {
  const evaluations = async () =>
    (
      await rowsOf(
        `select round, party, name, email, strengths, overall from internship_evaluations
         where placement_id = $1 order by round desc, party`,
        [placementId],
      )
    ).rows
  const askAgain = async () => {
    assert.equal((await post(`${at}/evaluations`, { round: 'final' })).status, 303)
  }
  const isOver = async (link: string) =>
    !(await (await site.ask(`/en${link}`)).text()).includes('name="overall"')

  test('of a mentor is by an address that they have proved, and leaves the marks', async () => {
    const mentor = p.coordinatorRhone
    const asked = async () => {
      const held = await site.perform((work) => exportInternshipsOf(work, mentor))
      return held['evaluationsAsked'] as { round: string; email: string }[]
    }
    await rowsOf(
      `insert into person_emails (id, person_id, address, is_primary, added_at)
        values (gen_random_uuid(), $1, 'mentor@school.example', false, $2)`,
      [mentor, site.clock.now],
    )
    assert.deepEqual(await asked(), [], 'anybody may type another’s address')
    await rowsOf(
      "update person_emails set verified_at = added_at where address = 'mentor@school.example'",
    )
    assert.deepEqual(
      (await asked()).map(({ round }) => round),
      ['midterm', 'final'],
    )
    await askAgain()
    const link = await linkTo('mentor@school.example')
    assert.equal(await isOver(link), false)
    const { kept } = await site.perform((work) => eraseInternshipsOf(work, mentor))
    assert.equal(kept.length, 1)
    assert.deepEqual(await asked(), [])
    assert.equal(await isOver(link), true)
    assert.equal(await mailsTo('mentor@school.example'), 0)
    const left = (await evaluations()).filter(({ party }) => party === 'mentor')
    assert.deepEqual(left, [
      { round: 'midterm', party: 'mentor', name: '', email: '', strengths: '', overall: 2 },
    ])
    assert.match(await page(p.coordinatorAu), /Academic mentor/)
  })

  test('of a student ends what is asked about them, and takes out what others wrote of them', async () => {
    const counts = async () => {
      const kept = { readsMonths: 1, mailsMonths: 1 }
      const held = await site.perform((work) => internshipData.holds(work, p.studentPloy, kept))
      return Object.fromEntries(held.map(({ what, count }) => [what.key, count]))
    }
    const before = await counts()
    assert.equal(before['held.evaluations'], 5)
    assert.equal(before['held.agreements'], 1)
    assert(before['held.hours']! > 0)
    await askAgain()
    const link = await linkTo('tutor@studio.example')
    assert.equal(await isOver(link), false)
    await site.perform((work) => eraseInternshipsOf(work, p.studentPloy))
    assert.equal(await isOver(link), true)
    assert.equal(await mailsTo('tutor@studio.example'), 0, 'they bear the student’s name')
    const left = await evaluations()
    assert.deepEqual(
      left.map(({ round, strengths }) => [round, strengths]),
      [
        ['midterm', ''],
        ['midterm', ''],
        ['midterm', ''],
      ],
    )
    const { rows } = await rowsOf(
      `select d.settlement, a.draft from internship_disagreements d
        join internship_agreements a on a.placement_id = d.placement_id`,
    )
    assert.equal(rows[0]!['settlement'], '–')
    const draft = rows[0]!['draft'] as { parties: object; words: object }
    assert(Object.values(draft.parties).every((party) => party === null))
    assert(Object.values(draft.words).every((words) => words === ''))
    await rowsOf("update persons set state = 'erased' where id = $1", [p.studentPloy])
    await rowsOf('delete from internship_disagreements')
    await rowsOf('delete from internship_evaluations')
    site.clock.now = new Date('2027-02-01T03:00:00Z')
    await job()
    assert.equal((await evaluations()).length, 0, 'nobody is asked about somebody who is gone')
  })
})
