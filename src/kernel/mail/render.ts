import type { Translate } from '#kernel/messages'
import { type Language, languageTag, urlSegment } from '#kernel/values'
import type { MailAct, MailBlock, MailContent, MailItem } from './content.ts'
import { m } from './messages/index.ts'

/** A mail in words. */
export interface RenderedMail {
  subject: string
  text: string
  html: string
}

/** What it takes to put a mail into words. */
export interface Rendering {
  language: Language
  t: Translate
  /** Scheme and host of this node, no path. */
  origin: string
  settingsPath: string | null
}

const style = `body{font-family:"Noto Sans","Noto Sans Thai","Noto Sans SC","Noto Sans KR",sans-serif;font-size:16px;line-height:1.6;color:#1f1d1a;max-width:36rem;margin:0 auto;padding:1.5rem}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}code{font-size:1.5rem;letter-spacing:.1em}footer{margin-top:2rem;font-size:.85rem;color:#5b5751}a{color:#0b5566}small{color:#5b5751}li{margin:.6rem 0}.acts{margin:.3rem 0 .8rem}.acts a{display:inline-block;padding:.5rem .9rem;margin:.2rem 0;border:1px solid #0b5566;border-radius:.4rem;text-decoration:none}`

/** Puts a mail into the reader's words, as plain text and as simple HTML that says its language. */
export function renderMail(content: MailContent, rendering: Rendering): RenderedMail {
  const { t, language, origin, settingsPath } = rendering
  const subject = oneLine(t(content.subject))
  const footer = t(m('footer.sent-by', { host: new URL(origin).host }))
  const settings = settingsPath === null ? null : addressOf(settingsPath, rendering)
  const settingsLabel = t(m('footer.settings'))
  const text = [
    ...content.blocks.map((block) => textOf(block, rendering)),
    `-- \n${footer}${settings === null ? '' : `\n${settingsLabel}: ${settings}`}`,
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${languageTag(language)}"><head><meta charset="utf-8">`,
    `<title>${escape(subject)}</title><style>${style}</style></head><body>`,
    ...content.blocks.map((block) => htmlOf(block, rendering)),
    `<footer><p>${escape(footer)}</p>`,
    settings === null ? '' : `<p>${link(settings, settingsLabel)}</p>`,
    '</footer></body></html>',
  ].join('\n')
  return { subject, text: `${text}\n`, html }
}

/** The full address of a path of this node in the reader's language; https addresses stay as they are. */
export function addressOf(href: string, { origin, language }: Rendering): string {
  if (/^https?:\/\//.test(href)) return href
  if (!href.startsWith('/') || href.startsWith('//')) throw new Error(`No link for a mail: ${href}`)
  return `${origin}/${urlSegment(language)}${href}`
}

function textOf(block: MailBlock, rendering: Rendering): string {
  const { t } = rendering
  switch (block.kind) {
    case 'text':
      return t(block.message)
    case 'heading':
      return `# ${t(block.message)}`
    case 'link':
      return `${t(block.label)}:\n${addressOf(block.href, rendering)}`
    case 'list':
      return block.items.map((item) => itemText(item, rendering)).join('\n')
    case 'acts':
      return block.acts
        .map(({ label, href }) => `${t(label)}:\n${addressOf(href, rendering)}`)
        .join('\n\n')
    case 'code':
      return block.code
  }
}

function htmlOf(block: MailBlock, rendering: Rendering): string {
  const { t } = rendering
  switch (block.kind) {
    case 'text':
      return `<p>${escape(t(block.message))}</p>`
    case 'heading':
      return `<h2>${escape(t(block.message))}</h2>`
    case 'link':
      return `<p>${link(addressOf(block.href, rendering), t(block.label))}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => itemHtml(item, rendering)).join('')}</ul>`
    case 'acts':
      return `<p class="acts">${actsHtml(block.acts, rendering)}</p>`
    case 'code':
      return `<p><code>${escape(block.code)}</code></p>`
  }
}

function itemText({ message, href, detail, acts = [] }: MailItem, rendering: Rendering): string {
  const { t } = rendering
  return [
    `- ${t(message)}`,
    ...(detail ? [t(detail)] : []),
    ...(href === null ? [] : [addressOf(href, rendering)]),
    ...acts.map((act) => `${t(act.label)}: ${addressOf(act.href, rendering)}`),
  ].join('\n  ')
}

function itemHtml({ message, href, detail, acts = [] }: MailItem, rendering: Rendering): string {
  const { t } = rendering
  const text = t(message)
  const what = href === null ? escape(text) : link(addressOf(href, rendering), text)
  const fact = detail ? `<br><small>${escape(t(detail))}</small>` : ''
  const now = acts.length > 0 ? `<div class="acts">${actsHtml(acts, rendering)}</div>` : ''
  return `<li>${what}${fact}${now}</li>`
}

// Each is a box of its own with room for a thumb; a client that drops the style still shows links one by one.
function actsHtml(acts: readonly MailAct[], rendering: Rendering): string {
  return acts
    .map(({ label, href }) => link(addressOf(href, rendering), rendering.t(label)))
    .join(' &#8196; ')
}

function link(address: string, label: string): string {
  return `<a href="${escape(address)}">${escape(label)}</a>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
