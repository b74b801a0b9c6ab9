import { personOf, type Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from './messages/index.ts'
import { stateOf } from './pages/cases.tsx'
import { creditText } from './pages/words.ts'
import { isFinal } from './rules/settings.ts'
import { casesInJourney } from './queries/journey.ts'

/** A person's recognitions as steps of their journey: the crossing from the host back to the home institution. */
export async function recognitionJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await casesInJourney(work, personId)
  const isOwn = personOf(work.actor) === personId
  return rows.map((found) => {
    // A decision counts once it is final: until then it may be taken back, and nobody is told.
    const isOpen = found.state === 'decided' && !isFinal(found, work.now)
    const row = isOpen ? { ...found, state: 'open' as const, decided_at: null } : found
    const state = stateOf(
      // Whether the lines have their verdicts is told to the student with the decision.
      { state: row.state, dueOn: row.due_on, linesOpen: isOwn ? 1 : row.lines_open },
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
