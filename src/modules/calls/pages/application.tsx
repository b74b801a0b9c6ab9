import type { FormState, Scene } from '#kernel/http'
import { formatMoney } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Steps,
  FormAlert,
  Local,
  Paragraphs,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AppealRow } from '../queries/appeals.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { Verdict } from '../rules/eligibility.ts'
import { type Budget, fundAfter } from '../rules/budget.ts'
import { isAnswered, missingQuestions, stepsOf } from '../rules/questions.ts'
import { refereesLacking } from '../rules/references.ts'
import { graceEnd, mayStillFill } from '../rules/timeline.ts'
import { OwnAppeal } from './appeals.tsx'
import { AnswerSections } from './answers.tsx'
import { type AnswerFile, applicationState, ruleText, VerdictList } from './application-words.tsx'
import { stepName } from './call.tsx'
import { OwnReferences, type ShownReference } from './references.tsx'
import { instantOf, localText, reasonMessage } from './scene.tsx'

export interface ApplicationPageProps {
  scene: Scene
  application: ApplicationRow
  verdicts: readonly Verdict[]
  files: ReadonlyMap<string, AnswerFile>
  references: readonly ShownReference[]
  appeal: AppealRow | null
  form: FormState
}

/** The applicant's own application: how far it is, everything that was answered, and what can be done with it. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { scene, application, form } = props
  const { t, href, language } = scene
  const fill = fillOf(props)
  return (
    <Page
      frame={scene.frame}
      title={localText(scene, application.titles)}
      trail={[{ href: href('/calls'), label: t(m('browse.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={<a href={href(`/calls/${application.call_id}`)}>{t(m('own.kind'))}</a>}
        title={<Local language={scene.language} text={application.titles} />}
        detail={
          application.number === null
            ? undefined
            : t(m('own.number', { number: application.number }))
        }
        state={applicationState(scene, application)}
        until={untilOf(props)}
      />
      <Stack gap="wide">
        {fill === 'grace' && (
          <Notice tone="attention">
            {t(m('fill.grace', { at: instantOf(scene, graceEnd(application.closes_at!)) }))}
          </Notice>
        )}
        {application.state === 'submitted' && <Sent {...props} />}
        {fill !== 'no' && <SendForm {...props} />}
        {application.state !== 'withdrawn' && <OwnReferences {...props} isOpen={mayRefer(props)} />}
        {application.state === 'submitted' && <OwnAppeal {...props} />}
        <Answers {...props} />
        {application.state !== 'withdrawn' && <Withdraw {...props} />}
      </Stack>
    </Page>
  )
}

/** Whether the draft may still be filled in. */
function fillOf({ scene, application }: ApplicationPageProps): 'yes' | 'grace' | 'no' {
  if (application.state !== 'draft') return 'no'
  const { call_state: state, opens_at, closes_at, begun_at } = application
  return mayStillFill({ state, opens_at, closes_at }, begun_at, scene.now)
}

/** Whether referees may still be named: as long as the form may be filled in, and then until the decisions are closed. */
function mayRefer(props: ApplicationPageProps): boolean {
  const { application } = props
  return application.state === 'submitted'
    ? application.call_state === 'published'
    : fillOf(props) !== 'no'
}

function untilOf({ scene, application }: ApplicationPageProps): string | undefined {
  if (application.state === 'draft') return instantOf(scene, application.closes_at)
  if (application.state === 'withdrawn') return undefined
  if (application.call_state !== 'told') return instantOf(scene, application.results_at)
  const isOffer = application.outcome === 'accepted' && application.reply === null
  return isOffer ? instantOf(scene, application.reply_due_at) : undefined
}

function Sent(props: ApplicationPageProps) {
  const { scene, application } = props
  const { t } = scene
  if (application.call_state !== 'told' || application.outcome === null) {
    return (
      <Notice
        tone="done"
        title={t(m('sent.title', { at: instantOf(scene, application.submitted_at) }))}
      >
        {t(
          m(application.in_grace ? 'sent.in-grace' : 'sent.next', {
            at: instantOf(scene, application.results_at),
          }),
        )}
      </Notice>
    )
  }
  const destination = application.definition.destinations.find(
    ({ id }) => id === application.destination_id,
  )
  const reason = reasonMessage(application.reason)
  const tone = application.outcome === 'accepted' ? 'done' : 'info'
  return (
    <Section title={t(m('result.title'))} id="result">
      <Notice tone={tone} title={t(m(`result.${application.outcome}`))}>
        {destination && (
          <p>
            <strong>
              <Local language={scene.language} text={destination.name} />
            </strong>
          </p>
        )}
        {destination?.budget && (
          <p>{t(m('budget.yours', { amount: awardText(scene, destination.budget) }))}</p>
        )}
        {application.outcome !== 'accepted' && reason && <p>{t(reason)}</p>}
        <Paragraphs language={scene.language} text={application.reason_note} />
        {application.outcome === 'waiting' && application.waiting_place !== null && (
          <p>{t(m('result.waiting-place', { place: application.waiting_place }))}</p>
        )}
      </Notice>
      {application.outcome === 'accepted' && application.reply === null && <Reply {...props} />}
    </Section>
  )
}

function awardText({ language }: Scene, budget: Budget): string {
  return formatMoney(fundAfter(budget, 0).award, language)
}

function Reply({ scene, application }: ApplicationPageProps) {
  const { t, href, frame, now } = scene
  if (application.reply_due_at !== null && application.reply_due_at <= now) {
    return <p>{t(m('refusal.reply-late'))}</p>
  }
  return (
    <Form action={href(`/applications/${application.id}/reply`)} csrf={frame.csrf}>
      <p>{t(m('reply.lead', { at: instantOf(scene, application.reply_due_at) }))}</p>
      <ButtonGroup>
        <Button name="reply" value="accepted">
          {t(m('reply.accept'))}
        </Button>
        <Button name="reply" value="declined" look="harm">
          {t(m('reply.decline'))}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function SendForm(props: ApplicationPageProps) {
  const { scene, application, verdicts } = props
  const { t, href, frame, language } = scene
  const { definition, answers } = application
  const steps = stepsOf(definition)
  const missing = missingQuestions(definition, answers)
  const failed = verdicts.filter(({ holds }) => holds === false)
  const lacking = refereesLacking(
    definition.references,
    props.references.map(({ reference }) => reference),
  )
  const first = steps.findIndex(({ questions }) => questions.some((each) => missing.includes(each)))
  return (
    <Section
      title={t(m('fill.steps'))}
      id="steps"
      lead={t(m('fill.saved', { at: instantOf(scene, application.saved_at) }))}
    >
      <Steps
        language={language}
        label={t(m('fill.steps'))}
        steps={steps.map(({ title, questions }, place) => {
          const lacks = questions.filter((each) => missing.includes(each)).length
          const given = questions.filter(({ id }) => isAnswered(answers[id])).length
          return {
            label: stepName(scene, title, place),
            href: href(`/applications/${application.id}/steps/${place + 1}`),
            state: lacks === 0 && given > 0 ? 'done' : place === first ? 'current' : 'later',
            detail: lacks === 0 ? undefined : t(m('fill.lacks', { count: lacks })),
          }
        })}
      />
      {failed.length > 0 && (
        <Notice tone="harm" title={t(m('fill.not-eligible'))}>
          <ul>
            {failed.map(({ rule }, index) => (
              <li key={index}>{ruleText(scene, rule, definition)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length > 0 ? (
        <ButtonGroup>
          <ButtonLink
            href={href(`/applications/${application.id}/steps/${Math.max(first, 0) + 1}`)}
          >
            {t(m('fill.go-on'))}
          </ButtonLink>
        </ButtonGroup>
      ) : (
        failed.length === 0 &&
        (lacking > 0 ? (
          <Notice tone="attention">{t(m('refusal.referees-missing', { count: lacking }))}</Notice>
        ) : (
          <Form action={href(`/applications/${application.id}/submission`)} csrf={frame.csrf}>
            <p>{t(m('fill.check'))}</p>
            <ButtonGroup>
              <Button>{t(m('fill.send'))}</Button>
            </ButtonGroup>
          </Form>
        ))
      )}
    </Section>
  )
}

/** Everything that was answered, and which conditions it meets. */
export function Answers({
  scene,
  application,
  verdicts,
  files,
}: Omit<ApplicationPageProps, 'form' | 'references' | 'appeal'>) {
  const { definition, answers } = application
  return (
    <AnswerSections scene={scene} definition={definition} answers={answers} files={files}>
      {verdicts.length > 0 && (
        <Section level={3} title={scene.t(m('call.who'))} id="verdicts">
          <VerdictList scene={scene} verdicts={verdicts} definition={definition} />
        </Section>
      )}
    </AnswerSections>
  )
}

function Withdraw({ scene, application }: ApplicationPageProps) {
  const { t, href, frame } = scene
  return (
    <Fold summary={t(m('withdraw.title'))}>
      <Form action={href(`/applications/${application.id}/withdrawal`)} csrf={frame.csrf}>
        <p>{t(m(application.state === 'draft' ? 'withdraw.draft' : 'withdraw.sent'))}</p>
        <ButtonGroup>
          <Button look="harm">{t(m('withdraw.do'))}</Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}
