import { type CellValue, type SheetColumn, writeCsv, writeXlsx } from '#kernel/files'
import { page, type Answer, type Call, type Route } from '#kernel/http'
import { countryName, displayName, type PersonName } from '#kernel/values'
import { m } from '../messages/index.ts'
import { nameText, sectorNames } from '../pages/scene.tsx'
import { listOrganisations, unitsOf } from '../queries/organisations.ts'
import { peopleOf } from '../queries/people.ts'
import { cohortPage } from '../queries/programmes.ts'
import { unitNameColumns } from '../service/read-units.ts'
import { filterOf, personIds, shownFilter } from './people.ts'
import { membersFilter } from './public.ts'
import { loadYearForReader } from './secretariat.ts'
import { loadOrganisation, sceneOf } from './web.ts'
import type { OrganisationFacts } from '../queries/organisations.ts'
import type { YearFacts } from '../queries/programmes.ts'

/** Lists as workbooks, with the filter of the page that they are taken from. */
export const tableRoutes: readonly Route[] = [
  page('GET', '/members/table', { action: 'alliance.organisation.read', handle: membersTable }),
  page<OrganisationFacts>('GET', '/organisations/:id/people/table', {
    action: 'alliance.person.read',
    load: loadOrganisation,
    handle: peopleTable,
  }),
  page<OrganisationFacts>('GET', '/organisations/:id/units/table', {
    action: 'alliance.own-organisation.read',
    load: loadOrganisation,
    handle: unitsTable,
  }),
  page<YearFacts>('GET', '/programmes/:id/years/:year/table', {
    action: 'alliance.cohort.read',
    load: loadYearForReader,
    handle: cohortTable,
  }),
]

const mostRows = 20_000

async function membersTable(call: Call): Promise<Answer> {
  const scene = sceneOf(call)
  const members = await listOrganisations(call.work, membersFilter(call))
  const columns = [
    text(call, 'field.name', 40),
    { header: call.t(m('field.acronym')), kind: 'text' as const, width: 12 },
    text(call, 'field.country', 16),
    text(call, 'field.city', 16),
    text(call, 'field.sectors', 30),
    text(call, 'membership.kind', 18),
    day(call, 'field.since'),
    text(call, 'field.ror', 28),
    text(call, 'organisation.origin', 24),
  ]
  const rows = members.map((row) => [
    nameText(scene, row.names),
    row.acronym,
    countryName(row.country, call.language),
    nameText(scene, row.city),
    sectorNames(scene, row.sectors).join(', '),
    row.membership && call.t(m(`membership.${row.membership.kind}`)),
    row.membership && row.membership.startsOn,
    row.ror,
    call.t(m(row.invented ? 'organisation.invented' : 'organisation.real')),
  ])
  return workbook(call.t(m('members.title')), columns, rows)
}

/** One row for each appointment and each enrolment: a person who acts and studies here has two. */
async function peopleTable(call: Call<OrganisationFacts>): Promise<Answer> {
  const scene = sceneOf(call)
  const filter = { ...filterOf(call.query), page: 1, perPage: mostRows }
  const { rows } = await peopleOf(call.work, call.object.id, filter)
  call.shows(personIds(rows), shownFilter(filter))
  const columns = [
    text(call, 'import-column.name', 28),
    text(call, 'table.latin-name', 28),
    text(call, 'field.email', 32),
    text(call, 'field.role', 20),
    text(call, 'field.unit', 30),
    text(call, 'import-column.degreeProgramme', 16),
    text(call, 'field.student-number', 16),
    text(call, 'field.intake-year', 12),
    day(call, 'field.first-day'),
    day(call, 'field.last-day'),
  ]
  const cells = rows.flatMap((person) => {
    const who = [...namesOf(person.name, call), person.email]
    return [
      ...person.appointments.map((each) => [
        ...who,
        call.t(m(`role.${each.role}`)),
        each.unit && nameText(scene, each.unit),
        each.programme,
        null,
        null,
        each.startsOn,
        each.endsOn,
      ]),
      ...person.enrolments.map((each) => [
        ...who,
        call.t(m('role.student')),
        null,
        each.programme,
        each.studentNumber,
        String(each.intakeYear),
        each.startsOn,
        each.endsOn,
      ]),
    ]
  })
  const title = call.t(m('office.people'))
  return workbook(`${title} – ${nameText(scene, call.object.names)}`, columns, cells, title)
}

/** The units under the headings that their import understands: what is taken out comes back whole. */
async function unitsTable(call: Call<OrganisationFacts>): Promise<Answer> {
  const scene = sceneOf(call)
  const units = await unitsOf(call.work, call.object.id)
  const columns = [
    text(call, 'import-column.unitCode', 14),
    ...unitNameColumns.map(({ column }) => text(call, `import-column.${column}`, 32)),
    text(call, 'import-column.unitKind', 16),
    text(call, 'import-column.partOf', 28),
    day(call, 'import-column.closedOn'),
  ]
  const rows = units.map((unit) => {
    const parent = units.find((each) => each.id === unit.parent_id)
    return [
      unit.code,
      ...unitNameColumns.map(({ language }) => unit.names[language] ?? null),
      call.t(m(`unit.${unit.kind}`)),
      parent ? (parent.code ?? nameText(scene, parent.names)) : null,
      unit.closed_on,
    ]
  })
  const title = call.t(m('office.units'))
  const name = `${title} – ${nameText(scene, call.object.names)}`
  if (call.query.get('format') !== 'csv') return workbook(name, columns, rows, title)
  const body = await writeCsv(columns, rows)
  return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
}

/** The participants under the headings that the import of a cohort understands, a column for each step. */
async function cohortTable(call: Call<YearFacts>): Promise<Answer> {
  const scene = sceneOf(call)
  const cohort = (await cohortPage(call.work, call.object.year_id))!
  call.shows(cohort.members.map(({ personId }) => personId))
  const columns = [
    text(call, 'import-column.year', 8),
    text(call, 'import-column.organisation', 36),
    text(call, 'import-column.name', 28),
    text(call, 'table.latin-name', 28),
    text(call, 'import-column.studentNumber', 16),
    text(call, 'import-column.state', 14),
    day(call, 'import-column.joinedOn'),
    { header: call.t(m('import-column.credit')), kind: 'number' as const, width: 12 },
    ...cohort.steps.map((step) => ({
      header: nameText(scene, step.names),
      kind: 'text' as const,
      width: 16,
    })),
  ]
  const rows = cohort.members.map((member) => [
    String(cohort.year),
    nameText(scene, member.organisation.names),
    ...namesOf(member.name, call),
    member.studentNumber,
    call.t(m(`cohort-state.${member.state}`)),
    member.joinedOn,
    member.credit && member.credit.toDecimal(4),
    ...cohort.steps.map((step) => (member.standing.reached.includes(step.kind) ? 'x' : null)),
  ])
  return workbook(`${cohort.code} ${cohort.year}`, columns, rows)
}

function namesOf(name: PersonName, call: Call): [string, string] {
  return [name.native ?? displayName(name, call.language), name.romanised]
}

function text(call: Call, key: Parameters<typeof m>[0], width: number): SheetColumn {
  return { header: call.t(m(key as 'field.name')), kind: 'text', width }
}

function day(call: Call, key: Parameters<typeof m>[0]): SheetColumn {
  return { header: call.t(m(key as 'field.name')), kind: 'date', width: 14 }
}

async function workbook(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
  sheet = name,
): Promise<Answer> {
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name: sheet, columns, rows }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}
