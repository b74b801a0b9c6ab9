import { type Block, inBoth, type PdfDocument, words } from '#kernel/documents'
import type { Services } from '#kernel/http'
import {
  displayName,
  formatDateRange,
  formatNumber,
  type Language,
  languageTag,
  passportName,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import type { PlacementRow } from '../queries/placements.ts'
import {
  type AgreementParty,
  type AgreementText,
  type FormSection,
  languageOfCountry,
  languagesOf,
  partyKeys,
  sectionsOf,
} from '../rules/agreement.ts'

type Both = ReturnType<typeof inBoth>
type FieldName = FormSection['fields'][number]

/**
 * The agreement in the form that was chosen and in its two languages: who, the form's own parts in the form's own order, and
 * a place for each signature and stamp. Of what was not written there stands a dash.
 */
export function agreementPdf(
  { placement, text, now }: { placement: PlacementRow; text: AgreementText; now: Date },
  {
    translator,
    demonstration,
    demonstrationBanner,
  }: Pick<Services, 'translator' | 'demonstration' | 'demonstrationBanner'>,
): PdfDocument {
  const pair = languagesOf(text.form, languageOfCountry(placement.homeCountry))
  const both = inBoth(pair, translator)
  const [first] = pair
  const isArticles = text.form === 'convention'
  return {
    language: first,
    title: translator.for(first)(m(`form.${text.form}`)),
    now,
    reference: placement.id.slice(-12),
    ...(demonstration ? { banner: both.runs(demonstrationBanner) } : {}),
    blocks: [
      {
        kind: 'title',
        organisations: [both.names(placement.home), words(first, placement.host, { whole: true })],
        titles: both.lines(m(`form.${text.form}`)),
        subtitle: both.names(placement.titles),
      },
      who(placement, both, first),
      ...sectionsOf(text.form).flatMap(({ title, fields }, place): Block[] => [
        {
          kind: 'heading',
          level: 2,
          words: both.runs((language) =>
            isArticles
              ? m('doc.article', {
                  number: formatNumber(place + 1, language),
                  title: translator.for(language)(m(`doc.${title}`)),
                })
              : m(`doc.${title}`),
          ),
        },
        {
          kind: 'definitions',
          items: fields.map((name) => ({
            term: both.runs(m(`agreement.${name}`)),
            value: valueOf(name, placement, text, both, pair),
          })),
        },
      ]),
      { kind: 'paragraph', words: both.runs(m('doc.commitment')) },
      places(placement, text, both, first),
    ],
  }
}

function who(placement: PlacementRow, both: Both, first: Language): Block {
  return {
    kind: 'definitions',
    columns: 2,
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
      { term: both.runs(m('field.home')), value: both.names(placement.home) },
      {
        term: both.runs(m('field.host')),
        value: words(first, `${placement.host}, ${placement.city}`, { whole: true }),
      },
    ],
  }
}

function valueOf(
  name: FieldName,
  placement: PlacementRow,
  text: AgreementText,
  both: Both,
  [first, second]: readonly [Language, Language],
) {
  const inEach = (say: (language: Language) => string) => {
    const head = words(first, say(first))
    const tail = say(second)
    return first === second || tail === head.text
      ? head
      : [head, words(second, `\n${tail}`, { muted: true })]
  }
  switch (name) {
    case 'period':
      return inEach((language) => formatDateRange(text.startsOn, text.endsOn, language))
    case 'hours':
      return both.runs((language) =>
        m('hours-week', { hours: formatNumber(text.hoursPerWeek, language) }),
      )
    case 'mode':
      return both.runs(m(`mode.${placement.mode}`))
    case 'language':
      return inEach((language) => {
        const names = new Intl.DisplayNames(languageTag(language), { type: 'language' })
        return `${names.of(placement.language) ?? placement.language} ${placement.languageLevel}`
      })
    case 'basis':
      return both.runs(m(`basis.${text.basis}`))
    case 'tutor':
    case 'mentor':
      return words(first, partyText(text.parties[name]), { whole: true })
    default:
      return both.typed(text.words[name] || '–')
  }
}

function partyText(party: AgreementParty | null): string {
  return party === null ? '–' : [party.name, party.email].filter(Boolean).join('\n')
}

/** A place for each who signs, with the name, and stamps of school and host. */
function places(placement: PlacementRow, text: AgreementText, both: Both, first: Language): Block {
  return {
    kind: 'signatures',
    places: [
      {
        kind: 'signature',
        label: both.runs(m('field.student')),
        name: words(first, displayName(placement.personName, first), { whole: true }),
      },
      { kind: 'stamp', label: both.runs(m('field.home')) },
      { kind: 'stamp', label: both.runs(m('field.host')) },
      ...partyKeys.flatMap((key) => {
        const party = text.parties[key]
        return party === null
          ? []
          : [
              {
                kind: 'signature' as const,
                label: both.runs(m(`agreement.${key}`)),
                name: words(first, party.name, { whole: true }),
              },
            ]
      }),
    ],
  }
}
