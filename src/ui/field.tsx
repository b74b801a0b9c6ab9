import { formatYear, type Language, typedDate, yearInField } from '#kernel/values'
import type { InputHTMLAttributes } from 'preact'
import { FileField, type StagedFile } from './field-file.tsx'
import {
  type FieldBase,
  FieldNotes,
  type Option,
  type SharedAttributes,
  calledBy,
  describedBy,
  fieldId,
} from './field-parts.tsx'
import { ChoiceField } from './field-choice.tsx'
import { sample } from './sample-text.ts'
import { type Examples, classes } from './types.ts'
import { words } from './words.ts'

interface InputField extends FieldBase {
  kind:
    | 'text'
    | 'email'
    | 'password'
    | 'number'
    | 'date'
    | 'year'
    | 'datetime-local'
    | 'time'
    | 'search'
    | 'tel'
    | 'url'
  value?: string
  autocomplete?: string
  inputmode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | 'search'
  placeholder?: string
  maxlength?: number
  min?: string
  max?: string
  step?: string
  /** A unit or a currency after the box. */
  suffix?: string
  autofocus?: boolean
  /** The language of what is typed, when it is not the page's. */
  valueLanguage?: Language
}

interface TextareaField extends FieldBase {
  kind: 'textarea'
  value?: string
  rows?: number
  maxlength?: number
  /** Shows a preview of rows and columns pasted from a spreadsheet. */
  pasteTable?: boolean
}

interface SelectField extends FieldBase {
  kind: 'select'
  value?: string
  options: readonly Option[]
  /** Sends the form when the choice changes (only with scripts on). */
  autosubmit?: boolean
  /** No empty first option. */
  noEmpty?: boolean
}

interface ComboboxField extends FieldBase {
  kind: 'combobox'
  value?: string
  /** The text shown for `value`. */
  valueLabel?: string
  /** Answers `?q=` with `[{ value, label, hint? }]`. Without scripts the typed text is sent as `<name>-text`. */
  source: string
  /** A few options that also work without scripts. */
  options?: readonly Option[]
}

interface ChoicesField extends FieldBase {
  kind: 'radio' | 'checkboxes'
  value?: string | readonly string[]
  options: readonly Option[]
  /** Options beside each other; for two or three short ones. */
  inline?: boolean
}

interface CheckboxField extends FieldBase {
  kind: 'checkbox'
  value?: string
  checked?: boolean
}

interface FileFieldProps extends FieldBase {
  kind: 'file'
  accept?: string
  multiple?: boolean
  /** Files already taken in by an earlier, refused sending of this form. */
  staged?: readonly StagedFile[]
  /** For the drop zone: larger files are refused before they are sent. */
  maxBytes?: number
}

export type FieldProps =
  | InputField
  | TextareaField
  | SelectField
  | ComboboxField
  | ChoicesField
  | CheckboxField
  | FileFieldProps

/** One question of a form, of any kind, with its label, hint and error. */
export function Field(given: FieldProps) {
  if (isChoice(given)) return <ChoiceField {...given} />
  if (given.kind === 'year') return <YearField {...given} />
  const props = given.kind === 'date' ? dateField(given) : given
  const id = props.id ?? fieldId(props.name)
  return (
    <div
      class={classes(
        'field',
        `field-${props.kind}`,
        `field-width-${props.width ?? 'full'}`,
        props.error && 'field-wrong',
      )}
      {...calledBy(props, id)}
    >
      <label for={id} class={props.labelHidden ? 'hidden-visually' : 'label'}>
        {props.label} <OptionalMark field={props} />
      </label>
      <FieldNotes field={props} id={id} />
      <Control field={props} id={id} />
    </div>
  )
}

/** A year, in either era: where the reader has two, the field says that both are understood. */
function YearField(props: InputField) {
  const hint =
    props.hint ?? (hasTwoEras(props.language) ? words(props.language).yearHint : undefined)
  return <Field width="short" inputmode="numeric" {...props} kind="text" hint={hint} />
}

/**
 * A day. A browser's own calendar counts in common years whatever the page says, so for readers who count otherwise it is
 * a box in which their own era is typed; the hint shows how. What comes back is read in either form.
 */
function dateField(field: InputField): InputField {
  if (!hasTwoEras(field.language)) return field
  const { min: _min, max: _max, ...rest } = field
  return {
    ...rest,
    kind: 'text',
    width: field.width ?? 'short',
    value: field.value === undefined ? undefined : typedDate(field.value, field.language),
    hint: [field.hint, words(field.language).dateHint].filter(Boolean).join(' '),
    autocomplete: field.autocomplete ?? 'off',
    maxlength: 40,
  } as InputField
}

/** Whether readers of the language count years otherwise than the common era. */
function hasTwoEras(language: Language): boolean {
  return formatYear(2000, language) !== '2000'
}

function isChoice(field: FieldProps): field is ChoicesField | CheckboxField {
  return field.kind === 'checkbox' || field.kind === 'radio' || field.kind === 'checkboxes'
}

function OptionalMark({ field }: { field: FieldBase }) {
  if (field.required !== false) return null
  return <span class="label-optional">{words(field.language).optional}</span>
}

function Control({
  field,
  id,
}: {
  field: Exclude<FieldProps, ChoicesField | CheckboxField>
  id: string
}) {
  const shared = {
    id,
    name: field.name,
    'aria-describedby': describedBy(field, id),
    'aria-invalid': field.error ? ('true' as const) : undefined,
    required: field.required === true,
    disabled: field.disabled,
  }
  switch (field.kind) {
    case 'textarea':
      return <Textarea field={field} shared={shared} />
    case 'select':
      return <Select field={field} shared={shared} />
    case 'combobox':
      return <Combobox field={field} shared={shared} />
    case 'file':
      return <FileField {...field} shared={shared} />
    default:
      return <Input field={field} shared={shared} />
  }
}

function Input({ field, shared }: { field: InputField; shared: SharedAttributes }) {
  // The typings forbid a type chosen at run time, because some types forbid some roles; none is given here.
  const attributes = {
    ...shared,
    type: field.kind === 'number' ? 'text' : field.kind,
    inputmode: field.kind === 'number' ? (field.inputmode ?? 'decimal') : field.inputmode,
    value: field.value,
    autocomplete: field.autocomplete,
    placeholder: field.placeholder,
    maxlength: field.maxlength,
    min: field.min,
    max: field.max,
    step: field.step,
    autofocus: field.autofocus,
    lang: field.valueLanguage,
  } as InputHTMLAttributes<HTMLInputElement>
  const input = <input class="input" {...attributes} />
  if (!field.suffix) return input
  return (
    <span class="input-with-suffix">
      {input}
      <span class="input-suffix" aria-hidden="true">
        {field.suffix}
      </span>
    </span>
  )
}

function Textarea({ field, shared }: { field: TextareaField; shared: SharedAttributes }) {
  const area = (
    <textarea
      {...shared}
      class="input"
      rows={field.rows ?? 5}
      maxlength={field.maxlength}
      value={field.value}
    />
  )
  if (!field.pasteTable) return area
  const text = words(field.language)
  return (
    <weft-paste data-count={text.pasteRows}>
      <p class="hint">{text.pasteHint}</p>
      {area}
    </weft-paste>
  )
}

function Select({ field, shared }: { field: SelectField; shared: SharedAttributes }) {
  const text = words(field.language)
  const groups = [...new Set(field.options.map((option) => option.group))]
  return (
    <span class="select">
      <select {...shared} class="input" data-autosubmit={field.autosubmit}>
        {!field.noEmpty && (
          <option value="">{field.autosubmit ? text.anyValue : text.chooseOne}</option>
        )}
        {groups.map((group) => {
          const options = field.options.filter((option) => option.group === group)
          return group === undefined ? (
            <Options options={options} value={field.value} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={options} value={field.value} />
            </optgroup>
          )
        })}
      </select>
    </span>
  )
}

function Options({ options, value }: { options: readonly Option[]; value: string | undefined }) {
  return (
    <>
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          selected={option.value === value}
          disabled={option.disabled}
          lang={option.labelLanguage}
        >
          {option.label}
        </option>
      ))}
    </>
  )
}

// Without scripts the box is an ordinary text field named `<name>-text` with a datalist, and the hidden
// field keeps the value chosen before; the server resolves the text when it was changed.
function Combobox({ field, shared }: { field: ComboboxField; shared: SharedAttributes }) {
  const text = words(field.language)
  const listId = `${shared.id}-options`
  return (
    <weft-combobox
      data-source={field.source}
      data-none={text.noResults}
      data-found={text.resultsCount}
    >
      <input type="hidden" name={field.name} value={field.value ?? ''} />
      <input
        {...shared}
        class="input"
        type="text"
        name={`${field.name}-text`}
        value={field.valueLabel}
        autocomplete="off"
        list={field.options ? listId : undefined}
      />
      {field.options && (
        <datalist id={listId}>
          {field.options.map((option) => (
            <option key={option.value} value={option.label} data-value={option.value} />
          ))}
        </datalist>
      )}
    </weft-combobox>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'fields',
    render: () => (
      <div class="field-stack">
        <Field
          language={language}
          kind="text"
          name="family-name"
          label={sample('familyName', language)}
          hint={sample('familyNameHint', language)}
          required
        />
        <Field
          language={language}
          kind="email"
          name="email"
          label={sample('email', language)}
          value="n.srisuk@"
          error={sample('emailError', language)}
        />
        <Field
          language={language}
          kind="number"
          name="credits"
          label={words(language).credit}
          value="3"
          width="short"
          required={false}
          suffix="ECTS"
        />
        <Field
          language={language}
          kind="date"
          name="due"
          label={words(language).untilWhen}
          value="2026-12-04"
          width="short"
        />
        <Field
          language={language}
          kind="select"
          name="host"
          label={sample('host', language)}
          value="pku"
          options={[
            { value: 'pku', label: sample('pku', language) },
            { value: 'ruc', label: sample('ruc', language) },
          ]}
        />
        <Field
          language={language}
          kind="combobox"
          name="course"
          label={sample('course', language)}
          source="/courses.json"
          options={[{ value: '1', label: sample('courseHome', language) }]}
        />
        <Field
          language={language}
          kind="textarea"
          name="note"
          label={sample('note', language)}
          pasteTable
        />
      </div>
    ),
  },
  yearExample(language),
]

function yearExample(language: Language) {
  return {
    name: 'field-year',
    render: () => (
      <Field
        language={language}
        kind="year"
        name="intake"
        label={sample('intakeYear', language)}
        value={yearInField(2025, language)}
      />
    ),
  }
}
