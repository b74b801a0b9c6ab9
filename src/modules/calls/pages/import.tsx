import type { FormState, Scene } from '#kernel/http'
import { displayName, formatList, formatNumber } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Table,
  FormAlert,
  GivenTable,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import type { ImportFault } from '../rules/import-rows.ts'
import { wishesOf } from '../rules/questions.ts'
import type { ApplicationsPreview, ImportedApplication } from '../service/import.ts'
import { localText } from './scene.tsx'

interface ImportPageProps {
  scene: Scene
  call: CallRow
  preview: ApplicationsPreview | null
  text: string
  mostBytes: number
  form: FormState
}

/** The most rows that a preview shows of each kind; the numbers above them tell of all. */
const mostShown = 100

/** A list of applications is pasted or a file chosen, looked at as it was understood, and then brought in. */
export function ImportPage(props: ImportPageProps) {
  const { scene, call, preview, form } = props
  const { t, href } = scene
  return (
    <Page
      frame={scene.frame}
      title={t(m('import.title'))}
      trail={[
        { href: href(`/calls/${call.id}`), label: localText(scene, call.titles) },
        { href: href(`/calls/${call.id}/applications`), label: t(m('list.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
      wide
    >
      <Heading
        level={1}
        lead={t(m('import.lead'))}
        actions={
          <ButtonLink
            look="quiet"
            icon="download"
            href={href(`/calls/${call.id}/import/template`)}
            download
          >
            {t(m('import.template'))}
          </ButtonLink>
        }
      >
        {t(m('import.title'))}
      </Heading>
      {preview ? <Preview {...props} preview={preview} /> : <Given {...props} />}
    </Page>
  )
}

function Given({ scene, call, text, mostBytes, form }: ImportPageProps) {
  const { t, href, frame, language } = scene
  return (
    <Form
      action={href(`/calls/${call.id}/import`)}
      csrf={frame.csrf}
      files
      hidden={{ step: 'preview' }}
    >
      <GivenTable
        language={language}
        paste={{ label: t(m('import.paste')), hint: t(m('import.paste-hint')) }}
        file={{ label: t(m('import.file')), maxBytes: mostBytes }}
        text={text}
        error={form.errors['text']}
      />
      <ButtonGroup>
        <Button>{t(m('import.look'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

function Preview(props: ImportPageProps & { preview: ApplicationsPreview }) {
  const { scene, call, preview } = props
  const { t, href, frame } = scene
  const { applications, faults, duplicates, ignored, text } = preview
  const faulty = new Set(faults.map(({ row }) => row)).size
  return (
    <>
      <Notice
        tone={faulty > 0 ? 'attention' : 'info'}
        title={t(m('import.understood', { count: applications.length }))}
      >
        {faulty > 0 && <p>{t(m('import.faulty', { count: faulty }))}</p>}
        {duplicates.length > 0 && <p>{t(m('import.already', { count: duplicates.length }))}</p>}
        {ignored.length > 0 && (
          <p>{t(m('import.ignored', { columns: formatList(ignored, scene.language) }))}</p>
        )}
      </Notice>
      <Form action={href(`/calls/${call.id}/import`)} csrf={frame.csrf} hidden={{ text }}>
        <ButtonGroup>
          {applications.length > 0 && (
            <Button name="step" value={faulty > 0 ? 'import-without-faulty' : 'import'}>
              {t(
                m(faulty > 0 ? 'import.do-without-faulty' : 'import.do', {
                  count: applications.length,
                }),
              )}
            </Button>
          )}
          <Button look="quiet" name="step" value="edit">
            {t(m('import.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
      {faults.length > 0 && <Faults scene={scene} faults={faults} />}
      {duplicates.length > 0 && <Duplicates scene={scene} duplicates={duplicates} />}
      {applications.length > 0 && <Understood {...props} applications={applications} />}
    </>
  )
}

function Faults({ scene, faults }: { scene: Scene; faults: readonly ImportFault[] }) {
  const { t, language } = scene
  return (
    <Section title={t(m('import.faults'))} id="faults">
      <Table<ImportFault & { place: number }>
        language={language}
        caption={t(m('import.faults'))}
        captionHidden
        rows={faults.slice(0, mostShown).map((fault, place) => ({ ...fault, place }))}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            key: 'row',
            label: t(m('import.row')),
            primary: true,
            cell: ({ row }) => formatNumber(row, language),
          },
          {
            key: 'column',
            label: t(m('import.column')),
            cell: ({ column }) =>
              typeof column === 'string'
                ? t(m(`import.column-${column}`))
                : localText(scene, column),
          },
          { key: 'what', label: t(m('import.what')), cell: ({ message }) => t(message) },
        ]}
      />
    </Section>
  )
}

function Duplicates({
  scene,
  duplicates,
}: {
  scene: Scene
  duplicates: ApplicationsPreview['duplicates']
}) {
  const { t, language } = scene
  return (
    <Section title={t(m('import.duplicates'))} id="duplicates">
      <Table
        language={language}
        caption={t(m('import.duplicates'))}
        captionHidden
        rows={duplicates.slice(0, mostShown)}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: 'row',
            label: t(m('import.row')),
            primary: true,
            cell: ({ row }) => formatNumber(row, language),
          },
          {
            key: 'name',
            label: t(m('field.applicant')),
            cell: ({ name }) => displayName(name, language),
          },
        ]}
      />
    </Section>
  )
}

function Understood({
  scene,
  call,
  applications,
}: Pick<ImportPageProps, 'scene' | 'call'> & { applications: readonly ImportedApplication[] }) {
  const { t, language } = scene
  const { definition, merit_question: merit } = call
  const nameOf = (id: string) =>
    localText(scene, definition.destinations.find((each) => each.id === id)?.name ?? {})
  return (
    <Section title={t(m('list.title'))} id="understood">
      <Table
        language={language}
        caption={t(m('list.title'))}
        captionHidden
        rows={applications.slice(0, mostShown)}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: 'row',
            label: t(m('import.row')),
            kind: 'number',
            cell: ({ row }) => formatNumber(row, language),
          },
          {
            key: 'name',
            label: t(m('field.applicant')),
            primary: true,
            cell: ({ name }) => displayName(name, language),
          },
          ...(merit === null
            ? []
            : [
                {
                  key: 'merit',
                  label: t(m('field.by-merit')),
                  kind: 'number' as const,
                  cell: ({ answers }: ImportedApplication) => answers[merit] ?? '–',
                },
              ]),
          ...(definition.destinations.length === 0
            ? []
            : [
                {
                  key: 'wishes',
                  label: t(m('field.wishes')),
                  cell: ({ answers }: ImportedApplication) =>
                    wishesOf(definition, answers)
                      .map((id, place) => `${place + 1} ${nameOf(id)}`)
                      .join(' · '),
                },
              ]),
        ]}
      />
      {applications.length > mostShown && (
        <p class="quiet">{t(m('import.more', { count: applications.length - mostShown }))}</p>
      )}
    </Section>
  )
}
