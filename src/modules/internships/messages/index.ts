import { catalogue } from '#kernel/messages'
import agreementEn from './agreement.en.ts'
import agreementFr from './agreement.fr.ts'
import agreementKo from './agreement.ko.ts'
import agreementTh from './agreement.th.ts'
import agreementZh from './agreement.zh-hans.ts'
import boardEn from './board.en.ts'
import boardFr from './board.fr.ts'
import boardKo from './board.ko.ts'
import boardTh from './board.th.ts'
import boardZh from './board.zh-hans.ts'
import en from './en.ts'
import evaluationEn from './evaluation.en.ts'
import evaluationFr from './evaluation.fr.ts'
import evaluationKo from './evaluation.ko.ts'
import evaluationTh from './evaluation.th.ts'
import evaluationZh from './evaluation.zh-hans.ts'
import fr from './fr.ts'
import heldEn from './held.en.ts'
import heldFr from './held.fr.ts'
import heldKo from './held.ko.ts'
import heldTh from './held.th.ts'
import heldZh from './held.zh-hans.ts'
import incidentsEn from './incidents.en.ts'
import interviewEn from './interview.en.ts'
import incidentsFr from './incidents.fr.ts'
import interviewFr from './interview.fr.ts'
import incidentsKo from './incidents.ko.ts'
import interviewKo from './interview.ko.ts'
import incidentsTh from './incidents.th.ts'
import interviewTh from './interview.th.ts'
import incidentsZh from './incidents.zh-hans.ts'
import interviewZh from './interview.zh-hans.ts'
import journalEn from './journal.en.ts'
import journalFr from './journal.fr.ts'
import journalKo from './journal.ko.ts'
import journalTh from './journal.th.ts'
import journalZh from './journal.zh-hans.ts'
import ko from './ko.ts'
import mentorsEn from './mentors.en.ts'
import mentorsFr from './mentors.fr.ts'
import mentorsKo from './mentors.ko.ts'
import mentorsTh from './mentors.th.ts'
import mentorsZh from './mentors.zh-hans.ts'
import pastEn from './past.en.ts'
import pastFr from './past.fr.ts'
import pastKo from './past.ko.ts'
import pastTh from './past.th.ts'
import pastZh from './past.zh-hans.ts'
import proposalEn from './proposal.en.ts'
import proposalFr from './proposal.fr.ts'
import proposalKo from './proposal.ko.ts'
import proposalTh from './proposal.th.ts'
import proposalZh from './proposal.zh-hans.ts'
import roundEn from './round.en.ts'
import roundFr from './round.fr.ts'
import roundKo from './round.ko.ts'
import roundTh from './round.th.ts'
import roundZh from './round.zh-hans.ts'
import th from './th.ts'
import visitsEn from './visits.en.ts'
import visitsFr from './visits.fr.ts'
import visitsKo from './visits.ko.ts'
import visitsTh from './visits.th.ts'
import visitsZh from './visits.zh-hans.ts'
import zhHans from './zh-Hans.ts'

/** The texts of internships. */
export const m = catalogue('internships', {
  en: {
    ...en,
    ...agreementEn,
    ...evaluationEn,
    ...boardEn,
    ...proposalEn,
    ...heldEn,
    ...mentorsEn,
    ...interviewEn,
    ...journalEn,
    ...visitsEn,
    ...incidentsEn,
    ...roundEn,
    ...pastEn,
  },
  'zh-Hans': {
    ...zhHans,
    ...agreementZh,
    ...evaluationZh,
    ...boardZh,
    ...proposalZh,
    ...heldZh,
    ...mentorsZh,
    ...interviewZh,
    ...journalZh,
    ...visitsZh,
    ...incidentsZh,
    ...roundZh,
    ...pastZh,
  },
  th: {
    ...th,
    ...agreementTh,
    ...evaluationTh,
    ...boardTh,
    ...proposalTh,
    ...heldTh,
    ...mentorsTh,
    ...interviewTh,
    ...journalTh,
    ...visitsTh,
    ...incidentsTh,
    ...roundTh,
    ...pastTh,
  },
  ko: {
    ...ko,
    ...agreementKo,
    ...evaluationKo,
    ...boardKo,
    ...proposalKo,
    ...heldKo,
    ...mentorsKo,
    ...interviewKo,
    ...journalKo,
    ...visitsKo,
    ...incidentsKo,
    ...roundKo,
    ...pastKo,
  },
  fr: {
    ...fr,
    ...agreementFr,
    ...evaluationFr,
    ...boardFr,
    ...proposalFr,
    ...heldFr,
    ...mentorsFr,
    ...interviewFr,
    ...journalFr,
    ...visitsFr,
    ...incidentsFr,
    ...roundFr,
    ...pastFr,
  },
})
