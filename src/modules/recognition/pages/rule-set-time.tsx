import type { Call } from '#kernel/http'
import { Field, FieldSet, Grid, type Option } from '#ui'
import { m } from '../messages/index.ts'
import { evidenceOptions, kindOptions } from './learning-words.ts'

/** What parts of the form that stand in rows are made of. */
export interface RowProps {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  refusal: { fields: Record<string, string> } | null
}

interface TimeProps extends RowProps {
  /** What a deadline can count by. */
  deadlineRules: readonly string[]
  mostKindRules: number
  mostHomeTermRules: number
}

type Key = Parameters<typeof m>[0]

/** Deadline, suspension, what is studied at home, kinds of learning: rules about more than a course's content. */
export function TimeRules(props: TimeProps) {
  return (
    <>
      <input type="hidden" name="timeRules" value="1" />
      <Deadline {...props} />
      <AtHome {...props} />
      <HomeTermRules {...props} />
      <KindRules {...props} />
    </>
  )
}

export function Text({ props, name, words }: { props: RowProps; name: string; words: Key }) {
  const { call, values, refusal } = props
  return (
    <Field
      kind="text"
      language={call.language}
      name={name}
      width="medium"
      required={false}
      label={call.t(m(words))}
      value={values[name] ?? ''}
      error={refusal?.fields[name]}
    />
  )
}

export function Choice({
  props,
  name,
  words,
  options,
}: {
  props: RowProps
  name: string
  words: Key
  options: readonly Option[]
}) {
  const { call, values, refusal } = props
  return (
    <Field
      kind="select"
      language={call.language}
      name={name}
      label={call.t(m(words))}
      value={values[name] ?? ''}
      noEmpty
      options={options}
      error={refusal?.fields[name]}
    />
  )
}

export function Boxes({
  props,
  name,
  words,
  options,
}: {
  props: RowProps
  name: string
  words: Key
  options: readonly Option[]
}) {
  const { call, values, refusal } = props
  return (
    <Field
      kind="checkboxes"
      inline
      language={call.language}
      name={name}
      label={call.t(m(words))}
      required={false}
      value={(values[name] ?? '').split(' ')}
      options={options}
      error={refusal?.fields[name]}
    />
  )
}

function Deadline(props: TimeProps) {
  const { t } = props.call
  const option = (value: string, label: Key) => ({ value, label: t(m(label)) })
  return (
    <FieldSet
      legend={t(m('rule-set.term.deadline'))}
      hint={t(m('rule-time.deadline-hint'))}
      columns
    >
      <Choice
        props={props}
        name="deadlineRule"
        words="rule-time.counted"
        options={[
          option('', 'rule-set.form.not-used'),
          ...props.deadlineRules.map((each) => option(each, `rule-time.rule.${each}` as Key)),
        ]}
      />
      <Text props={props} name="deadlineNumber" words="rule-time.number" />
      <Text props={props} name="deadlineDay" words="rule-time.day" />
      <Choice
        props={props}
        name="deadlineLate"
        words="rule-time.late"
        options={(['needs-decision', 'refuse'] as const).map((each) =>
          option(each, `rule-set.form.beyond.${each}`),
        )}
      />
    </FieldSet>
  )
}

function AtHome(props: TimeProps) {
  const { t } = props.call
  return (
    <FieldSet legend={t(m('rule-time.home'))} columns>
      <Text props={props} name="suspension" words="rule-time.suspension" />
      <Text props={props} name="residenceShare" words="rule-time.home-share" />
      <Text props={props} name="residenceYears" words="rule-time.years" />
      <Choice
        props={props}
        name="lastTerm"
        words="rule-time.last-term"
        options={[
          { value: '', label: t(m('rule-time.anywhere')) },
          { value: 'home', label: t(m('rule-time.at-home')) },
        ]}
      />
    </FieldSet>
  )
}

/** The rows that are filled, and one more. */
export function shownRows(
  props: RowProps,
  prefix: string,
  most: number,
  always: readonly string[] = ['accept'],
): number[] {
  const filled = Array.from({ length: most }, (_, row) => row).filter((row) =>
    Object.entries(props.values).some(
      ([name, value]) =>
        name.startsWith(`${prefix}.${row}.`) &&
        !always.some((field) => name.endsWith(`.${field}`)) &&
        value !== '',
    ),
  )
  const last = filled.at(-1) ?? -1
  return Array.from({ length: Math.min(most, last + 2) }, (_, row) => row)
}

function HomeTermRules(props: TimeProps) {
  const { t } = props.call
  return (
    <>
      {shownRows(props, 'home-term', props.mostHomeTermRules).map((row) => (
        <FieldSet
          key={row}
          legend={t(m('rule-time.home-term', { number: row + 1 }))}
          hint={t(m('rule-time.home-term-hint'))}
        >
          <Boxes
            props={props}
            name={`home-term.${row}.kinds`}
            words="rule-time.kinds"
            options={kindOptions(t)}
          />
          <Boxes
            props={props}
            name={`home-term.${row}.asked`}
            words="rule-time.asked-kinds"
            options={kindOptions(t)}
          />
          <Grid size="small">
            <Text props={props} name={`home-term.${row}.home`} words="rule-time.most-home" />
            <Text
              props={props}
              name={`home-term.${row}.together`}
              words="rule-time.most-together"
            />
          </Grid>
        </FieldSet>
      ))}
    </>
  )
}

function KindRules(props: TimeProps) {
  const { t } = props.call
  const limits = ['perTerm', 'perYear', 'perHost', 'total', 'share'] as const
  return (
    <>
      {shownRows(props, 'kind', props.mostKindRules).map((row) => (
        <FieldSet
          key={row}
          legend={t(m('rule-time.kind-rule', { number: row + 1 }))}
          hint={t(m('rule-time.kind-rule-hint'))}
        >
          <Boxes
            props={props}
            name={`kind.${row}.kinds`}
            words="rule-time.kinds"
            options={kindOptions(t)}
          />
          <Boxes
            props={props}
            name={`kind.${row}.evidence`}
            words="rule-time.evidence"
            options={evidenceOptions(t)}
          />
          <Grid size="small">
            <Choice
              props={props}
              name={`kind.${row}.accept`}
              words="rule-time.accept"
              options={[
                { value: 'yes', label: t(m('rule-time.accepted')) },
                { value: 'no', label: t(m('rule-time.never')) },
              ]}
            />
            {limits.map((limit) => (
              <Text
                key={limit}
                props={props}
                name={`kind.${row}.${limit}`}
                words={`rule-time.limit.${limit}`}
              />
            ))}
          </Grid>
        </FieldSet>
      ))}
    </>
  )
}
