import { countryName, formatDate, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  EmptyState,
  Field,
  Fold,
  Form,
  Grid,
  Heading,
  InItsLanguage,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Clearance, Pack } from '../rules/clearance.ts'
import { packCountries, type Permit, type Source, type StayKind, stayKinds } from '../rules/pack.ts'
import {
  base,
  capText,
  insuranceText,
  NotKnown,
  packState,
  type PageCall,
  pairText,
  permitName,
  stateTones,
} from './words.tsx'

interface PackPageProps {
  call: PageCall
  clearance: Clearance | null
  versions: readonly (Pack & { source: 'shipped' | 'upload'; broughtAt: Date })[]
  days: { today: string; lastCall: string }
}

/** What a stay needs: each way in which it is permitted, what is not known, and where every fact was read. */
export function PackPage({ call, clearance, versions, days }: PackPageProps) {
  const { t, href } = call
  const trail = call.may('clearance.pack.open', {})
    ? [{ href: href(base), label: t(m('overview.title')) }]
    : []
  if (!clearance) {
    return (
      <Page frame={call.frame} title={t(m('pack.choose'))} trail={trail}>
        <Heading level={1} lead={t(m('pack.choose-lead'))}>
          {t(m('pack.choose'))}
        </Heading>
        <Chooser call={call} chosen={null} />
      </Page>
    )
  }
  const title = pairText(clearance, call)
  return (
    <Page frame={call.frame} title={`${title} · ${t(m(`kind.${clearance.kind}`))}`} trail={trail}>
      <Strip call={call} clearance={clearance} days={days} />
      <Stack gap="wide">
        <State call={call} clearance={clearance} />
        {clearance.pack && <Permits call={call} pack={clearance.pack} />}
        <Section title={t(m('pack.another'))} id="another">
          <Chooser call={call} chosen={clearance} />
        </Section>
        {versions.length > 1 && <Versions call={call} versions={versions} />}
      </Stack>
    </Page>
  )
}

function Strip({ call, clearance, days }: Omit<PackPageProps, 'versions'>) {
  const { t, language, href } = call
  const { pack, kind } = clearance!
  const state = packState(pack, days)
  return (
    <ObjectStrip
      language={language}
      kind={t(m(`pack.of-${kind}`))}
      title={pairText(clearance!, call)}
      detail={pack ? t(m('pack.version', { number: pack.number })) : undefined}
      state={{ tone: stateTones[state], label: t(m(`state.${state}`)) }}
      next={state === 'in-force' ? undefined : t(m(`next.${state}`))}
      who={state === 'in-force' ? undefined : t(m('pack.secretariat'))}
      until={pack ? formatDate(pack.validUntil, language, 'long') : undefined}
      late={state === 'expired'}
      actions={
        call.may('clearance.pack.publish', {}) ? (
          <ButtonLink look="secondary" icon="upload" href={href(`${base}/publish`)}>
            {t(m('publish.title'))}
          </ButtonLink>
        ) : undefined
      }
    />
  )
}

function State({ call, clearance }: { call: PageCall; clearance: Clearance }) {
  const { t, language } = call
  const { state, pack } = clearance
  if (state === 'domestic') return <Notice tone="info" title={t(m('pack.domestic'))} />
  if (state === 'unknown' || !pack) {
    return <EmptyState title={t(m('pack.none'))} why={t(m('pack.none-why'))} />
  }
  if (state === 'expired') {
    const day = formatDate(pack.validUntil, language, 'long')
    return (
      <Notice tone="harm" title={t(m('pack.expired', { day }))}>
        <p>{t(m('note.ask-embassy'))}</p>
      </Notice>
    )
  }
  return <p class="quiet">{t(m('pack.no-advice'))}</p>
}

function Permits({ call, pack }: { call: PageCall; pack: Pack }) {
  const { t } = call
  const { permits, others } = pack.text
  return (
    <Section title={t(m('pack.ways', { count: permits.length }))} id="ways">
      <Stack>
        {permits.map((permit) => (
          <PermitCard key={permit.key} call={call} permit={permit} />
        ))}
        {others === 'unknown' && <Notice tone="attention" title={t(m('pack.others-unknown'))} />}
      </Stack>
    </Section>
  )
}

function PermitCard({ call, permit }: { call: PageCall; permit: Permit }) {
  const { t, language } = call
  return (
    <Card
      title={permitName(permit, call)}
      kicker={permit.name === '' ? undefined : t(m(`nature.${permit.nature}`))}
      meta={
        permit.enrolledThere ? (
          <StateTag tone="attention">{t(m('permit.enrolled-there'))}</StateTag>
        ) : undefined
      }
      footer={
        <Fold summary={t(m('permit.sources', { count: permit.sources.length }))}>
          <ul class="file-list">
            {permit.sources.map((source) => (
              <li key={source.url}>
                <SourceLine call={call} source={source} />
              </li>
            ))}
          </ul>
        </Fold>
      }
    >
      {permit.who && <p>{localised(permit.who, language).text}</p>}
      <Facts call={call} permit={permit} />
      {permit.papers.length > 0 && (
        <>
          <h4>{t(m('permit.papers'))}</h4>
          <ul>
            {permit.papers.map((paper) => (
              <li key={paper}>{t(m(`paper.${paper}`))}</li>
            ))}
          </ul>
        </>
      )}
      {permit.note && <p>{localised(permit.note, language).text}</p>}
    </Card>
  )
}

function Facts({ call, permit }: { call: PageCall; permit: Permit }) {
  const { t, language } = call
  const { stayDays, extension, processing, hours } = permit
  const unknown = <NotKnown t={t} />
  return (
    <DescriptionList
      columns
      items={[
        {
          term: t(m('fact.stay')),
          value: stayDays === null ? unknown : t(m('days', { count: stayDays })),
        },
        {
          term: t(m('fact.extension')),
          value: extension === null ? unknown : t(m(`extension.${extension}`)),
        },
        {
          term: t(m('fact.processing')),
          value: processing
            ? t(m(`processing.${processing.unit}`, { count: processing.days }))
            : unknown,
        },
        { term: t(m('fact.insurance')), value: insuranceText(permit, call) ?? unknown },
        {
          term: t(m('fact.hours')),
          value:
            hours === null ? (
              unknown
            ) : hours.length === 0 ? (
              t(m('hours.no-cap'))
            ) : (
              <ul>
                {hours.map((cap) => (
                  <li key={JSON.stringify(cap)}>{capText(cap, { t, language })}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

function SourceLine({ call, source }: { call: PageCall; source: Source }) {
  const { t, language } = call
  const read = formatDate(source.readOn, language, 'medium')
  const dated = source.dated === null ? null : formatDate(source.dated, language, 'medium')
  return (
    <span class="file-list-text">
      <a href={source.url} rel="noreferrer">
        <InItsLanguage text={`${source.publisher}: ${source.title}`} language={null} />
      </a>
      <span class="quiet">
        {[
          t(m(`rank.${source.rank}`)),
          dated === null ? t(m('source.undated')) : t(m('source.dated', { day: dated })),
          t(m('source.read', { day: read })),
        ].join(' · ')}
      </span>
    </span>
  )
}

/** Another pair, or another kind of stay; works as an address. */
function Chooser({
  call,
  chosen,
}: {
  call: PageCall
  chosen: { from: string; to: string; kind: StayKind } | null
}) {
  const { t, language, href } = call
  const places = packCountries.map((code) => ({ value: code, label: countryName(code, language) }))
  const kinds = stayKinds.map((kind) => ({ value: kind, label: t(m(`kind.${kind}`)) }))
  return (
    <Form action={href(`${base}/pack`)} method="get">
      <Grid size="small">
        <Field
          kind="select"
          language={language}
          name="from"
          label={t(m('choose.from'))}
          options={places}
          value={chosen?.from}
        />
        <Field
          kind="select"
          language={language}
          name="to"
          label={t(m('choose.to'))}
          options={places}
          value={chosen?.to}
        />
        <Field
          kind="select"
          language={language}
          name="kind"
          label={t(m('choose.kind'))}
          options={kinds}
          value={chosen?.kind}
        />
      </Grid>
      <Button look="secondary">{t(m('choose.show'))}</Button>
    </Form>
  )
}

function Versions({ call, versions }: Pick<PackPageProps, 'call' | 'versions'>) {
  const { t, language } = call
  return (
    <Section title={t(m('pack.versions'))} id="versions">
      <ul>
        {versions.map((version) => (
          <li key={version.id}>
            {t(
              m('pack.version-line', {
                number: formatNumber(version.number, language),
                from: formatDate(version.validFrom, language, 'medium'),
                until: formatDate(version.validUntil, language, 'medium'),
              }),
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
