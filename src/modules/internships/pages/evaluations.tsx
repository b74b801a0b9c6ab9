import type { FormState } from '#kernel/http'
import { dateInZone, formatNumber } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Field,
  Fold,
  Form,
  InItsLanguage,
  Notice,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { DisagreementRow, EvaluationRow } from '../queries/evaluations.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { criteriaFor, evaluationRounds } from '../rules/evaluation.ts'
import { base, dayText, type PageCall } from './scene.tsx'

interface EvaluationsProps {
  call: PageCall
  placement: PlacementRow
  evaluations: readonly EvaluationRow[]
  disagreements: readonly DisagreementRow[]
  /** Today on the host's clock. */
  today: string
  isOwn: boolean
  form: FormState | null
}

/** Who evaluated and who is asked, with marks and words, what was settled, and the office's asking. */
export function Evaluations(props: EvaluationsProps) {
  const { call, placement, evaluations, disagreements, isOwn } = props
  const { t, href, frame } = call
  const mayManage = call.may('internships.placement.manage', placement)
  const own = evaluations.find(({ party, givenAt }) => party === 'student' && givenAt === null)
  return (
    <Section title={t(m('evaluation.title'))} id="evaluations">
      <Stack>
        {isOwn && own && (
          <Notice
            tone="attention"
            title={t(m('evaluation.asked', { day: dayText(own.dueOn, call) }))}
            action={
              <ButtonLink href={href(`${base}/evaluations/${own.id}`)}>
                {t(m('evaluation.give'))}
              </ButtonLink>
            }
          />
        )}
        {(mayManage ? disagreements : []).map((each) => (
          <Disagreement key={each.round} {...props} disagreement={each} mayManage={mayManage} />
        ))}
        <Asked {...props} />
        {evaluations
          .filter(({ givenAt }) => givenAt !== null)
          .map((each) => (
            <Given key={each.id} call={call} evaluation={each} />
          ))}
        {mayManage && (
          <Form action={href(`${base}/placements/${placement.id}/evaluations`)} csrf={frame.csrf}>
            <ButtonGroup>
              {evaluationRounds.map((round) => (
                <Button key={round} name="round" value={round} look="secondary">
                  {t(m(`evaluation.ask-${round}`))}
                </Button>
              ))}
            </ButtonGroup>
          </Form>
        )}
      </Stack>
    </Section>
  )
}

/** Who is asked and who has given, in a table. */
function Asked({ call, evaluations, today }: EvaluationsProps) {
  const { t, language } = call
  return (
    <Table<EvaluationRow>
      language={language}
      caption={t(m('evaluation.title'))}
      captionHidden
      rows={evaluations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'round',
          label: t(m('evaluation.round')),
          primary: true,
          cell: ({ round }) => t(m(`evaluation.${round}`)),
        },
        {
          key: 'who',
          label: t(m('evaluation.who')),
          cell: (row) => t(m(`party.${row.party}`)),
        },
        {
          key: 'state',
          label: t(m('field.state')),
          kind: 'state',
          cell: (row) => <EvaluationState call={call} row={row} today={today} />,
        },
        {
          key: 'overall',
          label: t(m('criterion.overall')),
          cell: ({ overall }) => (overall === null ? '–' : marked(overall, call)),
        },
      ]}
      empty={<EmptyState title={t(m('evaluation.none'))} why={t(m('evaluation.none-why'))} />}
    />
  )
}

function marked(mark: number, { t, language }: PageCall): string {
  return t(m('mark.of', { mark: formatNumber(mark, language), most: formatNumber(5, language) }))
}

function EvaluationState({
  call,
  row,
  today,
}: {
  call: PageCall
  row: EvaluationRow
  today: string
}) {
  const { t } = call
  if (row.givenAt) {
    const isLate = dateInZone(row.givenAt, row.timeZone) > row.dueOn
    return (
      <StateTag tone={isLate ? 'neutral' : 'done'}>
        {t(m(isLate ? 'evaluation.given-late' : 'evaluation.given'))}
      </StateTag>
    )
  }
  const isLate = row.dueOn < today
  return (
    <StateTag tone={isLate ? 'harm' : 'attention'}>
      {t(m(isLate ? 'evaluation.late' : 'evaluation.until', { day: dayText(row.dueOn, call) }))}
    </StateTag>
  )
}

/** One evaluation with its marks, and its words in the language in which they were written. */
function Given({ call, evaluation }: { call: PageCall; evaluation: EvaluationRow }) {
  const { t } = call
  const who = t(m(`party.${evaluation.party}`))
  const words = (text: string) => <InItsLanguage text={text} language={evaluation.wordsLanguage} />
  return (
    <Fold summary={`${t(m(`evaluation.${evaluation.round}`))} · ${who}`}>
      <DescriptionList
        items={[
          ...criteriaFor(evaluation.party).map((name) => ({
            term: t(m(`criterion.${name}`)),
            value: marked(evaluation.marks?.[name] ?? 0, call),
          })),
          ...(['strengths', 'wishes'] as const)
            .filter((name) => evaluation[name] !== '')
            .map((name) => ({
              term: t(m(`evaluation.${name}`)),
              value: words(evaluation[name]),
            })),
        ]}
      />
    </Fold>
  )
}

function Disagreement({
  call,
  placement,
  disagreement,
  mayManage,
  form,
}: EvaluationsProps & { disagreement: DisagreementRow; mayManage: boolean }) {
  const { t, href, language, frame } = call
  const { round, settlement } = disagreement
  return (
    <Notice
      tone={settlement === null ? 'attention' : 'info'}
      title={t(m(settlement === null ? 'disagreement.found' : 'disagreement.settled'))}
    >
      {settlement !== null && (
        <p>
          <Typed>{settlement}</Typed>
        </p>
      )}
      {settlement === null && mayManage && (
        <Form
          action={href(`${base}/placements/${placement.id}/settlement`)}
          csrf={frame.csrf}
          hidden={{ round }}
        >
          <Field
            kind="textarea"
            language={language}
            name="settlement"
            label={t(m('disagreement.settlement'))}
            hint={t(m('disagreement.hint'))}
            rows={3}
            maxlength={2000}
            value={form?.values['settlement']}
            error={form?.errors['settlement']}
          />
          <Button look="secondary">{t(m('disagreement.settle'))}</Button>
        </Form>
      )}
    </Notice>
  )
}
