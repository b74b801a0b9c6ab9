import { z } from 'zod'
import { type Call, operation, pageNumber, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { m } from './messages/index.ts'
import { base, todayOf } from './pages/words.tsx'
import { officesOf } from './queries/choices.ts'
import { listStays, type StayRow } from './queries/stays.ts'
import { filterOf, narrowedBy } from './routes/stays.ts'
import { loadStay } from './routes/parts.ts'
import { mobilityKinds, mobilityStates, nextSteps } from './rules/states.ts'

const tag = m('stays.title')
const pageSize = 100
const names = z.partialRecord(z.enum(languages), z.string())
const day = z.iso.date()
const side = z.object({ id: z.uuid(), names })

const stay = z.object({
  id: z.uuid(),
  student: z.object({
    id: z.uuid(),
    native: z.string().nullable(),
    romanised: z.string(),
    studentNumber: z.string(),
  }),
  kind: z.enum(mobilityKinds),
  state: z.enum(mobilityStates),
  sending: side,
  receiving: side,
  degreeProgramme: z.object({ id: z.uuid(), code: z.string(), names }),
  sendingYear: z.string(),
  receivingYear: z.string(),
  startsOn: day,
  endsOn: day,
  field: z.string().describe('ISCED-F 2013'),
  level: z.number().int().describe('EQF'),
  agreementId: z.uuid().nullable(),
  arrivedOn: day.nullable(),
  departedOn: day.nullable(),
  transcriptOn: day.nullable(),
  recognitionCaseId: z.uuid().nullable(),
  next: z.object({ step: z.enum(nextSteps), dueOn: day.nullable() }).nullable(),
})

/** Exchanges over JSON: the list and the stay that the pages show. */
export const stayOperations: readonly Route[] = [
  operation('GET', base, {
    action: 'mobility.stay.open',
    api: {
      summary: m('operation.stays'),
      tag,
      query: z.object({
        q: z.string().optional(),
        state: z.enum(mobilityStates).optional(),
        direction: z.enum(['out', 'in']).optional(),
        partner: z.uuid().optional(),
        year: z.string().optional(),
        kind: z.enum(mobilityKinds).optional(),
        step: z.enum(nextSteps).optional(),
        late: z.enum(['yes']).optional(),
        there: z.enum(['yes']).optional(),
        page: z.number().int().min(1).optional(),
      }),
      answer: z.object({
        total: z.number().int().describe('Exactly, unless there are more'),
        isMore: z.boolean(),
        pageSize: z.number().int(),
        stays: z.array(stay),
      }),
    },
    handle: list,
  }),
  operation<StayRow>('GET', `${base}/:id`, {
    action: 'mobility.stay.read',
    load: loadStay,
    api: { summary: m('operation.stay'), tag, answer: stay },
    handle: async (call) => ({ kind: 'json', data: stayDocument(call.object) }),
  }),
]

async function list(call: Call) {
  const filter = filterOf(call)
  const days = { today: todayOf(call), own: officesOf(call.work) }
  const place = { page: pageNumber(call), pageSize }
  const { stays, total, isMore } = await listStays(call.work, { ...filter, ...days }, place)
  call.shows(
    stays.map((each) => each.person_id),
    narrowedBy(filter),
  )
  const data = { total, isMore, pageSize, stays: stays.map(stayDocument) }
  return { kind: 'json' as const, data }
}

function stayDocument(row: StayRow): z.output<typeof stay> {
  const { native, romanised } = row.name
  return {
    id: row.id,
    student: { id: row.person_id, native, romanised, studentNumber: row.studentNumber },
    kind: row.kind,
    state: row.state,
    sending: { id: row.sending_organisation_id, names: row.sending },
    receiving: { id: row.receiving_organisation_id, names: row.receiving },
    degreeProgramme: {
      id: row.degree_programme_id,
      code: row.programmeCode,
      names: row.programme,
    },
    sendingYear: row.sending_year,
    receivingYear: row.receiving_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    field: row.field,
    level: row.level,
    agreementId: row.agreement_id,
    arrivedOn: row.arrived_on,
    departedOn: row.departed_on,
    transcriptOn: row.transcript_on,
    recognitionCaseId: row.case_id,
    next: row.next_step && { step: row.next_step, dueOn: row.next_due_on },
  }
}
