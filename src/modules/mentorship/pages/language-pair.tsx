import type { Scene } from '#kernel/http'
import { type Language, languages } from '#kernel/values'
import { Field, languageNames } from '#ui'
import { m } from '../messages/index.ts'

/** The choice of the two languages of a paper, each named in itself; `of` sets the ids of several apart. */
export function LanguagePair({
  scene,
  pair,
  of,
}: {
  scene: Scene
  pair: readonly [Language, Language]
  of: string
}) {
  const { t, language } = scene
  return (
    <div class="field-columns">
      {(['first', 'second'] as const).map((name, at) => (
        <Field
          key={name}
          language={language}
          kind="select"
          name={name}
          id={`${name}-${of}`}
          label={t(m(`letter.${name}`))}
          value={pair[at]}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          noEmpty
        />
      ))}
    </div>
  )
}
