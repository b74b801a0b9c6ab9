import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type FieldGroup, recordTransfer } from '#modules/privacy'
import type { PlacementRow } from '../queries/placements.ts'

/** What is opened, by which institution, to which; and the page on which the other side reads it. */
interface Leaving {
  personId: string
  exporterId: string
  recipientId: string | null
  groups: readonly FieldGroup[]
  /** What the student asked for or agreed to, which cannot be kept without it. */
  contract: string
  page: string
  node: string
}

/** What an application says of a student: who they are, how they are reached, what they study, why they wish for it. */
const applied: readonly FieldGroup[] = ['identity', 'contact', 'studies', 'portfolio']

/**
 * An application is opened to the office that keeps the position; a wish in a round to the host too, which ranks whoever
 * wishes for it.
 */
export async function applicationLeaves(
  work: Work,
  input: {
    applicationId: string
    personId: string
    schoolId: string
    officeId: string
    hostId: string | null
    isWish: boolean
    node: string
  },
): Promise<Refusal | null> {
  const { applicationId, personId, schoolId, officeId, hostId, node } = input
  const page = `/internships/applications/${applicationId}`
  const about = { personId, exporterId: schoolId, contract: page, page, node }
  const held = await leaves(work, { ...about, recipientId: officeId, groups: applied })
  if (held || !input.isWish || hostId === officeId) return held
  return leaves(work, { ...about, recipientId: hostId, groups: ['identity', 'studies'] })
}

/** A time for an interview is picked: the office tells the host who comes. */
export function interviewLeaves(
  work: Work,
  input: {
    applicationId: string
    personId: string
    officeId: string
    hostId: string | null
    node: string
  },
): Promise<Refusal | null> {
  const page = `/internships/applications/${input.applicationId}`
  return leaves(work, {
    personId: input.personId,
    exporterId: input.officeId,
    recipientId: input.hostId,
    groups: ['identity'],
    contract: page,
    page,
    node: input.node,
  })
}

/** An agreement is sent to the host to be signed: who the student is, how they are reached, what they study. */
export function agreementLeaves(
  work: Work,
  placement: PlacementRow,
  node: string,
): Promise<Refusal | null> {
  const contract = `/internships/placements/${placement.id}`
  return leaves(work, {
    personId: placement.person_id,
    exporterId: placement.enrolled_organisation_id,
    recipientId: placement.hostOrganisationId,
    groups: ['identity', 'contact', 'studies'],
    contract,
    page: `${contract}/agreement`,
    node,
  })
}

/**
 * Enters it into the ledger of transfers before it happens, or refuses it: nothing leaves without a basis. The ledger is
 * between institutions of the alliance: a host that is none has no line in it, nor has what stays in one house.
 */
async function leaves(work: Work, what: Leaving): Promise<Refusal | null> {
  if (what.recipientId === null || what.recipientId === what.exporterId) return null
  const done = await recordTransfer(work, {
    personIds: [what.personId],
    fieldGroups: what.groups,
    purpose: 'internship',
    exporterOrganisationId: what.exporterId,
    recipientOrganisationId: what.recipientId,
    method: 'platform',
    destination: what.page,
    contract: what.contract,
    node: what.node,
  })
  return isRefused(done) ? done : null
}
