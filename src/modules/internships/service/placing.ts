import { randomUUIDv7 } from 'node:crypto'
import type { Work, Writer } from '#kernel/database'
import { type DateOnly, dateInZone } from '#kernel/values'
import { positionMade } from '../entries.ts'
import type { ProposalRow } from '../queries/proposals.ts'

/**
 * Makes the placement of an internship that a student found: a position of one place that nobody else sees as open, the
 * application to it as accepted, and the placement, so that hours, agreement and evaluations know no difference.
 */
export async function placeProposal(
  work: Work,
  proposal: ProposalRow,
  {
    hostId,
    timeZone,
    note,
    node,
  }: { hostId: string; timeZone: string; note: string; node: string },
): Promise<string> {
  const [positionId, applicationId, placementId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  const { organisation_id: organisationId, person_id: personId } = proposal
  const today = dateInZone(work.now, timeZone)
  const entry = positionMade({
    object: { kind: 'internship-position', id: positionId },
    organisationIds: [organisationId],
    data: { hostId, places: 1 },
  })
  const both = { organisation_id: organisationId, enrolled_organisation_id: organisationId }
  await work.write(entry, async (tx) => {
    await insertPosition(tx, proposal, { id: positionId, hostId, today, now: work.now, node })
    await tx
      .insertInto('internship_applications')
      .values({
        id: applicationId,
        origin: node,
        position_id: positionId,
        ...both,
        person_id: personId,
        motivation: '',
        enrolled_there: proposal.enrolledThere,
        clearance: proposal.clearance,
        permission_note: note,
        state: 'accepted',
        answer_by: null,
        sent_at: work.now,
        decided_at: work.now,
        answered_at: work.now,
      })
      .execute()
    await tx
      .insertInto('internship_placements')
      .values({
        id: placementId,
        origin: node,
        application_id: applicationId,
        position_id: positionId,
        ...both,
        person_id: personId,
        starts_on: proposal.startsOn,
        ends_on: proposal.endsOn,
        hours_per_week: proposal.hoursPerWeek,
        time_zone: timeZone,
        made_at: work.now,
      })
      .execute()
  })
  return placementId
}

async function insertPosition(
  tx: Writer,
  proposal: ProposalRow,
  at: { id: string; hostId: string; today: DateOnly; now: Date; node: string },
): Promise<void> {
  await tx
    .insertInto('internship_positions')
    .values({
      id: at.id,
      origin: at.node,
      host_id: at.hostId,
      organisation_id: proposal.organisation_id,
      titles: JSON.stringify({ [proposal.wordsLanguage]: proposal.title }),
      descriptions: JSON.stringify({ [proposal.wordsLanguage]: proposal.tasks }),
      places: 1,
      starts_on: proposal.startsOn,
      ends_on: proposal.endsOn,
      hours_per_week: proposal.hoursPerWeek,
      mode: proposal.mode,
      language: proposal.language,
      language_level: proposal.languageLevel,
      stipend_minor: null,
      stipend_currency: null,
      field: proposal.field,
      skills: [],
      apply_by: at.today < proposal.startsOn ? at.today : proposal.startsOn,
      state: 'closed',
      made_at: at.now,
    })
    .execute()
}
