// The fields of a person's word on a line, on lines that count together, for a unit and for a committee.
import type { Call } from '#kernel/http'
import { languages } from '#kernel/values'
import { Field, Fold, languageNames } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'
import { creditText, verdictMessage } from './words.ts'

/** A form in which a word is given: what was typed into it, and what was wrong. */
export interface WordProps {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

interface FiguresProps extends WordProps {
  line: { engine: Pick<CaseLine['engine'], 'creditConversion'> }
}

/** Recognised or refused. */
export function VerdictField({
  call: { t, language },
  values,
  refusal,
  hint,
}: WordProps & { hint?: string }) {
  return (
    <Field
      kind="radio"
      language={language}
      name="verdict"
      inline
      required
      label={t(m('page.line.verdict'))}
      hint={hint}
      value={values['verdict']}
      error={refusal?.fields['verdict']}
      options={(['recognised', 'refused'] as const).map((verdict) => ({
        value: verdict,
        label: t(verdictMessage(verdict)),
      }))}
    />
  )
}

/** Credit, entry, share and reason of a person's word on a line. */
export function Figures(props: FiguresProps) {
  const { t } = props.call
  return (
    <>
      <ShortText
        {...props}
        name="homeCredit"
        inputmode="decimal"
        label={t(m('page.line.home-credit'))}
        hint={t(m('page.line.home-credit-hint'))}
      />
      <CreditReason {...props} />
      <RecordedGrade {...props} />
      <ShortText
        {...props}
        name="contentShare"
        label={t(m('page.line.share'))}
        hint={t(m('page.line.share-hint'))}
      />
      <ReasonFields {...props} />
    </>
  )
}

/** A figure of the word. */
export function ShortText({
  call: { language },
  values,
  refusal,
  name,
  ...rest
}: WordProps & {
  name: string
  label: string
  hint?: string
  inputmode?: 'decimal'
  maxlength?: number
}) {
  return (
    <Field
      {...rest}
      kind="text"
      language={language}
      name={name}
      width="short"
      value={values[name]}
      error={refusal?.fields[name]}
    />
  )
}

/** What is entered on the record at home. */
export function RecordedGrade(props: WordProps) {
  const label = props.call.t(m('page.line.recorded'))
  return <ShortText {...props} name="recordedGrade" label={label} maxlength={12} />
}

/** Why, in which language, and the same in a second one. */
export function ReasonFields({
  asked,
  ...props
}: WordProps & {
  /** What is asked, where it is not the reason of a verdict that must have one. */
  asked?: { label: string; hint: string }
}) {
  const { call, values, refusal } = props
  const { t, language } = call
  const { label, hint } = asked ?? {
    label: t(m('page.line.reason')),
    hint: t(m('page.line.reason-hint')),
  }
  return (
    <>
      <Field
        language={language}
        kind="textarea"
        name="reason"
        rows={3}
        maxlength={1000}
        required={!asked}
        label={label}
        hint={hint}
        value={values['reason']}
        error={refusal?.fields['reason']}
      />
      <ReasonLanguages {...props} />
    </>
  )
}

/** In which language the reason is, and the same in a second one: a statement in two languages has two readers. */
function ReasonLanguages({ call, values, refusal }: WordProps) {
  const { t, language } = call
  const options = languages.map((each) => ({ value: each, label: languageNames[each] }))
  const choice = (name: 'reasonLanguage' | 'secondLanguage', label: string) => (
    <Field
      kind="select"
      language={language}
      name={name}
      width="short"
      label={label}
      value={values[name]}
      options={options}
      noEmpty
    />
  )
  const error = refusal?.fields['secondReason']
  return (
    <>
      {choice('reasonLanguage', t(m('word.reason-language')))}
      <Fold summary={t(m('word.second-reason'))} open={Boolean(values['secondReason'] || error)}>
        <Field
          kind="textarea"
          language={language}
          name="secondReason"
          rows={3}
          maxlength={1000}
          required={false}
          label={t(m('word.second-reason'))}
          hint={t(m('word.second-reason-hint'))}
          value={values['secondReason']}
          error={error}
        />
        {choice('secondLanguage', t(m('word.second-language')))}
      </Fold>
    </>
  )
}

/** Why it is more credit than the conversion gives: nobody is asked where nothing was converted. */
export function CreditReason({ call, line, values, refusal }: FiguresProps) {
  const { t, language } = call
  const error = refusal?.fields['creditReason']
  const given = line.engine.creditConversion?.credit
  if (!given && !values['creditReason'] && !error) return null
  return (
    <Field
      kind="textarea"
      language={language}
      name="creditReason"
      rows={2}
      maxlength={1000}
      required={false}
      label={t(m('word.credit-reason'))}
      hint={
        given
          ? t(m('word.credit-reason-given', { given: creditText(given, language) }))
          : t(m('word.credit-reason-hint'))
      }
      value={values['creditReason']}
      error={error}
    />
  )
}
