import type { Call, Route } from '#kernel/http'
import { isRefused, type Work } from '#kernel/database'
import { type DateOnly, displayName, formatList, formatYear, isLanguage } from '#kernel/values'
import {
  appointmentColumns,
  cohortColumns,
  enrolmentColumns,
  pastYearColumns,
  unitColumns,
} from '../import-columns.ts'
import type { ImportSource } from '../import-table.ts'
import { m } from '../messages/index.ts'
import type { ImportKind } from '../pages/import.tsx'
import { trailOf } from '../pages/appointing.tsx'
import { day, nameText, period } from '../pages/scene.tsx'
import { previewAppointments, importAppointments } from '../service/import-appointments.ts'
import { importCohort, previewCohort } from '../service/import-cohort.ts'
import { importEnrolments, previewEnrolments } from '../service/import-enrolments.ts'
import { importPastYears, previewPastYears } from '../service/import-past-years.ts'
import { importUnits, previewUnits } from '../service/import-units.ts'
import { type Given, importPages } from './importing.ts'
import { officeOf } from './office.ts'
import { loadProgramme, loadYear } from './secretariat.ts'
import { loadOrganisation, sceneOf } from './web.ts'
import { type OrganisationFacts, unitsOf } from '../queries/organisations.ts'
import type { YearFacts } from '../queries/programmes.ts'
import type { ProgrammeStep } from '../schema.ts'

type OfficeCall = Call<OrganisationFacts>
type YearCall = Call<YearFacts>
type ProgrammeCall = Call<NonNullable<Awaited<ReturnType<typeof loadProgramme>>>>

/** Lists are brought in by paste or file: looked at first, written after. */
export const importRoutes: readonly Route[] = [
  ...importPages<OfficeCall, OrganisationFacts>('/organisations/:id/enrolments/import', {
    action: 'alliance.enrolment.change',
    load: loadOrganisation,
    list: {
      kind: enrolmentKind,
      headings: () => enrolmentColumns,
      preview: enrolmentPreview,
      take: takeEnrolments,
    },
  }),
  ...importPages<OfficeCall, OrganisationFacts>('/organisations/:id/appointments/import', {
    action: 'alliance.person.invite',
    load: loadOrganisation,
    list: {
      kind: appointmentKind,
      headings: () => appointmentColumns,
      preview: appointmentPreview,
      take: takeAppointments,
    },
  }),
  ...importPages<OfficeCall, OrganisationFacts>('/organisations/:id/units/import', {
    action: 'alliance.unit.change',
    load: loadOrganisation,
    list: { kind: unitKind, headings: () => unitColumns, preview: unitPreview, take: takeUnits },
  }),
  ...importPages<ProgrammeCall, ProgrammeCall['object']>('/programmes/:id/years/import', {
    action: 'alliance.programme.change',
    load: loadProgramme,
    list: {
      kind: pastYearsKind,
      headings: (call) => ({ ...pastYearColumns, ...stepColumns(call.object.programme.steps) }),
      preview: pastYearsPreview,
      take: takePastYears,
    },
  }),
  ...importPages<YearCall, YearFacts>('/programmes/:id/years/:year/import', {
    action: 'alliance.cohort.change',
    load: loadYear,
    list: {
      kind: cohortKind,
      headings: (call) => ({ ...cohortColumns, ...stepColumns(call.object.steps) }),
      preview: cohortPreview,
      take: takeCohort,
    },
  }),
]

type Column =
  | keyof typeof enrolmentColumns
  | keyof typeof appointmentColumns
  | keyof typeof cohortColumns
  | keyof typeof pastYearColumns
  | keyof typeof unitColumns

function columnsOf(call: Call, columns: object, required: readonly Column[]) {
  return (Object.keys(columns) as Column[])
    .map((column) => ({
      name: column as string,
      label: call.t(m(`import-column.${column}`)),
      required: required.includes(column),
    }))
    .toSorted((a, b) => Number(b.required) - Number(a.required))
}

/** A step of a programme as a column: known by its names, and counted as it by the first of them. */
const stepName = ({ names }: ProgrammeStep) => Object.values(names)[0] ?? ''
const stepColumns = (steps: readonly ProgrammeStep[]) =>
  Object.fromEntries(steps.map((step) => [stepName(step), Object.values(step.names)]))
const stepColumn = (step: ProgrammeStep, scene: Parameters<typeof nameText>[0]) => ({
  name: stepName(step),
  label: nameText(scene, step.names),
  required: false,
})

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
      ...call.object.steps.map((step) => stepColumn(step, scene)),
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
      ...programme.steps.map((step) => stepColumn(step, scene)),
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
