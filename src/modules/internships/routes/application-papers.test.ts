// A curriculum vitae and a portfolio that come with an application: kept across a refusal, read by whoever decides, erased.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { internshipData } from '../service/personal-data.ts'

const { people: p } = cast
const student = p.studentKanyarat
let site: TestSite
let position: string
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  const { rows } = await site.house.database.execute(
    `select p.id from internship_positions p join internship_hosts h on h.id = p.host_id
      where h.country = 'TH' and p.state = 'published' and p.apply_by > '2026-12-01'
        and not exists (select from internship_applications a where a.position_id = p.id and a.person_id = $1)
        and not exists (select from internship_round_positions r where r.position_id = p.id)
      order by p.id limit 1`,
    [student],
  )
  position = String(rows[0]!['id'])
  at = `/en/internships/positions/${position}`
})
after(() => site.close())

const page =
  '%PDF-1.7\n1 0 obj<</Type /Catalog /Pages 2 0 R>>endobj\n2 0 obj<</Type /Pages /Kids [3 0 R] /Count 1>>endobj\n3 0 obj<</Type /Page /Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
const pdf = (name: string) => new File([page], name)

async function apply(
  values: Record<string, string>,
  files: readonly File[],
  staged: readonly string[] = [],
): Promise<Response> {
  const cookie = await site.signInAs(student)
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(at, { cookie })).text()))
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  for (const token of staged) body.append('papers-staged', token)
  for (const file of files) body.append('papers', file)
  return site.ask(`${at}/application`, { method: 'POST', cookie, body })
}

const held = () => site.perform((work) => internshipData.files!(work, student))
const tokensIn = (html: string) => [
  ...new Set([...html.matchAll(/name="papers-staged"[^>]*value="([\w-]+)"/g)].map(([, id]) => id!)),
]

describe('the papers of an application', () => {
  let application: string

  test('are kept when the form is refused, and are no more than three', async () => {
    const lacking = await apply({ motivation: '' }, [pdf('cv.pdf')])
    assert.equal(lacking.status, 422)
    const html = await lacking.text()
    assert.match(html, /cv\.pdf/)
    const [token] = tokensIn(html)
    assert(token, 'what was chosen need not be chosen again')
    const text = await apply({ motivation: 'x' }, [new File(['not a paper'], 'cv.exe')], [token])
    assert.equal(text.status, 422)
    assert.deepEqual(tokensIn(await text.text()), [token], 'one that is refused takes none away')
    const four = ['a', 'b', 'c'].map((name) => pdf(`${name}.pdf`))
    const tooMany = await apply({ motivation: 'x' }, four, [token])
    assert.equal(tooMany.status, 422)
    assert.match(await tooMany.text(), /At most 3 files/)
    const done = await apply({ motivation: 'x' }, [pdf('portfolio.pdf')], [token])
    assert.equal(done.status, 303, 'one from before, one chosen now')
    application = done.headers.get('location')!.replace(/\?.*/, '')
    assert.deepEqual((await held()).map(({ name }) => name).toSorted(), ['cv.pdf', 'portfolio.pdf'])
  })

  test('are read by whoever reads the application, and by nobody else', async () => {
    const asked = async (personId: string, path = application) =>
      site.ask(path, { cookie: await site.signInAs(personId) })
    const { rows } = await site.house.database.execute(
      `select a.person_id from appointments a join internship_positions p on p.organisation_id = a.organisation_id
        where p.id = $1 and a.role = 'coordinator' limit 1`,
      [position],
    )
    const office = String(rows[0]!['person_id'])
    const html = await (await asked(office)).text()
    const paper = /href="([^"]*\?paper=[\w-]+)"/.exec(html)![1]!
    const read = await asked(office, paper)
    assert.deepEqual([read.status, read.headers.get('content-type')], [200, 'application/pdf'])
    assert.equal((await asked(student, paper)).status, 200)
    assert.equal((await asked(p.studentThanawat, paper)).status, 404)
    assert.equal((await asked(office, paper.replace(/.{8}$/, '00000000'))).status, 404)
  })

  test('go with an erasure', async () => {
    await site.perform((work) => eraseInternshipsOf(work, student))
    assert.deepEqual(await held(), [])
  })
})
