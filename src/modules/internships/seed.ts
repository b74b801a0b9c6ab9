import type { Seeding } from '#kernel/http'
import { addDays } from '#kernel/values'
import { cast } from '#modules/alliance'
import { seedIncidents } from './seed-incidents.ts'
import { seedJournal } from './seed-journal.ts'
import { begun, by, dayFrom, hasApplied, seedHost, seedPosition } from './seed-making.ts'
import { seededAgreement, seededHosts, seededPositions } from './seed-parts.ts'
import { seedRounds } from './seed-rounds.ts'
import { agreementOf } from './queries/agreements.ts'
import { placementById } from './queries/placements.ts'
import { writeAgreement } from './service/agreement.ts'
import { answerOffer, applyForPosition, decideApplication } from './service/applications.ts'
import { firstText } from './service/first-text.ts'
import { mentorsFor } from './service/mentors.ts'
import { offerSlots } from './service/interviews.ts'
import { logHours } from './service/hours.ts'
import { askVisit } from './service/visits.ts'

const { people } = cast

/** Internships' part of the demonstration: a student of Assumption University at Perfect World in Beijing, and what is open. */
export async function seedInternships(seeding: Seeding): Promise<void> {
  seeding.progress('internships: hosts, positions and a placement')
  for (const host of seededHosts) await seedHost(seeding, host)
  for (const position of seededPositions) await seedPosition(seeding, position)
  await seedPlacement(seeding)
  await seedJournal(seeding)
  await seedWaiting(seeding)
  for (const position of seededPositions.slice(1)) await seedSlots(seeding, position.id)
  await seedIncidents(seeding)
  await seedRounds(seeding)
}

/** Ploy applied, was offered the place, accepted, and has logged some weeks. */
async function seedPlacement(seeding: Seeding): Promise<void> {
  const position = seededPositions[0]!
  if (await hasApplied(seeding, position.id, people.studentPloy)) return
  const node = seeding.services.node
  const { applicationId } = await by(seeding, people.studentPloy, begun - 10, (work) =>
    applyForPosition(work, {
      positionId: position.id,
      motivation:
        'หนูอยากเรียนรู้การนำลวดลายผ้าไทยเข้าไปอยู่ในเกมอย่างเคารพเจ้าของลาย และหนูกำลังเรียนแลกเปลี่ยนอยู่ที่ปักกิ่งเต็มปี',
      enrolledThere: true,
      node,
    }),
  )
  await by(seeding, people.coordinatorAu, begun - 14, (work) =>
    decideApplication(work, { applicationId, decision: 'offered', permissionNote: '' }),
  )
  const { placementId } = await by(seeding, people.studentPloy, begun - 15, (work) =>
    answerOffer(work, { applicationId, answer: 'accepted', node }),
  )
  const start = dayFrom(seeding, position.startsIn)
  const tasks = [
    'Introduction, tools, and the pipeline for textures',
    'จัดหมวดลายผ้า 24 ลาย พร้อมที่มาและผู้ถือสิทธิ์',
    'First pattern set in the engine, reviewed with the tutor',
    'เขียนบันทึกการใช้ลายร่วมกับชุมชนทอผ้า',
    'Playtest notes and corrections of colours',
  ]
  for (let place = 0; place < 10; place += 1) {
    const day = addDays(start, Math.floor(place / 2) * 7 + (place % 2) * 2)
    await by(seeding, people.studentPloy, 0, (work) =>
      logHours(work, {
        placementId: placementId!,
        day,
        from: '09:30',
        until: place % 2 === 0 ? '17:30' : '16:00',
        work: tasks[Math.floor(place / 2)]!,
      }),
    )
  }
  await seedAgreement(seeding, placementId!)
  await seedVisit(seeding, placementId!)
}

/** What the office has begun to write for the studio: the Chinese form. */
async function seedAgreement(seeding: Seeding, placementId: string): Promise<void> {
  await by(seeding, people.coordinatorAu, 1, async (work) => {
    const placement = await placementById(work, placementId)
    const mentors = await mentorsFor(work, placement!)
    const text = firstText(placement!, mentors, seeding.services.translator)
    const words = { ...text.words, ...seededAgreement }
    return writeAgreement(work, { placementId, basedOn: 0, text: { ...text, words } })
  })
}

/** The academic mentor is asked for a visit, where the demonstration has one. */
async function seedVisit(seeding: Seeding, placementId: string): Promise<void> {
  await by(seeding, people.coordinatorAu, 0, async (work) => {
    const agreement = await agreementOf(work, placementId)
    if (!agreement?.draft.parties.mentor) return true
    return askVisit(work, { placementId, dueOn: dayFrom(seeding, 21) })
  })
}

/** An application that waits for the office's decision. */
async function seedWaiting(seeding: Seeding): Promise<void> {
  const position = seededPositions[1]!
  if (await hasApplied(seeding, position.id, people.studentThanawat)) return
  await by(seeding, people.studentThanawat, 3, (work) =>
    applyForPosition(work, {
      positionId: position.id,
      motivation: 'ผมทำโครงงานสื่อปฏิสัมพันธ์ในพิพิธภัณฑ์ และอยากฝึกงานกับผู้ที่ดูแลคลังลายผ้าดิจิทัลโดยตรง',
      enrolledThere: false,
      node: seeding.services.node,
    }),
  )
}

/** Times at which the hosts of the open positions talk with applicants, on their own clocks. */
async function seedSlots(seeding: Seeding, positionId: string): Promise<void> {
  const known = await seeding.database.kysely
    .selectFrom('internship_slots')
    .select('id')
    .where('position_id', '=', positionId)
    .executeTakeFirst()
  if (known) return
  const offered = { positionId, minutes: 30, count: 3, place: 'https://meet.example/interviews' }
  for (const [days, from] of [
    [8, '10:00'],
    [9, '15:00'],
  ] as const) {
    await by(seeding, people.coordinatorAu, 2, (work) =>
      offerSlots(work, { ...offered, day: dayFrom(seeding, days), from }),
    )
  }
}
