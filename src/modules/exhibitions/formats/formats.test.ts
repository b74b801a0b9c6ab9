import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeContentState, encodeContentState, readContentState } from '../rules/content-state.ts'
import { shownValues } from '../rules/language-map.ts'
import { type CleanNode, cleanNodes, isHtml } from './clean-html.ts'

test('a content state is encoded as the specification shows it and comes back as it was', () => {
  // The example of Content State 1.0, §6.3.
  const json =
    '{"id":"https://example.org/object1/canvas7#xywh=1000,2000,1000,2000","type":"Canvas","partOf":[{"id":"https://example.org/object1/manifest","type":"Manifest"}]}'
  const encoded =
    'JTdCJTIyaWQlMjIlM0ElMjJodHRwcyUzQSUyRiUyRmV4YW1wbGUub3JnJTJGb2JqZWN0MSUyRmNhbnZhczclMjN4eXdoJTNEMTAwMCUyQzIwMDAlMkMxMDAwJTJDMjAwMCUyMiUyQyUyMnR5cGUlMjIlM0ElMjJDYW52YXMlMjIlMkMlMjJwYXJ0T2YlMjIlM0ElNUIlN0IlMjJpZCUyMiUzQSUyMmh0dHBzJTNBJTJGJTJGZXhhbXBsZS5vcmclMkZvYmplY3QxJTJGbWFuaWZlc3QlMjIlMkMlMjJ0eXBlJTIyJTNBJTIyTWFuaWZlc3QlMjIlN0QlNUQlN0Q'
  assert.equal(encodeContentState(json), encoded)
  assert.equal(decodeContentState(encoded), json)
  assert.deepEqual(readContentState(encoded), {
    manifest: 'https://example.org/object1/manifest',
    canvas: 'https://example.org/object1/canvas7',
    region: [1000, 2000, 1000, 2000],
    time: null,
  })
})

test('what is no content state opens nothing', () => {
  for (const given of [
    '',
    '%%%',
    'JTdC',
    '{"type":"Canvas","id":"https://a.example/c"}',
    'javascript:alert(1)',
    '{"id":"ftp://a/m","type":"Manifest"}',
  ]) {
    assert.equal(readContentState(given), null, given)
  }
})

test('of a language map the reader’s language is shown, then what has none, then some one', () => {
  const map = { en: ['Whistler'], fr: ['La Mère'], none: ['W.'] }
  assert.deepEqual(shownValues(map, ['fr', 'en']), { values: ['La Mère'], language: 'fr' })
  assert.deepEqual(shownValues(map, ['th']), { values: ['W.'], language: null })
  assert.deepEqual(shownValues({ 'zh-CN': ['母'] }, ['zh-Hans']), {
    values: ['母'],
    language: 'zh-CN',
  })
  assert.deepEqual(shownValues({ ko: ['어머니'] }, ['th']), { values: ['어머니'], language: 'ko' })
})

test('broken HTML of any length is read in one walk, and built no deeper than a page bears', () => {
  for (const piece of [
    '<a "',
    '<a href="',
    "<b '",
    '<p',
    '</i><b>',
    '<!-',
    '<b>',
    'a '.repeat(3),
  ]) {
    const nodes = cleanNodes(`<p>${piece.repeat(60_000)}</p>`)
    let deep = 0
    for (let at = nodes; at.length > 0; deep += 1)
      at = at.flatMap((each) => (typeof each === 'string' ? [] : each.children))
    assert.ok(deep <= 64, piece)
  }
  assert.equal(written(cleanNodes(`<a ${'x'.repeat(199_000)}>t</a>`)), '<a>t</a>')
})

test('HTML of a manifest keeps what the specification allows and nothing else', () => {
  const cases: [given: string, clean: string][] = [
    ['<p>Seen <b>from <i>near</b></p>', '<p>Seen <b>from <i>near</i></b></p>'],
    ['<p onclick="x()" style="a">ok</p>', '<p>ok</p>'],
    ['<script>alert(1)</script><p>ok</p>', '<p>ok</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" java\tscript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="&#106;avascript:alert(1)">x</a>', '<a>x</a>'],
    [
      '<a href="https://a.example/?a=1&amp;b=2" target="_top">x</a>',
      '<a href="https://a.example/?a=1&amp;b=2">x</a>',
    ],
    [
      '<img src="https://a.example/i.jpg" onerror="x()" alt=\'"\'>',
      '<img src="https://a.example/i.jpg" alt="&quot;">',
    ],
    ['<img src="data:image/svg+xml,<svg/onload=x>">', '<img alt="">'],
    ['<svg><p>in</svg><span>out</span>', '<span>out</span>'],
    ['<!-- <p> --><p>1 &lt; 2</p>', '<p>1 &lt; 2</p>'],
    ['<h1>big</h1><p>small', 'big<p>small</p>'],
    ['<p><scr<script>ipt>alert(1)</p>', '<p>ipt&gt;alert(1)</p>'],
  ]
  for (const [given, clean] of cases) assert.equal(written(cleanNodes(given)), clean, given)
  assert.equal(isHtml('1 < 2'), false)
  assert.equal(isHtml(' <p>x</p> '), true)
})

/** Cleaned HTML as a browser would write it. */
function written(nodes: readonly CleanNode[]): string {
  const escaped = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node)
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escaped(value)}"`,
      )
      const start = `<${node.name}${attributes.join('')}>`
      return ['br', 'img'].includes(node.name)
        ? start
        : `${start}${written(node.children)}</${node.name}>`
    })
    .join('')
}
