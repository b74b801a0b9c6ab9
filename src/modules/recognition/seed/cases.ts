import { isRefused, type Work, type WorkContext } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, type DateOnly, Fraction } from '#kernel/values'
import { cast } from '#modules/alliance'
import type { TeachingHours, Titles, TranscriptLine } from '../rules/types.ts'
import { type AddTranscript, addTranscript } from '../service/add-transcript.ts'
import { changeLine, decideCase } from '../service/decide-case.ts'
import { releaseDecision } from '../service/final-decision.ts'
import { linesOf, seedCatalogues } from './catalogues.ts'
import { keepScan, receiveScan, seedCheck } from './checks.ts'

type Line = Omit<TranscriptLine, 'id'>

/** Who acts in a seeded case, and when. */
export interface Stage {
  by: (personId: string, at: Date) => Promise<WorkContext>
  daysAgo: (days: number) => Date
  today: DateOnly
}

/** What an evaluator puts in the place of the engine's finding. */
interface Settled {
  code: string
  homeCourse: string | null
  reason: string
  /** The same for whoever reads the statement's other half. */
  thai?: string
}

/** Two decided cases of last year: what the evaluator looks up when a similar one comes. */
export async function seedPrecedents(seeding: Seeding, stage: Stage): Promise<void> {
  const kanyarat: SeedCase = {
    enrolmentId: cast.enrolments.kanyarat,
    host: cast.organisations.pku,
    completedOn: addDays(stage.today, -500),
    term: '2024/2025-2',
    lines: `04330102|88
04330119|86
04340213|82
04340212|90
04330120|84`,
    typedFrom: 'paper',
  }
  await seedCase(seeding, stage, kanyarat, 340, [
    {
      code: '04330120',
      homeCourse: 'DA1101',
      reason:
        'The three credits carry 54 class hours and a portfolio of forty drawings was shown; content and level are those of DA1101.',
      thai: 'สามหน่วยกิตนี้มีชั่วโมงเรียน 54 ชั่วโมง และนักศึกษาได้แสดงแฟ้มผลงานภาพวาดสี่สิบภาพ เนื้อหาและระดับตรงกับ DA1101',
    },
  ])
  const thanawat = {
    enrolmentId: cast.enrolments.thanawat,
    host: cast.organisations.saebyeok,
    completedOn: addDays(stage.today, -510),
    term: '2025/2025-1',
    lines: `MAR202|A+
MAR303|B+
MAR304|A
MAR302|B`,
  }
  await seedCase(seeding, stage, thanawat, 325, [
    {
      code: 'MAR302',
      homeCourse: null,
      reason:
        'Your degree programme has no course in sound design that this could stand for. It stays on your transcript from Seoul.',
      thai: 'หลักสูตรของคุณไม่มีรายวิชาออกแบบเสียงที่รายวิชานี้จะเทียบได้ รายวิชานี้ยังคงอยู่ในใบแสดงผลการเรียนจากโซล',
    },
  ])
}

/** Open cases: one clear, one with a grade below the minimum, one with a course nobody knows; and one at the partner. */
export async function seedOpenCases(seeding: Seeding, stage: Stage): Promise<void> {
  const common = { completedOn: addDays(stage.today, -130), term: '2025/2026-2' }
  await seedCase(
    seeding,
    stage,
    {
      ...common,
      enrolmentId: cast.enrolments.kanyarat,
      host: cast.organisations.saebyeok,
      term: '2026/2026-1',
      lines: `MAR201|A
MAR204|A
TXT202|B+
TXT201|A+
CUL202|B+`,
    },
    9,
  )
  await seedCase(
    seeding,
    stage,
    {
      ...common,
      enrolmentId: cast.enrolments.thanawat,
      host: cast.organisations.pku,
      typedFrom: 'scan',
      lines: `04340203|91
04330123|78
04340222|65
04330117|84
04330101|86`,
    },
    5,
  )
  await seedCase(
    seeding,
    stage,
    {
      ...common,
      enrolmentId: cast.enrolments.ploy,
      host: cast.organisations.pku,
      lines: `04330102|93
04330109|88
04340209|90
04340220|85
04340204|87
04330999|95|2|敦煌数字化工作坊|Dunhuang Digital Workshop`,
    },
    2,
  )
  await seedCase(
    seeding,
    stage,
    {
      ...common,
      enrolmentId: cast.enrolments.wang,
      host: cast.organisations.au,
      term: '2026/2027-1',
      completedOn: addDays(stage.today, -40),
      lines: `CA3209|A
GE1101|B+
DA2204|A-`,
      registrar: cast.people.coordinatorPku,
    },
    1,
  )
}

/**
 * A summer in Peking of which two courses count only together, and nobody has compared them with the two at home yet:
 * a set that waits for one word. It comes last, so that the cases before it keep their numbers.
 */
export async function seedWaitingSet(seeding: Seeding, stage: Stage): Promise<void> {
  const summer: SeedCase = {
    enrolmentId: cast.enrolments.kanyarat,
    host: cast.organisations.pku,
    completedOn: addDays(stage.today, -100),
    term: '2025/2026-3',
    lines: `04340202|91
04340207|88
04340216|83`,
  }
  await seedCase(seeding, stage, summer, 1)
}

/**
 * Open cases of which rules and precedents have settled every line: what the page of cases to be decided together
 * shows. They come last, so that those before them keep their numbers.
 */
export async function seedReadyCases(seeding: Seeding, stage: Stage): Promise<void> {
  const { enrolments, organisations } = cast
  const completedOn = addDays(stage.today, -150)
  const cases: readonly [SeedCase, arrivedDaysAgo: number][] = [
    [
      {
        enrolmentId: enrolments.ploy,
        host: organisations.pku,
        completedOn,
        term: '2025/2026-1',
        lines: `04330119|91
04330127|85
04340214|88`,
      },
      4,
    ],
    [
      {
        enrolmentId: enrolments.thanawat,
        host: organisations.pku,
        completedOn,
        term: '2025/2026-1',
        lines: `04340209|88
04340213|92
04340216|61`,
      },
      4,
    ],
    [
      {
        enrolmentId: enrolments.kanyarat,
        host: organisations.pku,
        completedOn,
        term: '2025/2026-1',
        lines: `04340220|90
04340221|85`,
      },
      3,
    ],
  ]
  for (const [given, daysAgo] of cases) await seedCase(seeding, stage, given, daysAgo)
}

/**
 * A summer in Seoul that was decided this week: its credit waits for the registrar, who still has days for it. Last
 * year's precedents are on the record, or they would be overdue for a year.
 */
export async function seedFreshDecision(seeding: Seeding, stage: Stage): Promise<void> {
  const summer: SeedCase = {
    enrolmentId: cast.enrolments.ploy,
    host: cast.organisations.saebyeok,
    completedOn: addDays(stage.today, -95),
    term: '2025/2026-3',
    lines: `TXT201|A
CUL202|B+`,
  }
  await seedCase(seeding, stage, summer, 6, [])
}

interface SeedCase {
  enrolmentId: string
  host: string
  completedOn: DateOnly
  term: string
  /** Code and grade; of a course that no catalogue has, also credit and titles. */
  lines: string
  registrar?: string
  /** Typed by the registrar, beside a scan or from the paper; what was read from a table is not. */
  typedFrom?: 'scan' | 'paper'
}

async function seedCase(
  seeding: Seeding,
  stage: Stage,
  given: SeedCase,
  arrivedDaysAgo: number,
  settled?: readonly Settled[],
): Promise<void> {
  const { runner } = seeding
  const registrar = given.registrar ?? cast.people.registrarAu
  const arrived = await stage.by(registrar, stage.daysAgo(arrivedDaysAgo))
  const there = await caseOf(runner.reading(arrived), given)
  const caseId = there?.id ?? (await addCase(seeding, arrived, given))
  if (!settled || there?.state === 'decided') return
  const deciding = await stage.by(cast.people.evaluatorAu, stage.daysAgo(arrivedDaysAgo - 4))
  if (given.typedFrom) await seedCheck(seeding, deciding, caseId)
  for (const each of settled) await settle({ runner }, deciding, caseId, each)
  const { input_hash: inputHash } = await runner
    .reading(deciding)
    .read.selectFrom('recognition_cases')
    .select('input_hash')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const decided = await runner.perform(deciding, (work) =>
    decideCase(work, { caseId, inputHash: inputHash ?? '' }),
  )
  if (isRefused(decided)) throw new Error(`a seeded case was not decided: ${decided.message.key}`)
  const final = { ...deciding, now: decided.releasedAt }
  await runner.perform(final, (work) => releaseDecision(work, decided.decisionId))
}

async function caseOf(work: Work, given: SeedCase) {
  return work.read
    .selectFrom('recognition_cases')
    .select(['id', 'state'])
    .where('enrolment_id', '=', given.enrolmentId)
    .where('host_organisation_id', '=', given.host)
    .where('transcript_id', 'in', (eb) =>
      eb.selectFrom('transcript_lines').select('transcript_id').where('term', '=', given.term),
    )
    .executeTakeFirst()
}

async function addCase(seeding: Seeding, arrived: WorkContext, given: SeedCase): Promise<string> {
  const { runner } = seeding
  const scan = given.typedFrom === 'scan' ? await receiveScan(seeding) : null
  const added = await runner.perform(arrived, async (work) =>
    addTranscript(work, {
      ...transcriptOf(given, addDays(given.completedOn, 30)),
      ...(given.typedFrom ? { format: 'hand' as const } : {}),
      ...(scan ? { scanFileId: await keepScan(work, seeding, scan) } : {}),
    }),
  )
  if (isRefused(added)) throw new Error(`a seeded transcript was refused: ${added.message.key}`)
  return added.caseId
}

async function settle(
  { runner }: Pick<Seeding, 'runner'>,
  context: WorkContext,
  caseId: string,
  given: Settled,
): Promise<void> {
  const line = await runner
    .reading(context)
    .read.selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select('l.id')
    .where('l.case_id', '=', caseId)
    .where('t.code', '=', given.code)
    .executeTakeFirstOrThrow()
  const changed = await runner.perform(context, (work) =>
    changeLine(work, {
      caseId,
      lineId: line.id,
      verdict: given.homeCourse === null ? 'refused' : 'recognised',
      homeCourseCode: given.homeCourse,
      homeCredit: null,
      recordedGrade: given.homeCourse === null ? null : 'TR',
      contentShare: null,
      reason: given.reason,
      reasonLanguage: 'en',
      secondReason: given.thai === undefined ? null : { text: given.thai, language: 'th' },
      creditReason: given.reason,
    }),
  )
  if (isRefused(changed)) throw new Error(`a seeded line was not changed: ${changed.message.key}`)
}

function transcriptOf(given: SeedCase, issuedOn: DateOnly): AddTranscript {
  return {
    enrolmentId: given.enrolmentId,
    hostOrganisationId: given.host,
    format: 'table',
    fileId: null,
    scanFileId: null,
    issuedOn,
    holder: {},
    problems: [],
    lines: linesOf(given.lines).map((cells) => lineOf(given, cells)),
  }
}

function lineOf(given: SeedCase, [code, grade, credit, zh, en]: string[]): Line {
  const known = catalogueLine(given.host, code!)
  return {
    code: code!,
    title: known?.titles ?? { 'zh-Hans': zh!, en: en! },
    credit: Fraction.parse(known?.credit ?? credit!),
    creditSchemeId: null,
    hours: known?.hours ?? null,
    grade: grade!,
    status: 'passed',
    completedOn: given.completedOn,
    term: given.term,
  }
}

function catalogueLine(
  host: string,
  code: string,
): { titles: Titles; credit: string; hours: TeachingHours | null } | null {
  const catalogue = seedCatalogues.find((each) => each.organisationId === host)
  const row = catalogue?.rows.find((each) => each[0] === code)
  if (!row) return null
  switch (host) {
    case cast.organisations.pku: {
      const lecture = Fraction.parse(row[4]!)!
      return { titles: { 'zh-Hans': row[1]!, en: row[2]! }, credit: row[3]!, hours: { lecture } }
    }
    case cast.organisations.saebyeok:
      return { titles: { ko: row[1]!, en: row[2]! }, credit: row[3]!, hours: weekly(row[4]!, 15) }
    default: {
      const [lecture, practice] = row[3]!.match(/\d+/g)!.slice(1)
      const hours: TeachingHours = { lecture: Fraction.of(Number(lecture) * 15) }
      if (practice !== '0') hours.practice = Fraction.of(Number(practice) * 15)
      return { titles: { en: row[1]!, th: row[2]! }, credit: row[3]![0]!, hours }
    }
  }
}

function weekly(text: string, weeks: number): TeachingHours {
  const hours: TeachingHours = {}
  for (const [, kind, amount] of text.matchAll(/(LECT|STU) (\d+)/g)) {
    hours[kind === 'LECT' ? 'lecture' : 'practice'] = Fraction.of(Number(amount) * weeks)
  }
  return hours
}
