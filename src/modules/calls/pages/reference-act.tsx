import type { FormState, Frame, Scene } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { displayName, formatInstant, type Language } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Heading,
  Notice,
  SingleActShell,
  Stack,
  type StagedFile,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ReferenceRow } from '../queries/references.ts'
import { ratings, referenceLength } from '../rules/references.ts'
import { secrecyOf } from '../service/references.ts'
import { acceptedFiles } from './fill.tsx'

interface ReferenceActProps {
  frame: Frame
  t: Translate
  language: Language
  /** Where the form posts. */
  action: string
  reference: ReferenceRow
  staged: readonly StagedFile[]
  maxBytes: number
  form: FormState
}

/** The one page of a referee's link: for whom, what for, until when, and who reads it; then a place, words, a file. */
export function ReferenceActPage(props: ReferenceActProps) {
  const { frame, t, language, reference, form } = props
  const applicant = displayName(reference.applicant, language)
  const title = t(m('reference.title', { applicant }))
  const words = { language } as Scene
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} kicker={<Local language={words.language} text={reference.organisation} />}>
        {title}
      </Heading>
      <ErrorSummary language={language} message={form.message ?? undefined} fields={form.errors} />
      <Stack>
        <p>
          <strong>
            <Local language={words.language} text={reference.titles} />
          </strong>
          {reference.closes_at && (
            <>
              <br />
              {t(
                m('reference.until', {
                  until: formatInstant(reference.closes_at, reference.time_zone, language, 'long'),
                }),
              )}
            </>
          )}
        </p>
        <Notice tone="info">{t(m(secrecyOf(reference)))}</Notice>
        <GiveForm {...props} applicant={applicant} />
        <Fold summary={t(m('reference.decline'))}>
          <Form action={props.action} csrf={frame.csrf}>
            <p>{t(m('reference.decline-lead', { applicant }))}</p>
            <ButtonGroup>
              <Button look="secondary" name="answer" value="decline" formNoValidate>
                {t(m('reference.decline-do'))}
              </Button>
            </ButtonGroup>
          </Form>
        </Fold>
        <p class="quiet">{t(m('reference.not-you', { name: reference.name }))}</p>
      </Stack>
    </SingleActShell>
  )
}

function GiveForm(props: ReferenceActProps & { applicant: string }) {
  const { frame, t, language, form, applicant } = props
  return (
    <Form action={props.action} csrf={frame.csrf} files>
      <Field
        kind="radio"
        language={language}
        name="rating"
        label={t(m('reference.rating', { applicant }))}
        options={ratings.map((each) => ({ value: String(each), label: t(m(`rating.${each}`)) }))}
        value={form.values['rating']}
        error={form.errors['rating']}
      />
      <Field
        kind="textarea"
        language={language}
        name="text"
        label={t(m('reference.text'))}
        hint={t(m('reference.text-hint', { most: referenceLength.most }))}
        rows={12}
        value={form.values['text']}
        error={form.errors['text']}
      />
      <Field
        kind="file"
        language={language}
        name="file"
        label={t(m('reference.file'))}
        hint={t(m('field.file-hint'))}
        accept={acceptedFiles}
        staged={props.staged}
        maxBytes={props.maxBytes}
        error={form.errors['file']}
        required={false}
      />
      <ButtonGroup>
        <Button name="answer" value="give">
          {t(m('reference.give'))}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
