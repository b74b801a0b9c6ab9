import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'
import type { Capacity } from '../rules/signers.ts'
import type { DocumentState, SignerLabel, StepAct, StepState } from '../schema.ts'

/** Where the signing of a document stands, for the pages of the module that opened it. */
export interface SigningSummary {
  documentId: string
  /** The organisation whose offices keep it. */
  keeperId: string
  subject: { kind: string; id: string } | null
  titles: LocalText
  state: DocumentState
  version: number
  sha256: string
  /** The version that all have signed and that counts. */
  inForce: number | null
  dueOn: DateOnly | null
  /** Of the latest version, in the order in which they are asked. */
  signers: {
    stepId: string
    label: Capacity
    act: StepAct
    state: StepState
    personId: string | null
    role: string | null
    organisationId: string | null
    guestName: string | null
    doneAt: Date | null
  }[]
}

interface StepInJson {
  id: string
  label_name: SignerLabel | null
  label_words: string | null
  label_organisation_id: string | null
  act: StepAct
  state: StepState
  person_id: string | null
  role: string | null
  organisation_id: string | null
  guest_name: string | null
  closed_at: string | null
}

/** The documents about some subjects, the newest first; one query, however many. The caller has asked who may see them. */
export async function documentsAbout(
  work: Work,
  subjects: readonly { kind: string; id: string }[],
): Promise<SigningSummary[]> {
  if (subjects.length === 0) return []
  const rows = await work.read
    .selectFrom('signing_documents as d')
    .innerJoin('signing_versions as v', (join) =>
      join.onRef('v.document_id', '=', 'd.id').onRef('v.number', '=', 'd.version'),
    )
    .select(['d.id', 'd.subject_kind', 'd.subject_id', 'd.titles', 'd.state', 'd.version'])
    .select(['d.in_force', 'd.due_on', 'v.sha256', 'd.organisation_id'])
    .select(
      sql<
        StepInJson[]
      >`(select coalesce(json_agg(json_build_object('id', s.id, 'label_name', s.label_name,
        'label_words', s.label_words, 'label_organisation_id', s.label_organisation_id, 'act', s.act, 'state', s.state, 'person_id', s.person_id, 'role', s.role,
        'organisation_id', s.organisation_id, 'guest_name', s.guest_name, 'closed_at', s.closed_at)
        order by s.group_number, s.position), '[]')
        from signing_steps s where s.document_id = d.id and s.version = d.version)`.as('steps'),
    )
    .where(
      sql<boolean>`(d.subject_kind, d.subject_id) in (
        select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::text[]))`,
    )
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => ({
    documentId: row.id,
    keeperId: row.organisation_id,
    subject:
      row.subject_kind === null || row.subject_id === null
        ? null
        : { kind: row.subject_kind, id: row.subject_id },
    titles: row.titles,
    state: row.state,
    version: row.version,
    sha256: row.sha256,
    inForce: row.in_force,
    dueOn: row.due_on,
    signers: row.steps.map(signerOf),
  }))
}

function signerOf(step: StepInJson): SigningSummary['signers'][number] {
  return {
    stepId: step.id,
    label: capacityOf(step),
    act: step.act,
    state: step.state,
    personId: step.person_id,
    role: step.role,
    organisationId: step.organisation_id,
    guestName: step.guest_name,
    doneAt: step.state === 'done' && step.closed_at !== null ? new Date(step.closed_at) : null,
  }
}

/** The capacity that a step names, out of its columns. */
export function capacityOf(step: {
  label_name: SignerLabel | null
  label_words: string | null
  label_organisation_id: string | null
}): Capacity {
  if (step.label_organisation_id !== null) {
    return { kind: 'organisation', organisationId: step.label_organisation_id }
  }
  return step.label_name === null
    ? { kind: 'words', words: step.label_words ?? '' }
    : { kind: 'named', name: step.label_name }
}
