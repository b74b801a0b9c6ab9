import { createHash } from 'node:crypto'
import type { Work } from '#kernel/database'
import type { Translate } from '#kernel/messages'
import { countryName, type Language, localised } from '#kernel/values'
import type { AskedConsent } from '../queries/consents.ts'
import { groupWords, type NoticeItem, noticeItems, noticeVersion } from '../rules/notice.ts'

/** The notice of a request in one language: its items, and the same as the text that is kept. */
export interface ShownNotice {
  items: readonly NoticeItem[]
  body: string
  sha256: string
  language: Language
}

/** What the page says to whoever is asked; the same request in the same language is the same text. */
export function noticeOf(asked: AskedConsent, t: Translate, language: Language): ShownNotice {
  const { request, rows } = asked
  const groups = rows.map((row) => ({ group: row.field_group, isSensitive: row.is_sensitive }))
  const items = noticeItems({
    purpose: request.purpose,
    exporter: localised(request.exporter, language).text,
    exporterCountry: countryName(request.exporter_country, language),
    recipient: localised(request.recipient, language).text,
    recipientCountry: countryName(request.recipient_country, language),
    contact: request.contact,
    method: request.method,
    keptMonths: request.kept_months,
    groups,
    crossesBorder: request.exporter_country !== request.recipient_country,
  })
  const body = [
    ...items.map(({ term, value }) => `${t(term)}\n${t(value)}`),
    groups.map((group) => `- ${t(groupWords(group))}`).join('\n'),
  ].join('\n\n')
  return { items, body, language, sha256: createHash('sha256').update(body).digest('hex') }
}

/** Keeps the words that somebody agreed to; the same words are kept once. */
export async function keepText(work: Work, { sha256, body, language }: ShownNotice): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('consent_texts')
      .values({ sha256, version: noticeVersion, language, body, first_shown_at: work.now })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute(),
  )
}
