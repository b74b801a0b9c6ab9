import assert from 'node:assert/strict'
import { after, test } from 'node:test'
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
    [1, 0, 0],
  )
  await site.perform((work) =>
    mergePersonExhibitions(work, people.studentPloy, people.studentThanawat),
  )
  const moved = await site.perform((work) => exportPersonExhibitions(work, people.studentThanawat))
  assert.equal(moved.signed.length, 1)
  await site.perform((work) => erasePersonExhibitions(work, people.studentThanawat))
  const { rows } = await database.execute('select kind, author_id from exhibitions where id = $1', [
    idOf(),
  ])
  assert.deepEqual(rows, [{ kind: 'institution', author_id: null }])
  await database.execute(`update persons set state = 'erased' where id = $1`, [people.studentPloy])
  assert.doesNotMatch(await text(`/en${here}`), /A work by/)
})
