import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import type { ImportSource } from '#modules/alliance'
import { pastColumnNames } from '../formats/past-rows.ts'
import { m } from '../messages/index.ts'
import { PastPage, pastPath } from '../pages/past.tsx'
import { nameOf, todayOf } from '../pages/words.tsx'
import { institutions } from '../queries/choices.ts'
import { pastLists } from '../queries/past-lists.ts'
import { importPast, type PastList, pastList, takeBackPast } from '../service/past.ts'
import { shown } from './parts.ts'

const action = 'mobility.nomination.open'
const mostBytes = 4 * 1024 * 1024

/** Exchanges of past years, from a spreadsheet. */
export const pastRoutes: readonly Route[] = [
  page('GET', pastPath, { action, handle: (call) => pastPage(call, null, null, '') }),
  page('GET', `${pastPath}/template`, { action, handle: template }),
  page('POST', `${pastPath}/undo`, { action, handle: undo }),
  page('POST', pastPath, {
    action,
    maxBytes: mostBytes + 1024 * 1024,
    perMinute: 60,
    handle: fromList,
  }),
]

const listsShown = 20

async function undo(call: Call): Promise<Answer> {
  const done = await call.perform((work) => takeBackPast(work, valueOf(call, 'list')))
  if (isRefused(done)) return pastPage(call, done, null, '')
  return call.redirect(pastPath, m('past.taken-back', { count: done.removed }))
}

async function pastPage(
  call: Call,
  refusal: Refusal | null,
  preview: PastList | null,
  text: string,
): Promise<Answer> {
  const known = await institutions(call.work)
  const names = new Map(known.map((each) => [each.id, nameOf(each.names, call.language)]))
  call.shows((preview?.rows ?? []).map(({ found }) => found.person_id))
  return show(
    PastPage({
      call,
      refusal: shown(call, refusal),
      preview,
      text,
      names,
      lists: preview ? [] : await pastLists(call.work, listsShown),
      mostBytes,
    }),
    refusal,
  )
}

async function fromList(call: Call): Promise<Answer> {
  const step = valueOf(call, 'step') || 'preview'
  const text = call.form.values['text']?.[0] ?? ''
  const importing = { node: call.services.node, today: todayOf(call) }
  if (step === 'edit') return pastPage(call, null, null, text)
  if (step === 'import' || step === 'import-without-faulty') {
    const leaveOutFaulty = step === 'import-without-faulty'
    const done = await call.perform((work) =>
      importPast(work, { ...importing, text, leaveOutFaulty }),
    )
    if (isRefused(done)) return pastPage(call, done, null, text)
    return call.redirect(pastPath, m('past.flash', { count: done.stays }))
  }
  const file = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const source: ImportSource = file ? { bytes: file.bytes, name: file.name } : { text }
  if (!file && text.trim() === '') {
    const message = m('bulk.nothing')
    return pastPage(call, refuse(422, message, { text: message }), null, '')
  }
  const preview = await previewOf(call, source, importing)
  if (isRefused(preview)) return pastPage(call, preview, null, text)
  return pastPage(call, null, preview, preview.text)
}

/** The list as it would come out: it is done, looked at, and undone, so that the preview knows every rule. */
async function previewOf(
  call: Call,
  source: ImportSource,
  importing: Parameters<typeof pastList>[2],
): Promise<PastList | Refusal> {
  let seen: PastList | null = null
  const refused = await call.perform(async (work) => {
    const list = await pastList(work, source, importing)
    if (isRefused(list)) return list
    seen = list
    return refuse(422, m('bulk.look'))
  })
  return seen ?? refused
}

/** An empty list with the headings, and one row as an example. */
async function template(call: Call): Promise<Answer> {
  call.shows([])
  const { t } = call
  const days = ['2024-02-19', '2024-06-21', '2024-09-02']
  const example = ['6411042', 'PKU', t(m('kind.study')), ...days, '']
  const columns = pastColumnNames.map((column) => ({
    header: t(m(`column.${column}`)),
    kind: 'text' as const,
  }))
  const name = t(m('past.title'))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows: [example] }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}
