import type { Call } from '#kernel/http'
import { type Language, languages } from '#kernel/values'
import { Field, Grid, languageNames } from '#ui'
import { m } from '../messages/index.ts'

interface LanguagePairProps {
  call: Pick<Call, 't' | 'language'>
  pair: readonly [Language, Language]
}

/** The choice of the two languages of a document, each named in itself. */
export function LanguagePair({ call, pair }: LanguagePairProps) {
  const { t, language } = call
  return (
    <Grid size="small">
      {(['first', 'second'] as const).map((name, place) => (
        <Field
          key={name}
          kind="select"
          language={language}
          name={name}
          label={t(m(`documents.language.${name}`))}
          value={pair[place]}
          options={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          noEmpty
        />
      ))}
    </Grid>
  )
}
