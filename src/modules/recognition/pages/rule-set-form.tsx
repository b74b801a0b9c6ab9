import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  type FieldProps,
  FieldSet,
  Form,
  Heading,
  languageNames,
  LanguageFields,
  type Option,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import { creditMethods } from '../rules/credit.ts'
import {
  deadlineRules,
  mostCreditRules,
  mostHomeTermRules,
  mostKindRules,
} from '../rules/rule-forms.ts'
import type { RuleSetFormPageProps } from './rule-set-form-props.ts'
import { CreditRules } from './rule-set-credit.tsx'
import { DraftNotice, formId, Past, Preview } from './rule-set-notices.tsx'
import { TimeRules } from './rule-set-time.tsx'
import { bavarianRoundings, overlapRules } from '../rules/grade-types.ts'

const path = '/recognition/rule-sets'
/** Writing rules: the figures, a look at what they would change, then the publication. */
export function RuleSetFormPage(props: RuleSetFormPageProps) {
  const { call, refusal, preview, past } = props
  const { t, language, href } = call
  const title = t(m(props.ruleSetId === null ? 'rule-set.new' : 'rule-set.edit'))
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(path), label: t(m('rule-set.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('rule-set.form.lead'))}>
          {title}
        </Heading>
        {props.draft && <DraftNotice {...props} draft={props.draft} />}
        {preview && <Preview {...props} preview={preview} />}
        {past && <Past call={call} past={past} />}
        <Form
          id={formId}
          action={href(props.action)}
          csrf={call.frame.csrf}
          hidden={{
            revision: String(props.revision),
            seen: String(props.seenVersion),
          }}
        >
          <Scope {...props} />
          <Limits {...props} />
          <TimeRules
            {...props}
            deadlineRules={deadlineRules}
            mostKindRules={mostKindRules}
            mostHomeTermRules={mostHomeTermRules}
          />
          <Conversion {...props} />
          <CreditRules {...props} mostCreditRules={mostCreditRules} />
          <Grades {...props} />
          <One
            props={props}
            kind="textarea"
            name="sources"
            words="rule-set.form.sources"
            hintWords="rule-set.form.sources-hint"
            required={false}
            rows={3}
          />
          <Buttons {...props} />
        </Form>
      </Stack>
    </Page>
  )
}

function Buttons({ call: { t }, preview, draft }: RuleSetFormPageProps) {
  return (
    <ButtonGroup>
      <Button name="next" value="preview" look={preview ? 'secondary' : 'primary'}>
        {t(m('rule-set.form.preview'))}
      </Button>
      <Button name="next" value="publish" look={preview ? 'primary' : 'secondary'}>
        {t(m('rule-set.form.publish'))}
      </Button>
      <Button name="next" value="save" look="quiet" formNoValidate>
        {t(m('rule-draft.save'))}
      </Button>
      {draft && (
        <Button name="next" value="discard" look="quiet" formNoValidate>
          {t(m('rule-draft.discard'))}
        </Button>
      )}
    </ButtonGroup>
  )
}

type Key = Parameters<typeof m>[0]

interface OneProps {
  props: RuleSetFormPageProps
  kind: 'text' | 'year' | 'date' | 'select' | 'textarea'
  name: string
  words: Key
  hintWords?: Key
  options?: readonly Option[]
  required?: boolean
  rows?: number
}

/** One field with its value and its error; numbers and days are short. */
function One({ props, name, words, hintWords, ...own }: OneProps) {
  const { t, language } = props.call
  const shared = {
    language,
    name,
    label: t(m(words)),
    hint: hintWords && t(m(hintWords)),
    value: props.values[name] ?? '',
    error: props.refusal?.fields[name],
    required: own.required,
  }
  const field =
    own.kind === 'select'
      ? { ...shared, kind: 'select', options: own.options ?? [], noEmpty: true }
      : own.kind === 'textarea'
        ? { ...shared, kind: 'textarea', rows: own.rows }
        : { ...shared, kind: own.kind, width: 'medium' }
  return <Field {...(field as FieldProps)} />
}

function Scope(props: RuleSetFormPageProps) {
  const { t } = props.call
  const any = (label: Key) => ({ value: '', label: t(m(label)) })
  return (
    <>
      <NameFields call={props.call} values={props.values} errors={props.refusal?.fields ?? {}} />
      <FieldSet legend={t(m('rule-set.form.scope'))} columns>
        {props.ruleSetId === null && (
          <One
            props={props}
            kind="select"
            name="home"
            words="equivalence.home"
            options={props.homes}
          />
        )}
        <One
          props={props}
          kind="select"
          name="host"
          words="equivalence.host"
          options={[any('rule-set.any-host'), ...props.hosts]}
        />
        <One
          props={props}
          kind="select"
          name="programme"
          words="equivalence.programme"
          options={[any('rule-set.any-programme'), ...props.programmes]}
        />
        <One
          props={props}
          kind="year"
          name="intakeFrom"
          words="rule-set.form.intake-from"
          required={false}
        />
        <One
          props={props}
          kind="year"
          name="intakeTo"
          words="rule-set.form.intake-to"
          required={false}
        />
        <One props={props} kind="date" name="validFrom" words="rule-set.form.from" required />
        <One
          props={props}
          kind="date"
          name="validTo"
          words="rule-set.form.to"
          hintWords="equivalence.form.to-hint"
          required={false}
        />
      </FieldSet>
    </>
  )
}

/** A name in every language; the reader's own is the one that is expected. */
export function NameFields({
  call,
  values,
  errors,
}: {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}) {
  const { t } = call
  return (
    <LanguageFields
      language={call.language}
      legend={t(m('rule-set.name'))}
      hint={t(m('rule-set.form.name-hint'))}
      isFilled={(language) => (values[`name.${language}`] ?? '').trim() !== ''}
      isWrong={(language) => errors[`name.${language}`] !== undefined}
      field={(language) => (
        <Field
          key={language}
          kind="text"
          language={call.language}
          name={`name.${language}`}
          label={<span lang={language}>{languageNames[language]}</span>}
          valueLanguage={language}
          value={values[`name.${language}`] ?? ''}
          error={errors[`name.${language}`]}
          required={language === call.language ? undefined : false}
        />
      )}
    />
  )
}

const furtherLimits: readonly [name: string, words: Key][] = [
  ['maximumProgrammeShare', 'rule-set.form.share'],
  ['totalCap', 'rule-set.form.total'],
  ['termCap', 'rule-set.form.termly'],
  ['maximumAgeYears', 'rule-set.form.age'],
  ['residence', 'rule-set.form.residence'],
  ['honours', 'rule-set.form.honours'],
  ['hoursPerCredit', 'rule-set.form.hours'],
  ['minutesPerClassHour', 'rule-set.form.minutes'],
]

function Limits(props: RuleSetFormPageProps) {
  const { t } = props.call
  return (
    <FieldSet legend={t(m('rule-set.form.limits'))} hint={t(m('rule-set.form.empty-hint'))} columns>
      <One
        props={props}
        kind="text"
        name="minimumContentShare"
        words="rule-set.form.content"
        required={false}
      />
      <One
        props={props}
        kind="select"
        name="minimumGrade"
        words="rule-set.form.grade"
        options={[{ value: '', label: t(m('rule-set.open')) }, ...props.grades]}
      />
      <One
        props={props}
        kind="select"
        name="setGrade"
        words="rule-set.form.set-grade"
        options={(['each', 'credit-weighted'] as const).map((value) => ({
          value,
          label: t(m(`rule-set.form.set-grade.${value}`)),
        }))}
      />
      {furtherLimits.map(([name, words]) => (
        <One key={name} props={props} kind="text" name={name} words={words} required={false} />
      ))}
    </FieldSet>
  )
}

function Conversion(props: RuleSetFormPageProps) {
  const { t } = props.call
  const options = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(m(`${prefix}.${value}` as Key)) }))
  return (
    <FieldSet legend={t(m('rule-set.form.conversion'))} columns>
      <One
        props={props}
        kind="select"
        name="method"
        words="rule-set.form.method"
        options={options('rule-set.method', creditMethods)}
      />
      <One
        props={props}
        kind="text"
        name="ratio"
        words="rule-set.form.ratio"
        hintWords="rule-set.form.ratio-hint"
        required={false}
      />
      <One
        props={props}
        kind="text"
        name="roundingStep"
        words="rule-set.form.step"
        hintWords="rule-set.says.no-rounding"
        required={false}
      />
      <One
        props={props}
        kind="select"
        name="roundingMode"
        words="rule-set.form.mode"
        options={options('rule-set.form.mode', ['half-up', 'half-even', 'down', 'up'])}
      />
      <One
        props={props}
        kind="select"
        name="surplus"
        words="rule-set.form.surplus"
        options={options('rule-set.surplus', ['record-home', 'record-converted'])}
      />
      <One props={props} kind="text" name="accept" words="rule-set.form.accept" required={false} />
      <One
        props={props}
        kind="select"
        name="beyond"
        words="rule-set.form.beyond"
        options={options('rule-set.form.beyond', ['needs-decision', 'refuse', 'record-converted'])}
      />
    </FieldSet>
  )
}

/** How grades are entered: the methods stand in the order in which they are tried. */
function Grades(props: RuleSetFormPageProps) {
  const { t, language } = props.call
  const option = (value: string, words: Key) => ({ value, label: t(m(words)) })
  return (
    <FieldSet
      legend={t(m('rule-set.form.grades'))}
      hint={t(m('rule-set.form.grades-hint'))}
      columns
    >
      {props.agreed.options.length > 0 && (
        <Field
          kind="checkboxes"
          language={language}
          name="agreed"
          label={t(m('agreed.title'))}
          options={props.agreed.options}
          value={props.agreed.chosen}
          required={false}
        />
      )}
      <One
        props={props}
        kind="select"
        name="overlap"
        words="grading.title"
        options={[
          option('', 'rule-set.form.not-used'),
          ...overlapRules.map((each) => option(each, `grading.overlap.${each}`)),
        ]}
      />
      <One
        props={props}
        kind="select"
        name="digits"
        words="rule-set.form.digits"
        options={['4', '3', '2', '0'].map((each) => option(each, `rule-set.digits.${each}` as Key))}
      />
      <One
        props={props}
        kind="select"
        name="bavarian"
        words="rule-set.form.bavarian"
        hintWords="rule-set.form.bavarian-hint"
        options={[
          option('', 'rule-set.form.not-used'),
          ...bavarianRoundings.map((each) => option(each, `rule-set.bavarian.${each}`)),
        ]}
      />
      <One
        props={props}
        kind="text"
        name="entry"
        words="rule-set.form.entry"
        hintWords="rule-set.form.entry-hint"
        required={false}
      />
    </FieldSet>
  )
}
