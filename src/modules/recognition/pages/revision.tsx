import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Page,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'

interface RevisionPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CasePageRow
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Opens a final decision again: why, and one button. */
export function RevisionPage({ call, found, values, refusal }: RevisionPageProps) {
  const { t, language, href } = call
  const title = t(m('revision.open'))
  const path = `/recognition/cases/${found.id}`
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        { href: href('/recognition/cases'), label: t(m('page.cases.title')) },
        { href: href(path), label: t(m('page.case.kind', { number: found.number })) },
      ]}
      alert={refusal && <ErrorSummary language={language} {...refusal} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('revision.open-lead'))}>
          {title}
        </Heading>
        <Form action={href(`${path}/revision`)} csrf={call.frame.csrf}>
          <Field
            kind="textarea"
            language={language}
            name="reasons"
            rows={5}
            maxlength={8000}
            required
            label={t(m('revision.reasons'))}
            hint={t(m('revision.reasons-hint'))}
            value={values['reasons']}
            error={refusal?.fields['reasons']}
          />
          <ButtonGroup>
            <Button>{title}</Button>
            <ButtonLink look="quiet" href={href(path)}>
              {t(m('correction.back'))}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </Stack>
    </Page>
  )
}
