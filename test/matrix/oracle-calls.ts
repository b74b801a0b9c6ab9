import type { Role, What, Who } from './people.ts'

type Oracle = (who: Who, what: What) => boolean

const everybody: Oracle = () => true
const whoeverIsSignedIn: Oracle = (who) => who.person !== null
const aboutThemselves: Oracle = (who, what) => who.person !== null && what.person === who.person
const isAsked: Oracle = (who, what) => who.person !== null && what.asked === who.person

/** The roles of somebody in the office of the call's school as a whole. */
const playing = ({ roles, person }: Who, what: What, names: readonly string[]): Role[] =>
  person === null
    ? []
    : roles.filter(
        ({ role, organisation, programme, object }) =>
          names.includes(role) &&
          organisation !== null &&
          organisation === what.organisation &&
          programme === null &&
          object === null,
      )
const office =
  (...names: string[]): Oracle =>
  (who, what) =>
    playing(who, what, names).length > 0
const coordinates = office('coordinator')
const managers = office('coordinator', 'administrator')

/** Nobody judges what concerns themselves, nor whom they stand in for. */
const judgesAnother: Oracle = (who, what) =>
  what.person !== who.person &&
  playing(who, what, ['coordinator']).some(
    ({ inPlaceOf }) => inPlaceOf === null || inPlaceOf !== what.person,
  )

const whileItIs =
  (states: readonly string[], then: Oracle): Oracle =>
  (who, what) =>
    what.state !== null && states.includes(what.state) && then(who, what)
const theirs = (...states: string[]) => whileItIs(states, aboutThemselves)
const sent = ['submitted', 'withdrawn']
const heads: Oracle = (who, what) => who.person !== null && what.chair === who.person
const takesMinutes: Oracle = (who, what) => who.person !== null && what.secretary === who.person
const reviewable = whileItIs(['open', 'given'], isAsked)

/**
 * Who may do what with calls: a call is everybody's to read, but a draft is there for its school alone; an application is
 * its writer's, and the coordinators' once it was sent. Nobody decides their own; a review is its reviewer's until it is
 * handed back.
 */
export const callOracle: Readonly<Record<string, Oracle>> = {
  'calls.call.browse': everybody,
  'calls.call.read': everybody,
  'calls.office.open': ({ person, roles }) =>
    person !== null && roles.some(({ role }) => role === 'coordinator' || role === 'administrator'),
  'calls.call.list': managers,
  'calls.call.edit': managers,
  'calls.application.begin': whoeverIsSignedIn,
  'calls.application.fill': theirs('draft'),
  'calls.application.send': theirs('draft', 'submitted'),
  'calls.application.withdraw': theirs('draft', 'submitted'),
  'calls.application.refer': theirs('draft', 'submitted'),
  'calls.application.reply': theirs('submitted'),
  'calls.application.read': (who, what) =>
    aboutThemselves(who, what) || whileItIs(sent, coordinates)(who, what),
  'calls.application.list': whileItIs(sent, coordinates),
  'calls.application.decide': whileItIs(['submitted'], judgesAnother),
  'calls.appeal.make': theirs('submitted'),
  // Whoever decided first is refused with a word why: that they may not is no secret, and not of the rule table.
  'calls.appeal.decide': whileItIs(['submitted'], judgesAnother),
  'calls.reference.give': (who, what) =>
    who.link?.action === 'calls.reference.give' && who.link.object === what.id,
  'calls.review.open': whoeverIsSignedIn,
  'calls.review.read': reviewable,
  'calls.review.give': reviewable,
  // Minutes are approved in person, by whoever was in the chair.
  'calls.sitting.plan': coordinates,
  'calls.sitting.read': (who, what) =>
    [coordinates, heads, takesMinutes, isAsked].some((each) => each(who, what)),
  'calls.sitting.record': (who, what) =>
    [coordinates, heads, takesMinutes].some((each) => each(who, what)),
  'calls.sitting.approve': heads,
  'calls.selection.open': coordinates,
  'calls.selection.decide': coordinates,
}
