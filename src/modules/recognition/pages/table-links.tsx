import type { Call } from '#kernel/http'
import { ButtonLink } from '#ui'
import { m } from '../messages/index.ts'

/** The list that the page shows, with the filter that is on it, as files. */
export function TableLinks({
  call: { t },
  href,
}: {
  call: Pick<Call, 't'>
  href: (format: 'xlsx' | 'csv') => string
}) {
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <ButtonLink key={format} look="quiet" icon="download" href={href(format)} download>
          {t(m(`equivalence.export.${format}`))}
        </ButtonLink>
      ))}
    </>
  )
}
