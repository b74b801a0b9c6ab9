import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, localOf, page, type Route, valueOf } from '#kernel/http'
import { isDateOnly, localised, parseDate } from '#kernel/values'
import type { Certificate } from '#modules/matching'
import { roundSheet } from '../formats/round-sheet.ts'
import { m } from '../messages/index.ts'
import { NewRoundPage } from '../pages/round-new.tsx'
import { RoundOfficePage } from '../pages/round-office.tsx'
import { RoundPage } from '../pages/round.tsx'
import { base } from '../pages/scene.tsx'
import { officePositions } from '../queries/positions.ts'
import {
  hostsOfRound,
  ownPart,
  positionsOfRound,
  roundById,
  type RoundRow,
  runsOfRound,
  studentsOfRound,
  wishesOfRound,
} from '../queries/rounds.ts'
import { roundForm } from '../rules/round.ts'
import { askHosts } from '../service/ranks.ts'
import { reasonsFor, resultLines } from '../service/round-results.ts'
import { keepRun, runRoundOf, runStart, tellRun, undoRun } from '../service/round-runs.ts'
import { endRound, openRound } from '../service/rounds.ts'
import { chosenOffice, formOf, officesOf, refusedOr } from './web.ts'

const path = `${base}/rounds`
const load = (work: Call['work'], { id }: Record<string, string>) => roundById(work, id ?? '')
const held = { action: 'internships.round.manage', load }
const open = 'internships.round.open'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A round from its opening to its end, for its office and, in numbers, for everybody. */
export const roundRoutes: readonly Route[] = [
  page('GET', `${path}/new`, { action: open, handle: (call) => newPage(call, null) }),
  page('POST', `${path}/new`, { action: open, handle: make }),
  page<RoundRow>('GET', `${path}/:id`, {
    action: 'internships.round.read',
    load,
    perMinute: 60,
    handle: roundPage,
  }),
  page<RoundRow>('GET', `${path}/:id/office`, {
    ...held,
    handle: (call) => officePage(call, null),
  }),
  page<RoundRow>('POST', `${path}/:id/reminders`, { ...held, perMinute: 10, handle: remind }),
  page<RoundRow>('POST', `${path}/:id/run`, { ...held, perMinute: 10, handle: run }),
  page<RoundRow>('POST', `${path}/:id/run/return`, { ...held, handle: undo }),
  page<RoundRow>('POST', `${path}/:id/telling`, { ...held, handle: tell }),
  page<RoundRow>('POST', `${path}/:id/end`, { ...held, handle: end }),
  page<RoundRow>('GET', `${path}/:id/certificate`, { ...held, handle: sendCertificate }),
  page<RoundRow>('GET', `${path}/:id/result`, { ...held, perMinute: 20, handle: sendResult }),
]

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const offices = await officesOf(call, 'internships.round.list')
  const ids = new Set(offices.map(({ value }) => value))
  const positions = (await officePositions(call.work)).filter(
    (each) => each.state === 'published' && each.roundId === null && ids.has(each.organisation_id),
  )
  call.shows([])
  const chosen = new Set(
    refusal
      ? (call.form.values['positions'] ?? [])
      : positions.filter(({ places, taken }) => taken < places).map(({ id }) => id),
  )
  const form = formOf(call, refusal)
  return show(NewRoundPage({ call, offices, positions, chosen, form }), refusal)
}

async function make(call: Call): Promise<Answer> {
  const form = call.read(roundForm)
  if (isRefused(form)) return newPage(call, form)
  const offices = await officesOf(call, 'internships.round.list')
  const organisationId = chosenOffice(offices, form.organisation)
  if (!organisationId) return newPage(call, refuse(422, m('refusal.no-office')))
  const done = await call.perform((work) =>
    openRound(work, {
      organisationId,
      titles: localOf(call, 'title'),
      positionIds: (call.form.values['positions'] ?? []).slice(0, 500),
      wishesUntil: form.wishesUntil,
      ranksUntil: form.ranksUntil,
      answerBy: form.answerBy,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return newPage(call, done)
  return call.redirect(`${path}/${done.roundId}/office`, m('flash.round-opened'))
}

async function roundPage(call: Call<RoundRow>): Promise<Answer> {
  const { work, object: round } = call
  const personId = call.actor.kind === 'person' ? call.actor.personId : null
  const runs = (await runsOfRound(work, round.id)).filter(({ toldAt }) => toldAt !== null)
  call.shows([])
  return show(
    RoundPage({
      call,
      round,
      positions: await positionsOfRound(work, round.id),
      runs,
      takesPart: personId !== null && (await ownPart(work, round.id, personId)) !== null,
    }),
  )
}

async function officePage(call: Call<RoundRow>, refusal: Refusal | null): Promise<Answer> {
  const { work, object: round } = call
  const runs = await runsOfRound(work, round.id)
  const students = await studentsOfRound(work, round.id)
  const wishes = await wishesOfRound(work, round.id)
  const positions = await positionsOfRound(work, round.id)
  const lines = resultLines({ runs, students, wishes, language: call.language })
  const asked = lines.find(({ id }) => id === call.query.get('student')) ?? null
  call.shows(students.map(({ person_id: id }) => id))
  return show(
    RoundOfficePage({
      call,
      round,
      runs,
      hosts: await hostsOfRound(work, round.id),
      positions,
      lines,
      asked: asked?.run ? { line: asked, reasons: reasonsFor(asked.run, asked, positions) } : null,
      form: refusedOr(call, refusal),
    }),
    refusal,
  )
}

const office = (call: Call<RoundRow>) => `${path}/${call.object.id}/office`

async function remind(call: Call<RoundRow>): Promise<Answer> {
  const done = await call.perform((work) => askHosts(work, call.object.id))
  if (isRefused(done)) return officePage(call, done)
  return call.redirect(office(call), m('flash.hosts-asked', { count: done.asked }))
}

async function run(call: Call<RoundRow>): Promise<Answer> {
  const roundId = call.object.id
  const inputs = await call.perform((work) => runStart(work, roundId))
  if (isRefused(inputs)) return officePage(call, inputs)
  // In a thread of its own, and not within the transaction: a large round takes its time.
  const certificate = await runRoundOf(inputs)
  if (isRefused(certificate)) return officePage(call, certificate)
  const done = await call.perform((work) => keepRun(work, { roundId, certificate }))
  if (isRefused(done)) return officePage(call, done)
  return call.redirect(office(call), m('flash.matched'))
}

async function undo(call: Call<RoundRow>): Promise<Answer> {
  const done = await call.perform((work) => undoRun(work, call.object.id))
  if (isRefused(done)) return officePage(call, done)
  return call.redirect(office(call), m('flash.undone'))
}

async function tell(call: Call<RoundRow>): Promise<Answer> {
  const answerBy = parseDate(valueOf(call, 'answerBy'))
  if (answerBy === null || !isDateOnly(answerBy)) {
    const fault = m('refusal.day')
    return officePage(call, refuse(422, fault, { answerBy: fault }))
  }
  const permissionNote = valueOf(call, 'permissionNote').slice(0, 2000)
  const done = await call.perform((work) =>
    tellRun(work, { roundId: call.object.id, answerBy, permissionNote }),
  )
  if (isRefused(done)) return officePage(call, done)
  return call.redirect(office(call), m('flash.told', { count: done.offered }))
}

async function end(call: Call<RoundRow>): Promise<Answer> {
  const done = await call.perform((work) => endRound(work, call.object.id))
  if (isRefused(done)) return officePage(call, done)
  return call.redirect(office(call), m(done.calledOff ? 'flash.round-off' : 'flash.round-over'))
}

async function sendCertificate(call: Call<RoundRow>): Promise<Answer> {
  const [latest] = await runsOfRound(call.work, call.object.id)
  call.shows([])
  if (!latest) return call.redirect(office(call))
  return {
    kind: 'file',
    body: new TextEncoder().encode(JSON.stringify(latest.certificate as Certificate)),
    type: 'application/json',
    name: `internship-round-${latest.number}.json`,
  }
}

async function sendResult(call: Call<RoundRow>): Promise<Answer> {
  const { work, object: round } = call
  const runs = await runsOfRound(work, round.id)
  const students = await studentsOfRound(work, round.id)
  const wishes = await wishesOfRound(work, round.id)
  call.shows(students.map(({ person_id: id }) => id))
  const positions = await positionsOfRound(work, round.id)
  const lines = resultLines({ runs, students, wishes, language: call.language })
  const name = localised(round.titles, call.language).text
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: roundSheet({ lines, positions }, call) }),
    type: xlsx,
    name: `${name}.xlsx`,
  }
}
