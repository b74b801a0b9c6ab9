import type { Call } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatNumber,
  Fraction,
  localised,
  normaliseDigits,
} from '#kernel/values'
import { Button, DescriptionList, Field, Form, Heading, Notice, Page, Section, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { CheckedStatement } from '../queries/statement.ts'

interface StatementCheckProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** As it was typed or stood in the address. */
  code: string
  /** A student number that was typed to be compared. */
  number: string
  found: CheckedStatement | null
  outcome: 'none' | 'no-code' | 'unknown' | 'found'
}

/** Whether a statement on paper is genuine and still holds: for whoever has its code, without anything of the person. */
export function StatementCheckPage(props: StatementCheckProps) {
  const { call, found, outcome } = props
  const { t, href } = call
  const title = t(m('statement.check.title'))
  return (
    <Page frame={call.frame} title={title}>
      <Stack gap="wide">
        <Heading level={1} lead={t(m('statement.check.lead'))}>
          {title}
        </Heading>
        {outcome === 'no-code' && (
          <Notice tone="attention" title={t(m('statement.check.no-code'))}>
            {t(m('statement.check.no-code-hint'))}
          </Notice>
        )}
        {outcome === 'unknown' && (
          <Notice tone="harm" title={t(m('statement.check.unknown'))}>
            {t(m('statement.check.unknown-hint'))}
          </Notice>
        )}
        {found && <Result {...props} found={found} />}
        <Form action={href('/statement-checks')} csrf={call.frame.csrf}>
          <Field
            kind="text"
            language={call.language}
            name="code"
            width="medium"
            required
            label={t(m('statement.check.code'))}
            hint={t(m('statement.check.code-hint'))}
            value={props.code}
            autocomplete="off"
          />
          <Field
            kind="text"
            language={call.language}
            name="number"
            width="medium"
            required={false}
            label={t(m('page.statement.student-number'))}
            hint={t(m('statement.check.number-hint'))}
            value={props.number}
            autocomplete="off"
          />
          <Button>{t(m('statement.check.submit'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}

function Result({ call, found, number }: StatementCheckProps & { found: CheckedStatement }) {
  const { t, language } = call
  const day = (instant: Date) => formatDate(dateInZone(instant, found.timeZone), language)
  const credit = Fraction.parse(found.recognisedCredit)
  const { replacedBy } = found
  return (
    <Section title={t(m('statement.check.result'))}>
      {replacedBy ? (
        <Notice
          tone="attention"
          title={t(m('statement.check.replaced', { revision: replacedBy.revision }))}
        >
          {t(m('statement.check.replaced-hint', { day: day(replacedBy.decidedAt) }))}
        </Notice>
      ) : (
        <Notice
          tone={found.state === 'decided' ? 'done' : 'attention'}
          title={t(
            m(found.state === 'decided' ? 'statement.check.holds' : 'statement.check.reopened'),
          )}
        >
          {t(m('statement.check.compare'))}
        </Notice>
      )}
      {number !== '' && <NumberNotice call={call} number={number} found={found} />}
      <DescriptionList
        items={[
          {
            term: t(m('statement.check.institution')),
            value: localised(found.homeNames, language).text,
          },
          { term: t(m('page.statement.case')), value: found.caseNumber },
          { term: t(m('statement.revision')), value: found.revision },
          { term: t(m('page.statement.decided')), value: day(found.decidedAt) },
          {
            term: t(m('statement.check.host')),
            value: localised(found.hostNames, language).text,
          },
          {
            term: t(m('page.statement.total')),
            value: credit ? formatNumber(credit, language, 3) : '–',
          },
        ]}
      />
    </Section>
  )
}

function NumberNotice({
  call,
  number,
  found,
}: Pick<StatementCheckProps, 'call' | 'number'> & { found: CheckedStatement }) {
  const same = plain(number) === plain(found.studentNumber)
  return (
    <Notice
      tone={same ? 'done' : 'harm'}
      title={call.t(m(same ? 'statement.check.number-same' : 'statement.check.number-other'))}
    />
  )
}

function plain(number: string): string {
  return normaliseDigits(number.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s./-]/g, '')
}
