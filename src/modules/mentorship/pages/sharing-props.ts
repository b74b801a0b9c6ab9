import type { FormState, Scene } from '#kernel/http'
import type { Goals, Meeting, Note, Sharer } from '../queries/sharing.ts'

/** What the parts of a shared page are told. */
export interface SharedProps {
  scene: Scene
  menteeId: string
  sharers: readonly Sharer[]
  goals: Goals | null
  meetings: readonly Meeting[]
  notes: readonly Note[]
  /** The reader, where they share the page; null for an office, which reads. */
  self: string | null
  form: FormState
}
