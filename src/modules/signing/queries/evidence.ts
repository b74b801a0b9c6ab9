import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { SignerLabel, StepAct } from '../schema.ts'

/** An entry of a document's chain with the personal values to which it commits; those that were erased are missing. */
export interface ChainEntry {
  body: string
  hash: string
  personal: Record<string, { salt: string; value: string }>
}

/** The chain of a document, from its beginning. */
export async function chainOf(work: Work, documentId: string): Promise<ChainEntry[]> {
  const rows = await work.read
    .selectFrom('signing_records as r')
    .select(['r.body', 'r.hash'])
    .select(
      sql<Record<string, { salt: string; value: string }>>`(
        select coalesce(json_object_agg(p.field, json_build_object('salt', p.salt, 'value', p.value)), '{}')
        from signing_personal p where p.document_id = r.document_id and p.position = r.position
          and p.value is not null)`.as('personal'),
    )
    .where('r.document_id', '=', documentId)
    .orderBy('r.position')
    .execute()
  return rows
}

/** What anybody may be told of a version whose hash, code or PDF they hold: no name and no title. */
export interface CheckedVersion {
  documentId: string
  version: number
  sha256: string
  keeper: LocalText
  timeZone: string
  inForce: number | null
  /** How its round ended, in order; empty while it is a draft or out for signing. */
  ends: { how: string; at: Date }[]
  isLatest: boolean
  state: string
  answers: {
    label_name: SignerLabel | null
    label_words: string | null
    label_organisation: LocalText | null
    act: StepAct
    answer: string | null
    means: string | null
    at: Date | null
  }[]
}

type Found =
  | { by: 'code'; beginning: string }
  | { by: 'pdf'; sha256: string }
  | { by: 'record'; hash: string; version: number }

/** The version that a code, a PDF or an entry of its chain leads to; null where none does. One that was never sent is none. */
export async function checkedVersion(work: Work, found: Found): Promise<CheckedVersion | null> {
  const row = await work.read
    .selectFrom('signing_versions as v')
    .innerJoin('signing_documents as d', 'd.id', 'v.document_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .select(['v.document_id', 'v.number', 'v.sha256', 'd.in_force', 'd.version', 'd.state'])
    .select(['o.names', 'o.time_zone'])
    .select(
      sql<
        { how: string; at: string }[]
      >`(select coalesce(json_agg(json_build_object('how', e.how, 'at', e.ended_at)
        order by e.ended_at, e.how), '[]') from signing_ends e
        where e.document_id = v.document_id and e.version = v.number)`.as('ends'),
    )
    .select(
      sql<(Omit<CheckedVersion['answers'][number], 'at'> & { at: string | null })[]>`(
        select coalesce(json_agg(json_build_object('label_name', s.label_name, 'label_words', s.label_words,
          'label_organisation', (select x.names from organisations x where x.id = s.label_organisation_id),
          'act', s.act, 'answer', g.answer, 'means', g.means, 'at', g.signed_at)
          order by s.group_number, s.position), '[]')
        from signing_steps s left join signing_signatures g on g.step_id = s.id
        where s.document_id = v.document_id and s.version = v.number)`.as('answers'),
    )
    .where(whichVersion(found))
    .where(
      sql<boolean>`exists (select 1 from signing_records r where r.document_id = v.document_id
        and r.body::jsonb ->> 'what' = 'sent' and (r.body::jsonb ->> 'version')::int = v.number)`,
    )
    .orderBy('v.made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    documentId: row.document_id,
    version: row.number,
    sha256: row.sha256,
    keeper: row.names,
    timeZone: row.time_zone,
    inForce: row.in_force,
    isLatest: row.version === row.number,
    state: row.state,
    ends: row.ends.map(({ how, at }) => ({ how, at: new Date(at) })),
    answers: row.answers.map((each) => ({
      ...each,
      at: each.at === null ? null : new Date(each.at),
    })),
  }
}

function whichVersion(found: Found) {
  if (found.by === 'code') return sql<boolean>`v.sha256 like ${`${found.beginning}%`}`
  if (found.by === 'pdf') return sql<boolean>`v.pdf_sha256 = ${found.sha256}`
  return sql<boolean>`v.number = ${found.version} and exists (
    select 1 from signing_records r where r.document_id = v.document_id and r.hash = ${found.hash})`
}

/** The canonical text of a version; null where the bytes of a PDF are signed. */
export async function canonicalOf(
  work: Work,
  documentId: string,
  version: number,
): Promise<string | null> {
  const row = await work.read
    .selectFrom('signing_versions')
    .select('canonical')
    .where('document_id', '=', documentId)
    .where('number', '=', version)
    .executeTakeFirst()
  return row?.canonical ?? null
}
