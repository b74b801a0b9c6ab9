import { z } from 'zod'
import { operation, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { m } from './messages/index.ts'
import { base } from './pages/scene.tsx'
import { openPositions, positionById, type PositionRow } from './queries/positions.ts'
import { filterOf } from './routes/positions.ts'
import { positionModes } from './schema.ts'

const tag = m('operation.tag')
const text = z.partialRecord(z.enum(languages), z.string())
const day = z.iso.date()

const position = z.object({
  id: z.uuid(),
  titles: text,
  descriptions: text,
  host: z.string(),
  country: z.string(),
  city: z.string(),
  office: z.object({ id: z.uuid(), names: text }),
  places: z.number().int(),
  taken: z.number().int(),
  startsOn: day,
  endsOn: day,
  hoursPerWeek: z.number(),
  mode: z.enum(positionModes),
  language: z.string(),
  languageLevel: z.string(),
  stipend: z
    .object({
      amountMinor: z.string().describe('In minor units of ISO 4217'),
      currency: z.string(),
    })
    .nullable(),
  field: z.string(),
  skills: z.array(z.string()),
  applyBy: day,
  roundId: z.uuid().nullable().describe('The round that gives its places'),
})

/** Open internships over JSON, as the public pages show them. */
export const positionOperations: readonly Route[] = [
  operation('GET', `${base}/positions`, {
    action: 'internships.position.browse',
    api: {
      summary: m('operation.positions'),
      tag,
      query: z.object({
        q: z.string().optional(),
        country: z.string().optional(),
        mode: z.enum(positionModes).optional(),
        paid: z.enum(['yes']).optional(),
      }),
      answer: z.object({ positions: z.array(position) }),
    },
    async handle(call) {
      const positions = await openPositions(call.work, filterOf(call))
      call.shows([])
      return { kind: 'json', data: { positions: positions.map(positionDocument) } }
    },
  }),
  operation<PositionRow>('GET', `${base}/positions/:id`, {
    action: 'internships.position.read',
    load: (work, { id }) => positionById(work, id ?? ''),
    api: { summary: m('operation.position'), tag, answer: position },
    async handle(call) {
      call.shows([])
      return { kind: 'json', data: positionDocument(call.object) }
    },
  }),
]

function positionDocument(row: PositionRow): z.output<typeof position> {
  const { stipendMinor, stipendCurrency } = row
  return {
    id: row.id,
    titles: row.titles,
    descriptions: row.descriptions,
    host: row.host,
    country: row.country,
    city: row.city,
    office: { id: row.organisation_id, names: row.office },
    places: row.places,
    taken: row.taken,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    hoursPerWeek: row.hoursPerWeek,
    mode: row.mode,
    language: row.language,
    languageLevel: row.languageLevel,
    stipend:
      stipendMinor === null || stipendCurrency === null
        ? null
        : { amountMinor: stipendMinor.toString(), currency: stipendCurrency },
    field: row.field,
    skills: row.skills,
    applyBy: row.applyBy,
    roundId: row.roundId,
  }
}
