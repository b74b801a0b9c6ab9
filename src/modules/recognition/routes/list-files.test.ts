import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allRows, readTable } from '#kernel/files'
import { isRefused } from '#kernel/database'
import { addTranscript } from '../service/add-transcript.ts'
import { stateFacts } from '../service/state-facts.ts'
import { type Site, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  people,
  transcript,
} from '../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const { evaluatorAu: evaluator, registrarAu: registrar } = people

async function arrive(
  { world }: Site,
  lines: Parameters<typeof transcript>[0],
  enrolmentId: string = enrolments.ploy,
): Promise<string> {
  const added = await world.as(registrar, (work) =>
    addTranscript(work, transcript(lines, { enrolmentId })),
  )
  return accepted(added).caseId
}

/** The rows of a file as whoever opens it sees them, the heading among them. */
async function rowsOf(site: Site, path: string, person = evaluator): Promise<string[][]> {
  const response = await site.get(person, `/en/recognition/${path}`)
  assert.equal(response.status, 200, path)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const name = path.includes('csv') ? 'x.csv' : 'x.xlsx'
  const limits = { maxRows: 100, maxColumns: 50, maxCellLength: 500 }
  const table = await readTable(bytes, { name, ...limits })
  assert.ok(!isRefused(table))
  const rows = await allRows(table)
  assert.ok(!isRefused(rows))
  return [[...table.header], ...rows.map(({ cells }) => [...cells])]
}

describe('a list as a file', () => {
  test(
    'has the filter that is on the page, as a workbook and as CSV',
    onSite(async (site) => {
      await arrive(site, [['PKU101', '88']])
      await arrive(site, mixedLines, enrolments.thanawat)
      const [second] = await site.world.rows(
        'select number from recognition_cases order by created_at desc, number desc limit 1',
      )
      const number = String(second!['number'])
      for (const format of ['xlsx', 'csv']) {
        const all = await rowsOf(site, `cases/table?format=${format}&state=all`)
        assert.equal(all.length, 3)
        assert.ok(all[0]!.includes('Received on'))
        const [row] = all.filter((cells) => cells.some((cell) => /Thanawat/.test(cell)))
        assert.ok(row, 'a student by name')
        const decided = await rowsOf(site, `cases/table?format=${format}&state=decided`)
        assert.equal(decided.length, 1)
        const searched = await rowsOf(site, `cases/table?format=${format}&q=${number}`)
        assert.equal(searched.length, 2)
      }
      const page = await site.page(evaluator, `/en/recognition/cases?q=${number}`)
      assert.ok(
        page.includes(`q=${number}&amp;format=xlsx`) || page.includes(`q=${number}&format=xlsx`),
      )
      // Of another school's office nothing is in it.
      const other = await rowsOf(site, 'cases/table?format=csv&state=all', people.evaluatorPku)
      assert.equal(other.length, 1)
    }),
  )

  test(
    'tells of ready cases course by course, and of nothing that is not ready',
    onSite(async (site) => {
      await arrive(site, [['PKU101', '88']])
      await arrive(site, mixedLines, enrolments.thanawat)
      const rows = await rowsOf(site, 'ready/table?format=csv')
      assert.equal(rows.length, 2)
      assert.ok(rows[1]!.includes('PKU101') && rows[1]!.includes('Recognised'))
      assert.match(await site.page(evaluator, '/en/recognition/ready'), /ready\/table\?format=xlsx/)
      assert.equal((await site.get(people.studentPloy, '/en/recognition/ready/table')).status, 404)
    }),
  )

  test(
    'holds the facts of a case, and the credit that waits for the registrar',
    onSite(async (site) => {
      const caseId = await arrive(site, [['PKU101', '88']])
      const [line] = await site.world.rows('select id from case_lines')
      const said = await site.world.as(evaluator, (work) =>
        stateFacts(work, {
          caseId,
          seen: '',
          reason: 'Certificate of arrival and departure',
          stay: {
            from: '2025-09-01',
            to: '2026-01-20',
            suspended: true,
            lastTerm: null,
            homeTerms: [],
          },
          lines: [
            {
              lineId: String(line!['id']),
              was: { kind: null, evidence: [] },
              kind: 'online',
              evidence: ['syllabus'],
            },
          ],
        }),
      )
      accepted(said)
      const [head, row] = await rowsOf(site, `cases/${caseId}/facts/table`)
      const told = Object.fromEntries(head!.map((name, place) => [name, row![place]]))
      assert.equal(told['Kind of learning'], 'Online')
      assert.equal(told['Suspended during the stay'], 'Yes')
      assert.match(String(told['First day']), /2025-09-01/)
      const waiting = await rowsOf(site, 'postings/table?format=csv', registrar)
      assert.equal(waiting.length, 1, 'an open case is no credit to post')
      assert.equal(
        (await site.get(people.studentPloy, `/en/recognition/cases/${caseId}/facts/table`)).status,
        404,
      )
    }),
  )
})
