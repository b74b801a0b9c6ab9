import type { Call } from '#kernel/http'
import type { Language } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Columns,
  type Content,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
} from '#ui'
import { m } from '../messages/index.ts'
import type { NamedCourse } from '../queries/content.ts'
import { ContactFields } from './contact-fields.tsx'
import { CourseNames } from './content-sides.tsx'

interface TopicFormProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  title: string
  lead: string
  back: { href: string; label: string }
  action: string
  hidden?: Record<string, string>
  homeName: string
  hostName: string
  homeCourses: readonly NamedCourse[]
  hostCourses: readonly NamedCourse[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
  /** Whether syllabi can be handed in with it. */
  files?: boolean
  submit: string
  children?: Content
}

/** Both syllabi as lines to paste and put right, with whatever else is asked. */
export function TopicFormPage(props: TopicFormProps) {
  const { call, title, refusal } = props
  const { language } = call
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[props.back]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={props.lead}>
        {title}
      </Heading>
      <Form
        action={props.action}
        csrf={call.frame.csrf}
        {...(props.hidden ? { hidden: props.hidden } : {})}
        {...(props.files ? { files: true } : {})}
      >
        {props.children}
        <Columns>
          <Side {...props} side="home" />
          <Side {...props} side="host" />
        </Columns>
        <ButtonGroup>
          <Button>{props.submit}</Button>
          <ButtonLink look="quiet" href={props.back.href}>
            {props.back.label}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Side(props: TopicFormProps & { side: 'home' | 'host' }) {
  const { call, side, values, refusal } = props
  const { t, language } = call
  const name = side === 'home' ? props.homeName : props.hostName
  return (
    <FieldSet legend={name}>
      <CourseNames call={call} courses={side === 'home' ? props.homeCourses : props.hostCourses} />
      <Field
        kind="textarea"
        language={language}
        name={`${side}Topics`}
        label={t(m('content.topics', { institution: name }))}
        hint={t(m('content.topics.hint'))}
        rows={12}
        value={values[`${side}Topics`]}
        error={refusal?.fields[`${side}Topics`]}
        required
      />
      {props.files && (
        <Field
          kind="file"
          language={language}
          name={`${side}File`}
          label={t(m('content.file', { institution: name }))}
          hint={t(m('content.file.hint'))}
          error={refusal?.fields[`${side}File`]}
          required={false}
        />
      )}
    </FieldSet>
  )
}

interface AskFieldsProps {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  refusal: { fields: Record<string, string> } | null
  languages: readonly Language[]
  shares: readonly Option[]
}

/** Who is asked, in which language, until when, and what the evaluator adds. */
export function AskFields({ call, values, refusal, languages, shares }: AskFieldsProps) {
  const { t, language } = call
  const field = (name: string) => ({
    language,
    name,
    value: values[name],
    error: refusal?.fields[name],
  })
  return (
    <FieldSet legend={t(m('content.ask.whom'))}>
      <ContactFields call={call} values={values} refusal={refusal} languages={languages} />
      <Field
        {...field('dueOn')}
        kind="date"
        label={t(m('content.ask.due'))}
        width="short"
        required
      />
      <Field
        {...field('threshold')}
        kind="select"
        label={t(m('content.ask.threshold'))}
        options={shares}
        noEmpty
        width="medium"
      />
      <Field
        {...field('note')}
        kind="textarea"
        label={t(m('content.ask.note'))}
        hint={t(m('content.ask.note.hint'))}
        rows={3}
        maxlength={1000}
        required={false}
      />
    </FieldSet>
  )
}
