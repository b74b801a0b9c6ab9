import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel/values'
import { createTranslator, type Message } from '#kernel/messages'
import {
  accepted,
  device,
  inHouse,
  inOwnHouse,
  refusalOf,
  type TestHouse,
} from './house.fixture.ts'
import {
  acceptInvitation,
  actorOfLink,
  assertDemonstrationAllowed,
  changePerson,
  confirmPrimaryEmail,
  createActLink,
  demonstrationPersons,
  erasePerson,
  exportPerson,
  forgetExpired,
  identityEntries,
  identityMessages,
  invite,
  listEmails,
  mergePersons,
  personById,
  readInvitation,
  registerPerson,
  requestPrimaryEmail,
  readActLink,
  revokeActLinks,
  sessionByToken,
  signInAsDemonstrationPerson,
  useActLink,
  withdrawInvitation,
} from './index.ts'
import { m } from './messages/index.ts'

const words = (): Message => m('sign-in.wrong')

test(
  'a faulty registration names the field and writes nothing',
  inHouse(async (house) => {
    const good = {
      name: {
        native: null,
        romanised: 'Marie Curie',
        passportGiven: null,
        passportFamily: null,
        order: 'given-first' as const,
      },
      email: 'marie@example.org',
      preferredLanguage: 'fr' as const,
      timeZone: 'Europe/Paris',
    }
    const faulty: [Record<string, unknown>, string][] = [
      [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
      [{ preferredLanguage: 'de' }, 'preferredLanguage'],
      [{ name: { ...good.name, romanised: '' } }, 'name'],
      [{ name: { ...good.name, romanised: 'Marie\u202E' } }, 'name'],
      [{ birthDate: '2001-02-30' }, 'birthDate'],
      [{ email: 'marie@example.org\r\nBcc: x@y.example' }, 'email'],
    ]
    for (const [change, field] of faulty) {
      const result = await house.perform((work) =>
        registerPerson(work, house.settings, { ...good, ...change } as never),
      )
      assert.equal(refusalOf(result), 'person.faulty', field)
      assert.deepEqual(Object.keys((result as { fields: object }).fields), [field])
    }
    assert.deepEqual(await house.entryTypes(), [])
  }),
)

test(
  'of two registrations of one address at once one wins',
  inOwnHouse(async (house) => {
    const register = (address: string) =>
      house.perform((work) =>
        registerPerson(work, house.settings, {
          name: {
            native: '王小明',
            romanised: 'Wang Xiaoming',
            passportGiven: null,
            passportFamily: null,
            order: 'family-first',
          },
          email: address,
          preferredLanguage: 'zh-Hans',
          timeZone: 'Asia/Shanghai',
        }),
      )
    const results = await Promise.all([
      register('Wang@PKU.example'),
      register(' wang@pku.example '),
    ])
    assert.deepEqual(results.map(refusalOf).toSorted(), ['accepted', 'email.taken'])
    const persons = await house.perform((work) =>
      work.read.selectFrom('persons').select('id').execute(),
    )
    assert.equal(persons.length, 1)
  }),
)

test(
  'only what is given is changed, and the story names the fields alone',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example', {}, '2004-05-06')
    const changed = accepted(
      await house.perform((work) => changePerson(work, person.id, { preferredLanguage: 'en' })),
    )
    assert.deepEqual(changed, { ...person, preferredLanguage: 'en' })
    assert.equal((await house.entryTypes()).at(-1), 'identity.person-changed')
  }),
)

test(
  'an invitation registers somebody new with a proven address and signs in',
  inHouse(async (house) => {
    const token = await invited(house, 'kim@hanbit.example')
    const shown = accepted(await house.perform((work) => readInvitation(work, token)))
    assert.deepEqual(
      [shown.known, shown.kind, shown.payload],
      [false, 'test.post', { post: 'dean' }],
    )
    const taken = accepted(await accept(house, token))
    assert.deepEqual([taken.registered, taken.payload], [true, { post: 'dean' }])
    assert.ok(taken.signIn?.kind === 'signed-in')
    assert.deepEqual(await house.perform((work) => listEmails(work, taken.personId)), [
      { address: 'kim@hanbit.example', primary: true, verified: true },
    ])
    assert.equal(refusalOf(await accept(house, token)), 'invitation.used-or-expired')
  }),
)

test(
  'of two acceptances at once one wins, and one person is made',
  inOwnHouse(async (house) => {
    const token = await invited(house, 'kim@hanbit.example')
    const results = (await Promise.all([accept(house, token), accept(house, token)])).map(refusalOf)
    assert.equal(results.filter((result) => result === 'accepted').length, 1)
    const persons = await house.perform((work) =>
      work.read.selectFrom('persons').select('id').execute(),
    )
    assert.equal(persons.length, 1)
  }),
)

test(
  'of two acceptances by somebody known one wins',
  inOwnHouse(async (house) => {
    await house.person('malee@au.example')
    const token = await invited(house, 'malee@au.example')
    const results = (await Promise.all([accept(house, token), accept(house, token)])).map(refusalOf)
    assert.deepEqual(results.toSorted(), ['accepted', 'invitation.used-or-expired'])
  }),
)

test(
  'whoever is signed in accepts for themselves, and the invited address stays free',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    const token = await invited(house, 'office@au.example')
    const taken = accepted(await accept(house, token, person.id))
    assert.deepEqual([taken.personId, taken.registered, taken.signIn], [person.id, false, null])
    assert.equal((await house.perform((work) => listEmails(work, person.id))).length, 1)
  }),
)

test(
  'an invitation that expired or was withdrawn is worth nothing',
  inHouse(async (house) => {
    const late = await invited(house, 'a@x.example')
    const open = accepted(await house.perform((work) => readInvitation(work, late)))
    house.pass(14 * 24 * 3600)
    assert.equal(refusalOf(await accept(house, late)), 'invitation.used-or-expired')
    const token = await invited(house, 'b@x.example')
    const { id } = accepted(await house.perform((work) => readInvitation(work, token)))
    accepted(await house.perform((work) => withdrawInvitation(work, { invitationId: id })))
    assert.equal(refusalOf(await accept(house, token)), 'invitation.used-or-expired')
    const again = await house.perform((work) => withdrawInvitation(work, { invitationId: id }))
    assert.equal(refusalOf(again), 'invitation.used-or-expired')
    assert.notEqual(open.id, id)
  }),
)

test(
  'a single-act link may be looked at, counts its uses, and ends by use, time or revocation',
  inOwnHouse(async (house) => {
    const person = await house.person('malee@au.example')
    const make = (maxUses: number) =>
      house.perform((work) =>
        createActLink(work, {
          action: 'test.case.approve',
          objectId: 'case-1',
          personId: person.id,
          expiresAt: new Date(house.clock.now.getTime() + 3_600_000),
          maxUses,
        }),
      )
    const read = (token: string) => house.perform((work) => readActLink(work, token))
    const state = async (token: string) => (await read(token))?.state ?? null
    const { token } = await make(1)
    const link = await read(token)
    assert.deepEqual(link && [link.action, link.objectId, link.personId, link.state], [
      'test.case.approve',
      'case-1',
      person.id,
      'open',
    ])
    const actor = actorOfLink(link!)
    const act = () => house.perform((work) => useActLink({ ...work, actor }))
    const results = (await Promise.all([act(), act(), act()])).map(refusalOf)
    assert.deepEqual(results.toSorted(), [
      'accepted',
      'link.used-or-expired',
      'link.used-or-expired',
    ])
    assert.equal(await state(token), 'used')
    assert.deepEqual((await read(token))?.lastUsedAt, house.clock.now)

    const revoked = await make(5)
    const revoke = (action?: string, objectId = 'case-1') =>
      house.perform((work) =>
        revokeActLinks(work, { objectIds: [objectId], ...(action ? { action } : {}) }, 'done'),
      )
    assert.equal(await revoke('test.other'), 0)
    assert.equal(await revoke(undefined, 'case-2'), 0)
    assert.equal(await revoke(), 1, 'the one that is used up says so itself')
    assert.equal((await read(revoked.token))?.end, 'done')
    assert.equal(await state(token), 'used')
    const expired = await make(5)
    house.pass(3600)
    assert.equal(await state(expired.token), 'expired')
    assert.equal(await state('nonsense'), null)
    assert.equal(await state('A'.repeat(43)), null)
  }),
)

test(
  'a link in the name of a person who is merged or erased opens nothing, and says so',
  inOwnHouse(async (house) => {
    const [former, staying] = [
      await house.person('a@au.example'),
      await house.person('b@au.example'),
    ]
    const make = (personId: string) =>
      house.perform((work) =>
        createActLink(work, {
          action: 'test.case.approve',
          objectId: 'case-1',
          personId,
          expiresAt: new Date(house.clock.now.getTime() + 3_600_000),
          maxUses: 1,
        }),
      )
    const [one, two] = [await make(former.id), await make(staying.id)]
    const end = async (token: string) => {
      const link = await house.perform((work) => readActLink(work, token))
      return [link?.state, link?.end, link?.personId]
    }
    accepted(
      await house.perform((work) => mergePersons(work, { from: former.id, into: staying.id }, [])),
    )
    assert.deepEqual(await end(one.token), ['revoked', 'person-gone', former.id])
    assert.deepEqual(await end(two.token), ['open', null, staying.id])
    await house.perform((work) => erasePerson(work, staying.id))
    assert.deepEqual(await end(two.token), ['revoked', 'person-gone', staying.id])
  }),
)

test(
  'another primary address counts only when its link is redeemed, and the former one is told',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    await house.person('taken@au.example')
    const { sessionId } = await house.session(person.id)
    const ask = (email: string) =>
      house.as(person.id)((work) =>
        requestPrimaryEmail(work, house.settings, { sessionId, email, network: 'n' }),
      )
    accepted(await ask('taken@au.example'))
    assert.equal(house.letters.length, 0)
    accepted(await ask('Malee.J@Example.org'))
    assert.equal(
      (await house.perform((work) => personById(work, person.id)))?.email,
      'malee@au.example',
    )
    const token = house.letters[0]!.action!.path.split('/').at(-1)!
    accepted(await house.perform((work) => confirmPrimaryEmail(work, house.settings, { token })))
    assert.deepEqual(await house.perform((work) => listEmails(work, person.id)), [
      { address: 'malee.j@example.org', primary: true, verified: true },
      { address: 'malee@au.example', primary: false, verified: true },
    ])
    assert.deepEqual(
      [house.letters[1]!.kind, house.letters[1]!.to],
      ['email-changed', 'malee@au.example'],
    )
  }),
)

test(
  'an export holds no secret, and an erasure leaves only the number',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example', {}, '2004-05-06')
    await invited(house, 'malee@au.example')
    const session = await house.session(person.id)
    const exported = JSON.stringify(await house.perform((work) => exportPerson(work, person.id)))
    assert.ok(exported.includes('malee@au.example') && exported.includes('2004-05-06'))
    assert.ok(!exported.includes('hash') && !exported.includes('token'))

    const { kept } = await house.perform((work) => erasePerson(work, person.id))
    assert.deepEqual(
      kept.map(({ key }) => key),
      ['erasure.number-kept'],
    )
    assert.equal(await house.perform((work) => sessionByToken(work, session.token)), null)
    const left = await house.perform(async (work) => [
      await work.read.selectFrom('persons').selectAll().execute(),
      await work.read.selectFrom('person_emails').selectAll().execute(),
      await work.read.selectFrom('sign_in_sessions').selectAll().execute(),
      await work.read.selectFrom('invitations').selectAll().execute(),
    ])
    const text = JSON.stringify(left)
    for (const value of ['Malee', 'malee', 'มาลี', '2004-05-06', '192.0.2'])
      assert.ok(!text.includes(value), value)
    assert.deepEqual(await house.perform((work) => erasePerson(work, person.id)), { kept: [] })
  }),
)

test(
  'one click signs in only in the demonstration and only as invented people',
  inHouse(async (house) => {
    const settings = { ...house.settings, demonstration: true }
    const invented = accepted(
      await house.perform((work) =>
        registerPerson(work, settings, {
          name: {
            native: null,
            romanised: 'Invented',
            passportGiven: null,
            passportFamily: null,
            order: 'given-first',
          },
          email: 'invented@example.org',
          preferredLanguage: 'en',
          timeZone: 'Asia/Bangkok',
        }),
      ),
    )
    const signIn = (given: typeof settings, personId: string) =>
      house.perform((work) => signInAsDemonstrationPerson(work, given, { personId, device }))
    assert.equal(refusalOf(await signIn(settings, invented.id)), 'accepted')
    assert.equal(refusalOf(await signIn(house.settings, invented.id)), 'demonstration.off')
    assert.equal((await house.perform((work) => demonstrationPersons(work, settings))).length, 1)
    assert.equal(await house.perform(assertDemonstrationAllowed), 'allowed')
    const real = await house.person('real@au.example')
    assert.equal(refusalOf(await signIn(settings, real.id)), 'person.unknown')
    assert.equal(
      refusalOf(await house.perform(assertDemonstrationAllowed)),
      'demonstration.real-data',
    )
    const merge = await house.perform((work) =>
      mergePersons(work, { from: invented.id, into: real.id }, []),
    )
    assert.equal(refusalOf(merge), 'merge.demonstration')
  }),
)

test(
  'what has lost its use is forgotten',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    const session = await house.session(person.id)
    house.pass(29 * 24 * 3600)
    await house.perform(forgetExpired)
    const count = () =>
      house.perform(
        async (work) =>
          (await work.read.selectFrom('sign_in_sessions').select('id').execute()).length,
      )
    assert.equal(await count(), 1)
    house.pass(32 * 24 * 3600)
    await house.perform(forgetExpired)
    assert.equal(await count(), 0)
    assert.ok(session)
  }),
)

test('every refusal, letter and kind of entry has words in five languages', () => {
  const translator = createTranslator([identityMessages])
  for (const language of languages) {
    const t = translator.for(language)
    for (const entry of identityEntries) assert.ok(t(entry.label()).length > 0)
    assert.match(t(m('limit.wait', { minutes: 7 })), /7/)
    assert.match(
      t(m('letter.invitation.text', { expiresAt: new Date('2026-12-06T09:00:00Z') })),
      /2026|2569/,
    )
  }
  assert.match(
    translator.for('th')(
      m('letter.invitation.text', { expiresAt: new Date('2026-12-06T09:00:00Z') }),
    ),
    /2569/,
  )
})

async function invited(house: TestHouse, email: string): Promise<string> {
  accepted(
    await house.perform((work) =>
      invite(work, house.settings, {
        email,
        kind: 'test.post',
        payload: { post: 'dean' },
        language: 'ko',
        subject: words(),
        text: words(),
      }),
    ),
  )
  return house.letters.at(-1)!.action!.path.split('/').at(-1)!
}

function accept(house: TestHouse, token: string, personId?: string) {
  const perform = personId ? house.as(personId) : house.perform
  return perform((work) =>
    acceptInvitation(work, house.settings, {
      token,
      name: {
        native: '김민서',
        romanised: 'Kim Minseo',
        passportGiven: null,
        passportFamily: null,
        order: 'family-first',
      },
      preferredLanguage: 'ko',
      timeZone: 'Asia/Seoul',
      device,
    }),
  )
}
