import { randomBytes } from 'node:crypto'
import { actorLabel, type AppendEntries, type EntryDraft, type WorkContext } from '#kernel/database'
import { canonicalJson } from './canonical-json.ts'
import { nextEntryId } from './entry-id.ts'
import { commitment } from './hashes.ts'

/** Entries that a single insert takes, so that no engine's limit on parameters is met. */
const rowsPerInsert = 500

/**
 * Makes the function that puts entries into the chronicle, unsealed, within the transaction of the verb.
 * `origin` is the global name of this node, so that an entry can be told from another node's.
 */
export function createAppend(origin: string): AppendEntries {
  return async (tx, context, drafts) => {
    for (let start = 0; start < drafts.length; start += rowsPerInsert) {
      const made = drafts
        .slice(start, start + rowsPerInsert)
        .map((draft) => entryRows(origin, context, draft))
      const personal = made.flatMap((each) => each.personal)
      await tx
        .insertInto('chronicle_entries')
        .values(made.map((each) => each.entry))
        .execute()
      await tx
        .insertInto('chronicle_unsealed')
        .values(made.map(({ entry }) => ({ entry_id: entry.id })))
        .execute()
      if (personal.length > 0) {
        await tx.insertInto('chronicle_personal').values(personal).execute()
      }
    }
  }
}

/** The append of a node that has no name of its own: tests, the command line, a demonstration. */
export const appendEntries: AppendEntries = createAppend('weft')

function entryRows(origin: string, context: WorkContext, draft: EntryDraft) {
  const id = nextEntryId()
  const personal = Object.entries(draft.personal)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ entry_id: id, field, salt: randomBytes(32), ...asJson(value) }))
  const commitments = Object.fromEntries(
    personal.map(({ field, salt, parsed }) => [field, commitment(salt, field, parsed)]),
  )
  return {
    entry: {
      id,
      origin,
      type: draft.type,
      version: draft.version,
      object_kind: draft.object.kind,
      object_id: draft.object.id,
      actor: actorLabel(context.actor),
      organisation_ids: [...new Set(draft.organisationIds)],
      person_id: draft.personId,
      data: canonicalJson(draft.data),
      personal_commitments: canonicalJson(commitments),
      recorded_at: context.now,
    },
    personal: personal.map(({ parsed: _parsed, ...row }) => row),
  }
}

/** The value as it will come back from storage, so that the commitment is made over what is later read. */
function asJson(value: unknown): { value: string; parsed: unknown } {
  const text = canonicalJson(value)
  return { value: text, parsed: JSON.parse(text) as unknown }
}
