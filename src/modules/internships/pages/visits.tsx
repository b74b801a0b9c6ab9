import type { FormState } from '#kernel/http'
import { formatInstant } from '#kernel/values'
import {
  Button,
  EmptyState,
  Field,
  Fold,
  Form,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { VisitRow } from '../queries/visits.ts'
import type { VisitState } from '../schema-visits.ts'
import { base, dayText, type PageCall } from './scene.tsx'
import { Written } from './week-parts.tsx'

const tones: Record<VisitState, Tone> = {
  asked: 'attention',
  planned: 'info',
  done: 'done',
  dropped: 'quiet',
}

interface VisitsProps {
  call: PageCall
  placement: PlacementRow
  visits: readonly VisitRow[]
  form: FormState | null
}

/** The visits of the academic mentor with what was noted, and the office's asking for one. */
export function Visits(props: VisitsProps) {
  const { call, placement, visits, form } = props
  const { t, language, href, frame } = call
  const at = href(`${base}/placements/${placement.id}/visits`)
  const mayManage = call.may('internships.placement.manage', placement)
  return (
    <Section title={t(m('visit.title'))} id="visits">
      <Stack>
        <Table<VisitRow>
          language={language}
          caption={t(m('visit.title'))}
          captionHidden
          rows={visits}
          rowKey={({ id }) => id}
          rowLabel={(visit) => whenText(visit, call)}
          columns={columnsOf(call)}
          empty={<EmptyState title={t(m('visit.none'))} why={t(m('visit.none-why'))} />}
          {...(mayManage && visits.some(({ state }) => state !== 'done')
            ? {
                select: {
                  action: `${at}/removal`,
                  csrf: frame.csrf,
                  without: ({ state }: VisitRow) => state === 'done',
                  actions: [{ name: 'step', value: 'drop', label: t(m('visit.drop')) }],
                },
              }
            : {})}
        />
        {mayManage && (
          <Fold summary={t(m('visit.ask'))} open={form?.errors['dueOn'] !== undefined}>
            <Form action={at} csrf={frame.csrf}>
              <Field
                kind="date"
                language={language}
                name="dueOn"
                label={t(m('visit.until'))}
                hint={t(m('visit.until-hint'))}
                value={form?.values['dueOn']}
                error={form?.errors['dueOn']}
              />
              <Button>{t(m('visit.ask'))}</Button>
            </Form>
          </Fold>
        )}
      </Stack>
    </Section>
  )
}

function whenText(visit: VisitRow, call: PageCall): string {
  return visit.startsAt
    ? formatInstant(visit.startsAt, visit.timeZone, call.language, 'medium')
    : call.t(m('visit.by', { day: dayText(visit.dueOn, call) }))
}

function columnsOf(call: PageCall) {
  const { t } = call
  return [
    {
      key: 'when',
      label: t(m('visit.when')),
      primary: true,
      cell: (visit: VisitRow) => whenText(visit, call),
    },
    {
      key: 'how',
      label: t(m('visit.how')),
      cell: ({ mode, place }: VisitRow) =>
        mode ? (
          <>
            {t(m(`visit.${mode}`))}
            <br />
            <Typed>{place}</Typed>
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'who',
      label: t(m('party.mentor')),
      cell: ({ mentorName }: VisitRow) => <Typed>{mentorName || '–'}</Typed>,
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state' as const,
      cell: ({ state }: VisitRow) => (
        <StateTag tone={tones[state]}>{t(m(`visit-state.${state}`))}</StateTag>
      ),
    },
    {
      key: 'notes',
      label: t(m('visit.notes')),
      cell: ({ notes, notesLanguage }: VisitRow) => (
        <Written text={notes} language={notesLanguage} />
      ),
    },
  ]
}
