import {
  countryName,
  formatInstant,
  formatNumber,
  isCountry,
  type Language,
  nativeName,
} from '#kernel/values'
import {
  BarRows,
  Button,
  ButtonGroup,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Approval } from '../queries/drafts.ts'
import type { VersionRow } from '../queries/versions.ts'
import type { WorkProps } from './author-exhibition.tsx'
import { Alert, OneButton, stateOf, TextTag, WorkTabs, workTrail } from './author-parts.tsx'
import { localText } from './scene.tsx'

interface ReviewProps extends WorkProps {
  approvals: readonly Approval[]
  /** Owners that have not agreed to the exhibition as it stands. */
  waiting: readonly string[]
  versions: readonly VersionRow[]
  visits: readonly { language: Language; country: string; visits: number }[]
  speaksAs: 'owner' | 'mentor' | null
  mayEdit: boolean
  mayPublish: boolean
}

/** What still holds an exhibition back, what its owners say of it, and the versions that were public. */
export function AuthorReviewPage(props: ReviewProps) {
  const { scene, exhibition, form } = props
  const { t } = scene
  const { tone, label } = stateOf(scene, exhibition)
  return (
    <Page
      frame={scene.frame}
      title={t(m('work.review'))}
      trail={workTrail(scene, exhibition)}
      alert={<Alert scene={scene} form={form} />}
      wide
    >
      <Heading level={1} lead={t(m('review.lead'))}>
        {t(m('work.review'))}
      </Heading>
      <WorkTabs scene={scene} exhibition={exhibition} current="review" />
      <Stack gap="wide">
        <p>
          <StateTag tone={tone}>{label}</StateTag>
        </p>
        <Lacks {...props} />
        <OwnersSay {...props} />
        {props.speaksAs && <Speak {...props} />}
        <Acts {...props} />
        <Versions {...props} />
        <Visits {...props} />
      </Stack>
    </Page>
  )
}

const mostShown = 12

function Lacks({ scene, exhibition, draft }: ReviewProps) {
  const { t, href } = scene
  const { heldBack, notShowable } = draft
  if (heldBack.length + notShowable.length === 0) {
    return <p class="review-fine">{t(m('review.nothing-lacks'))}</p>
  }
  return (
    <Section title={t(m('review.lacks'))} id="lacks">
      <ul class="lack-list">
        {notShowable.map((id) => {
          const object = draft.objects.get(id)
          return (
            <li key={id}>
              {object ? (
                <Local language={scene.language} text={object.titles} />
              ) : (
                t(m('review.object-unseen'))
              )}{' '}
              {t(m('review.object-closed'))}
            </li>
          )
        })}
        {heldBack.slice(0, mostShown).map(({ string, language, state }) => (
          <li key={`${string.partId} ${string.field} ${language}`}>
            <a
              href={href(`/exhibitions/${exhibition.id}/texts`, { language, part: string.partId })}
            >
              {nativeName(language)}: {t(m(`field-name.${string.field as 'title'}`))}
            </a>{' '}
            <TextTag scene={scene} state={state} />
          </li>
        ))}
      </ul>
      {heldBack.length > mostShown && (
        <p>{t(m('review.more-texts', { count: heldBack.length - mostShown }))}</p>
      )}
    </Section>
  )
}

function OwnersSay({ scene, exhibition, approvals, waiting }: ReviewProps) {
  const { t, timeZone, language } = scene
  const notes = approvals.filter(({ note }) => note !== '')
  return (
    <Section title={t(m('review.owners'))} id="owners">
      <ul class="owner-list">
        {exhibition.owners.map(({ id, names }) => (
          <li key={id}>
            <span>
              <Local language={scene.language} text={names} />
            </span>
            <StateTag tone={waiting.includes(id) ? 'neutral' : 'done'}>
              {t(m(waiting.includes(id) ? 'review.waits' : 'review.agreed'))}
            </StateTag>
          </li>
        ))}
      </ul>
      {notes.map((each, place) => (
        <blockquote key={place} class="review-note">
          <p lang="">{each.note}</p>
          <footer class="quiet">
            {t(m(each.verdict === 'approved' ? 'review.agreed' : 'review.returned'))} ·{' '}
            {formatInstant(each.given_at, timeZone, language)}
          </footer>
        </blockquote>
      ))}
    </Section>
  )
}

function Speak({ scene, exhibition, form, speaksAs }: ReviewProps) {
  const { t, href, language, frame } = scene
  return (
    <Section
      title={t(m(speaksAs === 'mentor' ? 'review.as-mentor' : 'review.as-owner'))}
      id="speak"
    >
      <Form
        action={href(`/exhibitions/${exhibition.id}/reviews`)}
        csrf={frame.csrf}
        hidden={{ version: String(exhibition.version) }}
      >
        <Field
          kind="textarea"
          language={language}
          name="note"
          label={t(m('review.note'))}
          hint={t(m('review.note-hint'))}
          value={form.values['note']}
          required={false}
          error={form.errors['note']}
          maxlength={4000}
        />
        <ButtonGroup>
          <Button name="verdict" value="approved">
            {t(m('review.agree'))}
          </Button>
          <Button name="verdict" value="returned" look="secondary">
            {t(m('review.return'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Acts({ scene, exhibition, waiting, mayEdit, mayPublish }: ReviewProps) {
  const { t } = scene
  const here = `/exhibitions/${exhibition.id}`
  return (
    <div class="button-group">
      {mayEdit && exhibition.state === 'draft' && (
        <OneButton scene={scene} action={`${here}/review-request`} look="primary">
          {t(m('review.ask'))}
        </OneButton>
      )}
      {mayEdit && exhibition.state !== 'draft' && (
        <OneButton scene={scene} action={`${here}/review-end`} look="secondary">
          {t(m('review.end'))}
        </OneButton>
      )}
      {mayPublish && exhibition.state === 'review' && waiting.length === 0 && (
        <OneButton
          scene={scene}
          action={`${here}/publication`}
          hidden={{ version: String(exhibition.version) }}
          look="primary"
        >
          {t(m('review.publish'))}
        </OneButton>
      )}
    </div>
  )
}

function Versions({ scene, exhibition, versions, mayPublish }: ReviewProps) {
  const { t, timeZone, language, href } = scene
  const here = `/exhibitions/${exhibition.id}`
  if (versions.length === 0) return null
  return (
    <Section title={t(m('versions.title'))} id="versions">
      <ul class="owner-list">
        {versions.map(({ number, published_at, sha256 }) => (
          <li key={number}>
            <span>
              {t(m('versions.number', { number }))} ·{' '}
              {formatInstant(published_at, timeZone, language)}{' '}
              <code class="quiet">{sha256.slice(0, 12)}</code>
            </span>
            {number === exhibition.public_number ? (
              <>
                <a href={href(here)}>{t(m('versions.shown'))}</a>
                {mayPublish && (
                  <OneButton
                    scene={scene}
                    action={`${here}/taking-back`}
                    look="harm"
                    label={localText(scene, exhibition.titles)}
                  >
                    {t(m('versions.take-back'))}
                  </OneButton>
                )}
              </>
            ) : (
              mayPublish && (
                <OneButton
                  scene={scene}
                  action={`${here}/shown-version`}
                  hidden={{ number: String(number) }}
                  look="secondary"
                >
                  {t(m('versions.show'))}
                </OneButton>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Visits({ scene, visits, versions }: ReviewProps) {
  const { t, language } = scene
  if (versions.length === 0) return null
  return (
    <Section title={t(m('visits.title'))} id="visits" lead={t(m('visits.lead'))}>
      <BarRows
        caption={t(m('visits.title'))}
        captionHidden
        labelHeading={t(m('visits.where'))}
        valueHeading={t(m('visits.title'))}
        rows={visits.map(({ language: read, country, visits: count }) => ({
          label: `${nativeName(read)} · ${isCountry(country) ? countryName(country, language) : t(m('visits.unknown'))}`,
          value: count,
          valueLabel: formatNumber(count, language),
        }))}
      />
    </Section>
  )
}
