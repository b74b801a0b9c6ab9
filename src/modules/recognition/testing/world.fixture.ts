import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { createPolicy, type Policy } from '#kernel/access'
import { appendEntries } from '#kernel/chronicle'
import {
  createWorkRunner,
  type Database,
  isRefused,
  type Refusal,
  type Work,
  type WorkContext,
  type WorkRunner,
} from '#kernel/database'
import { taskRules } from '#kernel/tasks'
import { Fraction, type PersonName } from '#kernel/values'
import { alliance, cast, grantsOf } from '#modules/alliance'
import { testDatabase } from '../../../../test/harness/database.ts'
import { recognitionRules } from '../policy.ts'
import { publishedCreditSchemes } from '../rules/credit-schemes.ts'
import { publishedGradeScales } from '../rules/grade-scales.ts'
import { publishedRuleSets } from '../rules/policy.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'
import type { AddTranscript } from '../service/add-transcript.ts'
import { toStored } from '../stored.ts'
import { standing } from './equivalences.fixture.ts'

const part = (name: string) => ({
  name,
  directory: new URL(`../../../kernel/${name}/migrations/`, import.meta.url),
})

const base = await testDatabase([
  ...['jobs', 'chronicle', 'files', 'mail', 'identity', 'tasks', 'notices', 'search', 'http'].map(
    part,
  ),
  { name: 'alliance', directory: new URL('../../alliance/migrations/', import.meta.url) },
  { name: 'recognition', directory: new URL('../migrations/', import.meta.url) },
])

export const now = new Date('2026-11-22T03:00:00Z')
export const { organisations, people, enrolments } = cast
const programmes = cast.degreeProgrammes
const id = randomUUIDv7

/** Two institutions, a degree programme of each, their people and rules, on a database. */
export interface World {
  database: Database
  runner: WorkRunner
  policy: Policy
  context(personId: string, at?: Date): Promise<WorkContext>
  /** Runs a verb as a person with the rights that their appointments give. */
  as<T>(personId: string, verb: (work: Work) => Promise<T>, at?: Date): Promise<T>
  rows(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>
}

/** Runs a test in a world on a transaction that is rolled back. */
export function inWorld(run: (world: World) => Promise<void>): () => Promise<void> {
  return () => base.withRollback((_kysely, database) => populated(database).then(run))
}

/** Runs a test in a world of its own, where transactions commit and race. */
export function inOwnWorld(run: (world: World) => Promise<void>): () => Promise<void> {
  return async () => {
    const world = await populated(await base.clone())
    // Connections are opened beforehand, or the first transaction would be over before the second begins.
    await Promise.all(Array.from({ length: 4 }, () => world.rows('select pg_sleep(0.05)')))
    await run(world)
  }
}

/** The value, when the verb did not refuse. */
export function accepted<T>(value: T | Refusal): T {
  assert.ok(!isRefused(value), isRefused(value) ? `refused: ${value.message.key}` : '')
  return value as T
}

/** Status and message key of a refusal, or 'accepted'. */
export function refusalOf(value: unknown): string {
  return isRefused(value) ? `${value.status} ${value.message.key}` : 'accepted'
}

/** Lets the world's people be found by name: what the alliance does when it hears of them. */
export async function indexPeople({ runner }: World): Promise<void> {
  const handler = alliance.handlers.find(({ name }) => name === 'alliance.search-people')
  assert.ok(handler)
  const context = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
  for (const [personId] of persons) {
    const entry = { personId, data: {} } as Parameters<typeof handler.handle>[1]
    await runner.perform(context, (work) => handler.handle(work, entry))
  }
}

async function populated(database: Database): Promise<World> {
  const policy = createPolicy([...recognitionRules, ...taskRules])
  const runner = createWorkRunner(database, { append: appendEntries, decisions: policy })
  const context = async (personId: string, at = now): Promise<WorkContext> => ({
    actor: {
      kind: 'person',
      personId,
      grants: await grantsOf(database.kysely, personId, at),
    },
    now: at,
    language: 'en',
  })
  const world: World = {
    database,
    runner,
    policy,
    context,
    as: async (personId, verb, at) => runner.perform(await context(personId, at), verb),
    rows: async (text, parameters) => (await database.execute(text, parameters)).rows,
  }
  await institutions(world)
  await personsAndOffices(world)
  await enrolmentsOf(world)
  await schemesAndScales(world)
  await publishRules(world, auRules)
  await catalogueOf(world)
  await equivalencesOf(world)
  return world
}

const persons: readonly [id: string, native: string, romanised: string, born: string | null][] = [
  [people.evaluatorAu, 'ประเสริฐ ชัยพร', 'Prasert Chaiyaporn', null],
  [people.registrarAu, 'ศิริพร แก้วตา', 'Siriporn Kaewta', null],
  [people.coordinatorAu, 'ณัฐญา วงศ์ศิริ', 'Nattaya Wongsiri', null],
  // An evaluator for another degree programme only, and one who is a student too.
  [people.academicMentorAu, 'วิภาดา ศรชัย', 'Wipada Sornchai', null],
  [people.studentThanawat, 'ธนวัฒน์ บุญมี', 'Thanawat Boonmee', null],
  [people.studentPloy, 'พิมพ์ชนก รัตนกุล', 'Pimchanok Rattanakul', '2005-03-14'],
  [people.evaluatorPku, '陈书文', 'Chen Shuwen', null],
]

const appointments: readonly [
  person: string,
  role: string,
  at: string,
  programme: string | null,
][] = [
  [people.evaluatorAu, 'evaluator', organisations.au, null],
  [people.registrarAu, 'registrar', organisations.au, null],
  [people.coordinatorAu, 'coordinator', organisations.au, null],
  [people.academicMentorAu, 'evaluator', organisations.au, programmes.auCommunication],
  [people.studentThanawat, 'evaluator', organisations.au, null],
  [people.evaluatorPku, 'evaluator', organisations.pku, null],
]

async function institutions({ database: { kysely: tx } }: World): Promise<void> {
  const organisation = (key: string, names: object, country: string, time_zone: string) => ({
    id: key,
    origin: 'test.example',
    names: JSON.stringify(names),
    country,
    time_zone,
    currency: 'THB',
    created_at: now,
  })
  await tx
    .insertInto('organisations')
    .values([
      organisation(
        organisations.au,
        { en: 'Assumption University of Thailand', th: 'มหาวิทยาลัยอัสสัมชัญ', 'zh-Hans': '易三仓大学' },
        'TH',
        'Asia/Bangkok',
      ),
      organisation(
        organisations.pku,
        { en: 'Peking University', 'zh-Hans': '北京大学' },
        'CN',
        'Asia/Shanghai',
      ),
      organisation(organisations.ruc, { en: 'Renmin University of China' }, 'CN', 'Asia/Shanghai'),
    ] as never)
    .execute()
  const programme = (key: string, at: string, code: string, names: object, total: string) => ({
    id: key,
    origin: 'test.example',
    organisation_id: at,
    code,
    names: JSON.stringify(names),
    level: 'bachelor',
    total_credit: total,
    credit_scheme: 'th',
  })
  await tx
    .insertInto('degree_programmes')
    .values([
      programme(
        programmes.auDigitalArts,
        organisations.au,
        'BFA-DA',
        { en: 'Digital Arts', th: 'ดิจิทัลอาร์ต' },
        '24',
      ),
      programme(
        programmes.auCommunication,
        organisations.au,
        'BA-CA',
        { en: 'Communication' },
        '126',
      ),
    ] as never)
    .execute()
}

async function personsAndOffices({ database: { kysely: tx } }: World): Promise<void> {
  await tx
    .insertInto('persons')
    .values(
      persons.map(([key, native, romanised, born]) => ({
        id: key,
        origin: 'test.example',
        name: JSON.stringify(nameOf(native, romanised)),
        native_key: native,
        romanised_key: romanised.toLowerCase(),
        birth_date: born,
        preferred_language: 'th' as const,
        time_zone: 'Asia/Bangkok',
        state: 'active' as const,
        merged_into: null,
        demonstration: true,
        registered_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('appointments')
    .values(
      appointments.map(([person_id, role, organisation_id, degree_programme_id]) => ({
        id: id(),
        person_id,
        role,
        organisation_id,
        degree_programme_id,
        starts_on: '2020-01-01',
        created_at: now,
      })) as never,
    )
    .execute()
}

async function enrolmentsOf({ database: { kysely: tx } }: World): Promise<void> {
  const enrolment = (key: string, person_id: string, student_number: string) => ({
    id: key,
    origin: 'test.example',
    person_id,
    organisation_id: organisations.au,
    degree_programme_id: programmes.auDigitalArts,
    student_number,
    intake_year: 2023,
    starts_on: '2023-08-01',
  })
  await tx
    .insertInto('enrolments')
    .values([
      enrolment(enrolments.ploy, people.studentPloy, '6510001'),
      enrolment(enrolments.thanawat, people.studentThanawat, '6510002'),
    ] as never)
    .execute()
}

function nameOf(native: string, romanised: string): PersonName {
  const [given = '', family = ''] = romanised.split(' ')
  return { native, romanised, passportGiven: given, passportFamily: family, order: 'given-first' }
}

/** Host course, home course, its credit, share of the content. */
const courses: readonly [host: string, home: string, credit: string, share: string][] = [
  ['PKU101', 'DA1101', '3', '4/5'],
  ['PKU102', 'DA1102', '3', '9/10'],
  ['PKU103', 'DA1103', '3', '1/2'],
  ['PKU104', 'DA1104', '3', '1'],
  ['PKU105', 'DA1105', '3', '1'],
  ['PKU106', 'DA1106', '3', '1'],
]

/** The rules that Assumption University publishes, for this degree programme of 24 credits: at most 12. */
export const auRules: RecognitionRuleSet = {
  ...publishedRuleSets.find((each) => each.id === 'au-transfer')!,
  id: '01980000-0020-7000-8000-0000000000aa',
  homeInstitution: organisations.au,
}

async function schemesAndScales({ database: { kysely: tx } }: World): Promise<void> {
  await tx
    .insertInto('credit_schemes')
    .values(
      publishedCreditSchemes.map((each) => ({
        id: each.id,
        organisation_id: null,
        definition: toStored(each),
      })),
    )
    .execute()
  await tx
    .insertInto('grade_scales')
    .values(
      publishedGradeScales.map((each) => ({
        id: each.id,
        organisation_id: null,
        intake_from: each.intakeFrom,
        intake_to: each.intakeTo,
        definition: toStored(each),
      })),
    )
    .execute()
  const side = (organisation_id: string, credit_scheme_id: string, grade_scale_id: string) => ({
    id: id(),
    organisation_id,
    credit_scheme_id,
    grade_scale_id,
    intake_from: 2000,
    intake_to: null,
  })
  await tx
    .insertInto('institution_schemes')
    .values([
      side(organisations.au, 'th', 'au'),
      side(organisations.pku, 'cn-16', 'pku-until-2024'),
    ])
    .execute()
  await tx
    .insertInto('grade_correspondences')
    .values({
      id: id(),
      home_organisation_id: organisations.au,
      host_scale_id: 'pku-until-2024',
      home_scale_id: 'au',
      host_grade: '70',
      home_grade: 'C',
      source: null,
    })
    .execute()
}

async function equivalencesOf({ database: { kysely } }: World): Promise<void> {
  for (const [host, home, credit, share] of courses) {
    await standing(kysely, { hosts: [[host]], homes: [[home, credit]], share })
  }
}

/** Puts a version of rules into force. */
export async function publishRules({ database }: World, rules: RecognitionRuleSet): Promise<void> {
  await database.kysely
    .insertInto('recognition_rule_sets')
    .values({
      id: rules.id,
      version: rules.version,
      home_organisation_id: rules.homeInstitution,
      host_organisation_id: rules.hostInstitution,
      degree_programme_id: rules.degreeProgramme,
      intake_from: rules.intakeFrom,
      intake_to: rules.intakeTo,
      valid_from: rules.validFrom,
      valid_to: rules.validTo,
      definition: toStored(rules),
      published_at: now,
      published_by: null,
    })
    .execute()
}

async function catalogueOf({ database: { kysely: tx } }: World): Promise<void> {
  const catalogue_id = id()
  await tx
    .insertInto('catalogues')
    .values({
      id: catalogue_id,
      origin: 'test.example',
      organisation_id: organisations.au,
      file_name: 'courses.csv',
      format: 'csv',
      encoding: null,
      file_id: null,
      mapping: '{}',
      state: 'published',
      rows_expected: null,
      failure: null,
      imported_by: null,
      created_at: now,
      finished_at: now,
      published_at: now,
    })
    .execute()
  await tx
    .insertInto('courses')
    .values(
      [
        ...courses.map(([, home, credit]) => [home, credit] as const),
        ['DA 4000', '3'] as const,
      ].map(([code, credit], row_number) => ({
        id: id(),
        catalogue_id,
        organisation_id: organisations.au,
        code,
        titles: JSON.stringify({ en: `Home ${code}`, th: `วิชา ${code}` }),
        credit,
        hours: null,
        unit_name: null,
        unit_id: null,
        level: null,
        language_of_instruction: null,
        row_number,
        search_text: code.toLowerCase(),
      })),
    )
    .execute()
  await tx
    .insertInto('current_catalogues')
    .values({ organisation_id: organisations.au, catalogue_id })
    .execute()
}

/** A transcript of Peking University: code and grade of each line, with enough hours for 3 home credits. */
export function transcript(
  lines: readonly (readonly [code: string, grade: string | null])[],
  rest: Partial<AddTranscript> = {},
): AddTranscript {
  return {
    enrolmentId: enrolments.ploy,
    hostOrganisationId: organisations.pku,
    format: 'table',
    fileId: null,
    scanFileId: null,
    issuedOn: '2026-07-20',
    holder: {},
    problems: [],
    lines: lines.map(([code, grade]) => ({
      code,
      title: { 'zh-Hans': `课程 ${code}`, en: `Course ${code}` },
      credit: Fraction.of(3),
      creditSchemeId: null,
      hours: { lecture: Fraction.of(60) },
      grade,
      status: 'passed' as const,
      completedOn: '2026-06-30',
      term: '2025/2026-2',
    })),
    ...rest,
  }
}

/** Four lines that show what the rules do: recognised twice, too little content, no equivalence. */
export const mixedLines = [
  ['PKU101', '88'],
  ['PKU102', '91'],
  ['PKU103', '85'],
  ['PKU999', '90'],
] as const
