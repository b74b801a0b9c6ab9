import { renderPdf } from '#kernel/documents'
import { type ArchiveEntry, writeXlsx, zipStream } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { passportName } from '#kernel/values'
import { learningAgreementPdf } from '../documents/learning-agreement.ts'
import { letterPdf, nominationListPdf } from '../documents/letters.ts'
import { staySheet } from '../formats/stay-sheet.ts'
import { m } from '../messages/index.ts'
import { base, todayOf } from '../pages/words.tsx'
import { officesOf } from '../queries/choices.ts'
import { learningAgreementOf } from '../queries/learning-agreements.ts'
import { listStays, type StayRow } from '../queries/stays.ts'
import { isApproved } from '../rules/states.ts'
import { writtenText } from '../service/learning-agreement.ts'
import { pairOf } from './parts.ts'
import { filterOf, mostPacked } from './stays.ts'

const action = 'mobility.stay.open'

/** What is printed or packed of the stays that the list shows. */
export const cohortRoutes: readonly Route[] = [
  page('GET', `${base}/nomination-list`, { action, perMinute: 20, handle: nominationList }),
  page('GET', `${base}/archive`, { action, perMinute: 10, handle: archive }),
]

async function shown(call: Call): Promise<StayRow[]> {
  const filter = { ...filterOf(call), own: officesOf(call.work), today: todayOf(call) }
  const { stays } = await listStays(call.work, filter, {
    page: pageNumber(call),
    pageSize: mostPacked,
  })
  call.shows(stays.map((stay) => stay.person_id))
  return stays
}

async function listPdf(call: Call, stays: readonly StayRow[]): Promise<Uint8Array> {
  const printing = { now: call.now, pair: pairOf(call), printing: call.services }
  return renderPdf(nominationListPdf(stays, printing))
}

/** The name of a file, with the part of the list that it holds when it is not the first. */
function named(call: Call, name: string): string {
  const part = pageNumber(call)
  return part === 1 ? name : `${name} ${part}`
}

async function nominationList(call: Call): Promise<Answer> {
  return {
    kind: 'file',
    body: await listPdf(call, await shown(call)),
    type: 'application/pdf',
    name: `${named(call, call.t(m('letter.nominations')))}.pdf`,
    inline: true,
  }
}

async function archive(call: Call): Promise<Answer> {
  const stays = await shown(call)
  return {
    kind: 'file',
    body: zipStream(packed(call, stays), call.now),
    type: 'application/zip',
    name: `${named(call, call.t(m('stays.title')))}.zip`,
  }
}

/** The list as a sheet and as a paper, then a folder for each stay. */
async function* packed(call: Call, stays: readonly StayRow[]): AsyncIterable<ArchiveEntry> {
  const { t } = call
  const name = t(m('stays.title'))
  const sheet = await writeXlsx({ sheets: [{ name, ...staySheet(stays, call) }] })
  yield { name: `${name}.xlsx`, body: sheet }
  yield {
    name: `${t(m('letter.nominations'))}.pdf`,
    body: await listPdf(call, stays),
    isPacked: true,
  }
  for (const stay of stays) {
    const person = passportName(stay.name).replaceAll(/[^\p{L}\p{N} -]+/gu, '')
    const folder = `${person} ${stay.studentNumber} ${stay.starts_on}`
    for (const [label, body] of await papersOf(call, stay)) {
      yield { name: `${folder}/${label}.pdf`, body, isPacked: true }
    }
  }
}

async function papersOf(call: Call, stay: StayRow): Promise<[string, Uint8Array][]> {
  const { t, services, now } = call
  const pair = pairOf(call)
  const papers: [string, Uint8Array][] = []
  // Nothing is certified of what a list of past years tells.
  if (stay.imported_at !== null) return papers
  const letters = [
    ...(isApproved(stay.state) ? (['admission'] as const) : []),
    ...(stay.arrived_on === null ? [] : (['arrival'] as const)),
    ...(stay.arrived_on === null || stay.departed_on === null ? [] : (['certificate'] as const)),
  ]
  for (const kind of letters) {
    const pdf = letterPdf(kind, stay, { now, pair, printing: services })
    papers.push([t(m(`letter.${kind}`)), await renderPdf(pdf)])
  }
  const agreement = await learningAgreementOf(call.work, stay.id)
  if (agreement) {
    const text = writtenText(agreement)
    const pdf = learningAgreementPdf({ stay, text, now }, pair, services)
    papers.push([t(m('agreement.title')), await renderPdf(pdf)])
  }
  return papers
}
