import type { FormState } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Heading,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { datesOf, type PageCall } from './words.tsx'

interface ConfirmProps {
  call: PageCall
  stay: StayRow
  kind: 'arrival' | 'departure'
  action: string
  form: FormState
}

/** The page of the link by which a host confirms an arrival or a departure: who, and one day. */
export function ConfirmByLinkPage({ call, stay, kind, action, form }: ConfirmProps) {
  const { t, language, frame } = call
  return (
    <SingleActShell frame={frame} title={t(m(`event.${kind}`))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={localised(stay.sending, language).text}
          lead={t(m(`event.${kind}-lead`))}
        >
          {displayName(stay.name, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <DescriptionList items={[{ term: t(m('stay.dates')), value: datesOf(call, stay) }]} />
        <Form action={action} csrf={frame.csrf} hidden={{ kind }}>
          <Field
            kind="date"
            language={language}
            name="onDay"
            label={t(m(`event.${kind}-day`))}
            value={form.values['onDay'] ?? ''}
            error={form.errors['onDay']}
          />
          <Button>{t(m('event.confirm'))}</Button>
        </Form>
      </Stack>
    </SingleActShell>
  )
}
