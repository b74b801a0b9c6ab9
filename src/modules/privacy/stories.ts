import type { Manifest } from '#kernel/http'
import { purposes } from './consent-schema.ts'
import {
  breachClosed,
  breachDutyDone,
  breachEntered,
  clauseEnded,
  clauseEntered,
  consentAsked,
  consentAwaitsGuardian,
  consentDeclined,
  consentGiven,
  consentWithdrawn,
  dataExported,
  dataTransferred,
  erasureAsked,
  erasureHindered,
  erasureWithdrawn,
  requestAnswered,
  requestMade,
  requestWithdrawn,
} from './entries.ts'
import { m } from './messages/index.ts'
import { clauseKinds } from './transfer-schema.ts'
import { requestKinds, requestOutcomes } from './schema.ts'

/** The kinds of entry that privacy writes, with the words for the person's own story: what somebody asks is theirs. */
export const privacyEntries: Manifest['entries'] = (
  [
    { type: dataExported.type, label: () => m('entry.data-exported') },
    {
      type: requestMade.type,
      label: (data) => {
        const kind = requestKinds.find((each) => each === data['kind']) ?? 'access'
        return m('entry.request-made', { kind: m(`request.kind.${kind}`) })
      },
    },
    {
      type: requestAnswered.type,
      label: (data) => {
        const outcome = requestOutcomes.find((each) => each === data['outcome']) ?? 'refused'
        return m('entry.request-answered', { outcome: m(`request.${outcome}`) })
      },
    },
    { type: requestWithdrawn.type, label: () => m('entry.request-withdrawn') },
    { type: erasureAsked.type, label: () => m('entry.erasure-asked') },
    { type: erasureWithdrawn.type, label: () => m('entry.erasure-withdrawn') },
    { type: erasureHindered.type, label: () => m('entry.erasure-hindered') },
    { type: consentAsked.type, label: purposeLabel('entry.consent-asked') },
    { type: consentGiven.type, label: purposeLabel('entry.consent-given') },
    {
      type: consentAwaitsGuardian.type,
      label: purposeLabel('entry.consent-awaits-guardian'),
    },
    { type: consentDeclined.type, label: purposeLabel('entry.consent-declined') },
    { type: breachEntered.type, label: () => m('entry.breach-entered') },
    { type: breachDutyDone.type, label: () => m('entry.breach-told') },
    { type: breachClosed.type, label: () => m('entry.breach-closed') },
    { type: clauseEntered.type, label: clauseLabel('entry.clause-entered') },
    { type: clauseEnded.type, label: clauseLabel('entry.clause-ended') },
    { type: dataTransferred.type, label: purposeLabel('entry.data-transferred') },
    { type: consentWithdrawn.type, label: purposeLabel('entry.consent-withdrawn') },
  ] satisfies Manifest['entries']
).map((entry) => ({ ...entry, ownOnly: true }))

function clauseLabel(key: Parameters<typeof m>[0]) {
  return (data: Record<string, unknown>) => {
    const kind = clauseKinds.find((each) => each === data['kind']) ?? 'agreement'
    return m(key, { kind: m(`clause.kind.${kind}`) })
  }
}

function purposeLabel(key: Parameters<typeof m>[0]) {
  return (data: Record<string, unknown>) => {
    const purpose = purposes.find((each) => each === data['purpose']) ?? 'exchange'
    return m(key, { purpose: m(`purpose.${purpose}`) })
  }
}
