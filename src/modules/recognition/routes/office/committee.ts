import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { fileKinds, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { formatDate, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { minutesOf } from '../../committee-minutes.ts'
import { agendaTable } from '../../formats/committee-agenda.ts'
import { plainText } from '../../formats/plain-text.ts'
import { m } from '../../messages/index.ts'
import { sittingsPath } from '../../pages/office/committee-words.ts'
import { OutcomePage, SittingPage } from '../../pages/office/sitting.tsx'
import { SittingsPage } from '../../pages/office/sittings.tsx'
import { type CasePageRow, linesOfCase, linesOfCases, namesOfJudges } from '../../queries/cases.ts'
import { organisationsFor } from '../../queries/catalogues.ts'
import {
  candidatesFor,
  type CommitteeItem,
  itemsOf,
  listSittings,
  membersOf,
  sittingById,
  type SittingRow,
} from '../../queries/office/committee.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import {
  approveMinutes,
  type CommitteeVerdict,
  planSitting,
  putCaseOnList,
  recordOutcome,
  recordPresence,
  takeOffList,
  writeMinutes,
} from '../../service/office/committee.ts'
import { languagesOfStatement } from '../../statement.ts'
import { loadCase } from '../case-page.ts'
import { chosenCode, requiredDayField } from '../fields.ts'
import { shown } from '../shown-refusal.ts'
import { reasonLanguageFields, reasonLanguages, spokenIn } from '../word-form.ts'
import { routingPage } from './routing.ts'

const read = 'recognition.sitting.read'
const plan = 'recognition.sitting.plan'
const record = 'recognition.sitting.record'
const load = (work: Work, params: Record<string, string>) => sittingById(work, params['id'] ?? '')
const at = (id: string) => `${sittingsPath}/${id}`

interface OfOrganisation {
  [fact: string]: unknown
  organisation_id: string
}

/** The committee's pages: its sittings, the list of one, the outcomes, the minutes. */
export const committeeRoutes: readonly Route[] = [
  page('GET', sittingsPath, {
    action: 'recognition.sitting.open',
    handle: (call) => sittingsPage(call, null),
  }),
  page<OfOrganisation>('POST', `${sittingsPath}/organisations/:id`, {
    action: plan,
    load: async (_work: Work, params) => ({ organisation_id: params['id'] ?? '' }),
    handle: planOne,
  }),
  page<SittingRow>('GET', `${sittingsPath}/:id`, {
    action: read,
    load,
    handle: (call) => sittingPage(call, null),
  }),
  page<SittingRow>('GET', `${sittingsPath}/:id/agenda`, { action: read, load, handle: agenda }),
  page<SittingRow>('GET', `${sittingsPath}/:id/minutes`, { action: read, load, handle: minutes }),
  page<SittingRow>('POST', `${sittingsPath}/:id/presence`, {
    action: record,
    load,
    handle: savePresence,
  }),
  page<SittingRow>('POST', `${sittingsPath}/:id/outcomes`, {
    action: record,
    load,
    handle: recordSelected,
  }),
  page<SittingRow>('GET', `${sittingsPath}/:id/items/:item`, {
    action: record,
    load,
    handle: (call) => outcomePage(call, null),
  }),
  page<SittingRow>('POST', `${sittingsPath}/:id/items/:item`, {
    action: record,
    load,
    handle: recordOne,
  }),
  page<SittingRow>('POST', `${sittingsPath}/:id/items/:item/removal`, {
    action: read,
    load,
    async handle(call) {
      const ids = { sittingId: call.object.id, itemId: call.params['item'] ?? '' }
      if (!isUuid(ids.itemId)) return { kind: 'absent' }
      const result = await call.perform((work) => takeOffList(work, ids))
      // What is not there, or not theirs to take off, leaves the list as it is.
      if (isRefused(result) && result.status === 404) return call.redirect(at(call.object.id))
      if (isRefused(result)) return sittingPage(call, result)
      return call.redirect(at(call.object.id), m('committee.was-taken-off'))
    },
  }),
  page<SittingRow>('POST', `${sittingsPath}/:id/minutes`, {
    action: record,
    load,
    async handle(call) {
      const text = (call.form.values['text']?.[0] ?? '').slice(0, 20_000)
      const input = { sittingId: call.object.id, text: text.replaceAll('\r\n', '\n') }
      const result = await call.perform((work) => writeMinutes(work, input))
      if (isRefused(result)) return sittingPage(call, result)
      return call.redirect(at(call.object.id), m('committee.minutes-saved'))
    },
  }),
  page<SittingRow>('POST', `${sittingsPath}/:id/approval`, {
    action: 'recognition.sitting.approve',
    load,
    async handle(call) {
      const result = await call.perform((work) => approveMinutes(work, call.object.id))
      if (isRefused(result)) return sittingPage(call, result)
      const day = formatDate(call.object.held_on, call.language)
      return call.redirect(at(call.object.id), m('committee.approved', { day }))
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/sitting', {
    action: 'recognition.case.route',
    load: loadCase,
    handle: putOnList,
  }),
]

async function sittingsPage(
  call: Call,
  refused: { organisationId: string; refusal: Refusal } | null,
): Promise<Answer> {
  const mine = await organisationsFor(call.work, (id) => call.may(read, { organisation_id: id }))
  const planning = mine.filter(({ id }) => call.may(plan, { organisation_id: id }))
  const chosen = planning.find(({ id }) => id === refused?.organisationId) ?? planning[0]
  const settings = chosen ? await settingsOf(call.work, chosen.id) : null
  // Dates, places and colleagues; no student is on this page.
  call.shows([])
  const html = renderPage(
    SittingsPage({
      call,
      sittings: await listSittings(
        call.work,
        mine.map(({ id }) => id),
      ),
      isAcross: mine.length > 1,
      plan:
        chosen && settings
          ? {
              organisationId: chosen.id,
              quorum: settings.committeeQuorum,
              candidates: await candidatesFor(call.work, chosen.id),
            }
          : null,
      values: refused ? typedValues(call) : {},
      members: refused ? (call.form.values['members'] ?? []) : [],
      refusal: refused && shown(call, refused.refusal),
    }),
  )
  return { kind: 'html', html, ...(refused ? { status: refused.refusal.status } : {}) }
}

const planForm = z.object({
  heldOn: requiredDayField,
  place: z.string().max(300).default('').transform(plainText),
  chair: z.uuid(),
  secretary: z.uuid(),
})

async function planOne(call: Call<OfOrganisation>): Promise<Answer> {
  const organisationId = call.object.organisation_id
  const input = call.read(planForm)
  if (isRefused(input)) return sittingsPage(call, { organisationId, refusal: input })
  const result = await call.perform((work) =>
    planSitting(work, {
      organisationId,
      heldOn: input.heldOn,
      place: input.place,
      chairId: input.chair,
      secretaryId: input.secretary,
      memberIds: (call.form.values['members'] ?? []).filter(isUuid),
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) return sittingsPage(call, { organisationId, refusal: result })
  const day = formatDate(input.heldOn, call.language)
  return call.redirect(at(result.sittingId), m('committee.planned', { day }))
}

/** The list of the sitting with its lines, as the reader may see it; what it shows is recorded. */
async function listOf(call: Call<SittingRow>) {
  const personId = personOf(call.actor)
  const items = await itemsOf(call.work, call.object, { personId })
  const lines = await linesOfCases(
    call.work,
    items.map(({ caseId }) => caseId),
  )
  call.shows(items.map((item) => item.personId))
  return { items, lines }
}

async function sittingPage(call: Call<SittingRow>, refusal: Refusal | null): Promise<Answer> {
  const sitting = call.object
  const { items, lines } = await listOf(call)
  const isOpen = sitting.state === 'planned'
  const html = renderPage(
    SittingPage({
      call,
      sitting,
      members: await membersOf(call.work, sitting.id),
      items,
      lines,
      judges: await namesOfJudges(call.work, [...lines.values()].flat()),
      may: {
        record: isOpen && call.may(record, sitting),
        approve: isOpen && call.may('recognition.sitting.approve', sitting),
      },
      typed: refusal ? (call.form.values['text']?.[0] ?? null) : null,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function agenda(call: Call<SittingRow>): Promise<Answer> {
  const { items, lines } = await listOf(call)
  const { columns, rows } = agendaTable(items, lines, call.t, call.language)
  const name = call.object.held_on
  const body = await writeXlsx({ sheets: [{ name, columns, rows }] })
  return { kind: 'file', body, type: fileKinds.xlsx.mediaType, name: `agenda-${name}.xlsx` }
}

async function minutes(call: Call<SittingRow>): Promise<Answer> {
  const sitting = call.object
  const { items } = await listOf(call)
  const { services } = call
  const document = minutesOf(
    {
      sitting,
      members: await membersOf(call.work, sitting.id),
      items,
      now: call.now,
      banner: services.demonstration ? services.demonstrationBanner : null,
    },
    languagesOfStatement(sitting.country, sitting.country),
    services.translator,
  )
  return {
    kind: 'file',
    body: await renderPdf(document),
    type: 'application/pdf',
    name: `minutes-${sitting.held_on}.pdf`,
  }
}

async function savePresence(call: Call<SittingRow>): Promise<Answer> {
  const present = call.form.values['present'] ?? []
  const result = await call.perform((work) =>
    recordPresence(work, { sittingId: call.object.id, present }),
  )
  if (isRefused(result)) return sittingPage(call, result)
  return call.redirect(at(call.object.id), m('committee.presence-saved', result))
}

/** Records the chosen as proposed, each by itself: one that cannot be is left out, and that is said. */
async function recordSelected(call: Call<SittingRow>): Promise<Answer> {
  const ids = [...new Set(call.form.values['keys'] ?? [])].filter(isUuid)
  let count = 0
  let last: Refusal | null = null
  for (const itemId of ids) {
    const given = { outcome: 'as-proposed' as const, reason: '', verdicts: [] }
    const result = await call.perform((work) =>
      recordOutcome(work, { sittingId: call.object.id, itemId, ...given }),
    )
    if (isRefused(result)) last = result
    else count += 1
  }
  if (count === 0 && last) return sittingPage(call, last)
  const said = m('committee.recorded-many', { count, left: ids.length - count })
  return call.redirect(at(call.object.id), said)
}

async function itemOf(call: Call<SittingRow>): Promise<CommitteeItem | undefined> {
  const items = await itemsOf(call.work, call.object, { personId: personOf(call.actor) })
  return items.find(({ id }) => id === call.params['item'])
}

async function outcomePage(call: Call<SittingRow>, refusal: Refusal | null): Promise<Answer> {
  const item = await itemOf(call)
  if (!item) return { kind: 'absent' }
  call.shows([item.personId])
  const countries = { home: call.object.country, host: item.hostCountry }
  const html = renderPage(
    OutcomePage({
      call,
      sitting: call.object,
      item,
      lines: await linesOfCase(call.work, item.caseId),
      homeOrganisationId: call.object.organisation_id,
      values: refusal
        ? typedValues(call)
        : { reason: item.reason, ...reasonLanguages(call, countries, item) },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const outcomeForm = z.object({
  outcome: z.enum(['as-proposed', 'otherwise', 'postponed']),
  reason: z.string().max(1000).default('').transform(plainText),
  ...reasonLanguageFields,
})

async function recordOne(call: Call<SittingRow>): Promise<Answer> {
  const input = call.read(outcomeForm)
  if (isRefused(input)) return outcomePage(call, input)
  const item = await itemOf(call)
  if (!item) return { kind: 'absent' }
  const typed = typedValues(call)
  const lines = await linesOfCase(call.work, item.caseId)
  const verdicts = lines.flatMap((line): CommitteeVerdict[] => {
    const verdict = typed[`verdict.${line.id}`]
    if (verdict !== 'recognised' && verdict !== 'refused') return []
    const isRecognised = verdict === 'recognised'
    return [
      {
        lineId: line.id,
        verdict,
        homeCourseCode: isRecognised ? chosenCode(typed, `homeCourse.${line.id}`) || null : null,
        homeCredit: null,
        recordedGrade: isRecognised ? (line.recordedGrade ?? line.engine.recordedGrade) : null,
        contentShare: null,
      },
    ]
  })
  const ids = { sittingId: call.object.id, itemId: item.id }
  const said = { outcome: input.outcome, ...spokenIn(call, input) }
  const result = await call.perform((work) => recordOutcome(work, { ...ids, ...said, verdicts }))
  if (isRefused(result)) return outcomePage(call, result)
  const outcome = call.t(m(`committee.outcome.${input.outcome}`))
  return call.redirect(at(call.object.id), m('committee.recorded', { outcome }))
}

const putForm = z.object({
  sitting: z.uuid(),
  listed: z.string().default(''),
  proposal: z.string().max(2000).default('').transform(plainText),
})

async function putOnList(call: Call<CasePageRow>): Promise<Answer> {
  const input = call.read(putForm)
  if (isRefused(input)) return routingPage(call, input)
  const result = await call.perform((work) =>
    putCaseOnList(work, {
      caseId: call.object.id,
      lineId: isUuid(input.listed) ? input.listed : null,
      sittingId: input.sitting,
      proposal: input.proposal,
    }),
  )
  if (isRefused(result)) return routingPage(call, result)
  const day = formatDate(result.heldOn, call.language)
  return call.redirect(
    `/recognition/cases/${call.object.id}/routing`,
    m('committee.was-put', { day }),
  )
}
