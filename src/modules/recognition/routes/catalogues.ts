import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  sizeText,
  type StagedFile,
  stageFile,
  fileById,
  isTextEncoding,
  type TableFormat,
  writeXlsx,
} from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route, typedValues } from '#kernel/http'
import { languages, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import {
  catalogueFields,
  type CatalogueReading,
  previewOf,
  proposeReading,
} from '../formats/catalogue-reading.ts'
import { m } from '../messages/index.ts'
import { CataloguePage, progressText } from '../pages/catalogue.tsx'
import { NewCataloguePage } from '../pages/catalogue-new.tsx'
import { CataloguesPage } from '../pages/catalogues.tsx'
import {
  catalogueById,
  type CatalogueRow,
  listCatalogues,
  organisationsFor,
  problemsOf,
} from '../queries/catalogues.ts'
import { mostCatalogueBytes, sampleOf, withLocalFile } from '../service/catalogue-file.ts'
import {
  beginCatalogue,
  changeReading,
  discardCatalogue,
  startImport,
} from '../service/import-catalogue.ts'
import { publishCatalogue } from '../service/publish-catalogue.ts'
import { tableOptions } from '../service/stage-catalogue.ts'
import { catalogueChangeRoutes, changesOf } from './catalogue-changes.ts'
import { type ShownRefusal, shown } from './shown-refusal.ts'
import { givenFile, onFile, ownerKey } from './given-file.ts'

const pageSize = 50
const previewRows = 20
/** Changed courses that the page of an import names at once. */
const changesShown = 10
const path = '/recognition/catalogues'
const load = (work: Work, params: Record<string, string>) => catalogueById(work, params['id'] ?? '')

/** The pages of catalogue imports, from the file to the publication. */
export const catalogueRoutes: readonly Route[] = [
  page('GET', path, { action: 'recognition.catalogue.open', handle: listPage }),
  page('GET', `${path}/new`, {
    action: 'recognition.catalogue.open',
    handle: (call) => newPage(call, [], null),
  }),
  page('POST', path, {
    action: 'recognition.catalogue.open',
    maxBytes: mostCatalogueBytes + 1024 * 1024,
    perMinute: 30,
    handle: begin,
  }),
  page<CatalogueRow>('GET', `${path}/:id`, {
    action: 'recognition.catalogue.import',
    load,
    handle: (call) => cataloguePage(call, null),
  }),
  page<CatalogueRow>('GET', `${path}/:id/progress`, {
    action: 'recognition.catalogue.import',
    load,
    handle: async (call) => ({ kind: 'json', data: progressOf(call) }),
  }),
  page<CatalogueRow>('GET', `${path}/:id/remarks`, {
    action: 'recognition.catalogue.import',
    load,
    handle: remarks,
  }),
  page<CatalogueRow>('POST', `${path}/:id/mapping`, {
    action: 'recognition.catalogue.import',
    load,
    handle: remap,
  }),
  page<CatalogueRow>('POST', `${path}/:id/publication`, {
    action: 'recognition.catalogue.import',
    load,
    async handle(call) {
      const result = await call.perform((work) => publishCatalogue(work, call.object.id))
      if (isRefused(result)) return cataloguePage(call, result)
      const flash = m('catalogue.flash.published', {
        courses: result.courses,
        institution: localised(call.object.organisationNames, call.language).text,
      })
      return call.redirect(`${path}/${call.object.id}`, flash)
    },
  }),
  page<CatalogueRow>('POST', `${path}/:id/removal`, {
    action: 'recognition.catalogue.import',
    load,
    async handle(call) {
      const result = await call.perform((work) => discardCatalogue(work, call.object.id))
      if (isRefused(result)) return cataloguePage(call, result)
      return call.redirect(path, m('catalogue.flash.discarded'))
    },
  }),
  ...catalogueChangeRoutes,
]

async function listPage(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const { catalogues, total } = await listCatalogues(call.work, { page: number, pageSize })
  const html = renderPage(CataloguesPage({ call, catalogues, total, page: number, pageSize }))
  return { kind: 'html', html }
}

async function newPage(
  call: Call,
  staged: readonly StagedFile[],
  refusal: (ShownRefusal & { status: number }) | null,
): Promise<Answer> {
  const { language } = call
  const organisations = await organisationsFor(call.work, (id) =>
    call.may('recognition.catalogue.import', { organisation_id: id }),
  )
  const options = organisations.map(({ id, names }) => ({
    value: id,
    label: localised(names, language).text,
  }))
  const html = renderPage(
    NewCataloguePage({
      call,
      organisations: sortByText(options, language, (each) => each.label),
      values: { organisation: call.query.get('organisation') ?? '', ...typedValues(call) },
      staged: staged.map((file) => ({
        token: file.id,
        name: file.name,
        size: sizeText(Number(file.size_bytes)),
      })),
      maxBytes: mostCatalogueBytes,
      refusal,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const fileRules = {
  allow: ['xlsx', 'csv', 'json', 'jsonl', 'text'] as const,
  maxBytes: mostCatalogueBytes,
  archive: { entries: 5000, totalBytes: 1_000_000_000, ratio: 200 },
}

async function begin(call: Call): Promise<Answer> {
  const fail = (refusal: Refusal, staged: StagedFile | null) =>
    newPage(call, staged ? [staged] : [], { ...shown(call, refusal), status: refusal.status })
  const given = await givenFile(call, fileRules)
  if (isRefused(given)) return fail(given, null)
  const staged =
    given.staged ?? (await call.prepare((work) => stageFile(work, given.file, ownerKey(call))))
  const sampled = await withLocalFile(call.services.blobs, given.file.sha256, (at) =>
    sampleOf(at, { name: given.file.name }),
  )
  if (isRefused(sampled)) return fail(onFile(sampled), null)
  const organisationId = call.form.values['organisation']?.[0] ?? ''
  const reading = proposeReading(sampled.sample, 'en')
  const result = await call.perform((work) =>
    beginCatalogue(work, {
      organisationId,
      fileName: given.file.name,
      format: sampled.table.format satisfies TableFormat,
      encoding: sampled.table.encoding,
      file: given.file,
      sample: sampled.sample,
      reading,
    }),
  )
  if (isRefused(result)) return fail(result, staged)
  return call.redirect(`${path}/${result.catalogueId}`)
}

async function cataloguePage(call: Call<CatalogueRow>, refusal: Refusal | null): Promise<Answer> {
  // After a refusal the import may have moved on: it is read again.
  const found = refusal
    ? ((await catalogueById(call.work, call.object.id)) ?? call.object)
    : call.object
  const filter = { errorsOnly: call.query.get('show') === 'errors', page: pageNumber(call) }
  const { problems, total } = await problemsOf(call.work, found.id, { ...filter, pageSize })
  const html = renderPage(
    CataloguePage({
      call,
      found,
      preview: previewOf(found.sample, found.mapping, previewRows),
      problems,
      problemCount: total,
      changes: await changesOf(call.work, found, 1, changesShown),
      filter,
      pageSize,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

function progressOf(call: Call<CatalogueRow>) {
  const found = call.object
  return {
    value: found.rows_read,
    max: Math.max(1, found.rows_expected ?? 1),
    detail: progressText(call, found),
    done: found.state !== 'importing',
    href: call.href(`${path}/${found.id}`),
  }
}

const readingForm = z.object({
  headerRow: z
    .string()
    .regex(/^\d{0,2}$/)
    .default(''),
  sheet: z.string().max(100).optional(),
  encoding: z.string().max(40).optional(),
  titleLanguage: z.enum(languages),
  repeats: z.enum(['courses', 'classes']),
  hours: z.enum(['week', 'course']),
  next: z.enum(['preview', 'start']).catch('preview'),
})

async function remap(call: Call<CatalogueRow>): Promise<Answer> {
  const form = call.read(readingForm)
  if (isRefused(form)) return cataloguePage(call, form)
  const columns = columnsOf(call)
  if (isRefused(columns)) return cataloguePage(call, columns)
  const reading: CatalogueReading = {
    headerRow: form.headerRow === '' ? null : Number(form.headerRow),
    columns,
    sheet: call.object.sample.sheets?.find((sheet) => sheet === form.sheet) ?? null,
    encoding: encodingOf(call.object, form.encoding),
    titleLanguage: form.titleLanguage,
    repeats: form.repeats,
    hours: form.hours,
  }
  const other = await otherText(call, reading)
  if (isRefused(other)) return cataloguePage(call, other)
  const result = await call.perform(async (work) => {
    const changed = await changeReading(work, { catalogueId: call.object.id, ...other })
    if (isRefused(changed) || form.next === 'preview' || other.sample) return changed
    return startImport(work, { catalogueId: call.object.id })
  })
  if (isRefused(result)) return cataloguePage(call, result)
  return call.redirect(`${path}/${call.object.id}`)
}

function columnsOf(call: Call): CatalogueReading['columns'] | Refusal {
  const columns: CatalogueReading['columns'] = {}
  const taken = new Set<number>()
  for (const field of catalogueFields) {
    const value = call.form.values[`column.${field}`]?.[0] ?? ''
    if (!/^\d{1,3}$/.test(value)) continue
    const column = Number(value)
    // '3(2-2-5)' holds credit and class hours in one cell.
    const shared = field === 'contactHours' || field === 'creditSplit'
    if (taken.has(column) && !shared) {
      const message = m('catalogue.columns.twice')
      return refuse(422, message, { [`column.${field}`]: message })
    }
    taken.add(column)
    columns[field] = column
  }
  return columns
}

/** The encoding that was chosen; null as long as it is the one that was found. */
function encodingOf({ mapping, encoding }: CatalogueRow, chosen: string | undefined) {
  if (chosen === undefined || !isTextEncoding(chosen)) return mapping.encoding ?? null
  return mapping.encoding || chosen !== encoding ? chosen : null
}

/** Where another sheet or encoding was chosen, the first rows anew and a proposal of their own; else the reading as it was given. */
async function otherText(
  call: Call<CatalogueRow>,
  reading: CatalogueReading,
): Promise<{ reading: CatalogueReading; sample?: CatalogueRow['sample'] } | Refusal> {
  const { mapping, sample, file_id: fileId } = call.object
  const { sheet, encoding } = reading
  const isOther =
    (sheet && sheet !== (mapping.sheet ?? sample.sheets?.[0] ?? null)) ||
    encoding !== (mapping.encoding ?? null)
  if (!isOther || fileId === null) return { reading }
  const file = await fileById(call.work, fileId)
  if (!file) return refuse(404, m('catalogue.fault.file-gone'))
  const sampled = await withLocalFile(call.services.blobs, file.sha256, (at) =>
    sampleOf(at, tableOptions(file.name, reading)),
  )
  if (isRefused(sampled)) return sampled
  return {
    reading: { ...proposeReading(sampled.sample, reading.titleLanguage), sheet, encoding },
    sample: sampled.sample,
  }
}

async function remarks(call: Call<CatalogueRow>): Promise<Answer> {
  const { t } = call
  const all = { page: 1, pageSize: 20_000 }
  const { problems } = await problemsOf(call.work, call.object.id, all)
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('catalogue.problems')),
        columns: [
          { header: t(m('catalogue.problems.row')), kind: 'number', width: 8 },
          { header: t(m('catalogue.problems.grade')), kind: 'text', width: 12 },
          { header: t(m('catalogue.problems.what')), kind: 'text', width: 70 },
          { header: t(m('catalogue.problems.cells')), kind: 'text', width: 70 },
        ],
        rows: problems.map((row) => [
          row.rowNumber,
          t(m(`catalogue.problems.${row.severity}`)),
          t(row.message),
          row.rowText,
        ]),
      },
    ],
  })
  return {
    kind: 'file',
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.object.fileName} – ${t(m('catalogue.problems.file'))}.xlsx`,
  }
}
