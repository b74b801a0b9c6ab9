import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import { accepted, inWorld, mixedLines, people, transcript } from '../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const evaluator = people.evaluatorAu
const path = (id: string, rest = '') => `/en/recognition/cases/${id}${rest}`

async function open({ world }: Site): Promise<{ id: string; lines: Map<string, string> }> {
  const given = transcript(mixedLines)
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, given))
  const rows = await world.rows(
    `select l.id, t.code from case_lines l join transcript_lines t on t.id = l.transcript_line_id`,
  )
  const lines = new Map(rows.map((row) => [String(row['code']), String(row['id'])]))
  return { id: accepted(added).caseId, lines }
}

const word = (change: Record<string, string>) => ({
  verdict: 'recognised',
  homeCourse: 'DA 4000',
  'homeCourse-text': 'DA 4000',
  homeCredit: '',
  recordedGrade: 'TR',
  contentShare: '',
  reason: 'The studio covers it.',
  ...change,
})

/** The row of the comparison that a course stands in. */
const rowOf = (html: string, code: string) =>
  html.split('<li ').find((part) => part.includes('comparison-row') && part.includes(code)) ?? ''

describe('a person’s word on a line', () => {
  test(
    'is told as what it is: where the rules had no result, nobody decided otherwise than they',
    onSite(async (site) => {
      const { id, lines } = await open(site)
      leadsTo(await site.post(evaluator, path(id, `/lines/${lines.get('PKU999')!}`), word({})))
      const shown = textOf(await site.page(evaluator, path(id)))
      assert.match(shown, /decided; the rules had left it open: The studio covers it\./)
      assert.doesNotMatch(shown, /otherwise than the rules/)
      const same = word({ homeCourse: 'DA1101', 'homeCourse-text': 'DA1101' })
      const [line] = await site.world.rows(
        'select home_course_code, home_credit from case_lines where id = $1',
        [lines.get('PKU101')!],
      )
      assert.equal(line!['home_course_code'], 'DA1101')
      leadsTo(
        await site.post(evaluator, path(id, `/lines/${lines.get('PKU101')!}`), {
          ...same,
          homeCredit: String(line!['home_credit']),
        }),
      )
      assert.match(
        textOf(await site.page(evaluator, path(id))),
        /came to the same verdict as the rules: The studio covers it\./,
      )
    }),
  )

  test(
    'gives more credit than the conversion only with a reason of its own, which everybody reads',
    onSite(async (site) => {
      const { id, lines } = await open(site)
      const address = path(id, `/lines/${lines.get('PKU999')!}`)
      // A studio of nine credits: no more than a course carries is recognised for it.
      await site.world.rows(`update courses set credit = '9' where code = 'DA 4000'`)
      // The field stands there before anybody has been refused, with what the conversion gives.
      const empty = await site.page(evaluator, address)
      assert.match(empty, /name="creditReason"/)
      assert.match(textOf(empty), /more than the [\d.]+ credits that the conversion gives/)
      const refused = await site.post(evaluator, address, word({ homeCredit: '9' }))
      assert.equal(refused.status, 422)
      const form = await refused.text()
      assert.match(textOf(form), /The conversion gives [\d.]+ credits; you would recognise 9\./)
      assert.match(form, /name="creditReason"/)
      assert.match(form, /value="9"/)
      const creditReason = 'The studio has twice the hours of the syllabus.'
      leadsTo(await site.post(evaluator, address, word({ homeCredit: '9', creditReason })))
      const own = textOf(await site.page(evaluator, path(id)))
      assert.match(own, /9 credits, where the conversion gives [\d.]+: The studio has twice/)
      leadsTo(await site.post(evaluator, `${address}/restoration`, {}))
      assert.doesNotMatch(textOf(await site.page(evaluator, path(id))), /where the conversion/)
    }),
  )
})

describe('the page of a case', () => {
  test(
    'is given in two languages where its writer can, and each reader finds their own, marked',
    onSite(async (site) => {
      const { id, lines } = await open(site)
      const address = path(id, `/lines/${lines.get('PKU999')!}`)
      const thai = 'สตูดิโอครอบคลุมเนื้อหา'
      const given = { reasonLanguage: 'en', secondReason: thai, secondLanguage: 'th' }
      const same = { ...given, secondReason: 'It covers all of it.', secondLanguage: 'fr' }
      const twice = await site.post(evaluator, address, word({ ...same, reasonLanguage: 'fr' }))
      assert.equal(twice.status, 422)
      const kept = await twice.text()
      assert.match(textOf(kept), /Both reasons are in one language/)
      assert.match(kept, /<textarea[^>]*name="secondReason"[^>]*>\s*It covers all of it\./)
      leadsTo(await site.post(evaluator, address, word(given)))
      assert.match(await site.page(evaluator, path(id)), /<span lang="en">The studio covers it\./)
      const shown = await site.page(evaluator, path(id).replace('/en/', '/th/'))
      // Thai is marked where it may break.
      const marked = shown.replaceAll(/<(?!span lang)[^>]*>/g, '')
      assert.ok(marked.includes(`<span lang="th">${thai}`))
      const form = await site.page(evaluator, address)
      assert.match(form, new RegExp(`<textarea[^>]*name="secondReason"[^>]*>\\s*${thai}`))
      const read = await site.json(evaluator, 'GET', `/recognition/cases/${id}`)
      const { courses } = (await read.json()) as { courses: { code: string; word: unknown }[] }
      assert.deepEqual(courses.find(({ code }) => code === 'PKU999')!.word, {
        en: 'The studio covers it.',
        th: thai,
      })
      leadsTo(await site.post(evaluator, `${address}/restoration`, {}))
      const [row] = await site.world.rows(
        'select change_reason_language, second_reason from case_lines where id = $1',
        [lines.get('PKU999')!],
      )
      assert.deepEqual(row, { change_reason_language: null, second_reason: null })
    }),
  )

  test(
    'shows neither credit nor an entry for what is not recognised',
    onSite(async (site) => {
      const { id, lines } = await open(site)
      const rows = await site.world.rows(
        `select t.code, l.evaluation from case_lines l join transcript_lines t on t.id = l.transcript_line_id
         where l.verdict = 'refused' order by l.position`,
      )
      const code = String(rows[0]!['code'])
      assert.ok(lines.has(code))
      const row = rowOf(await site.page(evaluator, path(id)), code)
      assert.match(row, /DA/)
      assert.doesNotMatch(textOf(row.split('comparison-reasons')[0]!), /\bTR\b|converted/)
    }),
  )

  test(
    'leads to the next line that waits, and makes the decision first only when none does',
    onSite(async (site) => {
      const { id, lines } = await open(site)
      const waiting = await site.page(evaluator, path(id))
      assert.match(textOf(waiting), /1 line still waits for a verdict/)
      assert.match(textOf(waiting), /Next waiting line: PKU999/)
      assert.match(
        waiting,
        /class="button button-secondary[^"]*"[^>]*>(?:(?!<\/button>).)*Decide the case/s,
      )
      leadsTo(await site.post(evaluator, path(id, `/lines/${lines.get('PKU999')!}`), word({})))
      const ready = await site.page(evaluator, path(id))
      assert.doesNotMatch(textOf(ready), /Next waiting line|still waits/)
      assert.match(
        ready,
        /class="button button-primary[^"]*"[^>]*>(?:(?!<\/button>).)*Decide the case/s,
      )
    }),
  )
})
