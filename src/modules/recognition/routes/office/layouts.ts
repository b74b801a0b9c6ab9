import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { localised, sortByText } from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { separated } from '../../formats/registry-file.ts'
import { m } from '../../messages/index.ts'
import { LayoutFormPage } from '../../pages/office/layout-form.tsx'
import { LayoutPage, LayoutsPage } from '../../pages/office/layouts.tsx'
import { layoutsPath } from '../../pages/office/posting-words.ts'
import { organisationsFor } from '../../queries/catalogues.ts'
import {
  layoutById,
  type LayoutRow,
  listLayouts,
  versionsOfLayout,
} from '../../queries/office/layouts.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import type { RegistryLayout } from '../../rules/office/registry-layout.ts'
import { publishLayout, withdrawLayout } from '../../service/office/layouts.ts'
import { sampleRows } from '../../service/office/make-batch.ts'
import { shown } from '../shown-refusal.ts'
import {
  columnsFromHeadings,
  columnValues,
  gridRows,
  layoutValues,
  readLayout,
  type TypedColumn,
  typedColumns,
  usualLayout,
} from './layout-form.ts'

const action = 'recognition.posting-layout.edit'
const templateBytes = 5 * 1024 * 1024
const load = (work: Work, params: Record<string, string>) => layoutById(work, params['id'] ?? '')

/** The pages on which an institution defines what its registry takes. */
export const layoutRoutes: readonly Route[] = [
  page('GET', layoutsPath, {
    action,
    handle: async (call) => ({
      kind: 'html',
      html: renderPage(LayoutsPage({ call, layouts: await listLayouts(call.work) })),
    }),
  }),
  page('GET', `${layoutsPath}/new`, {
    action,
    handle: (call) => formPage(call, null, { values: layoutValues(usualLayout), columns: [] }),
  }),
  page('POST', layoutsPath, {
    action,
    maxBytes: templateBytes,
    handle: (call) => send(call, null),
  }),
  page<LayoutRow>('GET', `${layoutsPath}/:id`, { action, load, handle: layoutPage }),
  page<LayoutRow>('GET', `${layoutsPath}/:id/changes`, {
    action,
    load,
    handle: (call) =>
      formPage(call, call.object, {
        values: { ...layoutValues(call.object.layout), name: call.object.name },
        columns: columnValues(call.object.layout.columns),
      }),
  }),
  page<LayoutRow>('POST', `${layoutsPath}/:id/changes`, {
    action,
    load,
    maxBytes: templateBytes,
    handle: (call) => send(call, call.object),
  }),
  page<LayoutRow>('POST', `${layoutsPath}/:id/withdrawal`, {
    action,
    load,
    async handle(call) {
      const result = await call.perform((work) => withdrawLayout(work, call.object.id))
      if (isRefused(result)) return call.redirect(layoutsPath, result.message)
      return call.redirect(layoutsPath, m('posting.flash.withdrawn', { name: call.object.name }))
    },
  }),
]

async function layoutPage(call: Call<LayoutRow>): Promise<Answer> {
  const wanted = Number(call.query.get('version'))
  const versions = await versionsOfLayout(call.work, call.object.id)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const settings = await settingsOf(call.work, call.object.organisation_id)
  const html = renderPage(
    LayoutPage({
      call,
      found,
      versions,
      timeZone: settings!.timeZone,
      mayEdit: call.may(action, call.object),
    }),
  )
  return { kind: 'html', html }
}

interface Filled {
  values: Record<string, string>
  columns: readonly TypedColumn[]
  more?: number
  refusal?: Refusal
  sample?: string | null
}

async function formPage(
  call: Call,
  current: LayoutRow | null,
  { values, columns, more = 0, refusal, sample = null }: Filled,
): Promise<Answer> {
  const said = refusal ? shown(call, refusal) : null
  const html = renderPage(
    LayoutFormPage({
      call,
      current: current && { id: current.id, name: current.name, version: current.version },
      institutions: current
        ? [{ value: current.organisation_id, label: '' }]
        : await institutions(call),
      values,
      columns: gridRows(columns, said?.fields ?? {}, more),
      refusal: said,
      sample,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function institutions(call: Call): Promise<Option[]> {
  const rows = await organisationsFor(call.work, (id) => call.may(action, { organisation_id: id }))
  const options = rows.map(({ id, names }) => ({
    value: id,
    label: localised(names, call.language).text,
  }))
  return sortByText(options, call.language, (each) => each.label)
}

/** A form that asks for columns or a look comes back with them; only the first button publishes. */
async function send(call: Call, current: LayoutRow | null): Promise<Answer> {
  call.shows([])
  const values = { ...typedValues(call) }
  const columns = typedColumns(call)
  const wanted = values['do']
  if (wanted === 'more') return formPage(call, current, { values, columns, more: 5 })
  if (wanted === 'headings') {
    const found = await columnsFromHeadings(call)
    if (isRefused(found)) return formPage(call, current, { values, columns, refusal: found })
    return formPage(call, current, { values: { ...values, pasted: '' }, columns: found })
  }
  const layout = readLayout(call)
  if (isRefused(layout)) return formPage(call, current, { values, columns, refusal: layout })
  const organisationId = current?.organisation_id ?? values['organisation'] ?? ''
  if (wanted === 'look') {
    const sample = await sampleOf(call, organisationId, layout)
    return formPage(call, current, { values, columns, sample })
  }
  const result = await call.perform((work) =>
    publishLayout(work, {
      id: current?.id ?? null,
      organisationId,
      name: values['name'] ?? '',
      layout,
      basedOn: Number(values['basedOn'] ?? 0),
    }),
  )
  if (isRefused(result)) return formPage(call, current, { values, columns, refusal: result })
  const flash = m('posting.flash.published', {
    name: values['name'] ?? '',
    version: result.version,
  })
  return call.redirect(`${layoutsPath}/${result.id}`, flash)
}

/** What a file by this layout would say, from credit that waits or was posted last. */
async function sampleOf(
  call: Call,
  organisationId: string,
  layout: RegistryLayout,
): Promise<string> {
  // The rows are people's: whoever may only change the layout sees none of them.
  const mayRead = ['recognition.posting.read', action].every((each) =>
    call.may(each, { organisation_id: organisationId }),
  )
  if (!mayRead) return ''
  const { rows, personIds } = await sampleRows(call.work, organisationId, layout)
  call.shows(personIds)
  return separated({ ...layout, delimiter: layout.file === 'csv' ? layout.delimiter : 'tab' }, rows)
}
