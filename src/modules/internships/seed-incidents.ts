import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { incidentsReportedBy } from './queries/incidents.ts'
import { placementsOf } from './queries/placements.ts'
import { by, dayFrom } from './seed-making.ts'
import type { IncidentKind } from './schema-incidents.ts'
import { closeIncident, followIncident, reportIncident } from './service/incidents.ts'

const { people } = cast
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

/** Incidents of the one who is placed. */
export async function seedIncidents(seeding: Seeding): Promise<void> {
  const [placement] = await by(seeding, student, 0, (work) => placementsOf(work, student))
  if (!placement) return
  const known = await by(seeding, student, 0, (work) =>
    incidentsReportedBy(work, placement.id, student),
  )
  for (const each of reported) {
    if (known.some(({ kind }) => kind === each.kind)) continue
    await seedIncident(seeding, placement.id, each)
  }
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
