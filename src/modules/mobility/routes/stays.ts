import { show } from '#ui'
import { personOf } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { isAcademicYearId, isUuid, shiftAcademicYear } from '#kernel/values'
import { staySheet } from '../formats/stay-sheet.ts'
import { m } from '../messages/index.ts'
import { MinePage } from '../pages/mine.tsx'
import { SeatsPage } from '../pages/seats.tsx'
import { StaysPage } from '../pages/stays.tsx'
import { base, todayOf } from '../pages/words.tsx'
import { institutions, officesOf, runningYearAt } from '../queries/choices.ts'
import { seatsOfYear } from '../queries/seats.ts'
import { listStays, type StayFilter, stayFigures, staysOf } from '../queries/stays.ts'
import { mobilityKinds, mobilityStates, nextSteps } from '../rules/states.ts'
import { optionsOf } from './parts.ts'

const pageSize = 50
/** Stays of one archive and of one list of nominations; more would take minutes. A longer list comes in parts, which its page names. */
export const mostPacked = 200
/** More than any office has in a year; an export is one file in memory. */
const mostExported = 10_000

/** The list of stays with its figures and its export, the places of a year, and a student's own stays. */
export const stayListRoutes: readonly Route[] = [
  page('GET', base, { action: 'mobility.stay.open', handle: listPage }),
  page('GET', `${base}/export`, { action: 'mobility.stay.open', handle: exported }),
  page('GET', `${base}/seats`, { action: 'mobility.stay.open', handle: seatsPage }),
  page('GET', `${base}/mine`, { action: 'mobility.own-stay.open', handle: minePage }),
]

/** What an address narrows the list to. */
export function filterOf({ query }: Call): StayFilter {
  const given = (name: string) => query.get(name) ?? ''
  return {
    q: given('q').trim().slice(0, 100),
    state: mobilityStates.find((state) => state === given('state')) ?? null,
    direction: (['out', 'in'] as const).find((each) => each === given('direction')) ?? null,
    partner: isUuid(given('partner')) ? given('partner') : null,
    year: isAcademicYearId(given('year')) ? given('year') : null,
    kind: mobilityKinds.find((kind) => kind === given('kind')) ?? null,
    step: nextSteps.find((step) => step === given('step')) ?? null,
    isLate: given('late') === 'yes',
    there: given('there') === 'yes',
  }
}

function queryOf({ isLate, there, q, ...rest }: StayFilter): Record<string, string | null> {
  return { ...rest, q: q || null, late: isLate ? 'yes' : null, there: there ? 'yes' : null }
}

/** The filter as a record of reads has it: without what somebody typed. */
export function narrowedBy(filter: StayFilter): Record<string, string | null> {
  const { q: _typed, ...narrowed } = queryOf(filter)
  return narrowed
}

async function listPage(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const own = officesOf(call.work)
  const number = pageNumber(call)
  const days = { today: todayOf(call), own }
  const { stays, total, isMore } = await listStays(
    call.work,
    { ...filter, ...days },
    { page: number, pageSize },
  )
  const figures = await stayFigures(call.work, days)
  const known = await institutions(call.work)
  call.shows(
    stays.map((stay) => stay.person_id),
    narrowedBy(filter),
  )
  return show(
    StaysPage({
      call,
      stays,
      total,
      isMore,
      page: number,
      pageSize,
      most: { packed: mostPacked, exported: mostExported },
      filter,
      query: queryOf(filter),
      own,
      partners: optionsOf(
        call,
        known.filter(({ id }) => !own.includes(id)),
      ),
      years: await yearsAround(call, 5, 2),
      figures,
      mayNominate: call.may('mobility.nomination.open', {}),
    }),
  )
}

/** So many academic years until the one that runs, and some to come. */
async function yearsAround(call: Call, past: number, coming: number): Promise<string[]> {
  const current = await currentYear(call)
  return Array.from({ length: past + coming }, (_, place) =>
    shiftAcademicYear(current, coming - place),
  )
}

function currentYear(call: Call): Promise<string> {
  return runningYearAt(call.work, officesOf(call.work)[0], todayOf(call))
}

async function exported(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const own = officesOf(call.work)
  const { stays } = await listStays(
    call.work,
    { ...filter, own, today: todayOf(call) },
    { page: 1, pageSize: mostExported },
  )
  call.shows(
    stays.map((stay) => stay.person_id),
    narrowedBy(filter),
  )
  const name = call.t(m('stays.title'))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, ...staySheet(stays, call) }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

async function seatsPage(call: Call): Promise<Answer> {
  const given = call.query.get('year')
  const year = isAcademicYearId(given) ? given : await currentYear(call)
  call.shows([])
  return show(
    SeatsPage({
      call,
      year,
      years: { before: shiftAcademicYear(year, -1), after: shiftAcademicYear(year, 1) },
      seats: await seatsOfYear(call.work, { own: officesOf(call.work), year }),
    }),
  )
}

async function minePage(call: Call): Promise<Answer> {
  const personId = personOf(call.work.actor)
  const stays = personId === null ? [] : await staysOf(call.work, personId)
  call.shows([])
  return show(MinePage({ call, stays, mayCalls: call.may('calls.call.browse', {}) }))
}
