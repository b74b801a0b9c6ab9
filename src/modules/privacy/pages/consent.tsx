import type { FormState, Scene } from '#kernel/http'
import { formatInstant, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  Field,
  Fold,
  Form,
  Notice,
  Section,
  Stack,
  Timeline,
} from '#ui'
import { type FieldGroup, fieldGroups } from '../consent-schema.ts'
import { m } from '../messages/index.ts'
import type { AskedConsent, ConsentRow, ConsentStep } from '../queries/consents.ts'
import { groupWords } from '../rules/notice.ts'
import type { ShownNotice } from '../service/consent-text.ts'
import type { Care } from '../service/guardians.ts'
import { isGivable, isWithdrawable } from '../service/consents.ts'
import { CareFields } from './guardian.tsx'
import { NoticeItems } from './notice-items.tsx'
import { ConsentTag, groupList, withdrawalPath } from './consents.tsx'
import { AccountPage, Paragraphs } from './scene.tsx'

interface ConsentPageProps {
  scene: Scene
  asked: AskedConsent
  notice: ShownNotice
  steps: readonly ConsentStep[]
  form: FormState
  /** Whether a guardian has to sign beside. */
  care: Care
  /** What was ticked in a form that came back. */
  ticked: readonly string[]
}

/** One request: everything that has to be told, one tick for each kind of data, and what was answered. */
export function ConsentPage(props: ConsentPageProps) {
  const { scene, asked, notice, form } = props
  const { t, href, language } = scene
  const { request, rows } = asked
  const names = {
    exporter: localised(request.exporter, language).text,
    recipient: localised(request.recipient, language).text,
  }
  const isEnded = request.ended_at !== null
  return (
    <AccountPage
      scene={scene}
      title={t(m('consent.page-title', names))}
      form={form}
      within={{ href: href('/account/consents'), label: t(m('consent.title')) }}
    >
      {isEnded && <Notice tone="info" title={t(m('consent.ended'))} />}
      <NoticeItems t={t} items={notice.items} />
      {!isEnded && rows.some(({ state }) => isGivable(state)) && <AnswerForm {...props} />}
      {rows.some(({ state }) => state !== 'asked') && <Answered {...props} />}
      <History scene={scene} steps={props.steps} />
    </AccountPage>
  )
}

function AnswerForm(props: ConsentPageProps) {
  const { scene, asked, notice, form, ticked } = props
  const { t, href, frame, language } = scene
  const { request, rows } = asked
  const givable = rows.filter(({ state }) => isGivable(state))
  return (
    <Form
      action={href(`/account/consents/${request.id}/answer`)}
      csrf={frame.csrf}
      hidden={{ shown: notice.sha256 }}
    >
      <Field
        language={language}
        kind="checkboxes"
        name="groups"
        label={t(m('consent.which'))}
        hint={t(m('consent.which-hint'))}
        value={ticked}
        error={form.errors['groups']}
        options={givable.map((row) => ({
          value: row.field_group,
          label: t(groupWords({ group: row.field_group, isSensitive: row.is_sensitive })),
        }))}
      />
      <CareFields t={t} language={language} care={props.care} form={form} />
      <ButtonGroup>
        <Button name="answer" value="give">
          {t(m('consent.give'))}
        </Button>
        {rows.some(({ state }) => state === 'asked') && (
          <Button look="secondary" name="answer" value="decline">
            {t(m('consent.decline'))}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

function Answered({ scene, asked }: ConsentPageProps) {
  const { t, href } = scene
  const act = (row: ConsentRow) => (
    <a
      href={href(withdrawalPath(row))}
      aria-label={t(m('consent.take-back-of', { group: m(`group.${row.field_group}`) }))}
    >
      {t(m('consent.take-back'))}
    </a>
  )
  return (
    <Section title={t(m('consent.rows'))} id="rows">
      <DescriptionList
        items={asked.rows.map((row) => ({
          term: t(m(`group.${row.field_group}`)),
          value: <ConsentTag scene={scene} state={row.state} />,
          ...(isWithdrawable(row.state) && asked.request.ended_at === null
            ? { action: act(row) }
            : {}),
        }))}
      />
    </Section>
  )
}

function History({ scene, steps }: { scene: Scene; steps: readonly ConsentStep[] }) {
  const { t, language, timeZone } = scene
  const shown = [
    ...new Map(steps.flatMap((step) => (step.body ? [[step.sha256, step]] : []))).values(),
  ]
  return (
    <Section title={t(m('consent.history'))} id="history">
      <Stack>
        <Timeline
          label={t(m('consent.history'))}
          entries={stepsTogether(steps).map(([step, groups]) => ({
            at: step.at.toISOString(),
            when: formatInstant(step.at, timeZone, language),
            what: t(m(`consent.event.${step.kind}`, { group: groupList(scene, groups) })),
          }))}
        />
        {shown.map((step) => (
          <Fold key={step.sha256} summary={t(m('consent.words-shown'))}>
            <div lang={step.language ?? undefined}>
              <Paragraphs text={step.body ?? ''} />
            </div>
            <p class="quiet">
              {t(m('consent.words-proof', { version: step.version ?? 0, hash: step.sha256 ?? '' }))}
            </p>
          </Fold>
        ))}
      </Stack>
    </Section>
  )
}

/** Steps of one kind that were taken at one moment are one line. */
function stepsTogether(steps: readonly ConsentStep[]): [ConsentStep, FieldGroup[]][] {
  const together = Map.groupBy(steps, ({ at, kind }) => `${at.getTime()} ${kind}`)
  return [...together.values()].map((same) => [
    same[0]!,
    fieldGroups.filter((group) => same.some(({ field_group }) => field_group === group)),
  ])
}

interface WithdrawalProps {
  scene: Scene
  asked: AskedConsent
  row: ConsentRow
  form: FormState
}

/** What taking one consent back means, said before it is done. */
export function WithdrawalPage({ scene, asked, row, form }: WithdrawalProps) {
  const { t, href, frame, language } = scene
  const { request } = asked
  const exporter = localised(request.exporter, language).text
  const recipient = localised(request.recipient, language).text
  const group = m(`group.${row.field_group}`)
  const back = `/account/consents/${request.id}`
  return (
    <AccountPage
      scene={scene}
      title={t(m('consent.take-back-title'))}
      form={form}
      within={{ href: href('/account/consents'), label: t(m('consent.title')) }}
    >
      <p>
        {t(
          m('consent.take-back-means', {
            exporter,
            recipient,
            group,
            purpose: m(`purpose.${request.purpose}`),
          }),
        )}
      </p>
      <p>{t(m('consent.take-back-sent', { recipient, contact: request.contact }))}</p>
      <p>{t(m('consent.take-back-other'))}</p>
      <Form action={href(withdrawalPath(row))} csrf={frame.csrf}>
        <ButtonGroup>
          {isWithdrawable(row.state) && <Button>{t(m('consent.take-back-do'))}</Button>}
          <ButtonLink look="secondary" href={href(back)}>
            {t(m('consent.keep'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </AccountPage>
  )
}
