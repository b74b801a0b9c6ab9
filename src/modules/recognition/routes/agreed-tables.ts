import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import {
  agreedRowsText,
  type AgreedTableLine,
  readAgreedRows,
} from '../formats/agreed-table-rows.ts'
import { m } from '../messages/index.ts'
import { AgreedFormPage, type AgreedFormPageProps } from '../pages/agreed-form.tsx'
import { AgreedTablePage, AgreedTablesPage } from '../pages/agreed-tables.tsx'
import { agreedPath } from '../pages/grading-words.ts'
import {
  type AgreedTableRecord,
  agreedTableVersions,
  listAgreedTables,
} from '../queries/agreed-tables.ts'
import { listScales, scaleById } from '../queries/scales.ts'
import { agreedTableFaults, mostAgreedRows } from '../rules/check-agreed-table.ts'
import { frenchGermanTable } from '../rules/published-tables.ts'
import type { GradeScale } from '../rules/types.ts'
import {
  type DraftAgreedTable,
  publishAgreedTable,
  withdrawAgreedTable,
} from '../service/agreed-tables.ts'
import { shown } from './shown-refusal.ts'
import { nameFields, namesOf, nameValues, sourcesOf, sourceText } from './fields.ts'
import { institutionsFor, scaleOptions } from './scale-choices.ts'

const open = 'recognition.scale.open'
const edit = 'recognition.scale.edit'

async function load(work: Work, params: Record<string, string>): Promise<AgreedTableRecord | null> {
  return (await agreedTableVersions(work, params['id'] ?? ''))[0] ?? null
}

/** The pages of tables that institutions have agreed for two scales. */
export const agreedTableRoutes: readonly Route[] = [
  page('GET', agreedPath, {
    action: open,
    async handle(call) {
      const tables = sortByText(
        await listAgreedTables(call.work),
        call.language,
        (row) => localised(row.name, call.language).text,
      )
      return answer(renderPage(AgreedTablesPage({ call, tables, mayEdit: call.may(edit) })), null)
    },
  }),
  page('GET', `${agreedPath}/new`, { action: edit, handle: (call) => formPage(call, null, {}) }),
  page('POST', agreedPath, { action: edit, handle: (call) => take(call, null) }),
  page<AgreedTableRecord>('GET', `${agreedPath}/:id`, { action: open, load, handle: readPage }),
  page<AgreedTableRecord>('GET', `${agreedPath}/:id/edit`, {
    action: edit,
    load,
    handle: (call) => formPage(call, call.object, {}),
  }),
  page<AgreedTableRecord>('POST', `${agreedPath}/:id/versions`, {
    action: edit,
    load,
    handle: (call) => take(call, call.object),
  }),
  page<AgreedTableRecord>('POST', `${agreedPath}/:id/withdrawal`, {
    action: edit,
    load,
    async handle(call) {
      const result = await call.perform((work) => withdrawAgreedTable(work, call.object.id))
      const flash = isRefused(result) ? result.message : m('agreed.flash.withdrawn')
      return call.redirect(`${agreedPath}/${call.object.id}`, flash)
    },
  }),
]

function answer(html: string, refusal: Refusal | null): Answer {
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function readPage(call: Call<AgreedTableRecord>): Promise<Answer> {
  const versions = await agreedTableVersions(call.work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const mayEdit = call.may(edit, call.object)
  return answer(renderPage(AgreedTablePage({ call, shown: found, versions, mayEdit })), null)
}

const agreedForm = z
  .object({
    ...nameFields,
    organisation: z.string().max(60).default(''),
    hostScale: z.string().max(60).default(''),
    homeScale: z.string().max(60).default(''),
    rows: z.string().max(30_000).default(''),
    source: z.string().max(900).default(''),
    next: z.enum(['preview', 'publish']).catch('preview'),
  })
  .superRefine((form, context) => {
    const fault = (path: string, message: ReturnType<typeof m>) =>
      context.addIssue({ code: 'custom', path: [path], params: { message } })
    if (Object.keys(namesOf(form)).length === 0) fault('name.en', m('rule-set.fault.name'))
    const sources = sourcesOf(form.source)
    if (sources === null || sources.length > 1) fault('source', m('rule-set.fault.source'))
  })

async function take(call: Call, present: AgreedTableRecord | null): Promise<Answer> {
  const form = call.read(agreedForm)
  if (isRefused(form)) return formPage(call, present, { refusal: form })
  const hostScale = (await scaleById(call.work, form.hostScale))?.definition
  const homeScale = (await scaleById(call.work, form.homeScale))?.definition
  if (!hostScale || !homeScale) {
    const field = hostScale ? 'homeScale' : 'hostScale'
    const refusal = refuse(422, m('agreed.refusal.check'), { [field]: m('scale.fault.choose') })
    return formPage(call, present, { refusal })
  }
  const lines = readAgreedRows(form.rows, hostScale).slice(0, mostAgreedRows + 1)
  const faults = faultsOf(call, lines, hostScale, homeScale)
  if (faults.length > 0) {
    const refusal = refuse(422, m('agreed.refusal.check'), { rows: m('scale.fault.rows') })
    return formPage(call, present, { refusal, faults })
  }
  const draft: DraftAgreedTable = {
    id: present?.id ?? null,
    organisationId: present?.organisation_id ?? form.organisation,
    name: namesOf(form),
    hostScaleId: form.hostScale,
    homeScaleId: form.homeScale,
    rows: lines.flatMap(({ row }) => row ?? []),
    source: sourcesOf(form.source)?.[0] ?? null,
  }
  if (form.next === 'preview' && draft.rows.length > 0) {
    return formPage(call, present, { preview: draft.rows })
  }
  const result = await call.perform((work) => publishAgreedTable(work, draft))
  if (isRefused(result)) return formPage(call, present, { refusal: asForm(result) })
  const flash = m('agreed.flash.published', { version: result.version })
  return call.redirect(`${agreedPath}/${result.tableId}`, flash)
}

/** An institution that is not the reader's is a choice on the form to correct, not an address that leads nowhere. */
function asForm(refusal: Refusal): Refusal {
  if (refusal.status !== 404) return refusal
  const fields = { organisation: m('scale.fault.institution') }
  return refuse(422, m('agreed.refusal.check'), fields)
}

function faultsOf(
  { t }: Call,
  lines: readonly AgreedTableLine[],
  hostScale: GradeScale,
  homeScale: GradeScale,
): AgreedFormPageProps['faults'] {
  const unread = lines
    .filter(({ row }) => row === null)
    .map(({ text }) => ({ text, what: t(m('agreed.fault.unread')) }))
  if (unread.length > 0) return unread
  const rows = lines.map(({ row }) => row!)
  return agreedTableFaults(rows, hostScale, homeScale).map(({ row, fault, label }) => ({
    text: lines[row]!.text,
    what: t(m(`agreed.fault.${fault}`, { label })),
  }))
}

async function formPage(
  call: Call,
  present: AgreedTableRecord | null,
  after: {
    refusal?: Refusal
    faults?: AgreedFormPageProps['faults']
    preview?: AgreedFormPageProps['preview']
  },
): Promise<Answer> {
  const { refusal = null, faults = [], preview = null } = after
  const organisations = await institutionsFor(call, edit)
  const scales = await listScales(call.work)
  const atHome = scales.filter(
    ({ organisation_id: owner }) =>
      owner === null || organisations.some(({ value }) => value === owner),
  )
  const html = renderPage(
    AgreedFormPage({
      call,
      tableId: present?.id ?? null,
      organisations,
      hostScales: scaleOptions(call, scales),
      homeScales: scaleOptions(call, atHome),
      values: { ...valuesOf(call, present), ...typedValues(call) },
      refusal: refusal && shown(call, refusal),
      faults,
      preview,
    }),
  )
  return answer(html, refusal)
}

/** The values with which the form begins: those of the version before, or of a published table. */
function valuesOf(call: Call, present: AgreedTableRecord | null): Record<string, string> {
  const isPublished = call.query.get('from') === 'franco-german'
  if (!present && !isPublished) return {}
  const rule = present?.rule ?? frenchGermanTable
  const names = present
    ? nameValues(present.name)
    : { [`name.${call.language}`]: call.t(m('agreed.franco-german')) }
  return {
    ...names,
    organisation: present?.organisation_id ?? '',
    hostScale: rule.hostScaleId,
    homeScale: rule.homeScaleId,
    rows: agreedRowsText(rule.rows),
    source: rule.source ? sourceText([rule.source]) : '',
  }
}
