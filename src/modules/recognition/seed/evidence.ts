import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays } from '#kernel/values'
import { cast } from '#modules/alliance'
import { linesOfCase } from '../queries/cases.ts'
import { answerEvidence, type AskForEvidence, askForEvidence } from '../service/evidence.ts'
import type { Stage } from './cases.ts'

const { organisations, people, enrolments } = cast

/** What the office asks for: of a student who has not answered, of one who has, and of a coordinator abroad. */
export async function seedEvidence(seeding: Seeding, stage: Stage): Promise<void> {
  const { database, runner, services } = seeding
  const there = await database.kysely
    .selectFrom('evidence_requests')
    .select('id')
    .executeTakeFirst()
  if (there) return
  const { today } = stage
  const saebyeok = { enrolmentId: enrolments.kanyarat, host: organisations.saebyeok, code: null }
  const explained = await ask(seeding, stage, saebyeok, 6, {
    kind: 'explanation',
    words:
      'CUL202 is on the transcript without a class schedule. How many hours a week was it taught?',
    dueOn: addDays(today, 2),
    of: { party: 'student' },
  })
  const answering = await stage.by(people.studentKanyarat, stage.daysAgo(4))
  const answered =
    explained &&
    (await runner.perform(answering, (work) =>
      answerEvidence(work, {
        requestId: explained,
        words: 'เรียนสัปดาห์ละ 3 ชั่วโมง วันอังคารและวันพฤหัสบดี ตลอด 15 สัปดาห์',
        documents: [],
        origin: services.node,
      }),
    ))
  if (isRefused(answered)) {
    throw new Error(`a seeded answer was refused: ${answered.message.key}`)
  }
  await ask(seeding, stage, saebyeok, 3, {
    kind: 'verification-code',
    words: '',
    dueOn: addDays(today, 5),
    of: { party: 'host', name: '이서연', address: 'exchange@saebyeok.example', language: 'ko' },
  })
  const dunhuang = { enrolmentId: enrolments.ploy, host: organisations.pku, code: '04330999' }
  await ask(seeding, stage, dunhuang, 1, {
    kind: 'syllabus',
    words: 'หากไม่มีประมวลรายวิชา กำหนดการของเวิร์กชอปพร้อมจำนวนชั่วโมงก็ใช้ได้',
    dueOn: addDays(today, 9),
    of: { party: 'student' },
  })
}

async function ask(
  { runner, database }: Seeding,
  stage: Stage,
  about: { enrolmentId: string; host: string; code: string | null },
  daysAgo: number,
  asked: Omit<AskForEvidence, 'caseId' | 'lineId'>,
): Promise<string | null> {
  const owner = await database.kysely
    .selectFrom('recognition_cases')
    .select('id')
    .where('enrolment_id', '=', about.enrolmentId)
    .where('host_organisation_id', '=', about.host)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!owner) return null
  const context = await stage.by(people.evaluatorAu, stage.daysAgo(daysAgo))
  const lines = await linesOfCase(runner.reading(context), owner.id)
  const line = lines.find(({ code }) => code === about.code)
  const result = await runner.perform(context, (work) =>
    askForEvidence(work, { ...asked, caseId: owner.id, lineId: line?.id ?? null }),
  )
  if (isRefused(result)) throw new Error(`a seeded request was refused: ${result.message.key}`)
  return result.requestId
}
