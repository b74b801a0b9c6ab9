import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql, type SqlBool } from 'kysely'
import { isRefused, refuse, type Work } from '#kernel/database'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { m } from '../messages/index.ts'
import { profileOf } from '../queries/profiles.ts'
import { minutesOf } from '../queries/sharing.ts'
import { askHow } from './check-ins.ts'
import { closeEngagement } from './engagements.ts'
import { mergePersonMentorship } from './merging.ts'
import { erasePersonMentorship, exportPersonMentorship, mentorshipData } from './personal-data.ts'
import { proposeMentor } from './proposals.ts'
import { askForWishes } from './wishes.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people, programmeYears } = cast

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

/** The open tasks of a kind, whoever they wait for. */
const tasks = (kind: string) =>
  rows(
    'select object_id from tasks where kind = $1 and done_at is null and cancelled_at is null order by object_id',
    [kind],
  )

const propose = (studentId: string, kind: 'academic' | 'industry', mentorId: string) =>
  site.perform((work) =>
    proposeMentor(work, {
      engagement: { kind: 'alliance-programme-year', id: programmeYears.sinoThai2026 },
      studentId,
      kind,
      mentorId,
      answerBy: null,
      message: '',
      evenOverload: false,
      asSuccessor: false,
      node: 'weft.example',
    }),
  )

/** Does something, looks at what came of it, and takes it back. */
async function tried<T>(verb: (work: Work) => Promise<unknown>, seen: (work: Work) => Promise<T>) {
  let found: T | undefined
  await site.perform(async (work) => {
    await verb(work)
    found = await seen(work)
    return refuse(409, m('refusal.no-student'))
  })
  return found!
}

/** The kinds of what waits for somebody, or that a link of theirs still does. */
const waits = (work: Work, objects: readonly string[]) =>
  work.read
    .selectFrom('tasks')
    .select('kind')
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where(sql<SqlBool>`object_id = any(${objects}::text[])`)
    .orderBy('kind')
    .execute()
    .then((found) => found.map(({ kind }) => kind))

const liveLinks = (work: Work, objects: readonly string[]) =>
  work.read
    .selectFrom('single_act_links')
    .select('object_id')
    .where('revoked_at', 'is', null)
    .where(sql<SqlBool>`object_id = any(${objects}::text[])`)
    .execute()
    .then((found) => found.map(({ object_id: id }) => id))

const menteeOf = async (personId: string) =>
  String((await rows('select id from mentees where person_id = $1', [personId]))[0]!['id'])
const ploy = await menteeOf(people.studentPloy)
const thanawat = await menteeOf(people.studentThanawat)
const [{ id: engagement }] = (await rows('select id from mentored_engagements')) as [{ id: string }]

const wish = (
  work: Work,
  menteeId: string,
  mentorId: string,
  saidBy: string,
  place: number | null,
) =>
  work.writeUnchronicled((tx) =>
    sql`insert into mentoring_wishes (mentee_id, mentor_id, said_by, place, said_at)
      values (${menteeId}, ${mentorId}, ${saidBy}, ${place}, ${work.now})`.execute(tx),
  )

const wishesOn = (work: Work, menteeId: string) =>
  work.read
    .selectFrom('mentoring_wishes')
    .select(['mentor_id', 'said_by', 'place'])
    .where('mentee_id', '=', menteeId)
    .orderBy('said_by')
    .execute()

const request = (work: Work, mentorIds: readonly string[]) =>
  askForWishes(work, {
    engagementId: engagement,
    until: '2026-12-10',
    mentorIds,
    node: 'weft.example',
  })

const requestsOf = (work: Work) =>
  work.read.selectFrom('mentor_wish_requests').select(['id', 'mentor_id']).execute()

test('an engagement that is closed asks no mentor for wishes any more', async () => {
  const [asked] = await rows('select id from mentor_wish_requests')
  const ids = [String(asked!['id'])]
  const seen = await tried(
    async (work) => {
      assert.deepEqual(await waits(work, ids), ['mentorship.wishes'])
      assert.deepEqual(await liveLinks(work, ids), ids)
      const key = { kind: 'alliance-programme-year', id: programmeYears.sinoThai2026 }
      assert.equal(await closeEngagement(work, key), true)
    },
    async (work) => [await waits(work, ids), await liveLinks(work, ids)],
  )
  assert.deepEqual(seen, [[], []])
})

test('of two mentors who are one, one is asked for wishes, and what each side said of them stays', async () => {
  const { evaluatorPku: from, academicMentorAu: into } = people
  let goes: string[] = []
  const seen = await tried(
    async (work) => {
      await request(work, [from, into])
      goes = (await requestsOf(work)).filter((each) => each.mentor_id === from).map(({ id }) => id)
      assert.deepEqual(await waits(work, goes), ['mentorship.wishes'])
      await wish(work, thanawat, into, 'student', 1)
      await wish(work, thanawat, from, 'mentor', null)
      await mergePersonMentorship(work, from, into)
    },
    async (work) => ({
      tasks: await waits(work, goes),
      links: await liveLinks(work, goes),
      wishes: await wishesOn(work, thanawat),
    }),
  )
  assert.equal(goes.length, 1)
  assert.deepEqual(seen, {
    tasks: [],
    links: [],
    wishes: [
      { mentor_id: into, said_by: 'mentor', place: null },
      { mentor_id: into, said_by: 'student', place: 1 },
    ],
  })
})

test('of two records of one student nothing is asked under the one that goes, and its wishes stay', async () => {
  const { curator, academicMentorAu: mentor } = people
  let open: string[] = []
  const seen = await tried(
    async (work) => {
      assert.equal(await askHow(work, ploy, 'weft.example'), true)
      const checkIns = await work.read.selectFrom('mentee_check_ins').select('id').execute()
      open = checkIns.map(({ id }) => id)
      assert.equal((await waits(work, open)).length, 3)
      await work.writeUnchronicled((tx) =>
        tx
          .updateTable('mentees')
          .set({ statement: 'Cloth.', languages: ['th'], wished_at: work.now })
          .where('id', '=', ploy)
          .execute(),
      )
      await wish(work, ploy, curator, 'student', 2)
      await wish(work, ploy, mentor, 'mentor', null)
      await wish(work, thanawat, mentor, 'mentor', 3)
      await mergePersonMentorship(work, people.studentPloy, people.studentThanawat)
    },
    async (work) => ({
      asked: await waits(work, open),
      wishes: await wishesOn(work, thanawat),
      words: await work.read
        .selectFrom('mentees')
        .select(['statement', 'languages'])
        .where('id', '=', thanawat)
        .executeTakeFirst(),
    }),
  )
  assert.deepEqual(seen, {
    asked: [],
    wishes: [
      { mentor_id: mentor, said_by: 'mentor', place: 3 },
      { mentor_id: curator, said_by: 'student', place: 2 },
    ],
    words: { statement: 'Cloth.', languages: ['th'] },
  })
})

test('nobody meets, or answers for, a student who is erased or a mentor who is', async () => {
  const { studentPloy, academicMentorAu, industryMentor } = people
  const waitingFor = async (work: Work, erased: string, whose: readonly string[]) => {
    const objects = [
      ploy,
      ...(await work.read.selectFrom('mentee_meetings').select('id').execute()).map(({ id }) => id),
      ...(await work.read.selectFrom('mentee_check_ins').select('id').execute()).map(
        ({ id }) => id,
      ),
    ]
    await erasePersonMentorship(work, erased)
    const found = await work.read
      .selectFrom('tasks')
      .select('kind')
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where(sql<SqlBool>`object_id = any(${objects}::text[])`)
      .where('assignee_person_id', 'in', whose)
      .execute()
    return found.map(({ kind }) => kind)
  }
  await site.house.database.execute(
    "insert into mentee_meetings (id, origin, mentee_id, topic, minutes, proposed_by, proposed_at) values (gen_random_uuid(), 'weft.example', $1, 'Colours', 45, $2, $3)",
    [ploy, industryMentor, site.clock.now],
  )
  const ask = async (work: Work) => {
    await askHow(work, ploy, 'weft.example')
  }
  assert.deepEqual(
    await tried(ask, (work) => waitingFor(work, academicMentorAu, [academicMentorAu])),
    [],
  )
  assert.deepEqual(
    await tried(ask, (work) => waitingFor(work, studentPloy, [academicMentorAu, industryMentor])),
    [],
  )
  const proposed = await tried(
    (work) => erasePersonMentorship(work, studentPloy),
    (work) =>
      work.read
        .selectFrom('mentee_meetings')
        .select('id')
        .where('state', '=', 'proposed')
        .execute(),
  )
  assert.deepEqual(proposed, [])
})

test('a mentor finds their word to whoever comes after, and what they were asked, in their export; the student does not', async () => {
  await site.house.database.execute(
    "update mentorships set handover = 'She draws better than she says.' where person_id = $1 and mentor_id = $2",
    [people.studentPloy, people.academicMentorAu],
  )
  const exported = async (personId: string) =>
    JSON.stringify(await site.perform((work) => exportPersonMentorship(work, personId)))
  assert.match(await exported(people.academicMentorAu), /She draws better than she says/)
  assert.doesNotMatch(await exported(people.studentPloy), /She draws better/)
  assert.match(await exported(people.curator), /"askedForWishes":\[\{"titles"/)
})

test('a meeting on the day after a mentor ended, where the school is, is not in their record', async () => {
  const minutes = await tried(
    async (work) => {
      await work.writeUnchronicled(async (tx) => {
        await sql`update mentorships set state = 'ended', ended_on = '2026-11-20', end_reason = 'other'
          where mentor_id = ${people.industryMentor} and mentee_id = ${ploy}`.execute(tx)
        await sql`update mentee_meetings set state = 'held', minutes = 45, starts_at = '2026-11-20T23:30:00Z'
          where mentee_id = ${ploy}`.execute(tx)
      })
    },
    (work) => minutesOf(work, people.industryMentor),
  )
  assert.equal(minutes, 0)
})

test('two who ask at once for the last room of a mentor do not both get it', async () => {
  await site.house.database.execute(
    'update mentor_profiles set capacity = 1 where person_id = $1',
    [people.curator],
  )
  const done = await Promise.all(
    [people.studentKanyarat, people.studentThanawat].map((id) =>
      propose(id, 'industry', people.curator),
    ),
  )
  assert.equal(done.filter(isRefused).length, 1)
})

test('who mentors, or is mentored, is told what stands against an erasure', async () => {
  const hinders = (id: string) => site.perform((work) => mentorshipData.hinders!(work, id))
  assert.equal((await hinders(people.academicMentorAu)).length, 1)
  assert.equal((await hinders(people.studentPloy)).length, 1)
  assert.deepEqual(await hinders(people.studentKanyarat), [])
  assert.deepEqual(await hinders(people.evaluatorPku), [])
})

test('a student gets no proposal in the export that no mentor has accepted', async () => {
  const data = await site.perform((work) => exportPersonMentorship(work, people.studentThanawat))
  assert.deepEqual(data['mentorships'], [])
})

test('two who mentor and are mentored become one, and nobody is asked for what is gone', async () => {
  const asked = await propose(people.studentKanyarat, 'academic', people.evaluatorPku)
  assert.ok(!isRefused(asked))
  assert.equal((await tasks('mentorship.answer')).length, 3)
  await site.perform((work) =>
    mergePersonMentorship(work, people.studentKanyarat, people.studentThanawat),
  )
  assert.equal((await tasks('mentorship.answer')).length, 2, 'one place, one who is asked')
  const links = await rows(
    'select 1 from single_act_links where object_id = $1 and revoked_at is null',
    [asked.mentorshipId],
  )
  assert.deepEqual(links, [])
  await site.perform((work) =>
    mergePersonMentorship(work, people.evaluatorPku, people.academicMentorAu),
  )
  const profile = await site.perform((work) => profileOf(work, people.academicMentorAu))
  assert.equal(profile?.capacity, 4, 'of two profiles the one of who stays')
  assert.equal(await site.perform((work) => profileOf(work, people.evaluatorPku)), null)
})

test('an erasure ends what stands, and the office is asked to find a successor', async () => {
  await site.perform((work) => erasePersonMentorship(work, people.academicMentorAu))
  assert.equal((await tasks('mentorship.answer')).length, 1)
  assert.equal((await tasks('mentorship.successor')).length, 2)
  const left = await rows(
    "select state, end_reason from mentorships where person_id = $1 and kind = 'academic'",
    [people.studentPloy],
  )
  assert.deepEqual(left, [{ state: 'ended', end_reason: 'mentor-left' }])
  await site.perform((work) => erasePersonMentorship(work, people.studentPloy))
  const own = await rows('select state from mentees where person_id = $1', [people.studentPloy])
  assert.deepEqual(own, [{ state: 'left' }])
  const standing = await rows(
    "select 1 from mentorships where person_id = $1 and state in ('proposed', 'accepted', 'active')",
    [people.studentPloy],
  )
  assert.deepEqual(standing, [])
})
