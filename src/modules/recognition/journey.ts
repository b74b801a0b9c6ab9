import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from './messages/index.ts'
import { stateOf } from './pages/cases.tsx'
import { creditText } from './pages/words.ts'

/** A person's recognitions as steps of their journey: the crossing from the host back to the home institution. */
export async function recognitionJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.due_on',
      'c.lines_open',
      'c.recognised_credit',
      'c.created_at',
      'c.decided_at',
      'host.id as host_id',
      'host.names as host_names',
      'home.id as home_id',
      'home.names as home_names',
      'home.time_zone',
    ])
    .where('c.person_id', '=', personId)
    .where('c.state', '<>', 'withdrawn')
    .orderBy('c.created_at')
    .execute()
  return rows.map((row) => {
    const state = stateOf(
      { state: row.state, dueOn: row.due_on, linesOpen: row.lines_open },
      dateInZone(work.now, row.time_zone),
    )
    const credit = { credit: creditText(row.recognised_credit, work.language) }
    return {
      id: row.id,
      kind: 'recognition',
      from: dateInZone(row.created_at, row.time_zone),
      until: row.decided_at && dateInZone(row.decided_at, row.time_zone),
      organisation: { id: row.home_id, name: row.home_names },
      fromOrganisation: { id: row.host_id, name: row.host_names },
      label:
        row.state === 'decided'
          ? m('page.journey.recognised', credit)
          : m('page.journey.label', { number: row.number }),
      state: {
        label: state.label,
        tone: row.state === 'decided' ? 'done' : 'attention',
      },
      href: `/recognition/cases/${row.id}`,
    }
  })
}
