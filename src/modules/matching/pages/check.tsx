import { dateInZone, formatDate, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  PublicShell,
  Section,
  Typed,
} from '#ui'
import type { Checked } from '../aside/round-tasks.ts'
import { m } from '../messages/index.ts'
import type { RunRow } from '../queries/runs.ts'
import { isCertified } from '../rules/round-methods.ts'
import { MentorFigures, MentorKeyFigures } from './mentor-figures.tsx'
import { wordOf } from './round-words.ts'
import { drawnFor } from './run.tsx'
import { ChoiceFigures, KeyFigures, SeatFigures } from './run-figures.tsx'
import { NothingPromised } from './nothing-promised.tsx'
import { Proof } from './run-proof.tsx'
import { base, type PageCall } from './words.ts'

/** What the public page shows: a form, and after a file what was found in it. */
export interface CheckPageProps {
  call: PageCall
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  checked: { name: string; found: Checked } | null
}

/** Where anybody has a certificate checked, without an account. */
export function CheckPage({ call, values, refusal, checked }: CheckPageProps) {
  const { t, language, href } = call
  return (
    <PublicShell
      frame={call.frame}
      title={t(m('check.title'))}
      description={t(m('check.lead'))}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('check.lead'))}>
        {t(m('check.title'))}
      </Heading>
      {checked && <Found call={call} {...checked} />}
      <Form action={href(`${base}/check`)} csrf={call.frame.csrf} files>
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('check.file'))}
          hint={t(m('check.file-hint'))}
          accept=".json,application/json"
          error={refusal?.fields['file']}
          required={false}
        />
        <Field
          kind="textarea"
          language={language}
          name="text"
          label={t(m('check.paste'))}
          rows={4}
          value={values['text']}
          error={refusal?.fields['text']}
          required={false}
        />
        <Field
          kind="text"
          language={language}
          name="code"
          label={t(m('check.code'))}
          hint={t(m('check.code-hint'))}
          value={values['code']}
          width="short"
          maxlength={20}
          error={refusal?.fields['code']}
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('check.submit'))}</Button>
        </ButtonGroup>
      </Form>
      <p class="quiet">{t(m('check.kept'))}</p>
    </PublicShell>
  )
}

function Found({ call, name, found }: { call: PageCall; name: string; found: Checked }) {
  const { t } = call
  if (!found.shape) return <Notice tone="harm" title={t(m('verify.shape'))} live />
  const [first, ...rest] = found.says
  const isTold = found.method !== null && !isCertified(found.method)
  if (!found.proved) return <Notice tone="harm" title={first ? t(first) : ''} live />
  return (
    <>
      <Notice
        tone={isTold ? 'attention' : 'done'}
        title={t(m(isTold ? 'check.told' : 'check.proved'))}
        live
      >
        {first && t(first)}
      </Notice>
      {isTold && <NothingPromised call={call} />}
      {found.summary?.mentors && <MentorKeyFigures call={call} summary={found.summary} />}
      {found.summary?.mentors && <MentorFigures call={call} summary={found.summary} />}
      {found.summary && !found.summary.mentors && (
        <>
          <KeyFigures call={call} summary={found.summary} />
          <ChoiceFigures call={call} summary={found.summary} />
        </>
      )}
      <Proof
        call={call}
        method={found.method}
        says={rest}
        sha256={found.sha256}
        seed={found.seed}
        commitment={null}
        file={name}
      />
    </>
  )
}

/** A published run: what was proved, checked again at this moment, and the way to one's own result. */
export function PublishedPage({
  call,
  run,
  found,
  refusal,
  code,
}: {
  call: PageCall
  run: RunRow
  found: Checked
  refusal: { message: string; fields: Record<string, string> } | null
  code: string
}) {
  const { t, language, href } = call
  const here = href(`${base}/published/${run.code}`)
  const isProved = found.shape && found.proved
  return (
    <PublicShell
      frame={call.frame}
      title={run.roundName}
      trail={[{ href: href(`${base}/check`), label: t(m('check.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <PublishedHeading call={call} run={run} here={here} />
      <p>{t(m('method.line', { method: t(m(`method.name.${run.method}`)) }))}</p>
      <Verdict call={call} run={run} isProved={isProved} />
      <OwnResult
        call={call}
        run={run}
        here={here}
        code={code}
        error={refusal?.fields['applicant']}
      />
      {run.summary?.mentors && (
        <>
          <Section title={t(m('run.view.overview'))} id="figures">
            <MentorKeyFigures call={call} summary={run.summary} />
          </Section>
          <MentorFigures call={call} summary={run.summary} />
        </>
      )}
      {run.summary && !run.summary.mentors && (
        <>
          <Section title={t(m('run.view.overview'))} id="figures">
            <KeyFigures call={call} summary={run.summary} />
          </Section>
          {/* A country with one applicant would name somebody: these figures stay with the institution. */}
          <ChoiceFigures call={call} summary={{ ...run.summary, byCountry: [] }} />
          <SeatFigures call={call} summary={run.summary} />
        </>
      )}
      <Proof
        call={call}
        method={run.method}
        says={found.shape ? found.says : []}
        sha256={run.inputs_sha256}
        {...drawnFor(run, language)}
        file={`matching-${run.code}.json`}
      />
    </PublicShell>
  )
}

/** What the check of this moment found, and where nothing is certified, what that does not say. */
function Verdict({ call, run, isProved }: { call: PageCall; run: RunRow; isProved: boolean }) {
  const { t } = call
  if (!isProved) return <Notice tone="harm" title={t(m('published.wrong'))} />
  if (isCertified(run.method)) return <Notice tone="done" title={t(m('published.checked'))} />
  return (
    <>
      <Notice tone="attention" title={t(m('published.told'))} />
      <NothingPromised call={call} />
    </>
  )
}

/** Where an applicant of a published run finds the own result by the code. */
function OwnResult({
  call,
  run,
  here,
  code,
  error,
}: {
  call: PageCall
  run: RunRow
  here: string
  code: string
  error: string | undefined
}) {
  const { t, language } = call
  return (
    <Section
      title={t(m('published.own'))}
      id="own"
      lead={t(m(wordOf(run.method, 'published.own-lead')))}
    >
      <form action={here} method="get" class="form">
        <Field
          kind="text"
          language={language}
          name="applicant"
          label={t(m('applicants.code'))}
          value={code}
          placeholder="XXXX-XXXX-XXXX"
          width="short"
          maxlength={40}
          error={error}
        />
        <Button>{t(m('published.show'))}</Button>
      </form>
    </Section>
  )
}

function PublishedHeading({ call, run, here }: { call: PageCall; run: RunRow; here: string }) {
  const { t, language } = call
  return (
    <Heading
      level={1}
      kicker={`${localised(run.organisationNames, language).text} · ${t(m('run.title', { number: run.number }))}`}
      lead={t(
        m('published.lead', {
          date: formatDate(dateInZone(run.published_at!, 'Asia/Bangkok'), language),
        }),
      )}
      actions={
        <ButtonLink href={`${here}/certificate`} look="secondary" icon="download" download>
          {t(m('run.certificate'))}
        </ButtonLink>
      }
    >
      <Typed>{run.roundName}</Typed>
    </Heading>
  )
}
