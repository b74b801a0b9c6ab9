import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import { isUuid } from '#kernel/values'
import { equivalenceEvidenceAdded, equivalenceEvidenceRemoved } from '../entries.ts'
import { plainText } from '../formats/plain-text.ts'
import { m } from '../messages/index.ts'
import { equivalenceById } from '../queries/equivalences.ts'

/** What a judgement rests on: the address of a comparison, or a file. */
export type NewEvidence =
  | { kind: 'link'; url: string; label: string }
  | { kind: 'file'; file: ReceivedFile; label: string }

/** The most pieces of evidence of one equivalence. */
const mostEvidence = 30

/** Adds a link or a file to what an equivalence rests on. */
export async function addEvidence(
  work: Work,
  equivalenceId: string,
  input: NewEvidence,
): Promise<{ evidenceId: string } | Refusal> {
  const found = await equivalenceById(work, equivalenceId, 'lock')
  if (!found || !work.may('recognition.equivalence.edit', found)) return absent()
  const person = personOf(work.actor)
  if (person === null) throw new Error('Evidence is added by a person')
  const there = await work.read
    .selectFrom('equivalence_evidence')
    .select('id')
    .where('equivalence_id', '=', found.id)
    .execute()
  if (there.length >= mostEvidence) {
    return refuse(422, m('equivalence.refusal.evidence-full', { limit: mostEvidence }))
  }
  const url = input.kind === 'link' ? addressOf(input.url) : null
  if (input.kind === 'link' && url === null) {
    return refuse(422, m('equivalence.fault.link'), { url: m('equivalence.fault.link') })
  }
  const id = randomUUIDv7()
  const owner = { ownerKind: 'recognition.equivalence', ownerId: found.id, origin: found.origin }
  const file = input.kind === 'file' ? await addFile(work, input.file, owner) : null
  const entry = equivalenceEvidenceAdded({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: { kind: input.kind },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('equivalence_evidence')
      .values({
        id,
        equivalence_id: found.id,
        kind: input.kind,
        label: plainText(input.label).slice(0, 200),
        url,
        file_id: file?.id ?? null,
        added_by: person,
        added_at: work.now,
      })
      .execute(),
  )
  return { evidenceId: id }
}

/** Takes a piece of evidence away; a file stays with the judgements before this one. */
export async function removeEvidence(
  work: Work,
  equivalenceId: string,
  evidenceId: string,
): Promise<{ equivalenceId: string } | Refusal> {
  const found = await equivalenceById(work, equivalenceId, 'lock')
  if (!found || !work.may('recognition.equivalence.edit', found) || !isUuid(evidenceId)) {
    return absent()
  }
  const row = await work.read
    .selectFrom('equivalence_evidence')
    .select(['id', 'kind'])
    .where('id', '=', evidenceId)
    .where('equivalence_id', '=', found.id)
    .executeTakeFirst()
  if (!row) return absent()
  const entry = equivalenceEvidenceRemoved({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id],
    data: { kind: row.kind },
  })
  await work.write(entry, (tx) =>
    tx.deleteFrom('equivalence_evidence').where('id', '=', row.id).execute(),
  )
  return { equivalenceId: found.id }
}

/** An address of the web in its canonical form; null for anything else. */
function addressOf(text: string): string | null {
  const url = URL.parse(text.trim())
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    return null
  return url.href.length <= 1000 ? url.href : null
}

function absent(): Refusal {
  return refuse(404, m('equivalence.refusal.absent'))
}
