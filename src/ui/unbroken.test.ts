import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unbroken } from './unbroken.ts'

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '')

test('the number of a case stays on one line, and is copied as it is', () => {
  assert.equal(
    unbroken('<p>Case 2026-0042 and set 2026-001</p>'),
    '<p><span>Case <span class="unbroken">2026-0042</span> and set <span class="unbroken">2026-001</span></span></p>',
  )
})

test('a text of which a part is marked stays one thing, so that no grid or row sets its parts apart', () => {
  assert.equal(
    unbroken('<td>2026-0042</td><td>No. 2026-0042<b>!</b></td>'),
    '<td><span class="unbroken">2026-0042</span></td>' +
      '<td><span>No. <span class="unbroken">2026-0042</span></span><b>!</b></td>',
  )
})

test('days, ids and what stands in attributes are left alone', () => {
  for (const html of [
    '<td title="2026-0042 > 2026-0041">2026-11-26</td>',
    '<p>01980000-000b-7000-8000-0000000000aa</p>',
    '<title>Case 2026-0042</title>',
    '<option value="1">2026-0042</option>',
    '<textarea>2026-0042 มหาวิทยาลัยอัสสัมชัญ</textarea>',
    '<svg viewBox="0 0 1 1"><text>2026-0042</text></svg>',
  ]) {
    assert.equal(unbroken(html), html)
  }
})

test('a Chinese day stays whole in a range, whose line ends before or after its “to”', () => {
  assert.equal(
    unbroken('<td>2026年11月5日至12月9日</td><td>2026年11月5日至9日</td><td>每日</td>'),
    '<td><span><span class="unbroken">2026年11月5日</span>至<span class="unbroken">12月9日</span></span></td>' +
      '<td><span><span class="unbroken">2026年11月5日</span>至<span class="unbroken">9日</span></span></td><td>每日</td>',
  )
})

test('a Thai day stays whole with its month and year, and nothing else is drawn into it', () => {
  for (const day of [
    '30 มิ.ย. 2569',
    '8 ธันวาคม พ.ศ. 2569',
    '14 กุมภาพันธ์ 2569',
    '1 เมษายน',
    '20 ก.ค.',
    'พ.ศ. 2569',
  ]) {
    const html = unbroken(`<p>ถึง ${day} ครบ 4 หน่วยกิต</p>`)
    assert.equal(textOf(html), `ถึง ${day} ครบ 4 หน่วยกิต`)
    const [, held] =
      /<span class="unbroken">(\d* ?(?:[^<]|<span[^>]*>[^<]*<\/span>|<wbr>)*)<\/span> ครบ/.exec(
        html,
      ) ?? []
    assert.equal(textOf(held ?? ''), day)
    assert.ok(!/unbroken">4 /.test(html))
  }
})

test('a Chinese version keeps its words beside its number', () => {
  assert.equal(
    unbroken('<p>规则第7版</p>'),
    '<p><span>规则<span class="unbroken">第7版</span></span></p>',
  )
})

test('a Chinese academic year stays whole', () => {
  assert.equal(
    unbroken('<th>2026—2027学年</th><td>每学年</td>'),
    '<th><span class="unbroken">2026—2027学年</span></th><td>每学年</td>',
  )
})

test('a Thai name keeps its words whole where a browser would cut them', () => {
  const html = unbroken('<h1>มหาวิทยาลัยอัสสัมชัญ</h1><p>ณัฐญา วงศ์ศิริ จะบันทึกผลการเรียนของท่าน</p>')
  assert.ok(html.includes('<span class="unbroken">อัสสัมชัญ</span>'))
  assert.ok(html.includes('<span class="unbroken">วงศ์ศิริ</span>'))
  assert.ok(html.includes('<wbr><span class="unbroken">บันทึก</span>'))
  assert.equal(textOf(html), 'มหาวิทยาลัยอัสสัมชัญณัฐญา วงศ์ศิริ จะบันทึกผลการเรียนของท่าน')
})
