import { dateInZone, displayName, passportName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  Form,
  Heading,
  Section,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PossibleDuplicate, PossiblePair } from '../queries/duplicates.ts'
import { day, type FormState, Framed, nameText, type Scene } from './scene.tsx'

interface DuplicatesProps {
  scene: Scene
  pairs: readonly PossiblePair[]
  form: FormState
}

/** Persons who may be known twice, each pair with the reason; the secretariat looks at them side by side. */
export function DuplicatesPage({ scene, pairs, form }: DuplicatesProps) {
  const { t, href, language } = scene
  const columns: Column<PossiblePair>[] = [
    {
      key: 'one',
      label: t(m('duplicates.one')),
      primary: true,
      cell: ({ one }) => displayName(one.name, language),
    },
    {
      key: 'other',
      label: t(m('duplicates.other')),
      cell: ({ other }) => displayName(other.name, language),
    },
    {
      key: 'why',
      label: t(m('duplicates.why')),
      cell: ({ reasons }) => (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{t(m(`duplicates.${reason}`))}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'addresses',
      label: t(m('field.email')),
      cell: ({ one, other }) => [...one.addresses, ...other.addresses].join(', ') || '–',
    },
  ]
  return (
    <Framed scene={scene} title={t(m('duplicates.title'))} form={form} wide>
      <Heading level={1} lead={t(m('duplicates.lead'))}>
        {t(m('duplicates.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('duplicates.title'))}
        captionHidden
        columns={columns}
        rows={pairs}
        rowKey={({ one, other }) => `${one.id} ${other.id}`}
        rowHref={({ one, other }) => href('/duplicate-persons', { one: one.id, other: other.id })}
        rowLabel={({ one }) => displayName(one.name, language)}
        keyboard
        empty={<EmptyState title={t(m('duplicates.none'))} why={t(m('duplicates.none-why'))} />}
      />
    </Framed>
  )
}

interface DuplicateProps {
  scene: Scene
  pair: readonly [PossibleDuplicate, PossibleDuplicate]
  form: FormState
}

/** Two persons side by side, what each brings along, and the choice of who stays. */
export function DuplicatePage({ scene, pair, form }: DuplicateProps) {
  const { t, href, language } = scene
  const [one, other] = pair
  return (
    <Framed
      scene={scene}
      title={t(m('merge.title'))}
      form={form}
      wide
      trail={[{ href: href('/duplicate-persons'), label: t(m('duplicates.title')) }]}
    >
      <Heading level={1} lead={t(m('merge.lead'))}>
        {t(m('merge.title'))}
      </Heading>
      <Compared scene={scene} pair={pair} />
      <Section title={t(m('merge.who-stays'))} id="who-stays" lead={t(m('merge.consequence'))}>
        <Form
          action={href('/duplicate-persons/merges')}
          csrf={scene.frame.csrf}
          hidden={{ one: one.id, other: other.id }}
        >
          <Field
            language={language}
            kind="radio"
            name="staying"
            label={t(m('merge.who-stays'))}
            labelHidden
            value={form.values['staying']?.[0]}
            error={form.errors['staying']}
            options={pair.map((each, index) => ({
              value: each.id,
              label:
                index === 0
                  ? displayName(each.name, language)
                  : t(m('merge.second', { name: displayName(each.name, language) })),
              hint: t(
                m('merge.brings', {
                  addresses: pair[1 - index]!.addresses.length,
                  appointments: pair[1 - index]!.appointments.length,
                  enrolments: pair[1 - index]!.enrolments.length,
                  participations: pair[1 - index]!.participations,
                }),
              ),
            }))}
          />
          <ButtonGroup>
            <Button look="harm">{t(m('merge.do'))}</Button>
          </ButtonGroup>
        </Form>
      </Section>
      <Section title={t(m('merge.not-one'))} id="not-one" lead={t(m('merge.not-one-lead'))}>
        <Form
          action={href('/duplicate-persons/distinctions')}
          csrf={scene.frame.csrf}
          hidden={{ one: one.id, other: other.id }}
        >
          <ButtonGroup>
            <Button look="secondary">{t(m('merge.not-one'))}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </Framed>
  )
}

function Compared({ scene, pair: [one, other] }: Omit<DuplicateProps, 'form'>) {
  const { t, language } = scene
  return (
    <Table
      language={language}
      caption={t(m('merge.compared'))}
      captionHidden
      columns={[
        { key: 'what', label: t(m('merge.what')), primary: true, cell: (row) => row.label },
        {
          key: 'one',
          label: displayName(one.name, language),
          cell: (row) => <Values values={row.of(one)} />,
        },
        {
          key: 'other',
          label: t(m('merge.second', { name: displayName(other.name, language) })),
          cell: (row) => <Values values={row.of(other)} />,
        },
      ]}
      rows={comparedRows(scene)}
      rowKey={(row) => row.label}
    />
  )
}

interface ComparedRow {
  label: string
  of: (person: PossibleDuplicate) => readonly string[]
}

function comparedRows(scene: Scene): ComparedRow[] {
  const { t } = scene
  return [
    {
      label: t(m('field.name')),
      of: ({ name }) => [
        ...new Set([name.native ?? '', name.romanised, passportName(name)].filter(Boolean)),
      ],
    },
    {
      label: t(m('merge.birth-date')),
      of: ({ birthDate }) => (birthDate ? [day(scene, birthDate)] : []),
    },
    { label: t(m('field.email')), of: ({ addresses }) => addresses },
    {
      label: t(m('people.appointments')),
      of: ({ appointments }) =>
        appointments.map(({ role, organisation }) =>
          [t(m(`role.${role}`)), organisation && nameText(scene, organisation)]
            .filter(Boolean)
            .join(' · '),
        ),
    },
    {
      label: t(m('person.enrolments')),
      of: ({ enrolments }) =>
        enrolments.map(({ studentNumber, programme, organisation }) =>
          [studentNumber, programme, nameText(scene, organisation)].join(' · '),
        ),
    },
    {
      label: t(m('merge.registered')),
      of: ({ registeredAt }) => [day(scene, dateInZone(registeredAt, scene.timeZone))],
    },
  ]
}

function Values({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <>–</>
  return (
    <ul>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
}
