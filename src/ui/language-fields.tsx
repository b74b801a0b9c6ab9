import { type Language, languages } from '#kernel/values'
import type { VNode } from 'preact'
import { Field } from './field.tsx'
import { FieldSet } from './form.tsx'
import { Icon } from './icon.tsx'
import { PhoneFold } from './phone-fold.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'
import { languageNames, words } from './words.ts'

interface LanguageFieldsProps {
  /** The reader's: its field comes first and is never folded. */
  language: Language
  legend: Content
  hint?: Content
  /** One field a line: for texts longer than a name. */
  long?: boolean
  field: (language: Language) => VNode
  isFilled: (language: Language) => boolean
  /** Whether the field has an error: then none is folded. */
  isWrong: (language: Language) => boolean
}

/**
 * One text in the five languages. The other four are folded under a line that says which are filled: names on a phone,
 * longer texts everywhere, for four empty boxes below each other hide what comes after them.
 */
export function LanguageFields(props: LanguageFieldsProps) {
  const { language, legend, hint, long, field } = props
  const others = languages.filter((each) => each !== language)
  const Other = long ? LongFold : PhoneFold
  return (
    <FieldSet legend={legend} hint={hint}>
      {field(language)}
      <Other
        summary={<OtherLanguages {...props} others={others} />}
        open={others.some(props.isWrong)}
        className="language-fields"
      >
        <div class={long ? 'field-stack' : 'field-columns'}>{others.map(field)}</div>
      </Other>
    </FieldSet>
  )
}

function LongFold({
  summary,
  open,
  className,
  children,
}: {
  summary: Content
  open: boolean
  className: string
  children: Content
}) {
  return (
    <details class={`phone-fold always-fold ${className}`} open={open}>
      <summary>{summary}</summary>
      <div class="phone-fold-body">{children}</div>
    </details>
  )
}

function OtherLanguages({
  language,
  others,
  isFilled,
}: LanguageFieldsProps & { others: readonly Language[] }) {
  const text = words(language)
  return (
    <>
      <span>{text.otherLanguages}</span>
      <span class="language-marks">
        {others.map((each) => (
          <span key={each} class={isFilled(each) ? 'language-filled' : undefined}>
            {isFilled(each) && <Icon name="check" />}
            <span lang={each}>{languageNames[each]}</span>
            <span class="hidden-visually">
              {' '}
              {isFilled(each) ? text.languageFilled : text.languageEmpty}
            </span>
          </span>
        ))}
      </span>
    </>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'language-fields',
    render: () => (
      <LanguageFields
        language={language}
        legend={sample('course', language)}
        isFilled={(each) => each === 'en' || each === 'th'}
        isWrong={() => false}
        field={(each) => (
          <Field
            key={each}
            kind="text"
            language={language}
            name={`course.${each}`}
            label={<span lang={each}>{languageNames[each]}</span>}
            value={each === 'en' || each === 'th' ? sample('courseHome', each) : ''}
            valueLanguage={each}
            required={each === language ? undefined : false}
          />
        )}
      />
    ),
  },
]
