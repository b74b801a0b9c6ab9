import type { FormState, Scene } from '#kernel/http'
import { labelled, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  FileList,
  Form,
  Grid,
  Notice,
  Row,
  Section,
  StateTag,
  Timeline,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { ErasureRow } from '../queries/erasures.ts'
import type { RequestRow } from '../queries/requests.ts'
import type { TransferRow } from '../queries/transfers.ts'
import { graceDays } from '../rules/deadlines.ts'
import { groupList } from './consents.tsx'
import { HeldParts, type HeldPart } from './held.tsx'
import { AccountPage, Paragraphs } from './scene.tsx'
import { basisWords, countryPair } from './transfers.tsx'
import { copyState, instantDay, isFetchable, requestState } from './words.ts'

interface MyDataProps {
  scene: Scene
  parts: readonly HeldPart[]
  copies: readonly CopyRow[]
  requests: readonly RequestRow[]
  erasure: ErasureRow | null
  transfers: readonly TransferRow[]
  form: FormState
}

/** What is held about the reader, and everything that they can have done with it. */
export function MyDataPage(props: MyDataProps) {
  const { scene, parts } = props
  const { t } = scene
  return (
    <AccountPage
      scene={scene}
      title={t(m('data.title'))}
      lead={t(m('data.lead'))}
      form={props.form}
    >
      {props.erasure && <ErasureNotice scene={scene} erasure={props.erasure} />}
      <HeldParts scene={scene} parts={parts} mayCorrect level={3} />
      <Went {...props} />
      <Copies {...props} />
      <Requests {...props} />
      <Section
        title={t(m('erase.section'))}
        id="erase"
        lead={t(m('erase.lead', { days: graceDays }))}
      >
        <ButtonLink look="secondary" href={scene.href('/account/data/erasure')}>
          {t(m('erase.open'))}
        </ButtonLink>
      </Section>
    </AccountPage>
  )
}

/** That an erasure waits or runs, with the way back as long as there is one. */
export function ErasureNotice(props: { scene: Scene; erasure: ErasureRow; path?: string }) {
  const { scene, erasure, path = '/account/data/erasure/withdrawal' } = props
  const { t, frame } = scene
  if (erasure.state === 'running') {
    return <Notice tone="harm" title={t(m('erase.running'))} />
  }
  return (
    <Notice
      tone="attention"
      title={t(m('erase.waiting', { date: instantDay(scene, erasure.runs_at) }))}
      action={
        <Form action={scene.href(path)} csrf={frame.csrf} inline>
          <Button look="secondary">{t(m('erase.undo'))}</Button>
        </Form>
      }
    >
      {t(m('erase.waiting-text'))}
    </Notice>
  )
}

function Went({ scene, transfers }: MyDataProps) {
  const { t, language } = scene
  return (
    <Section title={t(m('went.title'))} id="went" lead={t(m('went.lead'))}>
      {transfers.length === 0 ? (
        <p>{t(m('went.none'))}</p>
      ) : (
        <Timeline
          label={t(m('went.title'))}
          entries={transfers.map((row) => ({
            at: row.at.toISOString(),
            when: instantDay(scene, row.at),
            what: t(
              m('went.line', {
                exporter: localised(row.exporter, language).text,
                recipient: localised(row.recipient, language).text,
              }),
            ),
            who: countryPair(scene, row),
            detail: (
              <>
                <p>{groupList(scene, row.field_groups)}</p>
                <p>{t(m(`purpose.${row.purpose}`))}</p>
                <p>{labelled(t(m('transfer.basis')), basisWords(scene, row), language)}</p>
                <p class="quiet">{t(m('went.with-others', { count: row.person_count - 1 }))}</p>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

function Copies({ scene, copies }: MyDataProps) {
  const { t, href, frame } = scene
  return (
    <Section title={t(m('copy.title'))} id="copy" lead={t(m('copy.lead'))}>
      <Row>
        <Form action={href('/account/data/copies')} csrf={frame.csrf} inline>
          <Button look="secondary">{t(m('copy.zip'))}</Button>
        </Form>
        <ButtonLink look="secondary" href={href('/account/data/json')}>
          {t(m('copy.json'))}
        </ButtonLink>
      </Row>
      <CopyList scene={scene} copies={copies} path="/account/data/copies" />
    </Section>
  )
}

/** Copies that a job made: those to fetch as links, the others with what has become of them. */
export function CopyList(props: { scene: Scene; copies: readonly CopyRow[]; path: string }) {
  const { scene, copies, path } = props
  const { t, href } = scene
  const name = (copy: CopyRow) => t(m('copy.of', { date: instantDay(scene, copy.asked_at) }))
  const fetchable = copies.filter((copy) => isFetchable(scene, copy))
  const others = copies.filter((copy) => !isFetchable(scene, copy))
  return (
    <>
      {fetchable.length > 0 && (
        <FileList
          label={t(m('copy.title'))}
          files={fetchable.map((copy) => ({
            href: href(`${path}/${copy.id}`),
            name: name(copy),
            detail: copyState(scene, copy),
          }))}
        />
      )}
      {others.length > 0 && (
        <DescriptionList
          items={others.map((copy) => ({ term: name(copy), value: copyState(scene, copy) }))}
        />
      )}
    </>
  )
}

const kinds = ['access', 'correction', 'restriction', 'objection'] as const

function Requests({ scene, requests }: MyDataProps) {
  const { t, href } = scene
  return (
    <Section title={t(m('request.title'))} id="requests" lead={t(m('request.lead'))}>
      <Grid size="large">
        {kinds.map((kind) => (
          <Card
            key={kind}
            title={t(m(`request.kind.${kind}`))}
            href={href('/account/data/requests/new', { kind })}
          >
            {t(m(`request.text.${kind}`))}
          </Card>
        ))}
      </Grid>
      {requests.length > 0 && (
        <Section level={3} title={t(m('request.mine'))} id="my-requests">
          {requests.map((request) => (
            <MyRequest key={request.id} scene={scene} request={request} />
          ))}
          <p class="quiet">{t(m('request.complain'))}</p>
        </Section>
      )}
    </Section>
  )
}

function MyRequest({ scene, request }: { scene: Scene; request: RequestRow }) {
  const { t, language, href, frame } = scene
  const state = requestState(scene, request)
  const to = request.organisation
    ? localised(request.organisation, language).text
    : t(m('request.secretariat'))
  return (
    <Card
      title={t(m(`request.kind.${request.kind}`))}
      footer={
        request.state === 'open' && (
          <Form
            action={href(`/account/data/requests/${request.id}/withdrawal`)}
            csrf={frame.csrf}
            inline
          >
            <Button look="quiet" small>
              {t(m('request.withdraw'))}
            </Button>
          </Form>
        )
      }
    >
      <p>
        <StateTag tone={state.tone}>{state.label}</StateTag>
      </p>
      <DescriptionList
        items={[
          { term: t(m('request.to')), value: to },
          {
            term: t(m('request.words')),
            value: <Paragraphs text={request.words} />,
          },
          ...(request.answer
            ? [
                {
                  term: t(m('request.answer')),
                  value: <Paragraphs text={request.answer} />,
                },
              ]
            : []),
        ]}
      />
      <p class="quiet">{t(m('request.asked-on', { date: instantDay(scene, request.asked_at) }))}</p>
    </Card>
  )
}
