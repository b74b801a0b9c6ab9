import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openRun } from '#modules/matching'
import { cast, testSite } from '../../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people } = cast

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

const post = async (
  form: string,
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
) => site.send(form, path, values, await site.signInAs(personId))

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

async function linkTo(address: string): Promise<string> {
  const [mail] = await rows(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  )
  return JSON.stringify(mail!['content']).match(/\/act\/[\w-]+/)![0]
}

const studentOf = async (personId: string) =>
  String((await rows('select id from mentees where person_id = $1', [personId]))[0]!['id'])

// As it was before the demonstration's own wishes.
for (const statement of [
  'update mentored_engagements set wishes_until = null',
  'delete from mentoring_wishes',
  'delete from mentor_wish_requests',
  "update mentees set wished_at = null, statement = '', languages = '{}'",
]) {
  await rows(statement)
}
const [kanyarat, thanawat, engagement] = await Promise.all([
  studentOf(people.studentKanyarat),
  studentOf(people.studentThanawat),
  rows('select id from mentored_engagements').then(([row]) => String(row!['id'])),
])
const office = `/en/mentoring/engagements/${engagement}`
const wishes = `/en/mentoring/students/${kanyarat}/wishes`

test('a student says wishes and vetoes while they are collected, and loses nothing of what was wrong', async () => {
  const said = {
    statement: 'I want to learn how archives describe cloth.',
    languages: ['th', 'en'],
    [`wish-${people.evaluatorPku}`]: '1',
    [`wish-${people.industryMentor}`]: 'never',
  }
  const early = await post(wishes, wishes, said, people.studentKanyarat)
  assert.equal(early.status, 409)
  assert.match(await early.text(), /archives describe cloth/)
  const opened = await post(
    office,
    `${office}/wishes`,
    { until: '', mentor: [people.curator] },
    people.coordinatorAu,
  )
  assert.equal(opened.status, 303)
  const wrong = await post(
    wishes,
    wishes,
    { ...said, [`wish-${people.curator}`]: '99' },
    people.studentKanyarat,
  )
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /archives describe cloth/)
  assert.equal((await post(wishes, wishes, said, people.studentKanyarat)).status, 303)
  assert.match(await page('/en/mentoring', people.studentKanyarat), /Change my wishes until/)
  await page(wishes, people.studentThanawat, 404)
  await page(wishes, people.coordinatorAu, 404)
})

test('a mentor says by link which students they would like, and reads no rank of theirs', async () => {
  const path = `/th${await linkTo('kannika@museum.example')}`
  const shown = await (await site.ask(path)).text()
  assert.match(shown, /archives describe cloth/)
  assert.doesNotMatch(shown, /Pimchanok|พิมพ์ชนก/, 'who has a mentor of this kind is not offered')
  const sent = await site.send(path, path, { [`wish-${kanyarat}`]: '1' })
  assert.equal(sent.status, 303)
  assert.match(await (await site.ask(path)).text(), /สำนักงานได้รับความประสงค์ของท่านแล้ว/)
  const list = await page(office, people.coordinatorAu)
  assert.match(list, /1 of 3 students have said their wishes, 1 of 1 mentors/)
})

test('what was said of somebody who is not on the form now stays when the form is saved again', async () => {
  const wishOf = (mentorId: string, saidBy: string) =>
    rows(
      'select place from mentoring_wishes where mentee_id = $1 and mentor_id = $2 and said_by = $3',
      [kanyarat, mentorId, saidBy],
    )
  const languages = ['th', 'en']
  const save = async (said: Record<string, string>) => {
    const values = { statement: 'Cloth.', languages, [`wish-${people.evaluatorPku}`]: '1', ...said }
    const saved = await post(wishes, wishes, values, people.studentKanyarat)
    assert.equal(saved.status, 303)
  }
  const pause = (at: Date | null) =>
    rows('update mentor_profiles set paused_at = $2 where person_id = $1', [
      people.industryMentor,
      at,
    ])
  await pause(site.clock.now)
  await save({})
  assert.deepEqual(await wishOf(people.industryMentor, 'student'), [{ place: null }])
  await pause(null)
  await save({ [`wish-${people.industryMentor}`]: '' })
  assert.deepEqual(await wishOf(people.industryMentor, 'student'), [], 'taken back on the form')
  await save({ [`wish-${people.industryMentor}`]: 'never' })
  const [request] = await rows('select id from mentor_wish_requests')
  const asked = `/en/mentoring/wishes/${String(request!['id'])}`
  await rows("update mentees set state = 'left', left_at = joined_at where id = $1", [kanyarat])
  const sent = await post(asked, asked, { [`wish-${thanawat}`]: '2' }, people.curator)
  assert.equal(sent.status, 303)
  assert.deepEqual(await wishOf(people.curator, 'mentor'), [{ place: 1 }])
  await rows("update mentees set state = 'open', left_at = null where id = $1", [kanyarat])
  await post(asked, asked, { [`wish-${thanawat}`]: '' }, people.curator)
})

test('a round proposes both mentors with reasons and a certificate, and asks nobody before it is sent', async () => {
  await page(`${office}/round`, people.coordinatorPku, 404)
  const made = await post(`${office}/round`, `${office}/round`, {}, people.coordinatorAu)
  assert.equal(made.status, 303)
  const shown = await page(`${office}/round`, people.coordinatorAu)
  assert.match(shown, /Wish 1 of the student/)
  assert.match(shown, /The mentor would like this student/)
  const before = await rows("select 1 from mentorships where way = 'round'")
  assert.deepEqual(before, [])
  const cookie = await site.signInAs(people.coordinatorAu)
  const file = await site.ask(`${office}/round/certificate`, { cookie })
  const opened = openRun(await file.json())
  assert.equal(opened?.verify().proved, true)
  assert.equal(opened.run.inputs.applicants.length, 2, 'who has both mentors is not in it')
  const [round] = await rows('select id from mentor_rounds')
  const places = [`${kanyarat}:academic`, `${kanyarat}:industry`, `${thanawat}:industry`]
  const values = { round: String(round!['id']), place: places, 'answer-by': '', message: '' }
  const sent = await post(
    `${office}/round`,
    `${office}/round/proposals`,
    values,
    people.coordinatorAu,
  )
  assert.equal(sent.status, 303)
  const asked = await rows(
    "select mentee_id, mentor_id, kind from mentorships where way = 'round' and state = 'proposed' order by mentee_id, kind",
  )
  assert.deepEqual(
    asked.filter((row) => row['mentee_id'] === kanyarat).map((row) => row['mentor_id']),
    [people.evaluatorPku, people.curator],
    'the first wish, and not whom she ruled out',
  )
  assert.equal(asked.length, 3)
  const twice = await post(
    `${office}/round`,
    `${office}/round/proposals`,
    values,
    people.coordinatorAu,
  )
  assert.equal(twice.status, 422)
  assert.equal((await rows("select 1 from mentorships where way = 'round'")).length, 3)
})

test('whoever declines is replaced by another round, and nobody else is moved', async () => {
  const path = `/zh-Hans${await linkTo('chen.shuwen@pku.example')}`
  await site.send(path, path, { answer: 'decline', note: '' })
  assert.match(await page(`${office}/round`, people.coordinatorAu), /Declined: match anew/)
  const standing = () =>
    rows("select id from mentorships where way = 'round' and state = 'proposed' order by id")
  const before = await standing()
  await post(`${office}/round`, `${office}/round`, {}, people.coordinatorAu)
  assert.deepEqual(await standing(), before)
  const [round] = await rows(
    'select id, certificate from mentor_rounds order by made_at desc, id desc limit 1',
  )
  const run = openRun(round!['certificate'])!.run
  assert.deepEqual(
    run.inputs.applicants.map(({ id }, at) => [id, run.result[at]]),
    [[kanyarat, people.academicMentorAu]],
  )
})

test('whom somebody ruled out since the round was made is not proposed, and nobody learns who did', async () => {
  const values = {
    statement: '',
    languages: ['th', 'en'],
    [`wish-${people.academicMentorAu}`]: 'never',
  }
  assert.equal((await post(wishes, wishes, values, people.studentKanyarat)).status, 303)
  const [round] = await rows('select id from mentor_rounds order by made_at desc, id desc limit 1')
  const sent = await post(
    `${office}/round`,
    `${office}/round/proposals`,
    { round: String(round!['id']), place: [`${kanyarat}:academic`], 'answer-by': '', message: '' },
    people.coordinatorAu,
  )
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /This pair can no longer be proposed/)
  const asked = await rows('select 1 from mentorships where mentee_id = $1 and mentor_id = $2', [
    kanyarat,
    people.academicMentorAu,
  ])
  assert.deepEqual(asked, [])
})
