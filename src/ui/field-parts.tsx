import type { Language } from '#kernel/values'
import { type Content, classes } from './types.ts'
import { words } from './words.ts'

export type FieldWidth = 'short' | 'medium' | 'full'

export interface Option {
  value: string
  label: string
  /** The language of the label, when it is not the page's; '' where a person typed it in whatever language. */
  labelLanguage?: Language | '' | undefined
  hint?: string
  /** Options with the same group stand together under its name (select only). */
  group?: string
  disabled?: boolean
}

/** What every field has: its name in the form, its words, and what is wrong with it. */
export interface FieldBase {
  language: Language
  name: string
  label: Content
  /** What an error summary calls the field, where the label says it only together with the legend above it. */
  called?: string
  /** The id, when a page holds two fields of one name; otherwise made from the name. */
  id?: string
  hint?: Content
  error?: string
  required?: boolean
  disabled?: boolean
  /** The label is heard and not seen, for a field whose place says what it is. */
  labelHidden?: boolean
  width?: FieldWidth
}

/** The attributes that every control has. */
export interface SharedAttributes {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  required: boolean
  disabled: boolean | undefined
}

/** The id that an error summary links to. A radio group's is its first option. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

/** Tells the error summary what a faulty field is called. */
export function calledBy(
  field: Pick<FieldBase, 'name' | 'label' | 'called' | 'error'>,
  id: string,
) {
  const called = field.called ?? (typeof field.label === 'string' ? field.label : undefined)
  return field.error && called
    ? { 'data-faulty': fieldId(field.name), 'data-at': id, 'data-called': called }
    : {}
}

/** The hint and the error between the label and the control. */
export function FieldNotes({ field, id }: { field: FieldBase; id: string }) {
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="hidden-visually">{words(field.language).errorPrefix} </span>
          {field.error}
        </p>
      )}
    </>
  )
}

/** The ids of the notes, for the control. */
export function describedBy(field: FieldBase, id: string): string | undefined {
  return (
    classes(field.hint !== undefined && `${id}-hint`, field.error && `${id}-error`) || undefined
  )
}
