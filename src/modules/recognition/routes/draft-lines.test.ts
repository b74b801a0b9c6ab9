import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { begin, file, gridOf, onSite, registrar, send } from '../testing/drafts.fixture.ts'
import { leadsTo, textOf } from '../testing/site.fixture.ts'

const table = `Code,Title,Credit,Grade
PKU101,Visual Storytelling,3,88
,Weaving Studio,2,90
Total,,5,
`

describe('the lines of a draft', () => {
  test(
    'keep a row without a code, and ask about a sum instead of making a course of it',
    onSite(async (site) => {
      const path = await begin(site, { file: file('list.csv', table) })
      const html = await site.page(registrar, path)
      assert.match(html, /value="Weaving Studio"/)
      assert.match(textOf(html), /Row 3: The course code is missing\. The row is kept/)
      assert.match(textOf(html), /Row 4: “Total” looks like a sum or an average/)
      assert.equal(gridOf(html)['line.2.take'], undefined)
      const refused = await send(site, path, 'evaluate')
      assert.equal(refused.status, 422)
      assert.match(textOf(await refused.text()), /The course code is missing/)
      const taken = leadsTo(await send(site, path, 'evaluate', { 'line.1.code': 'PKU102' }))
      assert.match(taken, /recognition\/cases/)
      const rows = await site.world.rows('select code from transcript_lines order by position')
      assert.deepEqual(
        rows.map(({ code }) => code),
        ['PKU101', 'PKU102'],
      )
    }),
  )

  test(
    'ask about a sum that was typed or pasted into the grid, and believe whoever says it is a course',
    onSite(async (site) => {
      const path = await begin(site, { file: file('list.csv', table) })
      leadsTo(await send(site, path, 'save', { 'line.1.code': 'PKU102' }))
      const pasted = {
        count: '4',
        'line.3.take': '1',
        'line.3.code': '合计',
        'line.3.credit': '10',
      }
      const asked = await send(site, path, 'evaluate', pasted)
      assert.equal(asked.status, 422)
      const html = await asked.text()
      assert.match(textOf(html), /1 line looks like a sum or an average/)
      const grid = gridOf(html)
      assert.equal(grid['line.3.take'], undefined)
      assert.equal(grid['line.3.code'], '合计')
      leadsTo(await site.post(registrar, path, { ...grid, 'line.3.take': '1', act: 'evaluate' }))
      const rows = await site.world.rows('select code from transcript_lines order by position')
      assert.deepEqual(
        rows.map(({ code }) => code),
        ['PKU101', 'PKU102', '合计'],
      )
    }),
  )

  test(
    'are taken away, unreadable ones too, and put back where they stood',
    onSite(async (site) => {
      const path = await begin(site, { file: file('list.csv', table) })
      leadsTo(await send(site, path, 'remove 0', { 'line.1.code': 'PKU102', 'line.0.credit': '4' }))
      const html = await site.page(registrar, path)
      assert.match(textOf(html), /Line 1 was taken away: PKU101 · Visual Storytelling/)
      assert.equal(gridOf(html)['line.0.code'], 'PKU102')
      leadsTo(await send(site, path, 'put back'))
      const back = gridOf(await site.page(registrar, path))
      assert.deepEqual(
        [back['line.0.code'], back['line.0.credit'], back['line.1.code'], back['count']],
        ['PKU101', '4', 'PKU102', '3'],
      )
      assert.doesNotMatch(await site.page(registrar, path), /was taken away/)
      leadsTo(await send(site, path, 'remove 1', { 'line.1.credit': 'three' }))
      assert.equal(gridOf(await site.page(registrar, path))['count'], '2')
    }),
  )
})
