import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { elmoOf, tis620Table } from '../testing/documents.fixture.ts'
import { begin, file, onSite, registrar } from '../testing/drafts.fixture.ts'
import { leadsTo, textOf } from '../testing/site.fixture.ts'

describe('a transcript as a table', () => {
  test(
    'shows in which encoding a table was read, and reads it in another one',
    onSite(async (site) => {
      const path = await begin(site, { file: file('grade.csv', tis620Table) })
      const html = await site.page(registrar, path)
      assert.match(textOf(html), /Encoding: Windows-874/)
      assert.match(textOf(html), /Windows-874 \(TIS-620\), found in the file/)
      assert.match(textOf(html), /UTF-8: not possible/)
      const change = (encoding: string, revision: string) =>
        site.post(registrar, `${path}/columns`, { encoding, revision, headerRow: '0' })
      leadsTo(await change('windows-1252', '1'))
      const wrong = await site.page(registrar, path)
      assert.doesNotMatch(wrong, /value="การเล่าเรื่องด้วยภาพ"/)
      assert.equal((await change('windows-874', '1')).status, 409)
      leadsTo(await change('windows-874', '2'))
      assert.match(await site.page(registrar, path), /value="การเล่าเรื่องด้วยภาพ"/)
    }),
  )

  test(
    'names each grade that the host does not give, and each shifted row',
    onSite(async (site) => {
      const text =
        'Code,Title,Credit,Grade\nPKU101,One,3,88\nPKU102,Two,3,A++\nPKU103,Art, craft,3,90\n'
      const path = await begin(site, { file: file('list.csv', text) })
      const shown = textOf(await site.page(registrar, path))
      assert.match(shown, /Line 2, PKU102: “A\+\+”/)
      assert.doesNotMatch(shown, /Line 1, PKU101/)
      assert.match(shown, /Row 4: The row has 5 cells, but there are 4 column names/)
    }),
  )

  test(
    'names the row of the file, blank rows counted',
    onSite(async (site) => {
      const text = '\n\nCode,Title,Credit\n\nPKU101,One,3\n\nPKU102,Two,-1\n'
      const path = await begin(site, { file: file('list.csv', text) })
      assert.match(textOf(await site.page(registrar, path)), /Row 7: The credit -1 is below zero/)
    }),
  )
})

test(
  'an empty signature that the document carries is said to be none',
  onSite(async (site) => {
    const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></elmo>'
    const signed = elmoOf().replace('</elmo>', signature)
    const path = await begin(site, { file: file('signed.xml', signed) })
    assert.match(textOf(await site.page(registrar, path)), /signature does not match the document/)
    const plain = await begin(site, { file: file('plain.xml', elmoOf()) })
    assert.match(textOf(await site.page(registrar, plain)), /carries no electronic signature/)
  }),
)
