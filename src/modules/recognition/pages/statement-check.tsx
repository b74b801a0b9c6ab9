import { grouped } from '#kernel/documents'
import type { Call } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatNumber,
  Fraction,
  localised,
  normaliseDigits,
} from '#kernel/values'
import {
  Button,
  ButtonLink,
  DescriptionList,
  Field,
  Form,
  Heading,
  Notice,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CheckedStatement } from '../queries/statement.ts'
import { LocalName, SentenceWithName } from './local-name.tsx'

interface StatementCheckProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** As it was typed or stood in the address. */
  code: string
  /** A student number that was typed to be compared. */
  number: string
  found: CheckedStatement | null
  /** Whether the reader may see the courses: on the case itself. */
  mayOpen: boolean
  outcome: 'none' | 'no-code' | 'unknown' | 'found'
}

/** Whether a statement on paper is genuine and still holds: for whoever has its code, without anything of the person. */
export function StatementCheckPage(props: StatementCheckProps) {
  const { call, found, outcome } = props
  const { t, href } = call
  const title = t(m('statement.check.title'))
  return (
    <SingleActShell frame={call.frame} title={title}>
      <Stack gap="wide">
        <Heading level={1} lead={found ? undefined : t(m('statement.check.lead'))}>
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
        {found && <Heading level={2}>{t(m('checked.again'))}</Heading>}
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
    </SingleActShell>
  )
}

function Result(props: StatementCheckProps & { found: CheckedStatement }) {
  const { call, found, mayOpen } = props
  const { t, language, href } = call
  const credit = Fraction.parse(found.recognisedCredit)
  return (
    <>
      <Verdict {...props} />
      <Section title={t(m('checked.title'))} level={2}>
        <Checked {...props} />
      </Section>
      <Section title={t(m('statement.check.result'))} level={2}>
        <DescriptionList
          items={[
            {
              term: t(m('statement.check.institution')),
              value: <LocalName names={found.homeNames} language={language} />,
            },
            { term: t(m('page.statement.case')), value: found.caseNumber },
            { term: t(m('statement.revision')), value: found.revision },
            {
              term: t(m('page.statement.decided')),
              value: day(call, found, found.decidedAt),
            },
            {
              term: t(m('statement.check.host')),
              value: <LocalName names={found.hostNames} language={language} />,
            },
            {
              term: t(m('page.statement.total')),
              value: credit ? formatNumber(credit, language, 3) : '–',
            },
            { term: 'SHA-256', value: <code>{grouped(found.documentSha256)}</code> },
          ]}
        />
        {mayOpen ? (
          <ButtonLink look="secondary" href={href(`/recognition/cases/${found.caseId}`)}>
            {t(m('check.open-case'))}
          </ButtonLink>
        ) : (
          <p class="quiet">{t(m('check.no-courses'))}</p>
        )}
      </Section>
    </>
  )
}

/** In one sentence what whoever holds the paper wants to know, and a second where the student number is another. */
function Verdict({ call, found, number }: StatementCheckProps & { found: CheckedStatement }) {
  const { t } = call
  const { replacedBy } = found
  return (
    <>
      {replacedBy ? (
        <Notice
          tone="attention"
          title={t(m('statement.check.replaced', { revision: replacedBy.revision }))}
        >
          {t(m('statement.check.replaced-hint', { day: day(call, found, replacedBy.decidedAt) }))}
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
      {number !== '' && (
        <Notice
          tone={isSame(number, found) ? 'done' : 'harm'}
          title={t(
            m(
              isSame(number, found)
                ? 'statement.check.number-same'
                : 'statement.check.number-other',
            ),
          )}
        />
      )}
    </>
  )
}

/** What was looked at, each in a sentence, and what nobody but the reader can look at. */
function Checked({ call, found, number }: StatementCheckProps & { found: CheckedStatement }) {
  const { t, language } = call
  const { replacedBy } = found
  const institution = localised(found.homeNames, language).text
  const issued = m('checked.code', { institution, day: day(call, found, found.decidedAt) })
  return (
    <ul>
      <li>
        <SentenceWithName sentence={t(issued)} names={found.homeNames} language={language} />
      </li>
      <li>
        {t(
          replacedBy
            ? m('checked.later', {
                revision: replacedBy.revision,
                day: day(call, found, replacedBy.decidedAt),
              })
            : m('checked.latest'),
        )}
      </li>
      <li>{t(m(found.state === 'decided' ? 'checked.stands' : 'checked.open'))}</li>
      <li>
        {number === ''
          ? t(m('checked.no-number'))
          : t(m(isSame(number, found) ? 'checked.same' : 'checked.other'))}
      </li>
      <li>{t(m('checked.paper'))}</li>
    </ul>
  )
}

function day(call: StatementCheckProps['call'], found: CheckedStatement, instant: Date): string {
  return formatDate(dateInZone(instant, found.timeZone), call.language)
}

function isSame(number: string, found: CheckedStatement): boolean {
  return plain(number) === plain(found.studentNumber)
}

function plain(number: string): string {
  return normaliseDigits(number.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s./-]/g, '')
}
