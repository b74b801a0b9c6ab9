import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { belongingsOf } from '../queries/reviews.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const { database } = site.house
const base = `/en/calls/${seededCalls.reviewed}`
const reviewers = `${base}/reviewers`

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function post(
  form: string,
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
) {
  return site.send(form, path, values, await site.signInAs(personId))
}

async function rows(sql: string, values: unknown[] = []) {
  return (await database.execute(sql, values)).rows
}

describe('reviewers of a call', () => {
  test('of the same institution read nothing without a waiver, and its reason is recorded', async () => {
    const before = await post(reviewers, `${reviewers}/assignment`, {}, people.coordinatorAu)
    assert.equal(before.status, 303)
    assert.match(before.headers.get('set-cookie') ?? '', /./)
    const [none] = await rows('select count(*) as count from call_reviews where call_id = $1', [
      seededCalls.reviewed,
    ])
    assert.equal(String(none!['count']), '0')
    const bare = await post(reviewers, `${reviewers}/waiver`, { waiver: '' }, people.coordinatorAu)
    assert.equal(bare.status, 422)
    const given = await post(
      reviewers,
      `${reviewers}/waiver`,
      { waiver: 'An internal selection: everybody is of this institution.' },
      people.coordinatorAu,
    )
    assert.equal(given.status, 303)
    const [waiver] = await rows('select waived_by from call_waivers where call_id = $1', [
      seededCalls.reviewed,
    ])
    assert.equal(waiver!['waived_by'], people.coordinatorAu)
  })

  test('are assigned within their load, once each, and never in their own unit', async () => {
    const done = await post(reviewers, `${reviewers}/assignment`, {}, people.coordinatorAu)
    assert.equal(done.status, 303)
    const made = await rows(
      `select r.reviewer_id, count(*) as count from call_reviews r where r.call_id = $1 group by 1`,
      [seededCalls.reviewed],
    )
    assert.ok(made.length > 0)
    const own = await rows(
      `select r.id from call_reviews r
       join call_applications a on a.id = r.application_id
       join enrolments e on e.person_id = a.person_id
       join degree_programmes d on d.id = e.degree_programme_id
       join appointments x on x.person_id = r.reviewer_id and x.unit_id = d.unit_id
       where r.call_id = $1`,
      [seededCalls.reviewed],
    )
    assert.deepEqual(own, [])
    const again = await post(reviewers, `${reviewers}/assignment`, {}, people.coordinatorAu)
    assert.equal(again.status, 303)
    const [after] = await rows(
      'select count(*) as count, count(distinct (application_id, reviewer_id)) as pairs from call_reviews where call_id = $1',
      [seededCalls.reviewed],
    )
    assert.equal(String(after!['count']), String(after!['pairs']), 'nobody reads one twice')
    const tasks = await rows("select count(*) as count from tasks where kind = 'calls.review'")
    assert.equal(Number(tasks[0]!['count']), made.length)
  })

  test('belong where they work on the day of the institution, which may be tomorrow in UTC', async () => {
    const { evaluatorAu } = people
    const [start] = await rows(
      "insert into appointments select (jsonb_populate_record(a, jsonb_build_object('id', $1::text, 'organisation_id', $2::text, 'unit_id', null, 'starts_on', '2026-11-23', 'ends_on', null))).* from appointments a where a.person_id = $3 limit 1 returning id",
      [randomUUIDv7(), cast.organisations.pku, evaluatorAu],
    )
    const belongings = await site.perform((work) => belongingsOf(work, [evaluatorAu], '2026-11-23'))
    assert.ok(belongings.get(evaluatorAu)!.organisationIds.includes(cast.organisations.pku))
    await rows('delete from appointments where id = $1', [start!['id']])
  })

  test('learn nothing of whose it is where the call is blind, and others read nothing', async () => {
    const [mine] = await rows(
      `select r.id, r.reviewer_id, a.person_id from call_reviews r
       join call_applications a on a.id = r.application_id where r.call_id = $1 order by a.number limit 1`,
      [seededCalls.reviewed],
    )
    const reviewer = String(mine!['reviewer_id'])
    const shown = await page(`/en/reviews/${mine!['id']}`, reviewer)
    const list = await page('/en/reviews', reviewer)
    const names = await rows('select name from persons where id = $1', [mine!['person_id']])
    const { native, romanised } = names[0]!['name'] as { native: string; romanised: string }
    for (const text of [shown, list]) {
      assert.ok(!text.includes(romanised) && !text.includes(native), 'no name')
      assert.ok(!text.includes(String(mine!['person_id'])), 'no id of the person')
    }
    await site.reads.flush()
    const reads = await rows('select person_ids from personal_reads where reader_id = $1', [
      reviewer,
    ])
    assert.ok(
      reads.some((row) => (row['person_ids'] as string[]).includes(String(mine!['person_id']))),
      'the applicant learns that their application was read',
    )
    await page(`/en/reviews/${mine!['id']}`, people.coordinatorPku, 404)
    await page(`/en/reviews/${mine!['id']}`, people.studentPloy, 404)
  })

  test('give points within the criteria, and hand back what they must not judge', async () => {
    const waiting = await rows(
      "select id, reviewer_id from call_reviews where call_id = $1 and state = 'open' order by id",
      [seededCalls.reviewed],
    )
    const [first, second] = waiting
    const path = `/en/reviews/${first!['id']}`
    const reviewer = String(first!['reviewer_id'])
    const wrong = await post(
      path,
      path,
      { 'points.c1': '6', 'points.c2': '', remark: 'So.' },
      reviewer,
    )
    assert.equal(wrong.status, 422)
    const text = await wrong.text()
    assert.match(text, /0 to 5/)
    assert.match(text, />So\.</, 'the remark is still there')
    const given = await post(
      path,
      path,
      { 'points.c1': '5', 'points.c2': '8', remark: 'So.' },
      reviewer,
    )
    assert.equal(given.status, 303)
    const other = `/en/reviews/${second!['id']}`
    const by = String(second!['reviewer_id'])
    const silent = await post(other, `${other}/decline`, {}, by)
    assert.equal(silent.status, 422)
    const declined = await post(other, `${other}/decline`, { conflict: 'mentor' }, by)
    assert.equal(declined.status, 303)
    await page(other, by, 404)
    const list = await page(`${base}/applications`, people.coordinatorAu)
    assert.match(list, /every reviewer needs 5 reviews/)
    const refused = await post(
      reviewers,
      `${reviewers}/assignment`,
      { by: 'hand', number: '1', assignee: people.studentPloy },
      people.coordinatorAu,
    )
    assert.equal(refused.status, 422)
  })

  test('are not asked any more for an application that was withdrawn', async () => {
    const [waiting] = await rows(
      `select a.id, a.person_id from call_reviews r join call_applications a on a.id = r.application_id
       where r.call_id = $1 and r.state = 'open' limit 1`,
      [seededCalls.reviewed],
    )
    const own = `/en/applications/${waiting!['id']}`
    const done = await post(own, `${own}/withdrawal`, {}, String(waiting!['person_id']))
    assert.equal(done.status, 303)
    const [left] = await rows(
      "select count(*) as count from call_reviews where application_id = $1 and state = 'open'",
      [waiting!['id']],
    )
    assert.equal(String(left!['count']), '0')
  })
})
