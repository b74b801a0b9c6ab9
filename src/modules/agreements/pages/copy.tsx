import {
  Button,
  ButtonGroup,
  EntryGrid,
  type EntryColumn,
  type EntryRow,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import { conditionKinds } from '../rules/conditions.ts'
import { mostConditions } from '../routes/condition-rows.ts'
import { base, type PageCall, type Shown } from './words.ts'

/** What the form of one's own copy shows. */
export interface CopyPageProps {
  call: PageCall
  row: CopyRow
  values: Readonly<Record<string, string>>
  rows: readonly EntryRow[]
  contacts: readonly EntryRow[]
  partners: readonly Option[]
  units: readonly Option[]
  /** The name can be changed only by whoever began it, until it is in force. */
  mayRename: boolean
  maySend: boolean
  mayRecord: boolean
  refusal: Shown | null
}

/** Writing one's own copy: terms in words, conditions as rows, whom to write to. */
export function CopyPage(props: CopyPageProps) {
  const { call, row, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('copy.title'))}
      wide
      trail={[
        { href: href(base), label: t(m('agreements.title')) },
        { href: href(`${base}/${row.id}`), label: row.title },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('copy.lead'))}>
        {t(m('copy.title'))}
      </Heading>
      <Form
        action={href(`${base}/${row.id}/copy`)}
        csrf={call.frame.csrf}
        hidden={{ basedOn: props.values['basedOn'] ?? String(row.draftNumber) }}
      >
        {/* Enter in a cell keeps what is written, and does not remove the first row. */}
        <button type="submit" name="do" value="save" hidden tabindex={-1} aria-hidden="true" />
        <Names {...props} />
        {row.kind === 'framework' ? null : <Conditions {...props} />}
        <Field
          kind="textarea"
          language={language}
          name="terms"
          label={t(m('agreement.terms'))}
          hint={t(m(row.kind === 'framework' ? 'copy.terms-framework' : 'copy.terms-hint'))}
          rows={row.kind === 'framework' ? 14 : 5}
          maxlength={20_000}
          value={props.values['terms']}
          error={refusal?.fields['terms']}
          required={row.kind === 'framework'}
        />
        <Contacts {...props} />
        <ButtonGroup>
          {props.maySend && (
            <Button name="do" value="send">
              {t(m('copy.send'))}
            </Button>
          )}
          <Button name="do" value="save" look="secondary">
            {t(m('copy.save'))}
          </Button>
          {props.mayRecord && (
            <Button name="do" value="record" look="quiet">
              {t(m('copy.record'))}
            </Button>
          )}
        </ButtonGroup>
        {props.mayRecord && <p class="hint">{t(m('copy.record-hint'))}</p>}
      </Form>
    </Page>
  )
}

function Names({ call, values, refusal, mayRename }: CopyPageProps) {
  const { t, language } = call
  return (
    <>
      {mayRename ? (
        <Field
          kind="text"
          language={language}
          name="title"
          label={t(m('agreement.title'))}
          value={values['title']}
          maxlength={200}
          width="medium"
          error={refusal?.fields['title']}
          required
        />
      ) : (
        <input type="hidden" name="title" value={values['title']} />
      )}
      <Field
        kind="text"
        language={language}
        name="code"
        label={t(m('copy.code'))}
        hint={t(m('copy.code-hint'))}
        value={values['code']}
        maxlength={100}
        width="medium"
        error={refusal?.fields['code']}
        required={false}
      />
    </>
  )
}

function Conditions(props: CopyPageProps) {
  const { call, rows } = props
  const { t, language } = call
  return (
    <Section title={t(m('conditions.title'))} id="conditions" lead={t(m('copy.conditions-lead'))}>
      <EntryGrid
        language={language}
        caption={t(m('conditions.title'))}
        name="conditions"
        headLabel={t(m('condition.number'))}
        columns={columnsOf(props)}
        rows={rows}
        most={mostConditions}
        remove={{ name: 'do' }}
      />
      <ButtonGroup>
        <Button name="do" value="add" look="secondary" icon="plus" small>
          {t(m('copy.add'))}
        </Button>
        <Button name="do" value="reverse" look="quiet" small>
          {t(m('copy.reverse'))}
        </Button>
      </ButtonGroup>
    </Section>
  )
}

function columnsOf({ call, partners, units }: CopyPageProps): EntryColumn[] {
  const { t } = call
  const label = (name: string) => t(m(`field.${name}` as 'field.seats'))
  const choice = (name: string, options: readonly Option[]): EntryColumn => ({
    name,
    label: label(name),
    kind: 'select',
    size: 'narrow',
    options,
  })
  const short = (name: string, maxlength: number): EntryColumn => ({
    name,
    label: label(name),
    size: 'narrow',
    maxlength,
  })
  return [
    choice(
      'kind',
      conditionKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) })),
    ),
    choice('sending', partners),
    choice('receiving', partners),
    { ...short('seats', 5), kind: 'number' },
    choice('shared', [
      { value: 'pair', label: t(m('quota.pair')) },
      { value: 'pool', label: t(m('quota.pool')) },
    ]),
    short('firstYear', 12),
    short('lastYear', 12),
    { ...short('amount', 9), kind: 'number' },
    short('languages', 120),
    short('fields', 400),
    short('levels', 30),
    choice('blended', [
      { value: 'no', label: t(m('blended.no')) },
      { value: 'yes', label: t(m('blended.yes')) },
    ]),
    choice('sendingUnit', units),
    choice('receivingUnit', units),
    short('terms', 2000),
  ]
}

function Contacts({ call, contacts, refusal }: CopyPageProps) {
  const { t, language } = call
  return (
    <Section title={t(m('contacts.title'))} id="contacts" lead={t(m('contacts.lead'))}>
      {refusal?.fields['contacts'] && <p class="late">{refusal.fields['contacts']}</p>}
      <EntryGrid
        language={language}
        caption={t(m('contacts.title'))}
        name="contacts"
        columns={[
          { name: 'name', label: t(m('contact.name')), maxlength: 200 },
          { name: 'email', label: t(m('contact.email')), maxlength: 200 },
          {
            name: 'signs',
            label: t(m('contact.role')),
            kind: 'select',
            options: [
              { value: 'no', label: t(m('contact.asks')) },
              { value: 'yes', label: t(m('contact.signs')) },
            ],
          },
        ]}
        rows={contacts}
        most={20}
      />
    </Section>
  )
}

/** What stands before a row: its number, and the key by which the condition stays itself through all versions. */
export function HeadOfRow({ place, conditionKey }: { place: number; conditionKey: string }) {
  return (
    <>
      <input type="hidden" name={`conditions.${place}.key`} value={conditionKey} />
      {place + 1}
    </>
  )
}
