import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast, grantsOf } from '#modules/alliance'
import { proposalsTo } from './queries/mentorships.ts'
import { profileOf } from './queries/profiles.ts'
import { heldMentors } from './queries/students.ts'
import { seededEngagement, seededMentors } from './seed/mentors.ts'
import type { MentorKind } from './schema.ts'
import { answerProposal } from './service/answers.ts'
import { addStudent, openEngagement } from './service/engagements.ts'
import { offerOneself } from './service/profiles.ts'
import { proposeForStudent } from './service/proposals.ts'

const { people, organisations } = cast
const dayMs = 24 * 60 * 60_000

/** Mentorship's part of the demonstration: mentors of three countries, a student with both, one who waits, one who lacks both. */
export async function seedMentorship(seeding: Seeding): Promise<void> {
  seeding.progress('mentorship: mentors of the alliance, and a student with two')
  for (const { personId, ...texts } of seededMentors) {
    await by(seeding, personId, 60, async (work) => {
      const known = await profileOf(work, personId)
      return known ? true : offerOneself(work, { ...texts, node: seeding.services.node })
    })
  }
  const students = await seedStudents(seeding)
  await propose(seeding, students.ploy, 'academic', people.academicMentorAu, 40)
  await propose(seeding, students.ploy, 'industry', people.industryMentor, 40)
  await accept(seeding, people.academicMentorAu, students.ploy, 38)
  await accept(seeding, people.industryMentor, students.ploy, 36)
  await propose(seeding, students.thanawat, 'academic', people.academicMentorAu, 3)
}

async function seedStudents(seeding: Seeding) {
  const { node } = seeding.services
  return by(seeding, people.coordinatorAu, 45, async (work) => {
    const opened = await openEngagement(work, { ...seededEngagement(seeding.now), node })
    if (isRefused(opened)) return opened
    const add = async (personId: string) => {
      const added = await addStudent(work, {
        engagementId: opened.engagementId,
        personId,
        organisationId: organisations.au,
        node,
      })
      if (isRefused(added)) throw new Error('a student of the seed is refused')
      return added.menteeId
    }
    return {
      ploy: await add(people.studentPloy),
      thanawat: await add(people.studentThanawat),
      kanyarat: await add(people.studentKanyarat),
    }
  })
}

/** What the office of the Thai university wrote to each mentor. */
const messages: Readonly<Record<MentorKind, string>> = {
  academic: 'อาจารย์เคยสอนนักศึกษากลุ่มนี้ในรายวิชาลายผ้าดิจิทัล จึงอยากเรียนเชิญเป็นที่ปรึกษาตลอดโครงการค่ะ',
  industry: '这名学生正在做织物纹样的数字化项目，您在游戏美术资产方面的经验会很有帮助。',
}

async function propose(
  seeding: Seeding,
  menteeId: string,
  kind: MentorKind,
  mentorId: string,
  daysAgo: number,
): Promise<void> {
  await by(seeding, people.coordinatorAu, daysAgo, async (work) => {
    const held = await heldMentors(work, [menteeId])
    if (held.some((each) => each.kind === kind)) return true
    return proposeForStudent(work, {
      menteeId,
      kind,
      mentorId,
      answerBy: null,
      message: messages[kind],
      evenOverload: false,
      asSuccessor: false,
      way: 'choice',
      node: seeding.services.node,
    })
  })
}

async function accept(
  seeding: Seeding,
  mentorId: string,
  menteeId: string,
  daysAgo: number,
): Promise<void> {
  await by(seeding, mentorId, daysAgo, async (work) => {
    const asked = (await proposalsTo(work, mentorId)).find((each) => each.mentee_id === menteeId)
    if (!asked) return true
    return answerProposal(work, { mentorshipId: asked.id, accepts: true, note: '' })
  })
}

/** Does something as one of the invented people, so many days ago. */
async function by<T>(
  { runner, database, now }: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  const context: WorkContext = {
    actor: { kind: 'person', personId, grants: await grantsOf(database.kysely, personId, now) },
    now: new Date(now.getTime() - daysAgo * dayMs),
    language: 'th',
  }
  const done = await runner.perform(context, verb)
  if (isRefused(done)) throw new Error(`the seed of mentorship is refused: ${done.message.key}`)
  return done
}
