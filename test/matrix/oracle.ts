import { callOracle } from './oracle-calls.ts'
import { mentorshipOracle } from './oracle-mentorship.ts'
import { internshipOracle } from './oracle-internships.ts'
import { exhibitionOracle } from './oracle-shows.ts'
import { mobilityOracle } from './oracle-mobility.ts'
import { nothing, type Role, type What, type Who } from './people.ts'

/** Whether somebody may do an action to something, said in words of its own: no row of the rule table is read here. */
export type Oracle = (who: Who, what: What) => boolean

/** A role that is limited to one object gives nothing beyond that object, and no rule speaks of such objects yet. */
const unlimited = (role: Role) => role.object === null
const ofThatSchool = (role: Role, what: What) =>
  unlimited(role) && role.organisation !== null && role.organisation === what.organisation
/** For work on a person's record: the school's, and the programme's where the role is limited to one. */
const withinItsProgramme = (role: Role, what: What) =>
  ofThatSchool(role, what) && (role.programme === null || role.programme === what.programme)
/** For what concerns the school as a whole: a role limited to one programme does not speak for the school. */
const forTheWholeSchool = (role: Role, what: What) =>
  ofThatSchool(role, what) && role.programme === null

const plays = (who: Who, roles: readonly string[], reaches: (role: Role) => boolean = () => true) =>
  who.person !== null && who.roles.some((each) => roles.includes(each.role) && reaches(each))

/** Nobody judges what concerns themselves, and nobody has it judged by their stand-in. */
const aboutAnother = (who: Who, role: Role, what: What) =>
  what.person !== who.person && (role.inPlaceOf === null || what.person !== role.inPlaceOf)
const aboutThemselves = (who: Who, what: What) => who.person !== null && what.person === who.person

/** Whom a question or a request names. */
const isAsked: Oracle = (who, what) => who.person !== null && what.asked === who.person

const everybody: Oracle = () => true
const whoeverIsSignedIn: Oracle = (who) => who.person !== null
const whoeverPlays =
  (...roles: string[]): Oracle =>
  (who) =>
    plays(who, roles)
const inTheSchool =
  (...roles: string[]): Oracle =>
  (who, what) =>
    plays(who, roles, (role) => ofThatSchool(role, what))
const forTheSchool =
  (...roles: string[]): Oracle =>
  (who, what) =>
    plays(who, roles, (role) => forTheWholeSchool(role, what))
const inTheProgramme =
  (...roles: string[]): Oracle =>
  (who, what) =>
    plays(who, roles, (role) => withinItsProgramme(role, what))
const ofAnother =
  (...roles: string[]): Oracle =>
  (who, what) =>
    plays(who, roles, (role) => withinItsProgramme(role, what) && aboutAnother(who, role, what))
/** Whoever holds the link that was sent for exactly this act, to exactly this thing. */
const whoeverHoldsItsLink =
  (act: string): Oracle =>
  (who, what) =>
    who.link?.action === act && who.link.object === what.id
/** Several acts on one kind of thing that are the same people's. */
const each = (thing: string, acts: readonly string[], who: Oracle): Record<string, Oracle> =>
  Object.fromEntries(acts.map((act) => [`${thing}.${act}`, who]))
const byItsLink = (act: string): Record<string, Oracle> => ({ [act]: whoeverHoldsItsLink(act) })
/** The secretariat acts for the alliance as a whole: its appointment has no organisation and no limit. */
const theSecretariat: Oracle = (who) => plays(who, ['secretariat'])
const either =
  (...oracles: Oracle[]): Oracle =>
  (who, what) =>
    oracles.some((oracle) => oracle(who, what))
const whileItIs =
  (state: string, oracle: Oracle): Oracle =>
  (who, what) =>
    what.state === state && oracle(who, what)

/** A role in a unit works on what is of the unit; one of the whole school on everything. */
const ofItsUnit = (role: Role, what: What) => role.unit == null || role.unit === what.unit
const isAskedAbout = (role: Role, what: What) => role.unit != null && role.unit === what.askedUnit
/** The evaluator of the case: of its programme and its unit, and never their own. */
const evaluates: Oracle = (who, what) =>
  plays(
    who,
    ['evaluator'],
    (role) =>
      withinItsProgramme(role, what) && aboutAnother(who, role, what) && ofItsUnit(role, what),
  )
/** Whoever works on cases sees them: evaluators of units those of their units, and those about which these are asked. */
const worksOnCases: Oracle = (who, what) =>
  inTheProgramme('coordinator', 'registrar')(who, what) ||
  plays(
    who,
    ['evaluator'],
    (role) => withinItsProgramme(role, what) && (ofItsUnit(role, what) || isAskedAbout(role, what)),
  )
const evaluatorOfItsUnit: Oracle = (who, what) =>
  plays(who, ['evaluator'], (role) => withinItsProgramme(role, what) && ofItsUnit(role, what))

/** The same for what nobody does about themselves: to ask, to talk. */
const worksOnCaseOfAnother: Oracle = (who, what) =>
  ofAnother('coordinator', 'registrar')(who, what) ||
  plays(
    who,
    ['evaluator'],
    (role) =>
      withinItsProgramme(role, what) &&
      aboutAnother(who, role, what) &&
      (ofItsUnit(role, what) || isAskedAbout(role, what)),
  )

const creditOffice = ['evaluator', 'coordinator', 'registrar']
const office = ['administrator', 'coordinator', 'registrar']
const teachers = ['evaluator', 'academic-mentor']

/** Mail of a school is its office's, mail of no school the secretariat's. */
const readsMail: Oracle = (who, what) =>
  what.organisation === null
    ? theSecretariat(who, what)
    : forTheSchool(...office, 'evaluator')(who, what)

/** A transcript is brought in by the student, or for the student by the office; not by somebody of the office for themselves. */
const bringsIn = either(aboutThemselves, ofAnother(...creditOffice))
const ownDraft: Oracle = (who, what) =>
  who.person !== null && what.creator === who.person && bringsIn(who, what)

/** What was packed is for whoever packed it, while they still work with credit at that school. */
const ownArchive: Oracle = (who, what) =>
  who.person !== null && what.creator === who.person && inTheSchool(...creditOffice)(who, what)

/** Who works with an institution's rounds of matching, and with what it hands over. */
const matches = either(theSecretariat, forTheSchool('coordinator', 'administrator'))
const keepsRegisters = either(theSecretariat, forTheSchool('administrator'))

/** Whoever looks after an institution's agreements, of those that it knows. */
const agrees =
  (...roles: string[]): Oracle =>
  (who, what) =>
    what.state !== 'hidden' && forTheSchool(...roles)(who, what)

/** An appointment is made by the administrator; by the coordinator below that; by the secretariat for offices. */
function appoints(who: Who, what: What, mayBeOneself: boolean): boolean {
  return who.roles.some((role) => {
    if (!mayBeOneself && !aboutAnother(who, role, what)) return false
    if (role.role === 'secretariat') {
      return ['secretariat', 'administrator', 'coordinator'].includes(what.role ?? '')
    }
    if (!forTheWholeSchool(role, what)) return false
    if (role.role === 'administrator') return true
    const above = ['administrator', 'secretariat'].includes(what.role ?? '')
    return role.role === 'coordinator' && what.role !== null && !above
  })
}

/** Whoever looks after what an institution holds. */
const holds = forTheSchool('curator', 'coordinator')

/** The administrator for the school, the secretariat for the alliance, and nobody for themselves. */
function answersForData(who: Who, what: What): boolean {
  return who.roles.some(
    (role) =>
      aboutAnother(who, role, what) &&
      (role.role === 'secretariat' ||
        (role.role === 'administrator' && forTheWholeSchool(role, what))),
  )
}

function onlyAsSecretariat(who: Who): Who {
  return { ...who, roles: who.roles.filter(({ role }) => role === 'secretariat') }
}

/** Whoever is asked to sign: the person, or who holds the role at the school that is asked, once it is their turn. */
const isAskedToSign: Oracle = (who, what) =>
  what.state !== null &&
  what.state !== 'later' &&
  (aboutThemselves(who, what) ||
    (what.role !== null && what.role !== 'student' && forTheSchool(what.role)(who, what)))

/** Who may do what. A module that brings an action writes its line here, from what its issue says. */
export const oracle: Readonly<Record<string, Oracle>> = {
  'site.open': everybody,
  'site.open-signed-in': whoeverIsSignedIn,
  // Work and leave.
  'tasks.task.list': whoeverIsSignedIn,
  'tasks.task.manage': forTheSchool('administrator', 'coordinator'),
  'tasks.leave.declare': either(aboutThemselves, forTheSchool('administrator')),
  // What a letter lets its reader do without signing in: to its one task, of its one kind of letter.
  'tasks.task.complete': whoeverHoldsItsLink('tasks.task.complete'),
  'tasks.task.give-away': whoeverHoldsItsLink('tasks.task.give-away'),
  'tasks.task.plan': whoeverHoldsItsLink('tasks.task.plan'),
  'notices.kind.stop': whoeverHoldsItsLink('notices.kind.stop'),
  // The alliance shows itself to everybody.
  'alliance.organisation.read': everybody,
  'alliance.programme.read': everybody,
  'alliance.initiative.read': everybody,

  // The secretariat keeps the alliance; each school keeps itself.
  'alliance.organisation.create': theSecretariat,
  'alliance.membership.change': theSecretariat,
  'alliance.programme.change': theSecretariat,
  'alliance.cohort.change': theSecretariat,
  'alliance.initiative.change': theSecretariat,
  'alliance.organisation.change': either(
    theSecretariat,
    forTheSchool('administrator', 'coordinator'),
  ),
  'alliance.own-organisation.open': inTheSchool(...office, ...teachers),
  'alliance.own-organisation.read': either(theSecretariat, inTheSchool(...office, ...teachers)),
  'alliance.unit.change': forTheSchool('administrator', 'coordinator'),
  'alliance.mailbox.change': forTheSchool('administrator', 'coordinator'),
  'alliance.term.change': forTheSchool(...office),
  'alliance.degree-programme.change': forTheSchool(...office),

  // People: seen by those who work with them, and by themselves.
  'alliance.person.read': either(aboutThemselves, forTheSchool(...office, ...teachers)),
  'alliance.person.invite': either(theSecretariat, forTheSchool('administrator', 'coordinator')),
  'alliance.person.end-sign-ins': (who, what) =>
    plays(
      who,
      ['administrator', 'coordinator'],
      (role) => forTheWholeSchool(role, what) && aboutAnother(who, role, what),
    ),
  'alliance.enrolment.change': forTheSchool(...office),
  'alliance.appointment.make': (who, what) => appoints(who, what, false),
  'alliance.appointment.end': (who, what) => appoints(who, what, true),
  // Whoever is merged brings roles along, so nobody merges themselves or the person they stand in for.
  'alliance.person.merge': (who, what) =>
    who.roles.some((role) => role.role === 'secretariat' && aboutAnother(who, role, what)),
  'alliance.cohort.read': either(aboutThemselves, theSecretariat, forTheSchool(...office)),

  // Recognition: the home institution's office works on cases, the evaluator decides, the student looks on.
  'recognition.case.list': worksOnCases,
  'recognition.case.read': either(aboutThemselves, worksOnCases),
  'recognition.case.evaluate': whileItIs('open', evaluates),
  'recognition.case.decide': whileItIs('open', evaluates),
  'recognition.case.route': whileItIs('open', either(inTheProgramme('coordinator'), evaluates)),
  // A unit is asked by whoever evaluates the case, and answers for itself: signed in, or by the link of its letter.
  'recognition.referral.ask': whileItIs('open', evaluates),
  'recognition.referral.answer': either(
    whoeverHoldsItsLink('recognition.referral.answer'),
    evaluates,
  ),
  // The committee: its list is the office's, and what it decides is recorded by its own chair or secretary.
  'recognition.sitting.open': whoeverPlays(...creditOffice),
  'recognition.sitting.read': inTheSchool(...creditOffice),
  'recognition.sitting.plan': forTheSchool(...creditOffice),
  'recognition.sitting.record': (who, what) =>
    who.person !== null &&
    (what.chair === who.person || what.secretary === who.person) &&
    inTheSchool(...creditOffice)(who, what),
  'recognition.sitting.approve': (who, what) =>
    who.person !== null && what.chair === who.person && inTheSchool(...creditOffice)(who, what),
  'recognition.turnaround.open': whoeverPlays(...creditOffice, 'administrator'),
  'recognition.turnaround.read': inTheSchool(...creditOffice, 'administrator'),
  'recognition.queue.open': whoeverPlays(...creditOffice),
  'recognition.queue.read': inTheSchool(...creditOffice),
  'recognition.line.correct': whileItIs('open', either(evaluates, ofAnother('registrar'))),
  // Who works on cases sees what was typed twice; whoever typed it first, or stands in for them, does not check it.
  'recognition.transcript-check.read': either(
    inTheProgramme('coordinator', 'registrar'),
    evaluatorOfItsUnit,
  ),
  'recognition.transcript-check.make': whileItIs('open', (who, what) =>
    who.roles.some(
      (role) =>
        either(evaluates, ofAnother('registrar'))({ ...who, roles: [role] }, what) &&
        what.creator !== who.person &&
        (role.inPlaceOf === null || what.creator !== role.inPlaceOf),
    ),
  ),
  'recognition.comment.write': worksOnCaseOfAnother,
  'recognition.comment.reply': aboutThemselves,
  'recognition.comment.take-back': (who, what) =>
    who.person !== null && what.creator === who.person,
  // Evidence is asked for by the office; whom it asks sends it until it is settled, also by the link of the mail.
  // Of the evaluators it is whoever decides the case, or the line that their unit is asked about.
  'recognition.evidence.ask': whileItIs('open', worksOnCaseOfAnother),
  'recognition.evidence.settle': either(
    whileItIs('open', worksOnCaseOfAnother),
    whileItIs('answered', worksOnCaseOfAnother),
  ),
  'recognition.evidence.read': either(isAsked, worksOnCases),
  'recognition.evidence.answer': either(
    whileItIs('open', either(isAsked, whoeverHoldsItsLink('recognition.evidence.answer'))),
    whileItIs('answered', either(isAsked, whoeverHoldsItsLink('recognition.evidence.answer'))),
  ),
  // A student objects to the decision of their own case; somebody who did not take it answers.
  'recognition.appeal.make': whileItIs('decided', aboutThemselves),
  'recognition.appeal.withdraw': whileItIs('open', aboutThemselves),
  'recognition.appeal.read': either(
    aboutThemselves,
    inTheProgramme('coordinator', 'registrar'),
    evaluatorOfItsUnit,
  ),
  'recognition.appeal.answer': whileItIs('open', (who, what) =>
    who.roles.some(
      (role) =>
        either(evaluates, ofAnother('registrar'))({ ...who, roles: [role] }, what) &&
        what.decider !== who.person &&
        (role.inPlaceOf === null || what.decider !== role.inPlaceOf),
    ),
  ),
  'recognition.revision.open': whileItIs('decided', evaluates),
  // Whoever decided takes it back, and nobody else.
  'recognition.decision.retract': whileItIs(
    'decided',
    (who, what) => who.person !== null && what.decider === who.person && evaluates(who, what),
  ),
  'recognition.settings.open': whoeverPlays('registrar', 'administrator'),
  'recognition.settings.edit': forTheSchool('registrar', 'administrator'),
  // A provider answers without a session; what it sent is whoever asked for it to take.
  'recognition.emrex.receive': everybody,
  'recognition.emrex.read': (who, what) => who.person !== null && what.creator === who.person,
  'recognition.emrex.keep': theSecretariat,
  // Whom to rely on is the school's own word, or the secretariat's for all.
  'recognition.signer.open': whoeverPlays(...creditOffice, 'administrator', 'secretariat'),
  'recognition.signer.keep': either(theSecretariat, forTheSchool('registrar', 'administrator')),
  'recognition.case.withdraw': whileItIs('open', either(inTheProgramme('coordinator'), evaluates)),
  'recognition.statement.read': whileItIs(
    'decided',
    either(aboutThemselves, inTheProgramme('coordinator', 'registrar'), evaluatorOfItsUnit),
  ),
  'recognition.statement.check': everybody,
  'recognition.archive.begin': whoeverPlays(...creditOffice),
  'recognition.archive.read': ownArchive,
  'recognition.transcript.begin': whoeverPlays(...creditOffice, 'student'),
  'recognition.own-transcript.begin': whoeverPlays('student'),
  'recognition.transcript.add': bringsIn,
  // Comparisons of syllabi are the school's; a question is answered by whom it asks, or by the link of its letter.
  'recognition.content.list': inTheSchool(...creditOffice),
  'recognition.content.compare': inTheSchool('evaluator'),
  'recognition.content.answer': either(whoeverHoldsItsLink('recognition.content.answer'), isAsked),

  // A plan is the student's own; the office of their programme looks on.
  'recognition.plan.open': whoeverPlays(...creditOffice, 'student'),
  'recognition.plan.begin': whoeverPlays('student'),
  'recognition.plan.list': either(aboutThemselves, inTheProgramme(...creditOffice)),
  'recognition.plan.read': either(aboutThemselves, inTheProgramme(...creditOffice)),
  'recognition.plan.edit': aboutThemselves,
  'recognition.draft.read': ownDraft,
  'recognition.draft.edit': whileItIs('open', ownDraft),

  // Catalogues, precedents and rules are the school's; precedents are made where one may decide.
  'recognition.catalogue.open': whoeverPlays('evaluator', 'registrar', 'administrator'),
  'recognition.catalogue.import': forTheSchool('evaluator', 'registrar', 'administrator'),
  'recognition.course.list': whoeverIsSignedIn,
  'recognition.equivalence.open': whoeverPlays(...creditOffice),
  'recognition.equivalence.list': inTheSchool(...creditOffice),
  'recognition.equivalence.edit': inTheProgramme('evaluator'),
  'recognition.rule-set.open': whoeverPlays(...creditOffice, 'administrator'),
  'recognition.rule-set.list': inTheSchool(...creditOffice, 'administrator'),
  'recognition.rule-set.edit': forTheSchool('registrar', 'administrator'),
  'recognition.scale.open': whoeverPlays(...creditOffice, 'administrator'),
  'recognition.scale.list': inTheSchool(...creditOffice, 'administrator'),
  'recognition.scale.edit': forTheSchool('registrar', 'administrator'),

  // Who looked at one's data is one's own to know; what the people of a school looked at, its administrator's.
  'privacy.own-data.open': whoeverIsSignedIn,
  'privacy.read.list': forTheSchool('administrator'),
  // Credit is entered on records by the school's registrar; what the registry takes is told by the administrator too.
  'recognition.posting.list': forTheSchool('registrar'),
  'recognition.posting.read': forTheSchool('registrar'),
  'recognition.posting.post': forTheSchool('registrar'),
  'recognition.posting-layout.edit': forTheSchool('registrar', 'administrator'),
  // A request about data is answered, and somebody without an account helped, by an administrator of the school or by
  // the secretariat; never by the person themselves. A copy is fetched by whom it was made for.
  'privacy.request.answer': answersForData,
  'privacy.person.act-for': answersForData,
  // What every organisation holds of somebody whom several know is the secretariat's to hand out.
  'privacy.person.hand-out': (who, what) =>
    answersForData(what.state === 'known elsewhere' ? onlyAsSecretariat(who) : who, what),
  // What leaves a school is entered and looked at by those who hand it over; by the secretariat everywhere.
  'privacy.transfer.list': matches,
  'privacy.transfer.record': matches,
  ...each('privacy', ['clause.keep', 'breach.keep'], keepsRegisters),
  ...byItsLink('privacy.consent.co-sign'),
  'privacy.copy.fetch': (who, what) => who.person !== null && what.creator === who.person,

  // Rounds of matching are the institution's, and the secretariat's everywhere; a certificate is checked by anybody.
  'matching.certificate.check': everybody,
  'matching.round.open': whoeverPlays('coordinator', 'administrator', 'secretariat'),
  ...each('matching.round', ['list', 'read', 'edit'], matches),
  ...each('matching.run', ['start', 'publish'], matches),

  // Documents to be signed are kept by the offices of the school; a step is signed by whom it asks, or by its link.
  'signing.document.open': whoeverPlays(...office),
  ...each('signing.document', ['list', 'read', 'manage'], forTheSchool(...office)),
  'signing.step.open': whoeverIsSignedIn,
  ...each('signing.step', ['list', 'read', 'sign'], isAskedToSign),
  'signing.check': everybody,
  ...byItsLink('signing.step.sign-by-link'),
  ...byItsLink('signing.step.copy-by-link'),
  // What comes in and what comes back is the office's that wrote, and the secretariat's where the alliance did.
  'mail.incoming.read': readsMail,
  'mail.incoming.file': readsMail,
  'mail.returned.list': readsMail,
  // An agreement is read by the offices of its partners, each in its own copy, and worked on by those who may bind them.
  ...internshipOracle,

  'agreements.agreement.open': whoeverPlays('coordinator', 'administrator', 'registrar'),
  'agreements.agreement.make': whoeverPlays('coordinator', 'administrator'),
  'agreements.agreement.list': agrees('coordinator', 'administrator', 'registrar'),
  'agreements.agreement.read': agrees('coordinator', 'administrator', 'registrar'),
  ...each(
    'agreements.agreement',
    ['edit', 'send', 'approve', 'refuse', 'end', 'record'],
    agrees('coordinator', 'administrator'),
  ),
  ...byItsLink('agreements.agreement.answer-by-link'),
  ...callOracle,
  'exhibitions.object.browse': everybody,
  'exhibitions.object.read': either(
    whileItIs('everybody', everybody),
    whileItIs('signed-in', whoeverIsSignedIn),
    holds,
  ),
  'exhibitions.object.edit': holds,
  'exhibitions.upload.continue': (who, what) =>
    who.person !== null && what.creator === who.person && holds(who, what),
  ...exhibitionOracle,
  ...mobilityOracle,
  ...mentorshipOracle,

  // A journey is the person's own, and their school's to read.
  'desk.own-journey.open': whoeverPlays('student'),
  'desk.journey.read': either(aboutThemselves, inTheSchool(...creditOffice)),
}

/** The oracle of an action; one without a line here is nobody's word, and the matrix fails. */
export function oracleOf(action: string): Oracle {
  const found = oracle[action]
  if (!found) {
    throw new Error(
      `${action} has no line in test/matrix/oracle.ts: write there who may do it, in the words of its issue.`,
    )
  }
  return found
}

/** Whether there is anything at all to which somebody may do an action: what a list or an empty form asks. */
export function everMay(action: string, who: Who): boolean {
  const may = oracleOf(action)
  const places = [null, ...who.roles.map((role) => role.organisation)]
  const programmes = [null, ...who.roles.map((role) => role.programme)]
  const units = [null, ...who.roles.flatMap(({ unit }) => unit ?? [])]
  return places.some((organisation) =>
    programmes.some((programme) =>
      [who.person, 'somebody else'].some((person) =>
        [null, 'open', 'decided'].some((state) =>
          [null, 'coordinator', 'evaluator'].some((role) =>
            units.some((unit) =>
              may(who, {
                ...nothing,
                unit,
                organisation,
                programme,
                person,
                creator: who.person,
                decider: who.person,
                asked: who.person,
                chair: who.person,
                state,
                role,
              }),
            ),
          ),
        ),
      ),
    ),
  )
}
