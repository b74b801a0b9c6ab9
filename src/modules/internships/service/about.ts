import type { ApplicationRow } from '../queries/applications.ts'
import type { PlacementRow } from '../queries/placements.ts'

/** Of what an entry about a placement is. */
export function aboutPlacement(placement: PlacementRow) {
  return {
    object: { kind: 'internship-placement', id: placement.id },
    organisationIds: [...new Set([placement.organisation_id, placement.enrolled_organisation_id])],
    personId: placement.person_id,
  }
}

/** What an application is called in entries, and as whose its papers and mails are kept. */
export const applicationOwner = 'internship-application'

/** Of what an entry about an application is. */
export function aboutApplication(application: ApplicationRow) {
  return {
    object: { kind: applicationOwner, id: application.id },
    organisationIds: [
      ...new Set([application.organisation_id, application.enrolled_organisation_id]),
    ],
    personId: application.person_id,
  }
}
