import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { shiftAcademicYear } from '#kernel/values'
import type { Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { done, study } from '../agreements.fixture.ts'
import type { Condition } from '../rules/conditions.ts'
import { approveVersion } from '../service/answering.ts'
import { makeAgreement } from '../service/making.ts'
import { copiesToRenew } from '../service/renewal.ts'
import { recordSeats } from '../service/seats.ts'
import { sendCopy } from '../service/sending.ts'
import { saveDraft } from '../service/writing.ts'
import { quotasAround } from './quotas-around.ts'
import { quotasOf } from './quotas.ts'
import { wholeAgreement } from './whole.ts'

const { people: p, organisations: o } = cast
let site: TestSite

before(async () => {
  site = await testSite({ seed: ['alliance'] })
})
after(() => site.close())

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

const offices = { [o.au]: p.coordinatorAu, [o.rhone]: p.coordinatorRhone }

/** An agreement of which both partners wrote the same by themselves, each with keys of its own. */
async function agreedApart(title: string, conditions: (key: string) => Condition[]) {
  const { copyId, agreementId } = done(
    await as(p.coordinatorAu, (work) =>
      makeAgreement(work, {
        kind: 'agreement',
        title,
        code: '',
        organisationId: o.au,
        partnerIds: [o.rhone],
        node: 'test.example',
        text: { terms: '', conditions: conditions('ours') },
      }),
    ),
  )
  done(await as(p.coordinatorAu, (work) => sendCopy(work, { copyId, basedOn: 0 })))
  const theirs = (await wholeOf(agreementId)).find(({ id }) => id !== copyId)!
  await written(theirs.id, p.coordinatorRhone, conditions('theirs'), 0)
  const copies = await wholeOf(agreementId)
  for (const own of copies) {
    const other = copies.find(({ id }) => id !== own.id)!
    const { id: versionId, hash } = other.sent!
    done(
      await as(offices[own.organisationId]!, (work) =>
        approveVersion(work, { copyId: own.id, versionId, hash, adopt: false }),
      ),
    )
  }
  return { agreementId, copyId }
}

const wholeOf = async (agreementId: string) =>
  (await site.perform((work) => wholeAgreement(work, agreementId))).copies

async function written(
  copyId: string,
  personId: string,
  conditions: Condition[],
  basedOn: number,
): Promise<void> {
  const text = { terms: '', conditions }
  const saved = done(
    await as(personId, (work) =>
      saveDraft(work, { copyId, text, code: '', title: 'Apart', contacts: [], basedOn }),
    ),
  )
  done(await as(personId, (work) => sendCopy(work, { copyId, basedOn: saved.draftNumber })))
}

test('what both agreed counts once, by the copy that a placement asks, whatever keys the copies have', async () => {
  const { agreementId } = await agreedApart('Apart', (key) => [{ ...study, key }])
  const year = '2028/2029'
  const around = (organisationIds: string[]) =>
    site.perform(async (work) => {
      const found = await quotasAround(work, { organisationIds, year, kind: 'study' })
      return found.filter((each) => each.agreementId === agreementId)
    })
  const [placed] = await site.perform((work) =>
    quotasOf(work, { sending: o.au, receiving: o.rhone, year }),
  )
  for (const asking of [[o.au, o.rhone], [o.au], [o.rhone]]) {
    const found = await around(asking)
    assert.deepEqual(
      found.map(({ condition, seats }) => [condition.key, seats]),
      [[placed!.condition.key, 3]],
    )
  }
})

test('places of an agreement that was ended run as long as its last year, however the years are named', async () => {
  const { agreementId } = await agreedApart('Ended', (key) => [
    { ...study, key, firstYear: '2027/2027', lastYear: '2029/2029' },
  ])
  await site.house.database.execute(
    "update agreements set state = 'terminated', last_year = '2028/2028' where id = $1",
    [agreementId],
  )
  const years = await site.perform(async (work) => {
    const found: string[] = []
    for (const year of ['2027/2028', '2028/2028', '2028/2029', '2029/2029']) {
      const quotas = await quotasAround(work, { organisationIds: [o.au], year, kind: 'study' })
      if (quotas.some((each) => each.agreementId === agreementId)) found.push(year)
    }
    return found
  })
  assert.deepEqual(years, ['2027/2028', '2028/2028', '2028/2029'])
  const cookie = await site.signInAs(p.coordinatorAu)
  for (const [query, isFound] of [
    ['year=2028/2029', true],
    ['year=2029/2029', false],
    ['endsBy=2028/2028', true],
    ['endsBy=2027/2028', false],
  ] as const) {
    const list = await site.ask(`/en/agreements?${query}`, { cookie })
    assert.equal((await list.text()).includes('>Ended<'), isFound, query)
  }
})

test('a renewal is asked for by what is agreed, while a longer one is only proposed', async () => {
  const running = { ...study, firstYear: '2026/2027', lastYear: '2026/2027' }
  const { copyId } = await agreedApart('Short', (key) => [{ ...running, key }])
  const { draft_number: basedOn } = await site.house.database.kysely
    .selectFrom('agreement_copies')
    .select('draft_number')
    .where('id', '=', copyId)
    .executeTakeFirstOrThrow()
  const longer = { ...running, key: 'ours', lastYear: shiftAcademicYear('2026/2027', 5) }
  await written(copyId, p.coordinatorAu, [longer], basedOn)
  const copies = await site.perform((work) => copiesToRenew(work))
  assert.ok(copies.some(({ id, lastYear }) => id === copyId && lastYear === '2026/2027'))
})

test('used places are told to the partners of each agreement and to nobody else, in two statements', async () => {
  const one = await agreedApart('Used 1', (key) => [{ ...study, key }])
  const { database } = site.house
  const use = {
    agreementId: one.agreementId,
    kind: 'study' as const,
    sending: o.au,
    receiving: o.rhone,
    used: 1,
  }
  const measured = async (years: string[]) => {
    const before = database.queryCount()
    await site.perform((work) =>
      recordSeats(
        work,
        years.map((year) => ({ ...use, year })),
      ),
    )
    return database.queryCount() - before
  }
  const queries = await measured(['2027/2028'])
  assert.equal(await measured(['2027/2028', '2028/2029', '2029/2030']), queries)
  const { rows } = await database.execute(
    `select distinct unnest(organisation_ids)::text as id from chronicle_entries
     where object_id = $1 and type = 'agreements.seats-recorded'`,
    [one.agreementId],
  )
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), [o.au, o.rhone].toSorted())
})
