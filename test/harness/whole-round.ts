// Thirty students and twelve hosts with a position each, for tests of a whole round of internships.
import { cast, type TestSite } from './site.ts'

const { organisations: o, degreeProgrammes: d } = cast
/** Places of each position, and how many positions a student wishes for. */
export const [places, wishes] = [2, 5]
/** The last days of the round for wishes, ranks and answers. */
export const roundDays = {
  wishesUntil: '2026-11-25',
  ranksUntil: '2026-11-28',
  answerBy: '2026-12-05',
}

const idOf = (kind: number, number: number) =>
  `0198000c-00${kind.toString(16).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
export const studentIds = Array.from({ length: 30 }, (_, at) => idOf(1, at))
export const hostIds = Array.from({ length: 12 }, (_, at) => idOf(3, at))
export const positionIds = hostIds.map((_, at) => idOf(4, at))

/** The positions that a student wishes for, in order: the popular ones come first with most. */
export const wishedBy = (student: number): string[] =>
  Array.from(
    { length: wishes },
    (_, at) => positionIds[(student * 7 + (at * (at + 1)) / 2) % positionIds.length]!,
  )

/** The address of a host's tutor. */
export const tutorOf = (host: number): string => `tutor${host}@round.example`

/** Puts students, hosts and positions into a site. */
export async function fillRound(site: TestSite): Promise<void> {
  const sql = (text: string, values: unknown[]) => site.house.database.execute(text, values)
  for (const [at, id] of studentIds.entries()) {
    const name = { native: `นักศึกษา ${at}`, romanised: `Student ${at}`, order: 'given-first' }
    await sql(
      `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
       values ($1, 'test', $2, $3, $4, 'zh-Hans', 'Asia/Bangkok', 'active', true, now())`,
      [
        id,
        JSON.stringify({ ...name, passportGiven: null, passportFamily: null }),
        `น${at}`,
        `s${at}`,
      ],
    )
    await sql(
      `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id, student_number, intake_year, starts_on)
       values ($1, 'test', $2, $3, $4, $5, 2024, '2024-06-01')`,
      [idOf(2, at), id, o.au, d.auDigitalArts, `68${at}`],
    )
  }
  for (const [at, id] of hostIds.entries()) {
    await sql(
      `insert into internship_hosts (id, origin, organisation_id, name, country, city, time_zone, tutor_name, tutor_email,
         signatory_name, signatory_email, papers, state, vetted_until, proposed_at, decided_at)
       values ($1, 'test', $2, $3, 'TH', 'Bangkok', 'Asia/Bangkok', $4, $5, 'S', 's@round.example', 'P', 'vetted', '2028-12-31', now(), now())`,
      [id, o.au, `Host ${at}`, `Tutor ${at}`, tutorOf(at)],
    )
    await sql(
      `insert into internship_positions (id, origin, host_id, organisation_id, titles, descriptions, places, starts_on, ends_on,
         hours_per_week, mode, language, language_level, field, skills, apply_by, state, made_at)
       values ($1, 'test', $2, $3, $4, '{"en": "What is done"}', $5, '2027-01-11', '2027-04-30', 20, 'site', 'th', 'B1', '0211', '{}',
         '2026-12-20', 'published', now())`,
      [positionIds[at], id, o.au, JSON.stringify({ en: `Position ${at}` }), places],
    )
  }
}
