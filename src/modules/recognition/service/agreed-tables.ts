import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { agreedTablePublished, agreedTableWithdrawn } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type AgreedTableDefinition, agreedTableVersions } from '../queries/agreed-tables.ts'
import { lockSchemesOf, scaleById } from '../queries/scales.ts'
import { agreedTableFaults, mostAgreedRows } from '../rules/check-agreed-table.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { GradeTableRow, Source } from '../rules/types.ts'
import { fromStored, toStored } from '../stored.ts'
import { sentTwiceSince } from './sent-twice.ts'

/** An agreed table as somebody wrote it; the id is null where it begins a table of its own. */
export interface DraftAgreedTable {
  id: string | null
  organisationId: string
  name: LocalText
  hostScaleId: string
  homeScaleId: string
  rows: readonly GradeTableRow[]
  source: Source | null
}

/** Publishes the next version of an agreed table. Rules hold the rows of the version that they name. */
export async function publishAgreedTable(
  work: Work,
  draft: DraftAgreedTable,
): Promise<{ tableId: string; version: number } | Refusal> {
  const { organisationId } = draft
  if (!mayEdit(work, organisationId)) return absent()
  const wrong = (field: string, message: ReturnType<typeof m>) =>
    refuse(422, m('agreed.refusal.check'), { [field]: message })
  const hostScale = await scaleById(work, draft.hostScaleId)
  const homeScale = await scaleById(work, draft.homeScaleId)
  if (!hostScale) return wrong('hostScale', m('scale.fault.choose'))
  if (!homeScale) return wrong('homeScale', m('scale.fault.choose'))
  if (hostScale.id === homeScale.id) return wrong('homeScale', m('correspondence.fault.same'))
  if (draft.rows.length === 0) return wrong('rows', m('agreed.fault.none'))
  if (draft.rows.length > mostAgreedRows) {
    return wrong('rows', m('agreed.fault.too-many', { limit: mostAgreedRows }))
  }
  const [fault] = agreedTableFaults(draft.rows, hostScale.definition, homeScale.definition)
  if (fault) return wrong('rows', m(`agreed.fault.${fault.fault}`, { label: fault.label }))
  await lockSchemesOf(work, organisationId)
  const versions = draft.id === null ? [] : await agreedTableVersions(work, draft.id)
  const [latest] = versions
  if (draft.id !== null && latest?.organisation_id !== organisationId) return absent()
  const id = draft.id ?? randomUUIDv7()
  const version = (latest?.version ?? 0) + 1
  const definition: AgreedTableDefinition = {
    name: draft.name,
    rule: {
      method: 'table',
      hostScaleId: hostScale.id,
      homeScaleId: homeScale.id,
      rows: draft.rows,
      source: draft.source,
      tableId: id,
      tableVersion: version,
    },
  }
  const twin = draft.id === null ? await publishedJustNow(work, organisationId, definition) : null
  if (twin) return { tableId: twin.id, version: twin.version }
  if (latest && sameTable(latest, definition)) return refuse(422, m('agreed.refusal.unchanged'))
  const { origin } = await work.read
    .selectFrom('organisations')
    .select('origin')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const entry = agreedTablePublished({
    object: { kind: 'agreed-grade-table', id },
    organisationIds: [organisationId],
    data: { version, rows: draft.rows.length },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreed_grade_tables')
      .values({
        id,
        version,
        origin,
        organisation_id: organisationId,
        host_scale_id: hostScale.id,
        home_scale_id: homeScale.id,
        definition: toStored(definition),
        published_at: work.now,
        published_by: personOf(work.actor),
      })
      .execute(),
  )
  return { tableId: id, version }
}

/** Withdraws an agreed table: rules can no longer take it over, and those that hold its rows keep them. */
export async function withdrawAgreedTable(work: Work, id: string): Promise<null | Refusal> {
  const [latest] = await agreedTableVersions(work, id)
  if (!latest || !mayEdit(work, latest.organisation_id)) return absent()
  if (latest.withdrawnAt !== null) return null
  const entry = agreedTableWithdrawn({
    object: { kind: 'agreed-grade-table', id },
    organisationIds: [latest.organisation_id],
    data: { version: latest.version },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('agreed_grade_tables')
      .set({ withdrawn_at: work.now, withdrawn_by: personOf(work.actor) })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  return null
}

/** The same new table published by the same person: the form was sent twice. */
async function publishedJustNow(
  work: Work,
  organisationId: string,
  definition: AgreedTableDefinition,
) {
  const rows = await work.read
    .selectFrom('agreed_grade_tables')
    .select(['id', 'version', 'definition'])
    .where('organisation_id', '=', organisationId)
    .where('published_by', '=', personOf(work.actor))
    .where('published_at', '>', sentTwiceSince(work))
    .where('withdrawn_at', 'is', null)
    .execute()
  const { rule } = definition
  return rows.find((row) => {
    const known = fromStored<AgreedTableDefinition>(row.definition)
    return sameTable({ ...known, rule: { ...known.rule, tableId: rule.tableId } }, definition)
  })
}

function sameTable(before: AgreedTableDefinition, after: AgreedTableDefinition): boolean {
  const plain = ({ name, rule }: AgreedTableDefinition) =>
    canonicalJson({ name, rule: { ...rule, tableVersion: 0 } })
  return plain(before) === plain(after)
}

function mayEdit(work: Work, organisationId: string): boolean {
  return work.may('recognition.scale.edit', { organisation_id: organisationId })
}

function absent(): Refusal {
  return refuse(404, m('agreed.refusal.absent'))
}
