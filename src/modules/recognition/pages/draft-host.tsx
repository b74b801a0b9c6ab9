import type { Call } from '#kernel/http'
import { localised } from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Field, Notice, type Option, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { DraftRow } from '../queries/drafts.ts'
import { titleOf } from './words.ts'

/** What is asked about the institution that issued a draft's document. */
export interface HostQuestion {
  /** `missing`: none is chosen; `other`: the document names another; null: nothing is asked. */
  asks: 'missing' | 'other' | null
  /** The institution that the document seems to name. */
  proposed: { id: string; label: string } | null
  hosts: readonly Option[]
  /** Whether the reader may enter an institution among the organisations. */
  mayEnter: boolean
}

interface DraftHostProps {
  call: Pick<Call, 't' | 'language' | 'href'>
  draft: DraftRow
  question: HostQuestion
  typed: Record<string, string> | null
  errors: Record<string, string>
}

/**
 * Asks which institution issued the document, within the form of the draft: whatever was typed there is saved with the
 * answer. Says what to do where the institution is not among the organisations.
 */
export function DraftHost(props: DraftHostProps) {
  const { call, draft, question } = props
  if (question.asks === null) return null
  const { t, language } = call
  const issuer = titleOf(draft.content.issuer, language).text
  const host = draft.host_names && localised(draft.host_names, language).text
  return (
    <Notice
      tone={question.asks === 'other' ? 'harm' : 'attention'}
      title={t(m(question.asks === 'other' ? 'issuer.title' : 'issuer.missing'))}
    >
      <Stack gap="normal">
        {question.asks === 'other' && <p>{t(m('issuer.names', { issuer, host: host ?? '' }))}</p>}
        <Choice {...props} />
        {question.proposed === null && <NotAmongThem {...props} issuer={issuer} />}
        {question.asks === 'other' && (
          <Field
            kind="checkbox"
            language={language}
            name="issuerConfirmed"
            value="1"
            label={t(m('issuer.confirm', { host: host ?? '' }))}
            checked={
              props.typed
                ? props.typed['issuerConfirmed'] === '1'
                : draft.content.issuerConfirmed === true
            }
            error={props.errors['issuerConfirmed']}
          />
        )}
      </Stack>
    </Notice>
  )
}

function Choice({ call, question, typed, errors }: DraftHostProps) {
  const { t, language } = call
  return (
    <>
      {question.proposed && (
        <Button name="act" value={`host ${question.proposed.id}`} look="secondary">
          {t(m('issuer.take', { institution: question.proposed.label }))}
        </Button>
      )}
      <Field
        kind="select"
        language={language}
        name="host"
        label={t(m('page.new.host'))}
        value={typed?.['host'] ?? ''}
        options={question.hosts}
        error={errors['host']}
      />
      <Button name="act" value="host" look="secondary">
        {t(m('issuer.choose'))}
      </Button>
    </>
  )
}

/** Who enters an institution that is in no list, and that the transcript waits meanwhile. */
function NotAmongThem(props: DraftHostProps & { issuer: string }) {
  const { call, draft, question, typed, errors, issuer } = props
  const { t, language, href } = call
  const asked = draft.content.askedHost
  return (
    <Stack gap="tight">
      <p>
        <strong>{t(m('issuer.not-listed'))}</strong> {t(m('issuer.not-listed-what'))}
      </p>
      {asked && <p>{t(m('issuer.asked', { institution: asked }))}</p>}
      {question.mayEnter ? (
        <ButtonLink look="secondary" href={href('/organisations/new')}>
          {t(m('issuer.enter'))}
        </ButtonLink>
      ) : (
        <ButtonGroup>
          <Field
            kind="text"
            language={language}
            name="institution"
            maxlength={200}
            label={t(m('issuer.institution'))}
            value={typed?.['institution'] ?? asked ?? issuer}
            error={errors['institution']}
          />
          <Button name="act" value="ask" look="secondary">
            {t(m('issuer.ask'))}
          </Button>
        </ButtonGroup>
      )}
    </Stack>
  )
}
