import type { Work } from '#kernel/database'
import type { LearningText } from '../rules/learning-agreement.ts'

/** What EWP says of the institutions of a stay, and whom to write to there. */
export interface EwpInstitution {
  organisationId: string
  identifiers: Record<string, string>
  website: string | null
}

/** Institutions by their ids; one query. */
export async function ewpInstitutions(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, EwpInstitution>> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id as organisationId', 'identifiers', 'website'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row]))
}

/** The versions of a learning agreement that were sent, the first one first. */
export function versionsOf(
  work: Work,
  mobilityId: string,
): Promise<{ number: number; text: LearningText; sha256: string }[]> {
  return work.read
    .selectFrom('learning_agreement_versions')
    .select(['number', 'text', 'sha256'])
    .where('mobility_id', '=', mobilityId)
    .orderBy('number')
    .execute()
}

/** Who signed which version of a document, in what capacity and when; one query. */
export function signaturesOf(
  work: Work,
  documentId: string,
): Promise<
  {
    version: number
    label: string | null
    name: string
    at: Date
    answer: 'signed' | 'approved' | 'refused'
  }[]
> {
  return work.read
    .selectFrom('signing_signatures as g')
    .innerJoin('signing_steps as s', 's.id', 'g.step_id')
    .select(['g.version', 's.label_name as label', 'g.name', 'g.signed_at as at', 'g.answer'])
    .where('g.document_id', '=', documentId)
    .orderBy('g.signed_at')
    .execute()
}

/** The address at which an institution's office is written to, where one is known. */
export async function officeAddress(work: Work, organisationId: string): Promise<string | null> {
  const row = await work.read
    .selectFrom('office_mailboxes')
    .select('address')
    .where('organisation_id', '=', organisationId)
    .orderBy('unit_id')
    .orderBy('address')
    .executeTakeFirst()
  return row?.address ?? null
}
