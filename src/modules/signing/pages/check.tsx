import { grouped } from '#kernel/documents'
import { sizeText } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { formatInstant, localised } from '#kernel/values'
import {
  Button,
  DescriptionList,
  Field,
  Form,
  Heading,
  Notice,
  type NoticeTone,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CheckedVersion } from '../queries/evidence.ts'
import { Capacity, type PageCall } from './words.tsx'

/** What a check came to. */
export type CheckOutcome =
  | { kind: 'none' | 'nothing-given' | 'no-code' | 'unknown-code' | 'unknown-file' | 'altered' }
  | { kind: 'found'; found: CheckedVersion; by: 'code' | 'pdf' | 'evidence' }

interface CheckPageProps {
  call: PageCall
  outcome: CheckOutcome
  code: string
  maxBytes: number
}

/** Whether a document is genuine and still counts, for whoever holds it; no name and no title is told. */
export function CheckPage({ call, outcome, code, maxBytes }: CheckPageProps) {
  const { t, href, language, frame } = call
  const title = t(m('check.title'))
  return (
    <SingleActShell frame={frame} title={title}>
      <Stack gap="wide">
        <Heading level={1} lead={outcome.kind === 'found' ? undefined : t(m('check.lead'))}>
          {title}
        </Heading>
        <Verdict call={call} outcome={outcome} />
        {outcome.kind === 'found' && <Recorded call={call} found={outcome.found} />}
        <Form action={href('/document-checks')} csrf={frame.csrf} files>
          <Field
            kind="file"
            language={language}
            name="file"
            label={t(m('check.file'))}
            hint={t(m('check.file-hint', { size: sizeText(maxBytes) }))}
            accept=".pdf"
            maxBytes={maxBytes}
            required={false}
          />
          <Field
            kind="text"
            language={language}
            name="code"
            width="medium"
            label={t(m('check.code'))}
            hint={t(m('check.code-hint'))}
            value={code}
            autocomplete="off"
            required={false}
          />
          <Button>{t(m('check.do'))}</Button>
        </Form>
      </Stack>
    </SingleActShell>
  )
}

function Verdict({ call: { t }, outcome }: Pick<CheckPageProps, 'call' | 'outcome'>) {
  if (outcome.kind === 'none') return null
  if (outcome.kind !== 'found') {
    const tone: NoticeTone =
      outcome.kind === 'altered' || outcome.kind.startsWith('unknown') ? 'harm' : 'attention'
    return (
      <Notice tone={tone} title={t(m(`check.${outcome.kind}`))} live>
        {t(m(`check.${outcome.kind}-why`))}
      </Notice>
    )
  }
  const standing = standingOf(outcome.found)
  return (
    <Notice
      tone={standing === 'valid' ? 'done' : standing === 'open' ? 'info' : 'attention'}
      title={t(m(`check.${standing}`))}
      live
    >
      {t(m(`check.by-${outcome.by}`))}
    </Notice>
  )
}

/** How a version stands now: it counts, is not signed by all yet, or counts no more and why. */
export function standingOf(
  found: Pick<CheckedVersion, 'inForce' | 'version' | 'ends'>,
): 'valid' | 'open' | 'superseded' | 'withdrawn' | 'refused' | 'expired' {
  if (found.inForce === found.version) return 'valid'
  const last = found.ends.at(-1)?.how
  if (last === 'superseded' || last === 'withdrawn' || last === 'refused' || last === 'expired') {
    return last
  }
  return 'open'
}

function Recorded({ call, found }: { call: PageCall; found: CheckedVersion }) {
  const { t, language } = call
  const at = (date: Date) => formatInstant(date, found.timeZone, language)
  const signed = found.ends.find(({ how }) => how === 'signed')
  return (
    <Section title={t(m('check.recorded'))} id="recorded">
      <DescriptionList
        items={[
          { term: t(m('documents.keeper')), value: localised(found.keeper, language).text },
          { term: t(m('evidence.version')), value: found.version },
          ...(signed ? [{ term: t(m('check.signed-on')), value: at(signed.at) }] : []),
          { term: t(m('what.hash')), value: <code>{grouped(found.sha256)}</code> },
        ]}
      />
      <ul>
        {found.answers.map((answer, index) => (
          <li key={index}>
            <Capacity t={t} language={language} step={answer} />
            {': '}
            {t(answerWords(answer))}
            {answer.at && ` · ${at(answer.at)}`}
          </li>
        ))}
      </ul>
      <p class="quiet">{t(m('claim'))}</p>
    </Section>
  )
}

function answerWords({ answer }: CheckedVersion['answers'][number]): Message {
  if (answer === 'signed') return m('step.signed')
  if (answer === 'approved') return m('step.approved')
  return m(answer === 'refused' ? 'step.refused' : 'check.not-answered')
}
