import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  DescriptionList,
  EmptyState,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  Section,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'

interface Leave {
  id: string
  name: string
  period: string
  organisation: string | null
}

interface LeaveProps {
  frame: Frame
  t: Translate
  form: FormState
  today: string
  mine: readonly Leave[]
  forOthers: readonly Leave[]
  colleagues: readonly Option[]
  organisations: readonly Option[]
}

/** The reader's coming leaves with their stand-ins, for whom the reader stands in, and a new leave. */
export function LeavePage(props: LeaveProps) {
  const { frame, t, form, mine, forOthers } = props
  const title = t(m('leave.title'))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: address(frame.language, '/inbox'), label: t(m('frame.inbox')) }]}
      alert={<Problem frame={frame} form={form} />}
    >
      <Heading level={1} lead={t(m('leave.lead'))}>
        {title}
      </Heading>
      {forOthers.length > 0 && (
        <Section title={t(m('leave.for-others'))} id="for-others">
          <DescriptionList items={forOthers.map((leave) => leaveItem(leave))} />
        </Section>
      )}
      <Section title={t(m('leave.mine'))} id="mine">
        {mine.length === 0 ? (
          <EmptyState title={t(m('leave.empty.title'))} why={t(m('leave.empty.why'))} />
        ) : (
          <DescriptionList
            items={mine.map((leave) => ({
              ...leaveItem(leave),
              action: (
                <Form
                  action={address(frame.language, `/inbox/leave/${leave.id}/end`)}
                  csrf={frame.csrf}
                  inline
                >
                  <Button look="quiet" small>
                    {t(m('leave.end'))}
                  </Button>
                </Form>
              ),
            }))}
          />
        )}
      </Section>
      <Section title={t(m('leave.new'))} id="new">
        <NewLeave {...props} />
      </Section>
    </Page>
  )
}

function leaveItem(leave: Leave) {
  return {
    term: leave.period,
    value: leave.organisation ? `${leave.name} · ${leave.organisation}` : leave.name,
  }
}

function NewLeave({ frame, t, form, today, colleagues, organisations }: LeaveProps) {
  const { language } = frame
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name],
    error: form.errors[name],
  })
  return (
    <Form action={address(language, '/inbox/leave')} csrf={frame.csrf}>
      <FieldSet legend={t(m('leave.period'))} columns>
        <Field {...shared('from')} kind="date" label={t(m('leave.from'))} min={today} required />
        <Field {...shared('until')} kind="date" label={t(m('leave.until'))} min={today} required />
      </FieldSet>
      <Field
        {...shared('standInId')}
        kind="select"
        label={t(m('leave.stand-in'))}
        hint={t(m('leave.stand-in.hint'))}
        options={colleagues}
        width="medium"
        required
      />
      {organisations.length > 1 && (
        <Field
          {...shared('organisation')}
          kind="select"
          label={t(m('leave.organisation'))}
          hint={t(m('leave.organisation.hint'))}
          options={organisations}
          width="medium"
          required={false}
        />
      )}
      <Button>{t(m('leave.declare'))}</Button>
    </Form>
  )
}

interface HandoverProps {
  frame: Frame
  t: Translate
  form: FormState
  from: readonly Option[]
  to: readonly Option[]
}

/** Everything that waits for somebody who goes, given to somebody who stays. */
export function HandoverPage({ frame, t, form, from, to }: HandoverProps) {
  const title = t(m('handover.title'))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: address(frame.language, '/inbox'), label: t(m('frame.inbox')) }]}
      alert={<Problem frame={frame} form={form} />}
    >
      <Heading level={1} lead={t(m('handover.lead'))}>
        {title}
      </Heading>
      <Form action={address(frame.language, '/inbox/handover')} csrf={frame.csrf}>
        <Field
          language={frame.language}
          kind="select"
          name="from"
          label={t(m('handover.from'))}
          value={form.values['from']}
          error={form.errors['from']}
          options={from}
          width="medium"
          required
        />
        <Field
          language={frame.language}
          kind="select"
          name="to"
          label={t(m('reassign.to'))}
          value={form.values['to']}
          error={form.errors['to']}
          options={to}
          width="medium"
          required
        />
        <Button>{t(m('handover.give'))}</Button>
      </Form>
    </Page>
  )
}
