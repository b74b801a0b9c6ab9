import type { Database } from '#kernel/database'
import { type Role, type Who } from './people.ts'
import { idOf, insert, uniqueName } from './rows.ts'

/** Where everything happens: the school that owns the things asked about, and another. */
export const places = {
  home: idOf(1, 1),
  other: idOf(1, 2),
  host: idOf(1, 3),
  right: idOf(2, 1),
  wrong: idOf(2, 2),
  elsewhere: idOf(2, 3),
  unit: idOf(2, 4),
  anotherUnit: idOf(2, 5),
} as const

/** The people whom things are about. */
export const subjects = {
  student: idOf(3, 1),
  studentOfWrong: idOf(3, 2),
  studentElsewhere: idOf(3, 3),
  /** The evaluator who is away, and studied here: stood in for, and the person of a case. */
  principal: idOf(3, 4),
  evaluatorWhoStudies: idOf(3, 5),
} as const

type Appointment = readonly [
  role: string,
  at: string | null,
  programme?: string | null,
  unit?: string,
]

/** Somebody who asks over HTTP: who they are now, and what the tables say of them. */
export interface Viewer {
  label: string
  who: Who
  /** How the single-act link is made, for those who come with one. */
  link?: 'this' | 'another act' | 'another object' | 'expired'
  appointments: readonly { is: Appointment; from: string; until: string | null }[]
  standIns: readonly StandIn[]
  studies: readonly [organisation: string, programme: string] | null
}

interface StandIn {
  for: string
  at: string | null
  roles: readonly string[]
  from: string
  until: string
}

const long = { from: '2020-01-01', until: null }
const leave = { from: '2026-11-16', until: '2026-11-27' }
/** The roles that rules speak of stand first. */
const roles = [
  'administrator',
  'coordinator',
  'evaluator',
  'registrar',
  'academic-mentor',
  'industry-mentor',
  'officer',
  'funder',
  'curator',
] as const

const nobody: Omit<Viewer, 'label'> = {
  who: { person: null, roles: [], link: null },
  appointments: [],
  standIns: [],
  studies: null,
}

let made = 0

/** Everybody of the matrix, at the start of the clock on 22 November 2026. */
export const viewers: readonly Viewer[] = [
  { label: 'public', ...nobody },
  ...(['this', 'another act', 'another object', 'expired'] as const).map((link) => ({
    label: `link: ${link}`,
    ...nobody,
    link,
  })),
  person('signed in, no role', {}),
  person('the student', { id: subjects.student, studies: [places.home, places.right] }),
  person('another student', { studies: [places.home, places.right] }),
  person('a student elsewhere', { studies: [places.other, places.elsewhere] }),
  person('secretariat', { plays: ['secretariat', null] }),
  ...roles.map((role) => person(`${role} here`, { plays: [role, places.home] })),
  ...roles.slice(0, 5).map((role) => person(`${role} elsewhere`, { plays: [role, places.other] })),
  ...(['evaluator', 'coordinator', 'registrar', 'administrator'] as const).flatMap((role) => [
    person(`${role} of the programme`, { plays: [role, places.home, places.right] }),
    person(`${role} of another programme`, { plays: [role, places.home, places.wrong] }),
  ]),
  person('evaluator of a unit', { plays: ['evaluator', places.home, null, places.unit] }),
  person('evaluator of another unit', {
    plays: ['evaluator', places.home, null, places.anotherUnit],
  }),
  ...(['evaluator', 'coordinator', 'administrator'] as const).flatMap((role) => [
    person(`${role} until yesterday`, { had: [role, places.home], until: '2026-11-21' }),
    person(`${role} from tomorrow`, { had: [role, places.home], from: '2026-11-23' }),
  ]),
  person('the evaluator who studies here', {
    id: subjects.evaluatorWhoStudies,
    plays: ['evaluator', places.home],
    studies: [places.home, places.right],
  }),
  person('the evaluator on leave', {
    id: subjects.principal,
    plays: ['evaluator', places.home],
    studies: [places.home, places.right],
  }),
  person('stand-in', { standsIn: { ...leave, at: null, roles: [] } }),
  person('stand-in at this school', {
    standsIn: { ...leave, at: places.home, roles: ['evaluator'] },
  }),
  person('stand-in at another school', { standsIn: { ...leave, at: places.other, roles: [] } }),
  person('stand-in in another role', { standsIn: { ...leave, at: null, roles: ['registrar'] } }),
  person('stand-in whose time is over', {
    standsIn: { from: '2026-11-02', until: '2026-11-20', at: null, roles: [] },
  }),
  person('stand-in from tomorrow', {
    standsIn: { from: '2026-11-23', until: '2026-12-01', at: null, roles: [] },
  }),
]

interface Spec {
  id?: string
  plays?: Appointment
  /** An appointment that does not run now. */
  had?: Appointment
  from?: string
  until?: string
  studies?: readonly [string, string]
  standsIn?: Omit<StandIn, 'for'>
}

function person(label: string, spec: Spec): Viewer {
  const id = spec.id ?? idOf(4, (made += 1))
  const now: Role[] = []
  if (spec.plays) now.push(roleOf(...spec.plays))
  if (spec.studies) now.push(roleOf('student', ...spec.studies))
  if (spec.standsIn && standsInNow(spec.standsIn)) {
    now.push({ ...roleOf('evaluator', places.home), inPlaceOf: subjects.principal })
  }
  const is = spec.plays ?? spec.had
  return {
    label,
    who: { person: id, roles: now, link: null },
    appointments: is ? [{ is, from: spec.from ?? long.from, until: spec.until ?? long.until }] : [],
    standIns: spec.standsIn ? [{ for: subjects.principal, ...spec.standsIn }] : [],
    studies: spec.studies ?? null,
  }
}

function standsInNow({ from, until, at, roles }: Omit<StandIn, 'for'>): boolean {
  const isInTime = from <= '2026-11-22' && until >= '2026-11-22'
  const isForThis =
    (at === null || at === places.home) && (roles.length === 0 || roles.includes('evaluator'))
  return isInTime && isForThis
}

function roleOf(
  role: string,
  organisation: string | null,
  programme: string | null = null,
  unit: string | null = null,
): Role {
  return { role, organisation, programme, object: null, inPlaceOf: null, unit }
}

const everybody = [
  ...new Set([
    subjects.studentOfWrong,
    subjects.studentElsewhere,
    ...viewers.flatMap(({ who }) => who.person ?? []),
  ]),
]

/** The number that makes a person's name. */
export function nameNumberOf(personId: string): number {
  return everybody.indexOf(personId)
}

/** Puts the viewers and the other subjects into the tables. */
export async function insertPeople(database: Database, now: Date): Promise<void> {
  const enrolled = new Map<string, readonly [string, string]>([
    [subjects.studentOfWrong, [places.home, places.wrong]],
    [subjects.studentElsewhere, [places.other, places.elsewhere]],
  ])
  for (const { who, studies } of viewers)
    if (who.person && studies) enrolled.set(who.person, studies)
  await insert(
    database,
    'persons',
    everybody.map((id) => personRow(id, nameNumberOf(id), now)),
  )
  for (const [personId, [organisation, programme]] of enrolled) {
    await insert(database, 'enrolments', [enrolmentRow(personId, organisation, programme)])
  }
  for (const viewer of viewers) await insertRights(database, viewer, now)
}

async function insertRights(database: Database, viewer: Viewer, now: Date): Promise<void> {
  for (const [number, { is, from, until }] of viewer.appointments.entries()) {
    const [role, organisation, programme = null, unit = null] = is
    await insert(database, 'appointments', [
      {
        id: derived(viewer.who.person!, 5 + number),
        person_id: viewer.who.person,
        organisation_id: organisation,
        role,
        degree_programme_id: programme,
        unit_id: unit,
        starts_on: from,
        ends_on: until,
        created_at: now,
      },
    ])
  }
  for (const standIn of viewer.standIns) {
    await insert(database, 'stand_ins', [
      {
        id: derived(viewer.who.person!, 7),
        person_id: standIn.for,
        stand_in_id: viewer.who.person,
        organisation_id: standIn.at,
        roles: standIn.roles,
        valid_from: standIn.from,
        valid_until: standIn.until,
        created_by: 'system:matrix',
        created_at: now,
      },
    ])
  }
}

/** The id of what a person has one of: made from theirs. */
export function derived(personId: string, kind: number): string {
  return `${personId.slice(0, 9)}${kind.toString(16).padStart(2, '0')}${personId.slice(11)}`
}

/** The id of a person's enrolment. */
export function enrolmentOf(personId: string): string {
  return derived(personId, 6)
}

function personRow(id: string, number: number, now: Date): Record<string, unknown> {
  const name = uniqueName(number)
  return {
    id,
    origin: 'matrix.example',
    name,
    native_key: name.native.toLowerCase(),
    romanised_key: name.romanised.toLowerCase(),
    preferred_language: 'en',
    time_zone: 'Asia/Bangkok',
    state: 'active',
    demonstration: true,
    registered_at: now,
  }
}

function enrolmentRow(personId: string, organisation: string, programme: string) {
  return {
    id: enrolmentOf(personId),
    origin: 'matrix.example',
    person_id: personId,
    organisation_id: organisation,
    degree_programme_id: programme,
    student_number: personId,
    intake_year: 2024,
    starts_on: '2024-08-01',
  }
}
