import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../../service/add-transcript.ts'
import { recordAuthenticity } from '../../service/authenticity.ts'
import { changeLine } from '../../service/decide-case.ts'
import { askForEvidence } from '../../service/evidence.ts'
import { everyLanguage, type Site, textOf, withSite } from '../../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  people,
  transcript,
} from '../../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const path = '/en/recognition/ready'
const evaluator = people.evaluatorAu

async function arrive(
  { world }: Site,
  lines: Parameters<typeof transcript>[0],
  enrolmentId: string = enrolments.ploy,
  rest: Parameters<typeof transcript>[1] = {},
) {
  const added = await world.as(people.registrarAu, (work) =>
    addTranscript(work, transcript(lines, { enrolmentId, ...rest })),
  )
  return accepted(added).caseId
}

/** Sends the form of the page with these cases chosen, with what the page knew of them. */
async function decide(site: Site, html: string, ids: readonly string[], person = evaluator) {
  const form = new FormData()
  for (const [, name, value] of html.matchAll(/name="(basis\.[^"]+|csrf)" value="([^"]*)"/g)) {
    if (!form.has(name!)) form.append(name!, value!)
  }
  for (const id of ids) form.append('keys', id)
  return site.http.request(`http://weft.test${path}`, {
    method: 'POST',
    body: form,
    headers: {
      cookie: `person=${person}`,
      origin: 'http://weft.test',
      'sec-fetch-site': 'same-origin',
    },
  })
}

const states = async ({ world }: Site) =>
  (await world.rows('select state from recognition_cases order by number')).map(
    (row) => row['state'],
  )

describe('cases that rules and precedents have settled', () => {
  test(
    'stand on one page with their precedents, at the same number of queries with one and with three',
    onSite(async (site) => {
      await arrive(site, [['PKU101', '88']])
      const text = textOf(await site.page(evaluator, path))
      const one = site.queries()
      assert.match(text, /PKU101 → DA1101/)
      assert.match(text, /Prasert Chaiyaporn/)
      await arrive(site, [['PKU102', '88']])
      await arrive(site, [['PKU104', '88']], enrolments.thanawat)
      const html = textOf(await site.page(evaluator, path))
      assert.equal(site.queries(), one)
      for (const number of ['2026-0001', '2026-0002', '2026-0003']) assert.ok(html.includes(number))
    }),
  )

  test(
    'are decided together, each by an act of its own, and a case that a person must look at is not among them',
    onSite(async (site) => {
      const ready = await arrive(site, [['PKU101', '88']])
      await arrive(site, mixedLines)
      const second = await arrive(site, [['PKU104', '88']], enrolments.thanawat)
      const html = await site.page(evaluator, path)
      assert.ok(!textOf(html).includes('2026-0002'))
      const answer = await decide(site, html, [ready, second])
      assert.match(textOf(await answer.text()), /2 cases are decided/)
      assert.deepEqual(await states(site), ['decided', 'open', 'decided'])
      const [count] = await site.world.rows(
        "select count(*)::int as count from chronicle_entries where type = 'recognition.case-decided'",
      )
      assert.equal(count!['count'], 2)
      // Sent again, nothing is decided twice.
      const again = textOf(await (await decide(site, html, [ready])).text())
      assert.match(again, /One case was left out/)
      assert.match(again, /2026-0001/)
    }),
  )

  test(
    'that changed since the page was opened are left out, and that is said',
    onSite(async (site) => {
      const first = await arrive(site, [['PKU101', '88']])
      const second = await arrive(site, [['PKU104', '88']], enrolments.thanawat)
      const html = await site.page(evaluator, path)
      const [line] = await site.world.rows('select id from case_lines where case_id = $1', [first])
      accepted(
        await site.world.as(evaluator, (work) =>
          changeLine(work, {
            caseId: first,
            lineId: String(line!['id']),
            verdict: 'refused',
            homeCourseCode: null,
            homeCredit: null,
            recordedGrade: null,
            contentShare: null,
            reason: 'Looked at again',
          }),
        ),
      )
      const text = textOf(await (await decide(site, html, [first, second])).text())
      assert.match(text, /One case is decided/)
      assert.match(text, /2026-0001 ?: /)
      assert.deepEqual(await states(site), ['open', 'decided'])
    }),
  )

  test(
    'are decided on their own page as soon as something is asked for, of another holder, or said to be false',
    onSite(async (site) => {
      const asked = await arrive(site, [['PKU101', '88']])
      const others = await arrive(site, [['PKU104', '88']], enrolments.thanawat, {
        holder: { name: 'Somebody Else' },
        holderConfirmed: true,
      })
      const doubted = await arrive(site, [['PKU105', '88']], enrolments.thanawat)
      const { world } = site
      assert.match(textOf(await site.page(evaluator, path)), /2026-0001.*2026-0003/s)
      accepted(
        await world.as(evaluator, (work) =>
          askForEvidence(work, {
            caseId: asked,
            lineId: null,
            kind: 'syllabus',
            words: '',
            dueOn: '2026-12-01',
            of: { party: 'student' },
          }),
        ),
      )
      accepted(
        await world.as(evaluator, (work) =>
          recordAuthenticity(work, {
            caseId: doubted,
            kind: 'code',
            outcome: 'not-genuine',
            code: 'A1',
            place: 'verify.example',
            note: '',
            checkedOn: '2026-11-21',
            file: null,
          }),
        ),
      )
      const html = await site.page(evaluator, path)
      assert.ok(!/2026-000/.test(textOf(html)))
      const answer = textOf(await (await decide(site, html, [asked, others, doubted])).text())
      assert.match(answer, /3 cases were left out/)
      assert.deepEqual(await states(site), ['open', 'open', 'open'])
    }),
  )

  test(
    'leave the page when another case of the student has brought in one of their home courses',
    onSite(async (site) => {
      const first = await arrive(site, [['PKU101', '88']])
      await arrive(site, [['PKU101', '90']])
      const html = await site.page(evaluator, path)
      assert.match(textOf(html), /2026-0001.*2026-0002/s)
      const answer = textOf(await (await decide(site, html, [first])).text())
      assert.match(answer, /One case is decided/)
      assert.ok(!textOf(await site.page(evaluator, path)).includes('2026-0002'))
      assert.deepEqual(await states(site), ['decided', 'open'])
    }),
  )

  test(
    'are nobody’s who may not decide them: not one’s own, and not another school’s',
    onSite(async (site) => {
      const own = await arrive(site, [['PKU104', '88']], enrolments.thanawat)
      const html = await site.page(people.studentThanawat, path)
      assert.ok(!textOf(html).includes('2026-0001'))
      const answer = await decide(site, html, [own], people.studentThanawat)
      assert.ok(!textOf(await answer.text()).includes('One case is decided'))
      const text = textOf(await (await decide(site, html, [own], people.evaluatorPku)).text())
      assert.ok(!text.includes('2026-0001'))
      assert.deepEqual(await states(site), ['open'])
      for (const language of everyLanguage) {
        const page = textOf(await site.page(evaluator, `/${language}/recognition/ready`))
        assert.ok(!/ready\.[a-z]/.test(page), language)
      }
    }),
  )
})
