import { Field, Fold } from '#ui'
import { m } from '../messages/index.ts'
import { hindrance, methodsOf, noFeatures, usualMethod } from '../rules/round-methods.ts'
import type { RoundPageProps } from './round-props.ts'

/** The choice of the method, in words that need no theory; what the lists do not fit is said, with the reason. */
export function MethodField({ call, round, runs, refusal, values }: RoundPageProps) {
  const { t, language } = call
  const features = round.findings.features ?? noFeatures
  const all = methodsOf(round.kind)
  const fitting = all.filter((method) => hindrance(method, features) === null)
  const others = all.flatMap((method) => {
    const why = hindrance(method, features)
    return why ? [{ method, why }] : []
  })
  const before = fitting.find((method) => method === (values['method'] || runs[0]?.method))
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="method"
        label={t(m('method.choose'))}
        hint={t(m('method.choose-hint'))}
        value={before ?? usualMethod(features)}
        error={refusal?.fields['method']}
        options={fitting.map((method) => ({
          value: method,
          label: t(m(`method.name.${method}`)),
          hint: t(m(`method.hint.${method}`)),
        }))}
        required
      />
      {others.length > 0 && (
        <Fold summary={t(m('method.others'))}>
          <dl class="prose">
            {others.map(({ method, why }) => (
              <div key={method}>
                <dt>{t(m(`method.name.${method}`))}</dt>
                <dd>{t(m(`method.hindrance.${why}`))}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
    </>
  )
}
