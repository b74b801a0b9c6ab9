import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor, Grant } from '#kernel/database'

/** What is known of the object that an action is about: its row, or a part of it. */
export type Facts = Record<string, unknown>

/** The rule's grant and the actor who holds it; the public holds the empty grant. */
export interface Holder {
  actor: Actor
  grant: Grant | null
}

/** One condition of a rule: the same question asked of a row in memory and of rows in SQL. */
export interface Condition {
  name: string
  /** The limit of a grant that this condition looks at: without it, a grant limited that way is no holder of the rule. */
  minds?: 'programme' | 'object'
  holds(holder: Holder, facts: Facts): boolean
  where(
    holder: Holder,
    eb: ExpressionBuilder<Record<string, Record<string, unknown>>, string>,
    table: string,
  ): Expression<SqlBool>
}

const never = sql<SqlBool>`false`

/** The row belongs to the organisation at which the role is held; a grant over the whole alliance matches none. */
export function inOrganisation(column: string): Condition {
  return {
    name: `inOrganisation(${column})`,
    holds: ({ grant }, facts) =>
      grant?.organisationId != null && facts[column] === grant.organisationId,
    where: ({ grant }, _eb, table) =>
      grant?.organisationId == null
        ? never
        : sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${grant.organisationId}`,
  }
}

/** The role is limited to a degree or alliance programme and the row is of it; a role without that limit matches any. */
export function inProgramme(column: string): Condition {
  return {
    name: `inProgramme(${column})`,
    minds: 'programme',
    holds: ({ grant }, facts) =>
      grant !== null && (grant.programmeId === null || facts[column] === grant.programmeId),
    where: ({ grant }, _eb, table) => {
      if (grant === null) return never
      if (grant.programmeId === null) return sql<SqlBool>`true`
      return sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${grant.programmeId}`
    },
  }
}

/**
 * The role is limited to units of the organisation and the row is of one of them; a role without that limit matches any.
 * Only rules that say so mind units: elsewhere a role in a unit counts for the whole organisation.
 */
export function inUnit(column: string): Condition {
  return {
    name: `inUnit(${column})`,
    holds: ({ grant }, facts) =>
      grant !== null && (grant.unitIds == null || grant.unitIds.includes(facts[column] as string)),
    where: ({ grant }, _eb, table) => {
      if (grant === null) return never
      if (grant.unitIds == null) return sql<SqlBool>`true`
      return sql<SqlBool>`${sql.ref(`${table}.${column}`)} = any(${[...grant.unitIds]}::uuid[])`
    },
  }
}

/** The role is limited to units, and one of them is among those that the row names: something of it was given to them. */
export function amongUnits(column: string): Condition {
  return {
    name: `amongUnits(${column})`,
    holds: ({ grant }, facts) => {
      const given = facts[column]
      return Array.isArray(given) && given.some((id) => grant?.unitIds?.includes(id as string))
    },
    where: ({ grant }, _eb, table) =>
      grant?.unitIds == null
        ? never
        : sql<SqlBool>`${sql.ref(`${table}.${column}`)} && ${[...grant.unitIds]}::uuid[]`,
  }
}

/** The rule is about the institution as a whole: a role that is limited to a degree programme has it too. */
export function atAnyProgramme(): Condition {
  return {
    name: 'atAnyProgramme',
    minds: 'programme',
    holds: () => true,
    where: () => sql<SqlBool>`true`,
  }
}

/** The role is held for this one object. */
export function isObject(column = 'id'): Condition {
  return {
    name: `isObject(${column})`,
    minds: 'object',
    holds: ({ grant }, facts) => grant?.objectId != null && facts[column] === grant.objectId,
    where: ({ grant }, _eb, table) =>
      grant?.objectId == null
        ? never
        : sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${grant.objectId}`,
  }
}

/** The row is about the person who acts. */
export function isPerson(column = 'person_id'): Condition {
  return {
    name: `isPerson(${column})`,
    holds: ({ actor }, facts) => actor.kind === 'person' && facts[column] === actor.personId,
    where: ({ actor }, _eb, table) =>
      actor.kind === 'person'
        ? sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${actor.personId}`
        : never,
  }
}

/**
 * The row is about someone else than the person who acts, and than the person stood in for: nobody decides their own
 * case, nor lets a stand-in do it. A row without the column is nobody's to act on.
 */
export function isAnotherPerson(column = 'person_id'): Condition {
  return {
    name: `isAnotherPerson(${column})`,
    holds: (holder, facts) =>
      holder.actor.kind === 'person' &&
      facts[column] !== undefined &&
      !actingPersons(holder).includes(facts[column] as string),
    where: (holder, _eb, table) =>
      holder.actor.kind === 'person'
        ? sql<SqlBool>`(${sql.ref(`${table}.${column}`)} is null or ${sql.ref(`${table}.${column}`)} not in (${sql.join(actingPersons(holder))}))`
        : never,
  }
}

/** The person who acts, and the one in whose place. */
function actingPersons({ actor, grant }: Holder): string[] {
  const own = actor.kind === 'person' ? [actor.personId] : []
  return grant?.onBehalfOf == null ? own : [...own, grant.onBehalfOf]
}

/** The row's column has one of the given values: a state, a visibility. */
export function has(column: string, ...values: (string | boolean)[]): Condition {
  return {
    name: `has(${column}: ${values.join(' | ')})`,
    holds: (_holder, facts) => values.includes(facts[column] as string | boolean),
    where: (_holder, _eb, table) =>
      sql<SqlBool>`${sql.ref(`${table}.${column}`)} in (${sql.join(values)})`,
  }
}
