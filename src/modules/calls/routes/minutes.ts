import { renderPdf } from '#kernel/documents'
import { fileKinds, type Sheet, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, type Scene, sceneOf } from '#kernel/http'
import { displayName } from '#kernel/values'
import { languagesOfMinutes, minutesOf } from '../committee-minutes.ts'
import { m } from '../messages/index.ts'
import { localText, reasonMessage } from '../pages/scene.tsx'
import {
  type ItemRow,
  itemsOf,
  type Member,
  membersOf,
  type SittingRow,
} from '../queries/sittings.ts'
import { isNamedFor, loadSitting } from './sittings.ts'

const read = { action: 'calls.sitting.read', load: loadSitting }

/** The minutes of a committee to keep and to send: as a document, and as a sheet. */
export const minutesRoutes: readonly Route[] = [
  page<SittingRow>('GET', '/sittings/:id/minutes', { ...read, handle: sendDocument }),
  page<SittingRow>('GET', '/sittings/:id/table', { ...read, handle: sendSheet }),
]

async function partsOf(given: Call<SittingRow>) {
  const call = given as Call
  const items = await itemsOf(call.work, given.object.id)
  const members = await membersOf(call.work, given.object.id)
  call.shows(items.map(({ person_id: id }) => id))
  return { items, members, isNamed: isNamedFor(call, given.object) }
}

async function sendDocument(given: Call<SittingRow>): Promise<Answer> {
  const { object: sitting, services, now } = given
  const document = minutesOf(
    {
      sitting,
      ...(await partsOf(given)),
      now,
      banner: services.demonstration ? services.demonstrationBanner : null,
    },
    languagesOfMinutes(sitting),
    services.translator,
  )
  return {
    kind: 'file',
    body: await renderPdf(document),
    type: 'application/pdf',
    name: `${given.t(m('sitting.file'))}-${sitting.held_on}.pdf`,
  }
}

async function sendSheet(given: Call<SittingRow>): Promise<Answer> {
  const scene = sceneOf(given as Call)
  const sheet = sheetOf(scene, given.object, await partsOf(given))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [sheet] }),
    type: fileKinds.xlsx.mediaType,
    name: `${given.t(m('sitting.file'))}-${given.object.held_on}.xlsx`,
  }
}

/** The agenda with what came of it: one row each application, in its order. */
function sheetOf(
  scene: Scene,
  sitting: SittingRow,
  parts: { items: readonly ItemRow[]; members: readonly Member[]; isNamed: boolean },
): Sheet {
  const { t, language } = scene
  const seatOf = (id: string | null) =>
    localText(scene, sitting.definition.destinations.find((each) => each.id === id)?.name ?? {})
  const outcomeOf = (item: ItemRow) =>
    item.application_state === 'withdrawn'
      ? t(m('sitting.withdrawn'))
      : t(m(`sitting.outcome.${item.outcome ?? 'none'}`))
  const votesOf = (item: ItemRow) =>
    item.outcome === null
      ? [null, null, null]
      : [item.votes_for, item.votes_against, item.votes_abstained]
  return {
    name: sitting.held_on,
    columns: [
      { header: '#', kind: 'number', width: 6 },
      { header: t(m('field.number')), kind: 'number' },
      ...(parts.isNamed
        ? [{ header: t(m('field.applicant')), kind: 'text' as const, width: 30 }]
        : []),
      { header: t(m('sitting.outcome')), kind: 'text', width: 18 },
      { header: t(m('field.destination')), kind: 'text', width: 24 },
      { header: t(m('sitting.for')), kind: 'number' },
      { header: t(m('sitting.against')), kind: 'number' },
      { header: t(m('sitting.abstained')), kind: 'number' },
      { header: t(m('sitting.left')), kind: 'text', width: 30 },
      { header: t(m('sitting.reason')), kind: 'text', width: 40 },
      { header: t(m('decide.note')), kind: 'text', width: 40 },
    ],
    rows: parts.items.map((item) => {
      const reason = reasonMessage(item.reason)
      const left = parts.members.filter(({ id }) => item.left.includes(id))
      return [
        item.position,
        item.number,
        ...(parts.isNamed ? [displayName(item.name, language)] : []),
        outcomeOf(item),
        seatOf(item.destination_id),
        ...votesOf(item),
        left.map(({ name }) => displayName(name, language)).join('; '),
        reason ? t(reason) : '',
        Object.values(item.note).join('\n'),
      ]
    }),
  }
}
