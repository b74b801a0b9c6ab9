import { firstLanguageOf, isCountry, type Language } from '#kernel/values'
import { Button, Field, Fold } from '#ui'
import { m } from '../messages/index.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { languageOptions } from './partner-links.tsx'
import { base, type PageCall } from './words.ts'

interface PaperFormProps {
  call: PageCall
  copyId: string
  whole: WholeAgreement
  own: WholeCopy
}

/** The agreement as it was sent, on paper, in two languages of one's choice. */
export function PaperForm({ call, copyId, whole, own }: PaperFormProps) {
  const { t, language, href } = call
  const other = whole.copies.find(({ id }) => id !== own.id)
  const first = languageAt(own.country) ?? 'en'
  const second = languageAt(other?.country ?? '') ?? 'en'
  const chosen = { first, second: second === first ? (first === 'en' ? 'fr' : 'en') : second }
  return (
    <Fold summary={t(m('paper.open'))}>
      <form method="get" action={href(`${base}/${copyId}/paper.pdf`)} class="form">
        <div class="field-columns">
          {(['first', 'second'] as const).map((name) => (
            <Field
              key={name}
              language={language}
              kind="select"
              name={name}
              id={`paper-${name}`}
              label={t(m(`paper.${name}`))}
              value={chosen[name]}
              options={languageOptions()}
              noEmpty
            />
          ))}
        </div>
        <Button look="secondary" icon="download">
          {t(m('paper.make'))}
        </Button>
      </form>
    </Fold>
  )
}

function languageAt(country: string): Language | null {
  return isCountry(country) ? firstLanguageOf(country) : null
}
