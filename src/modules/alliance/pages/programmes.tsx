import { Fraction, formatNumber, formatYear } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  Card,
  type Column,
  DescriptionList,
  EmptyState,
  Grid,
  Heading,
  Prose,
  Section,
  StateTag,
  Table,
  WovenBand,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ProgrammePage, ProgrammeRow, ProgrammeYearRow } from '../queries/programmes.ts'
import {
  Framed,
  Named,
  nameText,
  period,
  runningTone,
  type FormState,
  type Scene,
} from './scene.tsx'
import { UndoImport } from './undo-import.tsx'
import { TakingPart } from './taking-part.tsx'

interface ListProps {
  scene: Scene
  programmes: readonly ProgrammeRow[]
  mayChange: boolean
}

/** The alliance programmes, for everybody. */
export function ProgrammesPage({ scene, programmes, mayChange }: ListProps) {
  const { t, href } = scene
  const add = mayChange && (
    <ButtonLink href={href('/programmes/new')}>{t(m('programme.add'))}</ButtonLink>
  )
  return (
    <Framed scene={scene} title={t(m('programmes.title'))} description={t(m('programmes.lead'))}>
      <Heading level={1} lead={t(m('programmes.lead'))} actions={add}>
        {t(m('programmes.title'))}
      </Heading>
      {programmes.length === 0 ? (
        <EmptyState title={t(m('programmes.none'))} why={t(m('programmes.none-why'))} />
      ) : (
        <Grid size="large">
          {programmes.map((programme) => {
            const running = runningTone(scene, programme.startsOn, programme.endsOn)
            return (
              <Card
                key={programme.id}
                level={2}
                band={programme.id}
                kicker={programme.code}
                title={<Named scene={scene} names={programme.names} />}
                href={href(`/programmes/${programme.id}`)}
                meta={<StateTag tone={running.tone}>{t(running.label)}</StateTag>}
                footer={t(
                  m('programmes.counts', {
                    partners: programme.partners + 1,
                    years: programme.years,
                  }),
                )}
              >
                <p>
                  <Named scene={scene} names={programme.summary} />
                </p>
              </Card>
            )
          })}
        </Grid>
      )}
    </Framed>
  )
}

interface PageProps {
  scene: Scene
  programme: ProgrammePage
  mayChange: boolean
  mayReadCohorts: boolean
  /** A list of past years that was just brought in. */
  imported: { id: string; members: number; years: number } | null
  form: FormState
}

/** The public page of an alliance programme: what it asks, who shares in it, its years in numbers. */
export function ProgrammePublicPage(props: PageProps) {
  const { scene, programme, mayChange, imported } = props
  const { t, href } = scene
  const running = runningTone(scene, programme.startsOn, programme.endsOn)
  return (
    <Framed
      scene={scene}
      title={nameText(scene, programme.names)}
      form={props.form}
      trail={[{ href: href('/programmes'), label: t(m('programmes.title')) }]}
    >
      <WovenBand id={programme.id} size="edge" />
      {imported && (
        <UndoImport
          scene={scene}
          title={t(m('done.past-years', { joined: imported.members, years: imported.years }))}
          action={scene.href(`/programmes/${programme.id}/years/import/undo`)}
          importId={imported.id}
        />
      )}
      <Heading
        level={1}
        kicker={programme.code}
        lead={period(scene, programme.startsOn, programme.endsOn)}
        actions={
          mayChange && (
            <ButtonGroup>
              <ButtonLink look="secondary" href={href(`/programmes/${programme.id}/details`)}>
                {t(m('action.change'))}
              </ButtonLink>
            </ButtonGroup>
          )
        }
      >
        <Named scene={scene} names={programme.names} />
      </Heading>
      <p>
        <StateTag tone={running.tone}>{t(running.label)}</StateTag>
      </p>
      <Prose>
        <p>
          <Named scene={scene} names={programme.summary} />
        </p>
      </Prose>
      <Requirements scene={scene} programme={programme} />
      <TakingPart scene={scene} lead={programme.lead} partners={programme.partners} />
      <Years {...props} />
    </Framed>
  )
}

function Requirements({ scene, programme }: { scene: Scene; programme: ProgrammePage }) {
  const { t } = scene
  const required = programme.steps.filter((step) => step.required).length
  const wanted = programme.completion.requiredSteps ?? required
  const credit = Fraction.parse(programme.completion.credit ?? '')
  return (
    <Section title={t(m('programme.steps'))} id="steps">
      <Prose>
        <ol>
          {programme.steps.map((step) => (
            <li key={step.kind}>
              <Named scene={scene} names={step.names} />{' '}
              {!step.required && <span class="quiet">{t(m('programme.step-optional'))}</span>}
            </li>
          ))}
        </ol>
      </Prose>
      <DescriptionList
        items={[
          {
            term: t(m('programme.completion')),
            value: [
              t(m('programme.completion-steps', { wanted, required })),
              ...(credit
                ? [
                    t(
                      m('programme.completion-credit', {
                        credit: formatNumber(credit, scene.language),
                      }),
                    ),
                  ]
                : []),
            ].join(' '),
          },
        ]}
      />
    </Section>
  )
}

function YearsActions({ scene, path }: { scene: Scene; path: string }) {
  const { t, href } = scene
  return (
    <ButtonGroup>
      <ButtonLink small look="secondary" href={href(`${path}/new`)}>
        {t(m('programme.add-year'))}
      </ButtonLink>
      <ButtonLink small look="quiet" href={href(`${path}/import`)}>
        {t(m('past-years.import'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

function Years({ scene, programme, mayChange, mayReadCohorts }: PageProps) {
  const { t, href, language } = scene
  const number = (value: number) => formatNumber(value, language)
  const columns: Column<ProgrammeYearRow>[] = [
    {
      key: 'year',
      label: t(m('field.year')),
      primary: true,
      cell: (year) => formatYear(year.year, language),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (year) => period(scene, year.startsOn, year.endsOn),
    },
    {
      key: 'places',
      label: t(m('field.places')),
      kind: 'number',
      cell: (year) => (year.places === null ? '–' : number(year.places)),
    },
    {
      key: 'participants',
      label: t(m('cohort.participants')),
      kind: 'number',
      cell: (year) => number(year.participants),
    },
    {
      key: 'completed',
      label: t(m('cohort-state.completed')),
      kind: 'number',
      cell: (year) => number(year.completed),
    },
  ]
  return (
    <Section
      title={t(m('programme.years'))}
      id="years"
      actions={
        mayChange && <YearsActions scene={scene} path={`/programmes/${programme.id}/years`} />
      }
    >
      <Table
        language={language}
        caption={t(m('programme.years'))}
        captionHidden
        columns={columns}
        rows={programme.years}
        rowKey={(year) => year.id}
        rowHref={
          mayReadCohorts
            ? (year) => href(`/programmes/${programme.id}/years/${year.id}`)
            : undefined
        }
        empty={
          <EmptyState title={t(m('programme.no-years'))} why={t(m('programme.no-years-why'))} />
        }
      />
    </Section>
  )
}
