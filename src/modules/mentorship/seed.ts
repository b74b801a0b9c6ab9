import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { addDays, dateInZone, instantAt } from '#kernel/values'
import { cast, seedAs } from '#modules/alliance'
import { proposalsTo } from './queries/mentorships.ts'
import { engagementById } from './queries/engagements.ts'
import { profileOf } from './queries/profiles.ts'
import { goalsOf, meetingById } from './queries/sharing.ts'
import { heldMentors } from './queries/students.ts'
import {
  seededEngagement,
  seededGoals,
  seededMeetings,
  seededMentors,
  seededNotes,
  seededWishes,
} from './seed/mentors.ts'
import type { MentorKind } from './schema.ts'
import { answerProposal } from './service/answers.ts'
import { addStudent, openEngagement } from './service/engagements.ts'
import { agreeToGoals, writeGoals } from './service/goals.ts'
import { fixMeeting, proposeMeeting, writeNote } from './service/meetings.ts'
import { offerOneself } from './service/profiles.ts'
import { setCheckIns } from './service/check-ins.ts'
import { proposeForStudent } from './service/proposals.ts'
import { askForWishes, sayWishes } from './service/wishes.ts'

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
  await share(seeding, students.ploy)
  await care(seeding, students)
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
      engagementId: opened.engagementId,
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

/** Wishes of one who lacks both mentors, and the question that the office lets be asked every four weeks. */
async function care(seeding: Seeding, students: { kanyarat: string; engagementId: string }) {
  const { node } = seeding.services
  const { engagementId } = students
  const known = await by(seeding, people.coordinatorAu, 0, (work) =>
    engagementById(work, engagementId),
  )
  if (known?.wishes_until !== null) return
  const until = addDays(dateInZone(seeding.now, 'Asia/Bangkok'), 12)
  await by(seeding, people.coordinatorAu, 4, (work) =>
    askForWishes(work, { engagementId, until, mentorIds: [people.curator], node }),
  )
  await by(seeding, people.coordinatorAu, 4, (work) =>
    setCheckIns(work, { engagementId, weeks: 4 }),
  )
  await by(seeding, people.studentKanyarat, 2, (work) =>
    sayWishes(work, { menteeId: students.kanyarat, ...seededWishes }),
  )
}

/** What the student and her two mentors have shared: goals that all agree to, a meeting with its note, and the next one. */
async function share(seeding: Seeding, menteeId: string): Promise<void> {
  const { node } = seeding.services
  const known = await by(seeding, people.studentPloy, 0, (work) => goalsOf(work, menteeId))
  if (known) return
  await by(seeding, people.studentPloy, 34, (work) =>
    writeGoals(work, { menteeId, seen: 0, text: seededGoals }),
  )
  for (const [personId, daysAgo] of [
    [people.academicMentorAu, 33],
    [people.industryMentor, 32],
  ] as const) {
    await by(seeding, personId, daysAgo, (work) => agreeToGoals(work, { menteeId, seen: 1 }))
  }
  const held = await meet(
    seeding,
    menteeId,
    people.industryMentor,
    30,
    20,
    seededMeetings.first,
    node,
  )
  await by(seeding, people.industryMentor, 19, (work) =>
    writeNote(work, { menteeId, meetingId: held, text: seededNotes.industry }),
  )
  await by(seeding, people.academicMentorAu, 18, (work) =>
    writeNote(work, { menteeId, meetingId: null, text: seededNotes.academic }),
  )
  await meet(seeding, menteeId, people.studentPloy, 2, -5, seededMeetings.next, node)
}

/** A meeting that somebody proposed for a day so many days ago (or to come), and that was fixed for it. */
async function meet(
  seeding: Seeding,
  menteeId: string,
  personId: string,
  proposedDaysAgo: number,
  heldDaysAgo: number,
  texts: { topic: string; place: string; minutes: number },
  node: string,
): Promise<string> {
  const day = dateInZone(new Date(seeding.now.getTime() - heldDaysAgo * dayMs), 'Asia/Bangkok')
  const at = instantAt(day, '14:00', 'Asia/Bangkok')!
  const { meetingId } = await by(seeding, personId, proposedDaysAgo, (work) =>
    proposeMeeting(work, { menteeId, ...texts, times: [at], node }),
  )
  await by(seeding, personId, proposedDaysAgo - 1, async (work) => {
    const found = await meetingById(work, meetingId)
    return fixMeeting(work, { meetingId, timeId: found!.meeting.times[0]!.id })
  })
  return meetingId
}

/** Does something as one of the invented people, so many days ago. */
function by<T>(
  seeding: Seeding,
  personId: string,
  daysAgo: number,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T> {
  return seedAs(seeding, { personId, daysAgo, language: 'th' }, verb)
}
