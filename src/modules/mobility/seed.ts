import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import {
  academicYearOf,
  addDays,
  type DateOnly,
  dateInZone,
  shiftAcademicYear,
} from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { makeAgreement, recordCopy } from '#modules/agreements'
import { renderPdf } from '#kernel/documents'
import { receiveFile } from '#kernel/files'
import { learningAgreementPdf } from './documents/learning-agreement.ts'
import { learningAgreementOf } from './queries/learning-agreements.ts'
import { stayById } from './queries/stays.ts'
import type { LearningTable } from './rules/learning-agreement.ts'
import { answerNomination } from './service/answering.ts'
import { recordEvent } from './service/during.ts'
import { addComponent } from './service/learning-agreement.ts'
import { keepPreparation } from './service/preparation.ts'
import { seedVisits } from './seed-visits.ts'
import { nominate } from './service/nominate.ts'
import { sendAgreement } from './service/send-agreement.ts'

const { organisations: o, people: p, enrolments: e, programmeYears: y } = cast
const dayMs = 24 * 60 * 60_000

/** The fixed ids of the demonstration's stays. */
export const seededStays = {
  ploy: stayId(1),
  sun: stayId(2),
  wang: stayId(3),
  kanyarat: stayId(4),
  thanawat: stayId(5),
} as const

function stayId(number: number): string {
  return `01980000-0041-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Who acts for an institution in the demonstration. */
const coordinators: Readonly<Record<string, string>> = {
  [o.au]: p.coordinatorAu,
  [o.pku]: p.coordinatorPku,
  [o.ruc]: p.coordinatorRuc,
}

/** Invented stays of the Sino-Thai programme: one to Beijing, one to Bangkok, and those who wait for an answer or a seat. */
export async function seedMobility(seeding: Seeding): Promise<void> {
  seeding.progress('mobility: nominations of a year')
  await agreement(seeding, o.pku, 2)
  await agreement(seeding, o.ruc, 3)
  const { ploy, sun, wang, kanyarat, thanawat } = seededStays
  const spring = { from: 80, until: 205 }
  await stay(seeding, ploy, { enrolmentId: e.ploy, by: o.au, to: o.pku, ...spring, answered: true })
  const now = { from: -25, until: 110, nominatedDaysAgo: 95, answered: true }
  await stay(seeding, kanyarat, { enrolmentId: e.kanyarat, by: o.au, to: o.pku, ...now })
  await arrival(seeding, kanyarat, o.pku, 24)
  await stay(seeding, thanawat, { enrolmentId: e.thanawat, by: o.au, to: o.pku, ...spring })
  const today = dateInZone(seeding.now, 'Asia/Bangkok')
  const autumn = { from: 40, until: 185 }
  await stay(seeding, sun, { enrolmentId: e.sun, by: o.ruc, to: o.au, ...autumn, answered: true })
  await agreementOf(seeding, ploy, p.studentPloy, coursesOfPloy)
  await agreementOf(seeding, sun, p.studentSun, coursesOfSun)
  await sendOut(seeding, sun, p.studentSun)
  await settled(seeding, sun, p.studentSun, addDays(today, autumn.until))
  await stay(seeding, wang, { enrolmentId: e.wang, by: o.pku, to: o.au, ...autumn })
  await seedVisits(seeding)
}

/** What a student has settled so far: an insurance for the whole stay, and whom to call. */
async function settled(
  seeding: Seeding,
  mobilityId: string,
  personId: string,
  until: DateOnly,
): Promise<void> {
  const there = await seeding.database.kysely
    .selectFrom('mobility_preparations')
    .select('item')
    .where('mobility_id', '=', mobilityId)
    .executeTakeFirst()
  if (there) return
  const words = [
    {
      item: 'insurance',
      name: '留学保险（示例）',
      phone: '',
      detail: 'DEMO-2026-17',
      validUntil: until,
    },
    {
      item: 'emergency',
      name: '孙建国',
      phone: '+86 10 5555 0117',
      detail: '父亲',
      validUntil: null,
    },
  ] as const
  for (const each of words) {
    await as(seeding, personId, 2, (work) =>
      keepPreparation(work, { ...each, mobilityId, paper: null, node: seeding.services.node }),
    )
  }
}

type SeededCourse = readonly [table: LearningTable, code: string, title: string, credit: string]

const coursesOfPloy: readonly SeededCourse[] = [
  ['A', '04330106', '数字影像创作', '4'],
  ['A', '04330117', '东方美学专题', '4'],
  ['A', '04340214', '传统织造与纹样', '3'],
  ['C', '', 'Online preparation: reading Chinese museum labels', '1'],
]
const coursesOfSun: readonly SeededCourse[] = [
  ['A', 'DA3204', 'Interactive Media Studio', '3'],
  ['A', 'DA3310', 'Thai Textiles and Pattern', '3'],
  ['B', '', '文化项目策划', '3'],
  ['B', '', '专业选修', '3'],
]

/** The courses that a student has chosen so far. */
async function agreementOf(
  seeding: Seeding,
  mobilityId: string,
  personId: string,
  courses: readonly SeededCourse[],
): Promise<void> {
  if (await learningAgreementOf(readingOf(seeding), mobilityId)) return
  for (const [basedOn, [table, code, title, credit]] of courses.entries()) {
    await as(seeding, personId, 4, (work) =>
      addComponent(work, { mobilityId, basedOn, table, code, title, credit, reason: null }),
    )
  }
}

/** Sends a learning agreement to its three signers. */
async function sendOut(seeding: Seeding, mobilityId: string, personId: string): Promise<void> {
  const work = readingOf(seeding)
  const agreement = await learningAgreementOf(work, mobilityId)
  const found = await stayById(work, mobilityId)
  if (!agreement || !found || agreement.documentId !== null) return
  const { services, now } = seeding
  const pdf = learningAgreementPdf(
    { stay: found, text: agreement.draft, now },
    ['zh-Hans', 'th'],
    services,
  )
  const upload = { name: 'learning-agreement.pdf', bytes: await renderPdf(pdf) }
  const file = await receiveFile(services.blobs, upload, { allow: ['pdf'], maxBytes: 5_000_000 })
  if (isRefused(file)) throw new Error('the seed of mobility has no document')
  await as(seeding, personId, 3, (writing) =>
    sendAgreement(writing, {
      mobilityId,
      basedOn: agreement.draftNumber,
      pdf: { kind: 'received', file },
      node: services.node,
      translator: services.translator,
    }),
  )
}

function readingOf({ runner, now }: Seeding): Work {
  return runner.reading({ actor: { kind: 'system', name: 'seed' }, now, language: 'en' })
}

/** An agreement of students that was signed on paper before, with places in both directions. */
async function agreement(seeding: Seeding, partner: string, seats: number): Promise<void> {
  const title =
    partner === o.pku ? 'Sino-Thai student exchange, PKU' : 'Sino-Thai student exchange, Renmin'
  const there = await seeding.database.kysely
    .selectFrom('agreements')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirst()
  if (there) return
  const year = academicYearOf(dateInZone(seeding.now, 'Asia/Bangkok'), {
    firstMonth: 8,
    id: 'two-years',
  })
  const way = (sending: string, receiving: string) => ({
    key: `study-${sending.slice(-4)}-${receiving.slice(-4)}`,
    kind: 'study' as const,
    sending,
    receiving,
    sendingUnit: '',
    receivingUnit: '',
    firstYear: shiftAcademicYear(year, -2),
    lastYear: shiftAcademicYear(year, 3),
    seats,
    shared: false,
    amount: null,
    fields: [],
    languages: [{ language: 'en' as const, level: 'B2' as const }],
    levels: [],
    blended: false,
    terms: '',
  })
  await by(seeding, o.au, 300, async (work) => {
    const made = await makeAgreement(work, {
      kind: 'agreement',
      title,
      code: '',
      organisationId: o.au,
      partnerIds: [partner],
      text: { terms: '', conditions: [way(o.au, partner), way(partner, o.au)] },
      node: seeding.services.node,
    })
    if (isRefused(made)) return made
    const concludedAt = new Date(seeding.now.getTime() - 700 * dayMs)
    return recordCopy(work, { copyId: made.copyId, concludedAt })
  })
}

interface SeededStay {
  enrolmentId: string
  by: string
  to: string
  from: number
  until: number
  nominatedDaysAgo?: number
  answered?: boolean
}

async function stay(seeding: Seeding, id: string, seeded: SeededStay): Promise<void> {
  const there = await seeding.database.kysely
    .selectFrom('mobilities')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (there) return
  const today = dateInZone(seeding.now, 'Asia/Bangkok')
  const daysAgo = seeded.nominatedDaysAgo ?? 9
  await by(seeding, seeded.by, daysAgo, (work) =>
    nominate(work, {
      id,
      enrolmentId: seeded.enrolmentId,
      receivingOrganisationId: seeded.to,
      kind: 'study',
      startsOn: addDays(today, seeded.from),
      endsOn: addDays(today, seeded.until),
      programmeYearId: y.sinoThai2027,
      seat: null,
      remark: '',
      mayWait: true,
      node: seeding.services.node,
    }),
  )
  if (!seeded.answered) return
  const { proposal_id: proposalId } = await seeding.database.kysely
    .selectFrom('mobilities')
    .select('proposal_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await by(seeding, seeded.to, daysAgo - 4, (work) =>
    answerNomination(work, { mobilityId: id, proposalId, answer: 'approved', note: '' }),
  )
}

/** The host confirms that somebody has come. */
async function arrival(
  seeding: Seeding,
  mobilityId: string,
  host: string,
  daysAgo: number,
): Promise<void> {
  const found = await stayById(readingOf(seeding), mobilityId)
  if (found?.state !== 'approved') return
  const event = { mobilityId, kind: 'arrival' as const, onDay: found.starts_on, note: '' }
  await by(seeding, host, daysAgo, (work) => recordEvent(work, event))
}

function by<T>(
  seeding: Seeding,
  organisationId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return as(seeding, coordinators[organisationId]!, daysAgo, verb)
}

function as<T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'en' }, verb)
}
