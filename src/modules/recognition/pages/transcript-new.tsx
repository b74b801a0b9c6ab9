import type { Call } from '#kernel/http'
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  Heading,
  Page,
  type StagedFile,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ListedDraft } from '../queries/drafts.ts'
import { UnfinishedDrafts } from './unfinished-drafts.tsx'

/** What the form for a new transcript offers and what was typed into it. */
export interface NewTranscriptProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  enrolments: readonly { value: string; label: string }[]
  hosts: readonly { value: string; label: string }[]
  /** Set where there are more students than a list can offer, or they were searched for. */
  search: { value: string; hasMore: boolean } | null
  values: Record<string, string>
  staged: readonly StagedFile[]
  maxBytes: number
  mayList: boolean
  /** What the reader began before and has not finished. */
  drafts: readonly ListedDraft[]
  refusal: { message: string; fields: Record<string, string>; remarks: readonly string[] } | null
}

/** Where a transcript comes in: whose, from where, and the file, the pasted rows, or by hand. */
export function NewTranscriptPage(props: NewTranscriptProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('page.new.title'))}
      trail={
        props.mayList ? [{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }] : []
      }
      alert={
        refusal && (
          <>
            <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
            {refusal.remarks.length > 0 && (
              <ul>
                {refusal.remarks.map((remark, place) => (
                  <li key={place}>{remark}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('page.new.lead'))}
          actions={
            <ButtonLink look="secondary" href={href('/recognition/emrex')}>
              {t(m('emrex.link'))}
            </ButtonLink>
          }
        >
          {t(m('page.new.title'))}
        </Heading>
        {props.search && <StudentSearch {...props} search={props.search} />}
        {props.enrolments.length === 0 ? <NoStudents {...props} /> : <SourceForm {...props} />}
        <UnfinishedDrafts call={call} drafts={props.drafts} />
      </Stack>
    </Page>
  )
}

/** The search for a student, where there are more than a list can offer. */
export function StudentSearch({
  call,
  path = '/recognition/transcripts/new',
  search,
  values,
}: Pick<NewTranscriptProps, 'call' | 'values'> & {
  path?: string
  search: { value: string; hasMore: boolean }
}) {
  const { t, language, href } = call
  return (
    <Stack gap="tight">
      <FilterBar
        language={language}
        action={href(path)}
        search={{ name: 'student', value: search.value, label: t(m('page.new.search')) }}
        hidden={values['host'] ? { host: values['host'] } : {}}
      />
      {search.hasMore && <p class="quiet">{t(m('page.new.more-students'))}</p>}
    </Stack>
  )
}

function NoStudents({ call, search }: NewTranscriptProps) {
  const { t } = call
  return search ? (
    <EmptyState title={t(m('page.new.none-found'))} why={t(m('page.cases.none-found-why'))} />
  ) : (
    <EmptyState title={t(m('page.new.no-students'))} why={t(m('page.new.no-students-why'))} />
  )
}

function SourceForm(props: NewTranscriptProps) {
  const { call, values, refusal } = props
  const { t, language, href } = call
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form action={href('/recognition/transcripts')} csrf={call.frame.csrf} files>
      <Field
        kind="select"
        language={language}
        name="enrolment"
        label={t(m('page.new.student'))}
        hint={t(m('page.new.student-hint'))}
        value={values['enrolment']}
        options={props.enrolments}
        noEmpty={props.enrolments.length === 1}
        required
        error={error('enrolment')}
      />
      <Field
        kind="select"
        language={language}
        name="host"
        label={t(m('page.new.host'))}
        value={values['host']}
        options={[...props.hosts, { value: 'none', label: t(m('issuer.none-of-these')) }]}
        hint={t(m('issuer.none-of-these-hint'))}
        required
        error={error('host')}
      />
      <Field
        kind="file"
        language={language}
        name="file"
        label={t(m('page.new.file'))}
        hint={t(m('page.new.file-hint'))}
        accept=".xml,.elmo,.xlsx,.csv,.tsv,.txt,.pdf,.jpg,.jpeg,.png,.webp,.gz"
        staged={props.staged}
        maxBytes={props.maxBytes}
        error={error('file')}
      />
      <Field
        kind="textarea"
        language={language}
        name="paste"
        rows={5}
        pasteTable
        label={t(m('page.new.paste'))}
        hint={t(m('page.new.paste-hint'))}
        value={values['paste']}
        error={error('paste')}
      />
      <Field
        kind="checkbox"
        language={language}
        name="hand"
        label={t(m('page.new.hand'))}
        checked={values['hand'] === '1'}
        value="1"
      />
      <Button>{t(m('page.new.submit'))}</Button>
    </Form>
  )
}
