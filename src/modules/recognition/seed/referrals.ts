import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { linesOfCase } from '../queries/cases.ts'
import { referLine } from '../service/office/referrals.ts'
import type { Stage } from './cases.ts'

/** A workshop that no catalogue has: the school that teaches scanning and models is asked what becomes of it. */
export async function seedReferral({ runner, database }: Seeding, stage: Stage): Promise<void> {
  const there = await database.kysely.selectFrom('line_referrals').select('id').executeTakeFirst()
  const owner = await database.kysely
    .selectFrom('recognition_cases')
    .select('id')
    .where('enrolment_id', '=', cast.enrolments.ploy)
    .where('host_organisation_id', '=', cast.organisations.pku)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (there || !owner) return
  const context = await stage.by(cast.people.evaluatorAu, stage.daysAgo(1))
  const lines = await linesOfCase(runner.reading(context), owner.id)
  const line = lines.find(({ code }) => code === '04330999')
  if (!line) return
  const asked = await runner.perform(context, (work) =>
    referLine(work, {
      caseId: owner.id,
      lineId: line.id,
      unitId: cast.units.auEngineering,
      question: 'มีการฝึกสแกนสามมิติและโฟโตแกรมเมทรีของถ้ำ 32 ชั่วโมง เทียบกับวิชาเลือกของคณะได้หรือไม่',
    }),
  )
  if (isRefused(asked)) throw new Error(`a seeded referral was refused: ${asked.message.key}`)
}
