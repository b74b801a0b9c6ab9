import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import type { Language } from '#kernel/values'
import { grantsOf } from './queries/grants.ts'

const dayMs = 24 * 60 * 60_000

/** Does something in the demonstration as one of the invented people, so many days ago; what is refused stops the seed. */
export async function seedAs<T>(
  { runner, database, now }: Seeding,
  { personId, daysAgo, language }: { personId: string; daysAgo: number; language: Language },
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  const grants = await grantsOf(database.kysely, personId, now)
  const done = await runner.perform(
    {
      actor: { kind: 'person', personId, grants },
      now: new Date(now.getTime() - daysAgo * dayMs),
      language,
    },
    verb,
  )
  if (isRefused(done)) throw new Error(`the seed is refused: ${done.message.key}`)
  return done
}
