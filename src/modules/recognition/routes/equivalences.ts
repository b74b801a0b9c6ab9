import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { addDays, dateInZone, isUuid } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { EquivalencesPage } from '../pages/equivalences.tsx'
import { RenewalPage } from '../pages/equivalence-renewal.tsx'
import { leadsOf } from '../queries/equivalence-ending.ts'
import {
  degreeProgrammesOf,
  equivalenceById,
  type EquivalenceFilter,
  type EquivalenceRow,
  equivalencesByIds,
  equivalenceStates,
  type EquivalenceState,
  homeText,
  hostText,
  listEquivalences,
} from '../queries/equivalences.ts'
import { setLeadDays } from '../service/equivalence-ending.ts'
import { restoreEquivalence, withdrawEquivalence } from '../service/equivalences.ts'
import {
  mostAtOnce,
  renewEquivalences,
  restoreEquivalences,
  undoRevisions,
  withdrawEquivalences,
} from '../service/revise-equivalences.ts'
import { shown } from './shown-refusal.ts'
import { homesOf, hostOptions, named } from './equivalence-choices.ts'
import { requiredDayField } from './fields.ts'

const pageSize = 50
/** As many undone at once as an address can name. */
const mostUndone = 40
const path = '/recognition/equivalences'
const load = (work: Work, params: Record<string, string>) =>
  equivalenceById(work, params['id'] ?? '')

/** The list of equivalences, and what is done to one or to many of them. */
export const equivalenceRoutes: readonly Route[] = [
  page('GET', path, { action: 'recognition.equivalence.open', handle: listPage }),
  page('POST', `${path}/selection`, { action: 'recognition.equivalence.open', handle: selection }),
  page('POST', `${path}/renewal`, { action: 'recognition.equivalence.open', handle: renewal }),
  page('POST', `${path}/undo`, { action: 'recognition.equivalence.open', handle: undo }),
  page('POST', `${path}/lead`, { action: 'recognition.equivalence.open', handle: lead }),
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

/** What of the list is wanted, as its address says it. */
export function filterOf(
  call: Call,
): Omit<EquivalenceFilter, 'pageSize' | 'state' | 'endingBy'> & { state: EquivalenceState } {
  const { query } = call
  return {
    search: (query.get('q') ?? '').trim().slice(0, 200),
    hostOrganisationId: query.get('host') ?? '',
    degreeProgrammeId: query.get('programme') ?? '',
    state: z.enum(equivalenceStates).catch('standing').parse(query.get('state')),
    kind: z
      .enum(['single', 'set', 'package'])
      .optional()
      .catch(undefined)
      .parse(query.get('kind') ?? undefined),
    today: dateInZone(call.now, 'Asia/Bangkok'),
    page: pageNumber(call),
  }
}

async function listPage(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const homes = await homesOf(call, 'recognition.equivalence.list')
  const leads = await leadsOf(
    call.work,
    homes.map((home) => home.value),
  )
  const longest = Math.max(...leads.map((each) => each.days), 0)
  const { equivalences, total } = await listEquivalences(call.work, {
    ...filter,
    endingBy: addDays(filter.today, longest),
    pageSize,
  })
  const programmes = await degreeProgrammesOf(
    call.work,
    homes.map((home) => home.value),
  )
  const editable = await homesOf(call, 'recognition.equivalence.edit')
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
        kind: filter.kind ?? '',
        page: filter.page,
      },
      hosts: await hostOptions(call),
      programmes: programmes.map(({ id, names }) => named(id, names, call)),
      undone: await undoable(call),
      leads: leads.flatMap((each) => {
        const home = editable.find((option) => option.value === each.organisationId)
        return home ? [{ home, days: each.days }] : []
      }),
    }),
  )
  return { kind: 'html', html }
}

/** What was just done and can be taken back: the address names it. */
async function undoable(
  call: Call,
): Promise<{ act: 'withdrawn' | 'renewed'; equivalences: EquivalenceRow[] } | null> {
  const withdrawn = call.query.get('withdrawn') ?? ''
  const renewed = call.query.get('renewed') ?? ''
  const ids = (withdrawn || renewed).split(',').filter(isUuid).slice(0, mostUndone)
  const rows = await equivalencesByIds(call.work, ids)
  const mine = rows.filter(
    (row) =>
      call.may('recognition.equivalence.edit', row) &&
      row.withdrawnAt !== null &&
      (row.replacedById !== null) === (withdrawn === ''),
  )
  if (mine.length === 0) return null
  return { act: withdrawn === '' ? 'renewed' : 'withdrawn', equivalences: mine }
}

function chosenIds(call: Call): string[] {
  return (call.form.values['keys'] ?? []).filter(isUuid).slice(0, mostAtOnce + 1)
}

/** What is to be done with the chosen rows: withdrawing is done at once and can be undone, renewing asks until when. */
async function selection(call: Call): Promise<Answer> {
  const ids = chosenIds(call)
  if (ids.length === 0) return call.redirect(path, m('equivalence.refusal.none-chosen'))
  if (call.form.values['act']?.[0] === 'renew') return renewalPage(call, ids, null)
  const result = await call.perform((work) => withdrawEquivalences(work, ids))
  if (isRefused(result)) return call.redirect(path, result.message)
  return done(call, 'withdrawn', ids, m('equivalence.flash.withdrawn-many', result))
}

function done(
  call: Call,
  act: 'withdrawn' | 'renewed',
  ids: readonly string[],
  message: Message,
): Answer {
  if (ids.length > mostUndone) return call.redirect(path, message)
  return { kind: 'redirect', to: call.href(path, { [act]: ids.join(',') }) }
}

async function renewalPage(
  call: Call,
  ids: readonly string[],
  refusal: Refusal | null,
): Promise<Answer> {
  const rows = await equivalencesByIds(call.work, ids)
  const html = renderPage(
    RenewalPage({
      call,
      equivalences: rows.filter((row) => call.may('recognition.equivalence.edit', row)),
      until: call.form.values['until']?.[0] ?? '',
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function renewal(call: Call): Promise<Answer> {
  const ids = chosenIds(call)
  const input = call.read(z.object({ until: requiredDayField }))
  if (isRefused(input)) return renewalPage(call, ids, input)
  const result = await call.perform((work) => renewEquivalences(work, ids, input.until))
  if (isRefused(result)) return renewalPage(call, ids, result)
  return done(call, 'renewed', ids, m('equivalence.flash.renewed', result))
}

async function undo(call: Call): Promise<Answer> {
  const ids = chosenIds(call)
  const renewed = call.form.values['act']?.[0] === 'renewed'
  const result = await call.perform((work) =>
    renewed ? undoRevisions(work, ids) : restoreEquivalences(work, ids),
  )
  if (isRefused(result)) return call.redirect(path, result.message)
  return call.redirect(path, m('equivalence.flash.undone', result))
}

async function lead(call: Call): Promise<Answer> {
  const home = call.form.values['home']?.[0] ?? ''
  const days = Number(call.form.values['days']?.[0] ?? '')
  const result = await call.perform((work) => setLeadDays(work, home, days))
  const to = `${path}?state=ending`
  if (isRefused(result)) return call.redirect(to, result.message)
  return call.redirect(to, m('equivalence.flash.lead', result))
}
