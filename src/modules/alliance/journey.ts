import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { enrolmentsInJourney } from './queries/journey.ts'

/** A person's enrolments as steps of their journey: each ties their thread to a school. Its evidence is the office's record. */
export async function enrolmentJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await enrolmentsInJourney(work, personId)
  return rows.map((row) => ({
    id: row.id,
    kind: 'admission',
    from: row.starts_on,
    until: null,
    organisation: { id: row.organisation_id, name: row.names },
    fromOrganisation: null,
    label: m('journey.enrolled', { programme: localised(row.programme, work.language).text }),
    state:
      row.outcome === null
        ? { label: m('journey.studying'), tone: 'neutral' }
        : {
            label: m(`outcome.${row.outcome}`),
            tone: row.outcome === 'completed' ? 'done' : 'neutral',
          },
    href: `/organisations/${row.organisation_id}/people/${personId}`,
  }))
}
