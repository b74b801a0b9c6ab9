import type { Seeding } from '#kernel/http'
import { answerCare, askCare } from '#modules/care'
import { cast } from '#modules/alliance'
import { incidentsReportedBy } from './queries/incidents.ts'
import { placementsOf } from './queries/placements.ts'
import { placementsThere } from './queries/there.ts'
import { by, dayFrom } from './seed-making.ts'
import type { IncidentKind } from './schema-incidents.ts'
import { closeIncident, followIncident, reportIncident } from './service/incidents.ts'

const { people, organisations } = cast
const [student, office] = [people.studentPloy, people.coordinatorAu]

/** What she reported: one that is closed, and one that her office sees to. */
const reported: readonly {
  kind: IncidentKind
  daysAgo: number
  words: string
  step: string
  outcome: string | null
}[] = [
  {
    kind: 'accident',
    daysAgo: 24,
    words: 'กรรไกรตัดผ้าบาดนิ้ว พี่ที่ปรึกษาพาไปห้องพยาบาล เย็บสองเข็ม กลับมาทำงานได้แล้ว',
    step: 'โทรคุยกับนักศึกษาและฝ่ายบุคคลของสตูดิโอ แผลไม่ติดเชื้อ',
    outcome: 'เบิกค่ารักษาจากประกันอุบัติเหตุแล้ว และสตูดิโอจัดปลอกนิ้วให้ผู้ฝึกงานทุกคน',
  },
  {
    kind: 'conditions',
    daysAgo: 5,
    words: 'สัปดาห์นี้ขอให้อยู่ถึงสองทุ่มสามวัน เกินชั่วโมงที่ตกลงกันไว้',
    step: 'นัดคุยกับผู้ดูแลการฝึกงานวันพฤหัสบดี',
    outcome: null,
  },
]

/** Incidents of the one who is placed, and a question whether she is safe that she has answered. */
export async function seedCare(seeding: Seeding): Promise<void> {
  const [placement] = await by(seeding, student, 0, (work) => placementsOf(work, student))
  if (!placement) return
  const known = await by(seeding, student, 0, (work) =>
    incidentsReportedBy(work, placement.id, student),
  )
  for (const each of reported) {
    if (known.some(({ kind }) => kind === each.kind)) continue
    await seedIncident(seeding, placement.id, each)
  }
  await seedCheck(seeding)
}

async function seedIncident(
  seeding: Seeding,
  placementId: string,
  { kind, daysAgo, words, step, outcome }: (typeof reported)[number],
): Promise<void> {
  const { incidentId } = await by(seeding, student, daysAgo, (work) =>
    reportIncident(work, {
      placementId,
      kind,
      day: dayFrom(seeding, -daysAgo - 1),
      words,
      urgent: false,
      language: 'th',
    }),
  )
  await by(seeding, office, daysAgo - 1, (work) =>
    followIncident(work, { incidentId, words: step, language: 'th' }),
  )
  if (outcome === null) return
  await by(seeding, office, daysAgo - 4, (work) =>
    closeIncident(work, { incidentId, outcome, language: 'th' }),
  )
}

async function seedCheck(seeding: Seeding): Promise<void> {
  const asked = await seeding.database.kysely
    .selectFrom('care_answers')
    .select('check_id')
    .where('person_id', '=', student)
    .executeTakeFirst()
  if (asked) return
  const { checkId } = await by(seeding, office, 12, async (work) =>
    askCare(work, {
      organisationId: organisations.au,
      people: (await placementsThere(work)).filter(({ personId }) => personId === student),
      words: 'พายุฝุ่นที่ปักกิ่งเมื่อคืน ท่านปลอดภัยดีหรือไม่',
      node: seeding.services.node,
    }),
  )
  await by(seeding, student, 12, (work) =>
    answerCare(work, {
      checkId,
      personId: student,
      answer: 'safe',
      note: 'อยู่หอพักค่ะ ปิดหน้าต่างแล้ว',
    }),
  )
}
