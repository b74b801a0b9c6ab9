import { Button, ButtonGroup } from './button.tsx'
import { Field } from './field.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

/** The name of the hidden field that carries the token against forged requests. */
export const csrfFieldName = 'csrf'

interface FormProps {
  action: string
  method?: 'get' | 'post'
  /** The token; a form that posts always has one. */
  csrf?: string
  id?: string
  /** True when the form holds a file field. */
  files?: boolean
  /** Values that travel with the form unseen. */
  hidden?: Record<string, string>
  /** A form that is only a row of buttons beside other things. */
  inline?: boolean
  children: Content
}

/**
 * A form. The browser's own checks are off, because they speak the browser's language and not the page's;
 * the server checks everything and answers in the reader's language.
 */
export function Form({
  action,
  method = 'post',
  csrf,
  id,
  files,
  hidden,
  inline,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method={method}
      id={id}
      class={inline ? 'form-inline' : 'form'}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      {csrf !== undefined && <input type="hidden" name={csrfFieldName} value={csrf} />}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

interface FieldSetProps {
  legend: Content
  hint?: Content
  children: Content
  /** Fields beside each other where there is room. */
  columns?: boolean | 'short'
}

/** Fields that answer one question together. */
export function FieldSet({ legend, hint, children, columns }: FieldSetProps) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div
        class={
          columns === 'short'
            ? 'field-columns field-columns-short'
            : columns
              ? 'field-columns'
              : 'field-stack'
        }
      >
        {children}
      </div>
    </fieldset>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'form',
    render: () => (
      <Form action="#form" csrf="token" files>
        <FieldSet legend={sample('transcript', language)} hint={sample('lead', language)} columns>
          <Field
            language={language}
            kind="text"
            name="form-name"
            label={sample('student', language)}
            required
          />
          <Field
            language={language}
            kind="select"
            name="form-host"
            label={sample('host', language)}
            options={[{ value: 'pku', label: sample('pku', language) }]}
          />
        </FieldSet>
        <Field
          language={language}
          kind="file"
          name="form-file"
          label={sample('transcript', language)}
          staged={[{ token: 'staged-1', name: 'transcript-2026.xml', size: '24 kB' }]}
        />
        <Field
          language={language}
          kind="file"
          name="form-scan"
          label={sample('statement', language)}
          required={false}
        />
        <ButtonGroup>
          <Button>{sample('decide', language)}</Button>
          <Button look="quiet">{sample('later', language)}</Button>
        </ButtonGroup>
      </Form>
    ),
  },
]
