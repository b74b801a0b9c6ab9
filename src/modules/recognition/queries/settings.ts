import type { Work } from '#kernel/database'
import { type CaseSettings, defaultSettings } from '../rules/settings.ts'

/** How an institution works on its cases. */
export async function settingsOf(work: Work, organisationId: string): Promise<CaseSettings> {
  const row = await work.read
    .selectFrom('recognition_settings')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return defaultSettings
  return {
    caseWorkingDays: row.case_working_days,
    undoMinutes: row.undo_minutes,
    evidenceWorkingDays: row.evidence_working_days,
    reminderWorkingDays: row.reminder_working_days,
    evidencePauses: row.evidence_pauses,
    appealWorkingDays: row.appeal_working_days,
    demandsCheck: row.demands_check,
    revisionByAnother: row.revision_by_another,
  }
}
