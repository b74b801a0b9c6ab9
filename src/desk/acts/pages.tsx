import type { TaskFacts } from '#kernel/notices'
import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  Button,
  ButtonLink,
  type Content,
  DescriptionList,
  Field,
  Form,
  Heading,
  InItsLanguage,
  Notice,
  type Option,
  SingleActShell,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'

interface OverProps {
  frame: Frame
  title: string
  text: string
  tone: 'done' | 'info'
  next?: { label: string; href: string } | null
}

/** What became of a link, said once and kindly, and where to go from there. */
export function OverPage({ frame, title, text, tone, next }: OverProps) {
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Notice tone={tone}>{text}</Notice>
      {next && (
        <ButtonLink look={tone === 'done' ? 'quiet' : 'secondary'} href={next.href}>
          {next.label}
        </ButtonLink>
      )}
    </SingleActShell>
  )
}

/** A task as the page of its link shows it. */
export interface ActTask {
  subject: string
  what: TaskFacts['what']
  organisation: string | null
  due: string | null
  /** In whose name the link acts. */
  name: string
  /** The task's own page, which asks for a sign-in. */
  href: string
}

interface TaskActProps {
  frame: Frame
  t: Translate
  action: string
  task: ActTask
  form: FormState
}

/** One press marks the task as done. */
export function CompletePage(props: TaskActProps) {
  const { t } = props
  return (
    <TaskAct {...props} kicker={t(m('act.complete.kicker'))} next={t(m('act.complete.next'))}>
      <Button icon="check">{t(m('act.complete'))}</Button>
    </TaskAct>
  )
}

/** Somebody else does the task: who, out of those who can. */
export function GiveAwayPage(props: TaskActProps & { choices: readonly Option[] }) {
  const { frame, t, form, choices } = props
  return (
    <TaskAct {...props} kicker={t(m('act.give-away.kicker'))} next={t(m('act.give-away.next'))}>
      <Field
        kind="radio"
        language={frame.language}
        name="to"
        label={t(m('act.give-away.to'))}
        value={form.values['to']}
        error={form.errors['to']}
        options={choices}
        required
      />
      <Button>{t(m('act.give-away'))}</Button>
    </TaskAct>
  )
}

/** On which day the person means to do it. */
export function PlanPage(
  props: TaskActProps & { days: readonly Option[]; min: string; planned: string | null },
) {
  const { frame, t, form, days, min, planned } = props
  const { language } = frame
  return (
    <TaskAct {...props} kicker={t(m('act.plan.kicker'))} next={t(m('act.plan.next'))}>
      {planned && <p class="quiet">{planned}</p>}
      <Field
        kind="radio"
        language={language}
        name="on"
        label={t(m('act.plan.on'))}
        value={form.values['on']}
        error={form.errors['on']}
        options={days}
        required
      />
      <Field
        kind="date"
        language={language}
        name="day"
        label={t(m('act.plan.other-day'))}
        value={form.values['day']}
        error={form.errors['day']}
        min={min}
        width="short"
        required={false}
      />
      <Button>{t(m('act.plan'))}</Button>
    </TaskAct>
  )
}

function TaskAct({
  frame,
  t,
  action,
  task,
  form,
  kicker,
  next,
  children,
}: TaskActProps & { kicker: string; next: string; children: Content }) {
  const facts = [
    { term: t(m('act.what')), value: task.what && <InItsLanguage {...task.what} /> },
    { term: t(m('inbox.organisation')), value: task.organisation },
    { term: t(m('inbox.column.due')), value: task.due },
    { term: t(m('act.for')), value: task.name },
  ]
  return (
    <SingleActShell
      frame={frame}
      title={task.subject}
      alert={<Problem frame={frame} form={form} />}
    >
      <Heading level={1} kicker={kicker}>
        {task.subject}
      </Heading>
      <DescriptionList items={facts.filter((fact) => fact.value)} />
      <Form action={action} csrf={frame.csrf}>
        {children}
      </Form>
      <p class="quiet">{next}</p>
      <p>
        <a href={task.href}>{t(m('act.open'))}</a>
      </p>
    </SingleActShell>
  )
}
