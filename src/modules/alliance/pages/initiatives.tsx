import { formatMoney, formatYear } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Field,
  FilterBar,
  Form,
  Grid,
  Heading,
  Notice,
  Prose,
  Section,
  StateTag,
  type Tone,
  WovenBand,
} from '#ui'
import { m } from '../messages/index.ts'
import type { InitiativeFilter, InitiativePage, InitiativeRow } from '../queries/initiatives.ts'
import { initiativeStates, type InitiativeState } from '../schema.ts'
import {
  day,
  type FormState,
  Framed,
  LocalAsk,
  Named,
  nameText,
  period,
  type Scene,
  kindName,
  kindOptions,
  asker,
} from './scene.tsx'
import { TakingPart } from './taking-part.tsx'

const tones: Record<InitiativeState, Tone> = {
  planned: 'info',
  running: 'attention',
  ended: 'done',
  cancelled: 'quiet',
}

interface ListProps {
  scene: Scene
  initiatives: readonly InitiativeRow[]
  kinds: readonly string[]
  years: readonly number[]
  filter: InitiativeFilter
  mayChange: boolean
}

/** What the alliance does together, for everybody. */
export function InitiativesPage({
  scene,
  initiatives,
  kinds,
  years,
  filter,
  mayChange,
}: ListProps) {
  const { t, href } = scene
  return (
    <Framed scene={scene} title={t(m('initiatives.title'))} description={t(m('initiatives.lead'))}>
      <Heading
        level={1}
        lead={t(m('initiatives.lead'))}
        actions={
          mayChange && (
            <ButtonLink href={href('/initiatives/new')}>{t(m('initiative.add'))}</ButtonLink>
          )
        }
      >
        {t(m('initiatives.title'))}
      </Heading>
      <InitiativesFilter scene={scene} kinds={kinds} years={years} filter={filter} />
      {initiatives.length === 0 ? (
        <EmptyState title={t(m('initiatives.none'))} why={t(m('initiatives.none-why'))} />
      ) : (
        <Grid>
          {initiatives.map((initiative) => (
            <Card
              key={initiative.id}
              level={2}
              band={initiative.id}
              kicker={kindName(scene, initiative.kind)}
              title={<Named scene={scene} names={initiative.names} />}
              href={href(`/initiatives/${initiative.id}`)}
              meta={
                <StateTag tone={tones[initiative.state]}>
                  {t(m(`initiative-state.${initiative.state}`))}
                </StateTag>
              }
              footer={
                <>
                  <Named scene={scene} names={initiative.lead.names} />
                  {' · '}
                  {period(scene, initiative.startsOn, initiative.endsOn)}
                </>
              }
            />
          ))}
        </Grid>
      )}
    </Framed>
  )
}

function InitiativesFilter({
  scene,
  kinds,
  years,
  filter,
}: Omit<ListProps, 'initiatives' | 'mayChange'>) {
  const { t, href, language } = scene
  const path = '/initiatives'
  const { state, kind, year } = filter
  const active = [
    ...(state
      ? [{ href: href(path, { kind, year }), label: t(m(`initiative-state.${state}`)) }]
      : []),
    ...(kind ? [{ href: href(path, { state, year }), label: kindName(scene, kind) }] : []),
    ...(year ? [{ href: href(path, { state, kind }), label: formatYear(year, language) }] : []),
  ]
  return (
    <FilterBar language={language} action={href(path)} active={active} clearHref={href(path)}>
      <Field
        language={language}
        kind="select"
        name="state"
        label={t(m('field.state'))}
        value={state}
        autosubmit
        options={initiativeStates.map((each) => ({
          value: each,
          label: t(m(`initiative-state.${each}`)),
        }))}
      />
      <Field
        language={language}
        kind="select"
        name="kind"
        label={t(m('field.kind'))}
        value={kind}
        autosubmit
        options={kinds.map((each) => ({ value: each, label: kindName(scene, each) }))}
      />
      <Field
        language={language}
        kind="select"
        name="year"
        label={t(m('field.year'))}
        value={year === undefined ? undefined : String(year)}
        autosubmit
        options={years.map((each) => ({ value: String(each), label: formatYear(each, language) }))}
      />
    </FilterBar>
  )
}

interface PageProps {
  scene: Scene
  initiative: InitiativePage
  form: FormState
  mayChange: boolean
  /** The output that is being changed instead of another added. */
  changing?: string | null
  /** The output that was just removed, which can be put back. */
  removed?: string | null
}

/** The public page of an initiative: who leads it, with whom, until when, with what money, what came of it. */
export function InitiativePublicPage(props: PageProps) {
  const { scene, initiative, form, mayChange, removed } = props
  const { t, href, language } = scene
  return (
    <Framed
      scene={scene}
      title={nameText(scene, initiative.names)}
      form={form}
      trail={[{ href: href('/initiatives'), label: t(m('initiatives.title')) }]}
    >
      {mayChange && removed && <RemovedOutput scene={scene} initiative={initiative} id={removed} />}
      <WovenBand id={initiative.id} size="edge" />
      <Heading
        level={1}
        kicker={kindName(scene, initiative.kind)}
        lead={period(scene, initiative.startsOn, initiative.endsOn)}
        actions={
          mayChange && (
            <ButtonLink look="secondary" href={href(`/initiatives/${initiative.id}/details`)}>
              {t(m('action.change'))}
            </ButtonLink>
          )
        }
      >
        <Named scene={scene} names={initiative.names} />
      </Heading>
      <p>
        <StateTag tone={tones[initiative.state]}>
          {t(m(`initiative-state.${initiative.state}`))}
        </StateTag>
      </p>
      <Prose>
        <p>
          <Named scene={scene} names={initiative.summary} />
        </p>
      </Prose>
      {initiative.budget && (
        <DescriptionList
          items={[{ term: t(m('field.budget')), value: formatMoney(initiative.budget, language) }]}
        />
      )}
      <TakingPart scene={scene} lead={initiative.lead} partners={initiative.partnerList} />
      <Outputs scene={scene} initiative={initiative} mayChange={mayChange} />
      {mayChange && <OutputForm {...props} />}
    </Framed>
  )
}

/** Says that an output was removed and offers to put it back, instead of asking beforehand. */
function RemovedOutput({
  scene,
  initiative,
  id,
}: {
  scene: Scene
  initiative: InitiativePage
  id: string
}) {
  const { t, href } = scene
  return (
    <Notice
      tone="done"
      live
      title={t(m('initiative.output-removed'))}
      action={
        <Form
          action={href(`/initiatives/${initiative.id}/outputs/removals`)}
          csrf={scene.frame.csrf}
          hidden={{ output: id, act: 'restore' }}
          inline
        >
          <Button look="secondary" small>
            {t(m('action.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

function Outputs({
  scene,
  initiative,
  mayChange,
}: {
  scene: Scene
  initiative: InitiativePage
  mayChange: boolean
}) {
  const { t } = scene
  return (
    <Section title={t(m('initiative.outputs'))} id="outputs">
      {initiative.outputList.length === 0 ? (
        <EmptyState title={t(m('initiative.no-outputs'))} why={t(m('initiative.no-outputs-why'))} />
      ) : (
        <ul>
          {initiative.outputList.map((output) => (
            <li key={output.id}>
              {output.url ? (
                <a href={output.url}>
                  <Named scene={scene} names={output.names} />
                </a>
              ) : (
                <Named scene={scene} names={output.names} />
              )}{' '}
              <span class="quiet">
                {[
                  kindName(scene, output.kind),
                  output.produced_on && day(scene, output.produced_on),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {mayChange && <OutputActions scene={scene} initiative={initiative} output={output} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function OutputActions({
  scene,
  initiative,
  output,
}: {
  scene: Scene
  initiative: InitiativePage
  output: InitiativePage['outputList'][number]
}) {
  const { t, href } = scene
  const path = `/initiatives/${initiative.id}`
  const name = nameText(scene, output.names)
  return (
    <ButtonGroup>
      <ButtonLink look="secondary" small href={`${href(path, { output: output.id })}#output`}>
        {t(m('action.change'))}
        <span class="hidden-visually"> {name}</span>
      </ButtonLink>
      <Form
        action={href(`${path}/outputs/removals`)}
        csrf={scene.frame.csrf}
        hidden={{ output: output.id, act: 'remove' }}
        inline
      >
        <Button look="harm" small>
          {t(m('action.remove'))}
          <span class="hidden-visually"> {name}</span>
        </Button>
      </Form>
    </ButtonGroup>
  )
}

function OutputForm({ scene, initiative, form, changing }: PageProps) {
  const ask = asker(scene, form)
  const { t, href } = scene
  const path = `/initiatives/${initiative.id}`
  const title = t(m(changing ? 'initiative.change-output' : 'initiative.add-output'))
  return (
    <Section title={title} id="output">
      <Form
        action={href(`${path}/outputs`)}
        csrf={scene.frame.csrf}
        hidden={{ output: changing ?? '' }}
      >
        {ask('select', 'kind', m('field.kind'), {
          options: kindOptions(scene, form.values['kind']?.[0]),
        })}
        <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
        {ask('url', 'url', m('field.website'), { required: false })}
        {ask('date', 'producedOn', m('field.produced-on'), { required: false, width: 'short' })}
        <ButtonGroup>
          <Button>{changing ? t(m('action.save')) : title}</Button>
          {changing && (
            <ButtonLink look="quiet" href={href(path)}>
              {t(m('action.back'))}
            </ButtonLink>
          )}
        </ButtonGroup>
      </Form>
    </Section>
  )
}
