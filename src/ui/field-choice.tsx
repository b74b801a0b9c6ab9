import {
  type FieldBase,
  FieldNotes,
  type Option,
  calledBy,
  describedBy,
  fieldId,
} from './field-parts.tsx'
import { sample } from './sample-text.ts'
import { type Examples, classes } from './types.ts'
import { words } from './words.ts'

interface ChoiceProps extends FieldBase {
  kind: 'radio' | 'checkboxes' | 'checkbox'
  value?: string | readonly string[]
  checked?: boolean
  options?: readonly Option[]
  inline?: boolean
}

/** Radio buttons, checkboxes, or a single checkbox. */
export function ChoiceField(props: ChoiceProps) {
  const id = props.id ?? fieldId(props.name)
  if (props.kind === 'checkbox') return <SingleCheckbox field={props} id={id} />
  const chosen = new Set(typeof props.value === 'string' ? [props.value] : (props.value ?? []))
  return (
    <fieldset
      class={classes('field', 'field-choices', props.error && 'field-wrong')}
      aria-describedby={describedBy(props, id)}
      {...calledBy(props, id)}
    >
      <legend class={props.labelHidden ? 'hidden-visually' : 'label'}>
        {props.label}{' '}
        {props.required === false && (
          <span class="label-optional">{words(props.language).optional}</span>
        )}
      </legend>
      <FieldNotes field={props} id={id} />
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {(props.options ?? []).map((option, index) => (
          <Choice
            key={option.value}
            type={props.kind === 'radio' ? 'radio' : 'checkbox'}
            id={index === 0 ? id : `${id}-${index}`}
            name={props.name}
            option={option}
            checked={chosen.has(option.value)}
            disabled={props.disabled}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface OneChoiceProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
  disabled?: boolean
}

function Choice({ type, id, name, option, checked, disabled }: OneChoiceProps) {
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={disabled || option.disabled}
        aria-describedby={option.hint ? `${id}-note` : undefined}
      />
      <label for={id} lang={option.labelLanguage}>
        {option.label}
      </label>
      {option.hint && (
        <p class="hint" id={`${id}-note`}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

function SingleCheckbox({ field, id }: { field: ChoiceProps; id: string }) {
  return (
    <div
      class={classes('field', 'field-choices', field.error && 'field-wrong')}
      {...calledBy(field, id)}
    >
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={field.name}
          value={typeof field.value === 'string' ? field.value : 'yes'}
          checked={field.checked}
          disabled={field.disabled}
          required={field.required === true}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field, id)}
        />
        <label for={id}>{field.label}</label>
      </div>
      <FieldNotes field={field} id={id} />
    </div>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'choices',
    render: () => (
      <div class="field-stack">
        <ChoiceField
          language={language}
          kind="radio"
          name="verdict"
          label={sample('verdictQuestion', language)}
          value="full"
          options={[
            {
              value: 'full',
              label: sample('recognised', language),
              hint: sample('recognisedHint', language),
            },
            { value: 'no', label: sample('refused', language) },
          ]}
        />
        <ChoiceField
          language={language}
          kind="checkbox"
          name="confirm"
          label={sample('confirm', language)}
          checked
        />
      </div>
    ),
  },
]
