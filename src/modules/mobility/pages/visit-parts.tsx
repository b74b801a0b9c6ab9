import { formatDate, formatMoney, type DateOnly, type Language, typedDate } from '#kernel/values'
import { Button, Columns, Field, Fold, Form, Section, Table, Typed } from '#ui'
import { memberName } from '../documents/visits.ts'
import { m } from '../messages/index.ts'
import type { VisitCost, VisitMember, VisitPoint } from '../queries/visits.ts'
import { costSums, isOpenVisit, payers } from '../rules/visits.ts'
import { type VisitPageProps, visitsBase } from './visit-props.ts'

const dayIn = (day: DateOnly, language: Language) => formatDate(day, language, 'medium')
const mayChange = ({ may, visit }: VisitPageProps) => may.edit && isOpenVisit(visit.state)

/** Takes one part out again; what was typed of it is on the page until then. */
function Remove({ call, visit, part, id }: VisitPageProps & { part: string; id: string }) {
  const { t, href, frame } = call
  return (
    <Form
      action={href(`${visitsBase}/${visit.id}/removals`)}
      csrf={frame.csrf}
      hidden={{ part, id, basedOn: String(visit.edition) }}
      inline
    >
      <Button look="quiet-harm">{t(m('visit.remove'))}</Button>
    </Form>
  )
}

function fieldOf({ call, form }: VisitPageProps) {
  return (name: string) => ({
    language: call.language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
}

/** Whether somebody typed here and it was not taken: then it is open, with what was typed. */
function wasTyped({ form }: VisitPageProps, ...names: string[]): boolean {
  return names.some((name) => form.errors[name] !== undefined || form.values[name])
}

/** Who comes, in the order of the list, with names as in passports. */
export function Members(props: VisitPageProps) {
  const { call, parts } = props
  const { t, language } = call
  const columns = [
    {
      key: 'name',
      label: t(m('stay.passport-name')),
      primary: true,
      cell: (member: VisitMember) => <span lang="en">{memberName(member)}</span>,
    },
    {
      key: 'native',
      label: t(m('visit.native')),
      cell: ({ native }: VisitMember) => (native === '' ? '–' : <Typed>{native}</Typed>),
    },
    {
      key: 'role',
      label: t(m('visit.role')),
      cell: ({ role }: VisitMember) => (role === '' ? '–' : <Typed>{role}</Typed>),
    },
    {
      key: 'arrives',
      label: t(m('visit.arrives')),
      cell: ({ arrivesOn }: VisitMember) => (arrivesOn === null ? '–' : dayIn(arrivesOn, language)),
    },
  ]
  return (
    <Section title={t(m('visit.members'))} id="members">
      {parts.members.length === 0 ? (
        <p class="quiet">{t(m('visit.no-members'))}</p>
      ) : (
        <Table<VisitMember>
          language={language}
          caption={t(m('visit.members'))}
          captionHidden
          rows={parts.members}
          rowKey={({ id }) => id}
          columns={
            mayChange(props)
              ? [
                  ...columns,
                  {
                    key: 'remove',
                    label: t(m('visit.remove')),
                    kind: 'actions' as const,
                    cell: ({ id }: VisitMember) => <Remove {...props} part="member" id={id} />,
                  },
                ]
              : columns
          }
        />
      )}
      {mayChange(props) && <AddMember {...props} />}
    </Section>
  )
}

function AddMember(props: VisitPageProps) {
  const { call, visit, form, parts } = props
  const { t, href, frame, language } = call
  const field = fieldOf(props)
  const isOpen =
    parts.members.length === 0 || wasTyped(props, 'family', 'given', 'email', 'arrivesOn')
  return (
    <Fold summary={t(m('visit.add-member'))} open={isOpen}>
      <Form
        action={href(`${visitsBase}/${visit.id}/members`)}
        csrf={frame.csrf}
        hidden={{ basedOn: String(visit.edition) }}
      >
        <Columns>
          <Field
            kind="text"
            {...field('family')}
            label={t(m('visit.family'))}
            maxlength={120}
            required={false}
          />
          <Field
            kind="text"
            {...field('given')}
            label={t(m('visit.given'))}
            maxlength={120}
            required={false}
          />
        </Columns>
        <Columns>
          <Field
            kind="text"
            {...field('native')}
            label={t(m('visit.native'))}
            maxlength={120}
            required={false}
          />
          <Field
            kind="text"
            {...field('role')}
            label={t(m('visit.role'))}
            maxlength={200}
            required={false}
          />
        </Columns>
        <Columns>
          <Field kind="email" {...field('email')} label={t(m('stay.email'))} required={false} />
          <Field
            kind="date"
            {...field('arrivesOn')}
            value={typedDate(form.values['arrivesOn'] ?? '', language)}
            label={t(m('visit.arrives'))}
            required={false}
          />
        </Columns>
        <Button look="secondary">{t(m('visit.add-member'))}</Button>
      </Form>
    </Fold>
  )
}

/** The programme, day by day. */
export function Programme(props: VisitPageProps) {
  const { call, parts } = props
  const { t, language } = call
  const columns = [
    {
      key: 'day',
      label: t(m('visit.day')),
      cell: ({ onDay }: VisitPoint) => dayIn(onDay, language),
    },
    { key: 'time', label: t(m('visit.time')), cell: ({ atTime }: VisitPoint) => atTime || '–' },
    {
      key: 'what',
      label: t(m('visit.point')),
      primary: true,
      cell: ({ what }: VisitPoint) => <Typed>{what}</Typed>,
    },
    {
      key: 'place',
      label: t(m('visit.place')),
      cell: ({ place }: VisitPoint) => (place === '' ? '–' : <Typed>{place}</Typed>),
    },
  ]
  return (
    <Section title={t(m('visit.programme'))} id="programme">
      {parts.programme.length === 0 ? (
        <p class="quiet">{t(m('visit.no-programme'))}</p>
      ) : (
        <Table<VisitPoint>
          language={language}
          caption={t(m('visit.programme'))}
          captionHidden
          rows={parts.programme}
          rowKey={({ id }) => id}
          columns={
            mayChange(props)
              ? [
                  ...columns,
                  {
                    key: 'remove',
                    label: t(m('visit.remove')),
                    kind: 'actions' as const,
                    cell: ({ id }: VisitPoint) => <Remove {...props} part="programme" id={id} />,
                  },
                ]
              : columns
          }
        />
      )}
      {mayChange(props) && <AddPoint {...props} />}
    </Section>
  )
}

function AddPoint(props: VisitPageProps) {
  const { call, visit, form } = props
  const { t, href, frame, language } = call
  const field = fieldOf(props)
  return (
    <Fold summary={t(m('visit.add-point'))} open={wasTyped(props, 'onDay', 'what', 'atTime')}>
      <Form
        action={href(`${visitsBase}/${visit.id}/programme`)}
        csrf={frame.csrf}
        hidden={{ basedOn: String(visit.edition) }}
      >
        <Columns>
          <Field
            kind="date"
            {...field('onDay')}
            value={typedDate(form.values['onDay'] ?? '', language)}
            label={t(m('visit.day'))}
          />
          <Field
            kind="text"
            {...field('atTime')}
            label={t(m('visit.time'))}
            hint={t(m('visit.time-hint'))}
            maxlength={5}
            required={false}
          />
        </Columns>
        <Field kind="text" {...field('what')} label={t(m('visit.point'))} maxlength={300} />
        <Field
          kind="text"
          {...field('place')}
          label={t(m('visit.place'))}
          maxlength={200}
          required={false}
        />
        <Button look="secondary">{t(m('visit.add-point'))}</Button>
      </Form>
    </Fold>
  )
}

/** What it costs and who pays, with a sum for each who pays and each currency. */
export function Costs(props: VisitPageProps) {
  const { call, parts } = props
  const { t, language } = call
  const columns = [
    {
      key: 'what',
      label: t(m('visit.cost')),
      primary: true,
      cell: ({ what }: VisitCost) => <Typed>{what}</Typed>,
    },
    {
      key: 'payer',
      label: t(m('visit.payer')),
      cell: ({ payer }: VisitCost) => t(m(`visit-payer.${payer}`)),
    },
    {
      key: 'amount',
      label: t(m('visit.amount')),
      kind: 'number' as const,
      cell: ({ amount }: VisitCost) => formatMoney(amount, language),
    },
  ]
  return (
    <Section title={t(m('visit.costs'))} id="costs">
      {parts.costs.length === 0 ? (
        <p class="quiet">{t(m('visit.no-costs'))}</p>
      ) : (
        <>
          <Table<VisitCost>
            language={language}
            caption={t(m('visit.costs'))}
            captionHidden
            rows={parts.costs}
            rowKey={({ id }) => id}
            columns={
              mayChange(props)
                ? [
                    ...columns,
                    {
                      key: 'remove',
                      label: t(m('visit.remove')),
                      kind: 'actions' as const,
                      cell: ({ id }: VisitCost) => <Remove {...props} part="cost" id={id} />,
                    },
                  ]
                : columns
            }
          />
          <ul>
            {costSums(parts.costs).map(({ payer, amount }) => (
              <li key={`${payer} ${amount.currency}`}>
                {t(
                  m('visit.sum', {
                    payer: t(m(`visit-payer.${payer}`)),
                    amount: formatMoney(amount, language),
                  }),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayChange(props) && <AddCost {...props} />}
    </Section>
  )
}

function AddCost(props: VisitPageProps) {
  const { call, visit } = props
  const { t, href, frame } = call
  const field = fieldOf(props)
  return (
    <Fold
      summary={t(m('visit.add-cost'))}
      open={wasTyped(props, 'costWhat', 'amount', 'currency', 'payer')}
    >
      <Form
        action={href(`${visitsBase}/${visit.id}/costs`)}
        csrf={frame.csrf}
        hidden={{ basedOn: String(visit.edition) }}
      >
        <Field kind="text" {...field('costWhat')} label={t(m('visit.cost'))} maxlength={200} />
        <Columns>
          <Field kind="text" {...field('amount')} label={t(m('visit.amount'))} maxlength={20} />
          <Field
            kind="text"
            {...field('currency')}
            label={t(m('visit.currency'))}
            hint={t(m('visit.currency-hint'))}
            maxlength={3}
          />
          <Field
            kind="select"
            {...field('payer')}
            label={t(m('visit.payer'))}
            options={payers.map((value) => ({ value, label: t(m(`visit-payer.${value}`)) }))}
          />
        </Columns>
        <Button look="secondary">{t(m('visit.add-cost'))}</Button>
      </Form>
    </Fold>
  )
}
