import { formatDate, formatNumber } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  StateTag,
  type Tone,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PackPreview, PreviewedPack } from '../service/publish.ts'
import { base, type PageCall, pairText } from './words.tsx'

interface PublishPageProps {
  call: PageCall
  refusal: { message: string; fields: Record<string, string> } | null
  preview: PackPreview | null
  mostBytes: number
}

/** A file of packs is chosen, looked at as it was understood, and then published. */
export function PublishPage(props: PublishPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('publish.title'))}
      wide
      trail={[{ href: href(base), label: t(m('overview.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        lead={t(m('publish.lead'))}
        actions={
          <ButtonLink look="quiet" icon="download" href={href(`${base}/file`)}>
            {t(m('overview.file'))}
          </ButtonLink>
        }
      >
        {t(m('publish.title'))}
      </Heading>
      {preview && preview.faults.length === 0 ? (
        <Preview call={call} preview={preview} />
      ) : (
        <Given {...props} />
      )}
    </Page>
  )
}

function Given({ call, refusal, preview, mostBytes }: PublishPageProps) {
  const { t, language, href, frame } = call
  return (
    <>
      {preview && preview.faults.length > 0 && (
        <Notice tone="harm" title={t(m('publish.faulty', { count: preview.faults.length }))} live>
          <ul>
            {preview.faults.map(({ path }) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form action={href(`${base}/publish`)} csrf={frame.csrf} files hidden={{ step: 'preview' }}>
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('publish.file'))}
          hint={t(m('publish.file-hint'))}
          accept=".json,application/json"
          maxBytes={mostBytes}
          error={refusal?.fields['file']}
        />
        <ButtonGroup>
          <Button>{t(m('publish.look'))}</Button>
          <ButtonLink look="quiet" href={href(base)}>
            {t(m('publish.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

const tones: Record<PreviewedPack['change'], Tone> = {
  new: 'info',
  newer: 'done',
  same: 'quiet',
  behind: 'harm',
}

function Preview({ call, preview }: { call: PageCall; preview: PackPreview }) {
  const { t, language, href, frame } = call
  const fresh = preview.packs.filter(({ change }) => change === 'new' || change === 'newer').length
  const behind = preview.packs.filter(({ change }) => change === 'behind').length
  return (
    <>
      <Notice
        tone={behind > 0 ? 'harm' : fresh > 0 ? 'info' : 'attention'}
        title={t(m('publish.understood', { count: preview.packs.length, fresh }))}
        live
      >
        {behind > 0 && <p>{t(m('publish.behind', { count: behind }))}</p>}
      </Notice>
      <Table
        language={language}
        caption={t(m('publish.packs'))}
        captionHidden
        columns={previewColumns(call)}
        rows={preview.packs}
        rowKey={({ pack }) => `${pack.from}-${pack.to}-${pack.kind}-${pack.version}`}
      />
      <Form action={href(`${base}/publish`)} csrf={frame.csrf} hidden={{ text: preview.text }}>
        <ButtonGroup>
          {behind === 0 && fresh > 0 && (
            <Button name="step" value="publish">
              {t(m('publish.do', { count: fresh }))}
            </Button>
          )}
          <ButtonLink look="quiet" href={href(`${base}/publish`)}>
            {t(m('publish.another'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

function previewColumns(call: PageCall): Column<PreviewedPack>[] {
  const { t, language } = call
  const number = (value: number) => formatNumber(value, language)
  return [
    {
      key: 'pair',
      label: t(m('publish.pair')),
      primary: true,
      cell: ({ pack }) => `${pairText(pack, call)} · ${t(m(`kind.${pack.kind}`))}`,
    },
    {
      key: 'version',
      label: t(m('publish.version')),
      cell: ({ pack, current }) =>
        current && current.number !== pack.version
          ? `${number(current.number)} → ${number(pack.version)}`
          : number(pack.version),
    },
    {
      key: 'until',
      label: t(m('publish.until')),
      cell: ({ pack }) => formatDate(pack.validUntil, language, 'medium'),
    },
    {
      key: 'permits',
      label: t(m('publish.permits')),
      cell: ({ pack, current }) => {
        const names = pack.text.permits.map(({ key }) => key)
        const gone = (current?.text.permits ?? []).filter(({ key }) => !names.includes(key))
        const said = names.join(', ')
        return gone.length === 0
          ? said
          : `${said} (${t(m('publish.gone', { permits: gone.map(({ key }) => key).join(', ') }))})`
      },
    },
    {
      key: 'change',
      label: t(m('publish.change')),
      kind: 'state',
      cell: ({ change }) => <StateTag tone={tones[change]}>{t(m(`change.${change}`))}</StateTag>,
    },
  ]
}
