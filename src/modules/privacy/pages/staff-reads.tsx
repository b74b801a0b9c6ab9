import { type Scene } from '#kernel/http'
import { displayName, formatInstant } from '#kernel/values'
import { ButtonGroup, ButtonLink, type Column, Heading, type Option, Page, Stack, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { ReadByStaff } from '../queries/reads.ts'
import {
  EarlierAndLatest,
  NoReads,
  readerWords,
  ReadFilterBar,
  type RecordProps,
  type WordedRead,
} from './reads.tsx'

interface StaffReadsProps extends RecordProps {
  organisation: { id: string; name: string }
  reads: readonly WordedRead<ReadByStaff>[]
  readers: readonly Option[]
  /** The names of the persons who belong to the organisation. */
  persons: ReadonlyMap<string, string>
}

/** What the people of an organisation opened about others, for its administrator. */
export function StaffReadsPage(props: StaffReadsProps) {
  const { scene, organisation, reads, chosen } = props
  const { t, language } = scene
  const isNarrowed = Object.values(chosen).some((value) => value !== '')
  const title = t(m('staff-reads.title'))
  return (
    <Page frame={scene.frame} title={title} wide>
      <Heading
        level={1}
        kicker={organisation.name}
        lead={t(m('staff-reads.lead', { organisation: organisation.name }))}
        actions={
          reads.length > 0 && (
            <ButtonGroup>
              <ButtonLink look="secondary" icon="download" href={props.workbook}>
                {t(m('reads.download-xlsx'))}
              </ButtonLink>
              <ButtonLink look="quiet" icon="download" href={props.table}>
                {t(m('reads.download'))}
              </ButtonLink>
            </ButtonGroup>
          )
        }
      >
        {title}
      </Heading>
      <Stack>
        <ReadFilterBar {...props} path={`/organisations/${organisation.id}/reads`} />
        <Table
          language={language}
          caption={title}
          captionHidden
          columns={columnsOf(props)}
          rows={reads}
          rowKey={({ read }) => read.requestId}
          keyboard
          empty={<NoReads scene={scene} isNarrowed={isNarrowed} why={m('staff-reads.none-why')} />}
        />
        <EarlierAndLatest {...props} />
      </Stack>
    </Page>
  )
}

function columnsOf({ scene, names, persons }: StaffReadsProps): Column<WordedRead<ReadByStaff>>[] {
  const { t, language, timeZone } = scene
  return [
    {
      key: 'what',
      label: t(m('reads.what')),
      primary: true,
      cell: ({ what }) => t(what),
    },
    {
      key: 'who',
      label: t(m('reads.who')),
      cell: ({ read }) => (
        <span>
          {read.readerName ? displayName(read.readerName, language) : t(m('reads.by-link'))}{' '}
          <span class="quiet">{readerWords(scene, read, names)}</span>
        </span>
      ),
    },
    {
      key: 'whose',
      label: t(m('reads.whose')),
      cell: ({ read }) => whoseWords(scene, read, persons),
    },
    {
      key: 'when',
      label: t(m('reads.when')),
      kind: 'date',
      cell: ({ read }) => formatInstant(read.readAt, timeZone, language),
    },
  ]
}

/** Up to three names, and how many others. */
function whoseWords(
  { t }: Scene,
  { personIds, personCount }: ReadByStaff,
  persons: ReadonlyMap<string, string>,
): string {
  const names = personIds.flatMap((id) => persons.get(id) ?? []).slice(0, 3)
  if (names.length === 0) return t(m('reads.whose-unknown', { count: personCount }))
  const shown = names.join(' · ')
  const count = personCount - names.length
  return count === 0 ? shown : t(m('reads.whose-more', { names: shown, count }))
}
