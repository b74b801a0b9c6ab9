import type { Work } from '#kernel/database'
import { isUuid, type Language } from '#kernel/values'
import type { LinkAnswer } from '../schema.ts'

/** A partner that was asked by mail for its answer to one version. */
export interface Invitation {
  id: string
  copyId: string
  versionId: string
  /** The copy whose version is asked about. */
  ofCopyId: string
  agreementId: string
  name: string
  address: string
  language: Language
  askedAt: Date
  askedBy: string | null
  endedAt: Date | null
  answeredAt: Date | null
  answer: LinkAnswer | null
  words: string
  fileId: string | null
  readAt: Date | null
}

function invitations(work: Work) {
  return work.read
    .selectFrom('agreement_invitations as i')
    .innerJoin('agreement_versions as v', 'v.id', 'i.version_id')
    .innerJoin('agreement_copies as c', 'c.id', 'i.copy_id')
    .select(['i.id', 'i.copy_id as copyId', 'i.version_id as versionId', 'v.copy_id as ofCopyId'])
    .select(['c.agreement_id as agreementId', 'i.name', 'i.address', 'i.language'])
    .select(['i.asked_at as askedAt', 'i.asked_by as askedBy', 'i.ended_at as endedAt'])
    .select(['i.answered_at as answeredAt', 'i.answer', 'i.words', 'i.file_id as fileId'])
    .select('i.read_at as readAt')
}

/** An invitation by its id, or null. */
export async function invitationById(work: Work, id: string): Promise<Invitation | null> {
  if (!isUuid(id)) return null
  return (await invitations(work).where('i.id', '=', id).executeTakeFirst()) ?? null
}

/** All that one institution asked of its partners about an agreement, the latest first. */
export function invitationsFrom(work: Work, ofCopyId: string): Promise<Invitation[]> {
  return invitations(work)
    .where('v.copy_id', '=', ofCopyId)
    .orderBy('i.asked_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute()
}

/** The copies of the partners that were asked about a copy and have not answered. */
export async function copiesAsked(work: Work, ofCopyId: string): Promise<string[]> {
  const rows = await invitations(work)
    .where('v.copy_id', '=', ofCopyId)
    .where('i.answered_at', 'is', null)
    .where('i.ended_at', 'is', null)
    .execute()
  return rows.map(({ copyId }) => copyId)
}
