// What of a student is opened to another institution stands in the ledger of transfers, with its countries and its ground.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { seededHosts, seededPositions } from '../seed-parts.ts'
import { applyForPosition } from './applications.ts'
import { giveSlotBack, offerSlots, pickSlot } from './interviews.ts'

const { people: p, organisations: o } = cast
const [, archive, lyon] = seededPositions.map(({ id }) => id) as [string, string, string]
const node = 'test.example'
let site: TestSite

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
})
after(() => site.close())

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

async function apply(personId: string, positionId: string): Promise<string> {
  const input = { positionId, motivation: 'I weave', enrolledThere: false, node }
  const sent = await as(personId, (work) => applyForPosition(work, input))
  assert(!isRefused(sent), isRefused(sent) ? sent.message.key : '')
  return sent.applicationId
}

async function ledger(applicationId: string) {
  const { rows } = await site.house.database.execute(
    `select t.country_from, t.country_to, t.purpose, t.basis, t.field_groups, p.person_id from transfers t
      join transfer_persons p on p.transfer_id = t.id where t.destination = $1 order by t.id`,
    [`/internships/applications/${applicationId}`],
  )
  return rows
}

describe('what leaves a school for an internship', () => {
  test('is an application to the office of another country, and none to the student’s own', async () => {
    const line = {
      country_from: 'KR',
      country_to: 'TH',
      purpose: 'internship',
      basis: 'contract',
      field_groups: ['identity', 'contact', 'studies', 'portfolio'],
      person_id: p.studentPark,
    }
    assert.deepEqual(await ledger(await apply(p.studentPark, archive)), [line])
    assert.deepEqual(await ledger(await apply(p.studentKanyarat, archive)), [])
  })

  test('is who comes to an interview of a host of the alliance, each time that a time is picked anew', async () => {
    await site.house.database.execute(
      'update internship_hosts set host_organisation_id = $1 where id = $2',
      [o.perfectWorld, seededHosts[2].id],
    )
    await site.house.database.execute('delete from internship_slots')
    const applicationId = await apply(p.studentKanyarat, lyon)
    const times = { day: '2026-12-10', from: '09:00', minutes: 30, count: 2, place: 'Salle 2' }
    await as(p.coordinatorAu, (work) => offerSlots(work, { positionId: lyon, ...times }))
    const { rows } = await site.house.database.execute(
      'select id from internship_slots order by starts_at',
    )
    const pick = (slot: number) =>
      as(p.studentKanyarat, (work) =>
        pickSlot(work, { applicationId, slotId: String(rows[slot]!['id']), node }),
      )
    assert.equal(await pick(0), true)
    const line = {
      country_from: 'TH',
      country_to: 'CN',
      purpose: 'internship',
      basis: 'contract',
      field_groups: ['identity'],
      person_id: p.studentKanyarat,
    }
    assert.deepEqual(await ledger(applicationId), [line])
    assert.equal(await pick(1), true)
    assert.deepEqual(await ledger(applicationId), [line], 'the host knows who comes already')
    await as(p.studentKanyarat, (work) => giveSlotBack(work, applicationId))
    assert.equal(await pick(0), true)
    assert.deepEqual(await ledger(applicationId), [line, line])
  })
})
