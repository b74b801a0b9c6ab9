import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { itemsOfBatch } from '../queries/office/batches.ts'
import { layoutsFor } from '../queries/office/layouts.ts'
import type { PostingSource, RegistryLayout } from '../rules/office/registry-layout.ts'
import { publishLayout } from '../service/office/layouts.ts'
import { makeBatch } from '../service/office/make-batch.ts'
import { refreshPosting } from '../service/office/posting-state.ts'
import { sendBatch } from '../service/office/send-batch.ts'
import { settleItems } from '../service/office/settle-items.ts'
import type { Stage } from './cases.ts'

const organisationId = cast.organisations.au

const column = (
  heading: string,
  source: PostingSource,
  format = '',
  replacements: Record<string, string> = {},
) => ({ heading, source, format, replacements })

const answer = {
  reference: 'REF',
  studentNumber: 'STUDENT_ID',
  course: 'COURSE_CODE',
  status: 'RESULT',
  credit: 'CREDIT',
  grade: 'GRADE',
  message: 'MESSAGE',
  accepted: ['OK', 'POSTED'],
}

/** Two invented layouts of one registry: its upload in Thai encoding, and a workbook for the files of the office. */
const layouts: readonly { name: string; layout: RegistryLayout }[] = [
  {
    name: 'AU-REG 12',
    layout: {
      file: 'csv',
      encoding: 'windows-874',
      delimiter: ',',
      lineEnd: 'crlf',
      quotes: 'needed',
      headings: true,
      guarded: true,
      sheet: 'TR',
      columns: [
        column('REF', 'reference'),
        column('STUDENT_ID', 'student-number'),
        column('NAME', 'student-name'),
        column('CURRICULUM', 'programme-code'),
        column('ACTION', 'act', '', { enter: 'A', change: 'C', remove: 'D' }),
        column('COURSE_CODE', 'home-code'),
        column('CREDIT', 'home-credit', '0.0#'),
        column('GRADE', 'home-grade'),
        column('SEMESTER', 'home-term'),
        column('APPROVED', 'decided-on', 'DD/MM/BBBB'),
        column('TYPE', 'constant', 'TRANSFER'),
      ],
      answer,
    },
  },
  {
    name: 'TR workbook',
    layout: {
      file: 'xlsx',
      encoding: 'utf-8',
      delimiter: ',',
      lineEnd: 'crlf',
      quotes: 'needed',
      headings: true,
      guarded: true,
      sheet: 'Transfer of credit',
      columns: [
        column('No.', 'row'),
        column('รหัสนักศึกษา / Student ID', 'student-number'),
        column('ชื่อ / Name', 'student-name'),
        column('Name (passport)', 'student-name-passport'),
        column('Host institution', 'host-name'),
        column('Host course', 'host-codes'),
        column('Host grade', 'host-grades'),
        column('รหัสวิชา / Course', 'home-code'),
        column('Course title', 'home-title'),
        column('หน่วยกิต / Credits', 'home-credit'),
        column('ผล / Entry', 'home-grade'),
        column('Decision', 'decided-on'),
        column('Case', 'case-number'),
        column('Reference', 'reference'),
      ],
      answer: { ...answer, reference: 'Reference' },
    },
  },
]

/** The registrar's part of the story: two layouts, and the credit of last year's precedents on the record. */
export async function seedPostings(seeding: Seeding, stage: Stage): Promise<void> {
  const layoutId = await seedLayouts(seeding, stage)
  const { database } = seeding
  const there = await database.kysely
    .selectFrom('posting_batches')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .executeTakeFirst()
  const batchId = there?.id ?? (await seedBatch(seeding, stage, layoutId))
  await confirmBatch(seeding, stage, batchId)
}

async function seedLayouts({ runner }: Seeding, stage: Stage): Promise<string> {
  const registrar = await stage.by(cast.people.registrarAu, stage.daysAgo(320))
  const there = await layoutsFor(runner.reading(registrar), organisationId)
  const ids: string[] = []
  for (const { name, layout } of layouts) {
    const known = there.find((each) => each.name === name)
    if (known) {
      ids.push(known.id)
      continue
    }
    const published = await runner.perform(registrar, (work) =>
      publishLayout(work, { id: null, organisationId, name, layout, basedOn: 0 }),
    )
    if (isRefused(published)) throw new Error(`a seeded layout: ${published.message.key}`)
    ids.push(published.id)
  }
  return ids[0]!
}

/** All that is decided so far: what waits for the registrar comes later, and is of this week. */
async function seedBatch(
  { runner, services }: Seeding,
  stage: Stage,
  layoutId: string,
): Promise<string> {
  const registrar = await stage.by(cast.people.registrarAu, stage.daysAgo(320))
  const decided = await runner
    .reading(registrar)
    .read.selectFrom('recognition_cases')
    .select('id')
    .where('home_organisation_id', '=', organisationId)
    .where('state', '=', 'decided')
    .orderBy('decided_at')
    .orderBy('number')
    .execute()
  const caseIds = decided.map((row) => row.id)
  const made = await runner.perform(registrar, async (work) => {
    await refreshPosting(work, caseIds)
    const batch = await makeBatch(work, {
      organisationId,
      layoutId,
      caseIds,
      origin: services.node,
    })
    if (isRefused(batch)) return batch
    const sent = await sendBatch(work, { batchId: batch.batchId, isSent: true })
    return isRefused(sent) ? sent : batch
  })
  if (isRefused(made)) throw new Error(`a seeded batch: ${made.message.key}`)
  return made.batchId
}

async function confirmBatch({ runner }: Seeding, stage: Stage, batchId: string): Promise<void> {
  const confirming = await stage.by(cast.people.registrarAu, stage.daysAgo(318))
  const items = await itemsOfBatch(runner.reading(confirming), batchId)
  const itemIds = items.filter((item) => item.state === 'exported').map((item) => item.id)
  if (itemIds.length === 0) return
  const done = await runner.perform(confirming, (work) =>
    settleItems(work, { batchId, itemIds, outcome: 'posted', note: '' }),
  )
  if (isRefused(done)) throw new Error(`a seeded confirmation: ${done.message.key}`)
}
