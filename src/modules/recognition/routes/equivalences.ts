import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  allRows,
  fileMessages,
  type NumberedRow,
  readPastedTable,
  readTable,
  writeXlsx,
} from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  type DateOnly,
  dateInZone,
  displayName,
  formatPercent,
  Fraction,
  type Language,
  localised,
  type LocalText,
  sortByText,
  isUuid,
} from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { type EquivalenceTableRow, readEquivalenceTable } from '../formats/equivalence-table.ts'
import { m } from '../messages/index.ts'
import { EquivalenceImportPage, type RowProblem } from '../pages/equivalence-import.tsx'
import { NewEquivalencePage } from '../pages/equivalence-new.tsx'
import { EquivalencesPage } from '../pages/equivalences.tsx'
import { titleOf } from '../pages/words.ts'
import { organisationsFor } from '../queries/catalogues.ts'
import {
  degreeProgrammesOf,
  equivalenceById,
  type EquivalenceFilter,
  type EquivalenceRow,
  homeText,
  hostText,
  listEquivalences,
} from '../queries/equivalences.ts'
import { courseByCode } from '../queries/courses.ts'
import { approximately, organisationNames } from '../queries/suggestion-models.ts'
import { suggestHomeCourses } from '../service/suggest-courses.ts'
import { plainText } from '../formats/plain-text.ts'
import { readSet } from '../rules/set-notation.ts'
import type { Titles } from '../rules/types.ts'
import { possibleHosts } from '../queries/rule-sets.ts'
import type { JudgeEquivalence } from '../service/equivalence-input.ts'
import {
  judgeEquivalence,
  judgeEquivalences,
  restoreEquivalence,
  withdrawEquivalence,
} from '../service/equivalences.ts'
import { type ShownRefusal, shown } from './shown-refusal.ts'
import {
  choiceField,
  chosenCode,
  dayField,
  pageNumber,
  requiredDayField,
  shareField,
  typedValues,
} from './fields.ts'

const pageSize = 50
const mostRows = 5000
const mostExported = 20_000
const megabyte = 1024 * 1024
const path = '/recognition/equivalences'
const load = (work: Work, params: Record<string, string>) =>
  equivalenceById(work, params['id'] ?? '')

/** The pages of equivalences: the list, a judgement, its withdrawal, tables in and out. */
export const equivalenceRoutes: readonly Route[] = [
  page('GET', path, { action: 'recognition.equivalence.open', handle: listPage }),
  page('GET', `${path}/table`, { action: 'recognition.equivalence.open', handle: exportTable }),
  page('GET', `${path}/new`, {
    action: 'recognition.equivalence.open',
    handle: (call) => newPage(call, {}, null),
  }),
  page('POST', path, { action: 'recognition.equivalence.open', handle: judge }),
  page('GET', `${path}/import`, {
    action: 'recognition.equivalence.open',
    handle: (call) => importPage(call, null, []),
  }),
  page('POST', `${path}/import`, {
    action: 'recognition.equivalence.open',
    maxBytes: 8 * megabyte,
    perMinute: 30,
    handle: importTable,
  }),
  page<EquivalenceRow>('POST', `${path}/:id/withdrawal`, {
    action: 'recognition.equivalence.edit',
    load,
    async handle(call) {
      const result = await call.perform((work) => withdrawEquivalence(work, call.object.id))
      if (isRefused(result)) return call.redirect(path, result.message)
      return { kind: 'redirect', to: call.href(path, { withdrawn: call.object.id }) }
    },
  }),
  page<EquivalenceRow>('POST', `${path}/:id/restoration`, {
    action: 'recognition.equivalence.edit',
    load,
    async handle(call) {
      const result = await call.perform((work) => restoreEquivalence(work, call.object.id))
      const [host, home] = [hostText(call.object), homeText(call.object)]
      if (isRefused(result)) return call.redirect(path, result.message)
      return call.redirect(path, m('equivalence.flash.restored', { host, home }))
    },
  }),
]

function filterOf(
  call: Call,
): Omit<EquivalenceFilter, 'pageSize'> & { state: 'standing' | 'ended' | 'withdrawn' } {
  const { query } = call
  const state = z.enum(['standing', 'ended', 'withdrawn']).catch('standing')
  return {
    search: (query.get('q') ?? '').trim().slice(0, 200),
    hostOrganisationId: query.get('host') ?? '',
    degreeProgrammeId: query.get('programme') ?? '',
    state: state.parse(query.get('state')),
    today: dateInZone(call.now, 'Asia/Bangkok'),
    page: pageNumber(call),
  }
}

async function listPage(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const { equivalences, total } = await listEquivalences(call.work, { ...filter, pageSize })
  const homes = await homesOf(call, 'recognition.equivalence.list')
  const programmes = await degreeProgrammesOf(
    call.work,
    homes.map((home) => home.value),
  )
  const withdrawn = await equivalenceById(call.work, call.query.get('withdrawn') ?? '')
  const undoable =
    withdrawn?.withdrawnAt && call.may('recognition.equivalence.edit', withdrawn) ? withdrawn : null
  const html = renderPage(
    EquivalencesPage({
      call,
      equivalences,
      total,
      pageSize,
      filter: {
        search: filter.search ?? '',
        host: filter.hostOrganisationId ?? '',
        programme: filter.degreeProgrammeId ?? '',
        state: filter.state,
        page: filter.page,
      },
      hosts: await hostOptions(call),
      programmes: programmes.map(({ id, names }) => named(id, names, call)),
      withdrawn: undoable,
    }),
  )
  return { kind: 'html', html }
}

async function homesOf(call: Call, action: string): Promise<Option[]> {
  const rows = await organisationsFor(call.work, (id) => mayAt(call, action, id))
  return optionsOf(rows, call)
}

/** Whether the actor may do the action for a home institution, in any of its degree programmes. */
function mayAt(call: Call, action: string, organisationId: string): boolean {
  if (call.actor.kind !== 'person')
    return call.may(action, { home_organisation_id: organisationId })
  const programmes = [null, ...call.actor.grants.map((grant) => grant.programmeId)]
  return programmes.some((programme) =>
    call.may(action, { home_organisation_id: organisationId, degree_programme_id: programme }),
  )
}

async function hostOptions(call: Call): Promise<Option[]> {
  return optionsOf(await possibleHosts(call.work), call)
}

function optionsOf(
  rows: readonly { id: string; names: Parameters<typeof localised>[0] }[],
  { language }: Call,
): Option[] {
  const options = rows.map(({ id, names }) => ({
    value: id,
    label: localised(names, language).text,
  }))
  return sortByText(options, language, (option) => option.label)
}

async function newPage(
  call: Call,
  typed: Record<string, string>,
  refusal: Refusal | null,
): Promise<Answer> {
  const homes = await homesOf(call, 'recognition.equivalence.edit')
  const given = (name: string) => typed[name] ?? call.query.get(name) ?? ''
  const chosen = homes.some((each) => each.value === given('home')) ? given('home') : ''
  const home = chosen || (homes.length === 1 ? homes[0]!.value : '')
  const hosts = await hostOptions(call)
  const programmes = await degreeProgrammesOf(call.work, home === '' ? [] : [home])
  const values = {
    validFrom: dateInZone(call.now, 'Asia/Bangkok'),
    ...Object.fromEntries([...call.query].filter(([name]) => /^(host|home)Course$/.test(name))),
    ...typed,
  }
  const html = renderPage(
    NewEquivalencePage({
      call,
      homes,
      hosts: hosts.filter((each) => each.value !== home),
      programmes: programmes.map(({ id, names }) => named(id, names, call)),
      home,
      host: hosts.some((each) => each.value === given('host')) ? given('host') : '',
      values,
      suggested: await suggestedFor(call, given('host'), home),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** Suggestions for the host course of the address, with its titles where the host's catalogue has it. */
async function suggestedFor(call: Call, host: string, home: string) {
  const typed = call.query.get('hostCourse-text') ?? ''
  const code = plainText(
    call.query.get('hostCourse') || chosenCode({ 'hostCourse-text': typed }, 'hostCourse'),
  )
  if (code === '' || home === '' || host === '') return null
  const course = await courseByCode(call.work, host, code)
  const suggestions = await suggestHomeCourses(call.work, {
    homeOrganisationId: home,
    hosts: [
      {
        institution: host,
        code,
        titles: course?.titles ?? {},
        credit: approximately(course?.credit?.toString() ?? null),
      },
    ],
    most: 5,
  })
  return { names: (await organisationNames(call.work, [home])).get(home) ?? {}, suggestions }
}

const judgementForm = z.object({
  host: z.string().default(''),
  home: z.string().default(''),
  programme: choiceField,
  contentShare: shareField,
  validFrom: requiredDayField,
  validTo: dayField,
  note: z.string().max(2000).default(''),
})

async function judge(call: Call): Promise<Answer> {
  const typed = typedValues(call)
  const input = call.read(judgementForm)
  if (isRefused(input)) return newPage(call, typed, input)
  const judgement: JudgeEquivalence = {
    homeOrganisationId: input.home,
    hostOrganisationId: input.host,
    hostCourses: [[chosenCode(typed, 'hostCourse')]],
    homeCourses: [chosenCode(typed, 'homeCourse')],
    package: null,
    degreeProgrammeId: input.programme,
    contentShare: input.contentShare,
    validFrom: input.validFrom,
    validTo: input.validTo,
    note: input.note,
  }
  const result = await call.perform((work) => judgeEquivalence(work, judgement))
  if (isRefused(result)) return newPage(call, typed, result)
  const codes = {
    host: chosenCode(typed, 'hostCourse'),
    home: chosenCode(typed, 'homeCourse'),
  }
  return call.redirect(path, m('equivalence.flash.judged', codes))
}

async function exportTable(call: Call): Promise<Answer> {
  const { t, language } = call
  const filter = { ...filterOf(call), page: 1, pageSize: mostExported }
  const { equivalences } = await listEquivalences(call.work, filter)
  const programmes = await degreeProgrammesOf(call.work, [
    ...new Set(equivalences.map((each) => each.home_organisation_id)),
  ])
  const codes = new Map(programmes.map((each) => [each.id, each.code]))
  const text = (header: Message, width: number) => ({
    header: t(header),
    kind: 'text' as const,
    width,
  })
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('equivalence.title')),
        columns: [
          text(m('equivalence.host'), 30),
          text(m('equivalence.host-code'), 16),
          text(m('equivalence.host-course'), 36),
          text(m('equivalence.home-code'), 16),
          text(m('equivalence.home-course'), 36),
          { header: t(m('equivalence.credit')), kind: 'number', width: 10 },
          text(m('equivalence.share'), 16),
          text(m('equivalence.programme'), 18),
          { header: t(m('equivalence.table.valid-from')), kind: 'date', width: 14 },
          { header: t(m('equivalence.table.valid-to')), kind: 'date', width: 14 },
          text(m('equivalence.judged'), 26),
          text(m('equivalence.note'), 40),
        ],
        rows: equivalences.map((row) => [
          localised(row.hostNames, language).text,
          hostText(row),
          titlesOf(row.hostCourses, language),
          homeText(row),
          titlesOf(row.homeCourses, language),
          Fraction.sum(row.homeCourses.map((course) => course.credit)).toDecimal(3),
          row.contentShare ? formatPercent(row.contentShare, 'en', 4) : '',
          row.degree_programme_id ? (codes.get(row.degree_programme_id) ?? '') : '',
          row.validFrom,
          row.validTo,
          `${displayName(row.judgedBy, language)}, ${row.judgedOn}`,
          row.note,
        ]),
      },
    ],
  })
  return {
    kind: 'file',
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${t(m('equivalence.title'))}.xlsx`,
  }
}

function titlesOf(courses: readonly { titles: Titles }[], language: Language): string {
  return courses.map((course) => titleOf(course.titles, language).text).join(' + ')
}

async function importPage(
  call: Call,
  refusal: (ShownRefusal & { status: number }) | null,
  problems: readonly RowProblem[],
): Promise<Answer> {
  const html = renderPage(
    EquivalenceImportPage({
      call,
      homes: await homesOf(call, 'recognition.equivalence.edit'),
      hosts: await hostOptions(call),
      values: typedValues(call),
      refusal,
      problems,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function importTable(call: Call): Promise<Answer> {
  const fail = (refusal: Refusal, problems: readonly RowProblem[] = []) =>
    importPage(call, { ...shown(call, refusal), status: refusal.status }, problems)
  const rows = await uploadedRows(call)
  if (isRefused(rows)) return fail(rows)
  const today = dateInZone(call.now, 'Asia/Bangkok')
  const table = readEquivalenceTable(rows, { validFrom: today })
  if (table === null) {
    const names = {
      host: call.t(m('equivalence.host-code')),
      home: call.t(m('equivalence.home-code')),
    }
    return fail(wrongFile(m('equivalence.table.columns', names)))
  }
  if (table.length > mostRows)
    return fail(wrongFile(m('equivalence.table.too-many', { limit: mostRows })))
  const result = await call.perform((work) => takeTable(work, table, typedValues(call)))
  if (isRefused(result)) return fail(result)
  if (Array.isArray(result)) {
    const message = m('equivalence.table.problems', { count: result.length })
    const problems = result.slice(0, 500).map(({ row, messages }) => ({
      row: row.row,
      cells: row.cells,
      messages: messages.map(call.t),
    }))
    return fail(wrongFile(message), problems)
  }
  return call.redirect(path, m('equivalence.flash.imported', { count: result.count }))
}

function wrongFile(message: Message): Refusal {
  return refuse(422, message, { file: message })
}

async function uploadedRows(call: Call): Promise<NumberedRow[] | Refusal> {
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  const paste = (call.form.values['paste']?.[0] ?? '').trim()
  if (!upload && paste === '') return wrongFile(m('catalogue.upload.nothing'))
  if (upload && paste !== '') return wrongFile(m('catalogue.upload.both'))
  const options = { maxRows: mostRows + 30, maxColumns: 60, maxCellLength: 5000 }
  const table = upload
    ? await readTable(upload.bytes, { ...options, name: upload.name })
    : await readPastedTable(paste, options)
  if (isRefused(table)) return wrongFile(table.message)
  const rows = await allRows(table)
  if (isRefused(rows)) return wrongFile(rows.message)
  if (rows.length === 0) return wrongFile(fileMessages('table-empty'))
  return [{ row: 1, cells: [...table.header] }, ...rows]
}

type Problem = { row: EquivalenceTableRow; messages: Message[] }

async function takeTable(
  work: Work,
  table: readonly EquivalenceTableRow[],
  values: Record<string, string>,
): Promise<{ count: number } | Problem[] | Refusal> {
  const home = values['home'] ?? ''
  const programmes = await degreeProgrammesOf(work, isUuid(home) ? [home] : [])
  const programmeIds = new Map(programmes.map((each) => [each.code.toLowerCase(), each.id]))
  const unread: Problem[] = table.flatMap((row) => {
    const messages = row.wrong.map((field) =>
      m(field === 'contentShare' ? 'equivalence.fault.share' : 'equivalence.fault.date'),
    )
    const unknown = row.programme !== '' && !programmeIds.has(row.programme.toLowerCase())
    if (unknown) messages.push(m('equivalence.fault.programme'))
    return messages.length > 0 ? [{ row, messages }] : []
  })
  if (unread.length > 0) return unread
  const result = await judgeEquivalences(
    work,
    table.map((row) => ({
      homeOrganisationId: home,
      hostOrganisationId: values['host'] ?? '',
      hostCourses: readSet(row.hostCode) ?? [[row.hostCode]],
      homeCourses: readSet(row.homeCode)?.flat() ?? [row.homeCode],
      package: null,
      degreeProgrammeId: programmeIds.get(row.programme.toLowerCase()) ?? null,
      contentShare: row.share,
      validFrom: row.validFrom as DateOnly,
      validTo: row.validTo,
      note: row.note,
    })),
  )
  if (isRefused(result)) return result
  if (result.problems.length === 0) return { count: result.ids.length }
  return result.problems.map(({ index, fields }) => ({
    row: table[index]!,
    messages: Object.values(fields),
  }))
}

function named(value: string, names: LocalText, { language }: Pick<Call, 'language'>): Option {
  const { text, language: labelLanguage } = localised(names, language)
  return { value, label: text, labelLanguage }
}
