import type { Message } from '#kernel/messages'
import { countryOptions, languages, type LocalText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  type Content,
  EmptyState,
  FieldSet,
  Form,
  Heading,
  type Option,
  StateTag,
  Table,
} from '#ui'
import { sectorLabel } from '../sector-labels.ts'
import { m } from '../messages/index.ts'
import type { OrganisationRow } from '../queries/organisations.ts'
import { initiativeStates, sectors } from '../schema.ts'
import {
  type FormState,
  Framed,
  InventedTag,
  LocalAsk,
  Named,
  kindOptions,
  nameText,
  place,
  type Scene,
  schemeHint,
  sectorNames,
  asker,
} from './scene.tsx'

interface ListProps {
  scene: Scene
  organisations: readonly OrganisationRow[]
}

/** All organisations, members or not, for the secretariat. */
export function OrganisationsPage({ scene, organisations }: ListProps) {
  const { t, href, language } = scene
  const columns: Column<OrganisationRow>[] = [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (row) => <Named scene={scene} names={row.names} />,
    },
    { key: 'place', label: t(m('field.place')), cell: (row) => place(scene, row) },
    {
      key: 'sectors',
      label: t(m('field.sector')),
      cell: (row) => sectorNames(scene, row.sectors).join(' · '),
    },
    {
      key: 'membership',
      label: t(m('membership.title')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={row.membership ? 'done' : 'quiet'}>
          {t(m(row.membership ? `membership.${row.membership.kind}` : 'membership.none'))}
        </StateTag>
      ),
    },
    {
      key: 'invented',
      label: t(m('organisation.origin')),
      cell: (row) => (row.invented ? <InventedTag scene={scene} /> : t(m('organisation.real'))),
    },
  ]
  return (
    <Framed scene={scene} title={t(m('organisations.title'))} wide>
      <Heading
        level={1}
        lead={t(m('organisations.lead'))}
        actions={
          <ButtonGroup>
            <ButtonLink icon="plus" href={href('/organisations/new')}>
              {t(m('organisation.add'))}
            </ButtonLink>
            <ButtonLink look="secondary" href={href('/secretariat')}>
              {t(m('secretariat.title'))}
            </ButtonLink>
            <ButtonLink look="secondary" href={href('/duplicate-persons')}>
              {t(m('duplicates.title'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('organisations.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('organisations.title'))}
        captionHidden
        columns={columns}
        rows={organisations}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`/organisations/${row.id}`)}
        rowLabel={(row) => nameText(scene, row.names)}
        keyboard
        empty={
          <EmptyState title={t(m('organisations.none'))} why={t(m('organisations.none-why'))} />
        }
      />
    </Framed>
  )
}

interface FormProps {
  scene: Scene
  form: FormState
  /** The object that is changed; null where one is added. */
  current: { id: string; names: LocalText } | null
}

/** The page of a form that adds an object or changes one, under the name that it has. */
function Editing({
  scene,
  form,
  current,
  adding,
  at,
  children,
}: FormProps & { adding: Message; at: string; children: Content }) {
  const { t, href } = scene
  const title = current ? nameText(scene, current.names) : t(adding)
  return (
    <Framed scene={scene} title={title} form={form}>
      <Heading level={1} kicker={current ? t(m('action.change')) : undefined}>
        {title}
      </Heading>
      <Form action={href(current ? `${at}/${current.id}/details` : at)} csrf={scene.frame.csrf}>
        {children}
      </Form>
    </Framed>
  )
}

/** The form of an organisation. */
export function OrganisationFormPage({ scene, form, current }: FormProps) {
  const ask = asker(scene, form)
  const { t, language } = scene
  return (
    <Editing
      scene={scene}
      form={form}
      current={current}
      adding={m('organisation.add')}
      at="/organisations"
    >
      <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
      {ask('text', 'acronym', m('field.acronym'), { required: false, width: 'short' })}
      {ask('checkboxes', 'sectors[]', m('field.sectors'), {
        hint: m('hint.sectors'),
        options: sectors.map((sector) => ({ value: sector, label: t(sectorLabel(sector)) })),
      })}
      {ask('select', 'country', m('field.country'), {
        options: countryOptions(language).map(({ code, name }) => ({ value: code, label: name })),
      })}
      <LocalAsk scene={scene} form={form} name="city" legend={m('field.city')} />
      <FieldSet legend={t(m('field.place'))} hint={t(m('hint.place'))} columns>
        {ask('text', 'latitude', m('field.latitude'), { required: false, width: 'short' })}
        {ask('text', 'longitude', m('field.longitude'), { required: false, width: 'short' })}
      </FieldSet>
      {ask('text', 'timeZone', m('field.time-zone'), {
        hint: m('hint.time-zone'),
        width: 'medium',
      })}
      {ask('text', 'currency', m('field.currency'), { hint: m('hint.currency'), width: 'short' })}
      {ask('url', 'ror', m('field.ror'), {
        hint: m('hint.ror'),
        required: false,
        width: 'medium',
      })}
      {ask('url', 'website', m('field.website'), { required: false })}
      {ask('year', 'establishedYear', m('field.established'), { required: false })}
      <LocalAsk scene={scene} form={form} name="summary" legend={m('field.summary')} long />
      <Save scene={scene} back={current ? `/organisations/${current.id}` : '/organisations'} />
    </Editing>
  )
}

interface ChoiceProps extends FormProps {
  organisations: readonly { id: string; name: string }[]
}

/** The form of an alliance programme; its steps are rows, each with a word for programs and names for people. */
export function ProgrammeFormPage({
  scene,
  form,
  current,
  organisations,
  steps,
}: ChoiceProps & { steps: number }) {
  const ask = asker(scene, form)
  const { t } = scene
  return (
    <Editing
      scene={scene}
      form={form}
      current={current}
      adding={m('programme.add')}
      at="/programmes"
    >
      {ask('text', 'code', m('field.code'), { hint: m('hint.programme-code'), width: 'medium' })}
      <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
      <LocalAsk scene={scene} form={form} name="summary" legend={m('field.summary')} long />
      <Who scene={scene} form={form} organisations={organisations} />
      <Dates scene={scene} form={form} />
      {Array.from({ length: steps }, (_, index) => (
        <FieldSet
          key={index}
          legend={t(m('programme.step-number', { number: index + 1 }))}
          hint={index === 0 ? t(m('hint.step')) : undefined}
        >
          {ask('text', `steps.${index}.kind`, m('programme.step-kind'), {
            called: ofStep(scene, index, m('programme.step-kind')),
            required: false,
            width: 'medium',
          })}
          <LocalAsk
            scene={scene}
            form={form}
            name={`steps.${index}.names`}
            legend={m('field.names')}
            called={ofStep(scene, index, m('field.names'))}
          />
          {ask('checkbox', `steps.${index}.required`, m('programme.step-required'))}
        </FieldSet>
      ))}
      <FieldSet legend={t(m('programme.completion'))} columns>
        {ask('number', 'requiredSteps', m('programme.required-steps'), {
          hint: m('hint.required-steps'),
          required: false,
          width: 'short',
        })}
        {ask('text', 'credit', m('field.recognised-credit'), { required: false, width: 'short' })}
        {ask('text', 'creditScheme', m('field.credit-scheme'), {
          hint: schemeHint(scene),
          required: false,
          width: 'medium',
        })}
      </FieldSet>
      <Save scene={scene} back={current ? `/programmes/${current.id}` : '/programmes'} />
    </Editing>
  )
}

function ofStep(scene: Scene, index: number, field: Message): string {
  return scene.t(m('programme.step-field', { number: index + 1, field }))
}

/** The form of a programme's dated year. */
export function ProgrammeYearFormPage({
  scene,
  form,
  current,
}: FormProps & { current: { id: string; names: LocalText } }) {
  const ask = asker(scene, form)
  const { t, href } = scene
  const title = t(m('programme.add-year'))
  return (
    <Framed
      scene={scene}
      title={title}
      form={form}
      trail={[{ href: href(`/programmes/${current.id}`), label: nameText(scene, current.names) }]}
    >
      <Heading level={1}>{title}</Heading>
      <Form action={href(`/programmes/${current.id}/years`)} csrf={scene.frame.csrf}>
        {ask('year', 'year', m('field.year'))}
        {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
        {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
        {ask('number', 'places', m('field.places'), { required: false, width: 'short' })}
        <Save scene={scene} back={`/programmes/${current.id}`} />
      </Form>
    </Framed>
  )
}

/** The form of an initiative. */
export function InitiativeFormPage({ scene, form, current, organisations }: ChoiceProps) {
  const ask = asker(scene, form)
  const { t } = scene
  return (
    <Editing
      scene={scene}
      form={form}
      current={current}
      adding={m('initiative.add')}
      at="/initiatives"
    >
      <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
      <LocalAsk scene={scene} form={form} name="summary" legend={m('field.summary')} long />
      {ask('select', 'kind', m('field.kind'), {
        options: kindOptions(scene, form.values['kind']?.[0]),
      })}
      <Who scene={scene} form={form} organisations={organisations} />
      <Dates scene={scene} form={form} />
      <FieldSet legend={t(m('field.budget'))} columns>
        {ask('text', 'budget', m('field.amount'), { required: false, width: 'short' })}
        {ask('text', 'currency', m('field.currency'), {
          hint: m('hint.currency'),
          required: false,
          width: 'short',
        })}
      </FieldSet>
      {ask('select', 'state', m('field.state'), {
        noEmpty: true,
        options: initiativeStates.map((state) => ({
          value: state,
          label: t(m(`initiative-state.${state}`)),
        })),
      })}
      <Save scene={scene} back={current ? `/initiatives/${current.id}` : '/initiatives'} />
    </Editing>
  )
}

function Who({ scene, form, organisations }: Omit<ChoiceProps, 'current'>) {
  const ask = asker(scene, form)
  const options: Option[] = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {ask('select', 'leadOrganisationId', m('programme.lead'), { options: options })}
      {ask('checkboxes', 'partnerIds[]', m('programme.partners'), {
        required: false,
        options: options,
      })}
    </>
  )
}

function Dates({ scene, form }: { scene: Scene; form: FormState }) {
  const ask = asker(scene, form)
  return (
    <>
      {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
      {ask('date', 'endsOn', m('field.last-day'), { required: false, width: 'short' })}
    </>
  )
}

function Save({ scene, back }: { scene: Scene; back: string }) {
  return (
    <ButtonGroup>
      <Button>{scene.t(m('action.save'))}</Button>
      <ButtonLink look="quiet" href={scene.href(back)}>
        {scene.t(m('action.back'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

/** The values of a form for texts in several languages, by the names of its fields. */
export function localValues(name: string, text: LocalText): Record<string, string[]> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = text[language]
      return value === undefined ? [] : [[`${name}.${language}`, [value]]]
    }),
  )
}
