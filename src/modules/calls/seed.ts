import { type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast, seedAs } from '#modules/alliance'
import { closedCall, currentCall, referredCall, reviewedCall, seededCalls } from './seed/calls.ts'
import { beginApplication, saveAnswers, submitApplication } from './service/applications.ts'
import { askReferee } from './service/references.ts'
import { addReviewers } from './service/reviews.ts'
import { openCall } from './service/opening.ts'
import type { CallDefinition } from './rules/questions.ts'
import type { CallTexts } from './service/calls.ts'

const { people, organisations } = cast
/** Calls' part of the demonstration: one that is open with a draft in it, one that waits for its decisions, one that is reviewed. */
export async function seedCalls(seeding: Seeding): Promise<void> {
  seeding.progress('calls: calls of an international office')
  if (!(await isThere(seeding, seededCalls.open))) {
    await publish(seeding, { ...currentCall(seeding.now), daysAgo: 12 })
  }
  await draft(seeding)
  if (!(await isThere(seeding, seededCalls.closed))) {
    await publish(seeding, { ...closedCall(seeding.now), daysAgo: 40 })
  }
  if (!(await isThere(seeding, seededCalls.reviewed))) {
    await publish(seeding, { ...reviewedCall(seeding.now), daysAgo: 30 })
  }
  if (!(await isThere(seeding, seededCalls.referred))) {
    await publish(seeding, { ...referredCall(seeding.now), daysAgo: 6 })
  }
  await refer(seeding)
  for (const callId of [seededCalls.closed, seededCalls.reviewed]) await send(seeding, callId)
  await nameReviewers(seeding)
}

async function isThere({ database }: Seeding, id: string): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('calls')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

interface SeededCall {
  id: string
  texts: CallTexts
  definition: CallDefinition
  daysAgo: number
}

async function publish(seeding: Seeding, call: SeededCall): Promise<void> {
  const { id, definition, daysAgo } = call
  const texts = { ...call.texts, blind: definition.review !== undefined }
  const opened = { organisationId: organisations.au, subject: null, definition, texts, id }
  await by(seeding, people.coordinatorAu, daysAgo, (work) =>
    openCall(work, { ...opened, publish: true, node: seeding.services.node }),
  )
}

/** A student who has begun and not finished. */
async function draft(seeding: Seeding): Promise<void> {
  const callId = seededCalls.open
  if (await hasApplied(seeding, callId, people.studentPloy)) return
  const node = seeding.services.node
  const begun = await by(seeding, people.studentPloy, 2, (work) =>
    beginApplication(work, { callId, node }),
  )
  await by(seeding, people.studentPloy, 2, (work) =>
    saveAnswers(work, {
      applicationId: begun.applicationId,
      answers: { q2: '3.42', q3: 'yes' },
    }),
  )
}

/** A student whose referee has been asked and has not answered. */
async function refer(seeding: Seeding): Promise<void> {
  const callId = seededCalls.referred
  if (await hasApplied(seeding, callId, people.studentThanawat)) return
  const node = seeding.services.node
  const student = people.studentThanawat
  const { applicationId } = await by(seeding, student, 3, (work) =>
    beginApplication(work, { callId, node }),
  )
  const answers = { q5: motives[student]! }
  await by(seeding, student, 3, (work) => saveAnswers(work, { applicationId, answers }))
  await by(seeding, student, 3, (work) =>
    askReferee(work, {
      applicationId,
      name: 'รศ. ดร. วิภาดา สุขเจริญ',
      address: 'wipada.s@craft-institute.example',
      language: 'th',
      node,
    }),
  )
}

const applicants = [
  { person: people.studentPloy, gpa: '3.42', wishes: ['d1', 'd2'] },
  { person: people.studentThanawat, gpa: '3.05', wishes: ['d1', 'd3'] },
  { person: people.studentKanyarat, gpa: '3.71', wishes: ['d2', 'd1'] },
] as const

const motives: Readonly<Record<string, string>> = {
  [people.studentPloy]:
    'หนูสนใจงานออกแบบลายผ้าร่วมสมัย และอยากเรียนรายวิชาการจัดการวัฒนธรรมเพื่อนำกลับมาใช้กับกลุ่มทอผ้าที่บ้าน',
  [people.studentThanawat]:
    'ผมทำโครงงานสื่อปฏิสัมพันธ์ในพิพิธภัณฑ์ และต้องการเรียนกับห้องปฏิบัติการที่ทำงานกับของสะสมจริง',
  [people.studentKanyarat]:
    'I want to compare how craft archives are taught, and to write my thesis on shared pattern vocabularies.',
}

/** What was sent to the call that waits for its decisions. */
async function send(seeding: Seeding, callId: string): Promise<void> {
  for (const { person, gpa, wishes } of applicants) {
    if (await hasApplied(seeding, callId, person)) continue
    const node = seeding.services.node
    const begun = await by(seeding, person, 20, (work) => beginApplication(work, { callId, node }))
    const { applicationId } = begun
    await by(seeding, person, 19, (work) =>
      saveAnswers(work, {
        applicationId,
        answers: {
          q2: gpa,
          q3: 'yes',
          q5: motives[person]!,
          q7: [...wishes],
        },
      }),
    )
    await by(seeding, person, 18, (work) => submitApplication(work, applicationId))
  }
}

/** Who reads the applications of the third call. */
async function nameReviewers(seeding: Seeding): Promise<void> {
  const callId = seededCalls.reviewed
  const named = await seeding.database.kysely
    .selectFrom('call_reviewers')
    .select('id')
    .where('call_id', '=', callId)
    .executeTakeFirst()
  if (named) return
  const personIds = [people.evaluatorAu, people.academicMentorAu]
  await by(seeding, people.coordinatorAu, 1, (work) =>
    addReviewers(work, { callId, personIds, address: '', most: 20 }),
  )
}

async function hasApplied(
  { database }: Seeding,
  callId: string,
  personId: string,
): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('call_applications')
    .select('id')
    .where('call_id', '=', callId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

function by<T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'th' }, verb)
}
