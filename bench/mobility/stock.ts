// Stays of twenty institutions over twenty years, put into the tables at once: one year in twenty is under way.
import { randomUUIDv7 } from 'node:crypto'
import type { Database } from '#kernel/database'
import { insert } from '../../test/matrix/rows.ts'
import { insertRules } from '../evaluation-page/stock.ts'

const institutions = 20
const origin = 'bench.example'

/** An id for number `n` of a kind, in SQL and here alike. */
const madeId = (kind: number, number: string) =>
  `('019b0000-00${kind.toString(16).padStart(2, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const idOf = (kind: number, number: number) =>
  `019b0000-00${kind.toString(16).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`

/** Who looks, and at which stay's learning agreement. */
export interface Exchange {
  coordinatorId: string
  partnerId: string
  mobilityId: string
}

/** The institutions with their programmes, and the coordinator of the first. */
export async function makeInstitutions(database: Database, now: Date): Promise<Exchange> {
  const coordinator = randomUUIDv7()
  for (let place = 0; place < institutions; place += 1) {
    await insert(database, 'organisations', [
      {
        id: idOf(1, place),
        origin,
        names: { en: `Institution number ${place}`, th: `สถาบันที่ ${place}` },
        country: place % 2 === 0 ? 'TH' : 'CN',
        time_zone: place % 2 === 0 ? 'Asia/Bangkok' : 'Asia/Shanghai',
        currency: place % 2 === 0 ? 'THB' : 'CNY',
        invented: true,
        created_at: now,
      },
    ])
    await insert(database, 'degree_programmes', [
      {
        id: idOf(2, place),
        origin,
        organisation_id: idOf(1, place),
        code: 'B',
        names: { en: 'Bachelor' },
        level: 'bachelor',
        total_credit: '126',
        credit_scheme: 'thai',
      },
    ])
  }
  const name = { native: null, romanised: 'Coordinator', passportGiven: null, passportFamily: null }
  await insert(database, 'persons', [
    {
      id: coordinator,
      origin,
      name: { ...name, order: 'given-first' },
      native_key: '',
      romanised_key: 'coordinator',
      preferred_language: 'en',
      time_zone: 'Asia/Bangkok',
      state: 'active',
      demonstration: true,
      registered_at: now,
    },
  ])
  await insert(database, 'appointments', [
    {
      id: randomUUIDv7(),
      person_id: coordinator,
      organisation_id: idOf(1, 0),
      role: 'coordinator',
      starts_on: '2020-01-01',
      created_at: now,
    },
  ])
  await insertRules(database, { home: idOf(1, 0), host: idOf(1, 1), judge: coordinator, now })
  // The first stay of all goes from the first institution to the second, and its agreement is written.
  return { coordinatorId: coordinator, partnerId: idOf(1, 1), mobilityId: idOf(5, 0) }
}

const filled = ['persons', 'person_emails', 'enrolments', 'mobilities', 'learning_agreements']

/** Fills up to so many stays; what is there already stays. */
export async function fillStays(
  database: Database,
  wanted: number,
): Promise<{ mobilities: number }> {
  const { rows } = await database.execute('select count(*)::int as n from mobilities')
  const step = 50_000
  for (let from = Number(rows[0]!['n']); from < wanted; from += step) {
    for (const statement of batch(from, Math.min(from + step, wanted) - 1)) {
      await database.execute(statement, [], { limitMilliseconds: 0 })
    }
  }
  for (const table of filled) {
    await database.execute(`vacuum analyze ${table}`, [], { limitMilliseconds: 0 })
  }
  return { mobilities: wanted }
}

/** What each stay is: of the running year in every state, of earlier years recognised or given up. */
const described = `
  select n, n % ${institutions} as sends, (n + 1 + (n / ${institutions}) % ${institutions - 1}) % ${institutions} as receives,
    2026 - (n / 160) % 20 as year, case when (n / 160) % 20 > 0 then case when n % 11 = 10 then 'cancelled' else 'recognised' end
      else (array['approved', 'live', 'live', 'live', 'pending', 'returned', 'waiting', 'rejected'])[(n / ${institutions}) % 8 + 1] end as state
  from generate_series(`

function batch(from: number, until: number): string[] {
  const series = `(${described}${from}, ${until}) as n) as s`
  return [
    `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
     select ${madeId(3, 'n')}, '${origin}', jsonb_build_object('native', 'N' || n, 'romanised', 'Student Number ' || n, 'passportGiven', 'Student', 'passportFamily', 'N' || n, 'order', 'given-first'),
       'n' || n, 'student number ' || n, 'en', 'Asia/Bangkok', 'active', true, '2026-01-01' from ${series}`,
    `insert into person_emails (id, person_id, address, is_primary, verified_at, added_at)
     select ${madeId(6, 'n')}, ${madeId(3, 'n')}, 's' || n || '@bench.example', true, '2026-01-01', '2026-01-01' from ${series}`,
    `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id, student_number, intake_year, starts_on)
     select ${madeId(4, 'n')}, '${origin}', ${madeId(3, 'n')}, ${madeId(1, 'sends')}, ${madeId(2, 'sends')}, 'b' || n, year - 2, make_date(year - 2, 8, 1) from ${series}`,
    `insert into mobilities (id, origin, person_id, enrolment_id, degree_programme_id, sending_organisation_id, receiving_organisation_id, kind, sending_year, receiving_year,
       starts_on, ends_on, field, level, seat_is_shared, state, proposal_id, remark, waiting_since, nominated_at, answer_note, cancelled_at, cancel_reason, arrived_on, departed_on,
       next_step, next_due_on, created_at, changed_at)
     select ${madeId(5, 'n')}, '${origin}', ${madeId(3, 'n')}, ${madeId(4, 'n')}, ${madeId(2, 'sends')}, ${madeId(1, 'sends')}, ${madeId(1, 'receives')}, 'study',
       year || '/' || year + 1, year || '/' || year + 1, make_date(year, 8, 1 + n % 28), make_date(year, 12, 1 + n % 28), '02' || 11 + n % 5, 6, false, state,
       ${madeId(5, 'n')}, '', case when state = 'waiting' then '2026-06-01'::timestamptz end, case when state <> 'waiting' then make_timestamptz(year, 3, 1, 0, 0, 0) end,
       case when state = 'rejected' then 'No room' else '' end, case when state = 'cancelled' then make_timestamptz(year, 4, 1, 0, 0, 0) end, '',
       case when state in ('live', 'returned', 'recognised') then make_date(year, 8, 1 + n % 28) end,
       case when state in ('returned', 'recognised') then make_date(year, 11, 1 + n % 28) end,
       step, case when step is not null then '2026-11-01'::date + (n / 3 % 90)::int end, make_timestamptz(year, 3, 1, 0, 0, 0), make_timestamptz(year, 3, 1, 0, 0, 0)
     from ${series}, lateral (select case state when 'pending' then 'answer' when 'approved' then 'arrival' when 'live' then 'departure'
       when 'returned' then 'transcript' end as step) as next`,
    `insert into learning_agreements (mobility_id, draft, draft_number, draft_at, state)
     select ${madeId(5, 'n')}, '${JSON.stringify(draft)}'::jsonb, 1, '2026-06-01', 'draft' from ${series} where n % 10 = 0`,
  ]
}

const draft = {
  components: Array.from({ length: 6 }, (_, place) => ({
    table: 'A',
    code: `H${place}`,
    title: `Course number ${place}`,
    credit: '3',
    reason: null,
  })),
  removed: [],
  conditions: '',
}
