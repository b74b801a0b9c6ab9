import type { FormState, Scene } from '#kernel/http'
import { formatInstant, localised, typedDate } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { fieldGroups } from '../consent-schema.ts'
import { countriesText } from '../formats/breach-report.ts'
import { m } from '../messages/index.ts'
import type { BreachWithDuties } from '../queries/breaches.ts'
import { breachRisks } from '../rules/breach.ts'
import { clockWords, isOverdue } from './breach-words.ts'

/** How many breaches a page has. */
export const breachesPerPage = 50

interface BreachesProps {
  scene: Scene
  rows: readonly BreachWithDuties[]
  total: number
  page: number
}

/** The register of breaches: open ones first, each with the clock that ends next. */
export function BreachesPage({ scene, rows, total, page }: BreachesProps) {
  const { t, href, frame, language } = scene
  return (
    <Page
      frame={frame}
      title={t(m('breach.title'))}
      wide
      trail={[{ href: href('/privacy'), label: t(m('navigation')) }]}
    >
      <Heading
        level={1}
        lead={t(m('breach.lead'))}
        actions={
          <ButtonGroup>
            <ButtonLink href={href('/privacy/breaches/new')} icon="plus">
              {t(m('breach.new'))}
            </ButtonLink>
            {rows.length > 0 && (
              <ButtonLink
                href={href('/privacy/breaches/table')}
                look="quiet"
                icon="download"
                download
              >
                {t(m('breach.export'))}
              </ButtonLink>
            )}
          </ButtonGroup>
        }
      >
        {t(m('breach.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('breach.title'))}
        captionHidden
        columns={columns(scene)}
        rows={rows}
        rowKey={({ breach }) => breach.id}
        rowTone={({ breach }) => (breach.closed_at ? 'quiet' : undefined)}
        pagination={{
          page,
          pageSize: breachesPerPage,
          total,
          href: (number) => href('/privacy/breaches', { page: number }),
        }}
        empty={<EmptyState title={t(m('breach.none'))} why={t(m('breach.none-why'))} />}
      />
    </Page>
  )
}

function columns(scene: Scene): Column<BreachWithDuties>[] {
  const { t, language, href, now } = scene
  return [
    {
      key: 'what',
      label: t(m('breach.what')),
      primary: true,
      cell: ({ breach }) => (
        <a href={href(`/privacy/breaches/${breach.id}`)}>
          <Typed>{breach.title}</Typed>
        </a>
      ),
    },
    {
      key: 'organisation',
      label: t(m('breach.organisation')),
      cell: ({ breach }) => localised(breach.organisation, language).text,
    },
    {
      key: 'known',
      label: t(m('breach.known')),
      cell: ({ breach }) => formatInstant(breach.known_at, breach.time_zone, language),
    },
    {
      key: 'countries',
      label: t(m('breach.countries')),
      cell: ({ breach }) => countriesText(breach, language),
    },
    {
      key: 'persons',
      label: t(m('breach.persons')),
      kind: 'number',
      cell: ({ breach }) => breach.person_count ?? '–',
    },
    {
      key: 'clock',
      label: t(m('breach.until')),
      kind: 'state',
      cell: ({ breach, duties }) => {
        const next = duties.find(({ done_at: done }) => done === null)
        if (!next) {
          return (
            <StateTag tone="done">
              {t(m(breach.closed_at ? 'breach.closed' : 'breach.all-told'))}
            </StateTag>
          )
        }
        return (
          <StateTag tone={isOverdue(next, now) ? 'harm' : 'attention'}>
            {t(clockWords(next, breach, scene))}
          </StateTag>
        )
      },
    },
  ]
}

interface BreachFormProps {
  scene: Scene
  organisations: readonly Option[]
  countries: readonly Option[]
  chosen: { countries: readonly string[]; groups: readonly string[] }
  form: FormState
}

/** The form of one breach: what happened, when it was known, whose data, and how grave it is. */
export function BreachFormPage(props: BreachFormProps) {
  const { scene, form } = props
  const { t, href, frame, language } = scene
  return (
    <Page
      frame={frame}
      title={t(m('breach.new'))}
      trail={[{ href: href('/privacy/breaches'), label: t(m('breach.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <Heading level={1} lead={t(m('breach.new-lead'))}>
        {t(m('breach.new'))}
      </Heading>
      <Form action={href('/privacy/breaches')} csrf={frame.csrf}>
        <WhatHappened {...props} />
        <Whose {...props} />
        <Button>{t(m('breach.save'))}</Button>
      </Form>
    </Page>
  )
}

function shared({ scene, form }: BreachFormProps, name: string) {
  return {
    language: scene.language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  }
}

function WhatHappened(props: BreachFormProps) {
  const { scene, organisations, form } = props
  const { t, language } = scene
  return (
    <>
      {organisations.length !== 1 && (
        <Field
          {...shared(props, 'organisation')}
          kind="select"
          label={t(m('breach.organisation'))}
          options={organisations}
          required
        />
      )}
      {organisations.length === 1 && (
        <input type="hidden" name="organisation" value={organisations[0]!.value} />
      )}
      <Field
        {...shared(props, 'title')}
        kind="text"
        label={t(m('breach.what'))}
        hint={t(m('breach.what-hint'))}
        maxlength={200}
        required
      />
      <Field
        {...shared(props, 'words')}
        kind="textarea"
        label={t(m('breach.words'))}
        hint={t(m('breach.words-hint'))}
        rows={5}
        maxlength={5000}
        required
      />
      <FieldSet legend={t(m('breach.known'))} hint={t(m('breach.known-hint'))} columns>
        <Field
          {...shared(props, 'knownOn')}
          value={typedDate(form.values['knownOn'] ?? '', language)}
          kind="date"
          label={t(m('breach.known-day'))}
          required
        />
        <Field
          {...shared(props, 'knownAt')}
          kind="time"
          label={t(m('breach.known-time'))}
          required
        />
      </FieldSet>
    </>
  )
}

function Whose(props: BreachFormProps) {
  const { scene, countries, chosen, form } = props
  const { t, language } = scene
  return (
    <>
      <Field
        language={language}
        kind="checkboxes"
        name="groups[]"
        label={t(m('breach.data'))}
        value={chosen.groups}
        error={form.errors['groups']}
        options={fieldGroups.map((group) => ({ value: group, label: t(m(`group.${group}`)) }))}
        required
      />
      <FieldSet legend={t(m('breach.countries'))} columns>
        {[0, 1, 2, 3, 4].map((at) => (
          <Field
            key={at}
            language={language}
            kind="select"
            name="countries[]"
            id={`country-${at}`}
            label={t(m('breach.country', { number: at + 1 }))}
            value={chosen.countries[at] ?? ''}
            error={at === 0 ? form.errors['countries'] : undefined}
            options={countries}
            required={at === 0}
          />
        ))}
      </FieldSet>
      <Field
        {...shared(props, 'persons')}
        kind="number"
        label={t(m('breach.persons'))}
        hint={t(m('breach.persons-hint'))}
        min="0"
        width="short"
        required={false}
      />
      <Field
        {...shared(props, 'risk')}
        kind="radio"
        label={t(m('breach.risk'))}
        options={breachRisks.map((risk) => ({
          value: risk,
          label: t(m(`breach.risk.${risk}`)),
          hint: t(m(`breach.risk-hint.${risk}`)),
        }))}
        required
      />
      <Field
        {...shared(props, 'measures')}
        kind="textarea"
        label={t(m('breach.measures'))}
        rows={3}
        maxlength={5000}
        required={false}
      />
    </>
  )
}
