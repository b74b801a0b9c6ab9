import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type Country,
  type DateOnly,
  isUuid,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { DocumentState, SignatureProof, SigningStepsTable } from '../schema.ts'

/** What a signer did, beside their step. */
export interface SignatureFacts {
  id: string
  answer: 'signed' | 'approved' | 'refused'
  means: 'electronic' | 'link' | 'paper'
  sha256: string
  name: string
  person_id: string | null
  in_place_of: string | null
  proof: SignatureProof
  reason: string | null
  signed_at: Date
}

/** A step with who is asked and what they did, with the facts that the rule table asks for. */
export interface StepRow extends SigningStepsTable {
  [fact: string]: unknown
  person: PersonName | null
  organisation: LocalText | null
  /** The names of the organisation for which they sign, where it is said so. */
  label_organisation: LocalText | null
  signature: SignatureFacts | null
}

/** A step beside the document that it is of, as its signer sees it. */
export interface AskedStep extends StepRow {
  titles: LocalText
  document_state: DocumentState
  document_version: number
  in_force: number | null
  due_on: DateOnly | null
  expires_on: DateOnly | null
  keeper: LocalText
  keeper_id: string
  time_zone: string
  country: Country
  created_by: string | null
  creator: PersonName | null
  document_sha256: string
  file_id: string
  amends: number | null
  reason: string
  version_kind: 'canonical' | 'file'
  pdf_sha256: string
}

function stepRows(work: Work) {
  return work.read
    .selectFrom('signing_steps')
    .leftJoin('persons as p', 'p.id', 'signing_steps.person_id')
    .leftJoin('organisations as so', 'so.id', 'signing_steps.organisation_id')
    .leftJoin('organisations as lo', 'lo.id', 'signing_steps.label_organisation_id')
    .leftJoin('signing_signatures as g', 'g.step_id', 'signing_steps.id')
    .selectAll('signing_steps')
    .select(['p.name as person', 'so.names as organisation', 'lo.names as label_organisation'])
    .select(
      sql<
        (Omit<SignatureFacts, 'signed_at'> & { signed_at: string }) | null
      >`case when g.id is null then null else
        json_build_object('id', g.id, 'answer', g.answer, 'means', g.means, 'sha256', g.sha256, 'name', g.name,
          'person_id', g.person_id, 'in_place_of', g.in_place_of, 'proof', g.proof, 'reason', g.reason,
          'signed_at', g.signed_at) end`.as('signature'),
    )
}

function askedRows(work: Work) {
  return stepRows(work)
    .innerJoin('signing_documents as d', 'd.id', 'signing_steps.document_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .innerJoin('signing_versions as v', (join) =>
      join
        .onRef('v.document_id', '=', 'signing_steps.document_id')
        .onRef('v.number', '=', 'signing_steps.version'),
    )
    .leftJoin('persons as c', 'c.id', 'd.created_by')
    .select(['d.titles', 'd.state as document_state', 'd.version as document_version'])
    .select(['d.in_force', 'd.due_on', 'd.expires_on', 'd.created_by', 'c.name as creator'])
    .select(['o.names as keeper', 'o.id as keeper_id', 'o.time_zone', 'o.country'])
    .select(['v.sha256 as document_sha256', 'v.file_id', 'v.amends', 'v.reason'])
    .select(['v.kind as version_kind', 'v.pdf_sha256'])
}

type WithSignature = { signature: unknown }

/** Times that came out of JSON are texts. */
function read<Row extends WithSignature>(row: Row): Row & { signature: SignatureFacts | null } {
  const signature = row.signature as (SignatureFacts & { signed_at: Date | string }) | null
  return {
    ...row,
    signature: signature && { ...signature, signed_at: new Date(signature.signed_at) },
  }
}

/** The steps of a document, of one version or of all, in the order in which they are asked. */
export async function stepsOf(
  work: Work,
  documentId: string,
  version?: number,
): Promise<StepRow[]> {
  const rows = await stepRows(work)
    .where('signing_steps.document_id', '=', documentId)
    .$if(version !== undefined, (query) => query.where('signing_steps.version', '=', version!))
    .orderBy('signing_steps.version', 'desc')
    .orderBy('signing_steps.group_number')
    .orderBy('signing_steps.position')
    .execute()
  return rows.map(read)
}

/** One step with its document, or null. */
export async function stepById(work: Work, id: string): Promise<AskedStep | null> {
  if (!isUuid(id)) return null
  const row = await askedRows(work).where('signing_steps.id', '=', id).executeTakeFirst()
  return row ? read(row) : null
}

/** Several steps with their documents, in the order of their ids. */
export async function stepsById(work: Work, ids: readonly string[]): Promise<AskedStep[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  const rows = await askedRows(work)
    .where('signing_steps.id', 'in', known)
    .orderBy('signing_steps.id')
    .execute()
  return rows.map(read)
}

/** What the reader is asked to sign, or has signed: their own, and that of the roles that they hold. */
export async function stepsForReader(
  work: Work,
  which: 'asked' | 'closed',
  page: { limit: number; offset: number },
): Promise<{ rows: AskedStep[]; total: number }> {
  const rows = await askedRows(work)
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where(work.scope('signing.step.list', 'signing_steps'))
    .where(
      'signing_steps.state',
      'in',
      which === 'asked' ? ['asked'] : ['done', 'refused', 'ended'],
    )
    .orderBy(which === 'asked' ? 'd.due_on' : 'signing_steps.closed_at', (order) =>
      which === 'asked' ? order.asc().nullsLast() : order.desc(),
    )
    .orderBy('signing_steps.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return {
    rows: rows.map(({ total: _total, ...row }) => read(row)),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** Guests who were asked and not yet reminded, whose day is near: who knows of it only by the mail. */
export async function guestsToRemind(
  work: Work,
  until: DateOnly,
): Promise<{ id: string; due_on: DateOnly; time_zone: string; country: Country }[]> {
  const rows = await work.read
    .selectFrom('signing_steps as s')
    .innerJoin('signing_documents as d', 'd.id', 's.document_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .select(['s.id', 'd.due_on', 'o.time_zone', 'o.country'])
    .where('s.state', '=', 'asked')
    .where('s.guest_address', 'is not', null)
    .where('s.reminded_at', 'is', null)
    .where('d.due_on', '<=', until)
    .orderBy('d.due_on')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, due_on: row.due_on! }))
}

/** What tasks about steps are about: the title and the organisation that keeps the document. */
export async function titlesOfSteps(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText; keeper: LocalText }[]> {
  if (ids.length === 0) return []
  return work.read
    .selectFrom('signing_steps as s')
    .innerJoin('signing_documents as d', 'd.id', 's.document_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .select(['s.id', 'd.titles', 'o.names as keeper'])
    .where('s.id', 'in', [...ids])
    .execute()
}
