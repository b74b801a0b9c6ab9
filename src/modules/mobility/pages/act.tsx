import type { FormState } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import { DescriptionList, ErrorSummary, Form, Heading, SingleActShell, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { AnswerFields } from './answer-fields.tsx'
import { datesOf, Named, type PageCall } from './words.tsx'

interface ActProps {
  call: PageCall
  stay: StayRow
  action: string
  form: FormState
}

/** The page of the link in a partner's mail: who is nominated, for when, one answer. */
export function AnswerByLinkPage({ call, stay, action, form }: ActProps) {
  const { t, language, frame } = call
  return (
    <SingleActShell frame={frame} title={t(m('answer.title'))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={localised(stay.sending, language).text}
          lead={t(m('answer.lead'))}
        >
          {displayName(stay.name, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <DescriptionList
          items={[
            {
              term: t(m('stay.receiving')),
              value: <Named names={stay.receiving} language={language} />,
            },
            { term: t(m('filter.kind')), value: t(m(`kind.${stay.kind}`)) },
            { term: t(m('stay.dates')), value: datesOf(call, stay) },
            {
              term: t(m('stay.programme')),
              value: <Named names={stay.programme} language={language} />,
            },
          ]}
        />
        <Form action={action} csrf={frame.csrf} hidden={{ proposal: stay.proposal_id }}>
          <AnswerFields call={call} form={form} />
        </Form>
      </Stack>
    </SingleActShell>
  )
}
