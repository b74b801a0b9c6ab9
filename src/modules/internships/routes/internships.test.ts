import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { isRefused, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { languages, urlSegment } from '#kernel/values'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { applicationsOf, officeApplications } from '../queries/applications.ts'
import { openPositions } from '../queries/positions.ts'
import { seededHosts, seededPositions } from '../seed-parts.ts'
import { applyForPosition, decideApplication } from '../service/applications.ts'
import { decideHost } from '../service/hosts.ts'
import { logHours, removeHours } from '../service/hours.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { exportInternshipsOf, mergeInternshipsOf } from '../service/personal-data.ts'

const { people: p } = cast
let site: TestSite
let coordinator: string
let thanawat: string
let kanyarat: string
const [running, archive, lyon] = seededPositions.map(({ id }) => id) as [string, string, string]

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  coordinator = await site.signInAs(p.coordinatorAu)
  thanawat = await site.signInAs(p.studentThanawat)
  kanyarat = await site.signInAs(p.studentKanyarat)
})
after(() => site.close())

async function text(path: string, cookie?: string): Promise<string> {
  const response = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(response.status, 200, path)
  return response.text()
}

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

function refused(result: unknown, key: string): void {
  assert(isRefused(result), 'it was not refused')
  assert.equal(result.message.key, key)
}

const noFilter = { q: '', country: null, mode: null, paid: false }
const own = (personId: string) => site.perform((work) => applicationsOf(work, personId))
const placementOf = async (personId: string) =>
  (await own(personId)).find(({ placementId }) => placementId)!.placementId!

describe('positions', () => {
  test('are open to everybody, in each language, and narrowed by what is asked', async () => {
    for (const language of languages) {
      const html = await text(`/${urlSegment(language)}/internships`)
      assert(html.includes('Atelier des Trois Navettes'), language)
      assert(!html.includes('Perfect World'), 'a position whose day is over is not offered')
    }
    const found = (filter: Partial<typeof noFilter>) =>
      site.perform((work) => openPositions(work, { ...noFilter, ...filter } as typeof noFilter))
    const paid = (await found({ paid: true })).map(({ id }) => id)
    assert(paid.includes(lyon))
    assert(paid.length < (await found({})).length, 'some pay nothing')
    assert.deepEqual(
      (await found({ q: 'แจ็กการ์ด' })).map(({ id }) => id),
      [lyon],
    )
    assert.equal((await found({ q: '100%_' })).length, 0)
  })

  test('show a student what permission they need before they apply', async () => {
    const html = await text(`/en/internships/positions/${lyon}`, kanyarat)
    assert(html.includes('VLS-TS stagiaire'))
    const list = await text('/en/internships', kanyarat)
    assert(list.includes('Permit needed'))
    assert(list.includes('No permit needed'), 'the position at home')
  })

  test('of a suspended host take no application, and say so', async () => {
    const decide = (state: 'vetted' | 'suspended') =>
      as(p.secretariat, (work) =>
        decideHost(work, {
          hostId: seededHosts[2].id,
          state,
          until: '2028-01-01',
          reason: 'A complaint is looked into',
        }),
      )
    assert.equal(await decide('suspended'), true)
    const html = await text(`/en/internships/positions/${lyon}`, kanyarat)
    assert(html.includes('takes nobody at present'))
    refused(
      await as(p.studentKanyarat, (work) =>
        applyForPosition(work, {
          positionId: lyon,
          motivation: 'x',
          enrolledThere: false,
          node: 'test.example',
        }),
      ),
      'refusal.host-suspended',
    )
    assert.equal(await decide('vetted'), true)
  })
})

describe('a host vetted until a day', () => {
  const vet = (hostId: string, until: string) =>
    as(p.secretariat, (work) => decideHost(work, { hostId, state: 'vetted', until, reason: '' }))
  const isOpen = async () => {
    const open = await site.perform((work) => openPositions(work, noFilter))
    return open.some(({ id }) => id === lyon)
  }
  let today: Date
  beforeEach(() => (today = site.clock.now))
  afterEach(() => (site.clock.now = today))

  test('takes no application and gets no offer once the day is over on its own clock', async () => {
    assert.equal(await vet(seededHosts[2].id, '2026-12-01'), true)
    assert.equal(await vet(seededHosts[1].id, '2026-12-01'), true)
    site.clock.now = new Date('2026-12-01T22:30:00Z')
    assert.equal(await isOpen(), true, 'it is still the first in Lyon')
    site.clock.now = new Date('2026-12-01T23:30:00Z')
    assert.equal(await isOpen(), false, 'though it is still the first in UTC')
    const applied = await as(p.studentKanyarat, (work) =>
      applyForPosition(work, {
        positionId: lyon,
        motivation: 'x',
        enrolledThere: false,
        node: 'test.example',
      }),
    )
    refused(applied, 'refusal.host-suspended')
    const [waiting] = await own(p.studentThanawat)
    const offered = await as(p.coordinatorAu, (work) =>
      decideApplication(work, {
        applicationId: waiting!.id,
        decision: 'offered',
        permissionNote: 'x',
      }),
    )
    refused(offered, 'refusal.host-suspended')
    site.clock.now = today
    assert.equal(await vet(seededHosts[2].id, '2028-01-01'), true)
    assert.equal(await vet(seededHosts[1].id, '2028-01-01'), true)
  })

  test('takes applications through the last day on its own clock', async () => {
    site.clock.now = new Date('2026-12-22T22:30:00Z')
    assert.equal(await isOpen(), true)
    site.clock.now = new Date('2026-12-22T23:30:00Z')
    assert.equal(await isOpen(), false, 'though it is still the last day in UTC')
  })
})

describe('an application', () => {
  test('is sent on a page, offered by the office, accepted, and becomes a placement', async () => {
    const path = `/en/internships/positions/${lyon}`
    const empty = await site.send(
      path,
      `${path}/application`,
      { enrolledThere: 'no', motivation: '  ' },
      kanyarat,
    )
    assert.equal(empty.status, 422)
    const sent = await site.send(
      path,
      `${path}/application`,
      { enrolledThere: 'no', motivation: 'Je connais ces métiers.' },
      kanyarat,
    )
    assert.equal(sent.status, 303)
    const at = sent.headers.get('location')!
    const waiting = await text(at, coordinator)
    assert(waiting.includes('Je connais ces métiers.'))
    assert.equal((await site.ask(at, { cookie: thanawat })).status, 404)
    const offered = await site.send(at, `${at}/decision`, { decision: 'offered' }, coordinator)
    assert.equal(offered.status, 303)
    const accepted = await site.send(at, `${at}/answer`, { answer: 'accepted' }, kanyarat)
    assert.match(accepted.headers.get('location')!, /\/internships\/placements\//)
    const again = await site.send(at, `${at}/withdrawal`, {}, kanyarat)
    assert.equal(again.status, 404, 'who accepted cannot take the application back')
    const full = await text(path, thanawat)
    assert(full.includes('All places are taken'))
  })

  test('whose permission nobody knows is offered only with the office’s word on it', async () => {
    await site.perform((work) =>
      work.writeUnchronicled((tx) =>
        tx
          .updateTable('internship_applications')
          .set({ clearance: 'unknown' })
          .where('position_id', '=', archive)
          .execute(),
      ),
    )
    const [application] = await own(p.studentThanawat)
    const decide = (permissionNote: string) =>
      as(p.coordinatorAu, (work) =>
        decideApplication(work, {
          applicationId: application!.id,
          decision: 'offered',
          permissionNote,
        }),
      )
    refused(await decide(' '), 'refusal.permission-note')
    assert.equal(await decide('The embassy says so, letter of 20 November.'), true)
    assert.equal(await decide(''), true, 'sent twice is no fault')
  })

  test('is of students alone, and once for a position', async () => {
    const apply = (personId: string) =>
      as(personId, (work) =>
        applyForPosition(work, {
          positionId: archive,
          motivation: 'x',
          enrolledThere: false,
          node: 'test.example',
        }),
      )
    refused(await apply(p.secretariat), 'refusal.no-student')
    const first = await apply(p.studentPloy)
    assert.deepEqual(await apply(p.studentPloy), first)
  })
})

describe('hours', () => {
  const log = async (personId: string, day: string, from: string, until: string) => {
    const placementId = await placementOf(p.studentPloy)
    return as(personId, (work) => logHours(work, { placementId, day, from, until, work: 'Work' }))
  }

  test('are logged by the student alone; an overlap keeps what was typed', async () => {
    assert.equal(await log(p.studentPloy, '2026-11-21', '20:00', '01:30'), true)
    refused(await log(p.studentThanawat, '2026-11-20', '09:00', '10:00'), 'refusal.no-placement')
    refused(await log(p.coordinatorAu, '2026-11-20', '09:00', '10:00'), 'refusal.no-placement')
    refused(await log(p.studentPloy, '2026-11-22', '01:00', '02:00'), 'refusal.overlap')
    refused(await log(p.studentPloy, '2026-11-23', '09:00', '10:00'), 'refusal.future')
    const at = `/en/internships/placements/${await placementOf(p.studentPloy)}`
    const ploy = await site.signInAs(p.studentPloy)
    const kept = await site.send(
      at,
      `${at}/hours`,
      { day: '2026-11-22', from: '01:00', until: '02:00', work: 'Night work kept' },
      ploy,
    )
    assert.equal(kept.status, 422)
    const html = await kept.text()
    assert(html.includes('Night work kept'))
    assert(html.includes('overlaps'))
  })

  test('are taken out, twice without harm', async () => {
    const placementId = await placementOf(p.studentPloy)
    const line = await site.house.database.kysely
      .selectFrom('internship_hours')
      .select('id')
      .where('placement_id', '=', placementId)
      .where('day', '=', '2026-11-21')
      .executeTakeFirstOrThrow()
    const remove = () =>
      as(p.studentPloy, (work) => removeHours(work, { placementId, hoursId: line.id }))
    assert.equal(await remove(), true)
    assert.equal(await remove(), true)
  })
})

describe('in Thai, where a day is written in the Buddhist era,', () => {
  test('hours are logged, a position is made and a host is vetted', async () => {
    const ploy = await site.signInAs(p.studentPloy)
    const at = `/th/internships/placements/${await placementOf(p.studentPloy)}`
    const hours = { day: '22/11/2569', from: '08:00', until: '09:00', work: 'จัดลาย' }
    assert.equal((await site.send(at, `${at}/hours`, hours, ploy)).status, 303)
    assert((await text(at, ploy)).includes('จัดลาย'))
    const form = '/th/internships/positions/new'
    const made = await site.send(
      form,
      form,
      {
        'title.th': 'ลายผ้า',
        host: seededHosts[1].id,
        startsOn: '1/2/2570',
        endsOn: '30/4/2570',
        applyBy: '31/12/2569',
        hoursPerWeek: '20',
        places: '1',
        mode: 'site',
        language: 'th',
        languageLevel: 'B1',
        field: '0322',
      },
      coordinator,
    )
    assert.equal(made.status, 303)
    const host = `/th/internships/hosts/${seededHosts[3].id}`
    const vetted = await site.send(
      host,
      `${host}/vetting`,
      { state: 'vetted', until: '22/11/2570', reason: '' },
      await site.signInAs(p.secretariat),
    )
    assert.equal(vetted.status, 303)
    const row = await site.house.database.kysely
      .selectFrom('internship_hosts')
      .select('vetted_until')
      .where('id', '=', seededHosts[3].id)
      .executeTakeFirstOrThrow()
    assert.equal(row.vetted_until, '2027-11-22')
  })
})

test('the office’s list costs one query, whatever stands in it, and leaves other offices’ out', async () => {
  const mine = (await as(p.coordinatorAu, officeApplications)).map(({ id }) => id)
  assert(mine.length >= 3)
  // Rhône has those of its own positions, whoever sends them; of the others it knows nothing.
  const theirs = (await as(p.coordinatorRhone, officeApplications)).map(({ id }) => id)
  assert(theirs.length < mine.length, `${theirs.length} of ${mine.length}`)
  assert(mine.some((id) => !theirs.includes(id)))
})

test('the journey, the export, a merge and an erasure each have their part', async () => {
  const journey = await text(`/en/people/${p.studentPloy}/journey`, coordinator).catch(() => '')
  assert(journey === '' || journey.includes('Perfect World'))
  const exported = await site.perform((work) => exportInternshipsOf(work, p.studentPloy))
  assert.match(JSON.stringify(exported), /Perfect World/)
  await site.perform((work) => mergeInternshipsOf(work, p.studentThanawat, p.studentPloy))
  assert.equal((await own(p.studentThanawat)).length, 0)
  const live = (await own(p.studentPloy)).filter(({ state }) => ['sent', 'offered'].includes(state))
  assert.equal(new Set(live.map(({ position_id: id }) => id)).size, live.length)
  const waiting = async () => {
    const ids = (await own(p.studentPloy)).map(({ id }) => id)
    return site.house.database.kysely
      .selectFrom('tasks')
      .select('id')
      .where('object_id', 'in', ids)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .execute()
  }
  assert((await waiting()).length > 0)
  const erased = await site.perform((work) => eraseInternshipsOf(work, p.studentPloy))
  assert.equal(erased.kept.length, 1)
  const rows = await own(p.studentPloy)
  assert(rows.some(({ position_id: id }) => id === running))
  assert(rows.every(({ motivation }) => motivation === ''))
  assert(rows.every(({ state }) => state !== 'sent' && state !== 'offered'))
  assert.equal(
    (await waiting()).length,
    0,
    'no office is left to decide about somebody who is gone',
  )
})
