import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { after, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { mergePersons } from '#kernel/identity'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededWeaves } from '../seed/weaves.ts'
import {
  erasePersonExhibitions,
  exhibitionsData,
  exportPersonExhibitions,
  mergePersonExhibitions,
} from './personal-data.ts'

const site = await testSite({ seed: ['alliance', 'exhibitions'] })
after(() => site.close())
const { database } = site.house
const { people, organisations } = cast
const kept = { readsMonths: 12, mailsMonths: 12 }
let here = ''
const idOf = () => here.split('/')[2]!

const text = async (path: string, cookie?: string) => {
  const answer = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const versionOf = async () => {
  const { rows } = await database.execute('select version from exhibitions where id = $1', [idOf()])
  return String(rows[0]!['version'])
}

test('a student begins a work of their own at their own school, and at no other', async () => {
  const ploy = await site.signInAs(people.studentPloy)
  const begin = (organisation: string) =>
    site.send(
      '/en/exhibitions/office',
      '/en/exhibitions/office',
      { title: 'My thread', language: 'en', organisation: `student ${organisation}` },
      ploy,
    )
  assert.equal((await begin(organisations.pku)).status, 422)
  const begun = await begin(organisations.au)
  here = begun.headers.get('location')!.replace('/en', '').replace('/edit', '')
  await site.send(`/en${here}/edit`, `/en${here}/parts`, { parent: idOf(), title: 'A room' }, ploy)
  const [, room] = /\/parts\/([0-9a-f-]{36})"/.exec(await text(`/en${here}/edit`, ploy))!
  await site.send(
    `/en${here}/parts/${room}`,
    `/en${here}/parts`,
    { parent: room!, object: seededWeaves[0]!.id },
    ploy,
  )
  const settings = { languages: ['en'], gate: 'present', mentor: people.academicMentorAu }
  const saved = await site.send(`/en${here}/edit`, `/en${here}/settings`, settings, ploy)
  assert.equal(saved.status, 303)
  const name = `text.${idOf()}.text.en`
  await site.send(
    `/en${here}/texts`,
    `/en${here}/texts`,
    { [name]: 'What I found.', [`${name}.version`]: '0', [`${name}.seen`]: '', language: 'en' },
    ploy,
  )
})

test('it goes to the mentor first, then to the school, and its author agrees to nothing', async () => {
  const ploy = await site.signInAs(people.studentPloy)
  await site.send(`/en${here}/review`, `/en${here}/review-request`, {}, ploy)
  const agree = { version: await versionOf(), verdict: 'approved' }
  const own = await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, ploy)
  assert.equal(own.status, 404)
  const office = await site.signInAs(people.coordinatorAu)
  assert.equal(
    (await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, office)).status,
    404,
  )
  const mentor = await site.signInAs(people.academicMentorAu)
  assert.match(await text('/en/inbox', mentor), /student’s exhibition/)
  assert.equal(
    (await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, mentor)).status,
    303,
  )
  assert.equal(
    (await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, mentor)).status,
    404,
  )
  assert.equal(
    (await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, office)).status,
    303,
  )
  const unpublished = await site.send(`/en${here}/review`, `/en${here}/publication`, agree, ploy)
  assert.equal(unpublished.status, 404)
  await site.send(`/en${here}/review`, `/en${here}/publication`, agree, office)
  assert.match(await text(`/en${here}`), /A work by .+, mentored by/)
})

test('a person gets what they signed, and once they are forgotten their name is on no wall', async () => {
  const data = await site.perform((work) => exportPersonExhibitions(work, people.studentPloy))
  assert.match(JSON.stringify(data), /What I found/)
  const held = await site.perform((work) => exhibitionsData.holds(work, people.studentPloy, kept))
  assert.deepEqual(
    held.map(({ count }) => count),
    [1, 0, 0, 2],
  )
  await site.perform((work) =>
    mergePersonExhibitions(work, people.studentPloy, people.studentThanawat),
  )
  const moved = await site.perform((work) => exportPersonExhibitions(work, people.studentThanawat))
  assert.equal(moved.signed.length, 1)
  assert.deepEqual(
    moved.acts.map(({ act, id }) => [act, id]),
    [
      ['began an exhibition', idOf()],
      ['wrote for an exhibition', idOf()],
    ],
  )
  await site.perform((work) => erasePersonExhibitions(work, people.studentThanawat))
  const { rows } = await database.execute('select kind, author_id from exhibitions where id = $1', [
    idOf(),
  ])
  assert.deepEqual(rows, [{ kind: 'institution', author_id: null }])
  await database.execute(`update persons set state = 'erased' where id = $1`, [people.studentPloy])
  assert.doesNotMatch(await text(`/en${here}`), /A work by/)
})

test('what somebody did for an institution is told them, with their reasons, also under a former id', async () => {
  const objectId = seededWeaves[0]!.id
  const [who, later] = [people.coordinatorAu, people.academicMentorAu]
  await database.execute(
    `insert into exhibition_withdrawals (id, object_id, reason, withdrawn_by, withdrawn_at, returned_by, returned_at)
     values ($1, $2, 'The community asked for it.', $3, $4, $3, $4)`,
    [randomUUIDv7(), objectId, who, site.clock.now],
  )
  const told = await site.perform((work) => exportPersonExhibitions(work, who))
  const acts = told.acts.map(({ act, id, words }) => [act, id, words])
  for (const expected of [
    ['published an exhibition', idOf(), null],
    ['took an object back', objectId, 'The community asked for it.'],
    ['let an object be shown again', objectId, null],
  ])
    assert.ok(
      acts.some((each) => JSON.stringify(each) === JSON.stringify(expected)),
      expected.join(),
    )
  const held = await site.perform((work) => exhibitionsData.holds(work, who, kept))
  assert.equal(held.at(-1)!.count, acts.length)
  const erased = await site.perform((work) => erasePersonExhibitions(work, people.curator))
  assert.ok(erased.kept.some(({ key }) => key === 'held.acts-stay'))
  await site.perform(async (work) => {
    const parts = [{ name: 'exhibitions', mergePersons: mergePersonExhibitions }]
    assert.ok(!isRefused(await mergePersons(work, { from: who, into: later }, parts)))
  })
  const merged = await site.perform((work) => exportPersonExhibitions(work, later))
  assert.equal(merged.acts.filter(({ id }) => id === objectId).length, 2)
  assert.ok(merged.acts.some(({ act }) => act === 'published an exhibition'))
})
