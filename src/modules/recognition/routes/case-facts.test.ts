import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { decideCase } from '../service/decide-case.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  auRules,
  inWorld,
  people,
  publishRules,
  transcript,
} from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, registrarAu: registrar } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))

/** A case under rules that ask whether studies were suspended, and the page of its facts. */
async function open({ world }: Site): Promise<{ id: string; path: string; stay: string }> {
  await publishRules(world, { ...auRules, suspension: { overMonths: 3 }, version: 2 })
  const added = await world.as(registrar, (work) =>
    addTranscript(work, transcript([['PKU101', '88']])),
  )
  const { caseId: id } = accepted(added)
  const path = `/en/recognition/cases/${id}`
  return { id, path, stay: `${path}/facts` }
}

const term = { from: '16.2.2026', to: '2026-06-30', suspended: 'yes', lastTerm: 'no' }

async function seenOn(site: Site, stay: string): Promise<string> {
  return /name="seen" value(?:="([^"]*)")?/.exec(await site.page(evaluator, stay))![1] ?? ''
}

/** What the page says of how lines were learnt, to be sent back. */
function learntOn(html: string): { id: string; was: string }[] {
  return [...html.matchAll(/name="was\.([^"]+)" value(?:="([^"]*)")?/g)].map(([, id, was]) => ({
    id: id!,
    was: was ?? '',
  }))
}

describe('the page for the facts of a case', () => {
  test(
    'is led to from the case, settles what the rules ask, and shows what was stated before',
    onSite(async (site) => {
      const { path, stay } = await open(site)
      assert.match(await site.page(evaluator, path), new RegExp(`href="${stay}"`))
      const before = await site.page(evaluator, stay)
      assert.match(before, /<li><a href="#field-from">Stay<\/a><\/li>/)
      assert.match(before, /id="field-from"/)
      const typed = { ...term, 'term.0': '2025/2026-2', 'credit.0': '๓,๕', reason: 'Seen.' }
      assert.equal(leadsTo(await site.post(evaluator, stay, { ...typed, seen: '' })), path)
      const [row] = await site.world.rows('select verdict from case_lines')
      assert.equal(row!['verdict'], 'recognised')
      const html = await site.page(registrar, stay)
      assert.match(html, /value="2026-02-16"/)
      assert.match(html, /name="credit\.0"[^>]*value="3\.5"|value="3\.5"[^>]*name="credit\.0"/)
      assert.match(textOf(html), /What was stated .*16 Feb 2026.*Suspended.*Yes.*Seen\./)
      assert.match(textOf(await site.page(evaluator, path)), /Time abroad stated/)
      for (const language of everyLanguage) {
        const own = await site.page(registrar, stay.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(own), /stay\.[a-z]+|undefined|\[object/)
      }
    }),
  )

  test(
    'loses nothing that was typed where it refuses',
    onSite(async (site) => {
      const { stay } = await open(site)
      const typed = {
        from: '1 July',
        to: '2026-06-30',
        suspended: 'no',
        lastTerm: 'yes',
        'term.0': '2025/2026-2',
        'credit.0': 'four',
        reason: 'Letter of 3 July',
        seen: '',
      }
      const refused = await site.post(evaluator, stay, typed)
      assert.equal(refused.status, 422)
      const html = await refused.text()
      for (const kept of ['value="1 July"', 'value="four"', 'Letter of 3 July</textarea>']) {
        assert.ok(html.includes(kept), kept)
      }
      assert.match(html, /<option value="no" selected[^>]*>/)
      assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 2)
      assert.deepEqual(await site.world.rows('select id from case_stays'), [])
      const backwards = await site.post(evaluator, stay, {
        ...term,
        from: '2026-07-01',
        reason: 'x',
        seen: '',
      })
      assert.equal(backwards.status, 422)
      assert.match(await backwards.text(), /value="2026-07-01"/)
    }),
  )

  test(
    'shows whoever comes second what was stated first, and takes theirs when they send it again',
    onSite(async (site) => {
      const { stay } = await open(site)
      const seen = await seenOn(site, stay)
      const second = { ...term, suspended: 'no', reason: 'The registry says no.', seen }
      leadsTo(await site.post(evaluator, stay, { ...term, reason: 'First', seen }))
      const answer = await site.post(registrar, stay, second)
      assert.equal(answer.status, 409)
      const html = await answer.text()
      assert.match(textOf(html), /What was stated .*First/)
      assert.match(html, /The registry says no\.<\/textarea>/)
      const now = /name="seen" value="([^"]*)"/.exec(html)![1]!
      leadsTo(await site.post(registrar, stay, { ...second, seen: now }))
      const rows = await site.world.rows('select suspended from case_stays order by stated_at, id')
      assert.deepEqual(
        rows.map(({ suspended }) => suspended),
        [true, false],
      )
    }),
  )

  test(
    'is found by nobody but those who may correct the case, and not once it is decided',
    onSite(async (site) => {
      const { id, stay } = await open(site)
      const { coordinatorAu, studentPloy, evaluatorPku, academicMentorAu } = people
      for (const who of [coordinatorAu, studentPloy, evaluatorPku, academicMentorAu]) {
        assert.equal((await site.get(who, stay)).status, 404)
        assert.equal((await site.post(who, stay, { ...term, reason: 'x' })).status, 404)
      }
      leadsTo(await site.post(evaluator, stay, { ...term, reason: 'x', seen: '' }))
      const [row] = await site.world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      const decided = await site.world.as(evaluator, (work) =>
        decideCase(work, { caseId: id, inputHash }),
      )
      accepted(decided)
      assert.equal((await site.get(evaluator, stay)).status, 404)
    }),
  )

  test(
    'states for all courses at once how they were learnt and what was seen, line by line in the history',
    onSite(async (site) => {
      const { world } = site
      const kindRules = [
        {
          kinds: ['course', 'online'] as const,
          accept: true,
          perTerm: null,
          perYear: null,
          perHost: null,
          total: null,
          share: null,
          evidence: ['syllabus', 'hours'] as const,
        },
      ]
      await publishRules(world, { ...auRules, kindRules, version: 2 })
      const lines = transcript([
        ['PKU101', '88'],
        ['PKU102', '91'],
      ])
      const added = await world.as(registrar, (work) => addTranscript(work, lines))
      const path = `/en/recognition/cases/${accepted(added).caseId}`
      const verdicts = async () =>
        (await world.rows('select verdict from case_lines order by position')).map(
          ({ verdict }) => verdict,
        )
      assert.deepEqual(await verdicts(), ['needs-decision', 'needs-decision'])
      const asked = await site.page(evaluator, `${path}/facts`)
      assert.match(
        textOf(asked),
        /Still to be stated PKU101: Syllabus[ ,and]+Proof of the hours PKU102: Syllabus/,
      )
      const [one, other] = learntOn(asked)
      assert.match(asked, new RegExp(`href="#field-evidence-${one!.id}"`))
      assert.match(asked, new RegExp(`id="field-evidence-${one!.id}"`))
      assert.equal([...asked.matchAll(/<details class="phone-fold learnt-course" open/g)].length, 2)
      const form = {
        seen: '',
        [`was.${one!.id}`]: one!.was,
        [`was.${other!.id}`]: other!.was,
        reason: 'Syllabus of 2 March',
      }
      const first = { ...form, [`kind.${one!.id}`]: 'online', 'evidence.all': 'syllabus' }
      leadsTo(await site.post(evaluator, `${path}/facts`, first))
      assert.deepEqual(await verdicts(), ['needs-decision', 'needs-decision'])
      const rows = await world.rows('select kind, evidence from transcript_lines order by position')
      assert.deepEqual(rows, [
        { kind: 'online', evidence: ['syllabus'] },
        { kind: null, evidence: ['syllabus'] },
      ])
      // Somebody whose page is older states something else of the first course: nothing of it is taken.
      const stale = { ...form, [`kind.${one!.id}`]: 'summer' }
      const refused = await site.post(registrar, `${path}/facts`, stale)
      assert.equal(refused.status, 409)
      const html = await refused.text()
      assert.match(html, /<option value="summer" selected/)
      const [now] = learntOn(html)
      assert.equal(now!.was, 'online syllabus')
      const again = learntOn(await site.page(evaluator, `${path}/facts`))
      const second = {
        ...form,
        ...Object.fromEntries(again.map(({ id, was }) => [`was.${id}`, was])),
        [`kind.${one!.id}`]: 'online',
        'evidence.all': 'hours',
        [`evidence.${one!.id}`]: 'syllabus',
        [`evidence.${other!.id}`]: 'syllabus',
      }
      leadsTo(await site.post(evaluator, `${path}/facts`, second))
      assert.deepEqual(await verdicts(), ['recognised', 'recognised'])
      const settled = await site.page(evaluator, `${path}/facts`)
      assert.doesNotMatch(textOf(settled), /Still to be stated/)
      assert.match(textOf(settled), /PKU101 [^]*Online · Syllabus/)
      assert.doesNotMatch(settled, /<details class="phone-fold learnt-course" open/)
      const text = textOf(await site.page(evaluator, path))
      assert.match(text, /Kind of learning and papers of 2 courses stated/)
      assert.match(
        text,
        /PKU101: Kind of learning: – → Online; Seen beside the transcript: – → Syllabus/,
      )
      assert.equal((await world.rows('select id from line_corrections')).length, 4)
      const none = await site.post(evaluator, `${path}/facts`, {
        ...form,
        ...Object.fromEntries(again.map(({ id, was }) => [`was.${id}`, was])),
        [`kind.${one!.id}`]: 'online',
      })
      assert.equal(none.status, 409, 'papers that a colleague saw are not taken back unseen')
    }),
  )
})
