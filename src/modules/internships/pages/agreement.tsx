import type { FormState } from '#kernel/http'
import { formatDate, formatNumber, localised, nativeName, languages } from '#kernel/values'
import type { SigningSummary } from '#modules/signing'
import {
  Button,
  ButtonLink,
  DescriptionList,
  Field,
  FieldSet,
  Fold,
  Form,
  FormAlert,
  Grid,
  Local,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Steps,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AgreementRow, Interruption } from '../queries/agreements.ts'
import type { PlacementRow } from '../queries/placements.ts'
import {
  agreementBases,
  agreementForms,
  agreementMeans,
  type AgreementText,
  neededIn,
  type PartyKey,
  partyKeys,
  wordKeys,
} from '../rules/agreement.ts'
import { interruptionKinds } from '../schema-agreements.ts'
import { base, dayText, type PageCall, periodText } from './scene.tsx'

/** What the page of an agreement shows. */
export interface AgreementPageProps {
  call: PageCall
  placement: PlacementRow
  agreement: AgreementRow | null
  text: AgreementText
  /** Who mentors the student now and is not named. */
  unnamed: readonly { as: 'mentor' | 'tutor'; name: string }[]
  /** Whether the form has the mentors of now, and is not kept yet. */
  isTaken: boolean
  signing: SigningSummary | null
  interruptions: readonly Interruption[]
  mayManage: boolean
  readerId: string | null
  form: FormState
}

const tones = { draft: 'neutral', signing: 'attention', signed: 'done' } as const
const pathOf = ({ placement }: AgreementPageProps) => `${base}/placements/${placement.id}/agreement`

/** The agreement of a placement: who has signed, what it says, and for an office the form that writes it. */
export function AgreementPage(props: AgreementPageProps) {
  const { call, placement, agreement, form, mayManage } = props
  const { t, href, language } = call
  const isOpen = mayManage && agreement?.state !== 'signing'
  return (
    <Page
      frame={call.frame}
      title={t(m('agreement.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/placements/${placement.id}`),
          label: localised(placement.titles, language).text,
        },
      ]}
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <Strip {...props} />
      <Stack gap="wide">
        {agreement?.returnedHow && agreement.state === 'draft' && (
          <Notice tone="attention" title={t(m(`returned.${agreement.returnedHow}`))}>
            <p>{t(m('returned.what'))}</p>
          </Notice>
        )}
        {isOpen && <Mentors {...props} />}
        <Signers {...props} />
        {!isOpen && <What {...props} />}
        {isOpen && agreement?.state === 'draft' && <Send {...props} />}
        {isOpen && <Write {...props} />}
        <TakeBack {...props} />
        <Interruptions {...props} />
      </Stack>
    </Page>
  )
}

function Strip(props: AgreementPageProps) {
  const { call, placement, agreement, signing } = props
  const { t, language, href } = call
  const state = agreement?.state ?? 'draft'
  const agreedOn = agreement?.agreedOn
  return (
    <ObjectStrip
      language={language}
      kind={t(m('agreement.title'))}
      title={<Local language={language} text={placement.titles} />}
      detail={
        <>
          <Typed>{placement.host}</Typed>
          {agreedOn ? ` · ${t(m('agreement.in-force', { day: dayText(agreedOn, call) }))}` : ''}
        </>
      }
      state={{ tone: tones[state], label: t(m(`agreement-state.${state}`)) }}
      next={t(m(`agreement-next.${state}`))}
      until={signing?.state === 'open' && signing.dueOn ? dayText(signing.dueOn, call) : undefined}
      actions={
        <ButtonLink look="quiet" icon="download" href={href(`${pathOf(props)}/document`)}>
          {t(m('agreement.print'))}
        </ButtonLink>
      }
    />
  )
}

/** All who sign, in their order, with the way to sign for whoever reads. */
function Signers(props: AgreementPageProps) {
  const { call, signing, agreement, readerId } = props
  const { t, language, href } = call
  if (signing === null || agreement === null || agreement.state === 'draft') return null
  const own = signing.signers.find((each) => each.state === 'asked' && each.personId === readerId)
  return (
    <Section title={t(m('agreement.signers'))} id="signers">
      <Steps
        language={language}
        label={t(m('agreement.signers'))}
        steps={signing.signers.map((signer) => ({
          label: signer.guestName ? (
            <>
              {t(m(`agreement.${partyOf(signer)}`))}: <Typed>{signer.guestName}</Typed>
            </>
          ) : (
            t(m(signer.personId ? 'field.student' : 'field.home'))
          ),
          state: signer.state === 'done' ? 'done' : signer.state === 'asked' ? 'current' : 'later',
          detail: signer.doneAt
            ? formatDate(signer.doneAt.toISOString().slice(0, 10), language, 'medium')
            : undefined,
          ...(signer.state === 'asked' && signer.guestName === null
            ? { href: href(`/signing/steps/${signer.stepId}`) }
            : {}),
        }))}
      />
      {own && (
        <p>
          <ButtonLink href={href(`/signing/steps/${own.stepId}`)}>
            {t(m('agreement.sign'))}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

const partyByLabel: Record<string, PartyKey> = {
  guardian: 'guardian',
  'academic-mentor': 'mentor',
  'host-organisation': 'signatory',
  'industry-mentor': 'tutor',
  partner: 'secondHost',
}

function partyOf({ label }: SigningSummary['signers'][number]): PartyKey {
  return (label.kind === 'named' ? partyByLabel[label.name] : undefined) ?? 'secondHost'
}

/** What is agreed, for whoever does not write it. */
function What({ call, text }: AgreementPageProps) {
  const { t, language } = call
  return (
    <Section title={t(m('agreement.what'))} id="what">
      <DescriptionList
        items={[
          { term: t(m('agreement.form')), value: t(m(`form.${text.form}`)) },
          { term: t(m('field.period')), value: periodText(text, call) },
          {
            term: t(m('field.hours')),
            value: t(m('hours-week', { hours: formatNumber(text.hoursPerWeek, language) })),
          },
          { term: t(m('agreement.basis')), value: t(m(`basis.${text.basis}`)) },
          ...wordKeys
            .filter((key) => text.words[key] !== '')
            .map((key) => ({
              term: t(m(`agreement.${key}`)),
              value: <Typed>{text.words[key]}</Typed>,
            })),
        ]}
      />
    </Section>
  )
}

/** Who mentors now and is not named: taken over by one press, never typed again. */
function Mentors(props: AgreementPageProps) {
  const { unnamed, isTaken, call } = props
  const { t, href } = call
  if (isTaken) return <Notice tone="info" title={t(m('mentors.taken'))} />
  if (unnamed.length === 0) return null
  return (
    <Notice tone="attention" title={t(m('mentors.unnamed'))}>
      <ul>
        {unnamed.map(({ as, name }) => (
          <li key={as}>
            {t(m(`agreement.${as}`))}: <Typed>{name}</Typed>
          </li>
        ))}
      </ul>
      <ButtonLink look="secondary" href={href(`${pathOf(props)}?mentors=now`)}>
        {t(m('mentors.take'))}
      </ButtonLink>
    </Notice>
  )
}

function Send(props: AgreementPageProps) {
  const { call, agreement } = props
  const { t, href, frame } = call
  return (
    <Section title={t(m('send.title'))} id="send" lead={t(m('send.lead'))}>
      <Form
        action={href(`${pathOf(props)}/sending`)}
        csrf={frame.csrf}
        hidden={{ basedOn: String(agreement!.draftNumber) }}
      >
        <Button>{t(m(agreement!.agreed ? 'send.amendment' : 'send.do'))}</Button>
      </Form>
    </Section>
  )
}

/** The form that writes the agreement; one that is in force is amended by it. */
function Write(props: AgreementPageProps) {
  const { call, agreement, text, form } = props
  const { t, language, href, frame } = call
  const isInForce = agreement?.state === 'signed'
  const needed = neededIn(text)
  const fields = (
    <Form
      action={href(`${pathOf(props)}/text`)}
      csrf={frame.csrf}
      hidden={{ basedOn: String(agreement?.draftNumber ?? 0) }}
    >
      <Frame {...props} />
      <FieldSet legend={t(m('agreement.what'))}>
        {wordKeys.map((key) => (
          <Field
            key={key}
            kind="textarea"
            language={language}
            name={key}
            label={t(m(`agreement.${key}`))}
            hint={t(m(`agreement-hint.${key}`))}
            // A draft may lack what the agreement needs; that it is optional would be wrong all the same.
            required={needed.words.includes(key) ? undefined : false}
            rows={3}
            maxlength={4000}
            value={form.values[key] ?? text.words[key]}
            error={form.errors[key]}
          />
        ))}
      </FieldSet>
      <Parties {...props} />
      <Button look="secondary">{t(m('agreement.keep'))}</Button>
    </Form>
  )
  if (!isInForce) {
    return (
      <Section title={t(m('agreement.write'))} id="write" lead={t(m('agreement.write-lead'))}>
        {fields}
      </Section>
    )
  }
  return (
    <>
      <What {...props} />
      <Fold summary={t(m('agreement.amend'))} open={form.message !== null || props.isTaken}>
        <p>{t(m('agreement.amend-what'))}</p>
        {fields}
      </Fold>
    </>
  )
}

/** The form of the agreement, its days and hours, and how it is signed. */
function Frame({ call, text, form }: AgreementPageProps) {
  const { t, language } = call
  const chosen = (
    name: 'form' | 'basis' | 'means',
    options: readonly string[],
    label: (option: never) => string,
  ) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={t(m(`agreement.${name}`))}
      options={options.map((value) => ({ value, label: label(value as never) }))}
      value={form.values[name] ?? text[name]}
      error={form.errors[name]}
    />
  )
  return (
    <FieldSet legend={t(m('agreement.frame'))} columns>
      {chosen('form', agreementForms, (each: (typeof agreementForms)[number]) =>
        t(m(`form.${each}`)),
      )}
      {chosen('basis', agreementBases, (each: (typeof agreementBases)[number]) =>
        t(m(`basis.${each}`)),
      )}
      {(['startsOn', 'endsOn'] as const).map((name) => (
        <Field
          key={name}
          kind="date"
          language={language}
          name={name}
          label={t(m(`new.${name}`))}
          value={form.values[name] ?? text[name]}
          error={form.errors[name]}
        />
      ))}
      <Field
        kind="number"
        language={language}
        name="hoursPerWeek"
        label={t(m('new.hoursPerWeek'))}
        min="1"
        max="60"
        value={form.values['hoursPerWeek'] ?? String(text.hoursPerWeek)}
        error={form.errors['hoursPerWeek']}
      />
      {chosen('means', agreementMeans, (each: (typeof agreementMeans)[number]) =>
        t(m(`means.${each}`)),
      )}
      <Field
        kind="select"
        language={language}
        name="hostLanguage"
        label={t(m('agreement.hostLanguage'))}
        options={languages.map((each) => ({ value: each, label: nativeName(each) }))}
        value={form.values['hostLanguage'] ?? text.hostLanguage}
        error={form.errors['hostLanguage']}
      />
    </FieldSet>
  )
}

function Parties({ call, text, form }: AgreementPageProps) {
  const { t, language } = call
  const needed = neededIn(text)
  return (
    <FieldSet legend={t(m('agreement.parties'))} hint={t(m('agreement.parties-hint'))}>
      {partyKeys.map((key) => (
        <Grid key={key} size="large">
          {(['name', 'email'] as const).map((part) => {
            const name = `${key}${part === 'name' ? 'Name' : 'Email'}`
            const label = t(m(`agreement.${key}`))
            return (
              <Field
                key={name}
                kind={part === 'name' ? 'text' : 'email'}
                language={language}
                name={name}
                label={part === 'name' ? label : t(m('agreement.email-of', { who: label }))}
                required={needed.parties.includes(key) ? undefined : false}
                value={form.values[name] ?? text.parties[key]?.[part] ?? ''}
                error={form.errors[name]}
              />
            )
          })}
        </Grid>
      ))}
    </FieldSet>
  )
}

function TakeBack(props: AgreementPageProps) {
  const { call, agreement, mayManage, form } = props
  const { t, href, language, frame } = call
  if (!mayManage || agreement?.state !== 'signing') return null
  return (
    <Fold summary={t(m('take-back.title'))} open={form.errors['returnReason'] !== undefined}>
      <Form action={href(`${pathOf(props)}/return`)} csrf={frame.csrf}>
        <p>{t(m('take-back.what'))}</p>
        <Field
          kind="textarea"
          language={language}
          name="returnReason"
          label={t(m('vet.reason'))}
          rows={2}
          maxlength={2000}
          value={form.values['returnReason']}
          error={form.errors['returnReason']}
        />
        <Button look="secondary">{t(m('take-back.title'))}</Button>
      </Form>
    </Fold>
  )
}

/** What interrupted the placement, and for an office the form that says it. */
function Interruptions({ call, placement, interruptions, mayManage, form }: AgreementPageProps) {
  const { t, href, language, frame } = call
  if (interruptions.length === 0 && !mayManage) return null
  const isOver = interruptions.at(-1)?.kind === 'ended'
  return (
    <Section title={t(m('interruption.title'))} id="interruptions">
      {interruptions.length > 0 && (
        <DescriptionList
          items={interruptions.map(({ kind, day, reason }) => ({
            term: t(m(`interruption.${kind}`, { day: dayText(day, call) })),
            value: <Typed>{reason}</Typed>,
          }))}
        />
      )}
      {mayManage && !isOver && (
        <Fold summary={t(m('interruption.say'))} open={form.values['kind'] !== undefined}>
          <Form action={href(`${base}/placements/${placement.id}/interruption`)} csrf={frame.csrf}>
            <Field
              kind="radio"
              language={language}
              name="kind"
              label={t(m('interruption.what'))}
              options={interruptionKinds.map((kind) => ({
                value: kind,
                label: t(m(`interruption-kind.${kind}`)),
              }))}
              value={form.values['kind']}
              error={form.errors['kind']}
            />
            <Field
              kind="date"
              language={language}
              name="day"
              label={t(m('log.day'))}
              value={form.values['day']}
              error={form.errors['day']}
            />
            <Field
              kind="textarea"
              language={language}
              name="reason"
              label={t(m('vet.reason'))}
              rows={2}
              maxlength={2000}
              value={form.values['reason']}
              error={form.errors['reason']}
            />
            <Button look="secondary">{t(m('interruption.say'))}</Button>
          </Form>
        </Fold>
      )}
    </Section>
  )
}
