import {
  Button,
  ButtonGroup,
  ButtonLink,
  Field,
  FieldSet,
  Fold,
  Form,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CheckedLine, CheckSummary, LineToCheck } from '../queries/transcript-checks.ts'
import { longest } from '../service/taken-lines.ts'
import { longestReason } from '../service/transcript-checks.ts'
import { Course, readingText, type TranscriptCheckPageProps } from './transcript-check-parts.tsx'

type WithCheck = TranscriptCheckPageProps & {
  check: { summary: CheckSummary; lines: readonly CheckedLine[] }
}

/** What differs between the two typings, line by line, with what stands on the original and why. */
export function SettleDifferences(props: WithCheck) {
  const { call, found, check, lines } = props
  const { t, href, frame } = call
  return (
    <Form action={href(`/recognition/cases/${found.id}/check/settlement`)} csrf={frame.csrf}>
      <Stack gap="wide">
        {check.lines
          .filter(({ differs }) => differs)
          .map((line) => (
            <Difference key={line.position} {...props} line={line} course={lines[line.position]!} />
          ))}
        <ButtonGroup>
          <Button icon="check">{t(m('check.settle'))}</Button>
          <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
            {t(m('correction.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

function Difference({
  line,
  course,
  ...props
}: WithCheck & { line: CheckedLine; course: LineToCheck }) {
  const { call, typed, refusal } = props
  const { t, language } = call
  const name = (field: string) => `line.${line.position}.${field}`
  const shared = (field: string) => ({
    language,
    name: name(field),
    value: typed[name(field)],
    error: refusal?.fields[name(field)],
  })
  const reading = (which: 'first' | 'second') => readingText(line[which], call)
  return (
    <FieldSet legend={<Course {...props} line={course} />}>
      <Field
        kind="radio"
        label={t(m('check.stands'))}
        required
        options={[
          { value: 'first', label: t(m('check.first', { reading: reading('first') })) },
          { value: 'second', label: t(m('check.second', { reading: reading('second') })) },
          { value: 'other', label: t(m('check.other')) },
        ]}
        {...shared('stands')}
      />
      <Fold
        summary={t(m('check.if-other'))}
        open={typed[name('stands')] === 'other' || refusal?.fields[name('credit')] !== undefined}
      >
        <Field
          kind="text"
          width="short"
          inputmode="decimal"
          maxlength={20}
          required={false}
          label={t(m('page.draft.field.credit'))}
          {...shared('credit')}
        />
        <Field
          kind="text"
          width="short"
          maxlength={longest.grade}
          required={false}
          label={t(m('page.draft.field.grade'))}
          {...shared('grade')}
        />
      </Fold>
      <Field
        kind="text"
        required
        maxlength={longestReason}
        label={t(m('check.reason'))}
        hint={t(m('check.reason-hint'))}
        {...shared('reason')}
      />
    </FieldSet>
  )
}

/** Every line as it was typed twice, what stands and why. */
export function CheckRecord(props: WithCheck) {
  const { call, check, lines } = props
  const { t, language } = call
  return (
    <Table
      language={language}
      caption={t(m('check.record'))}
      captionHidden
      rows={check.lines}
      rowKey={(line) => String(line.position)}
      columns={[
        {
          key: 'course',
          label: t(m('check.course')),
          primary: true,
          cell: (line) => {
            const course = lines[line.position]
            return course ? <Course {...props} line={course} /> : line.position + 1
          },
        },
        {
          key: 'first',
          label: t(m('check.column.first')),
          cell: (line) => readingText(line.first, call),
        },
        {
          key: 'second',
          label: t(m('check.column.second')),
          cell: (line) => readingText(line.second, call),
        },
        {
          key: 'stands',
          label: t(m('check.column.stands')),
          cell: (line) => <Outcome {...props} line={line} />,
        },
      ]}
    />
  )
}

function Outcome({ call, line }: WithCheck & { line: CheckedLine }) {
  const { t } = call
  if (!line.differs) return <StateTag tone="done">{t(m('check.both'))}</StateTag>
  if (!line.stands) return <StateTag tone="attention">{t(m('check.open'))}</StateTag>
  return (
    <div>
      <StateTag tone="info">{t(m(`check.stood.${line.stands}`))}</StateTag>
      {line.reason && (
        <p>
          <Typed>{line.reason}</Typed>
        </p>
      )}
    </div>
  )
}
