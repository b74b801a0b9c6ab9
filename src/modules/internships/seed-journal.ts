import { isRefused, type Refusal, type Work } from '#kernel/database'
import { actorOfLink, createActLink } from '#kernel/identity'
import type { Seeding } from '#kernel/http'
import { dateInZone, type DateOnly, type Language } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { answerWeekByLinkAction } from './link-actions.ts'
import { weekOn } from './queries/journal.ts'
import { placementsOf } from './queries/placements.ts'
import { weeksOf } from './rules/journal.ts'
import { answerWeek } from './service/journal-answers.ts'
import { goalsOfPlacement, minutesIn, writeWeek } from './service/journal.ts'

const student = cast.people.studentPloy

/** What she wrote of her first weeks, and what her tutor said to each; to the last nothing yet. */
const weeks: readonly { words: string; answer: 'confirm' | 'return' | null; remark: string }[] = [
  {
    words: 'สัปดาห์แรก พี่ที่ปรึกษาสอนขั้นตอนทำพื้นผิวตั้งแต่ภาพถ่ายผ้าจนถึงไฟล์ในเกม\nได้ลองทำลายขอด้วยตัวเองหนึ่งลาย',
    answer: 'confirm',
    remark: '',
  },
  {
    words: 'จัดหมวดลายผ้า 24 ลาย จดที่มาและผู้ถือสิทธิ์ของแต่ละลาย มีสามลายที่ยังไม่รู้ว่าเป็นของชุมชนไหน',
    answer: 'confirm',
    remark: '',
  },
  {
    words: 'นำลายชุดแรกเข้าเอนจินและตรวจทานกับพี่ที่ปรึกษา สีครามเพี้ยนเมื่ออยู่ใต้แสงไฟในฉาก',
    answer: 'return',
    remark: '周三下午你在录音棚参加了评审，请把那两个小时也记上。',
  },
  {
    words: 'เขียนบันทึกการใช้ลายร่วมกับชุมชนทอผ้าทางวิดีโอ ส่งร่างให้ป้าอ่านก่อนหนึ่งรอบ',
    answer: null,
    remark: '',
  },
]

/** The journal of the one who is placed: two weeks confirmed, one sent back, one with the host. */
export async function seedJournal(seeding: Seeding): Promise<void> {
  const { now } = seeding
  const [placement] = await by(seeding, (work) => placementsOf(work, student))
  if (!placement) return
  const past = weeksOf(placement, dateInZone(now, placement.timeZone)).slice(1).toReversed()
  for (const [place, monday] of past.slice(0, weeks.length).entries()) {
    const { words, answer, remark } = weeks[place]!
    const known = await by(seeding, (work) => weekOn(work, placement.id, monday))
    if (known) continue
    const goals = await by(seeding, (work) => goalsOfPlacement(work, placement.id))
    await by(seeding, (work) =>
      writeWeek(work, {
        placementId: placement.id,
        week: monday,
        days: [],
        words,
        goals: place > 0 ? goals.slice(0, 1) : [],
        language: 'th',
        send: true,
      }),
    )
    if (answer) await answerFor(seeding, { placement, monday, answer, remark, language: 'zh-Hans' })
  }
}

interface Answering {
  placement: { id: string; timeZone: string }
  monday: DateOnly
  answer: 'confirm' | 'return'
  remark: string
  language: Language
}

/** The tutor answers by a link like the one in the mail, in Chinese. */
async function answerFor(
  { runner, now }: Seeding,
  { placement, monday, answer, remark, language }: Answering,
): Promise<void> {
  const system = { actor: { kind: 'system', name: 'seed' } as const, now, language }
  const made = await runner.perform(system, async (work) => {
    const week = (await weekOn(work, placement.id, monday))!
    const { linkId } = await createActLink(work, {
      action: answerWeekByLinkAction,
      objectId: week.id,
      expiresAt: new Date(now.getTime() + 86_400_000),
      maxUses: 1,
    })
    return { linkId, weekId: week.id, minutes: await minutesIn(work, placement, monday) }
  })
  const { linkId, weekId, minutes } = made
  const actor = actorOfLink({
    id: linkId,
    action: answerWeekByLinkAction,
    objectId: weekId,
    personId: null,
  })
  const done = await runner.perform({ actor, now, language }, (work) =>
    answerWeek(work, { weekId, answer, minutes: String(minutes), remark, language }),
  )
  if (isRefused(done)) throw new Error(`the seed is refused: ${done.message.key}`)
}

function by<T>(seeding: Seeding, verb: (work: Work) => Promise<T | Refusal>): Promise<T> {
  return seedAs(seeding, { personId: student, daysAgo: 0, language: 'th' }, verb)
}
