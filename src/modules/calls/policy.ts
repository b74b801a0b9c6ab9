import { allow, has, inOrganisation, isAnotherPerson, isPerson, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')
const another = isAnotherPerson('person_id')
const sent = has('state', 'submitted', 'withdrawn')
const submitted = has('state', 'submitted')
const managers = ['coordinator', 'administrator'] as const

/**
 * The module's rows of the rule table: a call is its institution's until it is published, and then everybody's to read.
 * A draft is its applicant's alone; what was sent is the coordinators', and nobody decides their own.
 */
export const callRules: readonly Rule[] = [
  allow('public', 'calls.call.browse'),
  // A draft is not there for whoever may not write it: no route loads it for them.
  allow('public', 'calls.call.read'),
  ...managers.flatMap((role) => [
    allow(role, 'calls.office.open'),
    allow(role, 'calls.call.list', here),
    allow(role, 'calls.call.edit', here),
  ]),

  allow('signed-in', 'calls.application.begin'),
  allow('self', 'calls.application.read', isPerson()),
  allow('self', 'calls.application.fill', isPerson(), has('state', 'draft')),
  // Who presses twice finds it sent.
  allow('self', 'calls.application.send', isPerson(), has('state', 'draft', 'submitted')),
  allow('self', 'calls.application.withdraw', isPerson(), has('state', 'draft', 'submitted')),
  // Referees are named while the form is filled in, and who declined is replaced afterwards.
  allow('self', 'calls.application.refer', isPerson(), has('state', 'draft', 'submitted')),
  allow('self', 'calls.application.reply', isPerson(), submitted),

  allow('coordinator', 'calls.application.list', here, sent),
  allow('coordinator', 'calls.application.read', here, sent),
  allow('coordinator', 'calls.application.decide', here, another, submitted),
  allow('link', 'calls.reference.give'),
  // An appeal is the applicant's; whoever made the decision is refused by the verb, with a word why.
  allow('self', 'calls.appeal.make', isPerson(), submitted),
  allow('coordinator', 'calls.appeal.decide', here, another, submitted),
  // A reviewer reads what they were asked to, and gives it until the decisions are closed.
  allow('signed-in', 'calls.review.open'),
  allow('self', 'calls.review.read', isPerson('reviewer_id'), has('state', 'open', 'given')),
  allow('self', 'calls.review.give', isPerson('reviewer_id'), has('state', 'open', 'given')),

  // A sitting is planned by the office and read by who sits in it; chair and minute-taker record with the office, and the
  // chair alone approves: in person, so that no stand-in does.
  allow('coordinator', 'calls.sitting.plan', here),
  allow('coordinator', 'calls.sitting.read', here),
  allow('coordinator', 'calls.sitting.record', here),
  allow('self', 'calls.sitting.read', isPerson('member_id')),
  ...(['chair_id', 'secretary_id'] as const).flatMap((officer) => [
    allow('self', 'calls.sitting.read', isPerson(officer)),
    allow('self', 'calls.sitting.record', isPerson(officer)),
  ]),
  allow('self', 'calls.sitting.approve', isPerson('chair_id')),

  allow('coordinator', 'calls.selection.open', here),
  allow('coordinator', 'calls.selection.decide', here),
]
