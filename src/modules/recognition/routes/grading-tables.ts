import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { sizeText, type StagedFile, stageFile, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dateInZone, localised, sortByText, yearInField } from '#kernel/values'
import { type Option, renderPage } from '#ui'
import type { CountReading } from '../formats/grade-counts.ts'
import { m } from '../messages/index.ts'
import { GradingDraftPage } from '../pages/grading-draft.tsx'
import { NewGradingTablePage } from '../pages/grading-new.tsx'
import { GradingTablePage } from '../pages/grading-table.tsx'
import { GradingTablesPage } from '../pages/grading-tables.tsx'
import { gradingPath, groupText, yearsText } from '../pages/grading-words.ts'
import {
  gradingDraftById,
  type GradingDraftRecord,
  type GradingTableRecord,
  gradingTableVersions,
  listGradingDrafts,
  listGradingTables,
} from '../queries/grading-tables.ts'
import { possibleHosts } from '../queries/rule-sets.ts'
import { listScales, scaleById } from '../queries/scales.ts'
import { gradingTableFaults, type GradingTableFault } from '../rules/check-grading-table.ts'
import { overlapRules } from '../rules/grade-types.ts'
import { spansOf } from '../rules/grading-table.ts'
import { countGrades, mostCountBytes, sampleCounts } from '../service/count-grades.ts'
import {
  beginGradingTable,
  changeGradingDraft,
  discardGradingDraft,
  publishGradingTable,
  storedRows,
  withdrawGradingTable,
} from '../service/grading-tables.ts'
import { type ShownRefusal, shown } from './shown-refusal.ts'
import { givenFile, onFile, ownerKey } from './given-file.ts'
import {
  newGradingForm,
  publicationForm,
  readingForm,
  readingOf,
  readingValues,
} from './grading-forms.ts'
import { hundredths, institutionsFor, scaleOptions } from './scale-choices.ts'

const open = 'recognition.scale.open'
const edit = 'recognition.scale.edit'
const loadDraft = (work: Work, params: Record<string, string>) =>
  gradingDraftById(work, params['id'] ?? '')

async function loadTable(
  work: Work,
  params: Record<string, string>,
): Promise<GradingTableRecord | null> {
  return (await gradingTableVersions(work, params['id'] ?? ''))[0] ?? null
}

/** The pages of grading tables: from a file of grades to the conversion between two institutions. */
export const gradingTableRoutes: readonly Route[] = [
  page('GET', gradingPath, { action: open, handle: listPage }),
  page('GET', `${gradingPath}/new`, {
    action: edit,
    handle: (call) => newPage(call, [], null),
  }),
  page('POST', gradingPath, {
    action: edit,
    maxBytes: mostCountBytes + 1024 * 1024,
    perMinute: 20,
    handle: begin,
  }),
  page<GradingDraftRecord>('GET', `${gradingPath}/drafts/:id`, {
    action: edit,
    load: loadDraft,
    handle: (call) => draftPage(call, null),
  }),
  page<GradingDraftRecord>('POST', `${gradingPath}/drafts/:id/reading`, {
    action: edit,
    load: loadDraft,
    perMinute: 30,
    handle: readAgain,
  }),
  page<GradingDraftRecord>('POST', `${gradingPath}/drafts/:id/publication`, {
    action: edit,
    load: loadDraft,
    handle: publish,
  }),
  page<GradingDraftRecord>('POST', `${gradingPath}/drafts/:id/removal`, {
    action: edit,
    load: loadDraft,
    async handle(call) {
      const result = await call.perform((work) => discardGradingDraft(work, call.object.id))
      if (isRefused(result)) return draftPage(call, result)
      return call.redirect(gradingPath, m('grading.flash.discarded'))
    },
  }),
  page<GradingTableRecord>('GET', `${gradingPath}/:id`, {
    action: open,
    load: loadTable,
    handle: tablePage,
  }),
  page<GradingTableRecord>('GET', `${gradingPath}/:id/table`, {
    action: open,
    load: loadTable,
    handle: workbook,
  }),
  page<GradingTableRecord>('POST', `${gradingPath}/:id/withdrawal`, {
    action: edit,
    load: loadTable,
    async handle(call) {
      const result = await call.perform((work) => withdrawGradingTable(work, call.object.id))
      const flash = isRefused(result) ? result.message : m('grading.flash.withdrawn')
      return call.redirect(`${gradingPath}/${call.object.id}`, flash)
    },
  }),
]

function answer(html: string, refusal: { status: number } | null): Answer {
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function listPage(call: Call): Promise<Answer> {
  const mine = await institutionsFor(call, edit)
  const html = renderPage(
    GradingTablesPage({
      call,
      tables: sortByText(
        await listGradingTables(call.work),
        call.language,
        (row) => localised(row.countedNames, call.language).text,
      ),
      drafts: await listGradingDrafts(
        call.work,
        mine.map(({ value }) => value),
      ),
      mayEdit: mine.length > 0,
    }),
  )
  return answer(html, null)
}

async function newPage(
  call: Call,
  staged: readonly StagedFile[],
  refusal: (ShownRefusal & { status: number }) | null,
): Promise<Answer> {
  const { language, work } = call
  const organisations = await institutionsFor(call, edit)
  const hosts: Option[] = sortByText(
    (await possibleHosts(work)).map(({ id, names }) => ({
      value: id,
      label: localised(names, language).text,
    })),
    language,
    (each) => each.label,
  )
  const [before] = await gradingTableVersions(work, call.query.get('table') ?? '')
  const html = renderPage(
    NewGradingTablePage({
      call,
      organisations,
      counted: hosts,
      scales: scaleOptions(call, await listScales(work)),
      values: { ...firstValues(organisations, before), ...typedValues(call) },
      staged: staged.map((file) => ({
        token: file.id,
        name: file.name,
        size: sizeText(Number(file.size_bytes)),
      })),
      maxBytes: mostCountBytes,
      refusal,
    }),
  )
  return answer(html, refusal)
}

/** The values with which the form begins: those of the version before, or the reader's own institution. */
function firstValues(
  organisations: readonly Option[],
  before: GradingTableRecord | undefined,
): Record<string, string> {
  const own = organisations[0]?.value ?? ''
  if (!before) return { organisation: own, counted: own }
  const { group, source, scaleId } = before.table
  return {
    table: before.id,
    organisation: before.organisation_id,
    counted: before.counted_organisation_id,
    scale: scaleId,
    cycle: group.cycle ?? '',
    iscedF: group.iscedF ?? '',
    source: source ? `${source.title} | ${source.url}` : '',
  }
}

const fileRules = {
  allow: ['xlsx', 'csv', 'text'] as const,
  maxBytes: mostCountBytes,
  archive: { entries: 5000, totalBytes: 500_000_000, ratio: 200 },
}

async function begin(call: Call): Promise<Answer> {
  const fail = (refusal: Refusal, staged: StagedFile | null) =>
    newPage(call, staged ? [staged] : [], { ...shown(call, refusal), status: refusal.status })
  const given = await givenFile(call, fileRules)
  if (isRefused(given)) return fail(given, null)
  const { file } = given
  const staged =
    given.staged ?? (await call.prepare((work) => stageFile(work, file, ownerKey(call))))
  const form = call.read(newGradingForm)
  if (isRefused(form)) return fail(form, staged)
  const scale = await scaleById(call.work, form.scale)
  if (!scale) {
    const fields = { scale: m('scale.fault.choose') }
    return fail(refuse(422, m('grading.refusal.check'), fields), staged)
  }
  const { blobs } = call.services
  const sampled = await sampleCounts(blobs, file, scale.definition, null)
  if (isRefused(sampled)) return fail(onFile(sampled), null)
  const result = await countGrades(blobs, file, scale.definition, sampled.reading)
  if (isRefused(result)) return fail(onFile(result), null)
  const begun = await call.perform((work) =>
    beginGradingTable(work, {
      organisationId: form.organisation,
      countedOrganisationId: form.counted,
      scaleId: form.scale,
      cycle: form.cycle,
      iscedF: form.iscedF,
      source: form.source,
      tableId: form.table === '' ? null : form.table,
      file,
      ...sampled,
      result,
    }),
  )
  if (isRefused(begun)) return fail(asForm(begun), staged)
  return call.redirect(`${gradingPath}/drafts/${begun.draftId}`)
}

/** An institution that is not the reader's is a choice on the form to correct, not an address that leads nowhere. */
function asForm(refusal: Refusal): Refusal {
  if (refusal.status !== 404) return refusal
  const fields = { organisation: m('scale.fault.institution') }
  return refuse(422, m('grading.refusal.check'), fields)
}

async function draftPage(call: Call<GradingDraftRecord>, refusal: Refusal | null): Promise<Answer> {
  const found = call.object
  const rows = storedRows(found.result)
  const today = dateInZone(call.now, 'Asia/Bangkok')
  const years = yearsOf(found, Number(today.slice(0, 4)))
  const html = renderPage(
    GradingDraftPage({
      call,
      found,
      rows,
      warnings: warningsOf(
        call,
        gradingTableFaults(rows, found.reading.unit, {
          ...years,
        }),
      ),
      columns: columnOptions(call, found),
      values: {
        ...readingValues(found.reading, found, call.language),
        yearFrom: yearInField(years.yearFrom, call.language),
        yearTo: yearInField(years.yearTo, call.language),
        validFrom: today,
        ...typedValues(call),
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return answer(html, refusal)
}

/** The years that are proposed: those chosen for the file, else those that it holds, else the last two. */
function yearsOf({ reading, result }: GradingDraftRecord, thisYear: number) {
  const found = result.years.map(({ year }) => year)
  const first = reading.yearFrom ?? found[0] ?? thisYear - 2
  const last = reading.yearTo ?? found.at(-1) ?? thisYear - 1
  return { yearFrom: first, yearTo: last }
}

function warningsOf(call: Call, faults: readonly GradingTableFault[]): string[] {
  return faults
    .filter(({ severity }) => severity === 'warning')
    .map(({ fault, figure }) => call.t(m(`grading.fault.${fault}`, { figure })))
}

function columnOptions({ t }: Call, { sample, reading }: GradingDraftRecord): Option[] {
  const { rows } = sample
  const names = rows[reading.headerRow ?? -1] ?? []
  const width = Math.max(0, ...rows.map((row) => row.length))
  const numbered = Array.from({ length: width }, (_, index) => ({
    value: String(index),
    label: t(
      m('catalogue.columns.numbered', {
        number: String(index + 1),
        name: (names[index] || rows.find((row) => row[index])?.[index] || '–').slice(0, 40),
      }),
    ),
  }))
  return [{ value: '', label: t(m('catalogue.columns.none')) }, ...numbered]
}

async function readAgain(call: Call<GradingDraftRecord>): Promise<Answer> {
  const form = call.read(readingForm)
  if (isRefused(form)) return draftPage(call, form)
  const found = call.object
  const file = { sha256: found.sha256, name: found.file_name }
  const { blobs } = call.services
  const chosen = readingOf(form, call, found)
  const again =
    chosen.sheet === found.reading.sheet
      ? { sample: found.sample, reading: chosen }
      : await sampleCounts(blobs, file, found.scale, chosen.sheet)
  if (isRefused(again)) return draftPage(call, again)
  const wrong = columnFault(again.reading)
  if (wrong) return draftPage(call, wrong)
  const result = await countGrades(blobs, file, found.scale, again.reading)
  if (isRefused(result)) return draftPage(call, result)
  const { cycle, iscedF, source, revision } = form
  const changed = await call.perform((work) =>
    changeGradingDraft(work, {
      draftId: found.id,
      revision,
      cycle,
      iscedF,
      source,
      ...again,
      result,
    }),
  )
  if (isRefused(changed)) return draftPage(call, changed)
  return call.redirect(`${gradingPath}/drafts/${found.id}`)
}

/** A shape needs its columns: without them every row would be wrong. */
function columnFault({ shape, columns, gradeColumns }: CountReading): Refusal | null {
  const needed = { counts: ['grade', 'count'], wide: [], singles: ['grade'] } as const
  const fields = needed[shape].filter((field) => columns[field] === undefined)
  const message = m('grading.fault.column')
  if (fields.length > 0) {
    return refuse(
      422,
      m('grading.refusal.check'),
      Object.fromEntries(fields.map((field) => [`column.${field}`, message])),
    )
  }
  if (shape !== 'wide' || gradeColumns.length > 0) return null
  return refuse(422, m('grading.refusal.check'), { shape: m('grading.fault.no-grade-columns') })
}

async function publish(call: Call<GradingDraftRecord>): Promise<Answer> {
  const form = call.read(publicationForm)
  if (isRefused(form)) return draftPage(call, form)
  const result = await call.perform((work) =>
    publishGradingTable(work, { draftId: call.object.id, ...form }),
  )
  if (isRefused(result)) return draftPage(call, result)
  const flash = m('grading.flash.published', { version: result.version })
  return call.redirect(`${gradingPath}/${result.tableId}`, flash)
}

async function tablePage(call: Call<GradingTableRecord>): Promise<Answer> {
  const { language, work } = call
  const versions = await gradingTableVersions(work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const all = (await listGradingTables(work)).filter(
    (each) => each.id !== found.id && each.withdrawnAt === null,
  )
  const other = all.find((each) => each.id === call.query.get('with')) ?? null
  const { rows, unit, group } = found.table
  const html = renderPage(
    GradingTablePage({
      call,
      shown: found,
      versions,
      others: sortByText(
        all.map((each) => ({
          value: each.id,
          label: `${localised(each.countedNames, language).text} (${groupText(call, each.table.group)})`,
        })),
        language,
        (each) => each.label,
      ),
      other,
      rule: overlapRules.find((each) => each === call.query.get('rule')) ?? 'average',
      warnings: warningsOf(call, gradingTableFaults(rows, unit, group)),
      mayEdit: call.may(edit, { organisation_id: found.organisation_id }),
    }),
  )
  return answer(html, null)
}

/** The table as a workbook that can be brought in again. */
async function workbook(call: Call<GradingTableRecord>): Promise<Answer> {
  const { t, language } = call
  const versions = await gradingTableVersions(call.work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const { table, countedNames } = versions.find((each) => each.version === wanted) ?? call.object
  const spans = spansOf(table.rows)
  const name = `${localised(countedNames, language).text} ${yearsText(call, table.group)}`
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('grading.kind')),
        columns: [
          { header: t(m('scale.label')), kind: 'text', width: 14 },
          { header: t(m('grading.count')), kind: 'number', width: 12 },
          { header: t(m('grading.share-percent')), kind: 'number', width: 14 },
          { header: t(m('grading.cumulative-percent')), kind: 'number', width: 18 },
        ],
        rows: table.rows.map(({ label, weight }, index) => [
          label,
          weight.toDecimal(6),
          hundredths(spans[index]!.to.subtract(spans[index]!.from)),
          hundredths(spans[index]!.to),
        ]),
      },
    ],
  })
  return {
    kind: 'file',
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}
