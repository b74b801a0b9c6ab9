import type { Call } from '#kernel/http'
import {
  Button,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Page,
  Stack,
  Tabs,
  EmptyState,
} from '#ui'
import { m } from '../messages/index.ts'
import { OfficeSettings } from './office/office-settings.tsx'

/** Where an institution says how it works on its cases. */
export const settingsPath = '/recognition/settings'

interface Institution {
  id: string
  name: string
}

/** What the page of settings shows. */
export interface SettingsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The reader's institutions. */
  institutions: readonly Institution[]
  /** None where the reader keeps a part of an institution only. */
  chosen: Institution | null
  values: Readonly<Record<string, string>>
  /** What the office's own form holds. */
  officeValues: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** How an institution works on its cases: time limits, undo, appeals. */
export function SettingsPage(props: SettingsPageProps) {
  const { call, institutions, chosen, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('settings.title'))}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} kicker={chosen?.name} lead={t(m('settings.lead'))}>
          {t(m('settings.title'))}
        </Heading>
        {institutions.length > 1 && (
          <Tabs
            label={t(m('settings.title'))}
            tabs={institutions.map(({ id, name }) => ({
              href: href(settingsPath, { institution: id }),
              label: name,
              current: id === chosen?.id,
            }))}
          />
        )}
        {chosen ? (
          <>
            <SettingsForm {...props} chosen={chosen} />
            <OfficeSettings
              call={call}
              action={href(`${settingsPath}/organisations/${chosen.id}/office`)}
              values={props.officeValues}
              errors={refusal?.fields ?? {}}
            />
          </>
        ) : (
          <EmptyState title={t(m('settings.none'))} why={t(m('settings.none-why'))} />
        )}
      </Stack>
    </Page>
  )
}

function SettingsForm({
  call,
  chosen,
  values,
  refusal,
}: SettingsPageProps & { chosen: Institution }) {
  const { t, language, href } = call
  const number = (name: NumberName, required = true) => (
    <Field
      kind="text"
      language={language}
      name={name}
      width="short"
      inputmode="numeric"
      required={required}
      label={t(m(`settings.${name}`))}
      hint={t(m(`settings.${name}-hint`))}
      value={values[name]}
      error={refusal?.fields[name]}
    />
  )
  const tick = (name: TickName) => (
    <Field
      kind="checkbox"
      language={language}
      name={name}
      value="1"
      label={t(m(`settings.${name}`))}
      hint={t(m(`settings.${name}-hint`))}
      checked={values[name] === '1'}
    />
  )
  return (
    <Form action={href(`${settingsPath}/organisations/${chosen.id}`)} csrf={call.frame.csrf}>
      <FieldSet legend={t(m('settings.case'))}>
        {number('caseWorkingDays')}
        {number('undoMinutes')}
      </FieldSet>
      <FieldSet legend={t(m('settings.evidence'))}>
        {number('evidenceWorkingDays')}
        {number('reminderWorkingDays')}
        {tick('evidencePauses')}
      </FieldSet>
      <FieldSet legend={t(m('settings.check'))}>{tick('demandsCheck')}</FieldSet>
      <FieldSet legend={t(m('settings.appeal'))}>
        {number('appealWorkingDays', false)}
        {tick('revisionByAnother')}
      </FieldSet>
      <Button>{t(m('settings.save'))}</Button>
    </Form>
  )
}

type TickName = 'evidencePauses' | 'demandsCheck' | 'revisionByAnother'

type NumberName =
  | 'caseWorkingDays'
  | 'undoMinutes'
  | 'evidenceWorkingDays'
  | 'reminderWorkingDays'
  | 'appealWorkingDays'
