import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { registerPerson } from '#kernel/identity'
import { acting, now, onDatabase, tellStory } from '../alliance.fixture.ts'
import { allianceHome } from '../home.ts'
import { describeInvitation } from '../queries/affiliations.ts'
import { openInvitations } from '../queries/invitations.ts'
import { peopleOf } from '../queries/people.ts'
import { cast } from '../seed/cast.ts'
import { enrol } from './enrolments.ts'
import { welcomePeople } from './welcome.ts'

const { organisations: o, people: p, degreeProgrammes: d } = cast
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
const mails: { to: string; language: string; organisationId?: string | undefined }[] = []
const identity = {
  origin: 'test',
  demonstration: true,
  deliver: async (_work: unknown, letter: (typeof mails)[number]) => void mails.push(letter),
}
const settings = { node: 'test', identity } as never

test('people whom nobody can let in yet stand on the home, are invited together and once, in their language', () =>
  onDatabase(async ({ as, database, reading }) => {
    await tellStory(database)
    const home = async (actor = coordinator) => {
      const work = reading(actor)
      const may = (action: string, facts: Record<string, unknown> = {}) => work.may(action, facts)
      return allianceHome({ work, may, now, timeZone: 'Asia/Bangkok' })
    }
    const before = (await peopleOf(reading(coordinator), o.au, { access: 'none', page: 1 })).total
    const add = (romanised: string, email: string | null, number: string) =>
      as(acting(p.registrarAu, 'registrar', o.au), async (work) => {
        const person = await registerPerson(
          work,
          identity as never,
          {
            name: {
              native: null,
              romanised,
              passportGiven: null,
              passportFamily: null,
              order: 'given-first',
            },
            email,
            preferredLanguage: 'th',
            timeZone: 'Asia/Bangkok',
          } as never,
        )
        assert.ok(!isRefused(person))
        const done = await enrol(work, 'test', o.au, {
          personId: person.id,
          degreeProgrammeId: d.auDigitalArts,
          studentNumber: number,
          intakeYear: 2026,
          startsOn: '2026-06-01',
        } as never)
        assert.ok(!isRefused(done), JSON.stringify(done))
        return person.id
      })
    const new1 = await add('New One', 'new.one@au.example', '9900001')
    const new2 = await add('New Two', 'new.two@au.example', '9900002')
    const [line] = (await home())[0]?.lines ?? []
    assert.equal(line?.text.args['count'], before + 2)
    assert.equal(line?.href, `/organisations/${o.au}/people?access=none`)
    assert.deepEqual(await home(acting(p.evaluatorAu, 'evaluator', o.au)), [])

    const chosen = [new1, new2, p.evaluatorAu, p.coordinatorPku]
    const welcome = (by = coordinator) =>
      as(by, (work) => welcomePeople(work, settings, o.au, chosen))
    assert.deepEqual(await welcome(), { invited: 2 })
    assert.deepEqual(await welcome(), { invited: 0 }, 'nobody is invited twice')
    assert.deepEqual(
      mails.map(({ to, language, organisationId }) => [to, language, organisationId]).toSorted(),
      [
        ['new.one@au.example', 'th', o.au],
        ['new.two@au.example', 'th', o.au],
      ],
    )
    const open = await openInvitations(reading(coordinator), o.au)
    assert.equal(open.filter(({ role }) => role === null).length, 2)
    assert.equal(
      (await peopleOf(reading(coordinator), o.au, { access: 'none', page: 1 })).total,
      before,
    )
    const described = describeInvitation(reading(coordinator), {
      id: open[0]!.id,
      address: 'new.one@au.example',
      kind: 'alliance.welcome',
      payload: { organisationId: o.au, names: { en: 'Assumption University' } },
      language: 'th',
      expiresAt: now,
      known: true,
    })
    assert.equal(described?.key, 'invitation.welcome.text')
    assert.ok(isRefused(await welcome(acting(p.evaluatorAu, 'evaluator', o.au))))
    assert.ok(isRefused(await as(coordinator, (work) => welcomePeople(work, settings, o.au, []))))
  }))
