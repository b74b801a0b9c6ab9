import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Form,
  Heading,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Table,
  Typed,
} from '#ui'
import type { Tried } from '../aside/repair-tasks.ts'
import { m } from '../messages/index.ts'
import type { PlacementView, RunRow } from '../queries/runs.ts'
import { type RoundWord, wordOf } from './round-words.ts'
import { base, type PageCall } from './words.ts'

interface WithdrawalProps {
  call: PageCall
  run: RunRow
  search: string
  found: {
    applicants: readonly PlacementView[]
    places: readonly { number: number; name: string }[]
  }
  refusal: { message: string; fields: Record<string, string> } | null
  /** Somebody who was chosen, and what would change. */
  tried: (Tried & { name: string; names: ReadonlyMap<string, string>; query: string }) | null
}

/** Somebody dropped out: who it is, what would change for the others, and the way to accept it as a run. */
export function WithdrawalPage(props: WithdrawalProps) {
  const { call, run, refusal, tried } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('withdrawal.title'))}
      trail={[
        { href: href(base), label: t(m('rounds.title')) },
        { href: href(`${base}/rounds/${run.round_id}`), label: run.roundName },
        { href: href(`${base}/runs/${run.id}`), label: t(m('run.title', { number: run.number })) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      {tried ? <Changes {...props} tried={tried} /> : <Choice {...props} />}
    </Page>
  )
}

/** What somebody has, with the names of mentors whom a certificate knows by codes. */
function readable(held: string, names: ReadonlyMap<string, string>): string {
  return held.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, (code) => names.get(code) ?? code)
}

function Choice({ call, run, search, found }: WithdrawalProps) {
  const { t, language, href } = call
  const here = `${base}/runs/${run.id}/withdrawal`
  const rows = [
    ...found.applicants.map((each) => ({
      key: `applicant-${each.code}`,
      name: each.name ?? each.code,
      what: t(m(wordOf(run.method, 'columns.applicant'))),
      href: href(here, { applicant: each.code }),
    })),
    ...found.places.map((each) => ({
      key: `place-${each.number}`,
      name: each.name,
      what: t(m(wordOf(run.method, 'columns.place'))),
      href: href(here, { place: each.number + 1 }),
    })),
  ]
  return (
    <>
      <Heading level={1} lead={t(m(wordOf(run.method, 'withdrawal.who')))}>
        {t(m('withdrawal.title'))}
      </Heading>
      <FilterBar
        language={language}
        action={href(here)}
        search={{ value: search, label: t(m(wordOf(run.method, 'applicants.search'))) }}
        clearHref={search === '' ? undefined : href(here)}
        active={[]}
      />
      <Table
        language={language}
        caption={t(m(wordOf(run.method, 'withdrawal.who')))}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        rowHref={(row) => row.href}
        empty={
          <EmptyState
            title={t(m(wordOf(run.method, 'applicants.empty')))}
            why={t(m('applicants.empty-why'))}
          />
        }
        columns={[
          {
            key: 'name',
            label: t(m('withdrawal.name')),
            primary: true,
            cell: (row) => <Typed>{row.name}</Typed>,
          },
          {
            key: 'what',
            label: t(m(wordOf(run.method, 'withdrawal.what'))),
            cell: (row) => row.what,
          },
        ]}
      />
    </>
  )
}

function Changes({
  call,
  run,
  tried,
}: WithdrawalProps & {
  tried: Tried & { name: string; names: ReadonlyMap<string, string>; query: string }
}) {
  const { t, language, href } = call
  const here = href(`${base}/runs/${run.id}/withdrawal`)
  const { changed, changes, change, says } = tried
  return (
    <>
      <ObjectStrip
        language={language}
        kind={t(m('withdrawal.title'))}
        title={<Typed>{tried.name}</Typed>}
        detail={t(
          m(
            wordOf(
              run.method,
              tried.withdrawn.side === 'applicant' ? 'columns.applicant' : 'columns.place',
            ),
          ),
        )}
        state={{
          tone: changed === 0 ? 'done' : 'attention',
          label: t(m('withdrawal.changed', { count: changed })),
        }}
        next={t(m('withdrawal.next'))}
      />
      {change !== 'least' && <Notice tone="info" title={t(m(`withdrawal.${change}`))} />}
      <Section title={t(m('withdrawal.changes'))} id="changes">
        <ChangeTable call={call} run={run} tried={tried} />
        {changed > changes.length && (
          <p class="quiet">{t(m('explain.more', { count: changed - changes.length }))}</p>
        )}
        {says.map((line) => (
          <p key={line.key} class="quiet">
            {t(line)}
          </p>
        ))}
      </Section>
      <Accept call={call} run={run} here={here} query={tried.query} />
    </>
  )
}

function ChangeTable({
  call,
  run,
  tried: { changes, names },
}: Pick<WithdrawalProps, 'call' | 'run'> & { tried: NonNullable<WithdrawalProps['tried']> }) {
  const { t, language } = call
  const word = (key: RoundWord) => t(m(wordOf(run.method, key)))
  const heldText = (held: string | null) =>
    held === null ? word('figures.none') : readable(held, names)
  return (
    <Table
      language={language}
      caption={t(m('withdrawal.changes'))}
      captionHidden
      rows={changes}
      rowKey={(row) => row.code}
      empty={<EmptyState title={t(m('withdrawal.none'))} why={word('withdrawal.none-why')} />}
      columns={[
        {
          key: 'name',
          label: word('columns.applicant'),
          primary: true,
          cell: (row) => <Typed>{names.get(row.code) ?? row.code}</Typed>,
        },
        {
          key: 'before',
          label: t(m('changes.before')),
          cell: (row) => <Typed>{heldText(row.before)}</Typed>,
        },
        {
          key: 'after',
          label: t(m('changes.after')),
          cell: (row) => <Typed>{heldText(row.after)}</Typed>,
        },
      ]}
    />
  )
}

function Accept({
  call,
  run,
  here,
  query,
}: {
  call: PageCall
  run: RunRow
  here: string
  query: string
}) {
  const { t } = call
  return (
    <>
      <p>{t(m(wordOf(run.method, 'withdrawal.accept-lead')))}</p>
      <Form action={`${here}${query}`} csrf={call.frame.csrf}>
        <ButtonGroup>
          <Button>{t(m('withdrawal.accept'))}</Button>
          <ButtonLink href={here} look="quiet">
            {t(m('withdrawal.other'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
