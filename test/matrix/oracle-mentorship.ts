import type { Role, What, Who } from './people.ts'

type Oracle = (who: Who, what: What) => boolean

const signedIn: Oracle = ({ person }) => person !== null
const isStudent: Oracle = ({ person }, what) => person !== null && what.person === person
const isMentor: Oracle = ({ person }, what) => person !== null && what.asked === person
const runsAnOffice: Oracle = ({ person, roles }) =>
  person !== null && roles.some(({ role }) => ['coordinator', 'administrator'].includes(role))

/** The roles by which somebody speaks for the office of a student's school, for the whole of it. */
const offices = ({ roles, person }: Who, what: What): Role[] =>
  person === null
    ? []
    : roles.filter(
        ({ role, organisation, programme, object }) =>
          ['coordinator', 'administrator'].includes(role) &&
          organisation !== null &&
          organisation === what.organisation &&
          programme === null &&
          object === null,
      )
const isOffice: Oracle = (who, what) => offices(who, what).length > 0

/** Nobody arranges their own mentors, nor those of whom they stand in for. */
const isOfficeOfAnother: Oracle = (who, what) =>
  what.person !== who.person &&
  offices(who, what).some(({ inPlaceOf }) => inPlaceOf === null || inPlaceOf !== what.person)

const wishes = 'mentorship.wishes.answer-by-link'
const checkIns = 'mentorship.check-in.answer-by-link'
const answers = 'mentorship.mentorship.answer-by-link'

/** A school's office proposes; only the mentor accepts; what the three share is theirs and the office's to read. */
export const mentorshipOracle: Readonly<Record<string, Oracle>> = {
  'mentorship.own.open': signedIn,
  'mentorship.profile.offer-oneself': signedIn,
  'mentorship.desk.open': runsAnOffice,
  'mentorship.profile.offer': isOffice,
  'mentorship.profile.edit': (who, what) => isStudent(who, what) || isOffice(who, what),
  'mentorship.engagement.edit': isOffice,
  'mentorship.student.list': isOffice,
  'mentorship.student.read': (who, what) =>
    isStudent(who, what) || isMentor(who, what) || isOffice(who, what),
  'mentorship.student.share': (who, what) => isStudent(who, what) || isMentor(who, what),
  'mentorship.student.wish': isStudent,
  'mentorship.student.propose': isOfficeOfAnother,
  'mentorship.student.remove': isOfficeOfAnother,
  'mentorship.mentorship.end': (who, what) =>
    ['proposed', 'accepted', 'active'].includes(what.state ?? '') && isOfficeOfAnother(who, what),
  'mentorship.mentorship.letter': (who, what) =>
    ['accepted', 'active', 'ended', 'replaced'].includes(what.state ?? '') &&
    (isMentor(who, what) || isOffice(who, what)),
  'mentorship.mentorship.answer': (who, what) => what.state === 'proposed' && isMentor(who, what),
  'mentorship.mentorship.leave': (who, what) =>
    ['accepted', 'active'].includes(what.state ?? '') && isMentor(who, what),
  'mentorship.wishes.answer': isMentor,
  [wishes]: ({ link }, what) => link?.action === wishes && link.object === what.id,
  [checkIns]: ({ link }, what) => link?.action === checkIns && link.object === what.id,
  [answers]: ({ link }, what) => link?.action === answers && link.object === what.id,
}
