import { isRefused, type Refusal, type Work } from '#kernel/database'
import { claimStaged, forgetStaged, type ReceivedFile, type StagedFile } from '#kernel/files'
import type { Message } from '#kernel/messages'
import type { LocalText } from '#kernel/values'
import { addGiven, type GivenMedium, takeImage } from './media.ts'
import { makeObject, type ObjectDetails, releaseObject } from './objects.ts'

/** One object of a sheet, read and without a fault, with what is shown of it. */
export interface BulkObject {
  details: ObjectDetails
  alts: LocalText
  media: readonly (ReceivedFile | GivenMedium)[]
}

/** What a form brought, stored and kept for the next one. */
export interface StagedBulk {
  sheet: StagedFile
  files: readonly StagedFile[]
  /** Files that cannot be shown, by their names. */
  refused: readonly { name: string; why: Message }[]
}

/** A row of the sheet: the object that it would become, or what stands against it. */
export interface BulkLine {
  row: number
  /** What was typed, by the names of columns. */
  title: Readonly<Record<string, readonly string[]>>
  files: readonly string[]
  faults: readonly Message[]
  /** Null where there is a fault. */
  object: BulkObject | null
}

/** What would become of a sheet and its files. */
export interface BulkPreview {
  organisationId: string
  sheet: StagedFile
  files: readonly StagedFile[]
  lines: readonly BulkLine[]
  /** Columns that the sheet has and nobody knows. */
  unknown: readonly string[]
  refused: StagedBulk['refused']
  /** Files that no row names. */
  unnamed: readonly string[]
}

/**
 * Makes all objects of a sheet with their files, or none. The sheet itself becomes the holder's record of it; sent a second
 * time it is gone, so that nothing is made twice.
 */
export async function makeObjects(
  work: Work,
  input: {
    organisationId: string
    objects: readonly BulkObject[]
    /** Whether they are shown at once, where their terms are named. */
    release: boolean
    sheet: { stagedId: string; ownerKey: string }
    /** Files that wait no longer, because the objects have them. */
    used: { stagedIds: readonly string[]; ownerKey: string }
    node: string
  },
): Promise<{ made: number } | Refusal> {
  const { organisationId, node, sheet, used } = input
  const owner = { ownerKind: 'exhibitions.sheet', ownerId: organisationId, origin: node }
  const claimed = await claimStaged(work, [sheet.stagedId], sheet.ownerKey, owner)
  if (isRefused(claimed)) return claimed
  for (const { details, alts, media } of input.objects) {
    const made = await makeObject(work, { organisationId, details, node })
    if (isRefused(made)) return made
    const { objectId } = made
    for (const each of media) {
      const added = await ('original' in each
        ? addGiven(work, { objectId, given: each, node })
        : takeImage(work, { objectId, original: each, alts, node }))
      if (isRefused(added)) return added
    }
    if (!input.release || details.rights_uri === null) continue
    const released = await releaseObject(work, { objectId, version: 1 })
    if (isRefused(released)) return released
  }
  await forgetStaged(work, used.stagedIds, used.ownerKey)
  return { made: input.objects.length }
}
