import { type Language, languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Tabs,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { TextField } from '../rules/parts.ts'
import { fieldsOf } from '../rules/parts.ts'
import { mayBeAbsent, textState, type TextString } from '../rules/texts.ts'
import { type Conflict, nameOf, type SentText } from '../service/texts.ts'
import type { WorkProps } from './author-exhibition.tsx'
import { Alert, LanguageProgress, TextTag, WorkTabs, workTrail } from './author-parts.tsx'
import { titleOf, type Visit } from './visit.ts'

interface TextsProps extends WorkProps {
  visit: Visit
  language: Language
  /** Only the texts of one part, where one was asked for. */
  partId: string | null
  conflicts: readonly Conflict[]
  /** What was sent, by the names of fields, where it could not be kept. */
  typed: Readonly<Record<string, TypedText>>
}

/** A text that is shown again as it was sent, upon what its writer saw: else it would pass for an answer to newer words. */
type TypedText = Pick<SentText, 'value' | 'version' | 'seen' | 'reviewed'>

/** Every text of an exhibition, the source at the left and its translation at the right, each with how far it is. */
export function AuthorTextsPage(props: TextsProps) {
  const { scene, exhibition, draft, language, partId, counts, conflicts, form } = props
  const { t, href, frame } = scene
  const here = `/exhibitions/${exhibition.id}/texts`
  const strings = partId ? draft.strings.filter((each) => each.partId === partId) : draft.strings
  const isSource = language === exhibition.source_language
  return (
    <Page
      frame={frame}
      title={t(m('work.texts'))}
      trail={workTrail(scene, exhibition)}
      alert={<Alert scene={scene} form={form} />}
      wide
    >
      <Heading level={1} lead={t(m(isSource ? 'texts.lead-source' : 'texts.lead'))}>
        {t(m('work.texts'))}
      </Heading>
      <WorkTabs scene={scene} exhibition={exhibition} current="texts" />
      <Tabs
        label={t(m('texts.language'))}
        tabs={languages.map((each) => ({
          href: href(here, { language: each, part: partId ?? undefined }),
          label: nativeName(each),
          current: each === language,
        }))}
      />
      {partId && (
        <p>
          <a href={href(here, { language })}>{t(m('texts.all'))}</a>
        </p>
      )}
      {conflicts.length > 0 && (
        <Notice tone="attention" title={t(m('texts.conflict', { count: conflicts.length }))} live>
          {t(m('texts.conflict-what'))}
        </Notice>
      )}
      {strings.length === 0 ? (
        <EmptyState title={t(m('texts.none'))} why={t(m('texts.none-why'))} />
      ) : (
        <Form action={href(here)} csrf={frame.csrf} hidden={{ language, part: partId ?? '' }}>
          <weft-autosave
            data-saved={t(m('texts.saved'))}
            data-saving={t(m('texts.saving'))}
            data-conflict={t(m('texts.conflict-here', { text: '{text}' }))}
            data-failed={t(m('texts.failed'))}
          >
            {strings.map((string) => (
              <StringRow key={`${string.partId} ${string.field}`} {...props} string={string} />
            ))}
            <div class="texts-foot">
              <ButtonGroup>
                <Button>{t(m('texts.save'))}</Button>
              </ButtonGroup>
              <p class="hint" role="status" data-status />
            </div>
          </weft-autosave>
        </Form>
      )}
      {!isSource && <Elsewhere {...props} />}
      <LanguageProgress scene={scene} exhibition={exhibition} counts={counts} />
    </Page>
  )
}

/** The way to a translator's own program and back. */
function Elsewhere({ scene, exhibition, language }: TextsProps) {
  const { t, href, frame } = scene
  const here = `/exhibitions/${exhibition.id}/translation`
  return (
    <Section title={t(m('translation.title'))} id="elsewhere" lead={t(m('translation.lead'))}>
      <ButtonGroup>
        <ButtonLink look="secondary" icon="download" href={href(here, { language })} download>
          {t(m('translation.xlsx'))}
        </ButtonLink>
        <ButtonLink
          look="secondary"
          icon="download"
          href={href(here, { language, form: 'xliff' })}
          download
        >
          XLIFF 2.0
        </ButtonLink>
      </ButtonGroup>
      <Form action={href(here)} csrf={frame.csrf} hidden={{ language }} files>
        <Field
          kind="file"
          language={scene.language}
          name="file"
          label={t(m('translation.file'))}
          accept=".xlsx,.xlf,.xliff"
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('translation.take'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function StringRow(props: TextsProps & { string: TextString }) {
  const { scene, exhibition, string, language, conflicts, typed } = props
  const { t } = scene
  const field = string.field as TextField
  const key = { partId: string.partId, field, language }
  const name = nameOf(key)
  const own = string.texts.find((each) => each.language === language)
  const isSource = language === exhibition.source_language
  const state = textState(string.texts, language, exhibition.source_language)
  const conflict = conflicts.find((each) => nameOf(each) === name)
  const sent = typed[name]
  const value = sent?.value ?? own?.value ?? ''
  const seen = conflict?.theirs ?? sent?.seen ?? own?.value ?? ''
  const version = (conflict ?? sent ?? own)?.version ?? 0
  const long = field === 'text' || field === 'credits'
  const id = `${string.partId}-${field}`
  return (
    <fieldset class={isSource ? 'string-row string-row-source' : 'string-row'} data-name={name}>
      <legend>
        <PartName {...props} /> <span class="quiet">{t(m(`field-name.${field}`))}</span>
      </legend>
      {!isSource && <SourceText {...props} />}
      <div class="string-own">
        <label for={id} class="hidden-visually">
          {t(m(`field-name.${field}`))}
        </label>
        <textarea
          class="input"
          id={id}
          name={name}
          lang={language}
          rows={long ? 5 : 1}
          maxlength={mostOf(props, string)}
          aria-describedby={`${id}-state`}
          value={value}
        />
        <input type="hidden" name={`${name}.version`} value={version} />
        <input type="hidden" name={`${name}.seen`} value={seen} />
        {conflict && (
          <div class="string-theirs">
            <p class="quiet">{t(m('texts.theirs'))}</p>
            <p lang={language}>{conflict.theirs}</p>
          </div>
        )}
        <p class="string-state" id={`${id}-state`}>
          <TextTag scene={scene} state={mayBeAbsent(string) ? 'optional' : state} />
          {own && own.value.trim() !== '' && state !== 'reviewed' && (
            <label class="string-review">
              <input
                type="checkbox"
                name={`${name}.reviewed`}
                value="yes"
                checked={sent?.reviewed}
              />{' '}
              {t(m('texts.mark-reviewed'))}
            </label>
          )}
          <span class="string-said quiet" data-said />
        </p>
      </div>
    </fieldset>
  )
}

/** What is translated, beside its translation. */
function SourceText({ scene, exhibition, string }: TextsProps & { string: TextString }) {
  const { source_language: language } = exhibition
  const source = string.texts.find((each) => each.language === language)
  return (
    <div class="string-source">
      {source?.value ? (
        <p lang={language}>{source.value}</p>
      ) : (
        <p class="quiet">{scene.t(m('texts.no-source'))}</p>
      )}
    </div>
  )
}

function mostOf({ draft }: TextsProps, { partId, field }: TextString): number | undefined {
  const part = draft.parts.find(({ id }) => id === partId)
  return part && fieldsOf[part.kind].find((each) => each.field === field)?.most
}

/** Which part a text is of, in words: a room by its number, a piece by its title. */
function PartName({ scene, draft, visit, string }: TextsProps & { string: TextString }) {
  const { t } = scene
  const { rooms } = draft.content
  const room = rooms.findIndex(({ id }) => id === string.partId)
  if (room >= 0) return <>{t(m('room.number', { number: room + 1 }))}</>
  const placements = rooms.flatMap((each) => each.placements)
  const placement = placements.find(({ id }) => id === string.partId)
  if (placement) return <Local language={scene.language} text={titleOf(visit, placement)} />
  for (const each of placements) {
    const step = each.steps.findIndex(({ id }) => id === string.partId)
    if (step >= 0) {
      return (
        <>
          <Local language={scene.language} text={titleOf(visit, each)} /> ·{' '}
          {t(m('tour.step', { number: step + 1 }))}
        </>
      )
    }
  }
  return <>{t(m('work.kicker'))}</>
}
