import type { Translate } from '#kernel/messages'
import type { Option } from '#ui'
import { m } from '../messages/index.ts'
import {
  type EvidenceKind,
  evidenceKinds,
  type LearningKind,
  learningKinds,
} from '../rules/learning.ts'
import { kindArgument } from '../rules/limits.ts'

/** What a kind of learning is called. */
export function kindName(t: Translate, kind: LearningKind): string {
  return t(m('fact.kind', { kind: kindArgument([kind]) }))
}

/** The kinds of learning to choose from. */
export function kindOptions(t: Translate): Option[] {
  return learningKinds.map((kind) => ({ value: kind, label: kindName(t, kind) }))
}

/** What a paper that can be seen beside a transcript is called. */
export function evidenceName(t: Translate, evidence: EvidenceKind): string {
  return t(m('fact.evidence', { evidence }))
}

/** The papers that can have been seen beside a transcript. */
export function evidenceOptions(t: Translate): Option[] {
  return evidenceKinds.map((evidence) => ({
    value: evidence,
    label: evidenceName(t, evidence),
  }))
}
