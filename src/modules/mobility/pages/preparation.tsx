import { type FormState, freshForm } from '#kernel/http'
import { displayName, formatDate } from '#kernel/values'
import { ClearanceNote } from '#modules/clearance'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Checklist } from '../queries/preparations.ts'
import type { StayRow } from '../queries/stays.ts'
import { datedItems, type PreparationItem, type PreparationState } from '../rules/preparation.ts'
import { base, datesOf, dayWords, nameOf, type PageCall } from './words.tsx'

/** The largest paper that is taken, in bytes. */
export const mostPaperBytes = 10_000_000

const tones: Record<PreparationState, Tone> = {
  missing: 'attention',
  short: 'harm',
  done: 'done',
}

/** Where one thing of a checklist stands, in words. */
export function PreparationTag({ call, state }: { call: PageCall; state: PreparationState }) {
  return <StateTag tone={tones[state]}>{call.t(m(`prepare.is-${state}`))}</StateTag>
}

interface PreparationPageProps {
  call: PageCall
  stay: StayRow
  checklist: Checklist
  isOwn: boolean
  mayKeep: boolean
  form: FormState
}

/** What is settled before a stay and what is missing: each thing with its form, for the student on a phone. */
export function PreparationPage(props: PreparationPageProps) {
  const { call, stay, checklist, isOwn, form } = props
  const { t, href, language } = call
  const host = nameOf(stay.receiving, language)
  const back = isOwn ? t(m('own.title', { host })) : displayName(stay.name, language)
  return (
    <Page
      frame={call.frame}
      title={t(m('prepare.title'))}
      trail={[{ href: href(`${base}/${stay.id}`), label: back }]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} kicker={datesOf(call, stay)} lead={t(m('prepare.lead'))}>
          {t(m('prepare.title'))}
        </Heading>
        {checklist.open === 0 && <Notice tone="done" title={t(m('prepare.all-done'))} />}
        <ClearanceNote reader={call} clearance={checklist.clearance} />
        {checklist.items.map((each) => (
          <Item key={each.item} {...props} each={each} />
        ))}
      </Stack>
    </Page>
  )
}

type Each = Checklist['items'][number]

function Item(props: PreparationPageProps & { each: Each }) {
  const { call, stay, each, mayKeep, form } = props
  const { t } = call
  const isSent = form.values['item'] === each.item
  return (
    <Section
      title={t(m(`prepare.${each.item}`))}
      id={each.item}
      lead={t(m(`prepare.${each.item}-lead`))}
    >
      <PreparationTag call={call} state={each.state} />
      <Written call={call} stay={stay} each={each} />
      {mayKeep && (
        <Fold summary={t(m(each.row === null ? 'prepare.write' : 'prepare.change'))} open={isSent}>
          <ItemForm call={call} stay={stay} each={each} form={isSent ? form : freshForm()} />
        </Fold>
      )}
    </Section>
  )
}

function Written({ call, stay, each }: { call: PageCall; stay: StayRow; each: Each }) {
  const { t, href, language } = call
  const { row, paper, item, state } = each
  const lines = row === null ? [] : [row.name, row.phone, row.detail].filter((line) => line !== '')
  return (
    <>
      {lines.map((line) => (
        <p key={line}>
          <Typed>{line}</Typed>
        </p>
      ))}
      {row?.valid_until && (
        <p>{t(m('prepare.until', { day: formatDate(row.valid_until, language, 'long') }))}</p>
      )}
      {state === 'short' && (
        <p>{t(m('prepare.too-short', { day: dayWords(call, stay.ends_on) }))}</p>
      )}
      {paper && (
        <ButtonLink look="quiet" icon="download" href={href(`${base}/${stay.id}/papers/${item}`)}>
          <Typed>{paper.name}</Typed>
        </ButtonLink>
      )}
    </>
  )
}

interface ItemFormProps {
  call: PageCall
  stay: StayRow
  each: Each
  form: FormState
}

function ItemForm({ call, stay, each, form }: ItemFormProps) {
  const { t, href, language } = call
  const { item, row } = each
  return (
    <Form
      action={href(`${base}/${stay.id}/preparation`)}
      csrf={call.frame.csrf}
      files
      hidden={{ item }}
    >
      <Words call={call} stay={stay} each={each} form={form} />
      {datedItems.includes(item) && (
        <Field
          kind="date"
          language={language}
          id={`${item}-until`}
          name="validUntil"
          label={t(m('prepare.valid-until'))}
          value={form.values['validUntil'] ?? row?.valid_until ?? ''}
          error={form.errors['validUntil']}
        />
      )}
      <Field
        kind="file"
        language={language}
        id={`${item}-paper`}
        name="paper"
        label={t(m('prepare.paper'))}
        hint={t(m('prepare.paper-hint'))}
        accept=".pdf,.jpg,.jpeg,.png,.webp"
        maxBytes={mostPaperBytes}
        error={form.errors['paper']}
        required={false}
      />
      <Button>{t(m('prepare.keep'))}</Button>
    </Form>
  )
}

/** Which words each thing is told in. */
const wordsOf: Readonly<Record<PreparationItem, readonly ('name' | 'phone' | 'detail')[]>> = {
  permit: ['detail'],
  insurance: ['name', 'phone', 'detail'],
  housing: ['detail', 'phone'],
  emergency: ['name', 'phone', 'detail'],
  guardian: ['name', 'phone', 'detail'],
}
const longest = { name: 200, phone: 50, detail: 1000 } as const

function Words({ call, each, form }: ItemFormProps) {
  const { t, language } = call
  const { item, row } = each
  const isOptional = (field: string) =>
    field === 'detail'
      ? item !== 'housing'
      : field === 'phone' && item !== 'emergency' && item !== 'guardian'
  return (
    <>
      {wordsOf[item].map((field) => (
        <Field
          key={field}
          kind={field === 'phone' ? 'tel' : 'text'}
          language={language}
          id={`${item}-${field}`}
          name={field}
          label={t(m(`prepare.${item}-${field}` as 'prepare.insurance-name'))}
          value={form.values[field] ?? row?.[field] ?? ''}
          error={form.errors[field]}
          maxlength={longest[field]}
          required={!isOptional(field)}
        />
      ))}
    </>
  )
}

/** What of a stay's checklist is missing, on the page of the stay. */
export function PreparationPart({
  call,
  stay,
  checklist,
}: {
  call: PageCall
  stay: StayRow
  checklist: Checklist | null
}) {
  const { t, href } = call
  if (checklist === null) return null
  const open = checklist.items.filter(({ state }) => state !== 'done')
  return (
    <Section title={t(m('prepare.title'))} id="preparation">
      {open.length === 0 ? (
        <p>{t(m('prepare.all-done'))}</p>
      ) : (
        <ul>
          {open.map(({ item, state }) => (
            <li key={item}>
              {t(m(`prepare.${item}`))} <PreparationTag call={call} state={state} />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink look="secondary" href={href(`${base}/${stay.id}/preparation`)}>
        {t(m('prepare.open'))}
      </ButtonLink>
    </Section>
  )
}
