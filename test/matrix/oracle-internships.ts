import type { Role, What, Who } from './people.ts'

type Oracle = (who: Who, what: What) => boolean

const plays = (who: Who, roles: readonly string[], reaches: (role: Role) => boolean = () => true) =>
  who.person !== null && who.roles.some((each) => roles.includes(each.role) && reaches(each))

const everybody: Oracle = () => true
const whoeverIsSignedIn: Oracle = (who) => who.person !== null
const aboutThemselves: Oracle = (who, what) => who.person !== null && what.person === who.person
const whoeverPlays =
  (...roles: string[]): Oracle =>
  (who) =>
    plays(who, roles)
const theSecretariat: Oracle = (who) => plays(who, ['secretariat'], ({ object }) => object === null)

/** For what concerns the school as a whole: a role limited to one programme or object does not speak for it. */
const forTheWholeSchool = ({ organisation, programme, object }: Role, what: What) =>
  object === null &&
  programme === null &&
  organisation !== null &&
  organisation === what.organisation
const forTheSchool =
  (...roles: string[]): Oracle =>
  (who, what) =>
    plays(who, roles, (role) => forTheWholeSchool(role, what))
/** The school whose student it is reads along. */
const whereItIsOrFrom: Oracle = (who, what) =>
  forTheSchool('coordinator')(who, what) ||
  forTheSchool('coordinator')(who, { ...what, organisation: what.sending ?? null })
const either =
  (...oracles: Oracle[]): Oracle =>
  (who, what) =>
    oracles.some((oracle) => oracle(who, what))
const whileItIs =
  (state: string, oracle: Oracle): Oracle =>
  (who, what) =>
    what.state === state && oracle(who, what)

/** A coordinator of a place for somebody else: not for themselves, nor for whom they stand in. */
const forOthersAt = (who: Who, what: What, organisation: string | null) =>
  plays(
    who,
    ['coordinator'],
    (role) =>
      forTheWholeSchool(role, { ...what, organisation }) &&
      what.person !== who.person &&
      (role.inPlaceOf === null || what.person !== role.inPlaceOf),
  )

/** A coordinator of the school that keeps the position, or of the student's, and never of their own. */
const bothSchools: Oracle = (who, what) =>
  [what.organisation, what.sending ?? null].some((place) => forOthersAt(who, what, place))

/** Who may do what with permission packs, hosts, positions, applications and hours, in words of its own. */
export const internshipOracle: Readonly<Record<string, Oracle>> = {
  // What a stay needs is public; offices see the whole of it, and the secretariat answers for it.
  'clearance.pack.read': everybody,
  'clearance.pack.open': whoeverPlays('secretariat', 'coordinator', 'administrator', 'registrar'),
  'clearance.pack.publish': theSecretariat,

  // Positions are public; the secretariat vets hosts for all, an office works on its own positions.
  'internships.position.browse': everybody,
  'internships.position.read': everybody,
  'internships.office.open': whoeverPlays('secretariat', 'coordinator', 'administrator'),
  'internships.host.read': whoeverPlays('secretariat', 'coordinator', 'administrator'),
  'internships.host.vet': theSecretariat,
  'internships.host.propose': whoeverPlays('coordinator', 'administrator'),
  'internships.position.make': whoeverPlays('coordinator', 'administrator'),
  'internships.position.edit': forTheSchool('coordinator', 'administrator'),
  'internships.application.send': whoeverIsSignedIn,
  // What a student found is checked by the school where they study, and by nobody for themselves.
  'internships.proposal.list': forTheSchool('coordinator'),
  'internships.proposal.read': either(aboutThemselves, forTheSchool('coordinator')),
  'internships.proposal.decide': (who, what) =>
    plays(
      who,
      ['coordinator'],
      (role) =>
        forTheWholeSchool(role, what) &&
        what.person !== who.person &&
        (role.inPlaceOf === null || what.person !== role.inPlaceOf),
    ),
  'internships.proposal.withdraw': either(
    whileItIs('sent', aboutThemselves),
    whileItIs('withdrawn', aboutThemselves),
  ),
  'internships.application.list': whereItIsOrFrom,
  'internships.application.read': either(aboutThemselves, whereItIsOrFrom),
  'internships.application.decide': (who, what) =>
    plays(
      who,
      ['coordinator'],
      (role) =>
        forTheWholeSchool(role, what) &&
        what.person !== who.person &&
        (role.inPlaceOf === null || what.person !== role.inPlaceOf),
    ),
  'internships.application.answer': either(
    whileItIs('offered', aboutThemselves),
    whileItIs('accepted', aboutThemselves),
  ),
  // A time for an interview is picked while the application waits.
  'internships.application.pick': whileItIs('sent', aboutThemselves),
  'internships.application.withdraw': either(
    whileItIs('sent', aboutThemselves),
    whileItIs('withdrawn', aboutThemselves),
  ),
  // That a round is held is public; its office holds it, who takes part wishes, and the host's own coordinator ranks, or the office for it.
  'internships.round.read': everybody,
  'internships.round.wish': whoeverIsSignedIn,
  'internships.round.open': whoeverPlays('coordinator'),
  'internships.round.list': forTheSchool('coordinator'),
  'internships.round.manage': (who, what) => forOthersAt(who, what, what.organisation),
  'internships.round.rank': (who, what) =>
    [what.organisation, what.host ?? null].some((place) => forOthersAt(who, what, place)),
  'internships.round.rank-by-link': (who, what) =>
    who.link?.action === 'internships.round.rank-by-link' && who.link.object === what.id,
  // What was before the house is the student's own school's: it lists it, takes it back, and brings in nothing of whoever does it.
  'internships.past.open': whoeverPlays('coordinator'),
  'internships.past.list': forTheSchool('coordinator'),
  'internships.past.manage': forTheSchool('coordinator'),
  'internships.past.read': either(aboutThemselves, forTheSchool('coordinator')),
  'internships.past.bring': (who, what) => forOthersAt(who, what, what.organisation),
  'internships.placement.list': whereItIsOrFrom,
  'internships.placement.read': either(aboutThemselves, whereItIsOrFrom),
  'internships.placement.log': aboutThemselves,
  // A student evaluates for themselves; a mentor by a link for the one evaluation.
  'internships.evaluation.give': aboutThemselves,
  'internships.evaluation.give-by-link': (who, what) =>
    who.link?.action === 'internships.evaluation.give-by-link' && who.link.object === what.id,
  'internships.week.answer-by-link': (who, what) =>
    who.link?.action === 'internships.week.answer-by-link' && who.link.object === what.id,
  'internships.visit.act-by-link': (who, what) =>
    who.link?.action === 'internships.visit.act-by-link' && who.link.object === what.id,
  // An incident is reported by whose placement it is, or by an office of either school; the offices see it through.
  'internships.incident.report': either(aboutThemselves, bothSchools),
  'internships.incident.open': whoeverPlays('coordinator'),
  'internships.incident.list': bothSchools,
  'internships.incident.handle': bothSchools,
  'internships.incident.report-by-link': (who, what) =>
    who.link?.action === 'internships.incident.report-by-link' && who.link.object === what.id,
  // Either school writes the agreement and says what interrupts a placement; nobody does it of their own.
  'internships.placement.manage': (who, what) =>
    [what.organisation, what.sending ?? null].some((organisation) =>
      plays(
        who,
        ['coordinator'],
        (role) =>
          forTheWholeSchool(role, { ...what, organisation }) &&
          what.person !== who.person &&
          (role.inPlaceOf === null || what.person !== role.inPlaceOf),
      ),
    ),
}
