import type { FormState, Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { formatList, type Language, localised, type LocalText } from '#kernel/values'
import { roleLabel } from '#modules/alliance'
import { AccountTabs, type Content, ErrorSummary, Heading, Page, Stack } from '#ui'

interface AccountPageProps {
  scene: Scene
  title: string
  lead?: string
  actions?: Content
  form?: FormState
  /** Pages that lie deeper say where they belong instead of showing the tabs. */
  within?: { href: string; label: string }
  children: Content
}

/** A page of one's own account. */
export function AccountPage(props: AccountPageProps) {
  const { scene, title, lead, actions, form, within } = props
  const { frame, language } = scene
  const alert = form && (
    <ErrorSummary language={language} message={form.message ?? undefined} fields={form.errors} />
  )
  return (
    <Page frame={frame} title={title} alert={alert} trail={within ? [within] : undefined}>
      {within ? (
        <Heading level={1} lead={lead} actions={actions}>
          {title}
        </Heading>
      ) : (
        <>
          <Heading level={1}>{frame.texts['account']}</Heading>
          <AccountTabs frame={frame} />
        </>
      )}
      <Stack>
        {!within && (
          <Heading level={2} lead={lead} actions={actions}>
            {title}
          </Heading>
        )}
        {props.children}
      </Stack>
    </Page>
  )
}

/** Names of organisations, as a sentence lists them. */
export function organisationList(scene: Scene, names: readonly LocalText[]): string {
  const { language } = scene
  return formatList(
    names.map((name) => localised(name, language).text),
    language,
  )
}

/** The word for a role that was held. */
export function roleWord(role: string): Message {
  return roleLabel(role as Parameters<typeof roleLabel>[0])
}

/** What somebody wrote, with their paragraphs; in another script than the reader's it is marked with its language. */
export function Paragraphs({ text }: { text: string }) {
  const parts = text.split(/\n+/).filter((part) => part.trim() !== '')
  return (
    <>
      {parts.map((part, index) => (
        <p key={index} lang={languageOfScript(part)}>
          {part}
        </p>
      ))}
    </>
  )
}

/** The language that is written in a script of its own, or none. */
function languageOfScript(text: string): Language | undefined {
  if (/\p{Script=Thai}/u.test(text)) return 'th'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : undefined
}
