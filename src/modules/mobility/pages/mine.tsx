import { ButtonLink, Card, EmptyState, Heading, Page, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { base, datesOf, dayWords, nameOf, type PageCall, StayState } from './words.tsx'

/** A student's own stays, the latest first: what each waits for. */
export function MinePage({
  call,
  stays,
  mayCalls,
}: {
  call: PageCall
  stays: readonly StayRow[]
  mayCalls: boolean
}) {
  const { t, href, language } = call
  return (
    <Page frame={call.frame} title={t(m('mine.title'))}>
      <Heading level={1} lead={t(m('mine.lead'))}>
        {t(m('mine.title'))}
      </Heading>
      {stays.length === 0 ? (
        <EmptyState
          title={t(m('mine.none'))}
          why={t(m('mine.none-why'))}
          action={
            mayCalls ? (
              <ButtonLink href={href('/calls')} look="secondary">
                {t(m('mine.calls'))}
              </ButtonLink>
            ) : undefined
          }
        />
      ) : (
        <Stack>
          <ButtonLink
            look="quiet"
            icon="download"
            href={href(`${base}/mine/calendar.ics`)}
            download
          >
            {t(m('calendar.file'))}
          </ButtonLink>
          {stays.map((stay) => (
            <Card
              key={stay.id}
              level={2}
              band={stay.receiving_organisation_id}
              kicker={t(m(`kind.${stay.kind}`))}
              title={nameOf(stay.receiving, language)}
              href={href(`${base}/${stay.id}`)}
              meta={<StayState call={call} state={stay.state} />}
              footer={
                stay.next_step && stay.next_due_on
                  ? t(
                      m('mine.next', {
                        step: t(m(`step.${stay.next_step}`)),
                        day: dayWords(call, stay.next_due_on),
                      }),
                    )
                  : undefined
              }
            >
              <p>{datesOf(call, stay)}</p>
            </Card>
          ))}
        </Stack>
      )}
    </Page>
  )
}
