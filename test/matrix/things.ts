import type { Route } from '#kernel/http'
import { comparisons } from './content.ts'
import { everMay, oracleOf } from './oracle.ts'
import { nothing, type What, type Who } from './people.ts'
import { idOf } from './rows.ts'
import { askers, emrex } from './emrex.ts'
import { signers } from './signers.ts'
import { enrolmentOf, places, subjects } from './viewers.ts'
import { incomingMails } from './world-mail.ts'
import { agreementThings } from './world-agreements.ts'
import { ofMentorship } from './world-mentorship.ts'
import { ofCalls } from './world-calls.ts'
import { ofExhibitions } from './world-exhibitions.ts'
import { ofShows } from './world-shows.ts'
import { ofMobility, ofSafety, ofSelections } from './world-mobility.ts'
import { ofVisits } from './world-visits.ts'
import { ofInternships } from './world-internships.ts'
import { matchingThings, runCodes } from './world-matching.ts'
import { signingSteps, signingThings } from './world-signing.ts'
import { things, type World } from './world.ts'

/** One object of a route: the address that leads to it, and what it is. */
export interface Thing {
  label: string
  params: Readonly<Record<string, string>>
  what: What
  /** An action that is also needed, because the object is loaded as the reader may see it. */
  alsoNeeds?: string
}

const absentId = idOf(99, 1)

/** Addresses without an object that a rule looks at: a token, a provider, something of the reader's own. */
const withoutObject = [
  /^\/sign-in\//,
  /^\/act\//,
  /^\/unsubscribe\//,
  /^\/invitations\//,
  /^\/account\//,
  /^\/inbox\/leave\//,
  /^\/outbox\//,
  /^\/secretariat\//,
  /^\/recognition\/equivalences\/imports\//,
  /^\/statement-checks\//,
  /^\/document-checks\//,
  /^\/matching\/published\//,
  /^\/iiif\/activity\//,
]

/** Routes that load the school of one of the reader's own roles. */
const ownSchool = [/^\/inbox\/handover$/, /^\/my-organisation$/]
/** Routes to a list that shows each reader their own rows: like those without an object. */
const ownRows = [/^\/programmes\/:id\/years\/:year(\/table)?$/]

/** The objects of a route, in every state and relation; null where none of the world's fits its address. */
export function thingsOf(route: Route, world: World): readonly Thing[] | null {
  const { path } = route
  const params = parametersOf(path)
  if (params.length === 0) return [{ label: '', params: {}, what: nothing }]
  if (withoutObject.some((each) => each.test(path))) {
    return [{ label: '', params: filled(params, {}), what: nothing }]
  }
  const found = objectsAt(path, world)
  if (!found) return null
  const missing = params.filter((name) => found.some((thing) => thing.params[name] === undefined))
  return missing.length > 0 ? null : found
}

/** Whether the oracle lets somebody do a route's action to a thing. */
export function mayReach(route: Route, who: Who, thing: Thing): boolean {
  if (ownSchool.some((each) => each.test(route.path))) {
    return who.roles.some(
      ({ organisation }) =>
        organisation !== null && oracleOf(route.action)(who, { ...nothing, organisation }),
    )
  }
  if (!route.load || ownRows.some((each) => each.test(route.path))) {
    const isForAll = oracleOf(route.action)(who, nothing)
    return isForAll || (who.person !== null && everMay(route.action, who))
  }
  return [route.action, ...(thing.alsoNeeds ? [thing.alsoNeeds] : [])].every((action) =>
    oracleOf(action)(who, thing.what),
  )
}

/** The address of a route for a thing; with `absent` for one that does not exist. */
export function addressOf(route: Route, thing: Thing, absent = false): string {
  const params = absent
    ? Object.fromEntries(Object.keys(thing.params).map((name) => [name, absentId]))
    : thing.params
  const path = route.path.replace(/:([a-z]+)/gi, (_all, name: string) => params[name] ?? absentId)
  if (route.kind === 'page') return `/en${path}`
  return route.kind === 'api' ? `/api/v1${path}` : path
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/:([a-z]+)/gi)].map((match) => match[1]!)
}

function filled(names: readonly string[], known: Record<string, string>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, known[name] ?? absentId]))
}

function objectsAt(path: string, world: World): Thing[] | null {
  if (path.startsWith('/recognition/')) return recognised(path, world)
  if (path.startsWith('/privacy/')) return ofPrivacy(path)
  if (path.startsWith('/mail/:id')) return incomingMails()
  if (path.startsWith('/matching/')) return ofMatching(path)
  if (path.startsWith('/signing/')) return ofSigning(path)
  if (path.startsWith('/agreements/:id')) return copiesOfAgreements()
  if (path.startsWith('/care/:check')) return ofSafety(path)
  if (path.startsWith('/mobility/selections/:selection')) return ofSelections()
  if (path.startsWith('/mobility/visits/:visit')) return ofVisits()
  if (path.startsWith('/mobility/:id')) return ofMobility(path)
  if (/^\/(calls|applications|reviews|sittings)\/:/.test(path)) return ofCalls(path)
  if (/^(\/iiif)?\/objects\/|^\/iiif\/3\/:/.test(path)) return ofExhibitions(path)
  if (/^(\/iiif)?\/exhibitions\//.test(path)) return ofShows(path)
  if (path.startsWith('/mentoring/')) return ofMentorship(path)
  if (path.startsWith('/internships/')) return ofInternships(path)
  if (path.startsWith('/organisations/:id/people/:person/data')) return peopleWithData()
  if (path.startsWith('/organisations/:id') || path.startsWith('/members/:id')) {
    return path.includes(':person') ? peopleAtSchools() : schools()
  }
  const programme = { id: things.programme, year: things.year }
  if (path.startsWith('/programmes/:id')) {
    return [{ label: 'programme', params: programme, what: { ...nothing, id: things.programme } }]
  }
  if (path.startsWith('/initiatives/:id')) {
    const params = { id: things.initiative }
    return [{ label: 'initiative', params, what: { ...nothing, id: things.initiative } }]
  }
  return path.startsWith('/people/:id') ? journeys() : null
}

function recognised(path: string, world: World): Thing[] | null {
  if (path.startsWith('/recognition/cases/:id')) {
    return world.cases.map((each) => ({
      label: `case ${each.number}, ${each.state}`,
      params: { id: each.id, line: each.line, record: absentId },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/comparisons/:id')) {
    return ofBothSchools('comparison', comparisons).map((each) => ({
      ...each,
      params: { ...each.params, file: absentId },
    }))
  }
  // Whoever takes a question back works on its case; whoever answers it is the one whom it asks.
  if (path.startsWith('/recognition/questions/:id')) {
    return world.questions.map(({ id, label, caseId, asked }) => {
      const owner = world.cases.find((each) => each.id === caseId)!
      const what = path.endsWith('/withdrawal')
        ? { ...nothing, ...owner }
        : { ...nothing, id, asked }
      return { label: `question ${label}`, params: { id }, what }
    })
  }
  if (path.startsWith('/recognition/evidence/:id')) {
    return world.evidence.map(({ label, ...each }) => ({
      label: `request ${label}`,
      params: { id: each.id },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/appeals/:id')) {
    return world.appeals.map(({ label, ...each }) => ({
      label: `appeal ${label}`,
      params: { id: each.id },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/plans/:id')) {
    return world.plans.map((each) => ({
      label: `plan ${each.label}`,
      params: { id: each.id },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/drafts/:id')) {
    return world.drafts.map((each) => ({
      label: `draft ${each.label}`,
      params: { id: each.id },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/statements/:id')) {
    return world.archives.map((each) => ({
      label: `archive ${each.label}`,
      params: { id: each.id },
      what: { ...nothing, ...each },
    }))
  }
  if (path.startsWith('/recognition/emrex/providers/:id')) {
    const what = { ...nothing, id: emrex.provider }
    return [{ label: 'provider', params: { id: emrex.provider }, what }]
  }
  if (path.startsWith('/recognition/emrex/requests/:id')) {
    return (['student', 'registrar'] as const).map((by) => ({
      label: `request of the ${by}`,
      params: { id: emrex.requests[by] },
      what: { ...nothing, id: emrex.requests[by], creator: askers[by], person: subjects.student },
    }))
  }
  if (path.startsWith('/recognition/signers/:id')) {
    return (['home', 'other', 'alliance'] as const).map((at) => ({
      label: `signer kept by ${at}`,
      params: { id: signers[at] },
      what: {
        ...nothing,
        id: signers[at],
        organisation: at === 'alliance' ? null : places[at],
      },
    }))
  }
  if (path.startsWith('/recognition/queues/:id')) return schools()
  if (path.startsWith('/recognition/sittings/:id')) {
    const seats = { chair: subjects.principal, secretary: subjects.evaluatorWhoStudies }
    return ofBothSchools('sitting', things.sittings).map(({ label, params, what }) => ({
      label,
      params: { ...params, item: things.sittingItem },
      what: { ...what, ...seats },
    }))
  }
  // Whoever takes a question to a unit back evaluates its case; whoever answers it evaluates in the unit.
  if (path.startsWith('/recognition/referrals/:id')) {
    const [owner] = world.cases
    const id = things.referral
    const what = {
      ...nothing,
      ...owner!,
      ...(path.endsWith('/withdrawal') ? {} : { id, unit: places.unit }),
    }
    return [{ label: 'question to a unit', params: { id }, what }]
  }
  if (path.startsWith('/recognition/catalogues/:id'))
    return ofBothSchools('catalogue', things.catalogues)
  if (path.startsWith('/recognition/postings/batches/:id'))
    return ofBothSchools('batch', things.batches)
  if (path.startsWith('/recognition/postings/layouts/:id'))
    return ofBothSchools('layout', things.layouts)
  if (path.startsWith('/recognition/rule-sets/drafts/:id'))
    return ofBothSchools('draft of rules', things.ruleSetDrafts)
  if (path.startsWith('/recognition/rule-sets/:id')) return ofBothSchools('rules', things.ruleSets)
  if (path.startsWith('/recognition/equivalences/:id/reverse') && !path.endsWith('-request'))
    return ofBothSchools('question', things.questions)
  if (path.startsWith('/recognition/equivalences/:id')) return equivalences()
  if (path.startsWith('/recognition/correspondences/:id'))
    return ofBothSchools('correspondence', things.correspondences)
  if (path.startsWith('/recognition/grading-tables/drafts/:id'))
    return ofBothSchools('grades brought in', things.gradingDrafts)
  if (path.startsWith('/recognition/grading-tables/:id'))
    return ofBothSchools('grading table', things.gradingTables)
  if (path.startsWith('/recognition/agreed-tables/:id'))
    return ofBothSchools('agreed table', things.agreedTables)
  if (/^\/recognition\/(schemes|scales)\/:id/.test(path)) {
    const id = path.includes('schemes') ? things.scheme : things.scale
    return [{ label: 'shared', params: { id }, what: { ...nothing, id } }]
  }
  if (path.startsWith('/recognition/courses/:organisation')) {
    const params = { organisation: places.host, code: things.course.code }
    return [{ label: 'course', params, what: { ...nothing, id: things.course.id } }]
  }
  return path.startsWith('/recognition/') && path.includes('/organisations/:id') ? schools() : null
}

function ofBothSchools(label: string, ids: { home: string; other: string }): Thing[] {
  return (['home', 'other'] as const).map((at) => ({
    label: `${label} ${at}`,
    params: { id: ids[at] },
    what: { ...nothing, id: ids[at], organisation: places[at], state: 'ready' },
  }))
}

function equivalences(): Thing[] {
  const programmes = {
    right: places.right,
    wrong: places.wrong,
    general: null,
    other: places.elsewhere,
  }
  return Object.entries(programmes).map(([name, programme]) => {
    const id = things.equivalences[name as keyof typeof programmes]
    const organisation = name === 'other' ? places.other : places.home
    return {
      label: `equivalence ${name}`,
      params: { id, evidence: absentId },
      what: { ...nothing, id, organisation, programme },
    }
  })
}

function schools(): Thing[] {
  return (['home', 'other'] as const).map((at) => ({
    label: `school ${at}`,
    params: {
      id: places[at],
      mailbox: things.mailboxes[at],
      unit: at === 'home' ? places.unit : things.unitElsewhere,
      invitation: absentId,
      programme: at === 'home' ? places.right : places.elsewhere,
    },
    what: { ...nothing, id: places[at], organisation: places[at] },
  }))
}

function peopleAtSchools(): Thing[] {
  return (
    [
      ['home', subjects.student],
      ['home', subjects.studentOfWrong],
      ['other', subjects.studentElsewhere],
    ] as const
  ).map(([at, person]) => ({
    label: `person at ${at}`,
    params: { id: places[at], person, enrolment: enrolmentOf(person) },
    what: { ...nothing, id: places[at], organisation: places[at], person },
    alsoNeeds: 'alliance.person.read',
  }))
}

/** Whoever answers for their data needs no other right to see them. */
function peopleWithData(): Thing[] {
  return peopleAtSchools().map(({ label, params, what }) => ({ label, params, what }))
}

function ofMatching(path: string): Thing[] | null {
  if (path.startsWith('/matching/rounds/:id')) return ofBothSchools('round', matchingThings.rounds)
  if (!path.startsWith('/matching/runs/:id')) return null
  return ofBothSchools('run', matchingThings.runs).map((each) => ({
    ...each,
    params: { ...each.params, code: runCodes.applicant, number: '1' },
  }))
}

function ofSigning(path: string): Thing[] | null {
  if (path.startsWith('/signing/documents/:id')) {
    return ofBothSchools('document', signingThings.documents).map((each) => ({
      ...each,
      params: { ...each.params, step: absentId, signature: absentId, original: absentId },
    }))
  }
  if (!path.startsWith('/signing/steps/:id')) return null
  return signingSteps.map(({ label, what }) => ({ label, params: { id: what.id }, what }))
}

/** What both schools know, and what one of them does not know yet. */
function copiesOfAgreements(): Thing[] {
  const id = agreementThings.hidden
  return [
    ...ofBothSchools('copy', agreementThings.copies),
    {
      label: 'copy home does not know of',
      params: { id },
      what: { ...nothing, id, organisation: places.home, state: 'hidden' },
    },
  ]
}

function ofPrivacy(path: string): Thing[] | null {
  if (path.startsWith('/privacy/copies/:id')) {
    const id = things.copy
    const what = { ...nothing, id, person: subjects.student, creator: subjects.principal }
    return [{ label: 'copy', params: { id }, what }]
  }
  if (path.startsWith('/privacy/breaches/:id')) {
    return ofBothSchools('breach', things.breaches)
  }
  if (path.startsWith('/privacy/clauses/:id')) {
    return (['home', 'other'] as const).map((name) => {
      const id = things.clauses[name]
      const what = { ...nothing, id, organisation: places[name] }
      return { label: `clause ${name}`, params: { id }, what }
    })
  }
  if (!path.startsWith('/privacy/requests/:id')) return null
  return (
    [
      ['home', places.home, subjects.student],
      ['other', places.other, subjects.studentElsewhere],
      ['alliance', null, subjects.studentOfWrong],
    ] as const
  ).map(([name, organisation, person]) => {
    const id = things.requests[name]
    return {
      label: `request ${name}`,
      params: { id },
      what: { ...nothing, id, organisation, person },
    }
  })
}

function journeys(): Thing[] {
  return [
    [subjects.student, places.home] as const,
    [subjects.studentElsewhere, places.other] as const,
  ].map(([person, organisation]) => ({
    label: `journey at ${organisation === places.home ? 'home' : 'other'}`,
    params: { id: person },
    what: { ...nothing, id: person, organisation, person },
  }))
}
