import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTask } from '#kernel/tasks'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { m } from '../messages/index.ts'
import { seededCalls } from '../seed/calls.ts'
import { appealTask } from './ending-appeals.ts'
import { mergePersonCalls } from './merging.ts'
import { callsData, erasePersonCalls, exportPersonCalls } from './personal-data.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people, organisations } = cast
const kept = { readsMonths: 12, mailsMonths: 12 }

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

test('a referee with an account gets what they wrote by their address, and an erasure takes them out', async () => {
  const referee = people.funder
  const exported = () => site.perform((work) => exportPersonCalls(work, referee))
  await rows('update person_emails set address = $2, verified_at = null where person_id = $1', [
    referee,
    'wipada.s@craft-institute.example',
  ])
  assert.deepEqual((await exported())['referencesAsked'], [], 'an address that nobody has proved')
  await rows('update person_emails set verified_at = $2 where person_id = $1', [
    referee,
    site.clock.now,
  ])
  const [asked] = (await exported())['referencesAsked'] as Record<string, unknown>[]
  assert.equal(asked!['state'], 'asked')
  const sent = asked!['sent'] as Record<string, unknown>[]
  assert.equal(sent[0]!['to_address'], 'wipada.s@craft-institute.example')
  assert.doesNotMatch(JSON.stringify(asked), /\/act\//, 'no link')
  const held = await site.perform((work) => callsData.holds(work, referee, kept))
  assert.deepEqual(
    held.map(({ count }) => count),
    [0, 0, 0, 0, 0, 1],
  )
  const mine = (await site.perform((work) => exportPersonCalls(work, people.studentThanawat))) as {
    applications: { references: { mails: { sent: unknown[] } }[] }[]
  }
  assert.ok(
    mine.applications.some(({ references }) =>
      references.some(({ mails }) => mails.sent.length > 0),
    ),
    'and the applicant, that they were written to',
  )

  await site.perform((work) => erasePersonCalls(work, referee))
  const [left] = await rows('select name, address, text, state from call_references')
  assert.deepEqual(left, { name: '', address: '', text: '', state: 'declined' })
  const [mails] = await rows(
    "select count(*) as count from mails where about_kind = 'call-reference'",
  )
  assert.equal(Number(mails!['count']), 0)
  const [links] = await rows(
    "select count(*) as count from single_act_links where action = 'calls.reference.give' and revoked_at is null",
  )
  assert.equal(Number(links!['count']), 0)
  const [told] = await rows(
    "select person_id from notices where kind = 'calls.reference-answered' order by created_at desc limit 1",
  )
  assert.equal(told!['person_id'], people.studentThanawat)
})

test('a reviewer gets what they owe and what was said of ties, and nobody waits for who is erased', async () => {
  const reviewer = people.evaluatorAu
  const callId = seededCalls.reviewed
  await rows(
    `insert into call_reviews (id, call_id, organisation_id, application_id, reviewer_id, assigned_by, assigned_at, by_hand)
     select gen_random_uuid(), call_id, organisation_id, id, $2, $2, $3, true from call_applications
     where call_id = $1 and state = 'submitted' order by number limit 1`,
    [callId, reviewer, site.clock.now],
  )
  await rows(
    `insert into call_conflicts (id, application_id, person_id, kind, said_by, said_at)
     select gen_random_uuid(), id, $2, 'kin', $2, $3 from call_applications
     where call_id = $1 and person_id = $4 limit 1`,
    [callId, reviewer, site.clock.now, people.studentThanawat],
  )
  const data = await site.perform((work) => exportPersonCalls(work, reviewer))
  const counts = ['reviewerOf', 'reviewsAsked', 'conflictsAsReviewer'].map(
    (part) => (data[part] as unknown[]).length,
  )
  assert.deepEqual(counts, [1, 1, 1])
  const applicant = await site.perform((work) => exportPersonCalls(work, people.studentThanawat))
  assert.match(JSON.stringify(applicant), /"conflicts":\[\{"kind":"kin"/)
  assert.doesNotMatch(JSON.stringify(applicant), new RegExp(reviewer), 'not with whom')
  await site.perform((work) => erasePersonCalls(work, reviewer))
  const [left] = await rows(
    `select (select count(*) from call_reviewers where person_id = $1)
       + (select count(*) from call_reviews where reviewer_id = $1)
       + (select count(*) from call_conflicts where person_id = $1) as count`,
    [reviewer],
  )
  assert.equal(Number(left!['count']), 0)
})

test('of two of which one has a seat, that one stays; the other gives up what hangs on it', async () => {
  const callId = seededCalls.reviewed
  const found = await rows(
    'select id, person_id from call_applications where call_id = $1 order by number',
    [callId],
  )
  const of = new Map(found.map(({ id, person_id }) => [person_id, id]))
  const into = people.studentPloy
  const from = people.studentKanyarat
  await rows(
    `update calls set state = 'told', decided_at = $2, told_at = $2, decisions = 1 where id = $1`,
    [callId, site.clock.now],
  )
  const decide = async (personId: string, outcome: string, destinationId: string | null) => {
    await rows(
      `update call_applications set outcome = $2, destination_id = $3, decided_at = $4, decided_by = $5,
         waiting_place = case $2 when 'waiting' then 1 end where id = $1`,
      [of.get(personId), outcome, destinationId, site.clock.now, people.coordinatorAu],
    )
    await rows(
      `insert into call_decisions (id, application_id, call_id, outcome, destination_id, reason_note, way, decided_by, decided_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '{}', 'choice', $5, $6)`,
      [of.get(personId), callId, outcome, destinationId, people.coordinatorAu, site.clock.now],
    )
  }
  await decide(into, 'refused', null)
  await decide(from, 'accepted', 'd1')
  await rows(
    `insert into call_appeals (id, origin, application_id, organisation_id, grounds, made_at)
     select gen_random_uuid(), 'x', id, organisation_id, 'Why?', $2 from call_applications where id = $1`,
    [of.get(into), site.clock.now],
  )
  await site.perform((work) =>
    openTask(work, {
      kind: appealTask,
      assignee: { role: 'coordinator', organisationId: organisations.au },
      object: { kind: 'call-application', id: String(of.get(into)) },
      subject: m('task.appeal'),
      href: '/',
      closesWithAct: true,
    }),
  )
  for (const kind of ['kin', 'mentor']) {
    for (const person of kind === 'kin' ? [from, into] : [from]) {
      await rows(
        `insert into call_conflicts (id, application_id, person_id, kind, said_by, said_at)
         values (gen_random_uuid(), $1, $2, $3, $2, $4)`,
        [of.get(people.studentThanawat), person, kind, site.clock.now],
      )
    }
  }
  await site.perform((work) => mergePersonCalls(work, from, into))
  const kept = await rows(
    'select id, state, outcome from call_applications where call_id = $1 and person_id = $2 order by outcome',
    [callId, into],
  )
  assert.deepEqual(kept, [
    { id: of.get(from), state: 'submitted', outcome: 'accepted' },
    { id: of.get(into), state: 'withdrawn', outcome: 'refused' },
  ])
  const [appeal] = await rows('select state from call_appeals where application_id = $1', [
    of.get(into),
  ])
  assert.equal(appeal!['state'], 'withdrawn')
  const [task] = await rows(
    "select cancelled_at is not null as ended from tasks where kind = 'calls.appeal' and object_id = $1",
    [of.get(into)],
  )
  assert.equal(task!['ended'], true)
  const ties = await rows('select kind, said_by from call_conflicts where person_id = $1', [into])
  assert.deepEqual(
    ties.toSorted((a, b) => String(a['kind']).localeCompare(String(b['kind']))),
    [
      { kind: 'kin', said_by: into },
      { kind: 'mentor', said_by: into },
    ],
    'one that both said stands once, and another beside it',
  )
})

test('of two that both hold a seat, the one that is given up goes to the next who waits', async () => {
  const callId = seededCalls.reviewed
  // Once more two: of the one who stays, and of somebody else; a third waits for the seat of the second.
  await rows(
    `update call_applications set person_id = case state when 'withdrawn' then $2 else person_id end where call_id = $1`,
    [callId, people.studentKanyarat],
  )
  await rows(
    `update call_applications set state = 'submitted', withdrawn_at = null, outcome = 'accepted', destination_id = 'd2'
     where call_id = $1 and person_id = $2`,
    [callId, people.studentKanyarat],
  )
  await rows(
    `update call_applications set outcome = 'waiting', waiting_place = 1, decided_at = $3,
       answers = jsonb_set(answers, '{q7}', '["d2"]') where call_id = $1 and person_id = $2`,
    [callId, people.studentThanawat, site.clock.now],
  )
  await site.perform((work) => mergePersonCalls(work, people.studentKanyarat, people.studentPloy))
  const [next] = await rows(
    'select outcome, destination_id from call_applications where call_id = $1 and person_id = $2',
    [callId, people.studentThanawat],
  )
  assert.deepEqual(next, { outcome: 'accepted', destination_id: 'd2' })
  const [entry] = await rows(
    "select person_id, data ->> 'held' as held from chronicle_entries where type = 'calls.application-withdrawn' order by id desc limit 1",
    [],
  )
  assert.deepEqual(entry, { person_id: people.studentPloy, held: 'true' })
})

test('a merge leaves no act under the former person', async () => {
  await site.perform((work) => mergePersonCalls(work, people.coordinatorAu, people.registrarAu))
  const [counts] = await rows(
    `select (select count(*) from calls where created_by = $1) + (select count(*) from call_decisions where decided_by = $1)
       + (select count(*) from call_reviewers where added_by = $1)
       + (select count(*) from call_applications where decided_by = $1) as remaining,
       (select count(*) from call_decisions where decided_by = $2) as moved`,
    [people.coordinatorAu, people.registrarAu],
  )
  assert.deepEqual([Number(counts!['remaining']), Number(counts!['moved'])], [0, 2])
  await assert.rejects(
    site.house.database.execute("update call_decisions set outcome = 'accepted'"),
    /append-only/,
  )
})
