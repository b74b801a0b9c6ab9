import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { m } from './messages/index.ts'
import { mentorshipsInJourney } from './queries/mentorships.ts'

/** A person's mentorships as steps of their journey: the crossing from the school to where the mentor is. */
export async function mentorshipJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await mentorshipsInJourney(work, personId)
  return rows
    .filter((row) => work.may('mentorship.student.read', row))
    .map((row) => {
      const home = { id: row.organisation_id, name: row.organisation }
      const isAway = row.mentor_organisation_id !== row.organisation_id
      return {
        id: row.id,
        kind: 'mentorship',
        from: row.began_on!,
        until: row.ended_on ?? row.ends_on,
        organisation: { id: row.mentor_organisation_id, name: row.mentor_organisation },
        fromOrganisation: isAway ? home : null,
        label: m(`journey.${row.kind}`),
        state: {
          label: m(`state.${row.state}`),
          tone: row.state === 'active' ? ('attention' as const) : ('done' as const),
        },
        href: `/mentoring/students/${row.mentee_id}`,
      }
    })
}
