import type { Expression, Kysely, SqlBool } from 'kysely'
import type { Language } from '#kernel/values'
import { type Actor, principalsOf } from './actor.ts'
import { type Database, savepoint, transaction } from './engine.ts'
import { isRefused, type Refusal } from './refusal.ts'
import type { Tables } from './tables.ts'

/** What happened, as a verb says it: the chronicle turns it into an entry in the same transaction. */
export interface EntryDraft {
  /** `module.noun-verb`, for example `recognition.case-decided`. */
  type: string
  version: number
  object: { kind: string; id: string }
  /** The organisations that it concerns: a reader of their chronicle sees it. */
  organisationIds: readonly string[]
  /** The person that it is about; their page shows it. */
  personId: string | null
  /** Facts without personal values, canonical JSON. */
  data: Record<string, unknown>
  /** Personal values: the chain holds only salted commitments to them, so that erasure keeps it provable. */
  personal: Record<string, unknown>
}

/** The part of Kysely that cannot change a row. */
export type Reader = Pick<
  Kysely<Tables>,
  | 'selectFrom'
  | 'selectNoFrom'
  | 'with'
  | 'withRecursive'
  | 'fn'
  | 'case'
  | 'dynamic'
  | 'getExecutor'
>

/** The full query builder, handed only to the function that a write helper runs. */
export type Writer = Kysely<Tables>

/** One unit of work: the first argument of every verb. Only it opens transactions, and nesting is a savepoint. */
export interface Work {
  read: Reader
  actor: Actor
  now: Date
  language: Language
  /** Writes rows and the entries that tell of them, in the transaction of this work. */
  write<T>(
    entries: EntryDraft | readonly EntryDraft[],
    rows: (tx: Writer) => Promise<T>,
  ): Promise<T>
  /** Writes technical rows of which the chronicle says nothing: drafts, sign-in sessions, search tokens. */
  writeUnchronicled<T>(rows: (tx: Writer) => Promise<T>): Promise<T>
  /** Runs a part that may fail or be refused without undoing the rest. */
  savepoint<T>(part: (work: Work) => Promise<T>): Promise<T>
  /** Whether the actor may do the action to the object that the facts describe: the rule table's own answer. */
  may(action: string, facts: Record<string, unknown>): boolean
  /** The rows of `table` to which the actor may do the action, as a predicate for a list. */
  scope(action: string, table: string): ScopePredicate
  /** Runs after the commit, never when the work was undone: wake a worker, nothing that must not be lost. */
  afterCommit(action: () => void): void
}

/** Who works, when, and in which language they read. */
export interface WorkContext {
  actor: Actor
  now: Date
  language: Language
}

/** Puts entries into the chronicle within a transaction; injected, because the chronicle stands above the database. */
export type AppendEntries = (
  tx: Writer,
  context: WorkContext,
  entries: readonly EntryDraft[],
) => Promise<void>

/** A predicate that Kysely's `where` takes. */
// oxlint-disable-next-line typescript/no-explicit-any -- it fits the expression builder of any query.
export type ScopePredicate = (eb: any) => Expression<SqlBool>

/** The decisions that a work asks for; injected, because the rule table stands above the database. */
export interface Decisions {
  can(actor: Actor, action: string, facts: Record<string, unknown>): boolean
  scope(actor: Actor, action: string, table: string): ScopePredicate
}

/** What a committed work had written: rows of any kind, and entries among them. */
export interface Committed {
  entries: boolean
}

/** What `database` must be told by the parts above it. */
export interface WorkParts {
  append: AppendEntries
  decisions: Decisions
  /** Told after each commit that wrote something: wakes whoever works in the background. Nothing may depend on it. */
  committed?: (what: Committed) => void
}

/** Opens units of work on one database. */
export interface WorkRunner {
  /** Runs a verb in one transaction. A refusal that it returns undoes whatever it had written. */
  perform<T>(context: WorkContext, verb: (work: Work) => Promise<T>): Promise<T>
  /** A work that only reads: no transaction, and every attempt to write throws. */
  reading(context: WorkContext): Work
}

/** Makes the only opener of transactions in the program. */
export function createWorkRunner(database: Database, parts: WorkParts): WorkRunner {
  return {
    async perform<T>(context: WorkContext, verb: (work: Work) => Promise<T>): Promise<T> {
      let kept: Kept = { after: [], wrote: null, inPlaceOf: undefined }
      const result = await undoingRefusals<T>((undo) =>
        transaction(database, async (tx) => {
          // Begun anew where the transaction was repeated.
          kept = { after: [], wrote: null, inPlaceOf: undefined }
          return undo(await verb(workOn(tx as Writer, context, parts, kept)))
        }),
      )
      if (isRefused(result)) return result
      for (const action of kept.after) action()
      if (kept.wrote !== null) parts.committed?.(kept.wrote)
      return result
    },
    reading: (context) => readOnlyWork(database.kysely, context, parts),
  }
}

/** What is to happen once a work, or a part of it, has been committed. */
interface Kept {
  after: (() => void)[]
  wrote: Committed | null
  /** In whose place the work is done, by its first decision; undefined before that. */
  inPlaceOf: string | null | undefined
}

function workOn(tx: Writer, context: WorkContext, parts: WorkParts, kept: Kept): Work {
  return {
    ...context,
    ...decisionsFor(context, parts),
    may(action, facts) {
      const isAllowed = parts.decisions.can(context.actor, action, facts)
      if (isAllowed && kept.inPlaceOf === undefined) {
        kept.inPlaceOf = principalFor(context.actor, action, facts, parts.decisions)
      }
      return isAllowed
    },
    read: tx,
    async write(entries, rows) {
      kept.wrote = { entries: true }
      const result = await rows(tx)
      const drafts = Array.isArray(entries) ? entries : [entries as EntryDraft]
      await parts.append(tx, context, inPlace(drafts, kept.inPlaceOf))
      return result
    },
    writeUnchronicled(rows) {
      kept.wrote ??= { entries: false }
      return rows(tx)
    },
    async savepoint<T>(part: (work: Work) => Promise<T>) {
      const inner: Kept = { after: [], wrote: null, inPlaceOf: kept.inPlaceOf }
      const result = await undoingRefusals<T>((undo) =>
        savepoint(tx as never, async (nested) =>
          undo(await part(workOn(nested as Writer, context, parts, inner))),
        ),
      )
      if (isRefused(result)) return result
      kept.after.push(...inner.after)
      kept.inPlaceOf ??= inner.inPlaceOf
      if (inner.wrote?.entries) kept.wrote = inner.wrote
      else kept.wrote ??= inner.wrote
      return result
    },
    afterCommit: (action) => {
      kept.after.push(action)
    },
  }
}

/**
 * The person in whose place an allowed action is done: whom one stands in for, where one's own rights would not do; null
 * for what one may do oneself. The first decision of a verb is the one that it rests on.
 */
function principalFor(
  actor: Actor,
  action: string,
  facts: Record<string, unknown>,
  decisions: Decisions,
): string | null {
  const principals = principalsOf(actor)
  if (actor.kind !== 'person' || principals.length === 0) return null
  const own = actor.grants.filter(({ onBehalfOf }) => !onBehalfOf)
  const may = (grants: typeof own) => decisions.can({ ...actor, grants }, action, facts)
  if (may(own)) return null
  const by = (person: string) => actor.grants.filter(({ onBehalfOf }) => onBehalfOf === person)
  return principals.find((person) => may([...own, ...by(person)])) ?? null
}

/** Entries with the person in whose place they were written, by id. */
function inPlace(
  drafts: readonly EntryDraft[],
  person: string | null | undefined,
): readonly EntryDraft[] {
  if (!person) return drafts
  return drafts.map((draft) => ({ ...draft, data: { ...draft.data, inPlaceOf: person } }))
}

function decisionsFor(context: WorkContext, { decisions }: WorkParts): Pick<Work, 'may' | 'scope'> {
  return {
    may: (action, facts) => decisions.can(context.actor, action, facts),
    scope: (action, table) => decisions.scope(context.actor, action, table),
  }
}

function readOnlyWork(kysely: Writer, context: WorkContext, parts: WorkParts): Work {
  const refuseToWrite = () => {
    throw new Error('This work only reads; run the verb with perform().')
  }
  return {
    ...context,
    ...decisionsFor(context, parts),
    read: kysely,
    write: refuseToWrite,
    writeUnchronicled: refuseToWrite,
    savepoint: (part) => part(readOnlyWork(kysely, context, parts)),
    afterCommit: refuseToWrite,
  }
}

/** Turns a returned refusal into a rollback, and back into a value outside the transaction. */
class Undo extends Error {
  readonly value: Refusal
  constructor(value: Refusal) {
    super('undone by a refusal')
    this.value = value
  }
}

async function undoingRefusals<T>(run: (undo: (value: T) => T) => Promise<T>): Promise<T> {
  try {
    return await run((value) => {
      if (isRefused(value)) throw new Undo(value)
      return value
    })
  } catch (error) {
    if (error instanceof Undo) return error.value as T
    throw error
  }
}
