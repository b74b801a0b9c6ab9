import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accepted, inHouse, inOwnHouse, refusalOf } from './house.fixture.ts'
import {
  findDuplicates,
  formerIds,
  listEmails,
  mergePersons,
  personById,
  personsById,
  sessionByToken,
} from './index.ts'

test(
  'a merge moves addresses and the modules’ rows, ends sessions, and keeps every former id resolvable',
  inHouse(async (house) => {
    const [first, second, third] = [
      await house.person('a@au.example'),
      await house.person('b@au.example'),
      await house.person('c@au.example'),
    ]
    const session = await house.session(second.id)
    const moved: string[][] = []
    const modules = [
      {
        name: 'test',
        mergePersons: async (_work: unknown, from: string, into: string) =>
          void moved.push([from, into]),
      },
      { name: 'without persons' },
    ]
    const merge = (from: string, into: string) =>
      house.perform((work) => mergePersons(work, { from, into }, modules))
    const result = accepted(await merge(second.id, first.id))
    assert.equal(result.moved['person_emails'], 1)
    accepted(await merge(first.id, third.id))
    assert.deepEqual(moved, [
      [second.id, first.id],
      [first.id, third.id],
    ])
    assert.equal(await house.perform((work) => sessionByToken(work, session.token)), null)
    assert.equal((await house.perform((work) => personById(work, second.id)))?.id, third.id)
    const several = await house.perform((work) =>
      personsById(work, [first.id, second.id, third.id]),
    )
    assert.deepEqual(
      [...several.values()].map((person) => person.id),
      [third.id, third.id, third.id],
    )
    assert.deepEqual(
      (await house.perform((work) => formerIds(work, third.id))).toSorted(),
      [first.id, second.id].toSorted(),
    )
    assert.deepEqual(
      (await house.perform((work) => listEmails(work, third.id))).map(({ address, primary }) => [
        address,
        primary,
      ]),
      [
        ['c@au.example', true],
        ['a@au.example', false],
        ['b@au.example', false],
      ],
    )
    assert.equal(refusalOf(await merge(first.id, third.id)), 'merge.not-active')
    assert.equal(refusalOf(await merge(third.id, third.id)), 'merge.same')
  }),
)

test(
  'of two opposite merges at once one wins',
  inOwnHouse(async (house) => {
    const [first, second] = [await house.person('a@au.example'), await house.person('b@au.example')]
    const merge = (from: string, into: string) =>
      house.perform((work) => mergePersons(work, { from, into }, []))
    const results = await Promise.all([merge(first.id, second.id), merge(second.id, first.id)])
    assert.deepEqual(results.map(refusalOf).toSorted(), ['accepted', 'merge.not-active'])
  }),
)

test(
  'duplicates are found by address, by name and birth date, and by a near romanised name',
  inHouse(async (house) => {
    const wang = { native: '王小明', romanised: 'Wang Xiaoming' }
    const [a, b, c, d, e, f] = [
      await house.person('wang@pku.example', wang, '2003-01-02'),
      await house.person('wang+thailand@pku.example', { native: null, romanised: 'X. M. Wang' }),
      await house.person(
        'other@pku.example',
        { native: '王小明', romanised: 'Ong Siao-beng' },
        '2003-01-02',
      ),
      await house.person(
        'near@pku.example',
        { native: null, romanised: 'WANG, Xiao Ming' },
        '2003-01-02',
      ),
      await house.person('namesake@pku.example', wang, '1999-09-09'),
      await house.person('turned@pku.example', { native: null, romanised: 'Xiaoming Wáng' }),
    ]
    const pairs = await house.perform((work) => findDuplicates(work, { personId: a.id, limit: 20 }))
    const reasons = Object.fromEntries(
      pairs.map(({ personIds, reasons }) => [personIds.find((id) => id !== a.id), reasons]),
    )
    assert.deepEqual(reasons, {
      [b.id]: ['same-address'],
      [c.id]: ['same-name-and-birth-date'],
      [d.id]: ['similar-romanised-name'],
      [f.id]: ['similar-romanised-name'],
    })
    assert.equal(reasons[e.id], undefined)
    const all = await house.perform((work) => findDuplicates(work, { limit: 20 }))
    assert.ok(all.every(({ personIds: [x, y] }) => x < y))
  }),
)
