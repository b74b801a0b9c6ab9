import type { Language } from '#kernel/values'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples as summaryExamples, nameFaultyFields } from './error-summary.tsx'
import { allExamples, exampleFrame, galleryPage } from './gallery.tsx'
import { renderFragment, renderPage } from './index.ts'
import { languageNames, words } from './words.ts'

const languages = Object.keys(languageNames) as Language[]
const assets = { styles: [], scripts: [] }

for (const language of languages) {
  test(`every example obeys the content security policy in ${language}`, () => {
    for (const example of allExamples(language)) {
      const html = renderFragment(example.render())
      assert.doesNotMatch(
        html,
        /\sstyle=|\son\w+=|<script|<style|javascript:|https?:/,
        example.name,
      )
      assert.doesNotMatch(html, /\bundefined\b|\bNaN\b|\[object/, example.name)
    }
  })
}

test('every field that can be filled in has a label', () => {
  for (const example of allExamples('en')) {
    const html = renderFragment(example.render())
    for (const [, tag] of html.matchAll(/<((?:input|select|textarea)[^>]*)>/g)) {
      if (/type="hidden"|type="submit"|aria-label=/.test(tag!)) continue
      const id = /\sid="([^"]+)"/.exec(tag!)?.[1]
      const labelled = id !== undefined && html.includes(`for="${id}"`)
      assert.ok(labelled || /name="columns"/.test(tag!), `${example.name}: <${tag}>`)
    }
  }
})

test('forms that post carry their token', () => {
  for (const example of allExamples('en')) {
    const html = renderFragment(example.render())
    for (const [form] of html.matchAll(/<form[^>]*method="post".*?<\/form>/gs))
      assert.match(form, /name="csrf"/)
  }
})

test('the fixed words are complete, and keep their places in every language', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
  for (const language of languages) {
    for (const [key, text] of Object.entries(words('en'))) {
      const there = words(language)[key as keyof ReturnType<typeof words>]
      assert.ok(there.length > 0, `${language} ${key}`)
      assert.deepEqual(places(there), places(text), `${language} ${key}`)
    }
  }
})

test('a page says its language, its title and where its content begins', () => {
  const html = renderPage(galleryPage('th', exampleFrame('th', assets)))
  assert.match(html, /^<!doctype html><html lang="th"/)
  assert.match(html, /<title>UI · Weft<\/title>/)
  assert.match(html, /class="skip-link" href="#main"/)
  for (const language of languages)
    assert.match(
      html,
      new RegExp(`href="/${language}/ui" hreflang="${language}" lang="${language}"`),
    )
})

test('what a person typed is text and never markup', () => {
  const frame = {
    ...exampleFrame('en', assets),
    person: { id: 'x', name: '<script>alert(1)</script>' },
  }
  assert.doesNotMatch(renderPage(galleryPage('en', frame)), /<script>/)
})

test('an error summary calls each field by its label, and links to none that is not there', () => {
  for (const [language, after] of [
    ['en', ': '],
    ['zh-Hans', '：'],
    ['fr', '\u00a0: '],
  ] as const) {
    const [example] = summaryExamples(language)
    const html = renderFragment(example!.render())
    const label = /data-called="([^"]+)"/.exec(html)![1]!
    assert.ok(html.includes(`<a href="#field-your-email">${label}${after}`), html)
    assert.doesNotMatch(html, /data-names/)
  }
  const html = nameFaultyFields(
    '<a href="#field-form"><span data-names="field-form">: </span>Too late</a>',
  )
  assert.equal(html, 'Too late')
})
