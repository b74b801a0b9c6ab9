import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type FieldGroup, type Purpose, recordTransfer } from '#modules/privacy'
import type { StayRow } from '../queries/stays.ts'
import type { PreparationItem } from '../rules/preparation.ts'

type Place = Pick<
  StayRow,
  'id' | 'person_id' | 'sending_organisation_id' | 'receiving_organisation_id'
>

/** What a nomination tells of a student (EWP omobility v3): who it is, how they are reached, what they study. */
const nominated: readonly FieldGroup[] = ['identity', 'contact', 'studies']
/** What each thing of a checklist tells, which the host’s coordinator reads. */
const prepared: Readonly<Record<PreparationItem, FieldGroup>> = {
  permit: 'identity-document',
  insurance: 'health',
  housing: 'contact',
  emergency: 'family',
  guardian: 'family',
}

/** A nomination is opened to the receiving institution. */
export function nominationLeaves(work: Work, stay: Place, node: string): Promise<Refusal | null> {
  return leaves(work, stay, { groups: nominated, page: '', node })
}

/** A learning agreement is sent to the receiving institution to be signed: who studies, and what. */
export function agreementLeaves(work: Work, stay: Place, node: string): Promise<Refusal | null> {
  return leaves(work, stay, { groups: ['identity', 'studies'], page: '/agreement', node })
}

/** Something that a student settles before the stay is written down where the receiving institution reads it. */
export function preparationLeaves(
  work: Work,
  stay: Place,
  { item, node }: { item: PreparationItem; node: string },
): Promise<Refusal | null> {
  return leaves(work, stay, { groups: [prepared[item]], page: '/preparation', node })
}

/** A transcript of records goes the other way: the receiving institution gives it to the sending one. */
export function transcriptLeaves(work: Work, stay: Place, node: string): Promise<Refusal | null> {
  return leaves(
    work,
    {
      ...stay,
      sending_organisation_id: stay.receiving_organisation_id,
      receiving_organisation_id: stay.sending_organisation_id,
    },
    { groups: ['identity', 'studies', 'grades'], purpose: 'recognition', page: '', node },
  )
}

/**
 * Enters into the ledger of transfers that something is opened to the institution on the other side, or refuses it: nothing
 * leaves without a basis. The place abroad for which the student asked is the contract that cannot be kept without it.
 */
async function leaves(
  work: Work,
  stay: Place,
  what: { groups: readonly FieldGroup[]; purpose?: Purpose; page: string; node: string },
): Promise<Refusal | null> {
  const done = await recordTransfer(work, {
    personIds: [stay.person_id],
    fieldGroups: what.groups,
    purpose: what.purpose ?? 'exchange',
    exporterOrganisationId: stay.sending_organisation_id,
    recipientOrganisationId: stay.receiving_organisation_id,
    method: 'platform',
    destination: `/mobility/${stay.id}${what.page}`,
    contract: `/mobility/${stay.id}`,
    node: what.node,
  })
  return isRefused(done) ? done : null
}
