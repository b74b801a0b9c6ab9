import { isRefused, type Work, type WorkContext, type WorkRunner } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { addFile, type ArchiveFile, removeFile, writeZip } from '#kernel/files'
import type { Services } from '#kernel/http'
import { displayName } from '#kernel/values'
import { archiveById, type ArchiveRow, casesOfArchive } from '../queries/archives.ts'
import { caseById } from '../queries/cases.ts'
import { statementFactsOf } from '../queries/statement.ts'
import { isFinal } from '../rules/settings.ts'
import { statementOf, withAddress } from '../statement.ts'

/** How long a packed archive is kept: it holds much about many, and is made again in minutes. */
export const archiveKeptDays = 7

interface ArchiveParts {
  runner: WorkRunner
  context: WorkContext
  services: Services
  signal: AbortSignal
}

/** Statements between two words about how far it has come. */
const toldEvery = 5

/**
 * Makes an archive: one statement after the other is set and goes into the file as it is stored. A run that
 * was killed begins anew, because half an archive is none.
 */
export async function makeArchive(parts: ArchiveParts, archiveId: string): Promise<void> {
  const { runner, context, services } = parts
  const archive = await archiveById(runner.reading(context), archiveId)
  if (!archive || archive.state !== 'making') return
  const stored = await services.blobs.put(writeZip(statements(parts, archive)))
  await runner.perform(context, async (work) => {
    const file = isRefused(stored)
      ? null
      : await addFile(
          work,
          {
            ...stored,
            kind: 'zip',
            mediaType: 'application/zip',
            name: `${archiveId}.zip`,
          },
          {
            ownerKind: 'recognition.archive',
            ownerId: archiveId,
            origin: archive.origin as string,
          },
        )
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('statement_archives')
        .set({
          state: file ? 'ready' : 'failed',
          file_id: file?.id ?? null,
          finished_at: work.now,
          ...(file ? { done: archive.statements } : {}),
        })
        .where('id', '=', archiveId)
        .where('state', '=', 'making')
        .execute(),
    )
  })
}

async function* statements(parts: ArchiveParts, archive: ArchiveRow): AsyncGenerator<ArchiveFile> {
  const { runner, context, services, signal } = parts
  const work = runner.reading(context)
  const pair = [archive.first_language, archive.second_language] as const
  let done = 0
  for (const { caseId } of await casesOfArchive(work, archive.id)) {
    signal.throwIfAborted()
    const found = await caseById(work, caseId)
    const facts = found && (await statementFactsOf(work, found))
    if (found && facts && isFinal(found, context.now)) {
      const document = statementOf(withAddress(facts, pair[0], services), pair, services.translator)
      yield {
        name: `${found.number} ${displayName(found.student, archive.named_in)}.pdf`,
        bytes: await renderPdf(document),
        modifiedAt: facts.decidedAt,
      }
    }
    done += 1
    if (done % toldEvery === 0) await tell(parts, archive.id, done)
  }
}

async function tell({ runner, context }: ArchiveParts, archiveId: string, done: number) {
  await runner.perform(context, (work) =>
    work.writeUnchronicled((tx) =>
      tx
        .updateTable('statement_archives')
        .set({ done })
        .where('id', '=', archiveId)
        .where('state', '=', 'making')
        .execute(),
    ),
  )
}

/** Removes archives that were kept long enough, with their files. */
export async function removeOldArchives(work: Work): Promise<number> {
  const before = new Date(work.now.getTime() - archiveKeptDays * 86_400_000)
  const old = await work.read
    .selectFrom('statement_archives')
    .select(['id', 'file_id'])
    .where('state', '=', 'ready')
    .where('finished_at', '<', before)
    .execute()
  for (const { id, file_id: fileId } of old) {
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('statement_archives')
        .set({ state: 'removed', file_id: null })
        .where('id', '=', id)
        .execute(),
    )
    if (fileId) await removeFile(work, fileId)
  }
  return old.length
}
