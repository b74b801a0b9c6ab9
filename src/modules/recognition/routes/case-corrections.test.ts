import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { onePoint } from '../testing/documents.fixture.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  organisations,
  people,
  transcript,
} from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, registrarAu: registrar } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))

async function open({ world }: Site): Promise<{ path: string; line: string }> {
  const added = await world.as(registrar, (work) =>
    addTranscript(
      work,
      transcript([
        ['PKU101', '88'],
        ['PKU102', '19'],
      ]),
    ),
  )
  const path = `/en/recognition/cases/${accepted(added).caseId}`
  const [, row] = await world.rows('select id from case_lines order by position')
  return { path, line: `${path}/lines/${row!['id']}/correction` }
}

/** The form as the page shows it. */
async function form(site: Site, line: string, who: string = evaluator) {
  const html = await site.page(who, line)
  const values: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''
    values[name] = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  const { seen, code, title, credit, grade, term, completedOn } = values
  const hours = values['hours.lecture']
  return { seen, code, title, credit, grade, term, completedOn, 'hours.lecture': hours } as Record<
    string,
    string
  >
}

describe('the form that corrects a line', () => {
  test(
    'changes what was typed and nothing else, and leads back to the line',
    onSite(async (site) => {
      const { path, line } = await open(site)
      const change = { grade: '91', status: 'passed', reason: 'Misread.' }
      const answer = await site.post(evaluator, line, { ...(await form(site, line)), ...change })
      assert.equal(leadsTo(answer), `${path}#line-2`)
      const [, row] = await site.world.rows('select * from transcript_lines order by position')
      assert.deepEqual(
        [row!['grade'], row!['credit'], row!['code'], row!['term'], row!['completed_on']],
        ['91', '3', 'PKU102', '2025/2026-2', '2026-06-30'],
      )
      assert.deepEqual(row!['titles'], { 'zh-Hans': '课程 PKU102', en: 'Course PKU102' })
      assert.deepEqual(row!['hours'], { lecture: { fraction: '60' } })
    }),
  )

  test(
    'replaces the title in the language that it shows, and keeps the others',
    onSite(async (site) => {
      const { line } = await open(site)
      const change = { title: 'Digital Imaging', status: 'passed', reason: 'Title.' }
      leadsTo(await site.post(evaluator, line, { ...(await form(site, line)), ...change }))
      const [, row] = await site.world.rows('select titles from transcript_lines order by position')
      assert.deepEqual(row!['titles'], { 'zh-Hans': '课程 PKU102', en: 'Digital Imaging' })
    }),
  )

  test(
    'reads numbers and days as offices write them, and names what it cannot read',
    onSite(async (site) => {
      const { line } = await open(site)
      const typed = { ...(await form(site, line)), status: 'passed', reason: 'Read again.' }
      const wrong = { ...typed, credit: 'three', completedOn: '31.2.2026' }
      const refused = await site.post(evaluator, line, wrong)
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 2)
      assert.match(html, /value="three"/)
      const right = { ...typed, credit: '๒,๕', completedOn: '30/6/2569', 'hours.lecture': '45' }
      leadsTo(await site.post(evaluator, line, right))
      const [, row] = await site.world.rows('select * from transcript_lines order by position')
      assert.deepEqual(
        [row!['credit'], row!['completed_on'], row!['hours']],
        ['5/2', '2026-06-30', { lecture: { fraction: '45' } }],
      )
    }),
  )

  test(
    'shows how the line stands to whoever comes second, and keeps what they typed',
    onSite(async (site) => {
      const { line } = await open(site)
      const first = { ...(await form(site, line)), status: 'passed', reason: 'Misread.' }
      const second = { ...first, grade: '90', reason: 'The second one.' }
      leadsTo(await site.post(evaluator, line, { ...first, grade: '91' }))
      const answer = await site.post(registrar, line, second)
      assert.equal(answer.status, 409)
      const html = await answer.text()
      assert.match(textOf(html), /A colleague corrected this line since you opened the page/)
      assert.match(html, /value="90"/)
      assert.match(textOf(html), /How the line stands now .* Grade 91/)
      const seen = /name="seen" value="([^"]*)"/.exec(html)![1]!
      leadsTo(await site.post(registrar, line, { ...second, seen }))
    }),
  )

  test(
    'is in the history of the case and on the line, with both values and the reason',
    onSite(async (site) => {
      const { path, line } = await open(site)
      const change = { grade: '91', status: 'passed', reason: 'The scan shows 91.' }
      leadsTo(await site.post(registrar, line, { ...(await form(site, line)), ...change }))
      const text = textOf(await site.page(evaluator, path))
      assert.match(text, /Corrected by .*Kaewta.* on 22 Nov 2026: Grade: 19 → 91\. The scan/)
      assert.match(text, /Line 2 corrected to what stands on the original .* Grade: 19 → 91/)
      // What becomes of the case reaches the student when it is told, not line by line.
      assert.doesNotMatch(textOf(await site.page(people.studentPloy, path)), /Corrected by/)
      for (const language of everyLanguage) {
        const html = await site.page(registrar, line.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(html), /correction\.[a-z]+|entry\.|undefined|\[object/)
      }
    }),
  )

  test(
    'has the scan beside it',
    onSite(async (site) => {
      const begun = await site.post(registrar, '/en/recognition/transcripts', {
        enrolment: enrolments.ploy,
        host: organisations.pku,
        file: new File([onePoint as never], 'scan.png'),
      })
      const draft = leadsTo(begun)
      const revision = /name="revision" value="(\d+)"/.exec(await site.page(registrar, draft))![1]!
      const grid = { 'line.0.code': 'PKU101', 'line.0.title': 'X', 'line.0.take': '1' }
      const taken = { ...grid, revision, count: '1', act: 'evaluate' }
      const path = leadsTo(await site.post(registrar, draft, taken))
      const [row] = await site.world.rows('select id from case_lines')
      const html = await site.page(evaluator, `${path}/lines/${row!['id']}/correction`)
      assert.match(html, new RegExp(`<img src="${path}/original"`))
    }),
  )

  test(
    'is found by nobody but those who may correct',
    onSite(async (site) => {
      const { line } = await open(site)
      const { coordinatorAu, studentPloy, evaluatorPku, academicMentorAu } = people
      for (const who of [coordinatorAu, studentPloy, evaluatorPku, academicMentorAu]) {
        assert.equal((await site.get(who, line)).status, 404)
        assert.equal((await site.post(who, line, { reason: 'x' })).status, 404)
      }
    }),
  )
})
