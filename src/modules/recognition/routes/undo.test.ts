import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { releaseDecision } from '../service/final-decision.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  now,
  organisations,
  people,
  transcript,
} from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, registrarAu: registrar, studentPloy: student } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

/** A case that is decided by its button; gives back its path. */
async function decided(site: Site): Promise<string> {
  const given = transcript([['PKU101', '88']])
  const added = await site.world.as(registrar, (work) => addTranscript(work, given))
  const path = `/en/recognition/cases/${accepted(added).caseId}`
  const html = await site.page(evaluator, path)
  const basis = /name="basis" value="([^"]*)"/.exec(html)![1]!
  leadsTo(await site.post(evaluator, `${path}/decision`, { basis }))
  return path
}

async function releaseAll({ world, clock }: Site): Promise<void> {
  const context = {
    actor: { kind: 'system', name: 'test' },
    now: clock.now,
    language: 'en',
  } as const
  for (const { id } of await world.rows('select id from recognition_decisions')) {
    await world.runner.perform(context, (work) => releaseDecision(work, String(id)))
  }
}

describe('a decision that can still be taken back', () => {
  test(
    'says until when, and gives the button to whoever took it',
    onSite(async (site) => {
      const path = await decided(site)
      const own = textOf(await site.page(evaluator, path))
      assert.match(own, /You decided the case\. You can take it back until 10:10 \(GMT\+7\)/)
      const colleague = await site.page(people.studentThanawat, path)
      assert.match(textOf(colleague), /decided the case and can take the decision back until 10:10/)
      assert.doesNotMatch(colleague, /decision\/retraction"/)
      for (const language of everyLanguage) {
        const html = await site.page(evaluator, path.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(html), /undo\.[a-z]+|entry\.|undefined|\[object/)
      }
    }),
  )

  test(
    'is not told to the student: the case is in evaluation, without statement, decider or story',
    onSite(async (site) => {
      const path = await decided(site)
      const text = textOf(await site.page(student, path))
      assert.match(text, /In evaluation/)
      assert.doesNotMatch(text, /decided: 3 credits|Chaiyaporn decided|Statement/)
      const statement = await site.get(student, `${path}/statement`)
      assert.equal(leadsTo(statement), path)
      // Who looks for it among the documents is told from when on it is there; the student is told nothing yet.
      const later = /The statement can be had once the decision is final, from \d/
      assert.match(textOf(await site.page(evaluator, `${path}/documents`)), later)
      assert.doesNotMatch(textOf(await site.page(student, `${path}/documents`)), later)
      const read = await site.json(student, 'GET', path.replace('/en', ''))
      assert.equal(((await read.json()) as { state: string }).state, 'open')
    }),
  )

  test(
    'is told once its time is over, and the statement can be had',
    onSite(async (site) => {
      const path = await decided(site)
      site.clock.now = minutes(10)
      await releaseAll(site)
      const text = textOf(await site.page(student, path))
      assert.match(text, /Decided .*The statement of recognition can be downloaded/)
      assert.match(text, /Case 2026-0001 decided: 3 credits recognised/)
      assert.doesNotMatch(textOf(await site.page(evaluator, path)), /take it back/)
      const pdf = await site.get(student, `${path}/statement`)
      assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    }),
  )

  test(
    'taken back is open again, and the student never hears of it',
    onSite(async (site) => {
      const path = await decided(site)
      leadsTo(await site.post(evaluator, `${path}/decision/retraction`, {}))
      const text = textOf(await site.page(evaluator, path))
      assert.match(text, /Decision taken back before it was final \(revision 1\)/)
      assert.match(text, /Decide the case/)
      site.clock.now = minutes(30)
      await releaseAll(site)
      const told = textOf(await site.page(student, path))
      assert.doesNotMatch(told, /taken back|Case 2026-0001 decided/)
      assert.match(told, /In evaluation/)
    }),
  )

  test(
    'that is final by now is not taken back, and the page says what to do instead',
    onSite(async (site) => {
      const path = await decided(site)
      site.clock.now = minutes(11)
      const late = await site.post(evaluator, `${path}/decision/retraction`, {})
      assert.equal(late.status, 409)
      assert.match(textOf(await late.text()), /A mistake is mended by a revision/)
      const other = await site.post(registrar, `${path}/decision/retraction`, {})
      assert.equal(other.status, 409)
    }),
  )

  test(
    'is taken back over JSON by whoever took it',
    onSite(async (site) => {
      const path = (await decided(site)).replace('/en', '')
      const retract = (who: string) => site.json(who, 'POST', `${path}/decision/retraction`)
      assert.equal((await retract(people.studentThanawat)).status, 404)
      assert.equal((await retract(evaluator)).status, 200)
      assert.equal((await retract(evaluator)).status, 404)
    }),
  )
})

describe('the settings of an institution', () => {
  const address = '/en/recognition/settings'
  const post = `${address}/organisations/${organisations.au}`
  const typed = {
    caseWorkingDays: '๑๕',
    undoMinutes: '0',
    evidenceWorkingDays: '7',
    reminderWorkingDays: '2',
    evidencePauses: '1',
    appealWorkingDays: '15',
  }

  test(
    'are read as typed, in digits of any script, and shown again',
    onSite(async (site) => {
      assert.match(await site.page(registrar, address), /name="undoMinutes" [^>]*value="10"/)
      leadsTo(await site.post(registrar, post, typed))
      const [row] = await site.world.rows('select * from recognition_settings')
      assert.deepEqual(
        [row!['case_working_days'], row!['undo_minutes'], row!['evidence_pauses']],
        [15, 0, true],
      )
      assert.match(await site.page(registrar, address), /name="caseWorkingDays" [^>]*value="15"/)
      leadsTo(await site.post(registrar, post, { ...typed, appealWorkingDays: '' }))
      const [none] = await site.world.rows('select appeal_working_days from recognition_settings')
      assert.equal(none!['appeal_working_days'], null)
    }),
  )

  test(
    'name what is out of bounds, and keep what was typed',
    onSite(async (site) => {
      const wrong = { ...typed, caseWorkingDays: '0', undoMinutes: 'ten', evidenceWorkingDays: '' }
      const answer = await site.post(registrar, post, wrong)
      assert.equal(answer.status, 422)
      const html = await answer.text()
      assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 3)
      assert.match(html, /value="ten"/)
      assert.deepEqual(await site.world.rows('select * from recognition_settings'), [])
    }),
  )

  test(
    'are found by nobody but those who keep them',
    onSite(async (site) => {
      for (const who of [evaluator, people.coordinatorAu, student]) {
        assert.equal((await site.get(who, address)).status, 404)
        assert.equal((await site.post(who, post, typed)).status, 404)
      }
      const elsewhere = `${address}/organisations/${organisations.pku}`
      assert.equal((await site.post(registrar, elsewhere, typed)).status, 404)
    }),
  )
})
