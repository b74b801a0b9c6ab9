import type { Facts } from '#kernel/access'
import type { Actor, Grant } from '#kernel/database'
import { allRoles, nothing, type What, type Who } from './people.ts'

/** The same somebody as the program knows them. */
export function actorOf(who: Who): Actor {
  if (who.link) {
    const { action, object } = who.link
    return { kind: 'link', linkId: 'link', personId: null, action, objectId: object }
  }
  if (who.person === null) return { kind: 'public' }
  return { kind: 'person', personId: who.person, grants: who.roles.map(grantOf) }
}

function grantOf(role: Who['roles'][number]): Grant {
  return {
    role: role.role,
    organisationId: role.organisation,
    programmeId: role.programme,
    objectId: role.object,
    via: role.inPlaceOf === null ? 'appointment' : 'stand-in',
    onBehalfOf: role.inPlaceOf,
    unitIds: role.unit == null ? null : [role.unit],
  }
}

/** The same something in the columns that rules look at. What `id` is follows from the action. */
export function factsOf(action: string, what: What): Facts {
  return {
    id: idOf(action, what),
    organisation_id: what.organisation,
    home_organisation_id: what.organisation,
    enrolled_organisation_id: what.sending ?? null,
    exporter_organisation_id: what.organisation,
    keeper_organisation_id: what.organisation,
    sending_organisation_id: what.organisation,
    receiving_organisation_id: what.host ?? null,
    made_by_organisation_id: what.organisation,
    partner_organisation_id: what.host ?? null,
    host_organisation_id: what.host ?? null,
    organisation_ids: what.organisation === null ? [] : [what.organisation],
    degree_programme_id: what.programme,
    unit_id: what.unit,
    line_unit_ids: what.askedUnit === null ? [] : [what.askedUnit],
    asked_unit_ids: what.askedUnit === null ? [] : [what.askedUnit],
    person_id: what.person,
    created_by: what.creator,
    decided_by: what.decider,
    author_id: what.creator,
    brought_in_by: what.creator,
    asked_by: what.creator,
    chair_id: what.chair,
    secretary_id: what.secretary,
    asked_person_id: what.asked,
    reviewer_id: what.asked,
    member_id: what.asked,
    mentor_id: what.asked,
    state: what.state,
    visible: what.state !== 'hidden',
    audience: what.state,
    known_elsewhere: what.state === 'known elsewhere',
    role: what.role,
  }
}

function idOf(action: string, what: What): string | null {
  if (
    action === 'alliance.organisation.change' ||
    action.startsWith('alliance.own-organisation.')
  ) {
    return what.organisation
  }
  return action === 'desk.journey.read' ? what.person : what.id
}

/** What of a thing matters to the rules of an action beside place, programme and person. */
const mattering: readonly [prefix: string, states: (string | null)[], roles: (string | null)[]][] =
  [
    ['recognition.case.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.referral.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.line.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.transcript-check.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.appeal.', ['open', 'decided', 'upheld', 'withdrawn'], [null]],
    ['recognition.revision.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.evidence.', ['open', 'answered', 'closed', 'withdrawn'], [null]],
    ['recognition.decision.', ['open', 'decided', 'withdrawn'], [null]],
    ['recognition.statement.', ['open', 'decided', 'withdrawn'], [null]],
    ['agreements.agreement.', ['known', 'hidden'], [null]],
    ['privacy.person.', ['known elsewhere', null], [null]],
    ['signing.step.', ['later', 'asked', 'done'], [null, ...allRoles]],
    ['mobility.visit.', ['known', 'hidden'], [null]],
    ['mobility.', ['waiting', 'pending', 'approved', 'live', 'cancelled'], [null]],
    ['calls.review.', ['open', 'given', 'declined'], [null]],
    ['mentorship.mentorship.', ['proposed', 'accepted', 'active', 'declined'], [null]],
    ['calls.application.', ['draft', 'submitted', 'withdrawn'], [null]],
    ['calls.appeal.', ['draft', 'submitted', 'withdrawn'], [null]],
    ['exhibitions.exhibition.', ['draft', 'mentor', 'review'], [null]],
    ['exhibitions.object.', ['everybody', 'signed-in', 'holder'], [null]],
    ['internships.application.', ['sent', 'offered', 'accepted', 'withdrawn'], [null]],
    ['internships.proposal.', ['sent', 'checked', 'approved', 'withdrawn'], [null]],
    ['recognition.draft.', ['open', 'taken', 'discarded'], [null]],
    ['alliance.appointment.', [null], ['secretariat', 'administrator', 'coordinator', 'curator']],
  ]

/** Everything that an action can be asked about, as far as a rule could tell it apart. */
export function thingsFor(action: string, world: { subject: string; places: string[] }): What[] {
  const [, states, roles] = mattering.find(([prefix]) => action.startsWith(prefix)) ?? [
    '',
    [null],
    [null],
  ]
  const hasCreator =
    /^(?:recognition\.(?:draft\.|comment\.|archive\.read|emrex\.read|transcript-check\.)|privacy\.copy\.|exhibitions\.(?:exhibition|upload)\.)/.test(
      action,
    )
  const creators = hasCreator ? [world.subject, 'stranger'] : [null]
  const deciders = /^recognition\.(?:decision|appeal)\./.test(action)
    ? [world.subject, 'stranger', null]
    : [null]
  const askeds =
    action === 'recognition.content.answer' ||
    /^(recognition\.evidence|calls\.review|calls\.sitting|exhibitions\.exhibition|mentorship\.(mentorship|student|wishes))\./.test(
      action,
    )
      ? [world.subject, 'stranger', null]
      : [null]
  const things: What[] = []
  for (const organisation of action.startsWith('mail.') ? [...world.places, null] : world.places)
    for (const programme of ['right', 'wrong', null])
      for (const person of [world.subject, 'third person', null])
        for (const state of states)
          for (const role of roles)
            for (const creator of creators)
              for (const decider of deciders)
                for (const asked of askeds)
                  things.push({
                    ...nothing,
                    id: 'it',
                    organisation,
                    programme,
                    person,
                    creator,
                    decider,
                    asked,
                    state,
                    role,
                  })
  return [
    ...things,
    ...things.flatMap((what) => ofUnits(action, what)),
    ...things.flatMap((what) => ofSending(action, what)),
    ...things.flatMap((what) => ofCommittee(action, what, world.subject)),
    ...things.flatMap((what) => ofHosts(action, what)),
  ]
}

/** The same thing kept by nobody here, about somebody whom the place sends. */
function ofSending(action: string, what: What): What[] {
  if (!/^internships\.(application|placement|incident)\./.test(action)) return []
  return [{ ...what, organisation: null, sending: what.organisation }]
}

/** The same thing with whoever asks in its chair, or at its minutes. */
function ofCommittee(action: string, what: What, subject: string): What[] {
  if (!/^(?:recognition|calls)\.sitting\./.test(action)) return []
  return [
    { ...what, chair: subject, secretary: 'stranger' },
    { ...what, chair: 'stranger', secretary: subject },
  ]
}

/** The same thing seen from the institution that receives: for what two institutions have a part in. */
function ofHosts(action: string, what: What): What[] {
  if (!action.startsWith('mobility.') && action !== 'internships.round.rank') return []
  return [{ ...what, organisation: 'somewhere else', host: what.organisation }]
}

/** The same thing as a unit's, and as one of which a unit is asked about a part: for what is worked on in units. */
function ofUnits(action: string, what: What): What[] {
  if (
    !/^recognition\.(?:case|line|decision|comment|statement|referral|transcript-check|evidence|appeal|revision)\./.test(
      action,
    )
  )
    return []
  return [
    { ...what, unit: 'unit' },
    { ...what, askedUnit: 'unit' },
  ]
}
