// A round from its opening to its end: wishes, ranks by link and by telephone, the proof, one telling, a second run.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Certificate, verifyCertificate } from '#modules/matching'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { seededPositions } from '../seed-parts.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { exportInternshipsOf, mergeInternshipsOf } from '../service/personal-data.ts'

const { people: p } = cast
let site: TestSite
const [, archive, lyon] = seededPositions.map(({ id }) => id) as [string, string, string]
const tutors = { archive: 'orapin@museum.example', lyon: 'ines@trois-navettes.example' }
const days = { wishesUntil: '2026-11-25', ranksUntil: '2026-11-28', answerBy: '2026-12-05' }
let round = ''

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  await sql('update internship_positions set places = 1 where id = $1', [archive])
})
after(() => site.close())

const sql = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows

async function post(
  path: string,
  values: Record<string, string | readonly string[]>,
  personId: string,
  at: string = path,
) {
  return site.send(at, path, values, await site.signInAs(personId))
}

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

const on = (day: string) => {
  site.clock.now = new Date(`${day}T03:00:00Z`)
}
const at = (path = '') => `/en/internships/rounds/${round}${path}`
const act = (
  path: string,
  values: Record<string, string> = {},
  personId: string = p.coordinatorAu,
) => post(at(path), values, personId, at('/office'))
const say = (personId: string, wishes: Record<string, string>, more = {}) =>
  post(at('/wishes'), { motivation: 'I weave', ...wishes, ...more }, personId)
const stateOf = async (personId: string, position: string) =>
  (
    await sql(
      `select state, answer_by, permission_note from internship_applications
        where person_id = $1 and position_id = $2 order by sent_at desc, id desc limit 1`,
      [personId, position],
    )
  )[0] ?? null
const applicationOf = async (personId: string, position: string) =>
  String(
    (
      await sql(
        `select id from internship_applications where person_id = $1 and position_id = $2
          order by sent_at desc, id desc limit 1`,
        [personId, position],
      )
    )[0]!['id'],
  )
const mailsTo = async (address: string) =>
  (await sql('select content from mails where to_address = $1 order by created_at desc, id desc', [
    address,
  ])) as { content: unknown }[]
async function linkTo(address: string): Promise<string> {
  const [mail] = await mailsTo(address)
  return `/th${JSON.stringify(mail!.content).match(/\/act\/[\w-]+/)![0]}`
}

describe('a round of internships', () => {
  test('is opened by the office over its published positions, with its days in order, and takes in who has applied', async () => {
    await page('/en/internships/rounds/new', p.studentKanyarat, 404)
    const open = (values: Record<string, string | readonly string[]>) =>
      post(
        '/en/internships/rounds/new',
        { 'title.en': 'Spring round', positions: [archive, lyon], ...days, ...values },
        p.coordinatorAu,
      )
    for (const [field, value] of [
      ['wishesUntil', '2026-11-01'],
      ['ranksUntil', '2026-11-25'],
      ['answerBy', '2026-11-28'],
      ['answerBy', '2027-12-01'],
      ['title.en', ''],
    ] as const) {
      const answer = await open({ [field]: value })
      assert.equal(answer.status, 422, field)
    }
    assert.equal((await open({ positions: [] })).status, 422)
    const done = await open({})
    assert.equal(done.status, 303, await done.text())
    round = /rounds\/([\w-]+)/.exec(done.headers.get('location')!)![1]!
    assert.equal((await open({})).status, 422, 'the positions are in a round already')
    const [part] = await sql(
      'select person_id, wished_at from internship_round_students where round_id = $1',
      [round],
    )
    assert.deepEqual(part, { person_id: p.studentThanawat, wished_at: null })
    const tasks = await sql(
      "select kind, done_at, cancelled_at is not null as off from tasks where kind in ('internships.decide', 'internships.wish', 'internships.round') order by kind",
    )
    assert(tasks.some((each) => each['kind'] === 'internships.decide' && each['off']))
    assert(tasks.some((each) => each['kind'] === 'internships.wish' && !each['off']))
    assert(tasks.some((each) => each['kind'] === 'internships.round' && !each['off']))
    const [{ data } = { data: null }] = await sql(
      "select data from chronicle_entries where type = 'internships.round-opened'",
    )
    assert.match(JSON.stringify(data), /lotCommitment":"[0-9a-f]{64}/)
  })

  test('is the only way to its positions, and what it decides nobody decides by hand', async () => {
    const position = `/en/internships/positions/${lyon}`
    assert.match(await page(position, p.studentKanyarat), /given in a round/)
    const values = { motivation: 'I weave', enrolledThere: 'no' }
    assert.equal(
      (await post(`${position}/application`, values, p.studentKanyarat, position)).status,
      409,
    )
    const application = `/en/internships/applications/${await applicationOf(p.studentThanawat, archive)}`
    assert.equal(
      (await post(`${application}/decision`, { decision: 'offered' }, p.coordinatorAu, application))
        .status,
      409,
    )
    assert.match(await page('/en/internships', p.studentKanyarat), /Spring round/)
  })

  test('takes wishes in order, as often as one likes, and keeps what was typed where two are the same', async () => {
    const twice = await say(p.studentKanyarat, { [`wish-${archive}`]: '1', [`wish-${lyon}`]: '1' })
    assert.equal(twice.status, 422)
    assert.match(await twice.text(), /I weave/)
    assert.equal((await say(p.studentKanyarat, { [`wish-${archive}`]: '99' })).status, 422)
    assert.equal(
      (await say(p.studentKanyarat, { [`wish-${archive}`]: '1' }, { motivation: '' })).status,
      422,
    )
    assert.equal((await say(p.studentKanyarat, { [`wish-${lyon}`]: '1' })).status, 303)
    const both = { [`wish-${archive}`]: '1', [`wish-${lyon}`]: '2' }
    assert.equal((await say(p.studentKanyarat, both)).status, 303)
    assert.equal((await say(p.studentThanawat, both)).status, 303)
    assert.equal((await say(p.studentPloy, { [`wish-${archive}`]: '1' })).status, 303)
    assert.equal((await say(p.coordinatorRhone, both)).status, 409, 'no student')
    const rows = await sql(
      "select wish from internship_applications where round_id = $1 and person_id = $2 and state = 'sent' order by wish",
      [round, p.studentKanyarat],
    )
    assert.deepEqual(
      rows.map(({ wish }) => wish),
      [1, 2],
    )
    const [task] = await sql(
      "select done_at from tasks where kind = 'internships.wish' and object_id = $1",
      [round],
    )
    assert.notEqual(task!['done_at'], null)
  })

  test('shows nobody the wishes of another', async () => {
    const [{ name } = { name: null }] = await sql('select name from persons where id = $1', [
      p.studentThanawat,
    ])
    const native = (name as { native: string }).native
    for (const path of [at('/wishes'), at()]) {
      assert(!(await page(path, p.studentKanyarat)).includes(native), path)
    }
    assert((await page(at('/office'), p.coordinatorAu)).length > 0)
    for (const personId of [p.studentKanyarat, p.coordinatorRhone, p.secretariat]) {
      await page(at('/office'), personId, 404)
      await page(at('/result'), personId, 404)
      await page(at('/certificate'), personId, 404)
    }
    assert.equal((await act('/run')).status, 409, 'wishes are still said')
  })

  test('asks the hosts when the wishes are over, reminds them, and takes ties by a link', async () => {
    on('2026-11-26')
    assert.equal((await say(p.studentKanyarat, { [`wish-${lyon}`]: '1' })).status, 409)
    assert.equal((await act('/reminders')).status, 303)
    const before = (await mailsTo(tutors.archive)).length
    assert.equal((await act('/reminders')).status, 303, 'asked again')
    assert.equal((await mailsTo(tutors.archive)).length, before + 1)
    assert.equal((await act('/run')).status, 409, 'hosts have not ranked')
    const link = await linkTo(tutors.archive)
    const form = await (await site.ask(link)).text()
    const fields = [...form.matchAll(/name="(rank-[\w-]+)"/g)].map(([, field]) => field!)
    assert.equal(new Set(fields).size, 3, 'its own applicants alone')
    const ranks = {
      [`rank-${await applicationOf(p.studentKanyarat, archive)}`]: '1',
      [`rank-${await applicationOf(p.studentThanawat, archive)}`]: '2',
      [`rank-${await applicationOf(p.studentPloy, archive)}`]: '2',
    }
    const wrong = await site.send(link, link, { ...ranks, [fields[0]!]: '77' })
    assert.equal(wrong.status, 422)
    const done = await site.send(link, link, ranks)
    assert([200, 303].includes(done.status), await done.text())
    const places = await sql(
      `select place from internship_ranks k join internship_applications a on a.id = k.application_id
        where a.round_id = $1 order by place`,
      [round],
    )
    assert.deepEqual(
      places.map(({ place }) => place),
      [1, 2, 2],
    )
  })

  test('takes a ranking by telephone from the office, and from nobody else', async () => {
    const [host] = await sql(
      `select x.id from internship_round_hosts x join internship_positions p on p.host_id = x.host_id
        where x.round_id = $1 and p.id = $2`,
      [round, lyon],
    )
    const path = `/en/internships/round-hosts/${String(host!['id'])}`
    for (const personId of [p.studentKanyarat, p.coordinatorRhone]) await page(path, personId, 404)
    const none = { [`rank-${await applicationOf(p.studentKanyarat, lyon)}`]: 'never' }
    assert.equal((await post(path, none, p.coordinatorAu)).status, 303)
    const [said] = await sql("select place, said_by from internship_ranks where said_by = 'office'")
    assert.deepEqual(said, { place: null, said_by: 'office' })
  })

  test('is matched once all have ranked, proved, undone before telling, and of two at once matched by one', async () => {
    assert.equal((await act('/run')).status, 303)
    assert.equal((await act('/run')).status, 409, 'it is matched already')
    const certificate = JSON.parse(await page(at('/certificate'), p.coordinatorAu)) as Certificate
    assert(verifyCertificate(certificate).proved)
    for (const personId of [p.studentKanyarat, p.studentThanawat, p.studentPloy]) {
      assert(!JSON.stringify(certificate).includes(personId), 'a certificate names nobody')
    }
    assert.equal((await stateOf(p.studentKanyarat, archive))!['state'], 'sent')
    assert.match(await page(at('/wishes'), p.studentKanyarat), /being matched/)
    assert.equal((await act('/end')).status, 409, 'undo first')
    assert.equal((await act('/run/return')).status, 303)
    const both = await Promise.all([act('/run'), act('/run')])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409])
    const again = JSON.parse(await page(at('/certificate'), p.coordinatorAu)) as Certificate
    assert.deepEqual(again, certificate, 'matching again draws no other lottery')
    const office = await page(at('/office'), p.coordinatorAu)
    assert.match(office, /2 of 3 have a place/)
    const sheet = await site.ask(at('/result'), { cookie: await site.signInAs(p.coordinatorAu) })
    assert.equal(sheet.status, 200)
    assert.equal(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
  })

  test('is told to everybody at one moment, as a whole or not at all', async () => {
    assert.equal((await act('/telling', { answerBy: '' })).status, 422)
    assert.equal((await act('/telling', { answerBy: '2026-11-20' })).status, 422)
    await sql("update internship_positions set state = 'closed' where id = $1", [lyon])
    assert.equal((await act('/telling', { answerBy: days.answerBy })).status, 409)
    assert.equal((await stateOf(p.studentKanyarat, archive))!['state'], 'sent', 'nobody is told')
    await sql("update internship_positions set state = 'published' where id = $1", [lyon])
    await sql("update internship_applications set clearance = 'unknown' where id = $1", [
      await applicationOf(p.studentThanawat, lyon),
    ])
    assert.equal((await act('/telling', { answerBy: days.answerBy })).status, 422, 'no word on it')
    const permissionNote = 'The consulate says yes'
    const told = await act('/telling', { answerBy: days.answerBy, permissionNote })
    assert.equal(told.status, 303, await told.text())
    assert.deepEqual(await stateOf(p.studentKanyarat, archive), {
      state: 'offered',
      answer_by: days.answerBy,
      permission_note: '',
    })
    assert.equal((await stateOf(p.studentKanyarat, lyon))!['state'], 'withdrawn')
    assert.equal((await stateOf(p.studentThanawat, archive))!['state'], 'refused')
    assert.deepEqual(await stateOf(p.studentThanawat, lyon), {
      state: 'offered',
      answer_by: days.answerBy,
      permission_note: permissionNote,
    })
    assert.equal((await stateOf(p.studentPloy, archive))!['state'], 'sent', 'stays in')
    assert.equal((await act('/run/return')).status, 303)
    assert.equal((await stateOf(p.studentThanawat, lyon))!['state'], 'offered', 'not undone')
  })

  test('says why, to the student of themselves and to the host of its own', async () => {
    const own = await page(at('/wishes'), p.studentThanawat)
    assert.match(own, /wish 2/)
    assert.match(own, /all given to applicants whom it ranks higher/)
    assert.match(await page(at('/wishes'), p.studentPloy), /no place in this run/)
    const link = await (await site.ask(await linkTo(tutors.archive))).text()
    assert.match(link, /ได้รับข้อเสนอ/)
    assert.match(await page(at(), p.studentKanyarat), /Proved: no student and no host/)
    const office = await page(at('/office'), p.coordinatorAu)
    const hosts = office.slice(office.indexOf('id="hosts"'))
    assert.match(
      hosts,
      /Museum studio[\s\S]*?cell-number[^>]*>(?:<[^>]*>)*3</,
      'how many asked stays',
    )
    const [line] = await sql(
      'select id from internship_round_students where round_id = $1 and person_id = $2',
      [round, p.studentThanawat],
    )
    const asked = await page(`${at('/office')}?student=${String(line!['id'])}`, p.coordinatorAu)
    assert.match(asked, /all given to applicants whom it ranks higher/)
  })

  test('passes a declined place on in a second run, moves nobody, and tells whoever waits at its end', async () => {
    const application = `/en/internships/applications/${await applicationOf(p.studentKanyarat, archive)}`
    assert.equal(
      (await post(`${application}/answer`, { answer: 'declined' }, p.studentKanyarat, application))
        .status,
      303,
    )
    assert.equal((await act('/run')).status, 303)
    const second = JSON.parse(await page(at('/certificate'), p.coordinatorAu)) as Certificate
    assert.equal(second.inputs.applicants.length, 1)
    const office = await page(at('/office'), p.coordinatorAu)
    assert.match(office, /Atelier des Trois Navettes[\s\S]*wish 2/i, 'who has a place keeps it')
    assert.match(office, /1 of 1 have a place/)
    assert.equal((await act('/telling', { answerBy: '2026-12-10' })).status, 303)
    assert.equal((await stateOf(p.studentPloy, archive))!['state'], 'offered')
    const accept = `/en/internships/applications/${await applicationOf(p.studentPloy, archive)}`
    assert.equal(
      (await post(`${accept}/answer`, { answer: 'accepted' }, p.studentPloy, accept)).status,
      303,
    )
    assert.equal((await act('/end')).status, 303)
    const [row] = await sql('select closed_at, called_off from internship_rounds where id = $1', [
      round,
    ])
    assert.equal(row!['called_off'], false)
    assert.notEqual(row!['closed_at'], null)
    const open = await sql(
      "select 1 from tasks where object_kind = 'internship-round' and object_id = $1 and done_at is null and cancelled_at is null",
      [round],
    )
    assert.equal(open.length, 0)
  })

  test('is exported, merged and erased with the person', async () => {
    const exported = await site.perform((work) => exportInternshipsOf(work, p.studentPloy))
    assert.match(JSON.stringify(exported['rounds']), /Spring round/)
    await site.perform((work) => mergeInternshipsOf(work, p.studentPloy, p.studentThanawat))
    const left = await sql('select 1 from internship_round_students where person_id = $1', [
      p.studentPloy,
    ])
    assert.equal(left.length, 0)
    await site.perform((work) => eraseInternshipsOf(work, p.studentThanawat))
    const words = await sql(
      "select 1 from internship_applications where person_id = $1 and motivation <> ''",
      [p.studentThanawat],
    )
    assert.equal(words.length, 0)
  })
})
