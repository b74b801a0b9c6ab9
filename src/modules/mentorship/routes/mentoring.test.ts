import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { lacksMentors, mentorsOf } from '../index.ts'
import { beginMentorship } from '../service/ends.ts'
import { addStudent, openEngagement } from '../service/engagements.ts'
import { proposeMentor } from '../service/proposals.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people, organisations, programmeYears } = cast
const { database } = site.house
const programme = { kind: 'alliance-programme-year', id: programmeYears.sinoThai2026 }

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

async function rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.execute(sql, values)).rows
}

const studentOf = async (personId: string) =>
  String((await rows('select id from mentees where person_id = $1', [personId]))[0]!['id'])

const stateOf = async (personId: string, kind: string) =>
  (
    await rows(
      'select state, answered_by_link from mentorships where person_id = $1 and kind = $2 order by id desc',
      [personId, kind],
    )
  )[0]

/** The links of the letters to an address, the newest first. */
async function linksTo(address: string): Promise<string[]> {
  const mails = await rows(
    'select content from mails where to_address = $1 order by created_at desc, id desc',
    [address],
  )
  return mails.flatMap((row) => JSON.stringify(row['content']).match(/\/act\/[\w-]+/g) ?? [])
}

test('a home says that its person has students or mentors, and leads to them', async () => {
  const [held] = await rows(
    `select mentor_id, person_id from mentorships where state in ('accepted', 'active') order by id limit 1`,
  )
  const main = async (personId: unknown) =>
    (await page('/en/', String(personId))).replace(/^.*<main/s, '')
  assert.match(await main(held!['mentor_id']), /href="\/en\/mentoring".*My students/s)
  assert.match(await main(held!['person_id']), /href="\/en\/mentoring".*My mentors/s)
  assert.doesNotMatch(await main(people.funder), /My students|My mentors/)
})

const students = '/en/mentoring/students'

/** The office proposes a mentor on a student's page. */
async function propose(
  personId: string,
  kind: string,
  mentor: string,
  more: Record<string, string> = {},
) {
  const own = `${students}/${await studentOf(personId)}`
  return post(own, `${own}/proposals`, { kind, mentor, ...more }, people.coordinatorAu)
}

describe('an office', () => {
  test('sees who lacks whom, and the counts and the spreadsheet say the same', async () => {
    const list = await page(students, people.coordinatorAu)
    assert.match(list, /Lacks both mentors/)
    const lacks = await page(`${students}?has=lacks-industry`, people.coordinatorAu)
    assert.doesNotMatch(lacks, /Pimchanok/)
    assert.match(lacks, /Thanawat/)
    const waits = await page(`${students}?has=waits`, people.coordinatorAu)
    assert.match(waits, /Thanawat/)
    assert.doesNotMatch(waits, /Kanyarat/)
    const cookie = await site.signInAs(people.coordinatorAu)
    const table = await site.ask(`${students}/table?has=complete`, { cookie })
    const parts = unzipSync(new Uint8Array(await table.arrayBuffer()))
    const text = Object.values(parts)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('')
    assert.match(text, /Pimchanok/)
    assert.doesNotMatch(text, /Kanyarat/)
  })

  test('of another school sees nobody of it, and no page of theirs', async () => {
    assert.doesNotMatch(await page(students, people.coordinatorPku), /Pimchanok/)
    await page(`${students}/${await studentOf(people.studentPloy)}`, people.coordinatorPku, 404)
  })

  test('is told why somebody cannot be proposed, and nothing is lost of what it typed', async () => {
    const wrong = await propose(people.studentKanyarat, 'industry', people.academicMentorAu, {
      message: 'A word',
    })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /is an academic mentor/)
    const early = await propose(people.studentKanyarat, 'industry', people.curator, {
      'answer-by': '2026-11-01',
      message: 'A word to keep',
    })
    assert.equal(early.status, 422)
    const shown = await early.text()
    assert.match(shown, /This day has passed/)
    assert.match(shown, /A word to keep/)
    const twice = await propose(people.studentThanawat, 'academic', people.evaluatorPku)
    assert.equal(twice.status, 409)
    assert.match(await twice.text(), /Somebody is asked for this place/)
  })

  test('is warned before it asks more of a mentor than they take, over all programmes', async () => {
    await database.execute('update mentor_profiles set capacity = 1 where person_id = $1', [
      people.industryMentor,
    ])
    const full = await propose(people.studentKanyarat, 'industry', people.industryMentor)
    assert.equal(full.status, 422)
    assert.match(await full.text(), /has 1 of 1 students/)
    const beyond = await propose(people.studentKanyarat, 'industry', people.industryMentor, {
      overload: 'yes',
    })
    assert.equal(beyond.status, 303)
    assert.match(
      await page('/en/mentoring/mentors?room=over', people.coordinatorAu),
      /Feng/,
      'the list of mentors warns too',
    )
    const [link] = await linksTo('gao.feng@perfect-world.example')
    assert.match(await (await site.ask(`/en${link}`)).text(), /You said that you take 1 student/)
  })

  test('proposes one mentor for several at once, and hears for whom not', async () => {
    const ids = await Promise.all(
      [people.studentPloy, people.studentThanawat].map((id) => studentOf(id)),
    )
    const sent = await post(
      students,
      `${students}/proposals`,
      { student: ids, mentor: people.curator, do: 'propose' },
      people.coordinatorAu,
    )
    assert.equal(sent.status, 422)
    const shown = await sent.text()
    assert.match(shown, /1 proposal is sent/)
    assert.match(shown, /Pimchanok[^<]*: Somebody holds this place/)
    assert.equal((await stateOf(people.studentThanawat, 'industry'))?.['state'], 'proposed')
  })
})

describe('a mentor', () => {
  test('answers from the letter without an account, once, and nothing is assigned before', async () => {
    assert.doesNotMatch(await page('/en/mentoring', people.studentThanawat), /Kannika/)
    const [link] = await linksTo('kannika@museum.example')
    const path = `/th${link}`
    const shown = await (await site.ask(path)).text()
    assert.match(shown, /ธนวัฒน์/)
    const untold = await site.send(path, path, { note: 'ขอคิดดูก่อน' })
    assert.equal(untold.status, 422)
    assert.match(await untold.text(), /ขอคิดดูก่อน/)
    const sent = await site.send(path, path, { answer: 'accept', note: '' })
    assert.equal(sent.status, 303)
    assert.match(await (await site.ask(path)).text(), /ท่านตอบรับแล้ว/)
    assert.deepEqual(await stateOf(people.studentThanawat, 'industry'), {
      state: 'active',
      answered_by_link: true,
    })
    assert.match(await page('/en/mentoring', people.studentThanawat), /Kannika/)
    const notices = await rows('select kind from notices where person_id = $1', [
      people.studentThanawat,
    ])
    assert.deepEqual(
      notices.map((row) => row['kind']),
      ['mentorship.mentor'],
    )
  })

  test('who may still decline is no name on the student’s page, unless the programme says so', async () => {
    const own = `${students}/${await studentOf(people.studentThanawat)}`
    assert.doesNotMatch(await page(own, people.studentThanawat), /Wipada/)
    const told = (tells: boolean) =>
      database.execute('update mentored_engagements set tells_proposals = $1', [tells])
    await told(true)
    assert.match(await page(own, people.studentThanawat), /Wipada[^<]* is asked/)
    assert.match(await page('/en/mentoring', people.studentThanawat), /Wipada[^<]* is asked/)
    await told(false)
  })

  test('declines without the student hearing of it, and is not asked again for them', async () => {
    const [asked] = await rows(
      "select id from mentorships where mentor_id = $1 and state = 'proposed' and person_id = $2",
      [people.academicMentorAu, people.studentThanawat],
    )
    const path = `/en/mentoring/proposals/${String(asked!['id'])}`
    const done = await post(
      path,
      path,
      { answer: 'decline', note: 'On leave in spring.' },
      people.academicMentorAu,
    )
    assert.equal(done.status, 303)
    assert.doesNotMatch(await page('/en/mentoring', people.studentThanawat), /Wipada/)
    const office = await page(
      `${students}/${await studentOf(people.studentThanawat)}`,
      people.coordinatorAu,
    )
    assert.match(office, /On leave in spring/)
    const own = await page(
      `${students}/${await studentOf(people.studentThanawat)}`,
      people.studentThanawat,
    )
    assert.doesNotMatch(own, /On leave in spring|Wipada/)
    const again = await propose(people.studentThanawat, 'academic', people.academicMentorAu)
    assert.equal(again.status, 422)
    await page(path, people.academicMentorAu, 404)
  })

  test('leaves half-way: the page closes to them, the office looks for a successor, who takes over on accepting', async () => {
    const student = await studentOf(people.studentPloy)
    const own = `${students}/${student}`
    const [held] = await rows(
      "select id from mentorships where person_id = $1 and kind = 'academic' and state = 'active'",
      [people.studentPloy],
    )
    const successor = await propose(people.studentPloy, 'academic', people.evaluatorPku, {
      successor: 'yes',
    })
    assert.equal(successor.status, 303)
    await page(own, people.academicMentorAu)
    const path = `/en/mentoring/mentorships/${String(held!['id'])}/leaving`
    const left = await post(own, path, {}, people.academicMentorAu)
    assert.equal(left.status, 303)
    await page(own, people.academicMentorAu, 404)
    const open = await rows(
      "select id from tasks where kind = 'mentorship.successor' and done_at is null",
    )
    assert.equal(open.length, 1)
    const [link] = await linksTo('chen.shuwen@pku.example')
    await site.send(`/zh-Hans${link}`, `/zh-Hans${link}`, { answer: 'accept' })
    assert.match(await page(own, people.evaluatorPku), /Pimchanok/)
    const after = await rows(
      "select id from tasks where kind = 'mentorship.successor' and done_at is null",
    )
    assert.equal(after.length, 0)
  })

  test('offers themselves where they act, and a student cannot', async () => {
    const form = '/en/mentoring/profile'
    const values = { kind: 'academic', languages: ['th', 'en'], fields: ['0214'], capacity: '๒' }
    const own = { ...values, organisation: organisations.au, about: 'Weaving, dyeing.' }
    const refused = await post(form, form, own, people.studentSun)
    assert.equal(refused.status, 422)
    const bad = await post(form, form, { ...own, capacity: '999' }, people.evaluatorAu)
    assert.match(await bad.text(), /whole number from 0 to 50[\s\S]*Weaving, dyeing/)
    const made = await post(form, form, own, people.evaluatorAu)
    assert.equal(made.status, 303)
    assert.match(await page('/en/mentoring', people.evaluatorAu), /0 of 2/)
  })
})

describe('an organisation', () => {
  test('offers somebody who is not known yet, without an account', async () => {
    const form = '/en/mentoring/mentors/new'
    const values = {
      organisation: organisations.pku,
      kind: 'academic',
      languages: ['zh'],
      capacity: '2',
      address: 'new.mentor@pku.example',
    }
    const nameless = await post(form, form, values, people.coordinatorPku)
    assert.match(await nameless.text(), /not known yet: write the name/)
    const made = await post(form, form, { ...values, name: '周文' }, people.coordinatorPku)
    assert.equal(made.status, 303)
    const twice = await post(form, form, { ...values, name: '周文' }, people.coordinatorPku)
    assert.equal(twice.status, 409)
    const elsewhere = await post(
      form,
      form,
      { ...values, address: 'x@au.example', name: 'X Y', organisation: organisations.au },
      people.coordinatorPku,
    )
    assert.equal(elsewhere.status, 422)
  })

  test('begins mentoring of its own and puts students in by number and address; the others are named', async () => {
    const form = '/en/mentoring/engagements/new'
    const opened = await post(
      form,
      form,
      { 'title.en': 'Craft circle', organisation: organisations.au, needs: ['academic'] },
      people.coordinatorAu,
    )
    const own = opened.headers.get('location')!
    const added = await post(
      own,
      `${own}/students`,
      { rows: '๖๖๑๑๐๔๒\tPimchanok\nKANYARAT@students.au.example\n9999999' },
      people.coordinatorAu,
    )
    assert.equal(added.status, 422)
    const shown = await added.text()
    assert.match(shown, /2 students are added/)
    assert.match(shown, />9999999<\/textarea>/)
  })
})

describe('other modules', () => {
  test('open an engagement once, name its mentor, and hear who lacks one', async () => {
    const id = '01980000-0055-7000-8000-000000000001'
    const opened = await site.perform(async (work) => {
      const input = {
        engagement: { kind: 'internship', id },
        organisationId: organisations.au,
        titles: { en: 'Internship at the museum' },
        needs: ['academic', 'industry'] as const,
        startsOn: '2027-01-04',
        endsOn: '2027-03-31',
        href: '/internships/1',
        node: 'test',
      }
      const one = await openEngagement(work, input)
      const two = await openEngagement(work, input)
      assert.deepEqual(one, two)
      if (isRefused(one)) return one
      return addStudent(work, {
        engagementId: one.engagementId,
        personId: people.studentKanyarat,
        organisationId: organisations.au,
        node: 'test',
      })
    })
    assert.ok(!isRefused(opened))
    const named = await site.perform((work) =>
      proposeMentor(work, {
        engagement: { kind: 'internship', id },
        studentId: people.studentKanyarat,
        kind: 'industry',
        mentorId: people.curator,
        answerBy: null,
        message: '',
        evenOverload: false,
        asSuccessor: false,
        node: 'test',
      }),
    )
    assert.ok(!isRefused(named))
    const lacking = await site.perform((work) => lacksMentors(work, 'internship', [id]))
    assert.deepEqual(
      lacking.map(({ lacks, asked }) => ({ lacks, asked })),
      [{ lacks: ['academic', 'industry'], asked: ['industry'] }],
    )
    const [link] = await linksTo('kannika@museum.example')
    await site.send(`/th${link}`, `/th${link}`, { answer: 'accept' })
    const { mentorshipId } = named as { mentorshipId: string }
    assert.equal(await site.perform((work) => beginMentorship(work, mentorshipId)), false)
    site.clock.now = new Date('2027-01-04T01:00:00Z')
    assert.equal(await site.perform((work) => beginMentorship(work, mentorshipId)), true)
    const told = await site.perform((work) => mentorsOf(work, 'internship', [id]))
    assert.deepEqual(
      told.get(id)?.map(({ kind, state }) => ({ kind, state })),
      [{ kind: 'industry', state: 'active' }],
    )
    site.clock.now = new Date('2026-11-22T09:00:00Z')
  })

  test('cost the same number of queries for one engagement and for many', async () => {
    const count = async (ids: string[]) => {
      // What earlier pages wrote down of their reading is not counted with it.
      await site.reads.flush()
      let queries = 0
      const stop = database.onQuery(() => (queries += 1))
      await site.perform((work) => mentorsOf(work, programme.kind, ids))
      stop()
      return queries
    }
    const other = '01980000-0055-7000-8000-000000000001'
    assert.equal(await count([programme.id]), await count([programme.id, other]))
  })
})

describe('a student who leaves', () => {
  test('has no mentors, and nobody need answer for them; put in again they are looked for anew', async () => {
    const id = await studentOf(people.studentKanyarat)
    const own = `${students}/${id}`
    const foreign = await post(students, `${own}/leaving`, {}, people.coordinatorPku)
    assert.equal(foreign.status, 404)
    const done = await post(own, `${own}/leaving`, {}, people.coordinatorAu)
    assert.equal(done.status, 303)
    const standing = await rows(
      "select state from mentorships where mentee_id = $1 and state in ('proposed', 'accepted', 'active')",
      [id],
    )
    assert.deepEqual(standing, [])
    const [engagement] = await rows('select engagement_id from mentees where id = $1', [id])
    const list = `${students}?engagement=${String(engagement!['engagement_id'])}`
    assert.doesNotMatch(await page(list, people.coordinatorAu), /Kanyarat/)
    assert.match(await page(own, people.coordinatorAu), /Left/)
    const path = `/en/mentoring/engagements/${String(engagement!['engagement_id'])}`
    const [number] = await rows('select student_number from enrolments where person_id = $1', [
      people.studentKanyarat,
    ])
    await post(
      path,
      `${path}/students`,
      { rows: String(number!['student_number']) },
      people.coordinatorAu,
    )
    assert.match(await page(list, people.coordinatorAu), /Kanyarat/)
  })
})

describe('an engagement that an office began itself', () => {
  test('is closed by it: nobody is asked any more, and what others began is closed there', async () => {
    const opened = await post(
      '/en/mentoring/engagements/new',
      '/en/mentoring/engagements/new',
      { 'title.en': 'Reading circle', organisation: organisations.au, needs: ['academic'] },
      people.coordinatorAu,
    )
    const own = new URL(opened.headers.get('location')!, 'http://x').pathname
    const [number] = await rows('select student_number from enrolments where person_id = $1', [
      people.studentKanyarat,
    ])
    const add = { rows: String(number!['student_number']) }
    await post(own, `${own}/students`, add, people.coordinatorAu)
    const id = own.split('/').at(-1)
    const [mentee] = await rows('select id from mentees where engagement_id = $1', [id])
    const student = `${students}/${String(mentee!['id'])}`
    const values = { kind: 'academic', mentor: people.evaluatorPku, overload: 'yes' }
    const asked = await post(student, `${student}/proposals`, values, people.coordinatorAu)
    assert.equal(asked.status, 303)
    const closed = await post(own, `${own}/closing`, {}, people.coordinatorAu)
    assert.equal(closed.status, 303)
    const after = await rows('select state from mentorships where mentee_id = $1', [mentee!['id']])
    assert.deepEqual(after, [{ state: 'withdrawn' }])
    const again = await post(own, `${own}/students`, add, people.coordinatorAu)
    assert.equal(again.status, 409)
    const [other] = await rows("select id from mentored_engagements where subject_kind <> 'own'")
    const foreign = `/en/mentoring/engagements/${String(other!['id'])}`
    const refused = await post(foreign, `${foreign}/closing`, {}, people.coordinatorAu)
    assert.equal(refused.status, 409)
  })
})
