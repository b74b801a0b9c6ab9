import type { Language } from '#kernel/values'
import type { ComponentChildren, VNode } from 'preact'

/** What a caller may put into a component: text that is already translated, or other components. */
export type Content = ComponentChildren

/** The tone of a state or a message. It is always accompanied by a word and an icon. */
export type Tone = 'neutral' | 'info' | 'attention' | 'harm' | 'done' | 'quiet'

/** A place to go, with its text in the reader's language. */
export interface Link {
  href: string
  label: string
}

/** One rendering of a component, shown in the gallery and used as a fixture by the tests. */
export interface Example {
  name: string
  render: () => VNode
}

/** The examples of a component file, in the language that the gallery is shown in. */
export type Examples = (language: Language) => Example[]

/** Joins class names and leaves out the absent ones. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
