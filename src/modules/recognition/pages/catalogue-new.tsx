import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  type StagedFile,
} from '#ui'
import { m } from '../messages/index.ts'

/** What the form for a catalogue's file shows. */
export interface NewCataloguePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  organisations: readonly Option[]
  values: Readonly<Record<string, string>>
  staged: readonly StagedFile[]
  maxBytes: number
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/catalogues'

/** Bringing in a catalogue's file, or its rows by paste. */
export function NewCataloguePage(props: NewCataloguePageProps) {
  const { call, refusal, values } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('catalogue.upload.title'))}
      trail={[{ href: href(path), label: t(m('catalogue.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('catalogue.upload.lead'))}>
        {t(m('catalogue.upload.title'))}
      </Heading>
      {props.organisations.length === 0 ? (
        <EmptyState
          title={t(m('catalogue.upload.nobody'))}
          why={t(m('catalogue.refusal.organisation'))}
        />
      ) : (
        <Form action={href(path)} csrf={call.frame.csrf} files>
          <Field
            kind="select"
            language={language}
            name="organisation"
            label={t(m('course.institution'))}
            options={props.organisations}
            noEmpty={props.organisations.length === 1}
            value={values['organisation']}
            error={refusal?.fields['organisation']}
            required
          />
          <Field
            kind="file"
            language={language}
            name="file"
            label={t(m('catalogue.upload.file'))}
            hint={t(m('catalogue.upload.file-hint'))}
            accept=".xlsx,.csv,.tsv,.txt,.json,.jsonl,.ndjson"
            maxBytes={props.maxBytes}
            staged={props.staged}
            error={refusal?.fields['file']}
            required={false}
          />
          <Field
            kind="textarea"
            language={language}
            name="paste"
            label={t(m('catalogue.upload.paste'))}
            hint={t(m('catalogue.upload.paste-hint'))}
            rows={6}
            pasteTable
            value={values['paste']}
            error={refusal?.fields['paste']}
            required={false}
          />
          <ButtonGroup>
            <Button>{t(m('catalogue.upload.submit'))}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Page>
  )
}
