import { displayName, formatAcademicYear, type PersonName } from '#kernel/values'
import type { Message } from '#kernel/messages'
import { Section, Timeline, type TimelineEntry, type Tone, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { WholeAgreement } from '../queries/whole.ts'
import { dayOf, nameOf, type PageCall } from './words.ts'

interface Happened {
  at: Date
  what: Message
  by: { name: PersonName } | null
  tone: Tone
  reason?: string
}

/** What happened to an agreement, the newest first: versions, answers, ends. */
export function History({ call, whole }: { call: PageCall; whole: WholeAgreement }) {
  const { t, language } = call
  const entries: TimelineEntry[] = happenedTo(whole, call)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, what, by, tone, reason }) => ({
      at: at.toISOString(),
      when: dayOf(at, call),
      what: t(what),
      tone,
      ...(by ? { who: displayName(by.name, language) } : {}),
      ...(reason ? { detail: <Typed>{reason}</Typed> } : {}),
    }))
  return (
    <Section title={t(m('history.title'))} id="history">
      <Timeline label={t(m('history.title'))} entries={entries} />
    </Section>
  )
}

function happenedTo(whole: WholeAgreement, { language }: PageCall): Happened[] {
  const { copies, answers, ends } = whole
  const called = (id: string) => {
    const copy = copies.find(({ organisationId }) => organisationId === id)
    return copy ? nameOf(copy.names, language) : ''
  }
  const versions = copies.flatMap((copy) =>
    copy.versions.map((version) => ({ ...version, of: copy.organisationId })),
  )
  return [
    {
      at: whole.madeAt,
      what: m('history.made', { partner: called(whole.madeBy) }),
      by: null,
      tone: 'neutral',
    },
    ...versions.map(({ of, number, sentAt, sentBy, source }): Happened => ({
      at: sentAt,
      what: m(source === 'record' ? 'history.recorded' : 'history.sent', {
        partner: called(of),
        number,
      }),
      by: sentBy,
      tone: 'info',
    })),
    ...answers.map(({ versionId, organisationId, at, by, reason }): Happened => {
      const version = versions.find(({ id }) => id === versionId)!
      const args = {
        partner: called(organisationId),
        of: called(version.of),
        number: version.number,
      }
      return reason === null
        ? { at, by, what: m('history.approved', args), tone: 'done' }
        : { at, by, what: m('history.refused', args), tone: 'harm', reason }
    }),
    ...ends.flatMap((end): Happened[] => {
      const args = {
        partner: called(end.organisationId),
        year: formatAcademicYear(end.lastYear, language),
      }
      const asked: Happened = {
        at: end.declaredAt,
        what: m(end.byConsent ? 'history.end-asked' : 'history.notice', args),
        by: null,
        tone: 'attention',
        reason: end.reason,
      }
      if (end.settledAt === null || end.outcome === null || !end.byConsent) return [asked]
      return [
        asked,
        {
          at: end.settledAt,
          what: m(`history.end-${end.outcome}`, args),
          by: null,
          tone: 'neutral',
        },
      ]
    }),
  ]
}
