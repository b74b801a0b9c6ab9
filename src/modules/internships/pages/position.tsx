import type { FormState } from '#kernel/http'
import { formatList, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  DescriptionList,
  Field,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Prose,
  Section,
  Split,
  Stack,
  FormAlert,
  Local,
  type StagedFile,
} from '#ui'
import { type Clearance, ClearanceNote, type MeantStay } from '#modules/clearance'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { PositionRow } from '../queries/positions.ts'
import { mostPapers } from '../service/application-papers.ts'
import {
  base,
  dayText,
  languageText,
  type PageCall,
  periodText,
  placeText,
  positionTones,
  stipendText,
} from './scene.tsx'

interface PositionPageProps {
  call: PageCall
  position: PositionRow
  /** For a student: what is known of the permission. */
  permission: { clearance: Clearance; meant: MeantStay } | null
  own: ApplicationRow | null
  /** Papers that a refused form kept. */
  papers: readonly StagedFile[]
  /** Why nobody can apply today; null while it is open. */
  closed: string | null
  form: FormState | null
}

/** A position as everybody reads it; a student applies below, and sees first what permission it needs. */
export function PositionPage(props: PositionPageProps) {
  const { call, position, permission, own, closed } = props
  const { t, href, language } = call
  const title = localised(position.titles, language).text
  const left = Math.max(0, position.places - position.taken)
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
      alert={<FormAlert language={call.language} form={props.form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('field.position'))}
        title={<Local language={call.language} text={position.titles} />}
        detail={`${position.host} · ${placeText(position, call)}`}
        state={{
          tone:
            closed && position.state === 'published' ? 'neutral' : positionTones[position.state],
          label: closed ?? t(m(`position.${position.state}`)),
        }}
        next={t(m('position.left', { count: left }))}
        until={dayText(position.applyBy, call)}
        actions={<EditActions call={call} position={position} />}
      />
      <Split
        main={
          <Stack gap="wide">
            {permission && (
              <ClearanceNote
                reader={call}
                clearance={permission.clearance}
                meant={permission.meant}
              />
            )}
            <Prose>
              {localised(position.descriptions, language)
                .text.split(/\n+/)
                .filter((part) => part.trim() !== '')
                .map((part, place) => (
                  <p key={place}>{part}</p>
                ))}
            </Prose>
            {position.roundId !== null && (
              <Notice
                tone="info"
                title={t(m('round.in-round'))}
                action={
                  <a href={href(`${base}/rounds/${position.roundId}`)}>{t(m('round.to-round'))}</a>
                }
              />
            )}
            <Apply {...props} />
            {own && (
              <Notice
                tone="info"
                title={t(m('apply.already'))}
                action={
                  <a href={href(`${base}/applications/${own.id}`)}>{t(m('apply.see-own'))}</a>
                }
              />
            )}
          </Stack>
        }
        aside={<Facts call={call} position={position} />}
      />
    </Page>
  )
}

function Facts({ call, position }: Pick<PositionPageProps, 'call' | 'position'>) {
  const { t, language } = call
  const items = [
    { term: t(m('field.period')), value: periodText(position, call) },
    {
      term: t(m('field.hours')),
      value: t(m('hours-week', { hours: formatNumber(position.hoursPerWeek, language) })),
    },
    { term: t(m('field.mode')), value: t(m(`mode.${position.mode}`)) },
    { term: t(m('field.language')), value: languageText(position, language) },
    { term: t(m('field.stipend')), value: stipendText(position, call) },
    { term: t(m('field.places')), value: formatNumber(position.places, language) },
    { term: t(m('field.field')), value: position.field },
    { term: t(m('field.skills')), value: formatList(position.skills, language) || '–' },
    {
      term: t(m('field.office')),
      value: <Local language={call.language} text={position.office} />,
    },
    {
      term: t(m('field.vetted')),
      value:
        position.hostState === 'vetted' && position.vettedUntil
          ? t(m('host.vetted-until', { day: dayText(position.vettedUntil, call) }))
          : t(m(`host.${position.hostState}`)),
    },
  ]
  return (
    <Card title={t(m('position.facts'))} level={2}>
      <DescriptionList items={items} />
    </Card>
  )
}

function EditActions({ call, position }: Pick<PositionPageProps, 'call' | 'position'>) {
  const { t, href, frame } = call
  if (!call.may('internships.position.edit', position)) return null
  const next = position.state === 'published' ? 'closed' : 'published'
  return (
    <ButtonGroup>
      <Form
        action={href(`${base}/positions/${position.id}/state`)}
        csrf={frame.csrf}
        hidden={{ state: next }}
        inline
      >
        <Button look={next === 'published' ? 'primary' : 'secondary'}>
          {t(m(`position.do-${next}`))}
        </Button>
      </Form>
      <ButtonLink look="secondary" href={href(`${base}/positions/${position.id}/interviews`)}>
        {t(m('interview.slots'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

function Apply(props: PositionPageProps) {
  const { call, position, permission, own, closed, form } = props
  const { t, language, href, frame } = call
  if (own || closed || position.roundId !== null) return null
  if (call.actor.kind !== 'person') {
    return (
      <ButtonGroup>
        <ButtonLink href={href('/sign-in', { next: `${base}/positions/${position.id}` })}>
          {t(m('apply.sign-in'))}
        </ButtonLink>
      </ButtonGroup>
    )
  }
  if (!permission) return null
  const asksEnrolment = permission.clearance.state !== 'domestic'
  return (
    <Section title={t(m('apply.title'))} id="apply" lead={t(m('apply.lead'))}>
      <Form action={href(`${base}/positions/${position.id}/application`)} csrf={frame.csrf} files>
        {asksEnrolment && (
          <Field
            kind="radio"
            language={language}
            name="enrolledThere"
            label={t(m('apply.enrolled'))}
            hint={t(m('apply.enrolled-hint'))}
            inline
            value={form?.values['enrolledThere']}
            error={form?.errors['enrolledThere']}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(m(`answer.${value}`)),
            }))}
          />
        )}
        <Field
          kind="textarea"
          language={language}
          name="motivation"
          label={t(m('apply.motivation'))}
          hint={t(m('apply.motivation-hint'))}
          rows={6}
          maxlength={4000}
          value={form?.values['motivation']}
          error={form?.errors['motivation']}
        />
        <Field
          kind="file"
          language={language}
          name="papers"
          label={t(m('apply.papers'))}
          hint={t(m('apply.papers-hint', { most: mostPapers }))}
          accept=".pdf,.jpg,.jpeg,.png,.webp"
          multiple
          required={false}
          staged={props.papers}
          error={form?.errors['papers']}
        />
        <Button>{t(m('apply.send'))}</Button>
      </Form>
    </Section>
  )
}
