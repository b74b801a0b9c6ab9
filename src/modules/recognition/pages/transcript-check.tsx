import { dateInZone, displayName, formatDate } from '#kernel/values'
import {
  BesideScan,
  Button,
  ButtonGroup,
  ButtonLink,
  EntryGrid,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseTrail } from './case-trail.ts'
import { longest } from '../service/taken-lines.ts'
import { Course, type TranscriptCheckPageProps } from './transcript-check-parts.tsx'
import { CheckRecord, SettleDifferences } from './transcript-differences.tsx'

/** A typed transcript, typed again by a second person from the original: blind first, then what differs, then the record. */
export function TranscriptCheckPage(props: TranscriptCheckPageProps) {
  const { call, found, refusal, check } = props
  const { t, language } = call
  const title = t(m('check.title', { number: found.number }))
  const isWork = props.may.check && !check?.summary.settledAt
  return (
    <Page
      frame={call.frame}
      title={title}
      wide={isWork && props.original !== null}
      trail={caseTrail(call, found)}
      alert={refusal && <ErrorSummary language={language} {...refusal} />}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={displayName(found.student, language)}
          lead={isWork ? t(m(check ? 'check.differs-lead' : 'check.lead')) : undefined}
        >
          {title}
        </Heading>
        <Standing {...props} />
        {isWork ? <Work {...props} /> : check && <CheckRecord {...props} check={check} />}
      </Stack>
    </Page>
  )
}

/** Who typed it and who has checked it, and for whoever may not why. */
function Standing({ call, found, check, isDemanded, may }: TranscriptCheckPageProps) {
  const { t, language } = call
  const typist = found.brought_in_by_name ? displayName(found.brought_in_by_name, language) : '–'
  const day = (at: Date) => formatDate(dateInZone(at, found.home_time_zone), language)
  const summary = check?.summary
  if (summary?.settledAt && summary.settledBy) {
    const by = displayName(summary.checkedBy, language)
    const settler = displayName(summary.settledBy, language)
    return (
      <Notice
        tone="done"
        title={t(m('check.done-by', { typist, by, day: day(summary.checkedAt) }))}
      >
        <p>{t(m('check.result', { lines: summary.lines, differences: summary.differences }))}</p>
        {summary.differences > 0 && (
          <p>{t(m('check.settled-by', { by: settler, day: day(summary.settledAt) }))}</p>
        )}
      </Notice>
    )
  }
  return (
    <Notice
      tone="info"
      title={
        summary
          ? t(
              m('check.typed-twice', {
                typist,
                by: displayName(summary.checkedBy, language),
                day: day(summary.checkedAt),
              }),
            )
          : t(m('check.typed-by', { typist }))
      }
    >
      {!may.check && <p>{t(m('check.refusal.another'))}</p>}
      {isDemanded && found.state === 'open' && <p>{t(m('check.before-decision'))}</p>}
    </Notice>
  )
}

function Work(props: TranscriptCheckPageProps) {
  const { call, found, check, original } = props
  const { t, language, href } = call
  const form = check ? <SettleDifferences {...props} check={check} /> : <TypeAgain {...props} />
  if (original) {
    return (
      <BesideScan {...original} language={language} title={t(m('page.draft.scan'))}>
        {form}
      </BesideScan>
    )
  }
  return (
    <Stack>
      {found.original_kind === null ? (
        <Notice tone="attention" title={t(m('check.no-scan'))} />
      ) : (
        <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/original`)}>
          {t(m('page.case.original'))}
        </ButtonLink>
      )}
      {form}
    </Stack>
  )
}

/** Credit and grade of each line, empty: what was typed first is not on the page. */
function TypeAgain(props: TranscriptCheckPageProps) {
  const { call, found, lines, typed, refusal } = props
  const { t, language, href } = call
  const errorsOf = (place: number) => ({
    credit: refusal?.fields[`line.${place}.credit`],
    grade: refusal?.fields[`line.${place}.grade`],
  })
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/check`)}
      csrf={call.frame.csrf}
      hidden={{ count: String(lines.length) }}
    >
      <EntryGrid
        caption={t(m('check.grid'))}
        name="line"
        language={language}
        headLabel={t(m('check.course'))}
        columns={[
          {
            name: 'credit',
            label: t(m('page.draft.field.credit')),
            kind: 'number',
            size: 'narrow',
            maxlength: 20,
          },
          {
            name: 'grade',
            label: t(m('page.draft.field.grade')),
            size: 'narrow',
            maxlength: longest.grade,
          },
        ]}
        rows={lines.map((line, place) => ({
          head: <Course {...props} line={line} mayCorrect={props.may.correct} />,
          values: {
            credit: typed[`line.${place}.credit`] ?? '',
            grade: typed[`line.${place}.grade`] ?? '',
          },
          errors: errorsOf(place),
        }))}
      />
      <Field
        kind="checkbox"
        language={language}
        name="complete"
        value="1"
        required
        label={t(m('check.complete', { count: lines.length }))}
        hint={t(m('check.complete-hint'))}
        checked={typed['complete'] === '1'}
        error={refusal?.fields['complete']}
      />
      <ButtonGroup>
        <Button icon="check">{t(m('check.compare'))}</Button>
        <ButtonLink look="quiet" href={href(`/recognition/cases/${found.id}`)}>
          {t(m('correction.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}
