import { sql } from 'kysely'
import type { Call } from '#kernel/http'
import { isCountry, type Language } from '#kernel/values'
import type { Work } from '#kernel/database'

/**
 * Counts somebody who comes to an exhibition from elsewhere: by day, language, and the country that their browser's language
 * names. Nothing is kept of who it was, no cookie is set, and whoever walks on inside is not counted again.
 */
export async function countVisit(call: Call, exhibitionId: string): Promise<void> {
  if (!isArrival(call, exhibitionId)) return
  const country = countryOf(call.headers.get('accept-language'))
  const visit = { exhibitionId, language: call.language, country }
  await call.perform((work) => addVisit(work, visit))
}

function isArrival({ headers }: Call, exhibitionId: string): boolean {
  if (headers.get('sec-purpose')?.includes('prefetch')) return false
  if (/bot|crawl|spider|slurp|preview/i.test(headers.get('user-agent') ?? '')) return false
  const from = headers.get('referer') ?? ''
  return !from.includes(`/exhibitions/${exhibitionId}`)
}

/** The country of a browser's first language that names one, `th-TH`; ZZ where none does. */
export function countryOf(acceptLanguage: string | null): string {
  for (const wish of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const region = /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(wish)?.[1]?.toUpperCase()
    if (region && isCountry(region)) return region
  }
  return 'ZZ'
}

/** Adds one visit to a day's count. */
export async function addVisit(
  work: Work,
  {
    exhibitionId,
    language,
    country,
  }: { exhibitionId: string; language: Language; country: string },
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('exhibition_visits')
      .values({
        exhibition_id: exhibitionId,
        day: work.now.toISOString().slice(0, 10),
        language,
        country,
        visits: 1,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['exhibition_id', 'day', 'language', 'country'])
          .doUpdateSet({ visits: sql`exhibition_visits.visits + 1` }),
      )
      .execute(),
  )
}
