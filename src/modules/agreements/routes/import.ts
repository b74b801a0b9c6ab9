import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import type { ImportSource } from '#modules/alliance'
import { agreementSheet } from '../formats/agreement-sheet.ts'
import { m } from '../messages/index.ts'
import { ImportPage } from '../pages/import.tsx'
import { base, nameOf } from '../pages/words.ts'
import { institutions } from '../queries/partners.ts'
import { type AgreementPreview, importAgreements, previewAgreements } from '../service/import.ts'
import { shown } from './parts.ts'

const mostBytes = 4 * 1024 * 1024

/** Bringing in the agreements that an institution has already, from a spreadsheet. */
export const importRoutes: readonly Route[] = [
  page('GET', `${base}/import`, {
    action: 'agreements.agreement.make',
    handle: (call) => importPage(call, null, null, ''),
  }),
  page('GET', `${base}/import/template`, {
    action: 'agreements.agreement.make',
    handle: template,
  }),
  page('POST', `${base}/import`, {
    action: 'agreements.agreement.make',
    maxBytes: mostBytes + 1024 * 1024,
    perMinute: 60,
    handle: taken,
  }),
]

async function importPage(
  call: Call,
  refusal: Refusal | null,
  preview: AgreementPreview | null,
  text: string,
): Promise<Answer> {
  const known = await institutions(call.work)
  const names = new Map(known.map((each) => [each.id, nameOf(each.names, call.language)]))
  call.shows([])
  return show(
    ImportPage({ call, refusal: shown(call, refusal), preview, text, names, mostBytes }),
    refusal,
  )
}

async function taken(call: Call): Promise<Answer> {
  const step = call.form.values['step']?.[0] ?? 'preview'
  const text = call.form.values['text']?.[0] ?? ''
  if (step === 'edit') return importPage(call, null, null, text)
  if (step === 'import' || step === 'import-without-faulty') {
    const leaveOutFaulty = step === 'import-without-faulty'
    const { node } = call.services
    const result = await call.perform((work) =>
      importAgreements(work, { text, leaveOutFaulty, node }),
    )
    if (isRefused(result)) return importPage(call, result, null, text)
    return call.redirect(base, m('flash.imported', { count: result.count }))
  }
  const file = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const source: ImportSource = file ? { bytes: file.bytes, name: file.name } : { text }
  if (!file && text.trim() === '') {
    const message = m('import.nothing')
    return importPage(call, refuse(422, message, { text: message }), null, '')
  }
  const preview = await previewAgreements(call.work, source)
  if (isRefused(preview)) return importPage(call, preview, null, text)
  return importPage(call, null, preview, preview.text)
}

/** An empty list with the headings, and one row as an example. */
async function template(call: Call): Promise<Answer> {
  call.shows([])
  const { columns } = agreementSheet([], new Map(), call)
  const { t } = call
  const example = [
    t(m('import.example-title')),
    'IO-2024/001',
    t(m('agreement-kind.agreement')),
    'AU; PKU',
    t(m('kind.study')),
    'AU',
    'PKU',
    3,
    t(m('quota.pair')),
    '2025/2026',
    '2029/2030',
    '15',
    'en B2',
    '0211; 0213',
    '6, 7',
    t(m('blended.no')),
    '',
    '',
  ]
  return {
    kind: 'file',
    body: await writeXlsx({
      sheets: [{ name: t(m('agreements.title')), columns, rows: [example] }],
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${t(m('agreements.title'))}.xlsx`,
  }
}
