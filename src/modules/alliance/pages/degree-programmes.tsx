import { formatNumber, Fraction } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Form,
  Heading,
  Section,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { degreeProgrammesOf, unitsOf } from '../queries/organisations.ts'
import { degreeLevels } from '../schema.ts'
import { type Office, OfficeFrame } from './office.tsx'
import {
  asker,
  day,
  type FormState,
  Framed,
  LocalAsk,
  Named,
  namedOptions,
  nameText,
  type Scene,
  schemeHint,
  schemeName,
} from './scene.tsx'

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]
type DegreeProgramme = Awaited<ReturnType<typeof degreeProgrammesOf>>[number]

interface DegreeProgrammesProps {
  scene: Scene
  office: Office
  programmes: readonly DegreeProgramme[]
  units: readonly Unit[]
  form: FormState
}

/** The degree programmes of a school, with the credit that each asks for. */
export function DegreeProgrammesPage({
  scene,
  office,
  programmes,
  units,
  form,
}: DegreeProgrammesProps) {
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/degree-programmes`)
  const open = units.filter((unit) => unit.closed_on === null)
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="degree-programmes"
      title={t(m('office.degree-programmes'))}
      form={form}
    >
      <Table
        language={language}
        caption={t(m('office.degree-programmes'))}
        captionHidden
        columns={degreeProgrammeColumns(scene)}
        rows={programmes}
        rowKey={(row) => row.id}
        rowHref={office.may.programmes ? (row) => `${path}/${row.id}` : undefined}
        rowLabel={(row) => nameText(scene, row.names)}
        keyboard
        select={
          office.may.programmes
            ? {
                action: `${path}/closures`,
                csrf: scene.frame.csrf,
                name: 'keys[]',
                actions: [
                  { name: 'act', value: 'close', label: t(m('degree-programme.close')) },
                  { name: 'act', value: 'reopen', label: t(m('degree-programme.reopen')) },
                ],
              }
            : undefined
        }
        empty={
          <EmptyState
            title={t(m('degree-programme.none'))}
            why={t(m('degree-programme.none-why'))}
          />
        }
      />
      {office.may.programmes && (
        <Section title={t(m('degree-programme.add'))} id="add-degree-programme">
          <Form action={path} csrf={scene.frame.csrf}>
            <Fields scene={scene} form={form} units={open} />
            <ButtonGroup>
              <Button>{t(m('degree-programme.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

interface DegreeProgrammeProps {
  scene: Scene
  office: Office
  programme: DegreeProgramme
  units: readonly Unit[]
  form: FormState
}

/** One degree programme is changed: what it is called, whose it is, how much credit it asks for. */
export function DegreeProgrammePage(props: DegreeProgrammeProps) {
  const { scene, office, programme, form } = props
  const { t, href } = scene
  const list = `/organisations/${office.id}/degree-programmes`
  const title = nameText(scene, programme.names)
  // The unit that it belongs to can be kept, also when that has been closed since.
  const units = props.units.filter(
    (unit) => unit.closed_on === null || unit.id === programme.unit_id,
  )
  return (
    <Framed
      scene={scene}
      title={title}
      form={form}
      trail={[
        { href: href(`/organisations/${office.id}`), label: nameText(scene, office.names) },
        { href: href(list), label: t(m('office.degree-programmes')) },
      ]}
    >
      <Heading level={1} kicker={t(m('action.change'))}>
        {title}
      </Heading>
      <Form action={href(`${list}/${programme.id}/details`)} csrf={scene.frame.csrf}>
        <Fields scene={scene} form={form} units={units} />
        <ButtonGroup>
          <Button>{t(m('action.save'))}</Button>
          <ButtonLink look="quiet" href={href(list)}>
            {t(m('action.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Framed>
  )
}

function Fields({ scene, form, units }: { scene: Scene; form: FormState; units: readonly Unit[] }) {
  const ask = asker(scene, form)
  const { t } = scene
  return (
    <>
      <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
      {ask('text', 'code', m('field.code'), { width: 'medium' })}
      {ask('select', 'level', m('field.level'), {
        options: degreeLevels.map((level) => ({ value: level, label: t(m(`level.${level}`)) })),
      })}
      {ask('select', 'unitId', m('field.unit'), {
        required: false,
        options: namedOptions(scene, units),
      })}
      {ask('text', 'totalCredit', m('field.total-credit'), { width: 'short' })}
      {ask('text', 'creditScheme', m('field.credit-scheme'), {
        hint: schemeHint(scene),
        width: 'medium',
      })}
      {ask('text', 'iscedF', m('field.isced-f'), {
        hint: m('hint.isced-f'),
        required: false,
        width: 'short',
      })}
    </>
  )
}

function degreeProgrammeColumns(scene: Scene): Column<DegreeProgramme>[] {
  const { t, language } = scene
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (row) => <Named scene={scene} names={row.names} />,
    },
    { key: 'code', label: t(m('field.code')), cell: (row) => row.code, nowrap: true },
    { key: 'level', label: t(m('field.level')), cell: (row) => t(m(`level.${row.level}`)) },
    {
      key: 'unit',
      label: t(m('field.unit')),
      cell: (row) => (row.unit_names ? <Named scene={scene} names={row.unit_names} /> : '–'),
    },
    {
      key: 'credit',
      label: t(m('field.total-credit')),
      kind: 'number',
      cell: (row) => formatNumber(Fraction.parse(row.total_credit) ?? Fraction.zero, language),
    },
    {
      key: 'scheme',
      label: t(m('field.credit-scheme')),
      cell: (row) => schemeName(scene, row.credit_scheme),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) =>
        row.closed_on === null ? (
          <StateTag tone="done">{t(m('degree-programme.open'))}</StateTag>
        ) : (
          <StateTag tone="quiet">
            {t(m('degree-programme.closed-on', { date: day(scene, row.closed_on) }))}
          </StateTag>
        ),
    },
  ]
}
