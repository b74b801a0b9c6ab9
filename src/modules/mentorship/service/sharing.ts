import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import type { Message } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import { sharedNotice } from '../notices.ts'
import { type Sharer, sharersOf } from '../queries/sharing.ts'
import { studentById, type StudentRow } from '../queries/students.ts'

/** A student's page as one who shares it works on it: the student, who else shares it, and who works. */
export interface Shared {
  student: StudentRow
  sharers: Sharer[]
  self: string
  others: Sharer[]
}

/** The page locked until the commit, for one who shares it; for everybody else there is no such page. */
export async function sharedPage(work: Work, menteeId: string): Promise<Shared | Refusal> {
  const student = await studentById(work, menteeId, 'lock')
  const self = personOf(work.actor)
  if (!student || self === null || !work.may('mentorship.student.share', student)) {
    return refuse(404, m('refusal.no-student'))
  }
  const sharers = await sharersOf(work, student)
  return { student, sharers, self, others: sharers.filter(({ personId }) => personId !== self) }
}

/** Tells the others who share a page, each in their language. */
export async function tellOthers(
  work: Work,
  { student, others }: Shared,
  message: (language: Language) => Message,
): Promise<void> {
  for (const { personId, language } of others) {
    await notify(work, {
      personId,
      kind: sharedNotice,
      message: message(language),
      href: `/mentoring/students/${student.id}`,
    })
  }
}

/** What an entry about a student's shared page names. */
export function aboutStudent(student: StudentRow) {
  return {
    object: { kind: 'mentee', id: student.id },
    personId: student.person_id,
    organisationIds: [student.organisation_id],
  }
}
