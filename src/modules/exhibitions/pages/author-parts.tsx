import type { FormState, Scene } from '#kernel/http'
import { type Language, languages, nativeName } from '#kernel/values'
import { Button, ErrorSummary, Form, StateTag, Tabs, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { ExhibitionRow } from '../queries/exhibitions.ts'
import type { ExhibitionState } from '../schema-exhibitions.ts'
import { textStates, type TextState } from '../rules/texts.ts'
import { localText } from './scene.tsx'

/** What is wrong with a form, above the page. */
export function Alert({ scene, form }: { scene: Scene; form: FormState }) {
  return (
    <ErrorSummary
      language={scene.language}
      message={form.message ?? undefined}
      fields={form.errors}
    />
  )
}

/** The parts of the work on an exhibition. */
export function WorkTabs({
  scene,
  exhibition,
  current,
}: {
  scene: Scene
  exhibition: ExhibitionRow
  current: 'edit' | 'texts' | 'review' | 'room'
}) {
  const { t, href } = scene
  const here = `/exhibitions/${exhibition.id}`
  return (
    <Tabs
      label={t(m('work.tabs'))}
      tabs={[
        { href: href(`${here}/edit`), label: t(m('work.rooms')), current: current === 'edit' },
        { href: href(`${here}/texts`), label: t(m('work.texts')), current: current === 'texts' },
        { href: href(`${here}/review`), label: t(m('work.review')), current: current === 'review' },
        { href: href(`${here}/preview`), label: t(m('work.preview')) },
      ]}
    />
  )
}

/** The way to a page of the work, from the exhibitions down. */
export function workTrail(scene: Scene, exhibition?: ExhibitionRow) {
  const { t, href } = scene
  return [
    { href: href('/exhibitions'), label: t(m('exhibitions.title')) },
    { href: href('/exhibitions/office'), label: t(m('office.title')) },
    ...(exhibition
      ? [
          {
            href: href(`/exhibitions/${exhibition.id}/edit`),
            label: localText(scene, exhibition.titles),
          },
        ]
      : []),
  ]
}

const stateTones: Record<ExhibitionState, Tone> = {
  draft: 'quiet',
  mentor: 'attention',
  review: 'attention',
}

/** Where the working copy stands, and whether something of it is public. */
export function stateOf(
  scene: Scene,
  { state, public_number }: ExhibitionRow,
): { tone: Tone; label: string } {
  if (state === 'draft' && public_number !== null) {
    return { tone: 'done', label: scene.t(m('state.public', { number: public_number })) }
  }
  return { tone: stateTones[state], label: scene.t(m(`state.${state}`)) }
}

const textTones: Record<TextState | 'optional', Tone> = {
  optional: 'quiet',
  missing: 'harm',
  machine: 'attention',
  draft: 'quiet',
  stale: 'attention',
  reviewed: 'done',
}

/** How far one text is. */
export function TextTag({ scene, state }: { scene: Scene; state: TextState | 'optional' }) {
  return <StateTag tone={textTones[state]}>{scene.t(m(`text.${state}`))}</StateTag>
}

/** How far the texts are in each language, as a bar with its numbers. */
export function LanguageProgress({
  scene,
  exhibition,
  counts,
}: {
  scene: Scene
  exhibition: ExhibitionRow
  counts: Readonly<Record<Language, Record<TextState, number>>>
}) {
  const { t } = scene
  return (
    <table class="text-progress">
      <caption class="hidden-visually">{t(m('texts.progress'))}</caption>
      <thead class="hidden-visually">
        <tr>
          <th scope="col">{t(m('texts.language'))}</th>
          <th scope="col">{t(m('texts.progress'))}</th>
        </tr>
      </thead>
      <tbody>
        {languages.map((language) => (
          <ProgressRow
            key={language}
            scene={scene}
            exhibition={exhibition}
            language={language}
            of={counts[language]}
          />
        ))}
      </tbody>
    </table>
  )
}

function ProgressRow({
  scene,
  exhibition,
  language,
  of,
}: {
  scene: Scene
  exhibition: ExhibitionRow
  language: Language
  of: Record<TextState, number>
}) {
  const { t, href } = scene
  const total = textStates.reduce((sum, state) => sum + of[state], 0)
  const said = textStates.toReversed().filter((state) => of[state] > 0)
  return (
    <tr>
      <th scope="row">
        <a href={href(`/exhibitions/${exhibition.id}/texts`, { language })} lang={language}>
          {nativeName(language)}
        </a>
        {language === exhibition.source_language && (
          <span class="quiet"> {t(m('texts.source'))}</span>
        )}
        {!exhibition.languages.includes(language) && (
          <span class="quiet"> {t(m('texts.unpublished'))}</span>
        )}
      </th>
      <td>
        <svg
          class="text-bar"
          viewBox="0 0 100 4"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {bandsOf(of, total).map(({ state, from, width }) => (
            <rect key={state} class={`text-bar-${state}`} x={from} y="0" width={width} height="4" />
          ))}
        </svg>
        <span class="text-bar-words">
          {said.map((state) => (
            <span key={state}>
              {t(m('texts.count', { count: of[state], state: t(m(`text.${state}`)) }))}
            </span>
          ))}
        </span>
      </td>
    </tr>
  )
}

function bandsOf(of: Record<TextState, number>, total: number) {
  let from = 0
  return textStates.toReversed().map((state) => {
    const width = total === 0 ? 0 : (100 * of[state]) / total
    const band = { state, from, width }
    from += width
    return band
  })
}

/** A form that is one button. */
export function OneButton({
  scene,
  action,
  hidden,
  look = 'quiet',
  label,
  children,
}: {
  scene: Scene
  action: string
  hidden?: Record<string, string>
  look?: 'primary' | 'secondary' | 'quiet' | 'harm'
  label?: string
  children: string
}) {
  return (
    <Form action={scene.href(action)} csrf={scene.frame.csrf} hidden={hidden} inline>
      <Button look={look} small>
        {children}
        {label && <span class="hidden-visually"> {label}</span>}
      </Button>
    </Form>
  )
}
