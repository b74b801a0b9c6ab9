import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { languages, type Language, nativeName, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AskedConsent } from '../queries/consents.ts'
import { groupWords } from '../rules/notice.ts'
import type { ShownNotice } from '../service/consent-text.ts'
import type { Care } from '../service/guardians.ts'
import { NoticeItems } from './notice-items.tsx'

interface GuardianPageProps {
  frame: Frame
  t: Translate
  language: Language
  /** Where the form posts. */
  action: string
  student: string
  asked: AskedConsent
  notice: ShownNotice
  refusal: string | null
}

/** The one page of a guardian's link: what their child allowed, everything that has to be told, and two buttons. */
export function GuardianPage(props: GuardianPageProps) {
  const { frame, t, language, asked, notice, student } = props
  const recipient = localised(asked.request.recipient, language).text
  const title = t(m('guardian.title', { student, recipient }))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} kicker={localised(asked.request.exporter, language).text}>
        {title}
      </Heading>
      {props.refusal && <ErrorSummary language={language} message={props.refusal} fields={{}} />}
      <Stack>
        <p>{t(m('guardian.lead', { student }))}</p>
        <Section title={t(m('guardian.which', { student }))} id="which">
          <ul>
            {asked.rows.map((row) => (
              <li key={row.id}>
                {t(groupWords({ group: row.field_group, isSensitive: row.is_sensitive }))}
              </li>
            ))}
          </ul>
        </Section>
        <NoticeItems t={t} items={notice.items} />
        <Form action={props.action} csrf={frame.csrf} hidden={{ shown: notice.sha256 }}>
          <ButtonGroup>
            <Button name="answer" value="agree">
              {t(m('guardian.agree'))}
            </Button>
            <Button look="secondary" name="answer" value="refuse">
              {t(m('guardian.refuse'))}
            </Button>
          </ButtonGroup>
        </Form>
        <p class="quiet">{t(m('guardian.not-you'))}</p>
      </Stack>
    </SingleActShell>
  )
}

/** What the form of a consent asks of somebody who is, or may be, under age. */
export function CareFields({
  t,
  language,
  care,
  form,
}: {
  t: Translate
  language: Language
  care: Care
  form: FormState
}) {
  if (care.isMinor === false) return null
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <>
      {care.born === null && (
        <Field
          {...shared('born')}
          kind="date"
          label={t(m('guardian.born'))}
          hint={t(m('guardian.born-hint', { below: care.below }))}
          autocomplete="bday"
          width="medium"
        />
      )}
      <FieldSet
        legend={t(
          m(care.born === null ? 'guardian.if-minor' : 'guardian.is-minor', { below: care.below }),
        )}
        hint={t(m('guardian.hint'))}
      >
        <Field
          {...shared('guardianName')}
          kind="text"
          label={t(m('guardian.name'))}
          maxlength={200}
        />
        <Field {...shared('guardianAddress')} kind="email" label={t(m('guardian.address'))} />
        <Field
          {...shared('guardianLanguage')}
          kind="select"
          label={t(m('guardian.language'))}
          value={form.values['guardianLanguage'] || language}
          options={languages.map((each) => ({
            value: each,
            label: nativeName(each),
            labelLanguage: each,
          }))}
          noEmpty
          width="medium"
        />
      </FieldSet>
    </>
  )
}
