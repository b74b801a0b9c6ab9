import type { Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  displayName,
  formatDate,
  formatDateRange,
  formatList,
  type DateOnly,
  localeOf,
  localised,
  type LocalText,
} from '#kernel/values'
import { StateTag, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { HeldMentor, ListedStudent, StudentRow } from '../queries/students.ts'
import { offeredFields } from '../rules/fields.ts'
import type { MentorKind, MentorshipState } from '../schema.ts'

/** The same as a bare text. */
export function localText(scene: Scene, text: LocalText): string {
  return localised(text, scene.language).text
}

/** A day in the reader's calendar. */
export function dayOf(scene: Scene, day: DateOnly): string {
  return formatDate(day, scene.language)
}

/** The period of an engagement, or null where it has none. */
export function periodOf(
  scene: Scene,
  { starts_on: from, ends_on: until }: Pick<StudentRow, 'starts_on' | 'ends_on'>,
): string | null {
  if (from === null)
    return until === null ? null : scene.t(m('period.until', { until: dayOf(scene, until) }))
  if (until === null) return scene.t(m('period.from', { from: dayOf(scene, from) }))
  return formatDateRange(from, until, scene.language)
}

const tones: Record<MentorshipState, Tone> = {
  proposed: 'attention',
  accepted: 'info',
  active: 'done',
  declined: 'harm',
  withdrawn: 'quiet',
  ended: 'neutral',
  replaced: 'neutral',
}

/** Where a mentorship stands, in a word and a tone. */
export function MentorshipTag({ scene, state }: { scene: Scene; state: MentorshipState }) {
  return <StateTag tone={tones[state]}>{scene.t(m(`state.${state}`))}</StateTag>
}

/** The mentor who holds a place, or who is asked for it. */
export function mentorAt(
  student: ListedStudent,
  kind: MentorKind,
  state: 'held' | 'asked',
): HeldMentor | undefined {
  return student.mentors.find(
    (each) => each.kind === kind && (each.state === 'proposed') === (state === 'asked'),
  )
}

/** Whether everybody whom the engagement demands is there, somebody is asked, or somebody is missing. */
export function standingOf(
  scene: Scene,
  student: ListedStudent,
): { tone: Tone; label: string; missing: MentorKind[] } {
  const missing = student.needs.filter((kind) => !mentorAt(student, kind, 'held'))
  if (missing.length === 0) return { tone: 'done', label: scene.t(m('standing.complete')), missing }
  const isAsked = missing.every((kind) => mentorAt(student, kind, 'asked'))
  const key = isAsked ? 'waits' : missing.length === 2 ? 'lacks-both' : `lacks-${missing[0]!}`
  return {
    tone: isAsked ? 'info' : 'attention',
    label: scene.t(m(`standing.${key as 'waits' | 'lacks-both' | 'lacks-academic'}`)),
    missing,
  }
}

/** A language as the reader's language calls it. */
export function languageWords(scene: Scene, tags: readonly string[]): string {
  const names = new Intl.DisplayNames([localeOf(scene.language)], { type: 'language' })
  return formatList(
    tags.map((tag) => names.of(tag) ?? tag),
    scene.language,
  )
}

/** A field of ISCED-F in words; a code that is not offered any more stands as it is. */
export function fieldMessage(code: string): Message | null {
  const known = offeredFields.find((each) => each === code)
  return known ? m(`isced.${known}`) : null
}

/** Fields in words, one after the other. */
export function fieldWords({ t }: Scene, codes: readonly string[]): string {
  return codes
    .map((code) => {
      const words = fieldMessage(code)
      return words ? t(words) : code
    })
    .join(' · ')
}

/** A person's name for the reader. */
export function nameWords(scene: Scene, name: StudentRow['name']): string {
  return displayName(name, scene.language)
}

/** How many students a mentor has of those they take, in words. */
export function loadWords(
  { t }: Scene,
  { load, capacity }: { load: number; capacity: number },
): string {
  return t(m('load', { load, capacity }))
}

/** The tone of a mentor's load: beyond what they said, full, or with room. */
export function loadTone({ load, capacity }: { load: number; capacity: number }): Tone {
  if (load > capacity) return 'harm'
  return load === capacity ? 'attention' : 'done'
}
