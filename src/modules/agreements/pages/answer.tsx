import { formatNumber } from '#kernel/values'
import { Button, ButtonGroup, Field, Fold, Form, Notice, Section, Stack, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { SentVersion, WholeCopy } from '../queries/whole.ts'
import type { Difference } from '../rules/compare.ts'
import type { Condition } from '../rules/conditions.ts'
import { base, dayOf, fieldText, nameOf, type Names, type PageCall, type Shown } from './words.ts'

/** A partner's version that waits for the reader's answer. */
export interface WaitingAnswer {
  copy: WholeCopy
  version: SentVersion
  /** Null where the reader's own copy says nothing yet. */
  differences: readonly Difference[] | null
}

interface AnswerProps {
  call: PageCall
  ownId: string
  waiting: WaitingAnswer
  names: Names
  may: { approve: boolean; refuse: boolean; edit: boolean }
  refusal: Shown | null
  values: Readonly<Record<string, string>>
}

/** A partner's copy to be answered: how it differs from one's own, and what can be done about it. */
export function AnswerSection(props: AnswerProps) {
  const { call, waiting, may } = props
  const { t, language } = call
  const { copy, version, differences } = waiting
  const partner = nameOf(copy.names, language)
  const isSame = differences !== null && differences.length === 0
  return (
    <Section
      title={t(m('answer.title', { partner }))}
      id={`answer-${copy.id}`}
      lead={t(
        m('answer.version', {
          number: version.number,
          on: dayOf(version.sentAt, call),
          hash: version.hash.slice(0, 12),
        }),
      )}
    >
      <Stack>
        {differences === null && <Notice tone="info" title={t(m('answer.first'))} />}
        {isSame && <Notice tone="done" title={t(m('answer.same'))} />}
        {differences !== null && !isSame && <Differences {...props} differences={differences} />}
        {may.approve && <Approve {...props} isSame={isSame} />}
        {may.refuse && <Refuse {...props} />}
      </Stack>
    </Section>
  )
}

function hiddenOf({ version }: WaitingAnswer): Record<string, string> {
  return { version: version.id, hash: version.hash }
}

function Approve({ call, ownId, waiting, isSame }: AnswerProps & { isSame: boolean }) {
  const { t, href } = call
  return (
    <Form
      action={href(`${base}/${ownId}/approvals`)}
      csrf={call.frame.csrf}
      hidden={{ ...hiddenOf(waiting), adopt: isSame ? 'no' : 'yes' }}
    >
      <ButtonGroup>
        <Button icon="check">{t(m(isSame ? 'answer.approve' : 'answer.adopt-approve'))}</Button>
      </ButtonGroup>
      <p class="hint">{t(m('answer.approve-hint'))}</p>
    </Form>
  )
}

function Refuse({ call, ownId, waiting, refusal, values }: AnswerProps) {
  const { t, href, language } = call
  const isThis = values['version'] === waiting.version.id
  return (
    <Fold summary={t(m('answer.refuse'))} open={isThis && refusal?.fields['reason'] !== undefined}>
      <Form
        action={href(`${base}/${ownId}/refusals`)}
        csrf={call.frame.csrf}
        hidden={hiddenOf(waiting)}
      >
        <Field
          kind="textarea"
          language={language}
          name="reason"
          id={`reason-${waiting.copy.id}`}
          label={t(m('answer.reason'))}
          hint={t(m('answer.reason-hint'))}
          rows={3}
          maxlength={2000}
          value={isThis ? values['reason'] : ''}
          error={isThis ? refusal?.fields['reason'] : undefined}
          required
        />
        <Button look="harm">{t(m('answer.refuse'))}</Button>
      </Form>
    </Fold>
  )
}

function Differences(props: AnswerProps & { differences: readonly Difference[] }) {
  const { call, ownId, waiting, differences, may } = props
  const { t, href, language } = call
  const partner = nameOf(waiting.copy.names, language)
  const caption = t(m('differences.title', { count: differences.length }))
  return (
    <Table<Difference>
      language={language}
      caption={caption}
      rows={differences}
      rowKey={({ id }) => id}
      rowLabel={(row) => whereText(row, props)}
      select={
        may.edit
          ? {
              action: href(`${base}/${ownId}/adoptions`),
              csrf: call.frame.csrf,
              name: 'keys[]',
              hidden: { version: waiting.version.id },
              actions: [{ name: 'do', value: 'adopt', label: t(m('differences.adopt')) }],
            }
          : undefined
      }
      columns={[
        {
          key: 'where',
          label: t(m('differences.where')),
          primary: true,
          cell: (row) => whereText(row, props),
        },
        {
          key: 'ours',
          label: t(m('differences.ours')),
          cell: (row) => <Typed>{sideText(row, 'ours', props)}</Typed>,
        },
        {
          key: 'theirs',
          label: t(m('differences.theirs', { partner })),
          cell: (row) => <Typed>{sideText(row, 'theirs', props)}</Typed>,
        },
      ]}
    />
  )
}

/** Where two copies differ: the terms, a condition as a whole, or one field of it. */
function whereText(difference: Difference, { call, names }: AnswerProps): string {
  const { t } = call
  if (difference.what === 'terms') return t(m('agreement.terms'))
  const condition = difference.what === 'only-theirs' ? difference.theirs : difference.ours
  const way = wayText(condition, call, names)
  if (difference.what !== 'field') return way
  return t(m('differences.field', { condition: way, field: t(m(`field.${difference.field}`)) }))
}

/** A condition by its kind and direction. */
function wayText(condition: Condition, call: PageCall, names: Names): string {
  return call.t(
    m('condition.called', {
      kind: fieldText(condition, 'kind', call, names),
      sending: fieldText(condition, 'sending', call, names),
      receiving: fieldText(condition, 'receiving', call, names),
    }),
  )
}

function sideText(
  difference: Difference,
  side: 'ours' | 'theirs',
  { call, names }: AnswerProps,
): string {
  const { t, language } = call
  switch (difference.what) {
    case 'terms':
      return difference[side] || '–'
    case 'field':
      return fieldText(difference[side], difference.field, call, names)
    default: {
      const condition = difference.what === 'only-ours' ? difference.ours : difference.theirs
      const has = (difference.what === 'only-ours') === (side === 'ours')
      return has
        ? t(m('differences.has', { seats: formatNumber(condition.seats, language) }))
        : t(m('differences.has-not'))
    }
  }
}
