import type { FormState } from '#kernel/http'
import { formatNumber, type Language, languageTag, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  FieldSet,
  Form,
  FormAlert,
  Heading,
  LanguageFields,
  languageNames,
  Page,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PositionRow } from '../queries/positions.ts'
import { base, type PageCall, periodText } from './scene.tsx'

interface NewRoundProps {
  call: PageCall
  offices: readonly { value: string; label: string }[]
  /** The published positions that stand in no round. */
  positions: readonly PositionRow[]
  chosen: ReadonlySet<string>
  form: FormState
}

/** Opens a round: over which positions, and its three days. */
export function NewRoundPage(props: NewRoundProps) {
  const { call, positions, form } = props
  const { t, href, frame, language } = call
  return (
    <Page
      frame={frame}
      title={t(m('round-new.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Heading level={1} lead={t(m('round-new.lead'))}>
        {t(m('round-new.title'))}
      </Heading>
      {positions.length === 0 ? (
        <EmptyState
          title={t(m('round-new.none'))}
          why={t(m('round-new.none-why'))}
          action={<ButtonLink href={href(`${base}/positions/new`)}>{t(m('new.title'))}</ButtonLink>}
        />
      ) : (
        <Form action={href(`${base}/rounds/new`)} csrf={frame.csrf}>
          <Title {...props} />
          <Days {...props} />
          <Positions {...props} />
          <ButtonGroup>
            <Button>{t(m('round-new.open'))}</Button>
            <ButtonLink look="quiet" href={href(`${base}/office`)}>
              {t(m('back'))}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
    </Page>
  )
}

function Title({ call, offices, form }: NewRoundProps) {
  const { t, language } = call
  return (
    <>
      {offices.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('field.office'))}
          options={offices}
          value={form.values['organisation']}
          error={form.errors['organisation']}
        />
      )}
      <LanguageFields
        language={language}
        legend={t(m('round-new.name'))}
        field={(each: Language) => (
          <Field
            key={each}
            kind="text"
            language={language}
            name={`title.${each}`}
            label={<span lang={languageTag(each)}>{languageNames[each]}</span>}
            called={t(m('round-new.name'))}
            value={form.values[`title.${each}`]}
            error={each === language ? form.errors['title'] : undefined}
            required={false}
            maxlength={200}
          />
        )}
        isFilled={(each) => Boolean(form.values[`title.${each}`])}
        isWrong={() => form.errors['title'] !== undefined}
      />
    </>
  )
}

function Days({ call, form }: NewRoundProps) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('round.days'))} columns>
      {(['wishesUntil', 'ranksUntil', 'answerBy'] as const).map((name) => (
        <Field
          key={name}
          kind="date"
          language={language}
          name={name}
          label={t(m(`round.${name}`))}
          hint={t(m(`round.${name}-hint`))}
          value={form.values[name]}
          error={form.errors[name]}
        />
      ))}
    </FieldSet>
  )
}

function Positions({ call, positions, chosen, form }: NewRoundProps) {
  const { t, language } = call
  return (
    <Field
      kind="checkboxes"
      language={language}
      name="positions"
      label={t(m('office.positions'))}
      hint={t(m('round-new.positions-hint'))}
      value={[...chosen]}
      error={form.errors['positions']}
      options={positions.map((each) => ({
        value: each.id,
        label: `${localised(each.titles, language).text} · ${each.host}`,
        hint: [
          periodText(each, call),
          t(
            m('round.free', {
              count: Math.max(0, each.places - each.taken),
              shown: formatNumber(Math.max(0, each.places - each.taken), language),
            }),
          ),
        ].join(' · '),
      }))}
    />
  )
}
