import { show } from '#ui'
import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { writeCsv, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import {
  academicYearOf,
  dateInZone,
  isAcademicYearId,
  isUuid,
  localised,
  shiftAcademicYear,
  sortByText,
} from '#kernel/values'
import { agreementSheet } from '../formats/agreement-sheet.ts'
import { iiasOf } from '../formats/iia-of.ts'
import { writeIias } from '../formats/iias-write.ts'
import { m } from '../messages/index.ts'
import { NewAgreementPage } from '../pages/agreement-new.tsx'
import { AgreementsPage } from '../pages/agreements.tsx'
import { base, nameOf } from '../pages/words.ts'
import { type AgreementFilter, frameworksOf, listAgreements } from '../queries/copies.ts'
import { institutions } from '../queries/partners.ts'
import { wholeAgreements } from '../queries/whole.ts'
import { agreementStates } from '../rules/agreement.ts'
import { agreementKinds, conditionKinds } from '../rules/conditions.ts'
import { makeAgreement } from '../service/making.ts'
import { shown } from './parts.ts'

const pageSize = 50
/** More than any office has; an export is one file in memory. */
const mostExported = 5000

/** The list of agreements with its export, and the form that begins one. */
export const agreementListRoutes: readonly Route[] = [
  page('GET', base, { action: 'agreements.agreement.open', handle: listPage }),
  page('GET', `${base}/export`, { action: 'agreements.agreement.open', handle: exported }),
  page('GET', `${base}/iias.xml`, { action: 'agreements.agreement.open', handle: exportedToEwp }),
  page('GET', `${base}/new`, {
    action: 'agreements.agreement.make',
    handle: (call) => newPage(call, null),
  }),
  page('POST', `${base}/new`, { action: 'agreements.agreement.make', handle: make }),
]

/** What an address narrows the list to. */
export function filterOf({ query }: Call): AgreementFilter {
  const given = (name: string) => query.get(name) ?? ''
  const year = given('year')
  return {
    q: given('q').trim().slice(0, 100),
    state: agreementStates.find((state) => state === given('state')) ?? null,
    partner: isUuid(given('partner')) ? given('partner') : null,
    kind: conditionKinds.find((kind) => kind === given('kind')) ?? null,
    year: isAcademicYearId(year) ? year : null,
    endsBy: isAcademicYearId(given('endsBy')) ? given('endsBy') : null,
  }
}

function queryOf(filter: AgreementFilter): Record<string, string | null> {
  return { ...filter, q: filter.q || null }
}

async function listPage(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const number = pageNumber(call)
  const { agreements, total } = await listAgreements(call.work, filter, { page: number, pageSize })
  const known = await institutions(call.work)
  call.shows([])
  return show(
    AgreementsPage({
      call,
      agreements,
      total,
      page: number,
      pageSize,
      filter,
      query: queryOf(filter),
      partners: options(call, known),
      years: yearsAround(call),
      several: known.filter(({ isOwn }) => isOwn).length > 1,
      mayMake: call.may('agreements.agreement.make', {}),
    }),
  )
}

/** The academic years that a filter offers: three past ones, this one and six to come. */
function yearsAround(call: Call): string[] {
  const today = dateInZone(call.now, call.timeZone)
  const current = academicYearOf(today, { firstMonth: 8, id: 'two-years' })
  return Array.from({ length: 10 }, (_, place) => shiftAcademicYear(current, place - 3))
}

function options(call: Call, rows: Awaited<ReturnType<typeof institutions>>) {
  const named = rows.map(({ id, names }) => {
    const { text, language } = localised(names, call.language)
    return { value: id, label: text, labelLanguage: language }
  })
  return sortByText(named, call.language, ({ label }) => label)
}

async function exported(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const { agreements } = await listAgreements(call.work, filter, {
    page: 1,
    pageSize: mostExported,
  })
  const known = await institutions(call.work)
  call.shows([])
  const names = new Map(known.map(({ id, names: each }) => [id, nameOf(each, call.language)]))
  const sheet = agreementSheet(agreements, names, call)
  const name = call.t(m('agreements.title'))
  if (call.query.get('format') === 'csv') {
    const body = await writeCsv(sheet.columns, sheet.rows)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, ...sheet }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

/** All agreements of the list that were sent, as one document of EWP; each reader's own copy first. */
async function exportedToEwp(call: Call): Promise<Answer> {
  const { agreements } = await listAgreements(call.work, filterOf(call), {
    page: 1,
    pageSize: mostExported,
  })
  const wholes = await wholeAgreements(
    call.work,
    agreements.map(({ agreementId }) => agreementId),
  )
  call.shows([])
  const byId = new Map(wholes.map((whole) => [whole.id, whole]))
  const iias = agreements.flatMap(({ id, agreementId }) => iiasOf(byId.get(agreementId)!, id))
  return {
    kind: 'file',
    body: new TextEncoder().encode(writeIias(iias)),
    type: 'application/xml; charset=utf-8',
    name: `iias-${dateInZone(call.now, call.timeZone)}.xml`,
  }
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const known = await institutions(call.work)
  const own = known.filter(({ isOwn }) => isOwn)
  const frameworks = await frameworksOf(
    call.work,
    own.map(({ id }) => id),
  )
  const given = call.query.get('framework')
  const chosen = frameworks.find(({ id }) => id === given)
  const ownIds = new Set(own.map(({ id }) => id))
  const preset: Record<string, string[]> = chosen
    ? {
        kind: ['annex'],
        framework: [chosen.id],
        organisation: [call.query.get('organisation') ?? ''],
        'partners[]': chosen.partnerIds.filter((id) => !ownIds.has(id)),
      }
    : {}
  call.shows([])
  return show(
    NewAgreementPage({
      call,
      own: options(call, own),
      partners: options(call, own.length === 1 ? known.filter(({ isOwn }) => !isOwn) : known),
      frameworks: frameworks.map(({ id, title }) => ({
        value: id,
        label: title,
        labelLanguage: '' as const,
      })),
      values: refusal ? call.form.values : preset,
      refusal: shown(call, refusal),
    }),
    refusal,
  )
}

const newForm = z.object({
  organisation: z.string(),
  title: z.string().trim().min(1).max(200),
  kind: z.enum(agreementKinds),
  framework: z.string().default(''),
  partners: z.array(z.string()).default([]),
})

async function make(call: Call): Promise<Answer> {
  const form = call.read(newForm)
  if (isRefused(form)) return newPage(call, form)
  const made = await call.perform((work) =>
    makeAgreement(work, {
      kind: form.kind,
      frameworkId: isUuid(form.framework) ? form.framework : null,
      title: form.title,
      code: '',
      organisationId: form.organisation,
      partnerIds: form.partners,
      node: call.services.node,
    }),
  )
  if (isRefused(made)) return newPage(call, made)
  return call.redirect(`${base}/${made.copyId}/copy`)
}
