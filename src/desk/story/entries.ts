import { entriesOfPerson, type Entry } from '#kernel/chronicle'
import type { Call, Manifest } from '#kernel/http'
import { formerIds } from '#kernel/identity'
import { formatInstant, relativeTime } from '#kernel/values'
import type { TimelineEntry } from '#ui'

type Label = NonNullable<Manifest['entries'][number]['label']>

/** The words of every kind of entry that a reader's story tells, their own or another's; the others are left out. */
export function entryLabels(
  manifests: readonly Manifest[],
  whose: 'own' | 'another',
): ReadonlyMap<string, Label> {
  return new Map(
    manifests.flatMap((manifest) =>
      manifest.entries.flatMap(({ type, label, ownOnly }) =>
        label && (whose === 'own' || !ownOnly) ? [[type, label] as const] : [],
      ),
    ),
  )
}

/** A part of what happened that is about one person, newest first, in the reader's words. */
export async function storyOf(
  call: Call,
  labels: ReadonlyMap<string, Label>,
  personId: string,
  wanted: {
    before?: string | null
    limit: number
    timeZone: string
    organisationIds?: readonly string[] | undefined
  },
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  const ids = [personId, ...(await formerIds(call.work, personId))]
  const { entries, next } = await entriesOfPerson(call.work, ids, {
    before: wanted.before ?? null,
    limit: wanted.limit,
    types: [...labels.keys()],
    organisationIds: wanted.organisationIds,
  })
  return {
    next,
    entries: entries.flatMap((entry) => {
      const label = labels.get(entry.type)
      return label ? [timelineEntry(call, entry, label, wanted.timeZone)] : []
    }),
  }
}

function timelineEntry(call: Call, entry: Entry, label: Label, timeZone: string): TimelineEntry {
  return {
    at: entry.recordedAt.toISOString(),
    when: formatInstant(entry.recordedAt, timeZone, call.language),
    what: call.t(label(entry.data, call.language)),
    who: relativeTime(entry.recordedAt, call.now, call.language),
  }
}
