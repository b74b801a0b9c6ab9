import type { OpenUpload, StagedFile } from '#kernel/files'
import { sizeText } from '#kernel/files'
import type { FormState, Scene } from '#kernel/http'
import { formatInstant, localised, type LocalText, languages } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { BulkLine, BulkPreview } from '../service/bulk.ts'
import { mostFormBytes } from '../service/receiving.ts'
import { mostMediumBytes } from '../service/sent-medium.ts'
import { UploadsUnderWay, uploadWords } from './uploads-under-way.tsx'

/** The longest sheet. */
export const mostSheetBytes = 8 * 1024 * 1024

interface BulkProps {
  scene: Scene
  organisations: readonly Option[]
  form: FormState
  preview: BulkPreview | null
  /** Files that wait for a sheet. */
  here: readonly StagedFile[]
  uploads: readonly OpenUpload[]
}

/** One sheet and a folder of files become objects: first what would be made and what stands against it, then the making. */
export function BulkObjectsPage(props: BulkProps) {
  const { scene, form, preview } = props
  const { t, href, language, frame } = scene
  return (
    <Page
      frame={frame}
      title={t(m('bulk.title'))}
      trail={[
        { href: href('/objects'), label: t(m('browse.title')) },
        { href: href('/objects/office'), label: t(m('holdings.title')) },
      ]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
      wide
    >
      <Heading level={1} lead={t(m('bulk.lead'))}>
        {t(m('bulk.title'))}
      </Heading>
      <Stack gap="wide">
        {preview && <Preview scene={scene} preview={preview} />}
        <Section title={t(m(preview ? 'bulk.again' : 'bulk.give'))} id="give">
          <Stack>
            <weft-upload
              {...uploadWords(scene, {
                to: '/objects/bulk/uploads',
                page: '/objects/bulk#give',
                most: mostMediumBytes,
              })}
              data-field="files"
              data-then="send"
              data-count={t(m('bulk.sent', { sent: '{sent}', all: '{all}' }))}
            >
              <Stack>
                <Give {...props} />
                <UploadsUnderWay scene={scene} uploads={props.uploads} />
              </Stack>
            </weft-upload>
            <Here {...props} />
          </Stack>
        </Section>
      </Stack>
    </Page>
  )
}

function Give({ scene, organisations, form }: BulkProps) {
  const { t, href, language, frame } = scene
  return (
    <Form action={href('/objects/bulk')} csrf={frame.csrf} files>
      <Stack>
        <p>
          <a href={href('/objects/bulk/sheet')}>{t(m('bulk.empty'))}</a>
        </p>
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('object.holder'))}
          options={organisations}
          value={form.values['organisation'] ?? organisations[0]?.value}
          error={form.errors['organisation']}
        />
        <Field
          kind="file"
          language={language}
          name="sheet"
          label={t(m('bulk.sheet'))}
          hint={t(m('bulk.sheet-hint'))}
          accept=".xlsx,.csv,.tsv,.json"
          maxBytes={mostSheetBytes}
          error={form.errors['sheet']}
        />
        <Field
          kind="file"
          language={language}
          name="files"
          label={t(m('bulk.files'))}
          hint={t(m('bulk.files-hint'))}
          multiple
          required={false}
          maxBytes={mostFormBytes}
          error={form.errors['files']}
        />
        <ButtonGroup>
          <Button>{t(m('bulk.look'))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

/** Files that came before, with another sheet or in pieces: they need not be sent again. */
function Here({ scene, here }: BulkProps) {
  const { t, href, language, frame } = scene
  const [first] = here
  if (!first) return null
  const until = here.reduce(
    (least, { expires_at: at }) => (at < least ? at : least),
    first.expires_at,
  )
  const at = formatInstant(until, scene.timeZone, language, 'medium')
  return (
    <Fold summary={t(m('bulk.here', { count: here.length }))}>
      <Form action={href('/objects/bulk/files/removal')} csrf={frame.csrf}>
        <Stack>
          <p class="hint">{t(m('bulk.here-until', { at }))}</p>
          <Field
            kind="checkboxes"
            language={language}
            name="file"
            label={t(m('bulk.files'))}
            required={false}
            options={here.map(({ id, name, size_bytes: size }) => ({
              value: id,
              label: `${name} · ${sizeText(Number(size))}`,
              labelLanguage: '',
            }))}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('bulk.put-chosen'))}</Button>
            <Button look="quiet" name="all" value="yes">
              {t(m('bulk.put-all'))}
            </Button>
          </ButtonGroup>
        </Stack>
      </Form>
    </Fold>
  )
}

function Preview({ scene, preview }: { scene: Scene; preview: BulkPreview }) {
  const { t, language } = scene
  const { lines } = preview
  const wrong = lines.filter(({ object }) => object === null)
  return (
    <Section title={t(m('bulk.preview'))} id="preview">
      <Stack>
        <p role="status">
          {t(m('bulk.counts', { good: lines.length - wrong.length, wrong: wrong.length }))}
        </p>
        <Aside title={t(m('bulk.refused'))} items={refusedLines(scene, preview)} />
        <Aside title={t(m('bulk.unnamed'))} items={preview.unnamed} />
        <Aside title={t(m('bulk.unknown'))} items={preview.unknown} />
        <Make scene={scene} preview={preview} />
        <Table
          language={language}
          caption={t(m('bulk.preview'))}
          captionHidden
          columns={columnsOf(scene)}
          rows={[...wrong, ...lines.filter(({ object }) => object !== null)]}
          rowKey={({ row }) => String(row)}
          rowLabel={(line) => titleOf(scene, line)}
        />
      </Stack>
    </Section>
  )
}

/** Makes what has no fault; what was sent need not be sent again. */
function Make({ scene, preview }: { scene: Scene; preview: BulkPreview }) {
  const { t, href, frame, language } = scene
  const good = preview.lines.filter(({ object }) => object !== null).length
  if (good === 0) return null
  return (
    <Form
      action={href('/objects/bulk/objects')}
      csrf={frame.csrf}
      hidden={{ organisation: preview.organisationId, sheet: preview.sheet.id }}
    >
      {preview.files.map(({ id }) => (
        <input key={id} type="hidden" name="files" value={id} />
      ))}
      <Stack>
        <Field
          kind="checkbox"
          language={language}
          name="release"
          label={t(m('bulk.release'))}
          hint={t(m('bulk.release-hint'))}
          value="yes"
          required={false}
        />
        <ButtonGroup>
          <Button>{t(m('bulk.make', { count: good }))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

const mostTold = 40

function Aside({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <p>{title}</p>
      <ul>
        {items.slice(0, mostTold).map((each) => (
          <li key={each} lang="">
            {each}
          </li>
        ))}
        {items.length > mostTold && <li>… {items.length - mostTold}</li>}
      </ul>
    </div>
  )
}

function refusedLines({ t }: Scene, { refused }: BulkPreview): string[] {
  return refused.map(({ name, why }) => `${name}: ${t(why)}`)
}

function titleOf({ language }: Scene, { title }: BulkLine): string {
  const text: LocalText = Object.fromEntries(
    languages.flatMap((each) => {
      const [value] = title[`title.${each}`] ?? []
      return value ? [[each, value]] : []
    }),
  )
  return localised(text, language).text
}

function columnsOf(scene: Scene): Column<BulkLine>[] {
  const { t } = scene
  return [
    { key: 'row', label: t(m('bulk.row')), kind: 'number', cell: ({ row }) => row },
    {
      key: 'title',
      label: t(m('object.title')),
      primary: true,
      cell: (line) => <span lang="">{titleOf(scene, line) || '–'}</span>,
    },
    {
      key: 'files',
      label: t(m('bulk.files')),
      cell: ({ files }) => <span lang="">{files.join(', ') || '–'}</span>,
    },
    {
      key: 'state',
      label: t(m('object.state')),
      kind: 'state',
      cell: ({ faults }) =>
        faults.length === 0 ? (
          <StateTag tone="done">{t(m('bulk.fine'))}</StateTag>
        ) : (
          <ul>
            {faults.map((fault, place) => (
              <li key={place}>{t(fault)}</li>
            ))}
          </ul>
        ),
    },
  ]
}
