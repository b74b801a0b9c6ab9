import type { FormState } from '#kernel/http'
import {
  countryName,
  dateInZone,
  displayName,
  formatNumber,
  Fraction,
  type Language,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Content,
  DescriptionList,
  EmptyState,
  Form,
  FormAlert,
  Heading,
  Local,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Table,
  Typed,
} from '#ui'
import { sectorLabel } from '#modules/alliance'
import { m } from '../messages/index.ts'
import type { PastImportRow, PastPlacementRow } from '../queries/past.ts'
import { base, dayText, type PageCall, periodText, placeText } from './scene.tsx'

/** Where internships of past years stand, and where a list of them is brought in. */
export const pastListPath = `${base}/past`
export const pastImportPath = `${pastListPath}/list`

/** Where one of them stands. */
export const pastPath = (id: string) => `${base}/past-placements/${id}`

interface PastPageProps {
  call: PageCall
  imports: readonly PastImportRow[]
  rows: readonly PastPlacementRow[]
  next: string | null
  isFirst: boolean
  form: FormState | null
}

/** The internships of past years that an office brought in, and its lists, each of which can be taken back. */
export function PastPage(props: PastPageProps) {
  const { call, rows, form } = props
  const { t, href, language } = call
  const bringIn = <ButtonLink href={href(pastImportPath)}>{t(m('past.bring-in'))}</ButtonLink>
  return (
    <Page
      frame={call.frame}
      title={t(m('past.title'))}
      wide
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('past.lead'))}
          actions={
            rows.length > 0 && (
              <ButtonGroup>
                <ButtonLink
                  look="quiet"
                  icon="download"
                  download
                  href={href(`${pastListPath}/export`)}
                >
                  {t(m('board.export'))}
                </ButtonLink>
                {bringIn}
              </ButtonGroup>
            )
          }
        >
          {t(m('past.title'))}
        </Heading>
        <Imports {...props} />
        <Rows {...props} bringIn={bringIn} />
        <Further {...props} />
      </Stack>
    </Page>
  )
}

/** Each of them, with what its list said. */
function Rows({ call, rows, bringIn }: PastPageProps & { bringIn: Content }) {
  const { t, href, language } = call
  return (
    <Table<PastPlacementRow>
      language={language}
      caption={t(m('past.title'))}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(pastPath(id))}
      rowLabel={({ personName }) => displayName(personName, language)}
      columns={[
        {
          key: 'student',
          label: t(m('field.student')),
          primary: true,
          cell: ({ personName }) => displayName(personName, language),
        },
        {
          key: 'where',
          label: t(m('field.where')),
          cell: (row) => (
            <div>
              <Typed>{row.host}</Typed>
              <br />
              {whereText(row, call)}
            </div>
          ),
        },
        { key: 'period', label: t(m('field.period')), cell: (row) => periodText(row, call) },
        {
          key: 'hours',
          label: t(m('field.hours')),
          cell: ({ hours }) => hoursText(hours, call),
        },
        {
          key: 'result',
          label: t(m('past-column.result')),
          cell: ({ result }) => (result === null ? '–' : <Typed>{result}</Typed>),
        },
        {
          key: 'credit',
          label: t(m('past-column.credit')),
          cell: ({ credit }) => creditText(credit, language),
        },
      ]}
      empty={<EmptyState title={t(m('past.none'))} why={t(m('past.none-why'))} action={bringIn} />}
    />
  )
}

function Further({ call, next, isFirst }: PastPageProps) {
  const { t, href } = call
  if (next === null && isFirst) return null
  return (
    <ButtonGroup>
      {!isFirst && (
        <ButtonLink look="quiet" href={href(pastListPath)}>
          {t(m('board.first'))}
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink look="secondary" href={href(pastListPath, { after: next })}>
          {t(m('board.next'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

function Imports({ call, imports }: PastPageProps) {
  const { t, href, language, frame } = call
  if (imports.length === 0) return null
  return (
    <Section title={t(m('past.lists'))} id="lists">
      <Table<PastImportRow>
        language={language}
        caption={t(m('past.lists'))}
        captionHidden
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'day',
            label: t(m('past.brought-in-on')),
            primary: true,
            cell: ({ importedAt }) => dayText(dateInZone(importedAt, call.timeZone), call),
          },
          {
            key: 'school',
            label: t(m('past-column.school')),
            cell: ({ school }) => <Local language={language} text={school} />,
          },
          {
            key: 'added',
            label: t(m('statistics.placements')),
            cell: ({ added, completed }) =>
              completed === 0
                ? formatNumber(added, language)
                : t(m('past.added-completed', { added, completed })),
          },
          {
            key: 'undo',
            label: t(m('past.undo')),
            kind: 'actions',
            cell: ({ id }) => (
              <Form
                action={href(`${pastListPath}/undo`)}
                csrf={frame.csrf}
                hidden={{ import: id }}
                inline
              >
                <Button look="secondary" small>
                  {t(m('past.undo'))}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** An internship of a past year: what the list said, and that nobody confirmed it here. */
export function PastPlacementPage({
  call,
  placement,
}: {
  call: PageCall
  placement: PastPlacementRow
}) {
  const { t, href, language } = call
  const said: readonly [string, string | null][] = [
    [t(m('past-column.tutor')), placement.tutor],
    [t(m('past-column.mentor')), placement.mentor],
    [t(m('past-column.result')), placement.result],
  ]
  const known = [
    [m('past-column.sector'), placement.sector && sectorLabel(placement.sector)],
    [m('field.mode'), placement.mode && m(`mode.${placement.mode}`)],
  ].flatMap(([term, value]) => (value ? [{ term: t(term!), value: t(value) }] : []))
  return (
    <Page
      frame={call.frame}
      title={t(m('placement.title'))}
      trail={
        call.may('internships.past.open', {})
          ? [
              { href: href(base), label: t(m('browse.title')) },
              { href: href(pastListPath), label: t(m('past.title')) },
            ]
          : [{ href: href(base), label: t(m('browse.title')) }]
      }
    >
      <ObjectStrip
        language={language}
        kind={t(m('placement.title'))}
        title={<Typed>{placement.title ?? placement.host}</Typed>}
        detail={
          placement.title === null
            ? whereText(placement, call)
            : `${placement.host} · ${whereText(placement, call)}`
        }
        state={{ tone: 'done', label: t(m('past.state')) }}
        who={displayName(placement.personName, language)}
        until={dayText(placement.endsOn, call)}
      />
      <Section title={t(m('placement.facts'))} id="facts" lead={saidText(placement, call)}>
        <DescriptionList
          columns
          items={[
            { term: t(m('field.period')), value: periodText(placement, call) },
            { term: t(m('field.hours')), value: hoursText(placement.hours, call) },
            {
              term: t(m('field.home')),
              value: <Local language={language} text={placement.school} />,
            },
            ...known,
            ...said.map(([term, words]) => ({
              term,
              value: words === null ? '–' : <Typed>{words}</Typed>,
            })),
            {
              term: t(m('past-column.credit')),
              value: creditText(placement.credit, language),
            },
          ]}
        />
      </Section>
    </Page>
  )
}

function saidText({ importedAt }: PastPlacementRow, call: PageCall): string {
  const day = dayText(dateInZone(importedAt, call.timeZone), call)
  return call.t(m('past.said', { day }))
}

/** The city with its country, or the country where the list names no city. */
function whereText(
  { city, country }: { city: string | null; country: string },
  call: PageCall,
): string {
  return city === null ? countryName(country, call.language) : placeText({ city, country }, call)
}

function hoursText(hours: number | null, { t, language }: PageCall): string {
  return hours === null ? '–' : t(m('duration.hours', { hours: formatNumber(hours, language) }))
}

/** Credit as the school counts it. */
function creditText(credit: string | null, language: Language): string {
  const amount = credit === null ? null : Fraction.parse(credit)
  return amount === null ? '–' : formatNumber(Number(amount.toDecimal()), language)
}
