import type { Call } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatDateRange,
  formatInstant,
  formatPercent,
  type Fraction,
  localised,
  displayName,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Comparison,
  DescriptionList,
  Field,
  FileList,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Timeline,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import {
  type EquivalenceRow,
  furtherOf,
  homeText,
  hostText,
  requirementsOf,
} from '../queries/equivalences.ts'
import type { Evidence } from '../queries/equivalence-evidence.ts'
import { coursePath } from './courses.tsx'
import type { StoryEntry } from './case-props.ts'
import { creditText, titleOf } from './words.ts'

/** What the page of one equivalence shows; `may` holds the policy's own answers. */
export interface EquivalencePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  found: EquivalenceRow
  timeZone: string
  /** Credit of host courses in their current catalogue, by code. */
  hostCredit: ReadonlyMap<string, Fraction | null>
  evidence: readonly Evidence[]
  story: readonly Pick<StoryEntry, 'at' | 'what' | 'who'>[]
  /** The one that this one has just taken the place of, with the way back. */
  undo: string | null
  /** How the other direction stands. */
  reverse: 'none' | 'impossible' | 'asked' | 'declined' | 'judged'
  mayEdit: boolean
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/equivalences'

/** An equivalence: what stands for what, on what it rests, what happened to it. */
export function EquivalencePage(props: EquivalencePageProps) {
  const { call, found } = props
  const { t, href } = call
  const title = `${hostText(found) || t(m('equivalence.any-course'))} → ${homeText(found)}`
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[{ href: href(path), label: t(m('equivalence.title')) }]}
    >
      <Stack gap="wide">
        {props.undo && <Undo call={call} id={props.undo} />}
        <Strip {...props} title={title} />
        <Courses {...props} />
        <Facts {...props} />
        <EvidenceSection {...props} />
        <Section title={t(m('equivalence.page.history'))}>
          <Timeline
            label={t(m('equivalence.page.history'))}
            entries={props.story.map((entry) => ({
              at: entry.at.toISOString(),
              when: formatInstant(entry.at, props.timeZone, call.language, 'medium'),
              what: entry.what,
              who: entry.who,
            }))}
          />
        </Section>
      </Stack>
    </Page>
  )
}

function Undo({ call, id }: { call: EquivalencePageProps['call']; id: string }) {
  const { t, href } = call
  return (
    <Notice
      tone="done"
      live
      title={t(m('equivalence.flash.revised'))}
      action={
        <Form
          action={href(`${path}/undo`)}
          csrf={call.frame.csrf}
          hidden={{ act: 'renewed', keys: id }}
          inline
        >
          <Button look="secondary" small>
            {t(m('equivalence.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

/** The state of an equivalence in words, with its tone. */
export function equivalenceState(
  row: EquivalenceRow,
  today: string,
): { tone: Tone; state: 'standing' | 'ended' | 'withdrawn' | 'replaced' } {
  if (row.replacedById !== null) return { tone: 'quiet', state: 'replaced' }
  if (row.withdrawnAt !== null) return { tone: 'quiet', state: 'withdrawn' }
  if (row.validTo !== null && row.validTo < today) return { tone: 'quiet', state: 'ended' }
  return { tone: 'done', state: 'standing' }
}

function Strip(props: EquivalencePageProps & { title: string }) {
  const { call, found, mayEdit } = props
  const { t, language, href } = call
  const { tone, state } = equivalenceState(found, dateInZone(call.now, props.timeZone))
  const at = `${path}/${found.id}`
  const stands = state === 'standing' || state === 'ended'
  return (
    <ObjectStrip
      language={language}
      kind={t(m('equivalence.page.kind'))}
      title={props.title}
      detail={`${localised(found.hostNames, language).text} → ${localised(found.homeNames, language).text}`}
      state={{ tone, label: t(m(`equivalence.state.${state}`)) }}
      who={displayName(found.judgedBy, language)}
      until={found.validTo ? formatDate(found.validTo, language) : undefined}
      late={state === 'ended'}
      actions={
        <ButtonGroup>
          {found.replacedById && (
            <ButtonLink href={href(`${path}/${found.replacedById}`)}>
              {t(m('equivalence.page.successor'))}
            </ButtonLink>
          )}
          {mayEdit && stands && (
            <ButtonLink href={href(`${at}/revision`)}>{t(m('equivalence.edit'))}</ButtonLink>
          )}
          {mayEdit && stands && (
            <Form
              action={href(`${path}/selection`)}
              csrf={call.frame.csrf}
              hidden={{ act: 'renew', keys: found.id }}
              inline
            >
              <Button look="secondary">{t(m('equivalence.renew'))}</Button>
            </Form>
          )}
          {mayEdit && state !== 'replaced' && (
            <Form
              action={href(`${at}/${found.withdrawnAt ? 'restoration' : 'withdrawal'}`)}
              csrf={call.frame.csrf}
              inline
            >
              <Button look="quiet">
                {t(m(found.withdrawnAt ? 'equivalence.undo' : 'equivalence.withdraw'))}
              </Button>
            </Form>
          )}
        </ButtonGroup>
      }
    />
  )
}

function Courses({ call, found, hostCredit }: EquivalencePageProps) {
  const { t, language, href } = call
  const alternatives = requirementsOf(found.hostCourses).filter((codes) => codes.length > 1)
  const further = furtherOf(found.hostCourses)
  const whole = found.package
  return (
    <Comparison
      language={language}
      fromLabel={localised(found.hostNames, language).text}
      toLabel={localised(found.homeNames, language).text}
      rows={[
        {
          id: 'courses',
          from:
            found.hostCourses.length === 0
              ? [{ title: t(m('equivalence.any-course')), credit: '–' }]
              : found.hostCourses.map((course) => {
                  const title = titleOf(course.titles, language)
                  return {
                    title: title.text || course.code,
                    ...(title.language ? { titleLanguage: title.language } : {}),
                    code: course.code,
                    credit: creditText(hostCredit.get(course.code) ?? null, language),
                    href: href(coursePath(found.host_organisation_id, course.code)),
                  }
                }),
          to: found.homeCourses.map((course) => {
            const title = titleOf(course.titles, language)
            return {
              title: title.text || course.code,
              ...(title.language ? { titleLanguage: title.language } : {}),
              code: course.code,
              credit: creditText(course.credit, language),
              ...(course.isBlock
                ? {}
                : { href: href(coursePath(found.home_organisation_id, course.code)) }),
            }
          }),
          verdict: { tone: 'info', label: t(m(kindOf(found))) },
          open: true,
          reasons: [
            ...alternatives.map((codes) => ({
              tone: 'info' as const,
              text: t(m('equivalence.page.alternatives', { codes: codes.join(', ') })),
            })),
            ...(further.length > 0
              ? [
                  {
                    tone: 'info' as const,
                    text: t(m('equivalence.page.further', { codes: further.join(', ') })),
                  },
                ]
              : []),
            ...(whole?.any ? [{ tone: 'info' as const, text: t(m('equivalence.page.any')) }] : []),
            ...(whole
              ? [
                  {
                    tone: 'info' as const,
                    text: t(
                      m('equivalence.page.accept', { credit: creditText(whole.accept, language) }),
                    ),
                  },
                ]
              : []),
          ],
        },
      ]}
    />
  )
}

function kindOf(found: EquivalenceRow) {
  if (found.package) return 'equivalence.kind.package' as const
  const single = requirementsOf(found.hostCourses).length === 1 && found.homeCourses.length === 1
  return single ? ('equivalence.kind.single' as const) : ('equivalence.kind.set' as const)
}

function Facts({ call, found, reverse, mayEdit }: EquivalencePageProps) {
  const { t, language, href } = call
  const programme = found.programmeNames
    ? localised(found.programmeNames, language).text
    : t(m('equivalence.all-programmes'))
  const period =
    found.validTo === null
      ? t(m('equivalence.since', { from: formatDate(found.validFrom, language, 'medium') }))
      : formatDateRange(found.validFrom, found.validTo, language, 'medium')
  const share = found.contentShare
    ? formatPercent(found.contentShare, language)
    : t(m('equivalence.not-judged'))
  const judged = `${displayName(found.judgedBy, language)}, ${formatDate(found.judgedOn, language, 'medium')}`
  const asks = mayEdit && found.withdrawnAt === null
  return (
    <DescriptionList
      items={[
        { term: t(m('equivalence.share')), value: share },
        { term: t(m('equivalence.programme')), value: programme },
        { term: t(m('equivalence.valid')), value: period },
        { term: t(m('equivalence.judged')), value: judged },
        ...(found.note ? [{ term: t(m('equivalence.note')), value: found.note }] : []),
        {
          term: t(m('equivalence.reverse')),
          value: t(m(`equivalence.reverse.${reverse}`)),
          ...(asks && (reverse === 'none' || reverse === 'declined')
            ? {
                action: (
                  <Form
                    action={href(`${path}/${found.id}/reverse-request`)}
                    csrf={call.frame.csrf}
                    inline
                  >
                    <Button look="secondary" small>
                      {t(m('equivalence.reverse.ask'))}
                    </Button>
                  </Form>
                ),
              }
            : {}),
        },
      ]}
    />
  )
}

function EvidenceSection({ call, found, evidence, mayEdit, refusal }: EquivalencePageProps) {
  const { t, language, href } = call
  const at = `${path}/${found.id}/evidence`
  return (
    <Section title={t(m('equivalence.evidence'))} id="evidence">
      <Stack>
        {evidence.length === 0 ? (
          <p class="quiet">{t(m('equivalence.evidence.none'))}</p>
        ) : (
          <FileList
            label={t(m('equivalence.evidence'))}
            files={evidence.map((each) => ({
              href: each.url ?? href(`${at}/${each.id}`),
              name: each.label || (each.url ?? each.fileName ?? ''),
              detail: `${displayName(each.addedBy, language)}, ${formatDate(each.addedOn, language, 'medium')}`,
              action: mayEdit && found.withdrawnAt === null && (
                <Form action={href(`${at}/${each.id}/removal`)} csrf={call.frame.csrf} inline>
                  <Button look="quiet" small>
                    {t(m('equivalence.evidence.remove'))}
                  </Button>
                </Form>
              ),
            }))}
          />
        )}
        {mayEdit && found.withdrawnAt === null && (
          <Form action={href(at)} csrf={call.frame.csrf} files>
            <div class="field-columns">
              <Field
                kind="url"
                language={language}
                name="url"
                label={t(m('equivalence.evidence.link'))}
                required={false}
                error={refusal?.fields['url']}
              />
              <Field
                kind="text"
                language={language}
                name="label"
                label={t(m('equivalence.evidence.label'))}
                required={false}
                maxlength={200}
              />
            </div>
            <Field
              kind="file"
              language={language}
              name="file"
              label={t(m('equivalence.evidence.file'))}
              hint={t(m('equivalence.evidence.file-hint'))}
              accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt"
              required={false}
              error={refusal?.fields['file']}
            />
            <ButtonGroup>
              <Button look="secondary">{t(m('equivalence.evidence.add'))}</Button>
            </ButtonGroup>
          </Form>
        )}
      </Stack>
    </Section>
  )
}
