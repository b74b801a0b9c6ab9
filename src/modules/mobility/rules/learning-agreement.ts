import { Fraction } from '#kernel/values'
import type { MobilityKind } from './states.ts'

/** The tables of a learning agreement as EWP has them: studied at the host, recognised at home, virtual. */
export const learningTables = ['A', 'B', 'C'] as const
/** One of the three tables. */
export type LearningTable = (typeof learningTables)[number]

/** EWP's reasons why a component leaves an agreement that was signed (omobility-las v1, `reason-code`). */
export const deletionReasons = ['not-available', 'language-mismatch', 'timetable-conflict'] as const
/** EWP's reasons why a component comes into an agreement that was signed. */
export const insertionReasons = [
  'substituting-deleted',
  'extending-mobility',
  'adding-virtual-component',
] as const
/** One of the six reasons of a change. */
export type ChangeReason = (typeof deletionReasons)[number] | (typeof insertionReasons)[number]

/** One component: a course of the host or of home, or something that is done virtually. */
export interface LearningComponent {
  table: LearningTable
  /** Empty where it has none, as many virtual components. */
  code: string
  title: string
  /** An exact fraction in the credit of the institution whose course it is, as text. */
  credit: string
  /** Why it came in after the first signing; null for what stood from the start. */
  reason: ChangeReason | null
}

/** A component that left the agreement after it was signed, with the reason. */
export interface RemovedComponent extends LearningComponent {
  reason: ChangeReason
}

/** What a learning agreement says. */
export interface LearningText {
  components: LearningComponent[]
  removed: RemovedComponent[]
  /** What recognition depends on, where it does not come by itself (EWP `recognition-conditions`). */
  conditions: string
}

export const emptyLearningText: LearningText = { components: [], removed: [], conditions: '' }

/** The most components of one agreement, and the longest parts of each, in characters. */
export const longest = { components: 60, code: 60, title: 300, conditions: 2000 } as const

/** The same component: of one table, by its code, or by its title where it has no code. */
export function sameComponent(
  one: Pick<LearningComponent, 'table' | 'code' | 'title'>,
  other: Pick<LearningComponent, 'table' | 'code' | 'title'>,
): boolean {
  if (one.table !== other.table) return false
  return one.code === '' && other.code === ''
    ? one.title.trim() === other.title.trim()
    : one.code.trim().toLowerCase() === other.code.trim().toLowerCase()
}

/** The tables that a kind of stay uses: what a short doctoral stay brings is described, not listed by courses. */
export function tablesOf(kind: MobilityKind): readonly LearningTable[] {
  return kind === 'doctoral' ? ['A', 'B'] : learningTables
}

/** What is wrong with a component that somebody wrote. */
export type ComponentFault = 'title' | 'credit' | 'code' | 'twice' | 'many' | 'reason'

/**
 * What is wrong with a new component of a text: a title is wanted, credit is a number of zero or more, nothing stands twice in
 * a table, and after the first signing a change of A or C wants one of EWP's reasons.
 */
export function componentFault(
  text: LearningText,
  component: LearningComponent,
  isSigned: boolean,
): ComponentFault | null {
  const { title, code, credit, table, reason } = component
  if (title.trim() === '' || title.length > longest.title) return 'title'
  if (code.length > longest.code) return 'code'
  const amount = Fraction.parse(credit)
  if (amount === null || amount.isNegative() || amount.compare(mostCredit) > 0) return 'credit'
  if (text.components.some((each) => sameComponent(each, component))) return 'twice'
  if (text.components.length >= longest.components) return 'many'
  if (isSigned && table !== 'B' && !isInsertion(reason)) return 'reason'
  return null
}

/** No single component is worth more than two years. */
const mostCredit = Fraction.of(240)

function isInsertion(reason: ChangeReason | null): boolean {
  return (insertionReasons as readonly (string | null)[]).includes(reason)
}

/** Puts a component in; one that was removed since the signing comes back as it was. */
export function withComponent(text: LearningText, component: LearningComponent): LearningText {
  const back = text.removed.find((each) => sameComponent(each, component))
  return {
    ...text,
    components: [...text.components, back ? { ...component, reason: null } : component],
    removed: text.removed.filter((each) => !sameComponent(each, component)),
  }
}

/** Takes a component out. One that was signed stays on record as removed, with the reason; one that was only written goes. */
export function withoutComponent(
  text: LearningText,
  component: Pick<LearningComponent, 'table' | 'code' | 'title'>,
  agreed: LearningText | null,
  reason: ChangeReason | null,
): LearningText | 'reason' {
  const isAgreed = agreed?.components.some((each) => sameComponent(each, component)) ?? false
  const found = text.components.find((each) => sameComponent(each, component))
  if (!found) return text
  const components = text.components.filter((each) => each !== found)
  if (!isAgreed) return { ...text, components }
  const isDeletion = (deletionReasons as readonly (string | null)[]).includes(reason)
  if (!isDeletion && component.table !== 'B') return 'reason'
  const removed = { ...found, reason: reason ?? 'not-available' }
  return { ...text, components, removed: [...text.removed, removed] }
}

/** The text with which changes begin after a signing: what was agreed, with nothing marked as changed. */
export function changesBegin(agreed: LearningText): LearningText {
  return {
    ...agreed,
    components: agreed.components.map((component) => ({ ...component, reason: null })),
    removed: [],
  }
}

/** Whether two texts say the same. */
export function saysTheSame(one: LearningText, other: LearningText): boolean {
  const plain = (text: LearningText) =>
    JSON.stringify([
      text.conditions.trim(),
      text.components
        .map(({ table, code, title, credit }) => [table, code, title, credit])
        .toSorted(),
    ])
  return plain(one) === plain(other)
}

/** What keeps a text from being sent: nothing is studied, nothing would be recognised, or nothing was changed. */
export function sendingFault(
  text: LearningText,
  agreed: LearningText | null,
): 'nothing-studied' | 'nothing-recognised' | 'nothing-changed' | null {
  const has = (table: LearningTable) => text.components.some((each) => each.table === table)
  if (!has('A') && !has('C')) return 'nothing-studied'
  if (!has('B') && text.conditions.trim() === '') return 'nothing-recognised'
  if (agreed && saysTheSame(text, agreed)) return 'nothing-changed'
  return null
}

/** The credit of one table, exactly. */
export function totalOf(text: LearningText, table: LearningTable): Fraction {
  return Fraction.sum(
    text.components
      .filter((each) => each.table === table)
      .map(({ credit }) => Fraction.parse(credit) ?? Fraction.zero),
  )
}
