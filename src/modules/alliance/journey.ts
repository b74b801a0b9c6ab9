import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'

/** A person's enrolments as steps of their journey: each ties their thread to a school. Its evidence is the office's record. */
export async function enrolmentJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.id', 'e.starts_on', 'e.outcome', 'o.id as organisation_id', 'o.names'])
    .select('d.names as programme')
    .where('e.person_id', '=', personId)
    .orderBy('e.starts_on')
    .orderBy('e.id')
    .execute()
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
