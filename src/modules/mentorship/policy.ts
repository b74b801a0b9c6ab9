import { allow, has, inOrganisation, isAnotherPerson, isPerson, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')
const another = isAnotherPerson('person_id')
const managers = ['coordinator', 'administrator'] as const
/** A proposal that nobody accepted is the mentor's and the office's matter: the student does not hear of it. */
const held = has('state', 'accepted', 'active')
/** Whoever accepted has a letter, also when it is over. */
const appointed = has('state', 'accepted', 'active', 'ended', 'replaced')

/**
 * The module's rows of the rule table. The office of the student's school proposes mentors; only the mentor accepts. What
 * the three share is for the student, the mentors who hold the place, and the office.
 */
export const mentorshipRules: readonly Rule[] = [
  allow('signed-in', 'mentorship.own.open'),
  allow('signed-in', 'mentorship.profile.offer-oneself'),
  ...managers.flatMap((role) => [
    allow(role, 'mentorship.desk.open'),
    allow(role, 'mentorship.profile.offer', here),
    allow(role, 'mentorship.profile.edit', here),
    allow(role, 'mentorship.engagement.edit', here),
    allow(role, 'mentorship.student.list', here),
    allow(role, 'mentorship.student.read', here),
    allow(role, 'mentorship.student.propose', here, another),
    allow(role, 'mentorship.student.remove', here, another),
    allow(role, 'mentorship.mentorship.letter', here, appointed),
    allow(
      role,
      'mentorship.mentorship.end',
      here,
      another,
      has('state', 'proposed', 'accepted', 'active'),
    ),
  ]),
  allow('self', 'mentorship.profile.edit', isPerson()),
  allow('self', 'mentorship.student.read', isPerson()),
  allow('self', 'mentorship.student.read', isPerson('mentor_id')),
  allow('self', 'mentorship.student.wish', isPerson()),
  allow('self', 'mentorship.student.share', isPerson()),
  allow('self', 'mentorship.student.share', isPerson('mentor_id')),
  allow('self', 'mentorship.mentorship.answer', isPerson('mentor_id'), has('state', 'proposed')),
  allow('self', 'mentorship.mentorship.letter', isPerson('mentor_id'), appointed),
  allow('self', 'mentorship.mentorship.leave', isPerson('mentor_id'), held),
  allow('self', 'mentorship.wishes.answer', isPerson('mentor_id')),
  allow('link', 'mentorship.wishes.answer-by-link'),
  allow('link', 'mentorship.check-in.answer-by-link'),
  allow('link', 'mentorship.mentorship.answer-by-link'),
]
