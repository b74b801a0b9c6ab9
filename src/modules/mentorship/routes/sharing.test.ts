import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people } = cast
const { database } = site.house

async function rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.execute(sql, values)).rows
}

const [ploy] = await rows('select id from mentees where person_id = $1', [people.studentPloy])
const menteeId = String(ploy!['id'])
const own = `/en/mentoring/students/${menteeId}`

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function post(
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
) {
  return site.send(own, path, values, await site.signInAs(personId))
}

const openTasks = async (kind: string) =>
  (
    await rows(
      'select assignee_person_id from tasks where kind = $1 and done_at is null and cancelled_at is null',
      [kind],
    )
  ).map((row) => row['assignee_person_id'])

describe('the page of a student', () => {
  test('is one for the student and both mentors; the office reads it, and others find nothing', async () => {
    for (const personId of [people.studentPloy, people.academicMentorAu, people.industryMentor]) {
      const shown = await page(own, personId)
      assert.match(shown, /แปลงลายผ้าทอสามลาย/)
      assert.match(shown, /Add the note/)
    }
    const office = await page(own, people.coordinatorAu)
    assert.match(office, /แปลงลายผ้าทอสามลาย/)
    assert.doesNotMatch(office, /Add the note/)
    await page(own, people.studentThanawat, 404)
    await page(own, people.evaluatorPku, 404)
  })

  test('asks each to agree to each version of the goals, and loses nothing that two write at once', async () => {
    const changed = await post(
      `${own}/goals`,
      { seen: '1', goals: 'Draw three patterns.' },
      people.industryMentor,
    )
    assert.equal(changed.status, 303)
    assert.deepEqual(
      (await openTasks('mentorship.goals')).toSorted(),
      [people.studentPloy, people.academicMentorAu].toSorted(),
    )
    const late = await post(
      `${own}/goals`,
      { seen: '1', goals: 'Draw four patterns.' },
      people.studentPloy,
    )
    assert.equal(late.status, 409)
    assert.match(await late.text(), /Somebody changed the goals meanwhile[\s\S]*Draw four patterns/)
    const old = await post(`${own}/goals/agreement`, { seen: '1' }, people.studentPloy)
    assert.equal(old.status, 409)
    for (const personId of [people.studentPloy, people.academicMentorAu]) {
      const agreed = await post(`${own}/goals/agreement`, { seen: '2' }, personId)
      assert.equal(agreed.status, 303)
    }
    assert.deepEqual(await openTasks('mentorship.goals'), [])
    const [entry] = await rows(
      "select data from chronicle_entries where type = 'mentorship.goals-agreed' order by id desc limit 1",
    )
    assert.equal((entry!['data'] as { all: boolean }).all, true)
  })

  test('finds a time across time zones, and gives it as a file for calendars', async () => {
    const refused = await post(
      `${own}/meetings`,
      { topic: 'Colours', minutes: '45', 'day-1': '2026-12-03', 'time-1': 'noon' },
      people.studentPloy,
    )
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="Colours"/)
    const past = await post(
      `${own}/meetings`,
      { topic: 'Colours', minutes: '45', 'day-1': '2026-11-01', 'time-1': '10:00' },
      people.studentPloy,
    )
    assert.match(await past.text(), /This time has passed/)
    const sent = await post(
      `${own}/meetings`,
      {
        topic: 'Colours',
        minutes: '45',
        'day-1': '2026-12-03',
        'time-1': '23:30',
        'day-2': '2026-12-04',
        'time-2': '14:00',
      },
      people.studentPloy,
    )
    assert.equal(sent.status, 303)
    const [meeting] = await rows("select id from mentee_meetings where topic = 'Colours'")
    const path = `/en/mentoring/meetings/${String(meeting!['id'])}`
    const times = await rows(
      'select id, starts_at from mentee_meeting_times where meeting_id = $1 order by starts_at',
      [meeting!['id']],
    )
    assert.equal((times[1]!['starts_at'] as Date).toISOString(), '2026-12-04T07:00:00.000Z')
    const shown = await page(own, people.industryMentor)
    assert.match(shown, /15:00/, 'two in Bangkok is three in Beijing')
    assert.match(shown, /Pimchanok[^<]*: 14:00|Pimchanok[^<]*\): 14:00/)
    const answered = await post(
      `${path}/times`,
      { time: String(times[1]!['id']) },
      people.industryMentor,
    )
    assert.equal(answered.status, 303)
    assert.match(await page(own, people.studentPloy), /Gao[^<]*: suits/)
    const foreign = await site.send(
      '/en/mentoring',
      `${path}/fixing`,
      { time: String(times[1]!['id']) },
      await site.signInAs(people.coordinatorAu),
    )
    assert.equal(foreign.status, 404)
    const fixed = await post(
      `${path}/fixing`,
      { time: String(times[1]!['id']) },
      people.academicMentorAu,
    )
    assert.equal(fixed.status, 303)
    const told = await rows(
      "select message from notices where kind = 'mentorship.shared' and person_id = $1 order by created_at desc, id desc limit 1",
      [people.industryMentor],
    )
    assert.match(JSON.stringify(told[0]!['message']), /15:00/)
    const cookie = await site.signInAs(people.studentPloy)
    const file = await site.ask(`${own}/calendar`, { cookie })
    assert.match(file.headers.get('content-type') ?? '', /text\/calendar/)
    assert.match(await file.text(), /DTSTART:20261204T070000Z/)
  })

  test('tells a calendar what was cancelled, and counts the change', async () => {
    const sent = await post(
      `${own}/meetings`,
      { topic: 'Patterns', minutes: '30', 'day-1': '2026-12-05', 'time-1': '10:00' },
      people.studentPloy,
    )
    assert.equal(sent.status, 303)
    const [meeting] = await rows("select id from mentee_meetings where topic = 'Patterns'")
    const [time] = await rows('select id from mentee_meeting_times where meeting_id = $1', [
      meeting!['id'],
    ])
    const path = `/en/mentoring/meetings/${String(meeting!['id'])}`
    await post(`${path}/fixing`, { time: String(time!['id']) }, people.studentPloy)
    await post(`${path}/cancellation`, {}, people.studentPloy)
    const cookie = await site.signInAs(people.studentPloy)
    const text = await (await site.ask(`${own}/calendar`, { cookie })).text()
    const event = text.split('BEGIN:VEVENT').find((each) => each.includes('Patterns'))
    assert.match(event ?? '', /SEQUENCE:2\r\nSTATUS:CANCELLED/)
  })

  test('counts a meeting as held with its note, for the record of both mentors', async () => {
    const [meeting] = await rows("select id from mentee_meetings where topic = 'Colours'")
    const early = await post(
      `${own}/notes`,
      { meeting: String(meeting!['id']), note: 'Before it began.' },
      people.studentPloy,
    )
    assert.equal(early.status, 303)
    site.clock.now = new Date('2026-12-04T09:00:00Z')
    await post(
      `${own}/notes`,
      { meeting: String(meeting!['id']), note: 'Indigo first.' },
      people.studentPloy,
    )
    const [held] = await rows('select state from mentee_meetings where id = $1', [meeting!['id']])
    assert.equal(held!['state'], 'held')
    assert.match(await page('/en/mentoring', people.industryMentor), /1\.8 hours of meetings/)
    site.clock.now = new Date('2026-11-22T09:00:00Z')
  })
})
