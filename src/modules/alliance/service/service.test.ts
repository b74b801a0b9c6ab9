import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, isRefused, type Refusal } from '#kernel/database'
import { acting, now, onDatabase, system, tellStory } from '../alliance.fixture.ts'
import { organisationPage, listOrganisations } from '../queries/organisations.ts'
import { peopleOf, personAt } from '../queries/people.ts'
import { cohortPage } from '../queries/programmes.ts'
import { cast } from '../seed/cast.ts'
import { organisations } from '../seed/organisations.ts'
import {
  appoint,
  appointByInvitation,
  continueAppointments,
  endAppointments,
} from './appointments.ts'
import { recordCredit, recordSteps } from './cohorts.ts'
import { endEnrolment, enrol } from './enrolments.ts'
import { createInitiative } from './initiatives.ts'
import { mergePersons } from './merge.ts'
import {
  beginMembership,
  changeOrganisation,
  createOrganisation,
  endMembership,
} from './organisations.ts'
import { addUnits, closeUnits, setTerm } from './structure.ts'
import { Fraction } from '#kernel/values'

const { organisations: o, people: p, degreeProgrammes: d } = cast
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
const administrator = acting(p.administratorAu, 'administrator', o.au)
const secretariat = acting(p.secretariat, 'secretariat', null)

function refused(result: unknown, status: number, field?: string): void {
  assert.ok(isRefused(result), 'expected a refusal')
  assert.equal((result as Refusal).status, status)
  if (field)
    assert.ok(field in (result as Refusal).fields, Object.keys((result as Refusal).fields).join())
}

test('only the secretariat adds an organisation, and its ROR address is its own', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const details = { ...organisations[2]!.details, ror: 'https://ror.org/03zmqc707' }
    refused(await as(coordinator, (work) => createOrganisation(work, 'test', details)), 404)
    refused(await as(secretariat, (work) => createOrganisation(work, 'test', details)), 409, 'ror')
    const half = { ...details, ror: undefined, longitude: undefined }
    refused(
      await as(secretariat, (work) => createOrganisation(work, 'test', half)),
      422,
      'longitude',
    )
    const nameless = { ...details, ror: undefined, names: {} }
    refused(
      await as(secretariat, (work) => createOrganisation(work, 'test', nameless)),
      422,
      'names',
    )
    const free = { ...details, ror: undefined }
    const made = await as(secretariat, (work) => createOrganisation(work, 'test', free))
    assert.ok(!isRefused(made))
  }))

test('changing an organisation changes its sectors from today on and says so once', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const { details } = organisations[0]!
    const change = { ...details, sectors: ['academia' as const, 'research' as const] }
    const done = await as(coordinator, (work) => changeOrganisation(work, o.au, change))
    assert.ok(!isRefused(done))
    assert.deepEqual((await organisationPage(reading(system), o.au))!.sectors, [
      'academia',
      'research',
    ])
    const entries = () =>
      database.execute(
        `select type from chronicle_entries where object_id = '${o.au}' and recorded_at = '${now.toISOString()}'`,
      )
    assert.deepEqual((await entries()).rows, [{ type: 'alliance.sectors-changed' }])
    await as(coordinator, (work) => changeOrganisation(work, o.au, change))
    assert.equal((await entries()).rows.length, 1)
    refused(await as(coordinator, (work) => changeOrganisation(work, o.pku, change)), 404)
  }))

test('an organisation has one membership at a time', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const begin = { kind: 'member' as const, startsOn: '2026-12-01' }
    refused(await as(secretariat, (work) => beginMembership(work, o.au, begin)), 422, 'startsOn')
    assert.ok(
      !isRefused(
        await as(secretariat, (work) => endMembership(work, o.au, { endsOn: '2026-11-21' })),
      ),
    )
    assert.equal((await listOrganisations(reading(system), { members: true })).length, 9)
    assert.ok(!isRefused(await as(secretariat, (work) => beginMembership(work, o.au, begin))))
    refused(
      await as(coordinator, (work) => endMembership(work, o.au, { endsOn: '2026-12-31' })),
      404,
    )
  }))

test('units come all or none, and closing leaves closed ones alone', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const two = [
      { names: { en: 'Library' }, code: 'LIB' },
      { names: { en: 'Archive' }, code: 'LIB' },
    ]
    refused(await as(coordinator, (work) => addUnits(work, 'test', o.au, two)), 409, 'units.1.code')
    const added = await as(coordinator, (work) => addUnits(work, 'test', o.au, two.slice(0, 1)))
    assert.ok(!isRefused(added))
    const close = () =>
      as(coordinator, (work) => closeUnits(work, o.au, [...added.ids, cast.units.pkuArts]))
    assert.deepEqual(await close(), { closed: 1 })
    assert.deepEqual(await close(), { closed: 0 })
  }))

test('a term replaces the one of the same number and never overlaps another', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const term = {
      academicYear: '2026/2027',
      termNumber: 1,
      termsInYear: 2,
      startsOn: '2026-06-08',
      endsOn: '2026-10-16',
    }
    assert.ok(!isRefused(await as(coordinator, (work) => setTerm(work, o.au, term))))
    const { terms } = (await organisationPage(reading(system), o.au))!
    assert.equal(terms.length, 4)
    assert.equal(terms.find((each) => each.starts_on === '2026-06-08')?.ends_on, '2026-10-16')
    const late = { ...term, endsOn: '2027-01-02' }
    refused(await as(coordinator, (work) => setTerm(work, o.au, late)), 422, 'startsOn')
  }))

test('nobody appoints themselves, beyond their right, or twice', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const give = {
      organisationId: o.au,
      role: 'evaluator' as const,
      startsOn: '2026-11-22',
      personId: p.academicMentorAu,
    }
    refused(
      await as(coordinator, (work) => appoint(work, { ...give, personId: p.coordinatorAu })),
      404,
    )
    refused(await as(coordinator, (work) => appoint(work, { ...give, role: 'administrator' })), 404)
    refused(await as(coordinator, (work) => appoint(work, { ...give, organisationId: o.pku })), 404)
    refused(
      await as(administrator, (work) =>
        appoint(work, { ...give, role: 'secretariat', organisationId: undefined }),
      ),
      404,
    )
    refused(
      await as(system, (work) => appoint(work, { ...give, role: 'secretariat' })),
      422,
      'role',
    )
    refused(
      await as(coordinator, (work) => appoint(work, { ...give, degreeProgrammeId: d.pkuArts })),
      422,
      'degreeProgrammeId',
    )
    const alliance = { ...give, role: 'secretariat' as const, organisationId: undefined }
    refused(
      await as(system, (work) => appoint(work, { ...alliance, degreeProgrammeId: d.pkuArts })),
      422,
      'degreeProgrammeId',
    )
    refused(
      await as(system, (work) => appoint(work, { ...alliance, unitId: cast.units.auArts })),
      422,
      'unitId',
    )
    refused(
      await as(coordinator, (work) => appoint(work, { ...give, personId: cast.units.auArts })),
      422,
      'personId',
    )
    const made = await as(coordinator, (work) => appoint(work, give))
    assert.ok(!isRefused(made))
    refused(await as(coordinator, (work) => appoint(work, give)), 409, 'role')
    const end = (endsOn: string) =>
      as(coordinator, (work) => endAppointments(work, o.au, [made.id], { endsOn }))
    refused(await end('2026-11-21'), 422, 'endsOn')
    const ended = await end('2026-12-31')
    assert.deepEqual(ended, { ended: [{ id: made.id, endedBefore: null }] })
    const goOn = (actor: Actor) =>
      as(actor, (work) => continueAppointments(work, o.au, [{ id: made.id, endedBefore: null }]))
    refused(await goOn(acting(give.personId, 'coordinator', o.au)), 404)
    assert.deepEqual(await goOn(coordinator), { continued: 1 })
    assert.deepEqual(await goOn(coordinator), { continued: 0 })
    assert.deepEqual(await end('2026-12-31'), ended)
    refused(
      await as(acting(p.coordinatorPku, 'coordinator', o.pku), (work) =>
        endAppointments(work, o.pku, [made.id], { endsOn: '2026-12-31' }),
      ),
      404,
    )
  }))

test('an accepted invitation becomes the appointment that it promised, and others are not ours', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const accepted = {
      invitationId: cast.initiatives.summit2026,
      personId: p.academicMentorAu,
      registered: false,
      kind: 'alliance.appointment',
      payload: { organisationId: o.au, role: 'registrar', startsOn: '2026-12-01', title: {} },
      invitedBy: p.administratorAu,
      signIn: null,
    }
    const nobody = { kind: 'public' } as const
    assert.ok(!isRefused(await as(nobody, (work) => appointByInvitation(work, accepted))))
    assert.equal(
      await as(nobody, (work) => appointByInvitation(work, { ...accepted, kind: 'other' })),
      null,
    )
    const own = { ...accepted, personId: p.administratorAu }
    const taken = await as(nobody, (work) => appointByInvitation(work, own))
    assert.ok(isRefused(taken))
    assert.equal(taken.message.key, 'fault.own-invitation')
  }))

test('a student number stands once in a degree programme, and an ended enrolment stays ended', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const registrar = acting(p.registrarAu, 'registrar', o.au)
    const enrolment = {
      personId: p.studentSun,
      degreeProgrammeId: d.auDigitalArts,
      studentNumber: '6611042',
      intakeYear: 2026,
      startsOn: '2026-06-01',
    }
    refused(
      await as(registrar, (work) => enrol(work, 'test', o.au, enrolment)),
      409,
      'studentNumber',
    )
    refused(
      await as(registrar, (work) =>
        enrol(work, 'test', o.au, { ...enrolment, degreeProgrammeId: d.pkuArts }),
      ),
      422,
      'degreeProgrammeId',
    )
    const ended = { outcome: 'completed' as const, endsOn: '2026-10-31' }
    assert.ok(
      !isRefused(
        await as(registrar, (work) => endEnrolment(work, o.au, cast.enrolments.ploy, ended)),
      ),
    )
    refused(
      await as(registrar, (work) => endEnrolment(work, o.au, cast.enrolments.ploy, ended)),
      409,
      'outcome',
    )
    refused(
      await as(registrar, (work) => endEnrolment(work, o.au, cast.enrolments.wang, ended)),
      404,
    )
  }))

test('the last required step completes a participation, unless credit is missing', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const cohort = await cohortPage(reading(system), cast.programmeYears.talent2026)
    const ploy = cohort!.members.find((each) => each.personId === p.studentPloy)!
    const step = (kind: string) => ({ kind, on: '2026-11-20', source: 'office' as const })
    const record = (kinds: string[]) =>
      as(secretariat, (work) => recordSteps(work, ploy.id, kinds.map(step)))
    refused(await record(['moonwalk']), 422, 'kind')
    assert.deepEqual(await record(['exchange', 'internship', 'exhibition']), {
      recorded: 2,
      state: 'active',
    })
    const credit = await as(secretariat, (work) => recordCredit(work, ploy.id, Fraction.of(9)))
    assert.deepEqual(credit, { state: 'completed' })
  }))

test('an office sees the participants of its own organisation only', () =>
  onDatabase(async ({ database, reading }) => {
    await tellStory(database)
    const seen = async (actor: Parameters<typeof reading>[0]) =>
      (await cohortPage(reading(actor), cast.programmeYears.sinoThai2026))!.members.length
    assert.equal(await seen(secretariat), 4)
    assert.equal(await seen(coordinator), 2)
    assert.equal(await seen({ kind: 'person', personId: p.studentPloy, grants: [] }), 1)
    assert.equal(await seen({ kind: 'public' }), 0)
    assert.equal((await peopleOf(reading(coordinator), o.pku, { page: 1 })).total, 0)
    assert.equal(await personAt(reading(coordinator), o.pku, p.studentWang), null)
    assert.equal((await personAt(reading(coordinator), o.au, p.studentPloy))?.id, p.studentPloy)
  }))

test('money of an initiative is exact and comes with its currency', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const initiative = {
      kind: 'exhibition',
      names: { en: 'Show' },
      leadOrganisationId: o.au,
      startsOn: '2027-01-01',
    }
    const make = (more: object) =>
      as(secretariat, (work) => createInitiative(work, 'test', { ...initiative, ...more }))
    refused(await make({ budget: '10' }), 422, 'currency')
    refused(await make({ budget: '10.5', currency: 'KRW' }), 422, 'budget')
    const all = await make({
      names: {},
      endsOn: '2026-12-31',
      budget: 'abc',
      currency: 'baht',
    })
    for (const field of ['endsOn', 'budget', 'currency']) refused(all, 422, field)
    const made = await make({ budget: '1,500.50', currency: 'THB' })
    assert.ok(!isRefused(made))
    const { rows } = await database.execute('select budget_minor from initiatives where id = $1', [
      made.id,
    ])
    assert.equal(rows[0]!['budget_minor'], 150050n)
  }))

test('merging keeps every appointment, enrolment and step once', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    await as(system, (work) => mergePersons(work, p.studentThanawat, p.studentPloy))
    const { rows } = await database.execute(
      `select (select count(*)::int from enrolments where person_id = $1) as enrolments,
        (select count(*)::int from cohort_members where person_id = $1) as cohorts,
        (select count(*)::int from enrolments where person_id = $2) as former`,
      [p.studentPloy, p.studentThanawat],
    )
    assert.deepEqual(rows[0], { enrolments: 2, cohorts: 2, former: 0 })
  }))

test('merging two who took part in one year keeps the credit and the state of both', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const [both] = (
      await database.execute(
        `select f.id as former, s.id as staying, f.programme_year_id as year from cohort_members f
         join cohort_members s on s.programme_year_id = f.programme_year_id and s.id <> f.id
         where f.person_id = $1 and s.person_id = $2`,
        [p.studentThanawat, p.studentPloy],
      )
    ).rows
    assert.ok(both, 'the story has them in one year')
    const set = (id: unknown, to: { credit: string | null; state: string }, keepEnrolment = true) =>
      database.execute(
        `update cohort_members set recognised_credit = $2, state = $3,
           enrolment_id = case when $4 then enrolment_id end where id = $1`,
        [id, to.credit, to.state, keepEnrolment],
      )
    const after = async (
      former: { credit: string | null; state: string },
      staying: { credit: string | null; state: string },
      keepEnrolments = true,
    ) => {
      await database.execute('savepoint before_merge')
      await set(both['former'], former, keepEnrolments)
      await set(both['staying'], staying, keepEnrolments)
      await as(system, (work) => mergePersons(work, p.studentThanawat, p.studentPloy))
      const { rows } = await database.execute(
        `select id, recognised_credit as credit, state, enrolment_id is not null as enrolled
         from cohort_members where programme_year_id = $1 and person_id in ($2, $3)`,
        [both['year'], p.studentThanawat, p.studentPloy],
      )
      const entries = await database.execute(
        `select type, data from chronicle_entries where object_id = $1 and data::jsonb ? 'merged'`,
        [both['staying']],
      )
      await database.execute('rollback to savepoint before_merge')
      assert.equal(rows.length, 1)
      assert.equal(rows[0]!['id'], both['staying'])
      return {
        credit: rows[0]!['credit'],
        state: rows[0]!['state'],
        merged: (entries.rows[0]?.['data'] as { merged?: unknown } | undefined)?.merged,
      }
    }
    const none = { credit: null, state: 'left' }
    assert.deepEqual(await after({ credit: '21/2', state: 'completed' }, none), {
      credit: '21/2',
      state: 'completed',
      merged: { former: '21/2', staying: null },
    })
    assert.deepEqual(await after(none, { credit: '6', state: 'completed' }), {
      credit: '6',
      state: 'completed',
      merged: undefined,
    })
    const two = [
      { credit: '21/2', state: 'left' },
      { credit: '6', state: 'completed' },
    ] as const
    assert.deepEqual(await after(two[0], two[1]), {
      credit: '33/2',
      state: 'completed',
      merged: { former: '21/2', staying: '6' },
    })
    assert.equal((await after(two[0], two[1], false)).credit, '21/2', 'it may be the same credit')
  }))
