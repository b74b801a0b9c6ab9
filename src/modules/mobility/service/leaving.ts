import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type FieldGroup, recordTransfer } from '#modules/privacy'
import type { StayRow } from '../queries/stays.ts'

/** What a nomination tells of a student (EWP omobility v3): who it is, how they are reached, what they study. */
const nominated: readonly FieldGroup[] = ['identity', 'contact', 'studies']

/**
 * Enters into the ledger of transfers that a nomination is opened to the receiving institution, or refuses it: nothing
 * leaves without a basis. The place abroad for which the student asked is the contract that cannot be kept without it.
 */
export async function nominationLeaves(
  work: Work,
  stay: Pick<StayRow, 'id' | 'person_id' | 'sending_organisation_id' | 'receiving_organisation_id'>,
  node: string,
): Promise<Refusal | null> {
  const done = await recordTransfer(work, {
    personIds: [stay.person_id],
    fieldGroups: nominated,
    purpose: 'exchange',
    exporterOrganisationId: stay.sending_organisation_id,
    recipientOrganisationId: stay.receiving_organisation_id,
    method: 'platform',
    destination: `/mobility/${stay.id}`,
    contract: `/mobility/${stay.id}`,
    node,
  })
  return isRefused(done) ? done : null
}
