import { formatAcademicYear } from '#kernel/values'
import { Button, ButtonGroup, Field, Fold, Form, Notice, type Option, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { AgreementEnd, WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { base, nameOf, type PageCall, type Shown } from './words.ts'

interface EndingProps {
  call: PageCall
  whole: WholeAgreement
  own: WholeCopy
  /** The years that an end may name, and the first of them that needs no consent. */
  years: readonly string[]
  aloneFrom: string
  refusal: Shown | null
  values: Readonly<Record<string, string>>
}

/** An end that is asked for, to be answered or taken back. */
export function OpenEnd({ call, whole, own }: Pick<EndingProps, 'call' | 'whole' | 'own'>) {
  const end = whole.ends.find(({ outcome }) => outcome === null)
  if (!end) return null
  const { t, href, language, frame } = call
  const partner = whole.copies.find(({ organisationId }) => organisationId === end.organisationId)
  const isOwn = end.organisationId === own.organisationId
  const args = {
    partner: partner ? nameOf(partner.names, language) : '',
    year: formatAcademicYear(end.lastYear, language),
  }
  return (
    <Notice
      tone="attention"
      title={t(m(isOwn ? 'end.asked-by-you' : 'end.asked', args))}
      action={
        <Form
          action={href(`${base}/${own.id}/end-answers`)}
          csrf={frame.csrf}
          hidden={{ end: end.id }}
          inline
        >
          <EndButtons call={call} end={end} own={own} isOwn={isOwn} />
        </Form>
      }
    >
      <p>
        <Typed>{end.reason}</Typed>
      </p>
    </Notice>
  )
}

function EndButtons({
  call: { t },
  end,
  own,
  isOwn,
}: {
  call: PageCall
  end: AgreementEnd
  own: WholeCopy
  isOwn: boolean
}) {
  if (isOwn) {
    return (
      <Button name="answer" value="no" look="secondary" small>
        {t(m('end.take-back'))}
      </Button>
    )
  }
  return (
    <ButtonGroup>
      {!end.consents.includes(own.organisationId) && (
        <Button name="answer" value="yes" look="secondary" small>
          {t(m('end.consent'))}
        </Button>
      )}
      <Button name="answer" value="no" look="quiet" small>
        {t(m('end.decline'))}
      </Button>
    </ButtonGroup>
  )
}

/** The form that ends an agreement: with a year's notice at once, sooner by consent. */
export function EndForm({ call, own, years, aloneFrom, refusal, values }: EndingProps) {
  const { t, href, language, frame } = call
  const options: Option[] = years.map((year) => ({
    value: year,
    label: formatAcademicYear(year, language),
    ...(year < aloneFrom ? { group: t(m('end.by-consent')) } : { group: t(m('end.alone')) }),
  }))
  const typed = values['form'] === 'end' ? values : {}
  const errors = values['form'] === 'end' ? (refusal?.fields ?? {}) : {}
  return (
    <Fold summary={t(m('end.title'))} open={values['form'] === 'end'}>
      <p>{t(m('end.lead'))}</p>
      <Form action={href(`${base}/${own.id}/ends`)} csrf={frame.csrf} hidden={{ form: 'end' }}>
        <Field
          kind="select"
          language={language}
          name="lastYear"
          label={t(m('end.last-year'))}
          options={options}
          value={typed['lastYear'] ?? aloneFrom}
          error={errors['lastYear']}
          width="medium"
          noEmpty
        />
        <Field
          kind="textarea"
          language={language}
          name="reason"
          id="reason-end"
          label={t(m('end.reason'))}
          rows={3}
          maxlength={2000}
          value={typed['reason']}
          error={errors['reason']}
          required
        />
        <Button look="harm">{t(m('end.do'))}</Button>
      </Form>
    </Fold>
  )
}
