import { formatClock, formatDate } from '#kernel/values'
import { DescriptionList, FileList, InItsLanguage, Stack, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { WeekRow } from '../queries/journal.ts'
import { type LoggedHours, minutesOf } from '../rules/hours.ts'
import { durationText, type PageCall } from './scene.tsx'

type Line = LoggedHours & { work: string }
type WordsOf = Pick<PageCall, 't' | 'language'>

/** The hours of a week, day by day on the host's clock. */
export function WeekHours({
  call,
  hours,
  timeZone,
}: {
  call: WordsOf
  hours: readonly Line[]
  timeZone: string
}) {
  const { t, language } = call
  const clock = (at: Date) => formatClock(at, timeZone, language)
  return (
    <Table<Line>
      language={language}
      caption={t(m('hours.title'))}
      captionHidden
      rows={hours}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'day',
          label: t(m('log.day')),
          primary: true,
          cell: ({ day }) => formatDate(day, language, 'weekday'),
        },
        {
          key: 'time',
          label: t(m('hours.time')),
          cell: ({ startsAt, endsAt }) => `${clock(startsAt)} – ${clock(endsAt)}`,
          nowrap: true,
        },
        {
          key: 'length',
          label: t(m('hours.length')),
          cell: (line) => durationText(minutesOf(line), call),
        },
      ]}
      empty={<p class="quiet">{t(m('week.no-hours'))}</p>}
    />
  )
}

/** What a student wrote of a week, in the language in which they wrote it. */
export function WeekWords({
  call,
  week,
  files,
}: {
  call: WordsOf
  week: WeekRow
  files: readonly { name: string; href: string }[]
}) {
  const { t } = call
  return (
    <Stack>
      <DescriptionList
        items={[
          {
            term: t(m('week.words')),
            value: <Written text={week.words} language={week.wordsLanguage} />,
          },
          ...(week.goals.length > 0
            ? [
                {
                  term: t(m('week.goals')),
                  value: (
                    <ul>
                      {week.goals.map((goal) => (
                        <li key={goal}>
                          <InItsLanguage text={goal} language={null} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {files.length > 0 && <FileList label={t(m('week.evidence'))} files={files} />}
    </Stack>
  )
}

/** A text of a person in the language that they used, its paragraphs kept; a dash where there is none. */
export function Written({ text, language }: { text: string; language: WeekRow['wordsLanguage'] }) {
  const parts = text.split(/\n+/).filter((part) => part.trim() !== '')
  if (parts.length === 0) return <>–</>
  return (
    <>
      {parts.map((part, place) => (
        <p key={place}>
          <InItsLanguage text={part} language={language} />
        </p>
      ))}
    </>
  )
}
