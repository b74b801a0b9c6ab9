import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays } from '#kernel/values'
import { cast } from '#modules/alliance'
import { type RecordAuthenticity, recordAuthenticity } from '../service/authenticity.ts'
import type { Stage } from './cases.ts'

const { organisations, people, enrolments } = cast

type Record = Omit<RecordAuthenticity, 'caseId' | 'file' | 'checkedOn'>

/** How originals were looked into: a code checked where the issuer publishes it, and sealed originals with where they lie. */
export async function seedAuthenticity(seeding: Seeding, stage: Stage): Promise<void> {
  await record(seeding, stage, { enrolmentId: enrolments.kanyarat, host: organisations.pku }, 338, {
    kind: 'original',
    outcome: 'genuine',
    code: '',
    place: 'สำนักทะเบียน ตู้เอกสารเทียบโอน แฟ้ม 2568/114',
    note: 'ซองปิดผนึกจากมหาวิทยาลัยปักกิ่ง เปิดต่อหน้าเจ้าหน้าที่สองคน ตราประทับและลายมือชื่อครบถ้วน',
  })
  const seoul = { enrolmentId: enrolments.thanawat, host: organisations.saebyeok }
  await record(seeding, stage, seoul, 324, {
    kind: 'code',
    outcome: 'genuine',
    code: 'SB-7K4Q-2025',
    place: 'https://verify.saebyeok.example',
    note: 'Name, student number and all four grades are the same as on paper.',
  })
  await record(seeding, stage, { enrolmentId: enrolments.thanawat, host: organisations.pku }, 4, {
    kind: 'original',
    outcome: 'genuine',
    code: '',
    place: 'สำนักทะเบียน ตู้เอกสารเทียบโอน แฟ้ม 2569/031',
    note: '',
  })
}

async function record(
  { runner, database }: Seeding,
  stage: Stage,
  of: { enrolmentId: string; host: string },
  daysAgo: number,
  given: Record,
): Promise<void> {
  const owner = await database.kysely
    .selectFrom('recognition_cases as c')
    .leftJoin('authenticity_records as a', 'a.transcript_id', 'c.transcript_id')
    .select(['c.id', 'a.id as record'])
    .where('c.enrolment_id', '=', of.enrolmentId)
    .where('c.host_organisation_id', '=', of.host)
    .orderBy('c.created_at')
    .executeTakeFirst()
  if (!owner || owner.record !== null) return
  const context = await stage.by(people.registrarAu, stage.daysAgo(daysAgo))
  const result = await runner.perform(context, (work) =>
    recordAuthenticity(work, {
      caseId: owner.id,
      ...given,
      checkedOn: addDays(stage.today, -daysAgo),
      file: null,
    }),
  )
  if (isRefused(result)) throw new Error(`a seeded record was refused: ${result.message.key}`)
}
