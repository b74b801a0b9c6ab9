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

/** The registrar's part of the story: two layouts, the first precedent's credit on the record, the second's waiting. */
export async function seedPostings({ runner, services }: Seeding, stage: Stage): Promise<void> {
  const organisationId = cast.organisations.au
  const registrar = await stage.by(cast.people.registrarAu, stage.daysAgo(320))
  const there = await layoutsFor(runner.reading(registrar), organisationId)
  if (there.length > 0) return
  const ids: string[] = []
  for (const { name, layout } of layouts) {
    const published = await runner.perform(registrar, (work) =>
      publishLayout(work, { id: null, organisationId, name, layout, basedOn: 0 }),
    )
    if (isRefused(published)) throw new Error(`a seeded layout: ${published.message.key}`)
    ids.push(published.id)
  }
  const decided = await runner
    .reading(registrar)
    .read.selectFrom('recognition_cases')
    .select('id')
    .where('home_organisation_id', '=', organisationId)
    .where('state', '=', 'decided')
    .orderBy('decided_at')
    .execute()
  await runner.perform(registrar, (work) =>
    refreshPosting(
      work,
      decided.map((row) => row.id),
    ),
  )
  const made = await runner.perform(registrar, (work) =>
    makeBatch(work, {
      organisationId,
      layoutId: ids[0]!,
      caseIds: decided.slice(0, 1).map((row) => row.id),
      origin: services.node,
    }),
  )
  if (isRefused(made)) throw new Error(`a seeded batch: ${made.message.key}`)
  const sent = await runner.perform(registrar, (work) =>
    sendBatch(work, { batchId: made.batchId, isSent: true }),
  )
  if (isRefused(sent)) throw new Error(`a seeded batch: ${sent.message.key}`)
  const confirming = await stage.by(cast.people.registrarAu, stage.daysAgo(318))
  const items = await itemsOfBatch(runner.reading(confirming), made.batchId)
  const done = await runner.perform(confirming, (work) =>
    settleItems(work, {
      batchId: made.batchId,
      itemIds: items.map((item) => item.id),
      outcome: 'posted',
      note: '',
    }),
  )
  if (isRefused(done)) throw new Error(`a seeded confirmation: ${done.message.key}`)
}
