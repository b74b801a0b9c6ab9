import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createActLink } from '#kernel/identity'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { dueForCheckIn, openCheckIns } from '../queries/check-ins.ts'
import { askHow, checkInLinkAction, closeOverdue } from '../service/check-ins.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people } = cast
const start = new Date(site.clock.now)

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

const tasks = (kind: string) =>
  rows(
    'select subject, assignee_person_id from tasks where kind = $1 and done_at is null and cancelled_at is null',
    [kind],
  )

async function linksTo(address: string): Promise<string[]> {
  const mails = await rows(
    'select content from mails where to_address = $1 order by created_at desc, id desc',
    [address],
  )
  return mails.flatMap((row) => JSON.stringify(row['content']).match(/\/act\/[\w-]+/g) ?? [])
}

const studentOf = async (personId: string) =>
  String((await rows('select id from mentees where person_id = $1', [personId]))[0]!['id'])

const ploy = await studentOf(people.studentPloy)
const ask = () => site.perform((work) => askHow(work, ploy, 'weft.example'))
const own = `/en/mentoring/students/${ploy}`
const [engagement] = await rows('select id from mentored_engagements')
const office = `/en/mentoring/engagements/${String(engagement!['id'])}`

test('an office says how often the three are asked, and they are asked once', async () => {
  const wrong = await post(office, `${office}/check-ins`, { weeks: '99' }, people.coordinatorAu)
  assert.equal(wrong.status, 422)
  await post(office, `${office}/check-ins`, { weeks: '' }, people.coordinatorAu)
  assert.deepEqual(await site.perform(dueForCheckIn), [])
  await post(office, `${office}/check-ins`, { weeks: '4' }, people.coordinatorAu)
  assert.deepEqual(await site.perform(dueForCheckIn), [ploy], 'who has no mentor yet is not asked')
  const until = (day: string | null) =>
    rows('update mentored_engagements set ends_on = $1 where id = $2', [day, engagement!['id']])
  await until('2026-11-22')
  site.clock.now = new Date('2026-11-22T18:30:00Z')
  assert.deepEqual(await site.perform(dueForCheckIn), [], 'in Bangkok the last day is over')
  await until(null)
  site.clock.now = new Date(start)
  assert.equal(await ask(), true)
  assert.equal(await ask(), false)
  assert.deepEqual(await site.perform(dueForCheckIn), [])
  assert.equal((await tasks('mentorship.check-in')).length, 3)
  assert.match(await page(own, people.studentPloy), /You are asked how it goes/)
})

test('who wants help, or has too much, is a task of the office, and only the office reads why', async () => {
  const [row] = await rows('select id from mentee_check_ins where closed_at is null')
  const path = `/en/mentoring/check-ins/${String(row!['id'])}`
  await page(path, people.coordinatorAu, 404)
  const untold = await post(path, path, { note: 'A secret word' }, people.studentPloy)
  assert.equal(untold.status, 422)
  assert.match(await untold.text(), /A secret word/)
  const said = await post(path, path, { how: 'help', note: 'A secret word' }, people.studentPloy)
  assert.equal(said.status, 303)
  assert.equal((await tasks('mentorship.care')).length, 1)
  assert.match(await page(own, people.coordinatorAu), /A secret word/)
  assert.doesNotMatch(await page(own, people.academicMentorAu), /A secret word/)
  const { token } = (await site.perform((work) =>
    createActLink(work, {
      action: checkInLinkAction,
      objectId: String(row!['id']),
      personId: people.industryMentor,
      expiresAt: new Date(site.clock.now.getTime() + 86_400_000),
      maxUses: 1,
    }),
  )) as { token: string }
  const link = `/zh-Hans/act/${token}`
  assert.match(await (await site.ask(link)).text(), /进展如何/)
  await site.send(link, link, { how: 'well', 'too-much': 'yes', note: '' })
  assert.match(await (await site.ask(link)).text(), /感谢您的回答/)
  assert.match(await page(own, people.coordinatorAu), /more students than I can look after/)
})

test('silence is noticed when the day is over', async () => {
  await site.house.database.execute(
    "update tasks set done_at = created_at, done_by = 'test' where kind = 'mentorship.care'",
  )
  site.clock.now = new Date(start.getTime() + 9 * 86_400_000)
  const [open] = await site.perform(openCheckIns)
  assert.equal(await site.perform((work) => closeOverdue(work, open!)), true)
  assert.equal(await site.perform((work) => closeOverdue(work, open!)), false)
  const [care] = await tasks('mentorship.care')
  assert.match(JSON.stringify(care!['subject']), /silence/)
  assert.deepEqual(await tasks('mentorship.check-in'), [])
  site.clock.now = new Date(start)
})

test('a mentor who leaves half-way hands over: goals and words go to the next, the student reads no word of it', async () => {
  const [held] = await rows(
    "select id from mentorships where person_id = $1 and kind = 'academic' and state = 'active'",
    [people.studentPloy],
  )
  const id = String(held!['id'])
  const path = `/en/mentoring/mentorships/${id}/leaving`
  await ask()
  await post(own, `${own}/goals`, { seen: '1', goals: 'Draw three patterns.' }, people.studentPloy)
  const meeting = { topic: 'Colours', minutes: '45', 'day-1': '2026-12-03', 'time-1': '14:00' }
  await post(own, `${own}/meetings`, meeting, people.studentPloy)
  const asked = async () =>
    (
      await rows(
        `select kind from tasks where assignee_person_id = $1 and kind like 'mentorship.%'
           and kind <> 'mentorship.answer' and done_at is null and cancelled_at is null order by kind`,
        [people.academicMentorAu],
      )
    ).map((row) => row['kind'])
  assert.deepEqual(await asked(), ['mentorship.check-in', 'mentorship.goals', 'mentorship.times'])
  const long = await post(
    own,
    path,
    { [`handover-${id}`]: 'x'.repeat(4001) },
    people.academicMentorAu,
  )
  assert.equal(long.status, 422)
  const left = await post(
    own,
    path,
    { [`handover-${id}`]: 'She draws better than she says.' },
    people.academicMentorAu,
  )
  assert.equal(left.status, 303)
  assert.deepEqual(await asked(), [], 'nothing is asked that leads to a page they cannot open')
  const seen = await page(own, people.coordinatorAu)
  assert.doesNotMatch(seen, new RegExp(`name="mentor"[^>]*value="${people.academicMentorAu}"`))
  assert.match(seen, new RegExp(`value="${people.evaluatorPku}"`))
  await post(
    own,
    `${own}/proposals`,
    { kind: 'academic', mentor: people.evaluatorPku },
    people.coordinatorAu,
  )
  await page(own, people.evaluatorPku, 404)
  const [link] = await linksTo('chen.shuwen@pku.example')
  await site.send(`/zh-Hans${link}`, `/zh-Hans${link}`, { answer: 'accept' })
  assert.match(await page(own, people.evaluatorPku), /She draws better than she says/)
  assert.doesNotMatch(await page(own, people.studentPloy), /She draws better/)
  const goals = await tasks('mentorship.goals')
  assert.deepEqual(
    goals.map((row) => String(row['assignee_person_id'])).toSorted(),
    [people.evaluatorPku, people.industryMentor].toSorted(),
  )
})

test('who came after the three were asked was not asked, and is not silent', async () => {
  const [row] = await rows('select id from mentee_check_ins where closed_at is null')
  const path = `/en/mentoring/check-ins/${String(row!['id'])}`
  await rows(
    "update mentorships set answered_at = answered_at + interval '1 hour' where mentor_id = $1",
    [people.evaluatorPku],
  )
  await post(path, path, { how: 'well', note: '' }, people.studentPloy)
  assert.match(await page(own, people.coordinatorAu), /Gao[^<]*: no answer/)
  await post(path, path, { how: 'well', note: '' }, people.industryMentor)
  assert.doesNotMatch(await page(own, people.coordinatorAu), /: no answer/)
  assert.deepEqual(await rows('select id from mentee_check_ins where closed_at is null'), [])
})

test('a mentor gives all places up at once, and is proposed to nobody any more', async () => {
  const done = await post('/en/mentoring', '/en/mentoring/leaving', {}, people.industryMentor)
  assert.equal(done.status, 303)
  const [profile] = await rows('select paused_at from mentor_profiles where person_id = $1', [
    people.industryMentor,
  ])
  assert.notEqual(profile!['paused_at'], null)
  assert.equal((await tasks('mentorship.successor')).length, 1)
})

test('mentors who have not answered are asked again, once a day, and the new link stands for the old', async () => {
  const thanawat = await studentOf(people.studentThanawat)
  const remind = () =>
    post(
      '/en/mentoring/students',
      '/en/mentoring/students/proposals',
      { student: [thanawat], do: 'remind' },
      people.coordinatorAu,
    )
  const isReached = (reached: boolean) =>
    rows('update person_emails set is_primary = $2 where address = $1', [
      'wipada@au.example',
      reached,
    ])
  const live = await rows('select id from single_act_links where revoked_at is null order by id')
  await isReached(false)
  await remind()
  assert.deepEqual(
    await rows('select id from single_act_links where revoked_at is null order by id'),
    live,
    'whom no letter reaches keeps the link of the first',
  )
  await isReached(true)
  assert.equal((await remind()).status, 303)
  assert.equal((await remind()).status, 303)
  const [latest, earlier, ...more] = (await linksTo('wipada@au.example')).slice(0, 2)
  assert.ok(latest && earlier && more.length === 0)
  assert.match(await (await site.ask(`/en${latest}`)).text(), /Thanawat/)
  assert.doesNotMatch(await (await site.ask(`/en${earlier}`)).text(), /Thanawat/)
  const times = await rows('select 1 from mentorships where reminded_at is not null')
  assert.equal(times.length, 1)
})

test('mentorships are steps of the student’s journey, and of nobody else’s', async () => {
  const story = await page('/en/journey', people.studentPloy)
  assert.match(story, /Academic mentoring/)
  assert.match(story, /Industry mentoring/)
  assert.doesNotMatch(await page('/en/journey', people.studentThanawat), /Academic mentoring/)
})
