import { isRefused, type Actor, type Database } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { publishedCreditSchemes } from '../../src/modules/recognition/rules/credit-schemes.ts'
import { publishedGradeScales } from '../../src/modules/recognition/rules/grade-scales.ts'
import { addTranscript } from '../../src/modules/recognition/service/add-transcript.ts'
import { decideCase, withdrawCase } from '../../src/modules/recognition/service/decide-case.ts'
import { toStored } from '../../src/modules/recognition/stored.ts'
import type { Site } from '../../src/app.ts'
import { gradeTables, insertGradeTables } from './grade-tables.ts'
import { insertContent, type WorldQuestion } from './content.ts'
import { insertAppeals, type WorldAppeal } from './appeals.ts'
import { insertEvidence, type WorldEvidence } from './evidence.ts'
import { insertPlans, type WorldPlan } from './plans.ts'
import { insertArchives, type WorldArchive } from './archives.ts'
import { insertEmrex } from './emrex.ts'
import { insertSigners } from './signers.ts'
import { idOf, insert } from './rows.ts'
import { equivalenceThings, insertQuestions } from './world-equivalences.ts'
import { insertOffice, insertOfficeWork, officeThings } from './world-office.ts'
import { insertDrafts, type WorldDraft } from './world-drafts.ts'
import { insertMails } from './world-mail.ts'
import { insertCalls } from './world-calls.ts'
import { insertObjects } from './world-exhibitions.ts'
import { insertShows } from './world-shows.ts'
import { insertMobilities } from './world-mobility.ts'
import { insertVisits } from './world-visits.ts'
import { insertMentorship } from './world-mentorship.ts'
import { insertInternships } from './world-internships.ts'
import { insertRequests, privacyThings } from './world-privacy.ts'
import { enrolmentOf, insertPeople, places, subjects, viewers } from './viewers.ts'

const origin = 'matrix.example'

/** The ids of single things of the world. */
export const things = {
  programme: idOf(8, 1),
  year: idOf(8, 2),
  initiative: idOf(8, 3),
  ruleSets: { home: idOf(9, 1), other: idOf(9, 2) },
  equivalences: { right: idOf(9, 3), wrong: idOf(9, 4), general: idOf(9, 5), other: idOf(9, 6) },
  catalogues: { home: idOf(9, 7), other: idOf(9, 8), published: idOf(9, 11) },
  course: { id: idOf(9, 12), code: 'H-1' },
  mailboxes: { home: idOf(9, 9), other: idOf(9, 10) },
  unitElsewhere: idOf(48, 1),
  scheme: idOf(9, 13),
  scale: idOf(9, 14),
  scaleAbroad: idOf(9, 15),
  schemeUses: { home: idOf(9, 16), other: idOf(9, 17) },
  correspondences: { home: idOf(9, 18), other: idOf(9, 19) },
  ...gradeTables,
  ...officeThings,
  ...privacyThings,
  ...equivalenceThings,
} as const

/** A case of the world, as the tables have it at the start. */
export interface WorldCase {
  id: string
  number: string
  line: string
  /** The hash of what the evaluation was made of: what a decision must name. */
  basis: string
  person: string
  organisation: string
  programme: string
  decider: string | null
  creator: string
  /** The unit that is asked about its line. */
  askedUnit: string | null
  state: 'open' | 'decided' | 'withdrawn'
}

/** What of the world the tests must know. */
export interface World {
  cases: WorldCase[]
  plans: WorldPlan[]
  drafts: WorldDraft[]
  archives: WorldArchive[]
  questions: WorldQuestion[]
  evidence: WorldEvidence[]
  appeals: WorldAppeal[]
}

/** Fills the tables: two schools with their people, and one of everything that a route can be about. */
export async function makeWorld(site: Site, now: Date): Promise<World> {
  const { database } = site.house
  await insertSchools(database, now)
  await insertPeople(database, now)
  await insertAlliance(database, now)
  await insertRecognition(database, now)
  await insertCatalogue(database, now)
  await insertSchemes(database)
  await insertOffice(database, now)
  await insertRequests(database, now)
  await insertMails(database, now)
  await insertSigners(database, now)
  await insertEmrex(database, now)
  await insertCalls(database, now)
  await insertObjects(database, now)
  await insertShows(database, now)
  await insertMobilities(database, now)
  await insertVisits(database, now)
  await insertMentorship(database, now)
  await insertInternships(database, now)
  const cases = [
    await makeCase(site, now, subjects.student, 'open'),
    await makeCase(site, now, subjects.student, 'decided'),
    await makeCase(site, now, subjects.student, 'withdrawn'),
    await makeCase(site, now, subjects.studentOfWrong, 'open'),
    await makeCase(site, now, subjects.studentElsewhere, 'open'),
    await makeCase(site, now, subjects.evaluatorWhoStudies, 'open'),
    await makeCase(site, now, subjects.principal, 'open'),
  ]
  await insertOfficeWork(database, now, cases[0]!)
  return {
    cases,
    plans: await insertPlans(database, now),
    drafts: await insertDrafts(database, now),
    archives: await insertArchives(database, now),
    questions: await insertContent(database, now, cases),
    evidence: await insertEvidence(database, now, cases),
    appeals: await insertAppeals(database, now, cases),
  }
}

async function insertSchools(database: Database, now: Date): Promise<void> {
  const { home, other, host } = places
  for (const [name, id] of Object.entries({ home, other, host })) {
    await insert(database, 'organisations', [
      {
        id,
        origin,
        names: { en: `School ${name}` },
        country: 'TH',
        time_zone: 'Asia/Bangkok',
        currency: 'THB',
        invented: true,
        created_at: now,
      },
    ])
  }
  const owners = { right: places.home, wrong: places.home, elsewhere: places.other } as const
  for (const [name, owner] of Object.entries(owners)) {
    await insert(database, 'degree_programmes', [
      {
        id: places[name as keyof typeof owners],
        origin,
        organisation_id: owner,
        code: name,
        names: { en: `Programme ${name}` },
        level: 'bachelor',
        total_credit: '126',
        credit_scheme: 'thai',
      },
    ])
  }
  for (const [number, id] of [places.unit, places.anotherUnit].entries()) {
    await insert(database, 'units', [
      { id, origin, organisation_id: places.home, names: { en: `Unit ${number}` } },
    ])
  }
  await insert(database, 'units', [
    { id: things.unitElsewhere, origin, organisation_id: places.other, names: { en: 'Unit' } },
  ])
  for (const at of ['home', 'other'] as const) {
    await insert(database, 'office_mailboxes', [
      {
        id: things.mailboxes[at],
        organisation_id: places[at],
        address: `${at}@matrix.example`,
        role: 'coordinator',
      },
    ])
  }
}

async function insertAlliance(database: Database, now: Date): Promise<void> {
  const period = { starts_on: '2026-01-01', ends_on: '2026-12-31' }
  await insert(database, 'alliance_programmes', [
    {
      id: things.programme,
      origin,
      code: 'MATRIX',
      names: { en: 'Programme of the matrix' },
      lead_organisation_id: places.home,
      starts_on: '2026-01-01',
      created_at: now,
    },
  ])
  await insert(database, 'programme_years', [
    { id: things.year, programme_id: things.programme, year: 2026, ...period },
  ])
  for (const [number, [person, organisation]] of participants.entries()) {
    await insert(database, 'cohort_members', [
      {
        id: idOf(10, number + 1),
        programme_id: things.programme,
        programme_year_id: things.year,
        person_id: person,
        organisation_id: organisation,
        enrolment_id: enrolmentOf(person),
        joined_on: '2026-01-01',
      },
    ])
  }
  await insert(database, 'initiatives', [
    {
      id: things.initiative,
      origin,
      kind: 'archive',
      names: { en: 'Initiative of the matrix' },
      lead_organisation_id: places.home,
      starts_on: '2026-01-01',
      created_at: now,
    },
  ])
}

/** The participants of the one year. */
export const participants = [
  [subjects.student, places.home],
  [subjects.studentElsewhere, places.other],
] as const

async function insertRecognition(database: Database, now: Date): Promise<void> {
  const judge = subjects.principal
  for (const at of ['home', 'other'] as const) {
    const id = things.ruleSets[at]
    await database.execute(
      `insert into recognition_rule_sets (id, version, home_organisation_id, valid_from, definition, published_at)
       values ($1, 1, $2, '2020-01-01', $3, $4)`,
      [id, places[at], toStored({ ...ruleSet, id, homeInstitution: places[at] }), now],
    )
    await insert(database, 'catalogues', [
      {
        id: things.catalogues[at],
        origin,
        organisation_id: places[at],
        file_name: 'courses.csv',
        format: 'csv',
        mapping: {},
        state: 'ready',
        created_at: now,
      },
    ])
  }
  const programmes = {
    right: places.right,
    wrong: places.wrong,
    general: null,
    other: places.elsewhere,
  }
  for (const [name, programme] of Object.entries(programmes)) {
    await insert(database, 'equivalences', [
      {
        id: things.equivalences[name as keyof typeof programmes],
        origin,
        home_organisation_id: name === 'other' ? places.other : places.home,
        host_organisation_id: places.host,
        degree_programme_id: programme,
        valid_from: '2020-01-01',
        judged_by: judge,
        judged_on: '2025-01-01',
      },
    ])
    const equivalence_id = things.equivalences[name as keyof typeof programmes]
    const home_organisation_id = name === 'other' ? places.other : places.home
    await insert(database, 'equivalence_host_courses', [
      {
        equivalence_id,
        home_organisation_id,
        host_organisation_id: places.host,
        position: 0,
        requirement: 0,
        course_code: `H-${name}`,
      },
    ])
    await insert(database, 'equivalence_home_courses', [
      { equivalence_id, home_organisation_id, position: 0, course_code: `C-${name}`, credit: '3' },
    ])
  }
  await insertQuestions(database, now)
}

/** The catalogue that anybody signed in may look into: the host's, with one course. */
async function insertCatalogue(database: Database, now: Date): Promise<void> {
  const catalogue = { catalogue_id: things.catalogues.published, organisation_id: places.host }
  await insert(database, 'catalogues', [
    {
      id: catalogue.catalogue_id,
      origin,
      organisation_id: places.host,
      file_name: 'courses.csv',
      format: 'csv',
      mapping: {},
      state: 'published',
      created_at: now,
      published_at: now,
    },
  ])
  await insert(database, 'current_catalogues', [catalogue])
  await insert(database, 'courses', [
    {
      ...catalogue,
      ...things.course,
      titles: { en: 'A course' },
      credit: '3',
      row_number: 2,
      search_text: 'h-1 a course',
    },
  ])
}

/** A scheme and two scales that all schools share, and what each school says of them. */
async function insertSchemes(database: Database): Promise<void> {
  const [scheme] = publishedCreditSchemes
  const [scale, abroad] = publishedGradeScales
  const stored = [
    ['credit_schemes', things.scheme, scheme],
    ['grade_scales', things.scale, scale],
    ['grade_scales', things.scaleAbroad, abroad],
  ] as const
  for (const [table, id, definition] of stored) {
    await database.execute(`insert into ${table} (id, definition) values ($1, $2)`, [
      id,
      toStored({ ...definition, id }),
    ])
  }
  for (const at of ['home', 'other'] as const) {
    await insert(database, 'institution_schemes', [
      {
        id: things.schemeUses[at],
        organisation_id: places[at],
        credit_scheme_id: things.scheme,
        grade_scale_id: things.scale,
        intake_from: 2000,
      },
    ])
    await insert(database, 'grade_correspondences', [
      {
        id: things.correspondences[at],
        home_organisation_id: places[at],
        host_scale_id: things.scaleAbroad,
        home_scale_id: things.scale,
        host_grade: 'C',
        home_grade: 'C',
      },
    ])
    await insertGradeTables(database, at, { scale: things.scale, scaleAbroad: things.scaleAbroad })
  }
}

const ruleSet = {
  version: 1,
  name: { en: 'Rules of the matrix' },
  validFrom: '2020-01-01',
  validTo: null,
  hostInstitution: null,
  degreeProgramme: null,
  intakeFrom: null,
  intakeTo: null,
  minimumContentShare: null,
  minimumGrade: null,
  maximumProgrammeShare: null,
  maximumAgeYears: null,
  minimumClassHours: null,
  termCap: null,
  totalCap: null,
  surplus: 'record-home',
  shortfall: { accept: Fraction.zero, beyond: 'needs-decision' },
  creditRule: { method: 'hours' },
  rounding: null,
  gradeRule: { method: 'record', label: 'TR' },
  sources: [],
}

let brought = 0

/** A case by the module's own verbs: a failed course, so that it is refused and the case can be decided. */
async function makeCase(
  site: Site,
  now: Date,
  person: string,
  state: WorldCase['state'],
): Promise<WorldCase> {
  const isElsewhere = person === subjects.studentElsewhere
  const organisation = isElsewhere ? places.other : places.home
  const programme =
    person === subjects.studentOfWrong
      ? places.wrong
      : isElsewhere
        ? places.elsewhere
        : places.right
  const evaluator: Actor = {
    kind: 'person',
    personId: viewers.find(({ label }) => label === 'evaluator here')!.who.person!,
    grants: [
      {
        role: 'evaluator',
        organisationId: organisation,
        programmeId: null,
        objectId: null,
        via: 'appointment',
      },
    ],
  }
  const perform = <T>(verb: Parameters<typeof site.services.runner.perform<T>>[1]) =>
    site.services.runner.perform({ actor: evaluator, now, language: 'en' }, verb)
  const added = await perform((work) =>
    addTranscript(work, {
      enrolmentId: enrolmentOf(person),
      hostOrganisationId: places.host,
      format: 'hand',
      fileId: null,
      scanFileId: null,
      issuedOn: null,
      holder: {},
      problems: [],
      lines: [
        {
          code: `X${(brought += 1)}`,
          title: { en: 'A course' },
          credit: Fraction.of(3),
          creditSchemeId: null,
          hours: null,
          grade: 'F',
          status: 'failed',
          completedOn: '2026-01-01',
          term: null,
        },
      ],
    }),
  )
  if (isRefused(added)) throw new Error(JSON.stringify(added))
  const id = added.caseId
  const row = await site.house.database.kysely
    .selectFrom('recognition_cases as c')
    .innerJoin('case_lines as l', 'l.case_id', 'c.id')
    .select(['l.id as line', 'c.input_hash'])
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow()
  const done =
    state === 'decided'
      ? await perform((work) => decideCase(work, { caseId: id, inputHash: row.input_hash ?? '' }))
      : state === 'withdrawn'
        ? await perform((work) => withdrawCase(work, { caseId: id, reason: 'It was a mistake.' }))
        : null
  if (isRefused(done)) throw new Error(JSON.stringify(done))
  return {
    id,
    number: added.number,
    line: row.line,
    basis: row.input_hash ?? '',
    person,
    organisation,
    programme,
    decider: state === 'decided' ? evaluator.personId : null,
    creator: evaluator.personId,
    askedUnit: null,
    state,
  }
}
