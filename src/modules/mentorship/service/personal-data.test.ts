import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { profileOf } from '../queries/profiles.ts'
import { mergePersonMentorship } from './merging.ts'
import { erasePersonMentorship, exportPersonMentorship, mentorshipData } from './personal-data.ts'
import { proposeMentor } from './proposals.ts'

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
