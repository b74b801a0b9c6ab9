import type { Call } from '#kernel/http'
import { formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Columns,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Page,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ComparisonRow } from '../queries/content.ts'
import { extents } from '../rules/content-share.ts'

interface JudgePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  comparison: ComparisonRow
  /** What was sent, where it comes back; otherwise what stands. */
  extent: (index: number) => string
  hostTopics: (index: number) => readonly string[]
  note: string
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Topic by topic: how far the home course's is treated on the left, by which of the host's on the right. */
export function JudgeComparisonPage(props: JudgePageProps) {
  const { call, comparison, refusal } = props
  const { t, language, href } = call
  const { document } = comparison
  const path = href(`/recognition/comparisons/${comparison.id}`)
  const home = localised(comparison.homeNames, language).text
  const host = localised(comparison.hostNames, language).text
  return (
    <Page
      frame={call.frame}
      title={t(m('content.judge'))}
      wide
      trail={[
        { href: href('/recognition/comparisons'), label: t(m('content.comparisons')) },
        { href: path, label: t(m('content.comparison')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('content.judge.lead', { home, host }))}>
        {t(m('content.judge'))}
      </Heading>
      <Form
        action={`${path}/judgement`}
        csrf={call.frame.csrf}
        hidden={{ version: String(comparison.version) }}
      >
        {document.home.topics.map((topic, index) => (
          <FieldSet
            key={index}
            legend={
              <>
                <Typed>{topic.text}</Typed>
                {topic.weight && ` · ${formatNumber(topic.weight, language, 2)}`}
              </>
            }
          >
            <TopicFields {...props} index={index} />
          </FieldSet>
        ))}
        <Field
          kind="textarea"
          language={language}
          name="note"
          label={t(m('equivalence.note'))}
          rows={3}
          maxlength={2000}
          value={props.note}
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('content.judge.save'))}</Button>
          <ButtonLink look="quiet" href={path}>
            {t(m('content.comparison'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function TopicFields({
  call,
  comparison,
  extent,
  hostTopics,
  refusal,
  index,
}: JudgePageProps & { index: number }) {
  const { t, language } = call
  return (
    <Columns>
      <Field
        kind="radio"
        language={language}
        name={`extent-${index}`}
        label={t(m('content.column.extent'))}
        inline
        value={extent(index)}
        error={refusal?.fields[`extent-${index}`]}
        options={extents.map((each) => ({ value: each, label: t(m(`content.extent.${each}`)) }))}
      />
      <Field
        kind="checkboxes"
        language={language}
        name={`host-${index}`}
        label={t(m('content.column.host'))}
        value={hostTopics(index)}
        options={comparison.document.host.topics.map((topic, place) => ({
          value: String(place),
          label: `${place + 1}. ${topic.text}`,
          labelLanguage: '' as const,
        }))}
      />
    </Columns>
  )
}
