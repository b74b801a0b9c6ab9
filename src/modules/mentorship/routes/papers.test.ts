import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { documentText } from '#kernel/documents'
import { type Language, languages } from '#kernel/values'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { appointmentLetter, mentorRecord } from '../formats/mentor-papers.ts'
import { mentorshipById } from '../queries/mentorships.ts'

const site = await testSite({ seed: ['alliance', 'mentorship'] })
after(() => site.close())
const { people } = cast

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

async function ask(path: string, personId: string) {
  return site.ask(path, { cookie: await site.signInAs(personId) })
}

const [held] = await rows(
  "select id from mentorships where person_id = $1 and kind = 'industry' and state = 'active'",
  [people.studentPloy],
)
const letter = `/en/mentoring/mentorships/${String(held!['id'])}/letter`

const settings = (pair: readonly [Language, Language]) => ({
  languages: pair,
  translator: site.house.translator,
  banner: null,
  today: '2026-11-22',
  now: new Date('2026-11-22T09:00:00Z'),
})

test('a letter of appointment says the same in any two languages, with the period and the duties', async () => {
  const mentorship = (await site.perform((work) => mentorshipById(work, String(held!['id']))))!
  for (const [at, first] of languages.entries()) {
    const second = languages[(at + 1) % languages.length]!
    const text = documentText(appointmentLetter(mentorship, settings([first, second])))
    assert.ok(text.includes('2027') || text.includes('2570'), `${first}: the end of the period`)
    assert.doesNotMatch(text, /\{\w+\}/, 'nothing is left to fill in')
  }
  const chinese = documentText(appointmentLetter(mentorship, settings(['zh-Hans', 'th'])))
  assert.match(chinese, /导师聘书/)
  assert.match(chinese, /หนังสือแต่งตั้งที่ปรึกษา/)
  assert.match(chinese, /企业导师/)
})

test('the office and the mentor get the letter as a PDF, and nobody else', async () => {
  for (const personId of [people.coordinatorAu, people.industryMentor]) {
    const answer = await ask(`${letter}?first=zh-Hans&second=th`, personId)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 5)), '%PDF-')
  }
  for (const personId of [people.studentPloy, people.academicMentorAu, people.coordinatorPku]) {
    assert.equal((await ask(letter, personId)).status, 404)
  }
  const [asked] = await rows("select id from mentorships where state = 'proposed'")
  const early = `/en/mentoring/mentorships/${String(asked!['id'])}/letter`
  assert.equal((await ask(early, people.coordinatorAu)).status, 404, 'nobody is appointed unasked')
})

test('a mentor’s record tells hours and names no student', async () => {
  const answer = await ask('/en/mentoring/record', people.industryMentor)
  assert.equal(answer.status, 200)
  const text = documentText(
    mentorRecord(
      {
        name: {
          native: '高峰',
          romanised: 'Gao Feng',
          passportGiven: null,
          passportFamily: null,
          order: 'family-first',
        },
        organisation: { en: 'Studio' },
        id: people.curator,
      },
      [
        {
          kind: 'industry',
          titles: { en: 'A lab' },
          from: '2026-01-01',
          until: null,
          minutes: 90,
        },
      ],
      settings(['en', 'fr']),
    ),
  )
  assert.match(text, /1\.5/)
  assert.match(text, /Attestation de mentorat/)
  const nothing = await ask('/en/mentoring/record', people.evaluatorPku)
  assert.equal(nothing.status, 303)
})
