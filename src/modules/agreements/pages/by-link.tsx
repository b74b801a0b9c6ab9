import type { Frame } from '#kernel/http'
import { sizeText } from '#kernel/files'
import { type Language, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Section,
  SingleActShell,
  Stack,
  type StagedFile,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { Invitation } from '../queries/invitations.ts'
import type { SentVersion, WholeCopy } from '../queries/whole.ts'
import { ConditionList } from './conditions.tsx'
import { nameOf, type Names, type PageCall } from './words.ts'

interface ByLinkProps {
  call: PageCall & { frame: Frame }
  invitation: Invitation
  row: CopyRow
  /** The copy of whoever asks, and that of the partner that is asked. */
  asker: WholeCopy
  own: WholeCopy
  version: SentVersion
  names: Names
  action: string
  papers: readonly { language: Language; href: string }[]
  form: {
    values: Readonly<Record<string, string>>
    errors: Readonly<Record<string, string>>
    message: string | null
    staged: readonly StagedFile[]
  }
  maxBytes: number
}

/** The page of a partner's link: what is proposed to it, on paper too, and one answer to exactly this version. */
export function ByLinkPage(props: ByLinkProps) {
  const { call, invitation, row, asker, own, version, names, form } = props
  const { t, language, frame } = call
  const partner = nameOf(asker.names, language)
  return (
    <SingleActShell frame={frame} title={row.title}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={partner}
          lead={t(m('by-link.lead', { partner, own: nameOf(own.names, language) }))}
        >
          <Typed>{row.title}</Typed>
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <Notice tone="info" title={t(m('by-link.for', { name: invitation.name }))}>
          {t(m('by-link.for-why'))}
        </Notice>
        <ButtonGroup>
          {props.papers.map((paper) => (
            <ButtonLink key={paper.language} look="secondary" icon="file" href={paper.href}>
              {t(m('by-link.paper', { language: nativeName(paper.language) }))}
            </ButtonLink>
          ))}
        </ButtonGroup>
        {version.text.terms !== '' && (
          <Section title={t(m('agreement.terms'))} id="terms">
            <div class="prose kept-lines">
              <Typed>{version.text.terms}</Typed>
            </div>
          </Section>
        )}
        {row.kind !== 'framework' && (
          <ConditionList call={call} conditions={version.text.conditions} names={names} />
        )}
        <DescriptionList
          items={[
            { term: t(m('copies.version')), value: String(version.number) },
            {
              term: t(m('copies.hash')),
              value: <code>{version.hash.match(/.{8}/g)?.join(' ')}</code>,
            },
          ]}
        />
        <AnswerForm {...props} />
      </Stack>
    </SingleActShell>
  )
}

function AnswerForm({ call, version, action, form, maxBytes }: ByLinkProps) {
  const { t, language, frame } = call
  return (
    <Form action={action} csrf={frame.csrf} hidden={{ hash: version.hash }} files>
      <Field
        language={language}
        kind="radio"
        name="answer"
        label={t(m('by-link.answer'))}
        value={form.values['answer'] ?? ''}
        error={form.errors['answer']}
        options={[
          { value: 'approved', label: t(m('by-link.approve')), hint: t(m('by-link.approve-hint')) },
          { value: 'proposed', label: t(m('by-link.propose')), hint: t(m('by-link.propose-hint')) },
          { value: 'refused', label: t(m('by-link.refuse')), hint: t(m('by-link.refuse-hint')) },
        ]}
        required
      />
      <Field
        language={language}
        kind="textarea"
        name="words"
        label={t(m('by-link.words'))}
        hint={t(m('by-link.words-hint'))}
        value={form.values['words'] ?? ''}
        error={form.errors['words']}
        rows={4}
        maxlength={2000}
        required={false}
      />
      <Field
        language={language}
        kind="file"
        name="file"
        label={t(m('by-link.file'))}
        hint={t(m('by-link.file-hint', { size: sizeText(maxBytes) }))}
        accept=".pdf,.docx,.xlsx"
        staged={form.staged}
        maxBytes={maxBytes}
        error={form.errors['file']}
        required={false}
      />
      <Button icon="check">{t(m('by-link.do'))}</Button>
    </Form>
  )
}
