import { formatAcademicYear, formatList } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { Invitation } from '../queries/invitations.ts'
import type { AgreementSigning } from '../queries/signings.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { isOver } from '../rules/agreement.ts'
import { type AgreementText, yearsOf } from '../rules/conditions.ts'
import { AnswerSection, type WaitingAnswer } from './answer.tsx'
import { ConditionTable } from './conditions.tsx'
import { CopyTable } from './copies.tsx'
import { EndForm, OpenEnd } from './ending.tsx'
import { History } from './history.tsx'
import { Contacts } from './contacts.tsx'
import { PaperForm } from './paper-form.tsx'
import { PartnersToAsk, type PartnerToAsk, Proposals } from './partner-links.tsx'
import { Signatures } from './signatures.tsx'
import { base, nameOf, type Names, type PageCall, type Shown, stateTones } from './words.ts'

/** What the page of an agreement shows. */
export interface AgreementPageProps {
  call: PageCall
  row: CopyRow
  whole: WholeAgreement
  own: WholeCopy
  names: Names
  /** What is in force, or else what is proposed or written. */
  text: AgreementText
  /** What was written and not sent; only where it differs from what was sent. */
  hasDraft: boolean
  waiting: readonly WaitingAnswer[]
  may: { edit: boolean; send: boolean; approve: boolean; refuse: boolean; end: boolean }
  framework: { title: string; href: string | null } | null
  annexes: readonly { id: string; title: string }[]
  partners: readonly PartnerToAsk[]
  proposals: readonly Invitation[]
  signing: AgreementSigning | null
  mayOpenDocument: boolean
  mayBeginSigning: boolean
  ending: { years: readonly string[]; aloneFrom: string }
  refusal: Shown | null
  values: Readonly<Record<string, string>>
}

/** An agreement at a glance: who, what, how many, until when, where it stands; then what is to be done, and its history. */
export function AgreementPage(props: AgreementPageProps) {
  const { call, row, whole, own, names, text, refusal, waiting, may } = props
  const { t, language, href } = call
  const inForce = row.state === 'in-force' || row.state === 'changing'
  return (
    <Page
      frame={call.frame}
      title={row.title}
      wide
      trail={[{ href: href(base), label: t(m('agreements.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack>
        <Strip {...props} />
        <OpenEnd call={call} whole={whole} own={own} />
        {row.state === 'changing' && <Notice tone="info" title={t(m('agreement.changing'))} />}
        {props.hasDraft && may.edit && <DraftNotice {...props} />}
        {waiting.map((each) => (
          <AnswerSection key={each.version.id} {...props} ownId={own.id} waiting={each} />
        ))}
        <Proposals call={call} ownId={own.id} proposals={props.proposals} mayAnswer={may.send} />
        <PartnersToAsk {...props} ownId={own.id} />
        {text.terms !== '' && (
          <Section title={t(m('agreement.terms'))} id="terms">
            <div class="prose kept-lines">
              <Typed>{text.terms}</Typed>
            </div>
          </Section>
        )}
        {row.kind !== 'framework' && (
          <ConditionTable
            call={call}
            conditions={text.conditions}
            names={names}
            title={t(m(inForce ? 'conditions.in-force' : 'conditions.title'))}
          />
        )}
        <Annexes {...props} />
        <Signatures
          call={call}
          ownId={own.id}
          signing={props.signing}
          copies={whole.copies}
          mayOpen={props.mayOpenDocument}
          mayBegin={props.mayBeginSigning}
        />
        <CopyTable call={call} whole={whole} ownId={own.id} />
        {own.sent !== null && <PaperForm call={call} copyId={own.id} whole={whole} own={own} />}
        <Contacts {...props} />
        <History call={call} whole={whole} />
        {may.end && inForce && !whole.ends.some(({ outcome }) => outcome === null) && (
          <EndForm {...props} years={props.ending.years} aloneFrom={props.ending.aloneFrom} />
        )}
      </Stack>
    </Page>
  )
}

function Strip(props: AgreementPageProps) {
  const { call, row, whole, own, text, framework } = props
  const { t, language } = call
  const partners = formatList(
    whole.copies.filter(({ id }) => id !== own.id).map(({ names }) => nameOf(names, language)),
    language,
  )
  const years = yearsOf(text.conditions)
  const last = whole.lastYear ?? years?.last ?? null
  return (
    <ObjectStrip
      language={language}
      kind={t(m(`agreement-kind.${row.kind}`))}
      title={<Typed>{row.title}</Typed>}
      detail={
        <>
          {t(m('agreement.with', { own: nameOf(own.names, language), partners }))}
          {row.code !== '' && <> · {row.code}</>}
          {framework && (
            <>
              {' · '}
              {framework.href ? (
                <a href={framework.href}>
                  <Typed>{framework.title}</Typed>
                </a>
              ) : (
                <Typed>{framework.title}</Typed>
              )}
            </>
          )}
        </>
      }
      state={{ tone: stateTones[row.state], label: t(m(`state.${row.state}`)) }}
      next={nextText(props)}
      who={whoText(props)}
      until={
        last !== null && row.kind !== 'framework' ? formatAcademicYear(last, language) : undefined
      }
      actions={<Actions {...props} />}
    />
  )
}

/** What happens next, said to whoever reads. */
function nextText({ call, row, waiting, whole, own }: AgreementPageProps): string {
  const { t, language } = call
  if (row.state === 'terminated') {
    return t(m('next.terminated', { year: formatAcademicYear(whole.lastYear ?? '', language) }))
  }
  if (row.state === 'withdrawn') return t(m('next.withdrawn'))
  if (waiting.length > 0) return t(m('next.answer'))
  if (row.state === 'draft') return t(m('next.draft'))
  if (row.state === 'rejected') {
    return t(m(own.sent === null ? 'next.rejected-theirs' : 'next.rejected'))
  }
  if (row.state === 'in-force') return t(m('next.in-force'))
  return t(m('next.waiting'))
}

/** Who has it now: the reader's office, or the partners who have not answered. */
function whoText({ call, row, waiting, whole, own }: AgreementPageProps): string | undefined {
  if (isOver(row.state) || row.state === 'in-force') return undefined
  if (waiting.length > 0 || row.state === 'draft') return nameOf(own.names, call.language)
  const others = whole.copies.filter(
    ({ id, organisationId }) =>
      id !== own.id &&
      !whole.answers.some(
        (answer) => answer.versionId === own.sent?.id && answer.organisationId === organisationId,
      ),
  )
  if (others.length === 0) return nameOf(own.names, call.language)
  return formatList(
    others.map(({ names }) => nameOf(names, call.language)),
    call.language,
  )
}

function Actions({ call, row, own, whole, may }: AgreementPageProps) {
  const { t, href, frame } = call
  const isMaker = whole.madeBy === own.organisationId
  const hasSentChange = own.sent !== null && own.sent.id !== own.agreed?.id
  const mayWithdraw =
    may.send && !isOver(row.state) && (whole.concludedAt === null ? isMaker : hasSentChange)
  return (
    <>
      {may.edit && !isOver(row.state) && (
        <ButtonLink href={href(`${base}/${own.id}/copy`)} look="secondary" icon="draft">
          {t(m(whole.concludedAt === null ? 'agreement.edit' : 'agreement.change'))}
        </ButtonLink>
      )}
      {own.sent !== null && (
        <ButtonLink href={href(`${base}/${own.id}/iias.xml`)} look="quiet" icon="download">
          {t(m('agreement.ewp'))}
        </ButtonLink>
      )}
      {mayWithdraw && (
        <Form action={href(`${base}/${own.id}/withdrawal`)} csrf={frame.csrf} inline>
          <Button look="quiet">{t(m('agreement.withdraw'))}</Button>
        </Form>
      )}
    </>
  )
}

function DraftNotice({ call, row, own, may }: AgreementPageProps) {
  const { t, href, frame } = call
  const isEmpty = row.draft.conditions.length === 0 && row.draft.terms === ''
  if (isEmpty) return null
  return (
    <Notice
      tone="info"
      title={t(m(own.sent === null ? 'draft.unsent' : 'draft.changed'))}
      action={
        may.send && (
          <Form
            action={href(`${base}/${own.id}/sendings`)}
            csrf={frame.csrf}
            hidden={{ basedOn: String(row.draftNumber) }}
            inline
          >
            <ButtonGroup>
              <Button small>{t(m('draft.send'))}</Button>
              <ButtonLink href={href(`${base}/${own.id}/copy`)} look="quiet" small>
                {t(m('draft.go-on'))}
              </ButtonLink>
            </ButtonGroup>
          </Form>
        )
      }
    />
  )
}

function Annexes({ call, annexes, row, own }: AgreementPageProps) {
  const { t, href } = call
  if (row.kind !== 'framework') return null
  return (
    <Section
      title={t(m('annexes.title'))}
      id="annexes"
      actions={
        <ButtonLink
          href={href(`${base}/new`, {
            framework: row.agreementId,
            organisation: own.organisationId,
          })}
          look="secondary"
          icon="plus"
        >
          {t(m('annexes.new'))}
        </ButtonLink>
      }
    >
      {annexes.length === 0 ? (
        <p class="quiet">{t(m('annexes.none'))}</p>
      ) : (
        <ul>
          {annexes.map(({ id, title }) => (
            <li key={id}>
              <a href={href(`${base}/${id}`)}>
                <Typed>{title}</Typed>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
