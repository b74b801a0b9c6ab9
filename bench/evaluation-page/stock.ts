import { randomUUIDv7 } from 'node:crypto'
import { type Actor, type Database, isRefused } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { addTranscript } from '../../src/modules/recognition/service/add-transcript.ts'
import { toStored } from '../../src/modules/recognition/stored.ts'
import type { Site } from '../../src/app.ts'
import { insert, uniqueName } from '../../test/matrix/rows.ts'

/** Schools among which the stored transcripts lie; the evaluator's is one of them. */
const schools = 10
const linesEach = 10
const origin = 'bench.example'

/** The evaluator, the case that is looked at, and where copies of it go. */
export interface School {
  evaluator: string
  caseId: string
  organisations: readonly string[]
  programmes: readonly string[]
  host: string
}

/** Ten schools with a degree programme each, and one evaluated case of ten lines made by the module's own verb. */
export async function makeSchool(site: Site): Promise<School> {
  const { database } = site.house
  const now = new Date()
  const id = () => randomUUIDv7()
  const organisations = Array.from({ length: schools }, id)
  const programmes = Array.from({ length: schools }, id)
  const [host, evaluator, student] = [id(), id(), id()]
  for (const [place, organisation] of [...organisations, host].entries()) {
    await insert(database, 'organisations', [organisationRow(organisation, place, now)])
  }
  for (const [place, programme] of programmes.entries()) {
    await insert(database, 'degree_programmes', [programmeRow(programme, organisations[place]!)])
  }
  for (const [place, person] of [evaluator, student].entries()) {
    await insert(database, 'persons', [personRow(person, place, now)])
  }
  const home = organisations[0]!
  const enrolmentId = id()
  await insert(database, 'enrolments', [
    enrolmentRow({
      id: enrolmentId,
      person_id: student,
      organisation_id: home,
      degree_programme_id: programmes[0]!,
    }),
  ])
  await insert(database, 'appointments', [
    {
      id: id(),
      person_id: evaluator,
      organisation_id: home,
      role: 'evaluator',
      starts_on: '2020-01-01',
      created_at: now,
    },
  ])
  await insertRules(database, { home, host, judge: evaluator, now })
  const actor: Actor = {
    kind: 'person',
    personId: evaluator,
    grants: [
      {
        role: 'evaluator',
        organisationId: home,
        programmeId: null,
        objectId: null,
        via: 'appointment',
      },
    ],
  }
  const added = await site.services.runner.perform({ actor, now, language: 'en' }, (work) =>
    addTranscript(work, { ...transcript, enrolmentId, hostOrganisationId: host }),
  )
  if (isRefused(added)) throw new Error(JSON.stringify(added))
  return { evaluator, caseId: added.caseId, organisations, programmes, host }
}

const transcript: Omit<Parameters<typeof addTranscript>[1], 'enrolmentId' | 'hostOrganisationId'> =
  {
    format: 'hand',
    fileId: null,
    scanFileId: null,
    issuedOn: '2026-07-01',
    holder: {},
    problems: [],
    lines: Array.from({ length: linesEach }, (_each, place) => ({
      code: `H${place}`,
      title: { en: `Course number ${place}`, 'zh-Hans': `第${place}门课程` },
      credit: Fraction.of(3),
      creditSchemeId: null,
      hours: { lecture: Fraction.of(48) },
      grade: 'A',
      status: 'passed',
      completedOn: '2026-06-15',
      term: '2025/2026-2',
    })),
  }

/** Rules and equivalences between two schools, as a registrar would have written them: courses H0 to H9 count as C0 to C9. */
export async function insertRules(
  database: Database,
  { home, host, judge, now }: { home: string; host: string; judge: string; now: Date },
): Promise<void> {
  const id = randomUUIDv7()
  await database.execute(
    `insert into recognition_rule_sets (id, version, home_organisation_id, valid_from, definition, published_at)
     values ($1, 1, $2, '2020-01-01', $3, $4)`,
    [id, home, toStored({ ...ruleSet, id, homeInstitution: home }), now],
  )
  for (let place = 0; place < linesEach; place += 1) {
    const equivalence_id = randomUUIDv7()
    await insert(database, 'equivalences', [
      {
        id: equivalence_id,
        origin,
        home_organisation_id: home,
        host_organisation_id: host,
        content_share: '4/5',
        valid_from: '2020-01-01',
        judged_by: judge,
        judged_on: '2025-01-01',
      },
    ])
    await insert(database, 'equivalence_host_courses', [
      {
        equivalence_id,
        home_organisation_id: home,
        host_organisation_id: host,
        position: 0,
        requirement: 0,
        course_code: `H${place}`,
      },
    ])
    await insert(database, 'equivalence_home_courses', [
      {
        equivalence_id,
        home_organisation_id: home,
        position: 0,
        course_code: `C${place}`,
        titles: { en: `Home course ${place}` },
        credit: '3',
      },
    ])
  }
}

const ruleSet = {
  version: 1,
  name: { en: 'Rules of the benchmark' },
  validFrom: '2020-01-01',
  validTo: null,
  hostInstitution: null,
  degreeProgramme: null,
  intakeFrom: null,
  intakeTo: null,
  minimumContentShare: Fraction.of(3, 4),
  minimumGrade: null,
  maximumProgrammeShare: Fraction.of(1, 2),
  maximumAgeYears: 5,
  minimumClassHours: { hoursPerCredit: Fraction.of(15), minutesPerClassHour: 50 },
  termCap: null,
  totalCap: null,
  surplus: 'record-home',
  shortfall: { accept: Fraction.zero, beyond: 'needs-decision' },
  creditRule: { method: 'ratio', homePerHost: Fraction.of(1), source: null },
  rounding: null,
  gradeRule: { method: 'record', label: 'TR' },
  sources: [],
}

/** Fills up to so many stored transcripts with copies of the first, over all schools; one in twenty is open, the others are decided. */
export async function copyTranscripts(
  database: Database,
  school: School,
  wanted: number,
): Promise<{ transcripts: number }> {
  const stored = await database.execute('select count(*)::int as n from transcripts')
  const first = Number(stored.rows[0]?.['n'])
  const step = 10_000
  for (let from = first; from < wanted; from += step) {
    const until = Math.min(from + step, wanted) - 1
    await copyBatch(database, school, from, until)
  }
  for (const table of copied)
    await database.execute(`vacuum analyze ${table}`, [], { limitMilliseconds: 0 })
  return { transcripts: wanted }
}

const copied = [
  'persons',
  'enrolments',
  'transcripts',
  'transcript_lines',
  'recognition_cases',
  'case_lines',
  'case_home_courses',
]

/** An id for copy `n` of a kind, in SQL. */
const madeId = (kind: number, number: string) =>
  `('019a0000-00${kind.toString(16).padStart(2, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

async function copyBatch(
  database: Database,
  school: School,
  from: number,
  until: number,
): Promise<void> {
  const list = (ids: readonly string[]) =>
    `(array['${ids.join("','")}']::uuid[])[n % ${schools} + 1]`
  const series = `generate_series(${from}, ${until}) as n`
  const [organisation, programme] = [list(school.organisations), list(school.programmes)]
  const model = `(select * from recognition_cases where id = '${school.caseId}')`
  const statements = [
    `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
     select ${madeId(1, 'n')}, '${origin}', jsonb_build_object('native', 'N' || n, 'romanised', 'Student Number ' || n, 'passportGiven', 'Student', 'passportFamily', 'N' || n, 'order', 'given-first'),
       'n' || n, 'student number ' || n, 'en', 'Asia/Bangkok', 'active', true, '2026-01-01' from ${series}`,
    `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id, student_number, intake_year, starts_on)
     select ${madeId(2, 'n')}, '${origin}', ${madeId(1, 'n')}, ${organisation}, ${programme}, 'b' || n, 2024, '2024-08-01' from ${series}`,
    `insert into transcripts (id, origin, person_id, home_organisation_id, host_organisation_id, enrolment_id, format, content_sha256, created_at)
     select ${madeId(3, 'n')}, '${origin}', ${madeId(1, 'n')}, ${organisation}, '${school.host}', ${madeId(2, 'n')}, 'hand', 'copy ' || n, '2026-01-01' from ${series}`,
    `insert into transcript_lines (id, transcript_id, position, code, titles, credit, hours, grade, status, completed_on, term)
     select ${madeId(4, `n * ${linesEach} + l.position`)}, ${madeId(3, 'n')}, l.position, l.code, l.titles, l.credit, l.hours, l.grade, l.status, l.completed_on, l.term
     from ${series}, transcript_lines l where l.transcript_id = (select transcript_id from ${model} as model)`,
    `insert into recognition_cases (id, origin, number, transcript_id, person_id, enrolment_id, home_organisation_id, host_organisation_id, degree_programme_id, state, due_on,
       input_hash, evaluated_at, recognised_credit, lines_recognised, lines_refused, lines_open, created_at, decided_at)
     select ${madeId(5, 'n')}, '${origin}', 'B-' || n, ${madeId(3, 'n')}, ${madeId(1, 'n')}, ${madeId(2, 'n')}, ${organisation}, '${school.host}', ${programme},
       case when (n / ${schools}) % 20 = 0 then 'open' else 'decided' end, '2026-12-01', model.input_hash, model.evaluated_at, model.recognised_credit, model.lines_recognised, model.lines_refused,
       model.lines_open, '2026-01-01'::timestamptz + n * interval '1 minute', case when (n / ${schools}) % 20 = 0 then null else '2026-06-01'::timestamptz end
     from ${series}, ${model} as model`,
    `insert into case_lines (id, case_id, transcript_line_id, position, evaluation, verdict, home_course_code, home_course_titles, home_credit, recorded_grade, content_share)
     select ${madeId(6, `n * ${linesEach} + l.position`)}, ${madeId(5, 'n')}, ${madeId(4, `n * ${linesEach} + l.position`)}, l.position, l.evaluation, l.verdict, l.home_course_code,
       l.home_course_titles, l.home_credit, l.recorded_grade, l.content_share
     from ${series}, case_lines l where l.case_id = '${school.caseId}'`,
    `insert into case_home_courses (case_id, line_position, position, course_code, titles, credit, recorded_grade)
     select ${madeId(5, 'n')}, h.line_position, h.position, h.course_code, h.titles, h.credit, h.recorded_grade
     from ${series}, case_home_courses h where h.case_id = '${school.caseId}'`,
  ]
  for (const statement of statements)
    await database.execute(statement, [], { limitMilliseconds: 0 })
}

function organisationRow(id: string, place: number, now: Date) {
  return {
    id,
    origin,
    names: { en: `School number ${place}`, th: `โรงเรียนที่ ${place}` },
    country: 'TH',
    time_zone: 'Asia/Bangkok',
    currency: 'THB',
    invented: true,
    created_at: now,
  }
}

function programmeRow(id: string, organisation: string) {
  return {
    id,
    origin,
    organisation_id: organisation,
    code: 'B',
    names: { en: 'Bachelor' },
    level: 'bachelor',
    total_credit: '126',
    credit_scheme: 'thai',
  }
}

function personRow(id: string, place: number, now: Date) {
  const name = uniqueName(place)
  return {
    id,
    origin,
    name,
    native_key: name.native,
    romanised_key: name.romanised,
    preferred_language: 'en',
    time_zone: 'Asia/Bangkok',
    state: 'active',
    demonstration: true,
    registered_at: now,
  }
}

function enrolmentRow(row: {
  id: string
  person_id: string
  organisation_id: string
  degree_programme_id: string
}) {
  return { ...row, origin, student_number: 'a1', intake_year: 2024, starts_on: '2024-08-01' }
}
