import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grantsOf } from './queries/grants.ts'
import { now, onDatabase, system, tellStory } from './alliance.fixture.ts'
import { initiativesOf, listInitiatives } from './queries/initiatives.ts'
import { listOrganisations, organisationPage } from './queries/organisations.ts'
import { cohortPage, listProgrammes, programmePage } from './queries/programmes.ts'
import { cast } from './seed/cast.ts'

test('the demonstration alliance is told once, and telling it again changes nothing', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const count = async () =>
      (await database.execute('select count(*)::int as n from chronicle_entries')).rows[0]!['n']
    const entries = await count()
    await tellStory(database)
    assert.equal(await count(), entries)

    const work = reading(system)
    const members = await listOrganisations(work, { members: true })
    assert.equal(members.length, 10)
    assert.deepEqual(
      members.filter((row) => row.place === null).map((row) => row.id),
      [cast.organisations.unescoChair],
    )
    assert.equal(members.filter((row) => row.invented).length, 5)
    assert.equal((await listProgrammes(work)).length, 2)
    assert.equal((await listInitiatives(work)).length, 6)
    assert.equal((await initiativesOf(work, cast.organisations.pku)).length, 4)
    assert.equal((await organisationPage(work, cast.organisations.au))!.terms.length, 4)
  }))

test('the imported past year counts who completed and who left nothing', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const page = await programmePage(reading(system), cast.programmes.sinoThai)
    const year = page!.years.find((each) => each.year === 2025)!
    assert.deepEqual([year.participants, year.completed], [3, 2])
    const cohort = (await cohortPage(reading(system), cast.programmeYears.sinoThai2025))!
    const paweena = cohort.members.find((each) => each.personId === cast.people.pastAu)!
    assert.equal(paweena.name.native, 'ปวีณา สุขใจ')
    assert.equal(paweena.name.romanised, 'Paweena Sukjai')
    assert.equal(paweena.standing.missing.length, 0)
  }))

test('a person holds the grants of today, of those they stand in for, and of their enrolment', () =>
  onDatabase(async ({ database, as }) => {
    await tellStory(database)
    const grants = async (person: string, day: Date) =>
      as(system, async (work) =>
        (await grantsOf(work.read, person, day)).map((each) => [each.role, each.via]),
      )
    assert.deepEqual(await grants(cast.people.evaluatorAu, now), [['evaluator', 'appointment']])
    assert.deepEqual(await grants(cast.people.evaluatorAu, new Date('2024-01-01T00:00:00Z')), [])
    assert.deepEqual(await grants(cast.people.studentPloy, now), [['student', 'appointment']])
    // The first of February begins in Bangkok while it is still January in Greenwich.
    assert.equal(
      (await grants(cast.people.registrarAu, new Date('2025-01-31T16:59:59Z'))).length,
      0,
    )
    assert.equal(
      (await grants(cast.people.registrarAu, new Date('2025-01-31T17:00:00Z'))).length,
      1,
    )
    await database.execute(
      `insert into stand_ins (id, person_id, stand_in_id, organisation_id, roles, valid_from, valid_until, created_by, created_at)
       values ($1, $2, $3, null, '{evaluator}', '2026-11-01', '2026-11-30', 'test', $4)`,
      [cast.initiatives.craftFund, cast.people.evaluatorAu, cast.people.academicMentorAu, now],
    )
    assert.deepEqual(await grants(cast.people.academicMentorAu, now), [
      ['evaluator', 'appointment'],
      ['academic-mentor', 'appointment'],
      ['evaluator', 'stand-in'],
    ])
    const later = new Date('2026-12-01T00:00:00Z')
    assert.deepEqual(await grants(cast.people.academicMentorAu, later), [
      ['evaluator', 'appointment'],
      ['academic-mentor', 'appointment'],
    ])
  }))
