import type { FormState } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { countryName, displayName, formatNumber, localised, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Field,
  Fold,
  Form,
  FormAlert,
  Local,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PositionRow } from '../queries/positions.ts'
import type { RoundRow, WishRow } from '../queries/rounds.ts'
import { mostWishes } from '../rules/round.ts'
import type { Reason, ResultLine } from '../service/round-results.ts'
import { wishField } from '../service/wishes.ts'
import { publicStage, RoundSteps, roundTones, stageUntil } from './round.tsx'
import {
  applicationTones,
  base,
  languageText,
  type PageCall,
  periodText,
  placeText,
  stipendText,
} from './scene.tsx'

interface WishesPageProps {
  call: PageCall
  round: RoundRow
  positions: readonly PositionRow[]
  /** Where the reader studies; null for whoever is no student. */
  home: { country: string } | null
  permissions: ReadonlyMap<string, 'yes' | 'conditions' | 'unknown' | 'no'>
  own: readonly WishRow[]
  name: PersonName | null
  /** What the latest run that was told gave the reader. */
  result: { line: ResultLine; reasons: readonly Reason[] } | null
  form: FormState
}

/** A student's wishes on a phone: one card a position with one choice; later what was said, and what came of it. */
export function WishesPage(props: WishesPageProps) {
  const { call, round, form } = props
  const { t, href, language } = call
  const stage = publicStage(round)
  const stageOfOwn = props.own.length > 0 || stage !== 'wishes' ? stage : 'wishes'
  return (
    <Page
      frame={call.frame}
      title={t(m('wish.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/rounds/${round.id}`),
          label: localised(round.titles, language).text,
        },
      ]}
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('wish.title'))}
        title={<Local language={language} text={round.titles} />}
        detail={<Local language={language} text={round.office} />}
        state={{ tone: roundTones[stage], label: t(m(`round-state.${stage}`)) }}
        next={t(m(`wish-next.${stageOfOwn}`))}
        until={stageUntil(round, call)}
      />
      <Stack gap="wide">
        <RoundSteps call={call} round={round} />
        {props.result && <Result {...props} result={props.result} />}
        {stage === 'wishes' ? <Wishes {...props} /> : <Said {...props} />}
      </Stack>
    </Page>
  )
}

function Wishes(props: WishesPageProps) {
  const { call, round, positions, home, form } = props
  const { t, language, href, frame } = call
  if (!home) return <EmptyState title={t(m('wish.no-student'))} why={t(m('refusal.no-student'))} />
  const countries = [...new Set(positions.map(({ country }) => country))].filter(
    (country) => country !== home.country,
  )
  return (
    <Form action={href(`${base}/rounds/${round.id}/wishes`)} csrf={frame.csrf}>
      <Section
        title={t(m('wish.choose'))}
        id="wishes"
        lead={t(m('wish.lead', { most: formatNumber(mostWishes, language) }))}
      >
        <Stack>
          {positions.map((position) => (
            <Wish key={position.id} {...props} position={position} />
          ))}
        </Stack>
      </Section>
      <Field
        kind="textarea"
        language={language}
        name="motivation"
        label={t(m('wish.motivation'))}
        hint={t(m('wish.motivation-hint'))}
        rows={6}
        maxlength={4000}
        value={form.values['motivation']}
        error={form.errors['motivation']}
      />
      {countries.length > 0 && (
        <Field
          kind="checkboxes"
          language={language}
          name="enrolledIn"
          label={t(m('wish.enrolled'))}
          hint={t(m('apply.enrolled-hint'))}
          required={false}
          value={(form.values['enrolledIn'] ?? '').split(' ')}
          options={countries.map((country) => ({
            value: country,
            label: countryName(country, language),
          }))}
        />
      )}
      <Button>{t(m('wish.save'))}</Button>
    </Form>
  )
}

function Wish({ call, position, permissions, form }: WishesPageProps & { position: PositionRow }) {
  const { t, language, href } = call
  const permission = permissions.get(position.id)
  const name = wishField(position.id)
  const title = localised(position.titles, language).text
  return (
    <Card
      band={position.hostId}
      title={<Local language={language} text={position.titles} />}
      kicker={
        <span>
          <Typed>{position.host}</Typed>
          {` · ${placeText(position, call)}`}
        </span>
      }
      meta={
        permission && (
          <StateTag tone={permission === 'no' ? 'harm' : 'info'}>
            {t(m(`permission.${permission}`))}
          </StateTag>
        )
      }
    >
      <p>{[periodText(position, call), stipendText(position, call)].join(' · ')}</p>
      <Fold summary={t(m('wish.more'))}>
        <p>{localised(position.descriptions, language).text}</p>
        <p>{languageText(position, language)}</p>
        <p>
          <a href={href(`${base}/positions/${position.id}`)}>{t(m('application.to-position'))}</a>
        </p>
      </Fold>
      {permission !== 'no' && (
        <Field
          kind="select"
          language={language}
          name={name}
          label={t(m('wish.choice', { title }))}
          required={false}
          options={Array.from({ length: mostWishes }, (_, at) => ({
            value: String(at + 1),
            label: t(m('wish.place', { place: at + 1 })),
          }))}
          value={form.values[name]}
          error={form.errors[name]}
        />
      )}
    </Card>
  )
}

/** What was said, once it cannot be changed; each wish leads to its application. */
function Said({ call, own, positions }: WishesPageProps) {
  const { t, href, language } = call
  if (own.length === 0) {
    return <EmptyState title={t(m('wish.none'))} why={t(m('wish.none-why'))} />
  }
  const titles = new Map(positions.map(({ id, titles: all, host }) => [id, { all, host }]))
  return (
    <Section title={t(m('wish.said'))} id="wishes">
      <ol>
        {own.map(({ id, position_id: positionId, state }, at) => (
          <li key={id}>
            {t(m('wish.place', { place: at + 1 }))}
            {' · '}
            <a href={href(`${base}/applications/${id}`)}>
              <Local language={language} text={titles.get(positionId)?.all ?? {}} />
            </a>
            {' · '}
            <Typed>{titles.get(positionId)?.host ?? ''}</Typed>{' '}
            <StateTag tone={applicationTones[state]}>{t(m(`application.${state}`))}</StateTag>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Result({
  call,
  own,
  name,
  result,
}: WishesPageProps & { result: NonNullable<WishesPageProps['result']> }) {
  const { t, href, language } = call
  const { line, reasons } = result
  const application = own.find(
    ({ position_id: id, state }) =>
      id === line.positionId && state !== 'withdrawn' && state !== 'refused',
  )
  const isOpen = application?.state === 'offered'
  const who = name ? displayName(name, language) : ''
  return (
    <>
      <Notice
        tone={line.wish === null ? 'info' : 'done'}
        title={line.wish === null ? t(m('wish.got-none')) : t(m('wish.got', { place: line.wish }))}
        action={
          application && (
            <ButtonLink href={href(`${base}/applications/${application.id}`)}>
              {t(m(isOpen ? 'wish.answer' : 'wish.see'))}
            </ButtonLink>
          )
        }
      >
        {line.wish === null ? t(m('wish.got-none-why')) : null}
      </Notice>
      <Reasons call={call} reasons={reasons} who={who} />
    </>
  )
}

/** Why this place, and why none of those wished for more: the certificate's answers, with names in them. */
export function Reasons({
  call,
  reasons,
  who,
}: {
  call: PageCall
  reasons: readonly Reason[]
  who: string
}) {
  const { t, language } = call
  if (reasons.length === 0) return null
  return (
    <Section title={t(m('wish.why'))} id="why" lead={t(m('wish.why-lead'))}>
      <ol class="stack">
        {reasons.map(({ positionId, titles, host, why }) => (
          <li key={positionId}>
            <Local language={language} text={titles} /> · <Typed>{host}</Typed>
            {why.map((line, at) => (
              <p key={at} class="quiet">
                {t(named(line, { applicant: who, place: host }))}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function named(line: Message, names: { applicant: string; place: string }): Message {
  const args = Object.fromEntries(
    Object.entries(line.args ?? {}).map(([key, value]) => [
      key,
      key === 'applicant' || key === 'place' ? names[key] : value,
    ]),
  )
  return { ...line, args } as Message
}
