import { show } from '#ui'
import { isRefused } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  typedValues,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { organisationOptions } from '#modules/alliance'
import { transferWorkbook } from '../formats/transfer-workbook.ts'
import { m } from '../messages/index.ts'
import { HandOverPage, type HandOverProps } from '../pages/hand-over.tsx'
import { TransfersPage, transfersPerPage } from '../pages/transfers.tsx'
import {
  transferChoices,
  type TransferFilter,
  transfersFor,
  yearCounts,
} from '../queries/transfers.ts'
import {
  askForHandOver,
  checkHandOver,
  recordHandOver,
  type TypedHandOver,
} from '../service/hand-over.ts'
import { basisKinds } from '../transfer-schema.ts'

const base = '/privacy/transfers'
const listing = { action: 'privacy.transfer.list' } as const
const recording = { action: 'privacy.transfer.record' } as const
/** Lines of a downloaded ledger at most. */
const mostRows = 50_000
/** How many years back the filter offers. */
const yearsBack = 6

/** What left, and the form by which somebody enters what they hand over. */
export const transferRoutes: readonly Route[] = [
  page('GET', base, { ...listing, handle: showTransfers }),
  page('GET', `${base}/table`, { ...listing, handle: table }),
  page('GET', `${base}/new`, {
    ...recording,
    handle: (call) => showForm(call, null, freshForm({ method: 'file', months: '24' }), 200),
  }),
  page('POST', base, { ...recording, perMinute: 60, handle: enter }),
]

function filterOf(call: Call): TransferFilter {
  const year = Number.parseInt(call.query.get('year') ?? '', 10)
  return {
    year: year >= 2000 && year <= 9999 ? year : null,
    exporter: call.query.get('exporter') || null,
    recipient: call.query.get('recipient') || null,
    basis: basisKinds.find((each) => each === call.query.get('basis')) ?? null,
  }
}

async function showTransfers(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const number = pageNumber(call)
  const { rows, total } = await transfersFor(call.work, filter, {
    limit: transfersPerPage,
    offset: (number - 1) * transfersPerPage,
  })
  const today = dateInZone(call.now, call.timeZone)
  const thisYear = Number(today.slice(0, 4))
  const year = filter.year ?? thisYear
  return show(
    TransfersPage({
      scene: sceneOf(call),
      rows,
      total,
      page: number,
      filter,
      year,
      years: Array.from({ length: yearsBack }, (_, back) => thisYear - back),
      choices: await transferChoices(call.work),
      counts: await yearCounts(call.work, year),
      today,
    }),
  )
}

async function table(call: Call): Promise<Answer> {
  const { rows } = await transfersFor(call.work, filterOf(call), { limit: mostRows, offset: 0 })
  return {
    kind: 'file',
    body: await transferWorkbook(rows, call),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.t(m('transfer.file'))}-${dateInZone(call.now, call.timeZone)}.xlsx`,
  }
}

async function showForm(
  call: Call,
  checked: HandOverProps['checked'],
  form: FormState,
  status: number,
): Promise<Answer> {
  call.shows(checked?.check.withoutConsent.map(({ personId }) => personId) ?? [])
  const places = (await organisationOptions(call.work)).map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  const own = places.filter(({ value }) =>
    call.may('privacy.transfer.record', { exporter_organisation_id: value }),
  )
  return show(
    HandOverPage({
      scene: sceneOf(call),
      exporters: own,
      recipients: places,
      groups: call.form.values['groups'] ?? [],
      checked,
      form,
    }),
    status,
  )
}

async function enter(call: Call): Promise<Answer> {
  const typed = typedOf(call)
  const answer = valueOf(call, 'answer')
  const { node } = call.services
  const done = await call.perform((work) => {
    if (answer === 'record') return recordHandOver(work, typed, node)
    return answer === 'ask' ? askForHandOver(work, typed, node) : checkHandOver(work, typed)
  })
  if (isRefused(done)) {
    // Of whom it may not go is said beside the refusal.
    const checked = done.status === 409 ? await checkHandOver(call.work, typed) : null
    const found = checked && !isRefused(checked) && checked.kind === 'checked' ? checked : null
    return showForm(call, found, refusedForm(call, done), done.status)
  }
  if (done.kind === 'recorded') {
    return call.redirect(base, m('hand.entered', { basis: m(`basis.${done.basis}`) }))
  }
  if (done.kind === 'asked') return call.redirect(base, m('hand.asked', { count: done.count }))
  return showForm(call, done, freshForm(typedValues(call)), 200)
}

function typedOf(call: Call): TypedHandOver {
  const value = (name: string) => valueOf(call, name)
  return {
    exporter: value('exporter'),
    recipient: value('recipient'),
    purpose: value('purpose'),
    method: value('method'),
    groups: call.form.values['groups'] ?? [],
    people: value('people'),
    destination: value('destination'),
    contract: value('contract'),
    contact: value('contact'),
    months: value('months'),
  }
}
