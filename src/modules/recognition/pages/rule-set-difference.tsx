import type { Call } from '#kernel/http'
import { ButtonLink, Heading, Page, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { RuleSetRow } from '../queries/rule-sets.ts'
import type { PastPreview } from '../service/preview-past.ts'
import { PastPreviewSection } from './past-preview.tsx'
import { nameOf } from './rule-sets.tsx'

const path = '/recognition/rule-sets'

/** What a published version would say of cases decided under others. */
export function RuleSetDifferencePage({
  call,
  shown,
  past,
}: {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  shown: RuleSetRow
  past: PastPreview
}) {
  const { t, language, href } = call
  const name = nameOf(shown, language)
  const title = t(m('rule-difference.title', { version: shown.version }))
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        { href: href(path), label: t(m('rule-set.title')) },
        { href: href(`${path}/${shown.id}`, { version: shown.version }), label: name },
      ]}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('rule-difference.lead', { name }))}>
          {title}
        </Heading>
        <PastPreviewSection
          call={call}
          preview={past}
          workbook={
            <ButtonLink
              look="secondary"
              icon="download"
              href={href(`${path}/${shown.id}/difference`, {
                version: shown.version,
                as: 'workbook',
              })}
            >
              {t(m('past.workbook'))}
            </ButtonLink>
          }
        />
      </Stack>
    </Page>
  )
}
