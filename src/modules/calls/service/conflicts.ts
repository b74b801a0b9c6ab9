import type { Work } from '#kernel/database'
import { dateInZone } from '#kernel/values'
import type { ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import { belongingsOf, saidConflictsOf, waiverOf } from '../queries/reviews.ts'
import { type Conflict, conflictOf } from '../rules/conflicts.ts'

type Judged = Pick<ApplicationRow, 'id' | 'person_id'>

/** Everything by which it is known whom a reviewer, or a member of a committee, must not judge. */
export async function conflictsIn(
  work: Work,
  call: Pick<CallRow, 'id' | 'time_zone'>,
  people: { applications: readonly Judged[]; reviewerIds: readonly string[] },
) {
  const said = await saidConflictsOf(work, call.id)
  const belongings = await belongingsOf(
    work,
    [...people.reviewerIds, ...people.applications.map(({ person_id }) => person_id)],
    dateInZone(work.now, call.time_zone),
  )
  const isWaived = (await waiverOf(work, call.id)) !== null
  const none = { organisationIds: [], unitIds: [] }
  const between = (application: Judged, reviewerId: string): Conflict | null =>
    conflictOf(
      belongings.get(reviewerId) ?? { personId: reviewerId, ...none },
      belongings.get(application.person_id) ?? { personId: application.person_id, ...none },
      said.get(`${application.id} ${reviewerId}`) ?? null,
    )
  return { between, isWaived }
}
