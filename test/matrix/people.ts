/** A role as the oracle sees it: what it is, where, how far it is limited, and in whose place it is played. */
export interface Role {
  role: string
  organisation: string | null
  programme: string | null
  object: string | null
  inPlaceOf: string | null
  /** The unit to which it is limited; absent or null for the whole organisation. */
  unit?: string | null
}

/** Somebody who asks. */
export interface Who {
  person: string | null
  roles: readonly Role[]
  /** The one act that a link allows, and to what. */
  link: { action: string; object: string } | null
}

/** What they ask about: everything that a rule may look at, in plain words. */
export interface What {
  id: string
  organisation: string | null
  /** The other institution, where there are two: the one that receives. */
  host?: string | null
  programme: string | null
  /** The unit whose it is, and one that is asked about a part of it. */
  unit: string | null
  askedUnit: string | null
  /** The person whom it is about. */
  person: string | null
  /** Who made it. */
  creator: string | null
  /** Who decided it. */
  decider: string | null
  /** Who chairs it, and who takes its minutes. */
  chair: string | null
  secretary: string | null
  /** Whom it asks. */
  asked: string | null
  state: string | null
  /** The role that an appointment gives. */
  role: string | null
  /** The school that sends somebody, where another keeps the thing. */
  sending?: string | null
}

/** Nothing in particular: what a page without an object asks about. */
export const nothing: What = {
  id: 'nothing',
  organisation: null,
  programme: null,
  unit: null,
  askedUnit: null,
  person: null,
  creator: null,
  decider: null,
  chair: null,
  secretary: null,
  asked: null,
  state: null,
  role: null,
}

/** All roles that an appointment gives, and that of a student. */
export const allRoles = [
  'administrator',
  'coordinator',
  'evaluator',
  'registrar',
  'academic-mentor',
  'industry-mentor',
  'officer',
  'funder',
  'curator',
  'secretariat',
  'student',
] as const
