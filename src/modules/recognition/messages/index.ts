import { catalogue } from '#kernel/messages'
import caseworkEn from './casework.en.ts'
import caseworkFr from './casework.fr.ts'
import caseworkKo from './casework.ko.ts'
import caseworkTh from './casework.th.ts'
import caseworkZh from './casework.zh-hans.ts'
import deskWorkEn from './desk-work.en.ts'
import deskWorkFr from './desk-work.fr.ts'
import deskWorkKo from './desk-work.ko.ts'
import deskWorkTh from './desk-work.th.ts'
import deskWorkZh from './desk-work.zh-hans.ts'
import evidenceEn from './evidence.en.ts'
import evidenceFr from './evidence.fr.ts'
import evidenceKo from './evidence.ko.ts'
import evidenceTh from './evidence.th.ts'
import evidenceZh from './evidence.zh-hans.ts'
import appealsEn from './appeals.en.ts'
import appealsFr from './appeals.fr.ts'
import appealsKo from './appeals.ko.ts'
import appealsTh from './appeals.th.ts'
import appealsZh from './appeals.zh-hans.ts'
import officeEn from './office.en.ts'
import officeFr from './office.fr.ts'
import officeKo from './office.ko.ts'
import officeTh from './office.th.ts'
import officeZh from './office.zh-hans.ts'
import committeeEn from './committee.en.ts'
import committeeFr from './committee.fr.ts'
import committeeKo from './committee.ko.ts'
import committeeTh from './committee.th.ts'
import committeeZh from './committee.zh-hans.ts'
import checksEn from './checks.en.ts'
import checksFr from './checks.fr.ts'
import checksKo from './checks.ko.ts'
import checksTh from './checks.th.ts'
import checksZh from './checks.zh-hans.ts'
import revisersEn from './revisers.en.ts'
import revisersFr from './revisers.fr.ts'
import revisersKo from './revisers.ko.ts'
import revisersTh from './revisers.th.ts'
import revisersZh from './revisers.zh-hans.ts'
import readyEn from './ready.en.ts'
import readyFr from './ready.fr.ts'
import readyKo from './ready.ko.ts'
import readyTh from './ready.th.ts'
import readyZh from './ready.zh-hans.ts'
import turnaroundEn from './turnaround.en.ts'
import turnaroundFr from './turnaround.fr.ts'
import turnaroundKo from './turnaround.ko.ts'
import turnaroundTh from './turnaround.th.ts'
import turnaroundZh from './turnaround.zh-hans.ts'
import toldEn from './told.en.ts'
import toldFr from './told.fr.ts'
import toldKo from './told.ko.ts'
import toldTh from './told.th.ts'
import toldZh from './told.zh-hans.ts'
import holderEn from './holder.en.ts'
import holderFr from './holder.fr.ts'
import holderKo from './holder.ko.ts'
import holderTh from './holder.th.ts'
import holderZh from './holder.zh-hans.ts'
import takenEn from './taken.en.ts'
import takenFr from './taken.fr.ts'
import takenKo from './taken.ko.ts'
import takenTh from './taken.th.ts'
import takenZh from './taken.zh-hans.ts'
import listingEn from './listing.en.ts'
import listingFr from './listing.fr.ts'
import listingKo from './listing.ko.ts'
import listingTh from './listing.th.ts'
import listingZh from './listing.zh-hans.ts'
import compactEn from './compact.en.ts'
import compactFr from './compact.fr.ts'
import compactKo from './compact.ko.ts'
import compactTh from './compact.th.ts'
import compactZh from './compact.zh-hans.ts'
import checkingEn from './checking.en.ts'
import checkingFr from './checking.fr.ts'
import checkingKo from './checking.ko.ts'
import checkingTh from './checking.th.ts'
import checkingZh from './checking.zh-hans.ts'
import undoEn from './undo.en.ts'
import undoFr from './undo.fr.ts'
import undoKo from './undo.ko.ts'
import undoTh from './undo.th.ts'
import undoZh from './undo.zh-hans.ts'
import changesEn from './changes.en.ts'
import changesFr from './changes.fr.ts'
import changesKo from './changes.ko.ts'
import changesTh from './changes.th.ts'
import changesZh from './changes.zh-hans.ts'
import talkEn from './talk.en.ts'
import talkFr from './talk.fr.ts'
import talkKo from './talk.ko.ts'
import talkTh from './talk.th.ts'
import talkZh from './talk.zh-hans.ts'
import catalogueEn from './catalogue.en.ts'
import catalogueFr from './catalogue.fr.ts'
import catalogueKo from './catalogue.ko.ts'
import catalogueTh from './catalogue.th.ts'
import catalogueZh from './catalogue.zh-hans.ts'
import publicationEn from './publication.en.ts'
import publicationFr from './publication.fr.ts'
import publicationKo from './publication.ko.ts'
import publicationTh from './publication.th.ts'
import publicationZh from './publication.zh-hans.ts'
import commandsEn from './commands.en.ts'
import commandsFr from './commands.fr.ts'
import commandsKo from './commands.ko.ts'
import commandsTh from './commands.th.ts'
import commandsZh from './commands.zh-hans.ts'
import contentEn from './content.en.ts'
import contentFr from './content.fr.ts'
import contentKo from './content.ko.ts'
import contentTh from './content.th.ts'
import contentZh from './content.zh-hans.ts'
import conversionEn from './conversion.en.ts'
import elmoEn from './elmo.en.ts'
import conversionFr from './conversion.fr.ts'
import elmoFr from './elmo.fr.ts'
import conversionKo from './conversion.ko.ts'
import elmoKo from './elmo.ko.ts'
import conversionTh from './conversion.th.ts'
import elmoTh from './elmo.th.ts'
import conversionZh from './conversion.zh-hans.ts'
import documentsEn from './documents.en.ts'
import documentsFr from './documents.fr.ts'
import documentsKo from './documents.ko.ts'
import documentsTh from './documents.th.ts'
import documentsZh from './documents.zh-hans.ts'
import elmoZh from './elmo.zh-hans.ts'
import signerEn from './signer.en.ts'
import signerFr from './signer.fr.ts'
import signerKo from './signer.ko.ts'
import signerTh from './signer.th.ts'
import signerZh from './signer.zh-hans.ts'
import emrexEn from './emrex.en.ts'
import emrexFr from './emrex.fr.ts'
import emrexKo from './emrex.ko.ts'
import emrexTh from './emrex.th.ts'
import emrexZh from './emrex.zh-hans.ts'
import authenticEn from './authentic.en.ts'
import authenticFr from './authentic.fr.ts'
import authenticKo from './authentic.ko.ts'
import authenticTh from './authentic.th.ts'
import authenticZh from './authentic.zh-hans.ts'
import en from './en.ts'
import fr from './fr.ts'
import factsEn from './facts.en.ts'
import factsFr from './facts.fr.ts'
import factsKo from './facts.ko.ts'
import factsTh from './facts.th.ts'
import factsZh from './facts.zh-hans.ts'
import gradingEn from './grading.en.ts'
import gradingFr from './grading.fr.ts'
import gradingKo from './grading.ko.ts'
import gradingTh from './grading.th.ts'
import gradingZh from './grading.zh-hans.ts'
import ko from './ko.ts'
import limitsEn from './limits.en.ts'
import limitsFr from './limits.fr.ts'
import limitsKo from './limits.ko.ts'
import limitsTh from './limits.th.ts'
import limitsZh from './limits.zh-hans.ts'
import pagesEn from './pages.en.ts'
import pagesFr from './pages.fr.ts'
import pagesKo from './pages.ko.ts'
import pagesTh from './pages.th.ts'
import pagesZh from './pages.zh-hans.ts'
import heldEn from './held.en.ts'
import heldFr from './held.fr.ts'
import heldKo from './held.ko.ts'
import heldTh from './held.th.ts'
import heldZh from './held.zh-hans.ts'
import plansEn from './plans.en.ts'
import plansFr from './plans.fr.ts'
import plansKo from './plans.ko.ts'
import plansTh from './plans.th.ts'
import plansZh from './plans.zh-hans.ts'
import readsEn from './reads.en.ts'
import readsFr from './reads.fr.ts'
import readsKo from './reads.ko.ts'
import readsTh from './reads.th.ts'
import readsZh from './reads.zh-hans.ts'
import postingEn from './posting.en.ts'
import postingFr from './posting.fr.ts'
import postingKo from './posting.ko.ts'
import postingTh from './posting.th.ts'
import postingZh from './posting.zh-hans.ts'
import reasonsEn from './reasons.en.ts'
import reasonsFr from './reasons.fr.ts'
import reasonsKo from './reasons.ko.ts'
import reasonsTh from './reasons.th.ts'
import reasonsZh from './reasons.zh-hans.ts'
import scalesEn from './scales.en.ts'
import scalesFr from './scales.fr.ts'
import scalesKo from './scales.ko.ts'
import scalesTh from './scales.th.ts'
import scalesZh from './scales.zh-hans.ts'
import setReasonsEn from './set-reasons.en.ts'
import setReasonsFr from './set-reasons.fr.ts'
import setReasonsKo from './set-reasons.ko.ts'
import setReasonsTh from './set-reasons.th.ts'
import setReasonsZh from './set-reasons.zh-hans.ts'
import setsEn from './sets.en.ts'
import setsFr from './sets.fr.ts'
import setsKo from './sets.ko.ts'
import setsTh from './sets.th.ts'
import setsZh from './sets.zh-hans.ts'
import suggestionsEn from './suggestions.en.ts'
import suggestionsFr from './suggestions.fr.ts'
import suggestionsKo from './suggestions.ko.ts'
import suggestionsTh from './suggestions.th.ts'
import suggestionsZh from './suggestions.zh-hans.ts'
import tableEn from './table.en.ts'
import tableFr from './table.fr.ts'
import tableKo from './table.ko.ts'
import tableTh from './table.th.ts'
import tableZh from './table.zh-hans.ts'
import th from './th.ts'
import zhHans from './zh-Hans.ts'

/** The texts of recognition: its verbs, its pages, the reasons of its engine, and remarks on documents. */
export const m = catalogue('recognition', {
  en: {
    ...en,
    ...pagesEn,
    ...catalogueEn,
    ...heldEn,
    ...plansEn,
    ...readsEn,
    ...factsEn,
    ...postingEn,
    ...turnaroundEn,
    ...readyEn,
    ...revisersEn,
    ...checksEn,
    ...committeeEn,
    ...officeEn,
    ...reasonsEn,
    ...contentEn,
    ...conversionEn,
    ...documentsEn,
    ...setReasonsEn,
    ...setsEn,
    ...gradingEn,
    ...changesEn,
    ...limitsEn,
    ...elmoEn,
    ...tableEn,
    ...commandsEn,
    ...scalesEn,
    ...caseworkEn,
    ...suggestionsEn,
    ...publicationEn,
    ...talkEn,
    ...undoEn,
    ...checkingEn,
    ...compactEn,
    ...listingEn,
    ...takenEn,
    ...holderEn,
    ...toldEn,
    ...authenticEn,
    ...emrexEn,
    ...signerEn,
    ...appealsEn,
    ...evidenceEn,
    ...deskWorkEn,
  },
  'zh-Hans': {
    ...zhHans,
    ...pagesZh,
    ...catalogueZh,
    ...heldZh,
    ...plansZh,
    ...readsZh,
    ...factsZh,
    ...postingZh,
    ...turnaroundZh,
    ...readyZh,
    ...revisersZh,
    ...checksZh,
    ...committeeZh,
    ...officeZh,
    ...reasonsZh,
    ...contentZh,
    ...conversionZh,
    ...documentsZh,
    ...setReasonsZh,
    ...setsZh,
    ...gradingZh,
    ...changesZh,
    ...limitsZh,
    ...elmoZh,
    ...tableZh,
    ...commandsZh,
    ...scalesZh,
    ...caseworkZh,
    ...suggestionsZh,
    ...publicationZh,
    ...talkZh,
    ...undoZh,
    ...checkingZh,
    ...compactZh,
    ...listingZh,
    ...takenZh,
    ...holderZh,
    ...toldZh,
    ...authenticZh,
    ...emrexZh,
    ...signerZh,
    ...appealsZh,
    ...evidenceZh,
    ...deskWorkZh,
  },
  th: {
    ...th,
    ...pagesTh,
    ...catalogueTh,
    ...heldTh,
    ...plansTh,
    ...readsTh,
    ...factsTh,
    ...postingTh,
    ...turnaroundTh,
    ...readyTh,
    ...revisersTh,
    ...checksTh,
    ...committeeTh,
    ...officeTh,
    ...reasonsTh,
    ...contentTh,
    ...conversionTh,
    ...documentsTh,
    ...setReasonsTh,
    ...setsTh,
    ...gradingTh,
    ...changesTh,
    ...limitsTh,
    ...elmoTh,
    ...tableTh,
    ...commandsTh,
    ...scalesTh,
    ...caseworkTh,
    ...suggestionsTh,
    ...publicationTh,
    ...talkTh,
    ...undoTh,
    ...checkingTh,
    ...compactTh,
    ...listingTh,
    ...takenTh,
    ...holderTh,
    ...toldTh,
    ...authenticTh,
    ...emrexTh,
    ...signerTh,
    ...appealsTh,
    ...evidenceTh,
    ...deskWorkTh,
  },
  ko: {
    ...ko,
    ...pagesKo,
    ...catalogueKo,
    ...heldKo,
    ...plansKo,
    ...readsKo,
    ...factsKo,
    ...postingKo,
    ...turnaroundKo,
    ...readyKo,
    ...revisersKo,
    ...checksKo,
    ...committeeKo,
    ...officeKo,
    ...reasonsKo,
    ...contentKo,
    ...conversionKo,
    ...documentsKo,
    ...setReasonsKo,
    ...setsKo,
    ...gradingKo,
    ...changesKo,
    ...limitsKo,
    ...elmoKo,
    ...tableKo,
    ...commandsKo,
    ...scalesKo,
    ...caseworkKo,
    ...suggestionsKo,
    ...publicationKo,
    ...talkKo,
    ...undoKo,
    ...checkingKo,
    ...compactKo,
    ...listingKo,
    ...takenKo,
    ...holderKo,
    ...toldKo,
    ...authenticKo,
    ...emrexKo,
    ...signerKo,
    ...appealsKo,
    ...evidenceKo,
    ...deskWorkKo,
  },
  fr: {
    ...fr,
    ...pagesFr,
    ...catalogueFr,
    ...heldFr,
    ...plansFr,
    ...readsFr,
    ...factsFr,
    ...postingFr,
    ...turnaroundFr,
    ...readyFr,
    ...revisersFr,
    ...checksFr,
    ...committeeFr,
    ...officeFr,
    ...reasonsFr,
    ...contentFr,
    ...conversionFr,
    ...documentsFr,
    ...setReasonsFr,
    ...setsFr,
    ...gradingFr,
    ...changesFr,
    ...limitsFr,
    ...elmoFr,
    ...tableFr,
    ...commandsFr,
    ...scalesFr,
    ...caseworkFr,
    ...suggestionsFr,
    ...publicationFr,
    ...talkFr,
    ...undoFr,
    ...checkingFr,
    ...compactFr,
    ...listingFr,
    ...takenFr,
    ...holderFr,
    ...toldFr,
    ...authenticFr,
    ...emrexFr,
    ...signerFr,
    ...appealsFr,
    ...evidenceFr,
    ...deskWorkFr,
  },
})
