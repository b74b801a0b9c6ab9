// A call of some size, put into the tables at once: applicants, reviewers, and what they gave.
import type { Database } from '#kernel/database'

/** Ids that are made of a kind and a number, in SQL and here alike. */
const idOf = (kind: number, number: number) =>
  `01970000-00${kind.toString(16).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
const sqlId = (kind: number, number: string) =>
  `('01970000-00${kind.toString(16).padStart(2, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/** What a benchmark is about. */
export interface Stock {
  callId: string
  coordinatorId: string
}

const reviewsEach = 5

/** Fills an empty house with a call, its applicants and five reviews of each. */
export async function fill(
  database: Database,
  { applications, now }: { applications: number; now: Date },
): Promise<Stock> {
  const run = (sql: string, values: unknown[] = []) => database.execute(sql, values)
  const organisation = idOf(1, 1)
  const coordinator = idOf(2, 1)
  const call = idOf(3, 1)
  const reviewers = Math.max(10, Math.ceil((applications * reviewsEach) / 100))
  await run(
    `insert into organisations (id, origin, names, summary, country, city, time_zone, currency, invented, created_at)
     values ($1, 'bench', '{"en":"University"}', '{}', 'TH', '{}', 'Asia/Bangkok', 'THB', true, $2)`,
    [organisation, now],
  )
  for (const [kind, count] of [
    [2, 1],
    [4, applications],
    [5, reviewers],
  ] as const) {
    await run(
      `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
       select ${sqlId(kind, 'n')}, 'bench', jsonb_build_object('native', null, 'romanised', 'Person ' || n, 'passportGiven', null,
         'passportFamily', null, 'order', 'given-first'), '', 'person ' || n, 'en', 'Asia/Bangkok', 'active', true, $1
       from generate_series(1, ${count}) n`,
      [now],
    )
  }
  await run(
    `insert into appointments (id, person_id, organisation_id, role, starts_on, created_at)
     values ($1, $2, $3, 'coordinator', '2020-01-01', $4)`,
    [idOf(6, 1), coordinator, organisation, now],
  )
  const destinations = Array.from({ length: 20 }, (_, place) => ({
    id: `d${place + 1}`,
    organisationId: null,
    name: { en: `Destination ${place + 1}` },
    seats: Math.max(1, Math.floor(applications / 40)),
  }))
  const definition = {
    questions: [
      {
        id: 'q1',
        kind: 'destinations',
        label: { en: 'Wishes' },
        hint: {},
        required: true,
        most: 3,
        options: [],
      },
    ],
    destinations,
    eligibility: [],
    review: {
      each: reviewsEach,
      criteria: [
        { id: 'c1', label: { en: 'Reasons' }, most: 5, weight: 2 },
        { id: 'c2', label: { en: 'Plan' }, most: 10, weight: 1 },
      ],
    },
  }
  const day = 86_400_000
  await run(
    `insert into calls (id, origin, organisation_id, titles, summaries, languages, definition, opens_at, closes_at, results_at,
       lot_seed, state, created_by, created_at, published_at, next_number)
     values ($1, 'bench', $2, '{"en":"A call"}', '{}', '{en}', $3, $4, $5, $6, repeat('a', 64), 'published', $7, $4, $4, $8)`,
    [
      call,
      organisation,
      JSON.stringify(definition),
      new Date(now.getTime() - 30 * day),
      new Date(now.getTime() - day),
      new Date(now.getTime() + 30 * day),
      coordinator,
      applications + 1,
    ],
  )
  await run(
    `insert into call_applications (id, origin, call_id, organisation_id, person_id, number, language, answers, state, begun_at,
       saved_at, submitted_at)
     select ${sqlId(7, 'n')}, 'bench', $1, $2, ${sqlId(4, 'n')}, n, 'en',
       jsonb_build_object('q1', jsonb_build_array('d' || (1 + n * 7 % 20), 'd' || (1 + (n * 7 + 3) % 20), 'd' || (1 + (n * 7 + 11) % 20))),
       'submitted', $3, $3, $3
     from generate_series(1, ${applications}) n`,
    [call, organisation, new Date(now.getTime() - 2 * day)],
  )
  await run(
    `insert into call_reviews (id, call_id, organisation_id, application_id, reviewer_id, state, points, assigned_by,
       assigned_at, by_hand, given_at)
     select ${sqlId(8, `(n * ${reviewsEach} + k)`)}, $1, $2, ${sqlId(7, 'n')}, ${sqlId(5, `(1 + (n * 13 + k * 17) % ${reviewers})`)},
       'given', jsonb_build_object('c1', (n * 31 + k * 7) % 6, 'c2', (n * 17 + k * 5) % 11), $3, $4, false, $4
     from generate_series(1, ${applications}) n, generate_series(0, ${reviewsEach - 1}) k
     on conflict do nothing`,
    [call, organisation, coordinator, now],
  )
  await run('analyze')
  return { callId: call, coordinatorId: coordinator }
}
