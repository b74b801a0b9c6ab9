import type { Call } from '#kernel/http'
import { displayName, formatInstant, formatList } from '#kernel/values'
import {
  Button,
  EmptyState,
  Field,
  Fold,
  Form,
  type Option,
  Section,
  Stack,
  Talk,
  type TalkEntry,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CaseComment } from '../queries/comments.ts'
import type { CaseLine, CasePageRow } from '../queries/cases.ts'

type TalkCall = Pick<Call, 'frame' | 't' | 'language' | 'href'>

interface ConversationProps {
  call: TalkCall
  found: CasePageRow
  lines: readonly CaseLine[]
  comments: readonly CaseComment[]
  /** The reader, who may take their own words back. */
  reader: string | null
  /** `staff`: may talk among colleagues and with the student; `student`: with the staff. */
  as: 'staff' | 'student'
  colleagues: readonly Option[]
  /** What was typed into the form before, or which line it is about. */
  values: Readonly<Record<string, string>>
  mentioned: readonly string[]
  errors: Readonly<Record<string, string>>
}

/** What people say to each other about the case, the oldest first, with the form to say something. */
export function Conversation(props: ConversationProps) {
  const { call, comments } = props
  const { t } = call
  return (
    <Section title={t(m('talk.title'))} id="talk">
      <Stack gap="normal">
        {comments.length === 0 && props.as === 'student' && (
          <EmptyState title={t(m('talk.empty'))} why={t(m('talk.empty-why'))} />
        )}
        {comments.length > 0 && (
          <Talk
            label={t(m('talk.title'))}
            entries={comments.map((comment) => commentEntry(comment, props))}
          />
        )}
        <CommentForm {...props} />
      </Stack>
    </Section>
  )
}

function commentEntry(comment: CaseComment, props: ConversationProps): TalkEntry {
  const { call, found, lines } = props
  const { t, language } = call
  const line = lines.find(({ id }) => id === comment.lineId)
  const names = formatList(
    comment.mentions.map((name) => displayName(name, language)),
    language,
  )
  return {
    id: `comment-${comment.id}`,
    who: displayName(comment.author.name, language),
    at: comment.at.toISOString(),
    when: formatInstant(comment.at, found.home_time_zone, language),
    inner: comment.audience === 'staff',
    ...(props.as === 'staff'
      ? {
          tag: {
            tone: comment.audience === 'staff' ? 'quiet' : 'info',
            label: t(m(`talk.audience.${comment.audience}`)),
          },
        }
      : {}),
    about: line && (
      <a href={`#line-${line.position + 1}`}>
        {t(m('talk.about-line', { line: line.position + 1, code: line.code }))}
      </a>
    ),
    text: comment.text ?? <span class="quiet">{t(m('talk.taken-back'))}</span>,
    note: names !== '' && t(m('talk.told', { names })),
    action: comment.text !== null && comment.author.id === props.reader && (
      <TakeBack {...props} comment={comment} />
    ),
  }
}

function TakeBack({ call, found, comment }: ConversationProps & { comment: CaseComment }) {
  const { t, href } = call
  return (
    <Form
      action={href(`/recognition/cases/${found.id}/comments/removal`)}
      csrf={call.frame.csrf}
      hidden={{ comment: comment.id }}
      inline
    >
      <Button look="quiet" small>
        {t(m('talk.take-back'))}
      </Button>
    </Form>
  )
}

function CommentForm(props: ConversationProps) {
  const { call, found, lines, values, errors } = props
  const { t, language, href } = call
  return (
    <Form action={href(`/recognition/cases/${found.id}/comments`)} csrf={call.frame.csrf}>
      <Field
        kind="textarea"
        language={language}
        name="text"
        rows={3}
        maxlength={4000}
        label={t(m(props.as === 'staff' ? 'talk.say' : 'talk.ask'))}
        value={values['text']}
        error={errors['text']}
      />
      <Field
        kind="select"
        language={language}
        name="line"
        label={t(m('talk.about'))}
        value={values['line']}
        noEmpty
        options={[
          { value: '', label: t(m('talk.about-case')) },
          ...lines.map((line) => ({
            value: line.id,
            label: t(m('talk.about-line', { line: line.position + 1, code: line.code })),
          })),
        ]}
      />
      {props.as === 'staff' && <ForWhom {...props} />}
      <Button look="secondary">{t(m('talk.send'))}</Button>
    </Form>
  )
}

function ForWhom({ call, values, mentioned, colleagues }: ConversationProps) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="radio"
        language={language}
        name="audience"
        inline
        label={t(m('talk.audience'))}
        value={values['audience'] || 'staff'}
        options={(['staff', 'student'] as const).map((audience) => ({
          value: audience,
          label: t(m(`talk.audience.${audience}`)),
        }))}
      />
      {colleagues.length > 0 && (
        <Fold summary={t(m('talk.mention'))} open={mentioned.length > 0}>
          <Field
            kind="checkboxes"
            language={language}
            name="mention"
            label={t(m('talk.mention'))}
            labelHidden
            value={mentioned}
            options={colleagues}
          />
        </Fold>
      )}
    </>
  )
}

/** The words about one line beside the line itself. */
export function LineTalk({ call, comments }: { call: TalkCall; comments: readonly CaseComment[] }) {
  const { language } = call
  const told = comments.filter(({ text }) => text !== null)
  if (told.length === 0) return null
  return (
    <ul class="line-talk">
      {told.map((comment) => (
        <li key={comment.id}>
          <a href={`#comment-${comment.id}`}>{displayName(comment.author.name, language)}</a>{' '}
          <span>{comment.text}</span>
        </li>
      ))}
    </ul>
  )
}
