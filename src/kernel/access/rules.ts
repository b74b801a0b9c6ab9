import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor, Grant } from '#kernel/database'
import type { Condition, Facts, Holder } from './conditions.ts'

/**
 * Who a rule is for: a role held by appointment or stand-in, or one of four that need none.
 * `public` is everybody, signed in or not; `self` is any signed-in person and wants an `isPerson`
 * condition; `link` is the holder of a single-act link for exactly this action and object.
 */
export type Subject = string | 'public' | 'signed-in' | 'self' | 'link'

/** One row of the rule table. An action that no row allows is denied. */
export interface Rule {
  subject: Subject
  action: string
  conditions: readonly Condition[]
}

/** Writes one row: this subject may do this action where all conditions hold. */
export function allow(subject: Subject, action: string, ...conditions: Condition[]): Rule {
  return { subject, action, conditions }
}

/** Decides from the rule table; `can` and `scope` come from the same rows and so cannot disagree. */
export interface Policy {
  rules: readonly Rule[]
  /** Whether the actor may do the action to the object that the facts describe. */
  can(actor: Actor, action: string, facts: Facts): boolean
  /** Whether there is any object at all to which the actor may do it: for navigation. */
  canSometimes(actor: Actor, action: string): boolean
  /** The roles by which the actor may do it, to the object or (null) to some object; none where it needs no role. */
  grantsFor(actor: Actor, action: string, facts: Facts | null): Grant[]
  /** The rows of `table` to which the actor may do it, as a predicate for a list. */
  scope(
    actor: Actor,
    action: string,
    table: string,
  ): (eb: ExpressionBuilder<never, never>) => Expression<SqlBool>
}

/** Makes the policy from every module's rules. */
export function createPolicy(rules: readonly Rule[]): Policy {
  const byAction = new Map<string, Rule[]>()
  for (const rule of rules) {
    const known = byAction.get(rule.action)
    if (known) known.push(rule)
    else byAction.set(rule.action, [rule])
  }
  const rulesFor = (action: string) => byAction.get(action) ?? []

  return {
    rules,
    can: (actor, action, facts) =>
      actor.kind === 'system' ||
      rulesFor(action).some((rule) =>
        holdersOf(actor, rule, facts).some((holder) =>
          rule.conditions.every((condition) => condition.holds(holder, facts)),
        ),
      ),
    canSometimes: (actor, action) =>
      rulesFor(action).some((rule) => holdersOf(actor, rule, null).length > 0),
    grantsFor: (actor, action, facts) => {
      const held = rulesFor(action).flatMap((rule) =>
        holdersOf(actor, rule, facts)
          .filter(
            (holder) =>
              facts === null ||
              rule.conditions.every((condition) => condition.holds(holder, facts)),
          )
          .flatMap(({ grant }) => grant ?? []),
      )
      return [...new Set(held)]
    },
    scope: (actor, action, table) => (given) => {
      const eb = given as unknown as ExpressionBuilder<
        Record<string, Record<string, unknown>>,
        string
      >
      if (actor.kind === 'system') return sql<SqlBool>`true`
      const branches = rulesFor(action).flatMap((rule) =>
        holdersOf(actor, rule, null).map((holder) =>
          eb.and([
            sql<SqlBool>`true`,
            ...(actor.kind === 'link' && rule.subject === 'link'
              ? [sql<SqlBool>`${sql.ref(`${table}.id`)} = ${actor.objectId}`]
              : []),
            ...rule.conditions.map((condition) => condition.where(holder, eb, table)),
          ]),
        ),
      )
      return branches.length === 0 ? sql<SqlBool>`false` : eb.or(branches)
    },
  }
}

/** The ways in which the actor is the subject of the rule; none means that the rule is not for them. */
function holdersOf(actor: Actor, rule: Rule, facts: Facts | null): Holder[] {
  switch (rule.subject) {
    case 'public':
      return [{ actor, grant: null }]
    case 'signed-in':
    case 'self':
      return actor.kind === 'person' ? [{ actor, grant: null }] : []
    case 'link':
      return actor.kind === 'link' &&
        actor.action === rule.action &&
        (facts === null || facts['id'] === actor.objectId)
        ? [{ actor, grant: null }]
        : []
    default:
      return actor.kind === 'person'
        ? actor.grants
            .filter((grant: Grant) => grant.role === rule.subject && reaches(grant, rule))
            .map((grant) => ({ actor, grant }))
        : []
  }
}

/**
 * A grant that is limited to a programme or an object reaches only where a condition looks at that limit. A rule without
 * conditions opens a page; what is on it follows other rules.
 */
function reaches(grant: Grant, rule: Rule): boolean {
  const minds = (limit: Condition['minds']) => rule.conditions.some((each) => each.minds === limit)
  return (
    rule.conditions.length === 0 ||
    ((grant.programmeId === null || minds('programme')) &&
      (grant.objectId === null || minds('object')))
  )
}
