import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { answerAppeal, makeAppeal } from '../service/appeals.ts'
import type { Stage } from './cases.ts'

const { organisations, people, enrolments } = cast

/** A student who objected to last year's decision, and was answered by somebody who had not taken it. */
export async function seedAppeal(seeding: Seeding, stage: Stage): Promise<void> {
  const { database, runner, services } = seeding
  const there = await database.kysely.selectFrom('appeals').select('id').executeTakeFirst()
  const owner = await database.kysely
    .selectFrom('recognition_cases')
    .select('id')
    .where('enrolment_id', '=', enrolments.thanawat)
    .where('host_organisation_id', '=', organisations.saebyeok)
    .where('state', '=', 'decided')
    .executeTakeFirst()
  if (there || !owner) return
  const objecting = await stage.by(people.studentThanawat, stage.daysAgo(316))
  const made = await runner.perform(objecting, (work) =>
    makeAppeal(work, {
      caseId: owner.id,
      reasons:
        'MAR302 มีเนื้อหาการบันทึกและตัดต่อเสียงสำหรับภาพยนตร์ ซึ่งตรงกับรายวิชาการผลิตสื่อของสถาบัน ขอให้พิจารณาอีกครั้ง',
      documents: [],
      origin: services.node,
    }),
  )
  if (isRefused(made)) throw new Error(`a seeded appeal was refused: ${made.message.key}`)
  const answering = await stage.by(people.registrarAu, stage.daysAgo(309))
  const answered = await runner.perform(answering, (work) =>
    answerAppeal(work, {
      appealId: made.appealId,
      outcome: 'upheld',
      reasons:
        'ได้สอบถามอาจารย์ผู้รับผิดชอบหลักสูตรแล้ว หลักสูตรไม่มีรายวิชาด้านการออกแบบเสียง และรายวิชาการผลิตสื่อครอบคลุมเนื้อหานี้น้อยกว่าสามในสี่ จึงยืนตามผลเดิม',
    }),
  )
  if (isRefused(answered)) throw new Error(`a seeded answer was refused: ${answered.message.key}`)
}
