import type { PlacementRow } from '../queries/placements.ts'

/** Of what an entry about a placement is. */
export function aboutPlacement(placement: PlacementRow) {
  return {
    object: { kind: 'internship-placement', id: placement.id },
    organisationIds: [...new Set([placement.organisation_id, placement.enrolled_organisation_id])],
    personId: placement.person_id,
  }
}
