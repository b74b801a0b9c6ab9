// The board of an office: steps and gaps, pages, many at once, the sheet, and what is counted.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, formBody, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import {
  boardOf,
  type BoardFilter,
  type BoardPlace,
  statisticKinds,
  statisticsBy,
} from '../queries/board.ts'

const { people: p } = cast
const today = '2026-11-22'
const all: BoardFilter & { today: string } = {
  q: '',
  step: null,
  country: null,
  lacking: false,
  today,
}
let site: TestSite
let coordinator: string
let placementId: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  coordinator = await site.signInAs(p.coordinatorAu)
  const row = await site.house.database.kysely
    .selectFrom('internship_placements')
    .select('id')
    .where('person_id', '=', p.studentPloy)
    .executeTakeFirstOrThrow()
  placementId = row.id
  // What is counted here are this one and those like it: the places that a round gave are left out.
  await site.house.database.execute('delete from internship_placements where person_id <> $1', [
    p.studentPloy,
  ])
})
after(() => site.close())

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

const board = (filter: Partial<typeof all> = {}, personId: string = p.coordinatorAu) =>
  as(personId, (work) => boardOf(work, { ...all, ...filter }, { after: null, size: 50 }))

/** Placements like the one that is there, each a day earlier. */
async function insertMore(count: number): Promise<void> {
  const { database } = site.house
  for (let place = 1; place <= count; place += 1) {
    const application = `0198000a-0000-7000-8000-${String(place).padStart(12, '0')}`
    await database.execute(
      `insert into internship_applications (id, origin, position_id, organisation_id, enrolled_organisation_id, person_id,
         motivation, enrolled_there, clearance, state, sent_at, answered_at)
       select $1, a.origin, a.position_id, a.organisation_id, a.enrolled_organisation_id, $3, '', false, 'yes',
         'declined', a.sent_at, a.sent_at
       from internship_applications a join internship_placements l on l.application_id = a.id where l.id = $2`,
      [application, placementId, p.studentThanawat],
    )
    await database.execute(
      `insert into internship_placements (id, origin, application_id, position_id, organisation_id, enrolled_organisation_id,
         person_id, starts_on, ends_on, hours_per_week, time_zone, made_at)
       select $1, origin, $2, position_id, organisation_id, enrolled_organisation_id, $5, starts_on - $4::int,
         ends_on, hours_per_week, time_zone, made_at from internship_placements where id = $3`,
      [
        `0198000b-0000-7000-8000-${String(place).padStart(12, '0')}`,
        application,
        placementId,
        place,
        p.studentThanawat,
      ],
    )
  }
}

describe('the board', () => {
  test('says each student’s step and what is missing, to offices of either school alone', async () => {
    const { rows } = await board()
    const ploy = rows.find(({ id }) => id === placementId)!
    assert.equal(ploy.step, 'agreement')
    assert(ploy.gaps.includes('agreement'))
    assert.equal((await board({}, p.coordinatorRhone)).rows.length, 0)
    const html = await (await site.ask('/en/internships/board', { cookie: coordinator })).text()
    assert.match(html, /Agreement to write/)
    assert.match(html, /No signed agreement/)
    const student = await site.signInAs(p.studentPloy)
    assert.equal((await site.ask('/en/internships/board', { cookie: student })).status, 404)
  })

  test('is narrowed by step, country, what is missing and what is typed', async () => {
    assert.equal((await board({ step: 'done' })).rows.length, 0)
    assert.equal((await board({ country: 'CN' })).rows.length, 1)
    assert.equal((await board({ country: 'FR' })).rows.length, 0)
    assert.equal((await board({ lacking: true })).rows.length, 1)
    assert.equal((await board({ q: 'perfect' })).rows.length, 1)
    assert.equal((await board({ q: '100%_' })).rows.length, 0)
  })

  test('comes a page at a time, nothing twice and nothing left out', async () => {
    await insertMore(4)
    const seen: string[] = []
    let after: BoardPlace | null = null
    do {
      const from: BoardPlace | null = after
      const page: Awaited<ReturnType<typeof boardOf>> = await as(p.coordinatorAu, (work) =>
        boardOf(work, all, { after: from, size: 2 }),
      )
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    assert.equal(seen.length, 5)
    assert.equal(new Set(seen).size, 5)
    assert.equal(seen[0], placementId)
  })

  test('reminds whom was asked, prints agreements, and is a sheet', async () => {
    const send = async (step: string, keys = placementId) => {
      const form = await (await site.ask('/en/internships/board', { cookie: coordinator })).text()
      return site.ask('/en/internships/board', {
        method: 'POST',
        cookie: coordinator,
        body: formBody({ csrf: csrfOf(form), step, ...(keys === '' ? {} : { keys }) }),
      })
    }
    assert.equal((await send('remind')).status, 409, 'nobody was asked')
    const at = `/en/internships/placements/${placementId}`
    const asked = await site.send(at, `${at}/evaluations`, { round: 'midterm' }, coordinator)
    assert.equal(asked.status, 303)
    assert.equal((await send('remind')).status, 303)
    const { rows: counted } = await site.house.database.execute(
      'select distinct reminders from internship_evaluations',
    )
    assert.deepEqual(counted, [{ reminders: 0 }], 'those of the mornings are still to come')
    for (const step of ['remind', 'print']) {
      const none = await send(step, '')
      assert.equal(none.status, 422)
      assert.match(await none.text(), /Choose at least one student/)
    }
    const zip = await send('print')
    assert.equal(zip.headers.get('content-type'), 'application/zip')
    assert((await zip.arrayBuffer()).byteLength > 5000)
    const sheet = await site.ask('/th/internships/board/export', { cookie: coordinator })
    assert.match(String(sheet.headers.get('content-type')), /spreadsheetml/)
  })

  test('is counted by country, sector, field, presence and year, as a page and as a sheet', async () => {
    for (const kind of statisticKinds) {
      const rows = await as(p.coordinatorAu, (work) => statisticsBy(work, kind))
      assert.deepEqual(
        rows.map(({ placements }) => placements),
        [5],
        kind,
      )
    }
    const page = await site.ask('/th/internships/statistics', { cookie: coordinator })
    const text = await page.text()
    assert.match(text, /จีน/)
    assert.match(text, /ภาคอุตสาหกรรม/)
    const sheet = await site.ask('/en/internships/statistics/export', { cookie: coordinator })
    assert.equal(sheet.status, 200)
    const archive = Buffer.from(await sheet.arrayBuffer())
    assert.ok(archive.includes(`xl/worksheets/sheet${statisticKinds.length}.xml`))
  })

  test('counts hosts of which nobody has said it, and those whose sector was said at the vetting', async () => {
    const { rows } = await site.house.database.execute(
      `update internship_hosts set sector = null where sector = 'industry' returning id`,
    )
    const bySector = () => as(p.coordinatorAu, (work) => statisticsBy(work, 'sector'))
    assert.deepEqual(
      (await bySector()).map(({ value }) => value),
      [''],
    )
    const secretariat = await site.signInAs(p.secretariat)
    for (const { id } of rows) {
      const path = `/en/internships/hosts/${String(id)}`
      const until = '2027-11-30'
      const form = { state: 'vetted', until, reason: '', sector: 'research' }
      assert.equal((await site.send(path, `${path}/vetting`, form, secretariat)).status, 303)
      assert.match(await (await site.ask(path, { cookie: coordinator })).text(), /Research/)
      // Vetted again without a word of it, it stays.
      const again = { state: 'vetted', until: '2027-12-01', reason: '', sector: '' }
      assert.equal((await site.send(path, `${path}/vetting`, again, secretariat)).status, 303)
    }
    assert.deepEqual(
      (await bySector()).map(({ value }) => value),
      ['research'],
    )
  })
})
