import type { Frame } from '#kernel/http'
import type { Message, Translate } from '#kernel/messages'
import {
  compareText,
  countryName,
  formatDate,
  formatDateRange,
  formatList,
  localised,
  nativeName,
  type DateOnly,
  type Language,
  type LocalText,
} from '#kernel/values'
import {
  type Content,
  ErrorSummary,
  Field,
  fieldId,
  LanguageFields,
  type Link,
  type Option,
  Page,
  PublicShell,
  Stack,
  StateTag,
  type Tone,
} from '#ui'
import { sectorLabel } from '../sector-labels.ts'
import { m } from '../messages/index.ts'
import type { AppointmentRole, Sector } from '../schema.ts'

/** What every page here gets beside its own data: how to speak, where to lead, which day it is. */
export interface Scene {
  frame: Frame
  language: Language
  t: Translate
  href: (path: string, query?: Record<string, string | number | undefined | null>) => string
  today: DateOnly
  now: Date
  /** Of `today`. */
  timeZone: string
}

/** What a form shows: what was typed or stands, and what is wrong with it. */
export interface FormState {
  values: Readonly<Record<string, readonly string[]>>
  errors: Readonly<Record<string, string>>
  message?: string | undefined
}

interface FramedProps {
  scene: Scene
  title: string
  trail?: readonly Link[]
  wide?: boolean
  form?: FormState | undefined
  description?: string
  children: Content
}

/** The page around the content: the public's for those who are not signed in, the working one for those who are. */
export function Framed({ scene, title, trail, wide, form, description, children }: FramedProps) {
  const alert = form && (
    <ErrorSummary language={scene.language} message={form.message} fields={form.errors} />
  )
  const content = <Stack>{children}</Stack>
  const shared = { frame: scene.frame, title, trail, alert, description, children: content }
  return scene.frame.person ? <Page {...shared} wide={wide} /> : <PublicShell {...shared} />
}

/** A name in the reader's language, marked with the language that it is in where that is another. */
export function Named({ scene, names }: { scene: Scene; names: LocalText }) {
  const { text, language } = localised(names, scene.language)
  return <span lang={language === scene.language ? undefined : language}>{text}</span>
}

/** The same as plain text, for titles and labels. */
export function nameText(scene: Scene, names: LocalText): string {
  return localised(names, scene.language).text
}

/** The language that a name is shown in, where it is not the page's. */
export function nameLanguage(scene: Scene, names: LocalText): Language | undefined {
  const { language } = localised(names, scene.language)
  return language === scene.language ? undefined : language
}

/** A date in the reader's calendar. */
export function day(scene: Scene, date: DateOnly): string {
  return formatDate(date, scene.language, 'medium')
}

/** A period in the reader's calendar; open ones say so. */
export function period(scene: Scene, from: DateOnly, until: DateOnly | null): string {
  return until === null
    ? scene.t(m('period.since', { from: day(scene, from) }))
    : formatDateRange(from, until, scene.language, 'medium')
}

/** City and country, as far as they are known. */
export function place(scene: Scene, row: { city: LocalText; country: string }): string {
  const city = nameText(scene, row.city)
  const country = countryName(row.country, scene.language)
  return city === '' ? country : scene.t(m('place.city-country', { city, country }))
}

/** The sectors of an organisation in words. */
export function sectorNames(scene: Scene, sectors: readonly Sector[]): string[] {
  return sectors.map((sector) => scene.t(sectorLabel(sector)))
}

/** Says that an organisation was invented for the demonstration. */
export function InventedTag({ scene }: { scene: Scene }) {
  return (
    <StateTag tone="quiet" icon="info">
      {scene.t(m('organisation.invented'))}
    </StateTag>
  )
}

/** A role with its period, as a tag that says whether it is held now. */
export function runningTone(
  scene: Scene,
  from: DateOnly,
  until: DateOnly | null,
): { tone: Tone; label: Message } {
  if (from > scene.today) return { tone: 'info', label: m('running.later') }
  if (until !== null && until < scene.today) return { tone: 'quiet', label: m('running.over') }
  return { tone: 'done', label: m('running.now') }
}

type Kind =
  | 'text'
  | 'email'
  | 'number'
  | 'year'
  | 'date'
  | 'url'
  | 'textarea'
  | 'select'
  | 'checkboxes'
  | 'checkbox'
  | 'file'

interface Asking {
  hint?: Message
  /** What an error summary calls the question, where its label is said twice on the page. */
  called?: string | undefined
  required?: boolean
  width?: 'short' | 'medium' | 'full'
  rows?: number
  pasteTable?: boolean
  options?: readonly Option[]
  noEmpty?: boolean
  accept?: string
  maxBytes?: number
}

/** The hidden field by which one of several forms of a page says which it is. */
const partField = 'part'

/** Whether the form that was sent and refused is this one of the page: it is shown open. */
export function isPart(form: FormState, part: string): boolean {
  return form.values[partField]?.[0] === part
}

/** What a form of a page with several sends along, so that only it comes back with what was typed. */
export function partOf(part: string): Record<string, string> {
  return { [partField]: part }
}

/**
 * Makes the questions of one form, each with what was typed and what is wrong with it. On a page with several forms
 * each is a part with a name of its own.
 */
export function asker(scene: Scene, given: FormState, part?: string) {
  const other = part !== undefined && given.values[partField] !== undefined && !isPart(given, part)
  const form = other ? { values: {}, errors: {} } : given
  return (kind: Kind, name: string, label: Message, asking: Asking = {}) => {
    const { hint, options = [], ...rest } = asking
    const values = form.values[name] ?? []
    const shared = {
      language: scene.language,
      name,
      label: scene.t(label),
      hint: hint && scene.t(hint),
      error: form.errors[name],
      ...(part === undefined ? {} : { id: `${fieldId(name)}-${part}` }),
      ...rest,
    }
    switch (kind) {
      case 'select':
        return <Field {...shared} kind="select" value={values[0]} options={options} />
      case 'checkboxes':
        return <Field {...shared} kind="checkboxes" value={values} options={options} />
      case 'checkbox':
        return <Field {...shared} kind="checkbox" value="yes" checked={values[0] === 'yes'} />
      case 'file':
        return <Field {...shared} kind="file" />
      case 'textarea':
        return <Field {...shared} kind="textarea" value={values[0]} />
      default:
        return <Field {...shared} kind={kind} value={values[0]} />
    }
  }
}

interface LocalAskProps {
  scene: Scene
  form: FormState
  name: string
  legend: Message
  hint?: Message
  long?: boolean
  /** What an error summary calls it, where the legend is said twice on the page. */
  called?: string
}

/** A name or a text in the five languages; the reader's own comes first. */
export function LocalAsk({ scene, form, name, legend, hint, long, called }: LocalAskProps) {
  const whole = called ?? scene.t(legend)
  const isOwn = (language: Language) => language === scene.language
  const valueIn = (language: Language) => form.values[`${name}.${language}`]?.[0]
  // What is wrong with the names as a whole stands at the first of them.
  const errorIn = (language: Language) =>
    form.errors[`${name}.${language}`] ?? (isOwn(language) ? form.errors[name] : undefined)
  return (
    <LanguageFields
      language={scene.language}
      legend={scene.t(legend)}
      hint={hint && scene.t(hint)}
      long={long}
      isFilled={(language) => (valueIn(language) ?? '').trim() !== ''}
      isWrong={(language) => errorIn(language) !== undefined}
      field={(language) => (
        <Field
          key={language}
          language={scene.language}
          name={`${name}.${language}`}
          label={<span lang={language}>{nativeName(language)}</span>}
          called={
            isOwn(language)
              ? whole
              : scene.t(m('field.in-language', { field: whole, language: nativeName(language) }))
          }
          kind={long ? 'textarea' : 'text'}
          value={valueIn(language)}
          error={errorIn(language)}
        />
      )}
    />
  )
}

/** A word that the secretariat has given to a kind of thing: said in the reader's language where it is a usual one. */
export function kindName(scene: Scene, kind: string): string {
  const key = `kind.${kind}`
  return key in m.catalogue.texts.en ? scene.t({ module: 'alliance', key, args: {} }) : kind
}

/** A credit scheme in words; the code of a scheme that is an institution's own stands as it is. */
export function schemeName(scene: Scene, scheme: string): string {
  const key = `credit-scheme.${scheme}`
  return key in m.catalogue.texts.en ? scene.t({ module: 'alliance', key, args: {} }) : scheme
}

const usualSchemes = ['th', 'cn-16', 'cn-18', 'kr', 'ects', 'us'] as const

/** Says which short words of credit schemes are known, each with what it means. */
export function schemeHint(scene: Scene): Message {
  const known = usualSchemes.map((code) =>
    scene.t(m('hint.credit-scheme-named', { code, name: schemeName(scene, code) })),
  )
  return m('hint.credit-schemes', { known: formatList(known, scene.language, 'or') })
}

/** Usual kinds of initiatives and of what they produce, in the reader's language; one that stands stays a choice. */
export function kindOptions(scene: Scene, standing: string | undefined): Option[] {
  const usual = Object.keys(m.catalogue.texts.en)
    .filter((key) => key.startsWith('kind.'))
    .map((key) => key.slice('kind.'.length))
  return withStanding(usual, standing)
    .map((kind) => ({ value: kind, label: kindName(scene, kind) }))
    .toSorted((a, b) => compareText(scene.language, a.label, b.label))
}

function withStanding(usual: readonly string[], standing: string | undefined): string[] {
  return standing && !usual.includes(standing) ? [...usual, standing] : [...usual]
}

/** The roles as options of a choice. */
export function roleOptions(scene: Scene, roles: readonly AppointmentRole[]): Option[] {
  return roles.map((role) => ({ value: role, label: scene.t(m(`role.${role}`)) }))
}

/** Things with an id and a name as options of a choice. */
export function namedOptions(
  scene: Scene,
  rows: readonly { id: string; names: LocalText; code?: string | null }[],
): Option[] {
  return rows.map((row) => ({
    value: row.id,
    label: [row.code, nameText(scene, row.names)].filter(Boolean).join(' · '),
    labelLanguage: nameLanguage(scene, row.names),
  }))
}
