import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays } from '#kernel/values'
import { cast } from '#modules/alliance'
import { planSitting, putCaseOnList } from '../service/office/committee.ts'
import type { Stage } from './cases.ts'

/** A sitting next week, with the case on its list whose courses nobody has recognised before. */
export async function seedCommittee({ runner, database, services }: Seeding, stage: Stage) {
  const there = await database.kysely
    .selectFrom('committee_sittings')
    .select('id')
    .executeTakeFirst()
  const owner = await database.kysely
    .selectFrom('recognition_cases')
    .select('id')
    .where('enrolment_id', '=', cast.enrolments.thanawat)
    .where('host_organisation_id', '=', cast.organisations.pku)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (there || !owner) return
  const context = await stage.by(cast.people.evaluatorAu, stage.daysAgo(1))
  const planned = await runner.perform(context, (work) =>
    planSitting(work, {
      organisationId: cast.organisations.au,
      heldOn: addDays(stage.today, 6),
      place: 'SCIT 1204',
      chairId: cast.people.evaluatorAu,
      secretaryId: cast.people.registrarAu,
      memberIds: [cast.people.coordinatorAu, cast.people.academicMentorAu],
      origin: services.node,
    }),
  )
  if (isRefused(planned)) throw new Error(`a seeded sitting was refused: ${planned.message.key}`)
  const put = await runner.perform(context, (work) =>
    putCaseOnList(work, {
      caseId: owner.id,
      lineId: null,
      sittingId: planned.sittingId,
      proposal: 'เห็นควรเทียบโอนตามหลักเกณฑ์ ยกเว้นรายวิชาที่คะแนนต่ำกว่าเกณฑ์',
    }),
  )
  if (isRefused(put)) throw new Error(`a seeded case was not put on the list: ${put.message.key}`)
}
