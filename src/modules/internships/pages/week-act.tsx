import type { FormState } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import {
  Button,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { WeekRow } from '../queries/journal.ts'
import type { LoggedHours } from '../rules/hours.ts'
import { weekText } from './journal.tsx'
import { durationText, type PageCall } from './scene.tsx'
import { WeekHours, WeekWords } from './week-parts.tsx'

interface WeekByLinkProps {
  call: PageCall
  week: WeekRow
  hours: readonly (LoggedHours & { work: string })[]
  minutes: number
  files: readonly { name: string; href: string }[]
  action: string
  form: FormState
}

/** The page of a tutor's link: the hours of one student's week, one press to confirm them, and a way to write back. */
export function WeekByLinkPage(props: WeekByLinkProps) {
  const { call, week, hours, minutes, files, action, form } = props
  const { t, language, frame } = call
  const time = durationText(minutes, call)
  return (
    <SingleActShell frame={frame} title={t(m('week-act.title'))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={localised(week.home, language).text}
          lead={t(m('week-act.lead', { host: week.host, week: weekText(week.week, call), time }))}
        >
          {displayName(week.personName, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <WeekHours call={call} hours={hours} timeZone={week.timeZone} />
        <Form
          action={action}
          csrf={frame.csrf}
          hidden={{ answer: 'confirm', minutes: String(minutes) }}
        >
          <Button>{t(m('week-act.confirm', { time }))}</Button>
          <p class="hint">{t(m('week-act.after'))}</p>
        </Form>
        <Fold summary={t(m('week-act.wrong'))} open={form.errors['remark'] !== undefined}>
          <Form action={action} csrf={frame.csrf} hidden={{ answer: 'return' }}>
            <Field
              kind="textarea"
              language={language}
              name="remark"
              label={t(m('week-act.remark'))}
              hint={t(m('evaluation.own-language'))}
              rows={3}
              maxlength={2000}
              value={form.values['remark']}
              error={form.errors['remark']}
            />
            <Button look="secondary">{t(m('week-act.return'))}</Button>
          </Form>
        </Fold>
        <Section title={t(m('week.written'))} id="written">
          <WeekWords call={call} week={week} files={files} />
        </Section>
      </Stack>
    </SingleActShell>
  )
}
