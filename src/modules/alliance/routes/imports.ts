import { show } from '#ui'
import { page, type Answer, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import {
  type DateOnly,
  displayName,
  formatList,
  formatYear,
  isLanguage,
  parseDate,
} from '#kernel/values'
import {
  appointmentColumns,
  cohortColumns,
  enrolmentColumns,
  pastYearColumns,
  unitColumns,
} from '../import-columns.ts'
import type { ImportSource } from '../import-table.ts'
import { m } from '../messages/index.ts'
import { importBytes, type ImportKind, ImportPage, type ImportPreview } from '../pages/import.tsx'
import { trailOf } from '../pages/appointing.tsx'
import { day, type FormState, nameText, period } from '../pages/scene.tsx'
import { previewAppointments, importAppointments } from '../service/import-appointments.ts'
import { importCohort, previewCohort } from '../service/import-cohort.ts'
import { importEnrolments, previewEnrolments } from '../service/import-enrolments.ts'
import { importPastYears, previewPastYears } from '../service/import-past-years.ts'
import { importUnits, previewUnits } from '../service/import-units.ts'
import { faulty } from '../service/refusals.ts'
import { officeOf } from './office.ts'
import { loadProgramme, loadYear } from './secretariat.ts'
import { blank, loadOrganisation, refused, sceneOf } from './web.ts'
import { type OrganisationFacts, unitsOf } from '../queries/organisations.ts'
import type { YearFacts } from '../queries/programmes.ts'

type OfficeCall = Call<OrganisationFacts>
type YearCall = Call<YearFacts>
type ProgrammeCall = Call<NonNullable<Awaited<ReturnType<typeof loadProgramme>>>>

/** What is to be brought in: the list as text, and the first day of rows that name none. */
interface Given {
  text: string
  leaveOutFaulty: boolean
  startsOn: DateOnly | null
}

/** A list that can be brought in: how it is read, shown and taken over. */
interface List<AnyCall extends Call> {
  kind: (call: AnyCall) => ImportKind
  preview: (
    call: AnyCall,
    work: Work,
    source: ImportSource,
    startsOn: DateOnly | null,
  ) => Promise<Omit<ImportPreview, 'startsOn'> | Refusal>
  take: (
    call: AnyCall,
    work: Work,
    given: Given,
  ) => Promise<Refusal | { done?: ReturnType<typeof m>; path: string }>
}

/** Lists are brought in by paste or file: looked at first, written after. */
export const importRoutes: readonly Route[] = [
  ...pages<OfficeCall, OrganisationFacts>('/organisations/:id/enrolments/import', {
    action: 'alliance.enrolment.change',
    load: loadOrganisation,
    list: { kind: enrolmentKind, preview: enrolmentPreview, take: takeEnrolments },
  }),
  ...pages<OfficeCall, OrganisationFacts>('/organisations/:id/appointments/import', {
    action: 'alliance.person.invite',
    load: loadOrganisation,
    list: { kind: appointmentKind, preview: appointmentPreview, take: takeAppointments },
  }),
  ...pages<OfficeCall, OrganisationFacts>('/organisations/:id/units/import', {
    action: 'alliance.unit.change',
    load: loadOrganisation,
    list: { kind: unitKind, preview: unitPreview, take: takeUnits },
  }),
  ...pages<ProgrammeCall, ProgrammeCall['object']>('/programmes/:id/years/import', {
    action: 'alliance.programme.change',
    load: loadProgramme,
    list: { kind: pastYearsKind, preview: pastYearsPreview, take: takePastYears },
  }),
  ...pages<YearCall, YearFacts>('/programmes/:id/years/:year/import', {
    action: 'alliance.cohort.change',
    load: loadYear,
    list: { kind: cohortKind, preview: cohortPreview, take: takeCohort },
  }),
]

function pages<AnyCall extends Call, Facts extends Record<string, unknown>>(
  path: string,
  of: {
    action: string
    load: (work: Work, params: Record<string, string>) => Promise<Facts | null>
    list: List<AnyCall>
  },
): Route[] {
  const common = { action: of.action, load: of.load }
  return [
    page('GET', path, {
      ...common,
      handle: async (call) => show(view(of.list, call as unknown as AnyCall, blank(), null)),
    }),
    page('POST', path, {
      ...common,
      maxBytes: importBytes + 1024 * 1024,
      perMinute: 60,
      handle: (call) => answer(of.list, call as unknown as AnyCall),
    }),
  ]
}

async function answer<AnyCall extends Call>(list: List<AnyCall>, call: AnyCall): Promise<Answer> {
  const step = call.form.values['step']?.[0] ?? 'preview'
  const text = call.form.values['text']?.[0] ?? ''
  const typed = call.form.values['startsOn']?.[0] ?? ''
  if (step === 'edit')
    return show(view(list, call, blank({ text: [text], startsOn: [typed] }), null))
  const startsOn = typed.trim() === '' ? null : parseDate(typed)
  if (startsOn === null && typed.trim() !== '') {
    const wrong = faulty('startsOn', 'import.no-date', { text: typed })
    return show(view(list, call, refused(call, wrong), null), wrong.status)
  }
  if (step === 'import' || step === 'import-without-faulty') {
    const given = { text, leaveOutFaulty: step === 'import-without-faulty', startsOn }
    const result = await call.perform((work) => list.take(call, work, given))
    if (!isRefused(result)) return call.redirect(result.path, result.done)
    return show(view(list, call, refused(call, result), null), result.status)
  }
  const source = sourceOf(call, text)
  const preview = isRefused(source) ? source : await list.preview(call, call.work, source, startsOn)
  if (!isRefused(preview)) return show(view(list, call, blank(), { ...preview, startsOn }))
  return show(view(list, call, refused(call, preview), null), preview.status)
}

function view<AnyCall extends Call>(
  list: List<AnyCall>,
  call: AnyCall,
  form: FormState,
  preview: ImportPreview | null,
) {
  return ImportPage({ scene: sceneOf(call), kind: list.kind(call), form, preview })
}

/** A file goes before what was pasted: whoever chose one meant it. */
function sourceOf(call: Call, text: string): ImportSource | Refusal {
  const file = call.form.uploads['file']?.find((upload) => upload.bytes.length > 0)
  if (file) return { bytes: file.bytes, name: file.name }
  return text.trim() === '' ? faulty('text', 'import.nothing-given') : { text }
}

type Column =
  | keyof typeof enrolmentColumns
  | keyof typeof appointmentColumns
  | keyof typeof cohortColumns
  | keyof typeof pastYearColumns
  | keyof typeof unitColumns

function columnsOf(call: Call, columns: object, required: readonly Column[]) {
  return (Object.keys(columns) as Column[])
    .map((column) => ({
      label: call.t(m(`import-column.${column}`)),
      required: required.includes(column),
    }))
    .toSorted((a, b) => Number(b.required) - Number(a.required))
}

function enrolmentKind(call: OfficeCall): ImportKind {
  const base = `/organisations/${call.object.id}`
  return {
    title: call.t(m('people.import-students')),
    startHint: m('import.starts-on-students'),
    lead: call.t(m('import.students-lead')),
    columns: columnsOf(call, enrolmentColumns, ['studentNumber', 'degreeProgramme']),
    action: call.href(`${base}/enrolments/import`),
    backHref: call.href(`${base}/people`),
    trail: trailOf(sceneOf(call), officeOf(call)),
  }
}

async function enrolmentPreview(
  call: OfficeCall,
  work: Work,
  source: ImportSource,
  startsOn: DateOnly | null,
) {
  const read = await previewEnrolments(work, call.object.id, source, startsOn)
  if (isRefused(read)) return read
  const scene = sceneOf(call)
  return {
    ...read,
    already: read.already.length,
    elsewhere: passedOver(call, 'import.staff-passed-over', read.elsewhere),
    headings: headings(call, [
      'studentNumber',
      'name',
      'degreeProgramme',
      'intakeYear',
      'startsOn',
      'email',
    ]),
    rows: read.rows.map((row) => ({
      row: row.row,
      cells: [
        row.studentNumber,
        row.name ? displayName(row.name, call.language) : call.t(m('import.known-person')),
        row.degreeProgrammeCode,
        String(row.intakeYear),
        day(scene, row.startsOn),
        row.email ?? '–',
      ],
    })),
  }
}

async function takeEnrolments(call: OfficeCall, work: Work, given: Given) {
  const done = await importEnrolments(work, call.services, call.object.id, given)
  if (isRefused(done)) return done
  return {
    done: m('done.enrolled', { count: done.enrolled }),
    path: `/organisations/${call.object.id}/people?role=student`,
  }
}

function appointmentKind(call: OfficeCall): ImportKind {
  const base = `/organisations/${call.object.id}`
  return {
    title: call.t(m('people.import-staff')),
    startHint: m('import.starts-on-staff'),
    lead: call.t(m('import.staff-lead')),
    columns: columnsOf(call, appointmentColumns, ['email', 'role']),
    action: call.href(`${base}/appointments/import`),
    backHref: call.href(`${base}/people`),
    trail: trailOf(sceneOf(call), officeOf(call)),
  }
}

async function appointmentPreview(
  call: OfficeCall,
  work: Work,
  source: ImportSource,
  startsOn: DateOnly | null,
) {
  const read = await previewAppointments(work, call.object.id, source, startsOn)
  if (isRefused(read)) return read
  const scene = sceneOf(call)
  return {
    ...read,
    already: read.already.length,
    elsewhere: passedOver(call, 'import.students-passed-over', read.elsewhere),
    headings: [
      ...headings(call, ['email', 'name', 'role', 'unit', 'startsOn', 'endsOn']),
      call.t(m('import.comes-to')),
    ],
    rows: read.rows.map((row) => ({
      row: row.row,
      cells: [
        row.email,
        row.name || '–',
        call.t(m(`role.${row.role}`)),
        row.unit ? nameText(scene, row.unit) : '–',
        day(scene, row.startsOn),
        row.endsOn ? day(scene, row.endsOn) : '–',
        call.t(m(row.personId === null ? 'import.is-invited' : 'import.is-appointed')),
      ],
    })),
  }
}

async function takeAppointments(call: OfficeCall, work: Work, given: Given) {
  const typed = call.form.values['language']?.[0]
  const language = isLanguage(typed) ? typed : call.language
  const done = await importAppointments(work, call.services, call.object.id, { ...given, language })
  if (isRefused(done)) return done
  return {
    done: m('done.staff-imported', { appointed: done.appointed, invited: done.invited }),
    path: `/organisations/${call.object.id}/people`,
  }
}

function unitKind(call: OfficeCall): ImportKind {
  const scene = sceneOf(call)
  const base = `/organisations/${call.object.id}`
  return {
    title: call.t(m('unit.import')),
    lead: call.t(m('unit.import-lead')),
    columns: columnsOf(call, unitColumns, ['unitName']),
    action: call.href(`${base}/units/import`),
    backHref: call.href(`${base}/units`),
    trail: [
      { href: call.href(base), label: nameText(scene, call.object.names) },
      { href: call.href(`${base}/units`), label: call.t(m('office.units')) },
    ],
  }
}

async function unitPreview(call: OfficeCall, work: Work, source: ImportSource) {
  const read = await previewUnits(work, call.object.id, source)
  if (isRefused(read)) return read
  const scene = sceneOf(call)
  const standing = await unitsOf(work, call.object.id)
  const names = new Map([
    ...standing.map((unit) => [unit.id, unit.names] as const),
    ...read.rows.map(({ id, after }) => [id, after.names] as const),
  ])
  return {
    ...read,
    already: read.already.length,
    elsewhere: null,
    headings: [
      ...headings(call, ['unitName', 'unitCode', 'unitKind', 'partOf', 'closedOn']),
      call.t(m('import.comes-to')),
    ],
    rows: read.rows.map(({ row, before, after }) => ({
      row,
      cells: [
        // Every language stands in the preview: what is read wrong shows before it is written.
        [...new Set(Object.values(after.names))].join(' · '),
        after.code ?? '–',
        call.t(m(`unit.${after.kind}`)),
        after.parentId ? nameText(scene, names.get(after.parentId)!) : '–',
        after.closedOn ? day(scene, after.closedOn) : '–',
        call.t(m(before === null ? 'import.is-added' : 'import.is-changed')),
      ],
    })),
  }
}

async function takeUnits(call: OfficeCall, work: Work, given: Given) {
  const done = await importUnits(work, call.services.node, call.object.id, given)
  if (isRefused(done)) return done
  // The page says what was done, with the way back.
  return { path: `/organisations/${call.object.id}/units?imported=${done.importId}` }
}

function cohortKind(call: YearCall): ImportKind {
  const scene = sceneOf(call)
  const programme = `/programmes/${call.object.programme_id}`
  const path = `${programme}/years/${call.object.year_id}`
  return {
    title: call.t(m('cohort.import')),
    lead: call.t(m('import.cohort-lead')),
    columns: [
      ...columnsOf(call, cohortColumns, ['organisation']),
      ...call.object.steps.map((step) => ({ label: nameText(scene, step.names), required: false })),
    ],
    action: call.href(`${path}/import`),
    backHref: call.href(path),
    trail: [{ href: call.href(programme), label: nameText(scene, call.object.names) }],
  }
}

async function cohortPreview(call: YearCall, work: Work, source: ImportSource) {
  const read = await previewCohort(work, call.object.year_id, source)
  if (isRefused(read)) return read
  return {
    ...read,
    already: read.already.length,
    elsewhere: null,
    headings: [...headings(call, ['name', 'state']), call.t(m('cohort.reached'))],
    rows: read.rows.map((row) => ({
      row: row.row,
      cells: [
        row.name ? displayName(row.name, call.language) : call.t(m('import.known-person')),
        call.t(m(`cohort-state.${row.state}`)),
        call.t(
          m('cohort.reached-of', { reached: row.steps.length, total: call.object.steps.length }),
        ),
      ],
    })),
  }
}

async function takeCohort(call: YearCall, work: Work, given: Given) {
  const done = await importCohort(work, call.services, call.object.year_id, given)
  if (isRefused(done)) return done
  return {
    done: m('done.joined', { count: done.joined }),
    path: `/programmes/${call.object.programme_id}/years/${call.object.year_id}`,
  }
}

function pastYearsKind(call: ProgrammeCall): ImportKind {
  const scene = sceneOf(call)
  const { programme } = call.object
  const path = `/programmes/${programme.id}`
  return {
    title: call.t(m('past-years.import')),
    lead: call.t(m('past-years.lead')),
    columns: [
      ...columnsOf(call, pastYearColumns, ['year', 'organisation']),
      ...programme.steps.map((step) => ({ label: nameText(scene, step.names), required: false })),
    ],
    action: call.href(`${path}/years/import`),
    backHref: call.href(path),
    trail: [{ href: call.href(path), label: nameText(scene, programme.names) }],
  }
}

async function pastYearsPreview(call: ProgrammeCall, work: Work, source: ImportSource) {
  const { programme } = call.object
  const read = await previewPastYears(work, programme.id, source)
  if (isRefused(read)) return read
  const scene = sceneOf(call)
  const added = read.newYears.map(
    ({ year, startsOn, endsOn }) =>
      `${formatYear(year, call.language)} (${period(scene, startsOn, endsOn)})`,
  )
  const years = formatList(added, call.language)
  return {
    ...read,
    already: read.already.length,
    elsewhere: added.length === 0 ? null : call.t(m('past-years.added', { years })),
    headings: [...headings(call, ['year', 'name', 'state']), call.t(m('cohort.reached'))],
    rows: read.rows.map((row) => ({
      row: row.row,
      cells: [
        formatYear(row.year, call.language),
        row.name ? displayName(row.name, call.language) : call.t(m('import.known-person')),
        call.t(m(`cohort-state.${row.state}`)),
        call.t(
          m('cohort.reached-of', { reached: row.steps.length, total: programme.steps.length }),
        ),
      ],
    })),
  }
}

async function takePastYears(call: ProgrammeCall, work: Work, given: Given) {
  const { id } = call.object
  const done = await importPastYears(work, call.services, id, given)
  if (isRefused(done)) return done
  return { path: `/programmes/${id}?imported=${done.importId}` }
}

function passedOver(
  call: Call,
  key: 'import.staff-passed-over' | 'import.students-passed-over',
  rows: readonly number[],
): string | null {
  return rows.length === 0 ? null : call.t(m(key, { count: rows.length }))
}

function headings(call: Call, columns: readonly Column[]): string[] {
  return columns.map((column) => call.t(m(`import-column.${column}`)))
}
