import type { FormState } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Field,
  Fold,
  Form,
  FormAlert,
  Heading,
  Local,
  Notice,
  Page,
  Section,
  SingleActShell,
  Stack,
  StateTag,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RoundHostRow, RoundPositionRow, RoundRow, WishRow } from '../queries/rounds.ts'
import { rankPlaces } from '../rules/round.ts'
import type { HostOutcome } from '../service/round-results.ts'
import { applicationTones, base, dayText, type PageCall } from './scene.tsx'

/** The name of the field in which one applicant is ranked. */
export const rankField = (applicationId: string) => `rank-${applicationId}`

interface RanksProps {
  call: PageCall
  round: RoundRow
  host: RoundHostRow
  positions: readonly RoundPositionRow[]
  applicants: readonly WishRow[]
  /** What came of each applicant, once all are told. */
  outcomes: ReadonlyMap<string, HostOutcome>
  action: string
  form: FormState
}

/** The page of the link in a mail: a host's tutor ranks, one form. */
export function RankByLinkPage(props: RanksProps) {
  const { call, form } = props
  return (
    <SingleActShell frame={call.frame} title={call.t(m('rank.title'))}>
      <Stack gap="wide">
        <Head {...props} />
        <ErrorSummary
          language={call.language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <Body {...props} />
      </Stack>
    </SingleActShell>
  )
}

/** The same for whoever is signed in: the host's own coordinator, or the office on its behalf. */
export function RankPage(props: RanksProps) {
  const { call, round, form } = props
  const { t, href, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('rank.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/rounds/${round.id}`),
          label: localised(round.titles, language).text,
        },
      ]}
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <Stack gap="wide">
        <Head {...props} />
        <Body {...props} />
      </Stack>
    </Page>
  )
}

function Head({ call, round, host }: RanksProps) {
  const { t, language } = call
  return (
    <Heading
      level={1}
      kicker={
        <span>
          <Local language={language} text={round.office} />
          {' · '}
          <Local language={language} text={round.titles} />
        </span>
      }
      lead={
        round.toldAt === null
          ? t(m('rank.lead', { day: dayText(round.ranksUntil, call) }))
          : t(m('rank.told-lead'))
      }
    >
      {t(m('rank.of', { host: host.host }))}
    </Heading>
  )
}

function Body(props: RanksProps) {
  const { call, round, applicants } = props
  const { t, frame } = call
  const isOpen = round.stage === 'ranks' || round.stage === 'ready'
  if (applicants.length === 0) {
    return (
      <EmptyState
        title={t(m('rank.none'))}
        why={t(m(round.stage === 'wishes' ? 'rank.none-yet' : 'rank.none-why'))}
      />
    )
  }
  if (props.outcomes.size > 0) return <Outcomes {...props} />
  if (!isOpen) {
    return (
      <Notice tone="info" title={t(m(round.stage === 'wishes' ? 'rank.not-yet' : 'rank.over'))} />
    )
  }
  return (
    <Form action={props.action} csrf={frame.csrf}>
      {props.positions.map((position) => (
        <OfPosition key={position.positionId} {...props} position={position} />
      ))}
      <Button>{t(m('rank.save'))}</Button>
    </Form>
  )
}

function OfPosition({
  call,
  position,
  applicants,
  form,
}: RanksProps & { position: RoundPositionRow }) {
  const { t, language } = call
  const own = applicants.filter(({ position_id: id }) => id === position.positionId)
  if (own.length === 0) return null
  const options = [
    ...rankPlaces.map((place) => ({ value: String(place), label: t(m('rank.place', { place })) })),
    { value: 'never', label: t(m('rank.never')) },
  ]
  return (
    <Section
      title={<Local language={language} text={position.titles} />}
      id={`position-${position.positionId}`}
      lead={t(m('rank.places', { count: position.free }))}
    >
      <Stack>
        {own.map((each) => (
          <Card key={each.id} title={displayName(each.name, language)}>
            <p>
              <Local language={language} text={each.home} />
            </p>
            {each.motivation !== '' && (
              <Fold summary={t(m('apply.motivation'))}>
                <Typed>{each.motivation}</Typed>
              </Fold>
            )}
            <Field
              kind="select"
              language={language}
              name={rankField(each.id)}
              label={t(m('rank.choice', { name: displayName(each.name, language) }))}
              required={false}
              options={options}
              value={form.values[rankField(each.id)]}
              error={form.errors[rankField(each.id)]}
            />
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

const outcomeTones: Record<HostOutcome, Tone> = {
  offered: 'done',
  elsewhere: 'neutral',
  'not-taken': 'quiet',
  full: 'quiet',
}

/** What came of the host's own applicants; where else somebody went it does not tell. */
function Outcomes({ call, positions, applicants, outcomes }: RanksProps) {
  const { t, language } = call
  return (
    <>
      {positions.map(({ positionId, titles }) => {
        const own = applicants.filter(
          ({ id, position_id: at }) => at === positionId && outcomes.has(id),
        )
        if (own.length === 0) return null
        return (
          <Section
            key={positionId}
            title={<Local language={language} text={titles} />}
            id={`position-${positionId}`}
          >
            <ul>
              {own.map(({ id, name, state }) => {
                const outcome = outcomes.get(id)!
                return (
                  <li key={id}>
                    {displayName(name, language)}{' '}
                    {outcome === 'offered' ? (
                      <StateTag tone={applicationTones[state]}>
                        {t(m(`application.${state}`))}
                      </StateTag>
                    ) : (
                      <StateTag tone={outcomeTones[outcome]}>{t(m(`outcome.${outcome}`))}</StateTag>
                    )}
                    <p class="quiet">{t(m(`outcome.${outcome}-why`))}</p>
                  </li>
                )
              })}
            </ul>
          </Section>
        )
      })}
    </>
  )
}
