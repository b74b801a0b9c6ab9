import type { Call } from '#kernel/http'
import { displayName, languages, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'
import { evidenceKinds } from '../schema-evidence.ts'
import { ContactFields } from './contact-fields.tsx'

/** What the form for a request shows. */
export interface NewEvidencePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  /** The lines about which the reader may ask. */
  lines: readonly CaseLine[]
  /** Whether they may ask about the transcript as a whole. */
  ofWhole: boolean
  values: Readonly<Record<string, string>>
  /** Whether the time for the case stands still meanwhile. */
  pauses: boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Asks for evidence: what, about which course, of whom, until when, with words of one's own. */
export function NewEvidencePage(props: NewEvidencePageProps) {
  const { call, found, refusal, values } = props
  const { t, language, href } = call
  const title = t(m('evidence.new'))
  const path = `/recognition/cases/${found.id}`
  const student = displayName(found.student, language)
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        { href: href('/recognition/cases'), label: t(m('page.cases.title')) },
        { href: href(path), label: `${found.number} ${student}` },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('evidence.new-lead'))}>
          {title}
        </Heading>
        <Form action={href(`${path}/evidence`)} csrf={call.frame.csrf}>
          <What {...props} />
          <About {...props} />
          <Of {...props} />
          <Field
            kind="textarea"
            language={language}
            name="words"
            rows={3}
            maxlength={4000}
            required={false}
            label={t(m('evidence.own-words'))}
            hint={t(m('evidence.own-words-hint'))}
            value={values['words']}
            error={refusal?.fields['words']}
          />
          <Field
            kind="date"
            language={language}
            name="dueOn"
            width="short"
            label={t(m('evidence.due'))}
            value={values['dueOn']}
            error={refusal?.fields['dueOn']}
          />
          {props.pauses && <Notice tone="info">{t(m('evidence.pauses'))}</Notice>}
          <ButtonGroup>
            <Button>{t(m('evidence.ask-button'))}</Button>
            <ButtonLink look="quiet" href={href(path)}>
              {t(m('correction.back'))}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </Stack>
    </Page>
  )
}

function What({ call, values, refusal }: NewEvidencePageProps) {
  const { t, language } = call
  return (
    <Field
      kind="radio"
      language={language}
      name="kind"
      label={t(m('evidence.what'))}
      value={values['kind'] || 'syllabus'}
      error={refusal?.fields['kind']}
      options={evidenceKinds.map((kind) => ({
        value: kind,
        label: t(m(`evidence.kind.${kind}`)),
      }))}
    />
  )
}

function Of({ call, found, values, refusal }: NewEvidencePageProps) {
  const { t, language } = call
  const student = displayName(found.student, language)
  const host = localised(found.host_names, language).text
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="of"
        label={t(m('evidence.of'))}
        value={values['of'] || 'student'}
        error={refusal?.fields['of']}
        options={[
          { value: 'student', label: t(m('evidence.of.student', { student })) },
          {
            value: 'host',
            label: t(m('evidence.of.host', { host })),
            hint: t(m('evidence.of.host-hint')),
          },
        ]}
      />
      <ContactFields
        call={call}
        values={values}
        refusal={refusal}
        languages={languages}
        required={false}
      />
    </>
  )
}

function About({ call, lines, ofWhole, values, refusal }: NewEvidencePageProps) {
  const { t, language } = call
  return (
    <Field
      kind="select"
      language={language}
      name="line"
      label={t(m('talk.about'))}
      value={values['line']}
      error={refusal?.fields['line']}
      noEmpty
      options={[
        ...(ofWhole ? [{ value: '', label: t(m('evidence.whole-transcript')) }] : []),
        ...lines.map((line) => ({
          value: line.id,
          label: t(m('talk.about-line', { line: line.position + 1, code: line.code })),
        })),
      ]}
    />
  )
}
