import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type LinearRgb, contrast, parseOklch, toHex } from './colour.ts'

const source = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8')
const pattern = /(--[\w-]+):\s*light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\)/g
const tokens = new Map(
  [...source.matchAll(pattern)].map(([, name, light, dark]) => [name!, [light!, dark!] as const]),
)

const grounds = ['--silk', '--silk-raised', '--silk-deep']
const washes = ['--indigo-wash', '--madder-wash', '--turmeric-wash', '--celadon-wash']

/** What is written on what: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const texts: [string, string[]][] = [
  ['--ink', [...grounds, ...washes]],
  ['--ink-soft', [...grounds, ...washes]],
  ['--indigo', [...grounds, ...washes]],
  ['--indigo-deep', [...grounds, '--indigo-wash']],
  ['--madder', [...grounds, '--madder-wash']],
  ['--turmeric', [...grounds, '--turmeric-wash']],
  ['--celadon', [...grounds, '--celadon-wash']],
  ['--on-indigo', ['--indigo', '--indigo-deep']],
  ['--on-turmeric', ['--turmeric-bright']],
  ['--silk', ['--madder']],
  ['--on-dark-wall', ['--wall-indigo', '--wall-madder', '--wall-night']],
  ['--on-dark-wall-soft', ['--wall-indigo', '--wall-madder', '--wall-night']],
  ['--on-light-wall', ['--wall-celadon', '--wall-turmeric']],
  ['--on-light-wall-soft', ['--wall-celadon', '--wall-turmeric']],
]

/** Lines that mean something, on what they stand on: at least 3 to 1 (WCAG 2.2, 1.4.11). */
const lines: [string, string[]][] = [
  ['--thread', grounds],
  ['--indigo', grounds],
  ['--madder', grounds],
]

for (const [theme, index] of [
  ['by day', 0],
  ['at night', 1],
] as const) {
  const colour = (name: string): LinearRgb => {
    const pair = tokens.get(name)
    assert.ok(pair, `${name} is not a token`)
    return parseOklch(pair[index])
  }
  test(`text is readable on every ground it is used on, ${theme}`, () => {
    const weak = texts.flatMap(([text, on]) =>
      on
        .map((ground) => ({ text, ground, ratio: contrast(colour(text), colour(ground)) }))
        .filter(({ ratio }) => ratio < 4.5),
    )
    assert.deepEqual(weak, [])
  })
  test(`borders that mean something can be seen, ${theme}`, () => {
    const weak = lines.flatMap(([line, on]) =>
      on
        .map((ground) => ({ line, ground, ratio: contrast(colour(line), colour(ground)) }))
        .filter(({ ratio }) => ratio < 3),
    )
    assert.deepEqual(weak, [])
  })
}

test('OKLCH is read as CSS Color 4 defines it', () => {
  assert.equal(toHex(parseOklch('oklch(100% 0 0)')), '#ffffff')
  assert.equal(toHex(parseOklch('oklch(62.7955% 0.257683 29.2339)')), '#ff0000')
  assert.equal(toHex(parseOklch('oklch(45.2014% 0.313214 264.052)')), '#0000ff')
  assert.throws(() => parseOklch('#fff'))
})

test('contrast is what WCAG defines', () => {
  assert.equal(contrast([1, 1, 1], [0, 0, 0]), 21)
})

test('every colour that the style sheets name is a token', () => {
  const used = [
    'base',
    'layout',
    'shell',
    'button',
    'form',
    'message',
    'table',
    'object',
    'content',
    'comparison',
    'cloth',
    'plot',
    'hero',
    'exhibitions',
    'exhibitions-near',
    'exhibitions-work',
  ]
    .flatMap((name) => [
      ...readFileSync(new URL(`./css/${name}.css`, import.meta.url), 'utf8').matchAll(
        /var\((--[\w-]+)/g,
      ),
    ])
    .map(([, name]) => name!)
  const known = new Set([...source.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!))
  const local = new Set([
    '--tone',
    '--tone-wash',
    '--column',
    '--threads',
    '--thread-room',
    '--picture',
    '--wall',
    '--wall-ink',
    '--wall-soft',
  ])
  assert.deepEqual(
    [...new Set(used)].filter((name) => !known.has(name) && !local.has(name)),
    [],
  )
})
