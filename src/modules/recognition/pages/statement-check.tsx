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
  type Content,
  DescriptionList,
  Field,
  Form,
  Heading,
  Notice,
  Section,
  SingleActShell,
  Stack,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CheckedStatement } from '../queries/statement.ts'
import type { DecidedLine } from '../rules/compare-decisions.ts'
import { creditText, titleOf } from './words.ts'
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
  outcome: 'none' | 'no-code' | 'unknown' | 'no-code-in-file' | 'found'
}

/** Whether a statement on paper is genuine and still holds: for whoever has its code, without anything of the person. */
export function StatementCheckPage(props: StatementCheckProps) {
  const { call, found, outcome } = props
  const { t } = call
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
        {outcome === 'no-code-in-file' && (
          <Notice tone="attention" title={t(m('checking.no-code-in-file'))}>
            {t(m('checking.no-code-in-file-hint'))}
          </Notice>
        )}
        {found && <Result {...props} found={found} />}
        {found && <Heading level={2}>{t(m('checked.again'))}</Heading>}
        <Ask {...props} />
      </Stack>
    </SingleActShell>
  )
}

function Ask({ call, code, number }: StatementCheckProps) {
  const { t, href } = call
  return (
    <Form action={href('/statement-checks')} csrf={call.frame.csrf} files>
      <Field
        kind="text"
        language={call.language}
        name="code"
        width="medium"
        required={false}
        label={t(m('statement.check.code'))}
        hint={t(m('statement.check.code-hint'))}
        value={code}
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
        value={number}
        autocomplete="off"
      />
      <Field
        kind="file"
        language={call.language}
        name="file"
        label={t(m('checking.file'))}
        hint={t(m('checking.file-hint'))}
        accept=".pdf"
        maxBytes={10 * 1024 * 1024}
        required={false}
      />
      <Button>{t(m('statement.check.submit'))}</Button>
    </Form>
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
        {mayOpen && (
          <ButtonLink look="secondary" href={href(`/recognition/cases/${found.caseId}`)}>
            {t(m('check.open-case'))}
          </ButtonLink>
        )}
      </Section>
      <Courses call={call} found={found} />
    </>
  )
}

/** Course by course what the decision says, so that a paper with other courses and the same total is found out. */
function Courses({ call, found }: Pick<StatementCheckProps, 'call'> & { found: CheckedStatement }) {
  const { t, language } = call
  const course = (code: string, titles: DecidedLine['titles']) => {
    const title = titleOf(titles, language)
    return (
      <>
        {code} <span lang={title.language || undefined}>{title.text}</span>
      </>
    )
  }
  const homes = (line: DecidedLine, cell: (home: DecidedLine['homeCourses'][number]) => Content) =>
    line.verdict === 'recognised'
      ? line.homeCourses.map((home) => <div key={home.code}>{cell(home)}</div>)
      : null
  return (
    <Section title={t(m('checking.courses'))} lead={t(m('checking.courses-lead'))} level={2}>
      <Table
        language={language}
        caption={t(m('checking.courses'))}
        captionHidden
        rows={found.lines}
        rowKey={(line) => String(line.position)}
        columns={[
          {
            key: 'host',
            label: t(m('page.statement.host-course')),
            primary: true,
            cell: (line) => course(line.code, line.titles),
          },
          {
            key: 'credit',
            label: t(m('page.statement.credit')),
            kind: 'number',
            cell: (line) => creditText(line.credit, language),
          },
          {
            key: 'grade',
            label: t(m('page.statement.grade')),
            cell: (line) => line.grade ?? '–',
          },
          {
            key: 'home',
            label: t(m('page.statement.home-course')),
            cell: (line) =>
              line.verdict === 'recognised'
                ? homes(line, (home) => course(home.code, home.titles))
                : t(m('page.statement.not-recognised')),
          },
          {
            key: 'recorded',
            label: t(m('page.statement.credit')),
            kind: 'number',
            cell: (line) => homes(line, (home) => creditText(home.credit, language)),
          },
          {
            key: 'entry',
            label: t(m('page.statement.entry')),
            cell: (line) => homes(line, (home) => home.grade ?? '–'),
          },
        ]}
      />
    </Section>
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
      {found.isAppealed && <Notice tone="attention" title={t(m('checking.appealed'))} />}
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
