import { isRefused, type Work, type WorkContext } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import type { Language } from '#kernel/values'
import { cast, grantsOf } from '#modules/alliance'
import { seedBreaches } from './seed-breaches.ts'
import { seedConsents, seedTransfers } from './seed-consents.ts'
import { answerRequest, type MakeRequest, makeRequest } from './service/requests.ts'

const { people, organisations } = cast
const dayMs = 24 * 60 * 60_000

type Asked = Pick<MakeRequest, 'personId' | 'kind' | 'organisationId' | 'words'> & {
  daysAgo: number
  answer?: { by: string; outcome: string; text: string; daysAgo: number }
}

/** What the demonstration's people have asked about their data: one is answered, two wait. */
const asked: readonly Asked[] = [
  {
    personId: people.studentKanyarat,
    kind: 'access',
    organisationId: organisations.au,
    words: 'อยากทราบว่ามหาวิทยาลัยส่งข้อมูลผลการเรียนของฉันให้หน่วยงานใดบ้าง และเก็บไว้นานเท่าใด',
    daysAgo: 40,
    answer: {
      by: people.administratorAu,
      outcome: 'granted',
      text: 'ผลการเรียนจากสถาบันที่ไปศึกษาใช้ภายในสำนักทะเบียนเพื่อเทียบโอนหน่วยกิตเท่านั้น และเก็บไว้ตลอดเวลาที่ต้องพิสูจน์หน่วยกิตของปริญญา รายการผู้เปิดดูอยู่ในหน้า “ประวัติการเปิดดู” ของคุณ',
      daysAgo: 31,
    },
  },
  {
    personId: people.studentPloy,
    kind: 'correction',
    organisationId: organisations.au,
    words: 'ปีที่เข้าศึกษาในระบบไม่ตรงกับใบแสดงผลการศึกษา กรุณาตรวจสอบและแก้ไข',
    daysAgo: 6,
  },
  {
    personId: people.studentPark,
    kind: 'objection',
    organisationId: organisations.saebyeok,
    words:
      '제 이름이 프로그램 참가자 명단에 표시되는 것에 반대합니다. 학교 밖에서는 보이지 않게 해 주십시오.',
    daysAgo: 3,
  },
]

/** Privacy's part of the demonstration; what somebody has asked already is passed over. */
export async function seedPrivacy(seeding: Seeding): Promise<void> {
  seeding.progress('privacy: requests')
  for (const each of asked) {
    if (await hasAsked(seeding, each.personId)) continue
    const { daysAgo, answer, ...input } = each
    const made = await by(seeding, input.personId, daysAgo, (work) =>
      makeRequest(work, { ...input, takenDown: null }),
    )
    if (isRefused(made)) throw new Error(`the request is refused: ${made.message.key}`)
    if (!answer) continue
    const { requestId } = made
    const { outcome, text } = answer
    const done = await by(seeding, answer.by, answer.daysAgo, (work) =>
      answerRequest(work, { requestId, outcome, answer: text }),
    )
    if (isRefused(done)) throw new Error(`the answer is refused: ${done.message.key}`)
  }
  seeding.progress('privacy: consents')
  await seedConsents(seeding, (personId, daysAgo, verb, language) =>
    by(seeding, personId, daysAgo, verb, language),
  )
  await seedTransfers(seeding, (personId, daysAgo, verb) => by(seeding, personId, daysAgo, verb))
  await seedBreaches(seeding)
}

async function hasAsked({ database }: Seeding, personId: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('data_requests')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function by<T>(
  { runner, database, now }: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T>,
  language: Language = 'en',
): Promise<T> {
  const context: WorkContext = {
    actor: { kind: 'person', personId, grants: await grantsOf(database.kysely, personId, now) },
    now: new Date(now.getTime() - daysAgo * dayMs),
    language,
  }
  return runner.perform(context, verb)
}
