import type { Work } from '#kernel/database'
import type { JourneyStep } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from './messages/index.ts'
import { pastPath } from './pages/past.tsx'
import { type PastPlacementRow, pastPlacementsOf } from './queries/past.ts'
import { type PlacementRow, placementsOf } from './queries/placements.ts'
import { placementState } from './rules/stay.ts'

/** A person's placements as steps of their journey: the crossing from the school to the host, where that is an organisation here. */
export async function internshipJourney(work: Work, personId: string): Promise<JourneyStep[]> {
  const rows = await placementsOf(work, personId)
  const past = await pastPlacementsOf(work, personId)
  return [...past.map(pastStep), ...rows.map(placementStep(work))]
}

function pastStep(row: PastPlacementRow): JourneyStep {
  const home = { id: row.organisation_id, name: row.school }
  const host = row.hostOrganisationId
    ? { id: row.hostOrganisationId, name: { en: row.host } }
    : home
  return {
    id: row.id,
    kind: 'internship',
    from: row.startsOn,
    until: row.endsOn,
    organisation: host,
    fromOrganisation: host === home ? null : home,
    label: m('journey.label', { host: row.host }),
    state: { label: m('past.state'), tone: 'done' },
    href: pastPath(row.id),
  }
}

function placementStep(work: Work) {
  return (row: PlacementRow): JourneyStep => {
    const today = dateInZone(work.now, row.timeZone)
    const home = { id: row.enrolled_organisation_id, name: row.home }
    const host = row.hostOrganisationId
      ? { id: row.hostOrganisationId, name: { en: row.host } }
      : home
    const state = placementState(row, today)
    return {
      id: row.id,
      kind: 'internship',
      from: row.startsOn,
      until: row.endsOn,
      organisation: host,
      fromOrganisation: host === home ? null : home,
      label: m('journey.label', { host: row.host }),
      state: { label: m(`placement.${state}`), tone: state === 'ended' ? 'done' : 'attention' },
      href: `/internships/placements/${row.id}`,
    }
  }
}
