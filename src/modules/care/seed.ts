import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast, seedAs } from '#modules/alliance'
import { answerCare, askCare } from './service/checks.ts'

const { people, organisations } = cast
const student = people.studentPloy
const daysAgo = 12

/** A question whether she is safe to one who is away by whatever the modules know, which she has answered. */
export async function seedCare(seeding: Seeding): Promise<void> {
  const asked = await seeding.database.kysely
    .selectFrom('care_answers')
    .select('check_id')
    .where('person_id', '=', student)
    .executeTakeFirst()
  if (asked) return
  const checkId = await by(seeding, people.coordinatorAu, async (work) => {
    const there = await seeding.services.whereabouts(work)
    const hers = there.filter(({ personId }) => personId === student)
    // In a demonstration of fewer modules nobody may be away.
    if (hers.length === 0) return null
    const done = await askCare(work, {
      organisationId: organisations.au,
      people: hers,
      words: 'พายุฝุ่นที่ปักกิ่งเมื่อคืน ท่านปลอดภัยดีหรือไม่',
      node: seeding.services.node,
    })
    return isRefused(done) ? done : done.checkId
  })
  if (checkId === null) return
  await by(seeding, student, (work) =>
    answerCare(work, {
      checkId,
      personId: student,
      answer: 'safe',
      note: 'อยู่หอพักค่ะ ปิดหน้าต่างแล้ว',
    }),
  )
}

function by<T>(
  seeding: Seeding,
  personId: string,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'th' }, verb)
}
