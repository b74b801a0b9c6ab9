import { type Block, inBoth, type Pair, type PdfDocument, words } from '#kernel/documents'
import type { Services } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatDateRange,
  formatNumber,
  type Language,
  passportName,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import type { EvaluationRow } from '../queries/evaluations.ts'
import type { PlacementRow } from '../queries/placements.ts'
import {
  type AgreementForm,
  type AgreementText,
  languageOfCountry,
  languagesOf,
} from '../rules/agreement.ts'
import { countedMinutes } from '../rules/journal.ts'

/** What a certificate is printed from. */
export interface CertificateFacts {
  placement: PlacementRow
  form: AgreementForm
  /** What was agreed, where an agreement counts. */
  text: AgreementText | null
  evaluations: readonly EvaluationRow[]
  now: Date
}

/**
 * The certificate of a placement that is over, in the two languages of its form: who, where, from when until when on the
 * days that were really worked, hours as the host confirmed them (without a journal, as they were logged), tasks and competences as agreed, and the host's final judgement.
 * In the Erasmus+ form it is table D.
 */
export function certificatePdf(
  facts: CertificateFacts,
  {
    translator,
    demonstration,
    demonstrationBanner,
  }: Pick<Services, 'translator' | 'demonstration' | 'demonstrationBanner'>,
): PdfDocument {
  const { placement, form, text, now } = facts
  const pair = languagesOf(form, languageOfCountry(placement.homeCountry))
  const both = inBoth(pair, translator)
  const [first] = pair
  const title = form === 'erasmus' ? m('doc.table-d') : m('certificate.title')
  return {
    language: first,
    title: translator.for(first)(title),
    now,
    reference: placement.id.slice(-12),
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [words(first, placement.host, { whole: true }), both.names(placement.home)],
        titles: both.lines(title),
        subtitle: both.names(placement.titles),
      },
      { kind: 'paragraph', words: both.runs(m('certificate.says')) },
      what(facts, pair, translator),
      {
        kind: 'signatures',
        places: [
          {
            kind: 'signature',
            label: both.runs(m('agreement.signatory')),
            name: words(first, text?.parties.signatory?.name ?? placement.signatory, {
              whole: true,
            }),
          },
          { kind: 'stamp', label: both.runs(m('field.host')) },
        ],
      },
    ],
  }
}

/** Who, when, how many hours, what, and how the host judged it. */
function what(
  { placement, text, evaluations, now }: CertificateFacts,
  pair: Pair,
  translator: Services['translator'],
): Block {
  const both = inBoth(pair, translator)
  const [first, second] = pair
  const last = placement.endedOn ?? placement.endsOn
  const inEach = (say: (language: Language) => string) =>
    first === second
      ? words(first, say(first))
      : [words(first, say(first)), words(second, `\n${say(second)}`, { muted: true })]
  const judged = evaluations.find(
    ({ round, party, overall }) => round === 'final' && party === 'tutor' && overall !== null,
  )
  const hours = Math.floor(countedMinutes(placement) / 60)
  const isConfirmed = placement.confirmedMinutes !== null
  return {
    kind: 'definitions',
    items: [
      {
        term: both.runs(m('field.student')),
        value: words(first, displayName(placement.personName, first), {
          whole: true,
          strong: true,
        }),
      },
      {
        term: both.runs(m('doc.passport-name')),
        value: words('en', passportName(placement.personName), { whole: true }),
      },
      {
        term: both.runs(m('agreement.period')),
        value: inEach((language) => formatDateRange(placement.startsOn, last, language)),
      },
      {
        term: both.runs(m(isConfirmed ? 'field.confirmed' : 'field.logged')),
        value: both.runs((language) =>
          m('duration.hours', { hours: formatNumber(hours, language) }),
        ),
      },
      {
        term: both.runs(m('agreement.tasks')),
        value: both.typed(text?.words.tasks || '–'),
      },
      {
        term: both.runs(m('agreement.outcomes')),
        value: both.typed(text?.words.outcomes || '–'),
      },
      ...(judged
        ? [
            {
              term: both.runs(m('evaluation.final')),
              value: both.runs((language) =>
                m('mark.of', {
                  mark: formatNumber(judged.overall!, language),
                  most: formatNumber(5, language),
                }),
              ),
            },
          ]
        : []),
      {
        term: both.runs(m('certificate.date')),
        value: inEach((language) => formatDate(dateInZone(now, placement.timeZone), language)),
      },
    ],
  }
}
