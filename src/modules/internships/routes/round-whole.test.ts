// A whole round with thirty students and twelve hosts, from the call to the offers and to what is passed on.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Certificate, verifyCertificate } from '#modules/matching'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import {
  fillRound,
  hostIds,
  places,
  positionIds,
  roundDays,
  studentIds,
  tutorOf,
  wishedBy,
  wishes,
} from '../../../../test/harness/whole-round.ts'

const { people: p } = cast
const [students, hosts] = [studentIds.length, hostIds.length]
let site: TestSite
let round = ''

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  await fillRound(site)
})
after(() => site.close())

const sql = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows
const on = (day: string) => {
  site.clock.now = new Date(`${day}T03:00:00Z`)
}
const at = (path = '', language = 'en') => `/${language}/internships/rounds/${round}${path}`
const act = async (path: string, values: Record<string, string> = {}) =>
  site.send(at('/office'), at(path), values, await site.signInAs(p.coordinatorAu))
const certificate = async () => {
  const answer = await site.ask(at('/certificate'), {
    cookie: await site.signInAs(p.coordinatorAu),
  })
  return (await answer.json()) as Certificate
}
const states = async () =>
  new Map(
    (
      await sql(
        'select state, count(*)::int as n from internship_applications where round_id = $1 group by 1',
        [round],
      )
    ).map((row) => [row['state'], Number(row['n'])]),
  )
async function linkTo(address: string): Promise<string> {
  const [mail] = await sql(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [address],
  )
  return `/th${/\/act\/[\w-]+/.exec(JSON.stringify(mail!['content']))![0]}`
}

describe('a round with thirty students and twelve hosts', () => {
  test('is opened, and every student says five wishes in Chinese', async () => {
    const path = '/en/internships/rounds/new'
    const opened = await site.send(
      path,
      path,
      { 'title.en': 'A whole round', positions: positionIds, ...roundDays },
      await site.signInAs(p.coordinatorAu),
    )
    assert.equal(opened.status, 303, await opened.text())
    round = /rounds\/([\w-]+)/.exec(opened.headers.get('location')!)![1]!
    for (const [number, id] of studentIds.entries()) {
      const said = Object.fromEntries(
        wishedBy(number).map((to, place) => [`wish-${to}`, String(place + 1)]),
      )
      assert.equal(Object.keys(said).length, wishes, 'five different positions')
      const form = at('/wishes', 'zh-Hans')
      const done = await site.send(
        form,
        form,
        { motivation: '我想去', ...said },
        await site.signInAs(id),
      )
      assert.equal(done.status, 303, await done.text())
    }
    assert.deepEqual(await states(), new Map([['sent', students * wishes]]))
  })

  test('is ranked by every host through its link, in Thai, with equals', async () => {
    on('2026-11-26')
    assert.equal((await act('/reminders')).status, 303)
    for (const host of hostIds.keys()) {
      const link = await linkTo(tutorOf(host))
      const form = await (await site.ask(link)).text()
      const fields = [
        ...new Set([...form.matchAll(/name="(rank-[\w-]+)"/g)].map(([, field]) => field!)),
      ]
      const ranks = Object.fromEntries(
        fields.toSorted().map((field, place) => [field, String(Math.min(10, 1 + (place >> 1)))]),
      )
      const done = await site.send(link, link, ranks)
      assert([200, 303].includes(done.status), `host ${host}`)
    }
    const [{ n } = { n: 0 }] = await sql(
      'select count(*)::int as n from internship_round_hosts where round_id = $1 and answered_at is not null',
      [round],
    )
    assert.equal(Number(n), hosts)
  })

  test('is matched so that nobody prefers another who prefers them, and told at one moment', async () => {
    assert.equal((await act('/run')).status, 303)
    const proof = await certificate()
    assert(verifyCertificate(proof).proved)
    const { inputs, result } = proof
    const rankOf = new Map(
      inputs.places.map(({ id, ranking }) => [
        id,
        new Map(ranking!.flatMap((group, place) => group.map((each) => [each, place] as const))),
      ]),
    )
    const holders = Map.groupBy(inputs.applicants.keys(), (place) => result[place] ?? null)
    for (const [place, { id, choices }] of inputs.applicants.entries()) {
      const got = result[place] ?? null
      const better = got === null ? choices : choices.slice(0, choices.indexOf(got))
      for (const wish of better) {
        const held = holders.get(wish) ?? []
        assert.equal(held.length, places, 'a place that somebody wishes for is not left free')
        const mine = rankOf.get(wish)!.get(id)!
        for (const other of held) {
          assert(rankOf.get(wish)!.get(inputs.applicants[other]!.id)! <= mine, 'a blocking pair')
        }
      }
    }
    const told = await act('/telling', { answerBy: roundDays.answerBy })
    assert.equal(told.status, 303, await told.text())
    const offered = (await states()).get('offered')!
    assert.equal(offered, result.filter((each) => each !== null).length)
    assert(offered <= hosts * places)
    const notices = await sql(
      "select count(distinct person_id)::int as n from notices where person_id = any($1::uuid[]) and kind in ('internships.decided', 'internships.round')",
      [studentIds],
    )
    assert.equal(Number(notices[0]!['n']), students, 'everybody is told')
  })

  test('passes on what is declined, moves nobody, and ends with everybody answered', async () => {
    const rows = await sql(
      "select id, person_id, position_id from internship_applications where round_id = $1 and state = 'offered' order by person_id",
      [round],
    )
    for (const [number, row] of rows.entries()) {
      const path = `/zh-Hans/internships/applications/${String(row['id'])}`
      const answer = number < 3 ? 'declined' : 'accepted'
      const done = await site.send(
        path,
        `${path}/answer`,
        { answer },
        await site.signInAs(String(row['person_id'])),
      )
      assert.equal(done.status, 303, await done.text())
    }
    const waiting = (await states()).get('sent') ?? 0
    if (waiting > 0) {
      assert.equal((await act('/run')).status, 303)
      const second = await certificate()
      const held = new Set(rows.map((row) => row['person_id']))
      const people = await sql(
        'select person_id from internship_round_students where id = any($1::uuid[])',
        [second.inputs.applicants.map(({ id }) => id)],
      )
      assert(
        people.every((each) => !held.has(each['person_id'])),
        'who was offered a place is not in it',
      )
      assert.equal((await act('/telling', { answerBy: '2026-12-12' })).status, 303)
    }
    assert.equal((await act('/end')).status, 303)
    const left = await states()
    assert.equal(left.get('sent') ?? 0, 0)
    assert.equal(left.get('accepted'), rows.length - 3)
    const placed = await sql(
      'select count(*)::int as n from internship_placements l join internship_applications a on a.id = l.application_id where a.round_id = $1',
      [round],
    )
    assert.equal(Number(placed[0]!['n']), rows.length - 3)
  })
})
