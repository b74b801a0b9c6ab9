import type { Work } from '#kernel/database'
import { type CellValue, type SheetColumn, writeCsv, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, wordsOf, sceneOf } from '#kernel/http'
import { formerIds, personsById } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import {
  compareText,
  dateInZone,
  displayName,
  formatClock,
  isUuid,
  localised,
  type LocalText,
} from '#kernel/values'
import { affiliationsOf, organisationNames, organisationsAround } from '#modules/alliance'
import { type Option, show } from '#ui'
import { m } from '../messages/index.ts'
import { readerWords, ReadsPage, sizeWords, type WordedRead } from '../pages/reads.tsx'
import { StaffReadsPage } from '../pages/staff-reads.tsx'
import {
  cursorOf,
  cursorText,
  readChoices,
  type ReadCursor,
  type ReadFilter,
  type ReadOfMine,
  type ReadRoute,
  readsByStaff,
  readsOfPerson,
  staffReadChoices,
} from '../queries/reads.ts'
import { selfOf } from './web.ts'

const perPage = 100
/** Rows of a downloaded record at most. */
const mostRows = 20_000

const own = { action: 'privacy.own-data.open' } as const
const staff = { action: 'privacy.read.list', load: loadOrganisation } as const

type OrganisationCall = Call<{ id: string; organisation_id: string; names: LocalText }>

/** Who looked at one's own data, and what the people of an organisation looked at. */
export const readRoutes: readonly Route[] = [
  page('GET', '/account/reads', { ...own, handle: showReads }),
  page('GET', '/account/reads/table', { ...own, handle: readsTable }),
  page<OrganisationCall['object']>('GET', '/organisations/:id/reads', {
    ...staff,
    handle: showStaffReads,
  }),
  page<OrganisationCall['object']>('GET', '/organisations/:id/reads/table', {
    ...staff,
    handle: staffReadsTable,
  }),
]

async function showReads(call: Call): Promise<Answer> {
  const scene = sceneOf(call)
  const who = await whoAsks(call)
  const choices = await readChoices(call.work, who)
  const whats = whatOptions(call, choices.routes)
  const filter = filterOf(call, choices.routes)
  const { reads, next } = await readsOfPerson(call.work, who, { ...filter, limit: perPage })
  const names = await organisationNames(call.work, choices.organisationIds)
  const chosen = chosenIn(call, ['organisation', 'what'])
  return show(
    ReadsPage({
      scene,
      reads: worded(call, reads),
      names,
      chosen,
      organisations: organisationOptions(call, names),
      whats,
      ...pagesOf(call, '/account/reads', chosen, next),
      table: call.href('/account/reads/table', chosen),
      workbook: call.href('/account/reads/table', { ...chosen, format: 'xlsx' }),
      keptMonths: call.services.kept.readsMonths,
    }),
  )
}

async function readsTable(call: Call): Promise<Answer> {
  const scene = sceneOf(call)
  const who = await whoAsks(call)
  const choices = await readChoices(call.work, who)
  const filter = { ...filterOf(call, choices.routes), before: undefined, limit: mostRows }
  const { reads } = await readsOfPerson(call.work, who, filter)
  const names = await organisationNames(call.work, choices.organisationIds)
  const columns = headers(call, ['day', 'time', 'who', 'what', 'people'])
  const rows = worded(call, reads).map(({ read, what }) => [
    ...dayAndTime(call, scene.timeZone, read),
    readerWords(scene, read, names),
    [call.t(what), read.isCertain ? '' : sizeWords(scene, read)].filter(Boolean).join('. '),
    read.personCount,
  ])
  return file(call, columns, rows)
}

async function showStaffReads(call: OrganisationCall): Promise<Answer> {
  const scene = await sceneOf(call as Call)
  const { id, names } = call.object
  const choices = await staffReadChoices(call.work, id)
  const filter = { ...filterOf(call as Call, choices.routes), organisationId: undefined }
  const { reads, next } = await readsByStaff(call.work, id, { ...filter, limit: perPage })
  const path = `/organisations/${id}/reads`
  const chosen = chosenIn(call as Call, ['reader', 'what'])
  const persons = await knownHere(
    call,
    reads.flatMap((read) => read.personIds.slice(0, 3)),
  )
  call.shows(persons.keys())
  return show(
    StaffReadsPage({
      scene,
      organisation: { id, name: localised(names, call.language).text },
      reads: worded(call as Call, reads),
      names: new Map([[id, names]]),
      persons,
      chosen,
      organisations: [],
      readers: choices.readers
        .map((reader) => ({ value: reader.id, label: displayName(reader.name, call.language) }))
        .toSorted((a, b) => compareText(call.language, a.label, b.label)),
      whats: whatOptions(call as Call, choices.routes),
      ...pagesOf(call as Call, path, chosen, next),
      table: call.href(`${path}/table`, chosen),
      workbook: call.href(`${path}/table`, { ...chosen, format: 'xlsx' }),
    }),
  )
}

async function staffReadsTable(call: OrganisationCall): Promise<Answer> {
  const { id, names } = call.object
  const scene = await sceneOf(call as Call)
  const choices = await staffReadChoices(call.work, id)
  const filter = filterOf(call as Call, choices.routes)
  const wanted = { ...filter, before: undefined, organisationId: undefined, limit: mostRows }
  const { reads } = await readsByStaff(call.work, id, wanted)
  const persons = await knownHere(
    call,
    reads.flatMap((read) => read.personIds.slice(0, 3)),
  )
  call.shows(persons.keys())
  const columns = headers(call as Call, [
    'day',
    'time',
    'who',
    'role',
    'what',
    'whose',
    'people',
    'filter',
  ])
  const rows = worded(call as Call, reads).map(({ read, what }) => [
    ...dayAndTime(call as Call, scene.timeZone, read),
    read.readerName ? displayName(read.readerName, call.language) : '',
    readerWords(scene, read, new Map([[id, names]])),
    call.t(what),
    read.personIds.flatMap((each) => persons.get(each) ?? []).join('; '),
    read.personCount,
    Object.entries(read.filter ?? {})
      .map((pair) => pair.join('='))
      .join(' '),
  ])
  return file(call as Call, columns, rows)
}

/** The reader by every id that is or was theirs, and the organisations whose long lists may name them. */
async function whoAsks(call: Call) {
  const self = selfOf(call)
  const former = await formerIds(call.work, self)
  const personIds = [self, ...former]
  return { personIds, organisationIds: await organisationsAround(call.work, personIds) }
}

/** Names of persons who act or study at the organisation; of others its administrator learns no name here. */
async function knownHere(
  call: OrganisationCall,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(personIds)]
  const persons = await personsById(call.work, wanted)
  const here = await affiliationsOf(call.work, { organisationIds: [call.object.id] })
  const known = new Set(here.map(({ person }) => person.id))
  return new Map(
    [...persons].flatMap(([id, { name }]) =>
      known.has(id) ? [[id, displayName(name, call.language)] as const] : [],
    ),
  )
}

function worded<Read extends ReadOfMine>(call: Call, reads: readonly Read[]): WordedRead<Read>[] {
  return reads.map((read) => ({ read, what: whatWords(call, read) }))
}

/** The words of a route; one that is no more has the words of any. */
function whatWords(call: Call, { route, action }: ReadRoute): Message {
  const [method = 'GET', path = ''] = route.split(' ')
  const words = wordsOf(call.services.shows, { method: method as 'GET', path, action })
  return words ?? m('reads.other')
}

/** What was opened, as a filter offers it: once for all routes that are told by the same words. */
function whatOptions(call: Call, routes: readonly ReadRoute[]): Option[] {
  const words = new Map(
    routes.map((route) => {
      const what = whatWords(call, route)
      return [`${what.module}.${what.key}`, call.t(what)] as const
    }),
  )
  return [...words]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => compareText(call.language, a.label, b.label))
}

function organisationOptions(call: Call, names: ReadonlyMap<string, LocalText>): Option[] {
  return [...names]
    .map(([value, name]) => ({ value, label: localised(name, call.language).text }))
    .toSorted((a, b) => compareText(call.language, a.label, b.label))
}

function filterOf(call: Call, routes: readonly ReadRoute[]): Omit<ReadFilter, 'limit'> {
  const { query } = call
  const id = (name: string) => {
    const value = query.get(name) ?? undefined
    return isUuid(value) ? value : undefined
  }
  const what = query.get('what') ?? ''
  const meant = (route: ReadRoute) => {
    const words = whatWords(call, route)
    return `${words.module}.${words.key}` === what
  }
  return {
    organisationId: id('organisation'),
    readerId: id('reader'),
    ...(what === '' ? {} : { routes: routes.filter(meant) }),
    before: cursorOf(query.get('before')),
  }
}

function chosenIn(call: Call, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, call.query.get(name) ?? '']))
}

function pagesOf(
  call: Call,
  path: string,
  chosen: Record<string, string>,
  next: ReadCursor | null,
) {
  return {
    earlier: next && call.href(path, { ...chosen, before: cursorText(next) }),
    latest: call.query.has('before') ? call.href(path, chosen) : null,
  }
}

const widths = { day: 12, time: 8, who: 30, role: 40, what: 40, whose: 40, people: 10, filter: 30 }

function headers(call: Call, names: readonly (keyof typeof widths)[]) {
  return names.map((name) => ({
    header: call.t(m(`reads.${name}`)),
    kind: name === 'people' ? ('number' as const) : ('text' as const),
    width: widths[name],
  }))
}

function dayAndTime(call: Call, timeZone: string, { readAt }: ReadOfMine): [string, string] {
  return [dateInZone(readAt, timeZone), formatClock(readAt, timeZone, call.language)]
}

/** The record as separated values, or as a workbook where the address asks for one. */
async function file(
  call: Call,
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
): Promise<Answer> {
  const name = call.t(m('reads.file'))
  if (call.query.get('format') !== 'xlsx') {
    const body = await writeCsv(columns, rows)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

async function loadOrganisation(work: Work, { id }: Record<string, string>) {
  const names = isUuid(id) ? await organisationNames(work, [id]) : null
  const found = names?.get(id ?? '')
  return found ? { id: id!, organisation_id: id!, names: found } : null
}
