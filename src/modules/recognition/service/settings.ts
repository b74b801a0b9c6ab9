import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { settingsChanged } from '../entries.ts'
import { m } from '../messages/index.ts'
import { settingsOf } from '../queries/settings.ts'
import type { CaseSettings } from '../rules/settings.ts'

const names = [
  'caseWorkingDays',
  'undoMinutes',
  'evidenceWorkingDays',
  'reminderWorkingDays',
  'evidencePauses',
  'appealWorkingDays',
  'demandsCheck',
  'revisionByAnother',
] as const satisfies readonly (keyof CaseSettings)[]

/** Says how an institution works on its cases. What is due already keeps its day; cases and requests from now on follow. */
export async function changeSettings(
  work: Work,
  organisationId: string,
  settings: CaseSettings,
): Promise<{ changed: boolean } | Refusal> {
  if (!work.may('recognition.settings.edit', { organisation_id: organisationId })) {
    return refuse(404, m('refusal.no-case'))
  }
  const before = await settingsOf(work, organisationId)
  const fields = names.filter((name) => before[name] !== settings[name])
  if (fields.length === 0) return { changed: false }
  const entry = settingsChanged({
    object: { kind: 'recognition-settings', id: organisationId },
    organisationIds: [organisationId],
    data: { before: { ...before }, after: { ...settings } },
  })
  const row = {
    case_working_days: settings.caseWorkingDays,
    undo_minutes: settings.undoMinutes,
    evidence_working_days: settings.evidenceWorkingDays,
    reminder_working_days: settings.reminderWorkingDays,
    evidence_pauses: settings.evidencePauses,
    appeal_working_days: settings.appealWorkingDays,
    demands_check: settings.demandsCheck,
    revision_by_another: settings.revisionByAnother,
    changed_at: work.now,
    changed_by: personOf(work.actor),
  }
  await work.write(entry, (tx) =>
    tx
      .insertInto('recognition_settings')
      .values({ organisation_id: organisationId, ...row })
      .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
      .execute(),
  )
  return { changed: true }
}
