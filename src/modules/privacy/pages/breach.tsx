import type { FormState, Scene } from '#kernel/http'
import { formatInstant, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Field,
  Fold,
  Form,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { countriesText, groupsText } from '../formats/breach-report.ts'
import { m } from '../messages/index.ts'
import type { BreachRow, DutyRow } from '../queries/breaches.ts'
import { clockWords, isOverdue } from './breach-words.ts'
import { Paragraphs } from './scene.tsx'

interface BreachProps {
  scene: Scene
  breach: BreachRow
  duties: readonly DutyRow[]
  refused: { which: string; form: FormState } | null
}

/** One breach: what it is, whom the laws ask to be told by when, and what came of it. */
export function BreachPage(props: BreachProps) {
  const { scene, breach, refused } = props
  const { t, href, frame, language } = scene
  const isClosed = breach.closed_at !== null
  return (
    <Page
      frame={frame}
      title={breach.title}
      trail={[{ href: href('/privacy/breaches'), label: t(m('breach.title')) }]}
      alert={
        refused && (
          <ErrorSummary
            language={language}
            message={refused.form.message ?? undefined}
            fields={refused.form.errors}
          />
        )
      }
    >
      <Strip {...props} />
      <Stack gap="wide">
        <Duties {...props} />
        <Facts {...props} />
        {isClosed ? (
          <Section title={t(m('breach.outcome'))} id="outcome">
            <Paragraphs text={breach.outcome} />
          </Section>
        ) : (
          <Closing {...props} />
        )}
      </Stack>
    </Page>
  )
}

function Strip({ scene, breach, duties }: BreachProps) {
  const { t, href, language, now } = scene
  const next = duties.find(({ done_at: done }) => done === null)
  const isClosed = breach.closed_at !== null
  return (
    <ObjectStrip
      language={language}
      kind={t(m('breach.kind'))}
      title={<Typed>{breach.title}</Typed>}
      detail={t(
        m('breach.known-at', {
          at: formatInstant(breach.known_at, breach.time_zone, language),
        }),
      )}
      state={
        isClosed
          ? { tone: 'done', label: t(m('breach.closed')) }
          : { tone: 'attention', label: t(m('breach.open')) }
      }
      next={
        isClosed
          ? undefined
          : t(
              next
                ? m('breach.next-tell', {
                    article: next.article,
                    to: m(`breach.to.${next.addressee}`),
                  })
                : m('breach.next-close'),
            )
      }
      who={localised(breach.organisation, language).text}
      {...(next ? { until: t(clockWords(next, breach, scene)), late: isOverdue(next, now) } : {})}
      actions={
        <ButtonLink
          look="secondary"
          icon="download"
          href={href(`/privacy/breaches/${breach.id}/report`)}
          download
        >
          {t(m('breach.report-pdf'))}
        </ButtonLink>
      }
    />
  )
}

function Duties(props: BreachProps) {
  const { scene, breach, duties } = props
  const { t, language, now } = scene
  if (duties.length === 0) {
    return (
      <Section title={t(m('breach.told'))} id="told">
        <p>{t(m('breach.nobody-why'))}</p>
      </Section>
    )
  }
  return (
    <Section title={t(m('breach.told'))} id="told" lead={t(m('breach.law-note'))}>
      <Table<DutyRow>
        language={language}
        caption={t(m('breach.told'))}
        captionHidden
        rows={duties}
        rowKey={({ law, addressee }) => `${law}-${addressee}`}
        columns={[
          {
            key: 'to',
            label: t(m('breach.to')),
            primary: true,
            cell: ({ addressee }) => t(m(`breach.to.${addressee}`)),
          },
          { key: 'article', label: t(m('transfer.article')), cell: ({ article }) => article },
          {
            key: 'clock',
            label: t(m('breach.until')),
            kind: 'state',
            cell: (duty) => (
              <StateTag
                tone={duty.done_at !== null ? 'done' : isOverdue(duty, now) ? 'harm' : 'attention'}
              >
                {t(clockWords(duty, breach, scene))}
              </StateTag>
            ),
          },
          {
            key: 'act',
            label: t(m('breach.reference')),
            cell: (duty) =>
              duty.done_at === null && breach.closed_at === null ? (
                <Told {...props} duty={duty} />
              ) : (
                <Typed>{duty.reference}</Typed>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Told({ scene, breach, duty, refused }: BreachProps & { duty: DutyRow }) {
  const { t, href, frame, language } = scene
  const which = `${duty.law} ${duty.addressee}`
  const form = refused?.which === which ? refused.form : null
  return (
    <Fold summary={t(m('breach.tell'))} open={form !== null}>
      <Form
        action={href(`/privacy/breaches/${breach.id}/told`)}
        csrf={frame.csrf}
        hidden={{ law: duty.law, addressee: duty.addressee }}
      >
        <Field
          language={language}
          kind="text"
          name="reference"
          id={`reference-${duty.law}-${duty.addressee}`.replaceAll(' ', '-')}
          label={t(m('breach.reference'))}
          hint={t(m('breach.reference-hint'))}
          value={form?.values['reference'] ?? ''}
          error={form?.errors['reference']}
          maxlength={500}
          required
        />
        <Button small>{t(m('breach.tell-do'))}</Button>
      </Form>
    </Fold>
  )
}

function Facts({ scene, breach }: BreachProps) {
  const { t, language } = scene
  return (
    <Section title={t(m('breach.facts'))} id="facts">
      <Stack>
        <Paragraphs text={breach.words} />
        <DescriptionList
          items={[
            { term: t(m('breach.countries')), value: countriesText(breach, language) },
            { term: t(m('breach.data')), value: groupsText(breach, t) },
            {
              term: t(m('breach.persons')),
              value:
                breach.person_count === null
                  ? t(m('breach.persons-unknown'))
                  : formatNumber(breach.person_count, language),
            },
            { term: t(m('breach.risk')), value: t(m(`breach.risk.${breach.risk}`)) },
            ...(breach.measures === ''
              ? []
              : [{ term: t(m('breach.measures')), value: <Typed>{breach.measures}</Typed> }]),
          ]}
        />
      </Stack>
    </Section>
  )
}

function Closing({ scene, breach, refused }: BreachProps) {
  const { t, href, frame, language } = scene
  const form = refused?.which === 'closing' ? refused.form : null
  return (
    <Fold summary={t(m('breach.close'))} open={form !== null}>
      <Form action={href(`/privacy/breaches/${breach.id}/closing`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="textarea"
          name="outcome"
          label={t(m('breach.outcome'))}
          hint={t(m('breach.outcome-hint'))}
          value={form?.values['outcome'] ?? ''}
          error={form?.errors['outcome']}
          rows={4}
          maxlength={5000}
          required
        />
        <Button look="secondary">{t(m('breach.close-do'))}</Button>
      </Form>
    </Fold>
  )
}
