import { FieldSet, Grid } from '#ui'
import { m } from '../messages/index.ts'
import { creditMethods } from '../rules/credit.ts'
import { kindOptions } from './learning-words.ts'
import { Boxes, Choice, type RowProps, shownRows, Text } from './rule-set-time.tsx'

/** Kinds of learning whose credit is converted otherwise than that of courses, a row for each rule. */
export function CreditRules(props: RowProps & { mostCreditRules: number }) {
  const { t } = props.call
  return (
    <>
      <input type="hidden" name="creditRules" value="1" />
      {shownRows(props, 'credit-kind', props.mostCreditRules, ['mode']).map((row) => (
        <FieldSet
          key={row}
          legend={t(m('rule-credit.legend', { number: row + 1 }))}
          hint={t(m('rule-credit.hint'))}
        >
          <Boxes
            props={props}
            name={`credit-kind.${row}.kinds`}
            words="rule-time.kinds"
            options={kindOptions(t)}
          />
          <Grid size="small">
            <Choice
              props={props}
              name={`credit-kind.${row}.method`}
              words="rule-set.form.method"
              options={[
                { value: '', label: t(m('rule-set.form.not-used')) },
                ...creditMethods.map((method) => ({
                  value: method,
                  label: t(m(`rule-set.method.${method}`)),
                })),
              ]}
            />
            <Text props={props} name={`credit-kind.${row}.ratio`} words="rule-set.form.ratio" />
            <Text props={props} name={`credit-kind.${row}.step`} words="rule-set.form.step" />
            <Choice
              props={props}
              name={`credit-kind.${row}.mode`}
              words="rule-set.form.mode"
              options={(['half-up', 'half-even', 'down', 'up'] as const).map((mode) => ({
                value: mode,
                label: t(m(`rule-set.form.mode.${mode}`)),
              }))}
            />
          </Grid>
        </FieldSet>
      ))}
    </>
  )
}
