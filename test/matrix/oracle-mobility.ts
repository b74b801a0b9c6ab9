import type { Role, What, Who } from './people.ts'

type Oracle = (who: Who, what: What) => boolean

const plays = (who: Who, roles: readonly string[], reaches: (role: Role) => boolean = () => true) =>
  who.person !== null && who.roles.some((each) => roles.includes(each.role) && reaches(each))
const own: Oracle = (who, what) => who.person !== null && what.person === who.person
/** Nobody acts on their own stay for the office, nor has it done by their stand-in. */
const ofAnother = (who: Who, role: Role, what: What) =>
  what.person !== who.person && (role.inPlaceOf === null || what.person !== role.inPlaceOf)

/** The sending institution's, of the degree programme where the role is limited to one. */
const sends = (role: Role, what: What) =>
  role.object === null &&
  role.organisation !== null &&
  role.organisation === what.organisation &&
  (role.programme === null || role.programme === what.programme)
/** The receiving institution's as a whole, once it was told: a waiting list is the sending one's own. */
const receives = (role: Role, what: What) =>
  role.object === null &&
  role.programme === null &&
  role.organisation !== null &&
  role.organisation === what.host &&
  what.state !== 'waiting'

const offices = ['coordinator', 'administrator', 'registrar']
const inAnOffice: Oracle = (who, what) =>
  plays(who, offices, (role) => sends(role, what) || receives(role, what))
const sendingCoordinator: Oracle = (who, what) =>
  plays(who, ['coordinator'], (role) => sends(role, what) && ofAnother(who, role, what))
const receivingCoordinator: Oracle = (who, what) =>
  plays(who, ['coordinator'], (role) => receives(role, what) && ofAnother(who, role, what))

/** The coordinator of the institution as a whole. */
const coordinates: Oracle = (who, what) =>
  plays(
    who,
    ['coordinator'],
    (role) =>
      role.object === null &&
      role.programme === null &&
      role.organisation !== null &&
      role.organisation === what.organisation,
  )

/** The partner's office as a whole, once it was asked. */
const asksPartner = (role: Role, what: What) =>
  role.object === null &&
  role.programme === null &&
  role.organisation !== null &&
  role.organisation === what.host &&
  what.state !== 'hidden'
const readsVisit: Oracle = (who, what) =>
  plays(
    who,
    ['coordinator', 'administrator'],
    (role) =>
      asksPartner(role, what) ||
      (role.object === null &&
        role.programme === null &&
        role.organisation !== null &&
        role.organisation === what.organisation),
  )

/** Who may do what with students who are exchanged. */
export const mobilityOracle: Readonly<Record<string, Oracle>> = {
  'mobility.stay.open': (who) => plays(who, offices),
  'mobility.stay.list': inAnOffice,
  'mobility.stay.read': (who, what) => own(who, what) || inAnOffice(who, what),
  'mobility.own-stay.open': (who) => plays(who, ['student']),
  'mobility.stay.withdraw': (who, what) => own(who, what) || sendingCoordinator(who, what),
  'mobility.nomination.open': (who) => plays(who, ['coordinator']),
  'mobility.nomination.make': sendingCoordinator,
  'mobility.nomination.answer': receivingCoordinator,
  // What is studied is chosen once the host has approved, and changed while the stay runs.
  'mobility.agreement.edit': (who, what) =>
    (what.state === 'approved' || what.state === 'live') &&
    (own(who, what) || sendingCoordinator(who, what)),
  // The host confirms, and hands over the transcript; what changes is recorded by either side.
  'mobility.stay.confirm': receivingCoordinator,
  'mobility.transcript.give': receivingCoordinator,
  'mobility.stay.change': (who, what) =>
    sendingCoordinator(who, what) || receivingCoordinator(who, what),
  'mobility.stay.confirm-by-link': (who, what) =>
    who.link?.action === 'mobility.stay.confirm-by-link' && who.link.object === what.id,
  'mobility.contact.confirm-arrivals-by-link': (who, what) =>
    who.link?.action === 'mobility.contact.confirm-arrivals-by-link' && who.link.object === what.id,
  'mobility.contact.confirm-departures-by-link': (who, what) =>
    who.link?.action === 'mobility.contact.confirm-departures-by-link' &&
    who.link.object === what.id,
  // Whether people are safe is asked in the name of one institution, and answered by each.
  // What is settled before a stay: the student and the coordinators of both sides, until it is over.
  'mobility.preparation.read': (who, what) =>
    (what.state === 'approved' || what.state === 'live' || what.state === 'returned') &&
    (own(who, what) || sendingCoordinator(who, what) || receivingCoordinator(who, what)),
  'mobility.preparation.keep': (who, what) =>
    (what.state === 'approved' || what.state === 'live') &&
    (own(who, what) || sendingCoordinator(who, what)),
  'mobility.selection.read': coordinates,
  // Who is where is an office's to ask about, each in its own name; each answers for themselves.
  'care.who.open': (who) => plays(who, ['coordinator']),
  'care.check.ask': coordinates,
  'care.check.read': coordinates,
  'care.check.answer': own,
  'care.check.answer-by-link': (who, what) =>
    who.link?.action === 'care.check.answer-by-link' && who.link.object === what.id,
  // A visit is its maker's; the partner's office knows of it once it was asked.
  'mobility.visit.open': (who) => plays(who, ['coordinator', 'administrator']),
  'mobility.visit.make': (who) => plays(who, ['coordinator']),
  'mobility.visit.list': readsVisit,
  'mobility.visit.read': readsVisit,
  'mobility.visit.edit': coordinates,
  'mobility.visit.answer': (who, what) =>
    plays(who, ['coordinator'], (role) => asksPartner(role, what)),
  'mobility.visit.answer-by-link': (who, what) =>
    who.link?.action === 'mobility.visit.answer-by-link' && who.link.object === what.id,
  // Whom to write to at a partner is the whole institution's to say.
  'mobility.contact.keep': (who, what) =>
    plays(who, ['coordinator'], (role) => sends(role, what) && role.programme === null),
  'mobility.nomination.answer-by-link': (who, what) =>
    who.link?.action === 'mobility.nomination.answer-by-link' && who.link.object === what.id,
}
