import type { Translate } from '#kernel/messages'
import type { Option } from '#ui'
import { m } from '../messages/index.ts'
import { evidenceKinds, type LearningKind, learningKinds } from '../rules/learning.ts'
import { kindArgument } from '../rules/limits.ts'

/** What a kind of learning is called. */
export function kindName(t: Translate, kind: LearningKind): string {
  return t(m('fact.kind', { kind: kindArgument([kind]) }))
}

/** The kinds of learning to choose from. */
export function kindOptions(t: Translate): Option[] {
  return learningKinds.map((kind) => ({ value: kind, label: kindName(t, kind) }))
}

/** The papers that can have been seen beside a transcript. */
export function evidenceOptions(t: Translate): Option[] {
  return evidenceKinds.map((evidence) => ({
    value: evidence,
    label: t(m('fact.evidence', { evidence })),
  }))
}
