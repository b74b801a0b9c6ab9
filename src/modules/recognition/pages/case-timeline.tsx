import type { Call } from '#kernel/http'
import { displayName, formatInstant, localised } from '#kernel/values'
import { Heading, Page, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageRow } from '../queries/cases.ts'
import type { StoryEntry } from './case-props.ts'
import { StoryTimeline } from './case-parts.tsx'

interface CaseTimelineProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  found: CasePageRow
  story: readonly StoryEntry[]
}

/** What happened to a case on one sheet, for the file and for whoever asks. */
export function CaseTimelinePage({ call, found, story }: CaseTimelineProps) {
  const { t, language, href } = call
  const title = t(m('timeline.title', { number: found.number }))
  const at = formatInstant(call.now, found.home_time_zone, language, 'medium')
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        {
          href: href(`/recognition/cases/${found.id}`),
          label: t(m('page.case.kind', { number: found.number })),
        },
      ]}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={`${localised(found.host_names, language).text} → ${localised(found.home_names, language).text}`}
          lead={t(m('timeline.lead', { student: displayName(found.student, language), at }))}
        >
          {title}
        </Heading>
        <StoryTimeline call={call} found={found} story={story} />
      </Stack>
    </Page>
  )
}
