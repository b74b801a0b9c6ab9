import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogue, createTranslator } from '#kernel/messages'
import { restoreContent, storeContent } from './content.ts'
import { type MailContent, mailMessages, renderMail } from './index.ts'

const now = new Date('2026-11-22T09:00:00Z')
const texts = {
  hello: 'Decision <for> {name}',
  body: 'Decided on {on, date, long}.',
  open: 'Open the case',
}
const t = catalogue('test', { en: texts, 'zh-Hans': texts, th: texts, ko: texts, fr: texts })
const translator = createTranslator([t.catalogue, mailMessages.catalogue])

test('what can be done at once stands under its line, each link with its own words', () => {
  const rendering = {
    language: 'en' as const,
    t: translator.for('en'),
    origin: 'https://weft.example',
    settingsPath: null,
  }
  const acts = [
    { label: t('open'), href: '/act/one' },
    { label: t('hello', { name: '<b>' }), href: '/act/two' },
  ]
  const item = { message: t('open'), href: '/cases/1', detail: t('body', { on: now }), acts }
  const content: MailContent = {
    subject: t('open'),
    blocks: [
      { kind: 'list', items: [item] },
      { kind: 'acts', acts },
    ],
  }
  const stored = restoreContent(JSON.parse(storeContent(content)))
  const { text, html } = renderMail(stored, rendering)
  assert.match(
    text,
    /^- Open the case\n {2}.*2026.*\n {2}https:\/\/weft\.example\/en\/cases\/1\n {2}Open the case: https:\/\/weft\.example\/en\/act\/one$/m,
  )
  assert.equal(html.match(/href="https:\/\/weft\.example\/en\/act\/(one|two)"/g)?.length, 4)
  assert.doesNotMatch(html, /<b>/)
})
