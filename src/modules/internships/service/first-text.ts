import type { Translator } from '#kernel/messages'
import { formatMoney, localised, money } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { PlacementRow } from '../queries/placements.ts'
import {
  type AgreementText,
  formOfCountry,
  languageOfCountry,
  languagesOf,
} from '../rules/agreement.ts'
import { type PlacementMentors, withMentors } from './mentors.ts'

/** What an agreement says before anybody wrote it: all that the record knows already, the mentors too. */
export function firstText(
  placement: PlacementRow,
  mentors: PlacementMentors,
  translator: Translator,
): AgreementText {
  const form = formOfCountry(placement.country)
  const [language] = languagesOf(form, languageOfCountry(placement.homeCountry))
  const { stipendMinor, stipendCurrency } = placement
  const allowance =
    stipendMinor === null || stipendCurrency === null
      ? m('stipend.none')
      : m('stipend.month', {
          amount: formatMoney(money(BigInt(stipendMinor), stipendCurrency), language),
        })
  const text: AgreementText = {
    form,
    startsOn: placement.startsOn,
    endsOn: placement.endsOn,
    hoursPerWeek: placement.hoursPerWeek,
    basis: 'embedded',
    means: 'either',
    hostLanguage: languageOfCountry(placement.country),
    words: {
      tasks: localised(placement.descriptions, language).text,
      outcomes: '',
      presence: '',
      monitoring: '',
      evaluation: '',
      credit: '',
      allowance: translator.for(language)(allowance),
      inKind: '',
      homeInsurance: '',
      hostInsurance: '',
      absence: '',
      ending: '',
      certificate: '',
    },
    parties: {
      signatory: { name: placement.signatory, email: placement.signatoryEmail },
      tutor: { name: placement.tutor, email: placement.tutorEmail },
      mentor: null,
      secondHost: null,
      guardian: null,
    },
  }
  return withMentors(text, mentors)
}
