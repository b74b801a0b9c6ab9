import { z } from 'zod'
import { type Call, operation, pageNumber, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { m } from './messages/index.ts'
import { base } from './pages/words.ts'
import { type CopyRow, type ListedAgreement, listAgreements } from './queries/copies.ts'
import { agreementStates } from './rules/agreement.ts'
import { agreementKinds, conditionKinds } from './rules/conditions.ts'
import { filterOf } from './routes/agreements.ts'
import { loadCopy } from './routes/parts.ts'

const tag = m('agreements.title')
const pageSize = 100
const names = z.partialRecord(z.enum(languages), z.string())

const summary = z.object({
  id: z.uuid().describe('Of the copy that the reader’s institution has'),
  agreementId: z.uuid(),
  kind: z.enum(agreementKinds),
  title: z.string(),
  state: z.enum(agreementStates),
  code: z.string(),
  partners: z.array(z.object({ id: z.uuid(), names })),
  firstYear: z.string().nullable(),
  lastYear: z.string().nullable(),
  changedAt: z.iso.datetime(),
})

const condition = z.object({
  key: z.string(),
  kind: z.enum(conditionKinds),
  sending: z.string().describe('The id of a partner, or each'),
  receiving: z.string(),
  sendingUnit: z.string(),
  receivingUnit: z.string(),
  firstYear: z.string(),
  lastYear: z.string(),
  seats: z.number().int(),
  shared: z.boolean(),
  amount: z.string().nullable().describe('Months for students, days for staff, in a year'),
  fields: z.array(z.object({ code: z.string(), clarification: z.string() })),
  languages: z.array(z.object({ language: z.string(), level: z.string().nullable() })),
  levels: z.array(z.number().int()),
  blended: z.boolean(),
  terms: z.string(),
})

const whole = z.object({
  id: z.uuid(),
  agreementId: z.uuid(),
  kind: z.enum(agreementKinds),
  title: z.string(),
  state: z.enum(agreementStates),
  code: z.string(),
  agreed: z.boolean().describe('Whether all partners have approved one version'),
  terms: z.string(),
  conditions: z.array(condition).describe('As they stand in this copy'),
})

/** Agreements over JSON: the list and the copy that the pages show. */
export const agreementOperations: readonly Route[] = [
  operation('GET', base, {
    action: 'agreements.agreement.open',
    api: {
      summary: m('operation.agreements'),
      tag,
      query: z.object({
        q: z.string().optional(),
        state: z.enum(agreementStates).optional(),
        partner: z.uuid().optional(),
        kind: z.enum(conditionKinds).optional(),
        year: z.string().optional(),
        endsBy: z.string().optional(),
        page: z.number().int().min(1).optional(),
      }),
      answer: z.object({
        total: z.number().int(),
        pageSize: z.number().int(),
        agreements: z.array(summary),
      }),
    },
    handle: list,
  }),
  operation<CopyRow>('GET', `${base}/:id`, {
    action: 'agreements.agreement.read',
    load: loadCopy,
    api: { summary: m('operation.agreement'), tag, answer: whole },
    async handle(call) {
      call.shows([])
      return { kind: 'json', data: wholeDocument(call.object) }
    },
  }),
]

async function list(call: Call) {
  const place = { page: pageNumber(call), pageSize }
  const { agreements, total } = await listAgreements(call.work, filterOf(call), place)
  call.shows([])
  return {
    kind: 'json' as const,
    data: { total, pageSize, agreements: agreements.map(summaryDocument) },
  }
}

function summaryDocument(row: ListedAgreement): z.output<typeof summary> {
  const { id, agreementId, kind, title, state, code, partners, firstYear, lastYear } = row
  const changedAt = row.changedAt.toISOString()
  return { id, agreementId, kind, title, state, code, partners, firstYear, lastYear, changedAt }
}

function wholeDocument(row: CopyRow): z.output<typeof whole> {
  const { id, agreementId, kind, title, state, code, draft, agreedVersionId } = row
  const { terms, conditions } = draft
  const agreed = agreedVersionId !== null
  return { id, agreementId, kind, title, state, code, agreed, terms, conditions }
}
