import type { ObjectRow } from '../queries/objects.ts'

/** What of an object says for how long and by whom an answer that shows it may be kept. */
type Shown = Pick<ObjectRow, 'audience' | 'season_from'>

const yearSeconds = 31_536_000

/**
 * How long an answer may be kept, by everything that it shows, and which sites may read it. What everybody may see, any page
 * of any site may fetch (IIIF Presentation 3.0 §7.1), and caches in between ask again every `seconds`, so that what was
 * withdrawn is soon gone from them. What not everybody may see is kept by its reader alone and asked for anew each time. An
 * address with the hash of its content never changes what it gives, but the season of an object ends all the same.
 */
export function keptFor(
  shown: readonly Shown[],
  { seconds, isHashed = false }: { seconds: number; isHashed?: boolean },
): Record<string, string> {
  if (shown.some(({ audience }) => audience !== 'everybody'))
    return { 'cache-control': 'private, no-cache' }
  const isLong = isHashed && shown.every(({ season_from: from }) => from === null)
  return {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': isLong
      ? `public, max-age=${yearSeconds}, s-maxage=${seconds}, immutable`
      : `public, max-age=${seconds}`,
  }
}
