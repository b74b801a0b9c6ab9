// Placements of twenty institutions over ten years with forty lines of hours each, put into the tables at once.
import type { Database } from '#kernel/database'

const institutions = 20
const hosts = 400
const linesEach = 40
const origin = 'bench.example'

/** An id for number `n` of a kind, in SQL and here alike: those of institutions and programmes are mobility's. */
const madeId = (kind: number, number: string) =>
  `('019b0000-00${kind.toString(16).padStart(2, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const idOf = (kind: number, number: number) =>
  `019b0000-00${kind.toString(16).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
const kinds = { host: 0x21, position: 0x22, application: 0x23, placement: 0x24, hours: 0x25 }

/** Whose the placement is that is looked at: the first of all. */
export const studentId = idOf(3, 0)

/** Vetted hosts, and the first of all students, whose page is looked at. */
export async function makeHosts(
  database: Database,
): Promise<{ placementId: string; hostId: string }> {
  await database.execute(
    `insert into internship_hosts (id, origin, organisation_id, name, country, city, time_zone, tutor_name, tutor_email,
       signatory_name, signatory_email, papers, state, vetted_until, proposed_at, decided_at)
     select ${madeId(kinds.host, 'n')}, '${origin}', ${madeId(1, `n % ${institutions}`)}, 'Host number ' || n,
       (array['TH', 'CN', 'KR', 'FR'])[n % 4 + 1], 'Town ' || n % 40, 'Asia/Bangkok', 'Tutor ' || n, 't' || n || '@bench.example',
       'Signatory ' || n, 's' || n || '@bench.example', 'Papers', 'vetted', '2030-12-31', '2016-01-01', '2016-01-01'
     from generate_series(0, ${hosts - 1}) as n`,
  )
  for (const statement of people(0, 0)) await database.execute(statement)
  return { placementId: idOf(kinds.placement, 0), hostId: idOf(kinds.host, 0) }
}

/** Fills up to so many placements; what is there already stays. */
export async function fillPlacements(
  database: Database,
  wanted: number,
): Promise<{ placements: number }> {
  const { rows } = await database.execute('select count(*)::int as n from internship_placements')
  const step = 10_000
  for (let from = Number(rows[0]!['n']); from < wanted; from += step) {
    const until = Math.min(from + step, wanted) - 1
    const statements = [
      ...(until > 0 ? people(Math.max(from, 1), until) : []),
      ...work(from, until),
    ]
    for (const statement of statements) {
      await database.execute(statement, [], { limitMilliseconds: 0 })
    }
  }
  const filled = [
    'persons',
    'enrolments',
    'positions',
    'applications',
    'placements',
    'agreements',
    'hours',
  ]
  for (const name of filled) {
    const table = name === 'persons' || name === 'enrolments' ? name : `internship_${name}`
    await database.execute(`vacuum analyze ${table}`, [], { limitMilliseconds: 0 })
  }
  return { placements: wanted }
}

/** What each placement is: of twenty institutions and ten years, the running one first; ten that follow each other are of one position. */
const described = (from: number, until: number) => `(
  select n, n % ${institutions} as sends, n / 10 as place, n / 10 % ${hosts} as host, 2026 - n / 20 % 10 as year
  from generate_series(${from}, ${until}) as n) as s`

function people(from: number, until: number): string[] {
  const series = described(from, until)
  return [
    `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
     select ${madeId(3, 'n')}, '${origin}', jsonb_build_object('native', 'N' || n, 'romanised', 'Student Number ' || n, 'passportGiven', 'Student', 'passportFamily', 'N' || n, 'order', 'given-first'),
       'n' || n, 'student number ' || n, 'en', 'Asia/Bangkok', 'active', true, '2026-01-01' from ${series}`,
    `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id, student_number, intake_year, starts_on)
     select ${madeId(4, 'n')}, '${origin}', ${madeId(3, 'n')}, ${madeId(1, 'sends')}, ${madeId(2, 'sends')}, 'b' || n, year - 2, make_date(year - 2, 8, 1) from ${series}`,
  ]
}

function work(from: number, until: number): string[] {
  const series = described(from, until)
  const both = `${madeId(1, 'sends')}, ${madeId(1, 'sends')}`
  return [
    `insert into internship_positions (id, origin, host_id, organisation_id, titles, descriptions, places, starts_on, ends_on,
       hours_per_week, mode, language, language_level, field, skills, apply_by, state, made_at)
     select ${madeId(kinds.position, 'place')}, '${origin}', ${madeId(kinds.host, 'host')}, ${madeId(1, `place % ${institutions}`)},
       jsonb_build_object('en', 'Position number ' || place), '{"en": "What is done"}'::jsonb, 10, '2016-10-01', '2027-02-28',
       20, 'site', 'en', 'B1', '02' || 11 + place % 5, '{}', '2016-09-01', 'closed', '2016-01-01'
     from (select distinct place, host from ${series}) as p
     on conflict (id) do nothing`,
    `insert into internship_applications (id, origin, position_id, organisation_id, enrolled_organisation_id, person_id,
       motivation, enrolled_there, clearance, state, sent_at, decided_at, answered_at)
     select ${madeId(kinds.application, 'n')}, '${origin}', ${madeId(kinds.position, 'place')}, ${both}, ${madeId(3, 'n')},
       'A motive', false, 'yes', 'accepted', make_date(year, 6, 1), make_date(year, 7, 1), make_date(year, 7, 2) from ${series}`,
    `insert into internship_placements (id, origin, application_id, position_id, organisation_id, enrolled_organisation_id,
       person_id, starts_on, ends_on, hours_per_week, time_zone, made_at)
     select ${madeId(kinds.placement, 'n')}, '${origin}', ${madeId(kinds.application, 'n')}, ${madeId(kinds.position, 'place')}, ${both},
       ${madeId(3, 'n')}, make_date(year, 10, 1 + n / 200 % 20), make_date(year, 12, 20), 20, 'Asia/Bangkok', make_date(year, 7, 2) from ${series}`,
    `insert into internship_agreements (placement_id, draft, draft_number, draft_at, state, agreed_version, agreed_on)
     select ${madeId(kinds.placement, 'n')}, '{"words": {"outcomes": ""}, "parties": {}}', 1, make_date(year, 8, 1), 'draft', 1,
       make_date(year, 9, 1) from ${series}`,
    `insert into internship_hours (id, placement_id, day, starts_at, ends_at, work, logged_at)
     select ${madeId(kinds.hours, `n * ${linesEach} + line`)}, ${madeId(kinds.placement, 'n')}, make_date(year, 10, 1 + n / 200 % 20) + line,
       (make_date(year, 10, 1 + n / 200 % 20) + line) + time '02:00', (make_date(year, 10, 1 + n / 200 % 20) + line) + time '06:00', 'What was done', make_date(year, 12, 1)
     from ${series}, generate_series(0, ${linesEach - 1}) as line`,
  ]
}
