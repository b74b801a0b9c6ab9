import type { FormState } from '#kernel/http'
import { formatDate, formatDateRange, formatMoney } from '#kernel/values'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  SingleActShell,
  Stack,
  Typed,
} from '#ui'
import { memberName } from '../documents/visits.ts'
import { m } from '../messages/index.ts'
import type { VisitParts, VisitRow } from '../queries/visits.ts'
import { VisitAnswerFields } from './visit.tsx'
import { Named, nameOf, type PageCall } from './words.tsx'

interface Props {
  call: PageCall
  visit: VisitRow
  parts: VisitParts
  action: string
  form: FormState
}

/** The page of the link in a partner's mail: what is planned, who comes, one answer. */
export function AnswerVisitByLinkPage({ call, visit, parts, action, form }: Props) {
  const { t, language, frame } = call
  const { comes_to_maker: comes } = visit
  return (
    <SingleActShell frame={frame} title={t(m('visit.answer-title'))}>
      <Stack gap="wide">
        <Heading level={1} kicker={nameOf(visit.maker, language)} lead={t(m('visit.answer-lead'))}>
          <Typed>{visit.title}</Typed>
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <DescriptionList
          items={[
            { term: t(m('visit.kind')), value: t(m(`visit-kind.${visit.kind}`)) },
            {
              term: t(m('visit.home')),
              value: <Named names={comes ? visit.partner : visit.maker} language={language} />,
            },
            {
              term: t(m('visit.host')),
              value: <Named names={comes ? visit.maker : visit.partner} language={language} />,
            },
            {
              term: t(m('stay.dates')),
              value: formatDateRange(visit.starts_on, visit.ends_on, language),
            },
            {
              term: t(m('visit.members')),
              value: (
                <ul>
                  {parts.members.map((member) => (
                    <li key={member.id} lang="en">
                      {memberName(member)}
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(visit.purpose === ''
              ? []
              : [{ term: t(m('visit.purpose')), value: <Typed>{visit.purpose}</Typed> }]),
            ...programmeOf(call, parts),
            ...costsOf(call, parts),
          ]}
        />
        <Form action={action} csrf={frame.csrf} hidden={{ edition: String(visit.edition) }}>
          <VisitAnswerFields call={call} form={form} />
          <Button>{t(m('visit.answer'))}</Button>
        </Form>
      </Stack>
    </SingleActShell>
  )
}

function programmeOf({ t, language }: PageCall, { programme }: VisitParts) {
  if (programme.length === 0) return []
  const value = (
    <ul>
      {programme.map(({ id, onDay, atTime, what, place }) => (
        <li key={id}>
          {formatDate(onDay, language, 'medium')} {atTime} <Typed>{what}</Typed>
          {place !== '' && (
            <>
              {' '}
              <span class="quiet">
                <Typed>{place}</Typed>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
  return [{ term: t(m('visit.programme')), value }]
}

/** What it costs, so that whoever approves reads what their institution is to pay. */
function costsOf({ t, language }: PageCall, { costs }: VisitParts) {
  if (costs.length === 0) return []
  const value = (
    <ul>
      {costs.map(({ id, what, amount, payer }) => (
        <li key={id}>
          <Typed>{what}</Typed>{' '}
          <span class="quiet">
            {t(
              m('visit.sum', {
                payer: t(m(`visit-payer.${payer}`)),
                amount: formatMoney(amount, language),
              }),
            )}
          </span>
        </li>
      ))}
    </ul>
  )
  return [{ term: t(m('visit.costs')), value }]
}
