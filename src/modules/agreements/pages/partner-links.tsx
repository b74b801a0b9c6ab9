import { type Language, languages, nativeName } from '#kernel/values'
import { Button, ButtonLink, Field, Fold, Form, Notice, Section, Stack, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { Invitation } from '../queries/invitations.ts'
import type { WholeCopy } from '../queries/whole.ts'
import { base, dayOf, nameOf, type PageCall, type Shown } from './words.ts'

/** A partner that works with no account here, with what was asked of it, and whom its contacts name. */
export interface PartnerToAsk {
  copy: WholeCopy
  asked: Invitation | null
  suggested: { name: string; address: string; language: Language }
}

interface LinksProps {
  call: PageCall
  ownId: string
  partners: readonly PartnerToAsk[]
  refusal: Shown | null
  values: Readonly<Record<string, string>>
}

/** The partners that are asked by mail, because nobody of theirs works here. */
export function PartnersToAsk(props: LinksProps) {
  const { call, partners } = props
  const { t, language } = call
  return (
    <>
      {partners.map((each) => {
        const partner = nameOf(each.copy.names, language)
        const isThis = props.values['partner'] === each.copy.id
        const form = <InviteForm {...props} partner={each} isThis={isThis} />
        return (
          <Section
            key={each.copy.id}
            title={t(m('invite.title', { partner }))}
            id={`ask-${each.copy.id}`}
            lead={each.asked ? undefined : t(m('invite.lead', { partner }))}
          >
            {each.asked ? (
              <Stack>
                <Notice
                  tone="info"
                  title={t(
                    m('invite.asked', {
                      name: each.asked.name,
                      on: dayOf(each.asked.askedAt, call),
                    }),
                  )}
                >
                  {t(m('invite.waiting'))}
                </Notice>
                <Fold summary={t(m('invite.again'))} open={isThis}>
                  {form}
                </Fold>
              </Stack>
            ) : (
              form
            )}
          </Section>
        )
      })}
    </>
  )
}

function InviteForm({
  call,
  ownId,
  partner,
  isThis,
  values,
  refusal,
}: LinksProps & { partner: PartnerToAsk; isThis: boolean }) {
  const { t, language, href, frame } = call
  const { copy, asked, suggested } = partner
  const given = (name: 'name' | 'address' | 'language') =>
    isThis ? (values[name] ?? '') : (asked?.[name] ?? suggested[name])
  const error = (name: string) => (isThis ? refusal?.fields[name] : undefined)
  return (
    <Form
      action={href(`${base}/${ownId}/invitations`)}
      csrf={frame.csrf}
      hidden={{ partner: copy.id }}
    >
      <div class="field-columns">
        <Field
          language={language}
          kind="text"
          name="name"
          id={`name-${copy.id}`}
          label={t(m('invite.name'))}
          value={given('name')}
          error={error('name')}
          maxlength={200}
          required
        />
        <Field
          language={language}
          kind="email"
          name="address"
          id={`address-${copy.id}`}
          label={t(m('invite.address'))}
          value={given('address')}
          error={error('address')}
          maxlength={254}
          required
        />
        <Field
          language={language}
          kind="select"
          name="language"
          id={`language-${copy.id}`}
          label={t(m('invite.language'))}
          value={given('language')}
          options={languageOptions()}
          noEmpty
        />
      </div>
      <Button look={asked ? 'secondary' : 'primary'} icon="arrow">
        {t(m(asked ? 'invite.again' : 'invite.do'))}
      </Button>
    </Form>
  )
}

/** The five languages, each under its own name. */
export function languageOptions() {
  return languages.map((each) => ({
    value: each,
    label: nativeName(each),
    labelLanguage: each,
  }))
}

/** What partners proposed by their links, until the office says that it has dealt with it. */
export function Proposals({
  call,
  ownId,
  proposals,
  mayAnswer,
}: {
  call: PageCall
  ownId: string
  proposals: readonly Invitation[]
  mayAnswer: boolean
}) {
  const { t, href, frame } = call
  if (proposals.length === 0) return null
  return (
    <Section title={t(m('proposals.title'))} id="proposals">
      <Stack>
        {proposals.map((each) => (
          <Notice
            key={each.id}
            tone="attention"
            title={t(
              m('proposals.from', {
                name: each.name || '–',
                on: dayOf(each.answeredAt ?? each.askedAt, call),
              }),
            )}
            action={
              each.fileId !== null && (
                <ButtonLink
                  look="secondary"
                  icon="file"
                  small
                  href={href(`${base}/${ownId}/proposal`, { invitation: each.id })}
                >
                  {t(m('proposals.file'))}
                </ButtonLink>
              )
            }
          >
            {each.words !== '' && (
              <div class="kept-lines">
                <Typed>{each.words}</Typed>
              </div>
            )}
          </Notice>
        ))}
        {mayAnswer && (
          <Form action={href(`${base}/${ownId}/proposals-read`)} csrf={frame.csrf}>
            <Button look="secondary" icon="check">
              {t(m('proposals.done'))}
            </Button>
            <p class="hint">{t(m('proposals.done-hint'))}</p>
          </Form>
        )}
      </Stack>
    </Section>
  )
}
