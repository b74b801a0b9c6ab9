import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { quotasOf } from '../queries/quotas.ts'
import { balanceOf } from '../rules/balance.ts'
import { eachPartner, type Condition } from '../rules/conditions.ts'
import { renewalDay } from '../rules/renewal.ts'
import { copiesToRenew, remindOfRenewal } from '../service/renewal.ts'
import { renewalTask } from '../task-kinds.ts'

const { people: p, organisations: o } = cast
let site: TestSite
let au: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'agreements'] })
  au = await site.signInAs(p.coordinatorAu)
})
after(() => site.close())

async function text(path: string): Promise<string> {
  const response = await site.ask(path, { cookie: au })
  assert.equal(response.status, 200, path)
  return response.text()
}

const send = (list: string) =>
  site.send('/en/agreements/balance', '/en/agreements/balance/seats', { text: list }, au)

describe('the balance of one institution', () => {
  const condition = (change: Partial<Condition>): Condition => ({
    key: 'k',
    kind: 'study',
    sending: 'au',
    receiving: 'pku',
    sendingUnit: '',
    receivingUnit: '',
    firstYear: '2026/2027',
    lastYear: '2027/2028',
    seats: 3,
    shared: false,
    amount: null,
    fields: [],
    languages: [],
    levels: [],
    blended: false,
    terms: '',
    ...change,
  })
  const years = ['2026/2027', '2027/2028', '2028/2029']

  test('counts places and people by partner, year and direction, and pools apart', () => {
    const copies = [
      {
        partnerIds: ['au', 'pku', 'ruc'],
        lastYear: null,
        conditions: [
          condition({}),
          condition({ sending: eachPartner, receiving: eachPartner, shared: true, seats: 6 }),
          condition({ kind: 'teaching', seats: 9 }),
        ],
      },
    ]
    const uses = [
      { kind: 'study' as const, sending: 'pku', receiving: 'au', year: '2027/2028', used: 2 },
      { kind: 'teaching' as const, sending: 'pku', receiving: 'au', year: '2027/2028', used: 8 },
      { kind: 'study' as const, sending: 'pku', receiving: 'ruc', year: '2027/2028', used: 7 },
    ]
    const rows = balanceOf('au', 'study', { copies, uses }, years)
    assert.deepEqual(
      rows.map(({ partnerId, year }) => `${partnerId} ${year}`),
      ['pku 2026/2027', 'pku 2027/2028', 'ruc 2026/2027', 'ruc 2027/2028'],
    )
    assert.deepEqual(rows[1], {
      partnerId: 'pku',
      year: '2027/2028',
      out: { seats: 3, pooled: 6, used: 0 },
      in: { seats: 0, pooled: 6, used: 2 },
    })
  })

  test('ends with an agreement that was ended', () => {
    const copies = [
      { partnerIds: ['au', 'pku'], lastYear: '2026/2027', conditions: [condition({})] },
    ]
    const rows = balanceOf('au', 'study', { copies, uses: [] }, years)
    assert.deepEqual(
      rows.map(({ year }) => year),
      ['2026/2027'],
    )
  })
})

describe('used places', () => {
  const heading = 'Number\tMobility\tFrom\tTo\tAcademic year\tPeople'

  test('come in by a list, count once, and are told beside the quotas', async () => {
    const list = `${heading}\nAU-IO 2026/014\tStudy\tAU\tSaebyeok University of Arts\t2027/2028\t3`
    assert.equal((await send(list)).status, 303)
    assert.equal((await send(list)).status, 303)
    const quotas = await site.perform((work) =>
      quotasOf(work, { sending: o.au, receiving: o.saebyeok, year: '2027/2028', kind: 'study' }),
    )
    assert.deepEqual(
      quotas.map(({ seats, used }) => ({ seats, used })),
      [{ seats: 4, used: 3 }],
    )
    assert.match(await text('/en/agreements/balance'), /3 of 4/)
  })

  test('of a faulty list are not taken in, and each fault is said by its row', async () => {
    const list = [
      heading,
      'AU-IO 2026/014\tStudy\tAU\tSaebyeok University of Arts\t2028/2029\t2',
      'No such\tStudy\tAU\tSaebyeok University of Arts\t2028/2029\tmany',
      'No such\tStudy\tAU\tSaebyeok University of Arts\t2028/2029\t1',
    ].join('\n')
    const answer = await send(list)
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /Write a whole number/)
    assert.match(page, /No single agreement in force fits/)
    assert.match(page, /AU-IO 2026\/014/)
    assert.doesNotMatch(await text('/en/agreements/balance'), /2 of 4/)
  })
})

describe('renewal', () => {
  test('is due at the end of January in the last academic year', () => {
    assert.equal(renewalDay('2026/2027'), '2027-01-31')
    assert.equal(renewalDay('2026/2026'), '2027-01-31')
  })

  test('is asked of the office once, on a day that is worked there', async () => {
    const remind = () =>
      site.perform(async (work) => {
        const copies = await copiesToRenew(work)
        for (const copy of copies) await remindOfRenewal(work, copy)
        return copies
      })
    const copies = await remind()
    assert.deepEqual(
      copies.map(({ title }) => title),
      ['Teaching staff exchange (paper agreement)'],
    )
    await remind()
    const { rows } = await site.house.database.execute(
      'select due_on::text as due_on from tasks where kind = $1',
      [renewalTask],
    )
    // The 31st of January 2027 is a Sunday.
    assert.deepEqual(rows, [{ due_on: '2027-01-29' }])
    assert.match(await text('/en/inbox'), /ends with the academic year/)
  })
})
