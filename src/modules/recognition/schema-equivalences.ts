import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'

export interface EquivalenceEvidenceTable {
  id: string
  equivalence_id: string
  kind: 'link' | 'file'
  label: ColumnType<string, string | undefined, string>
  url: string | null
  file_id: string | null
  added_by: string
  added_at: Date
}

export interface EquivalenceSettingsTable {
  organisation_id: string
  lead_days: number
  changed_by: string | null
  changed_at: Date
}

export interface EquivalenceImportsTable {
  id: string
  created_by: string
  home_organisation_id: string
  file_name: string
  content: Json<unknown>
  state: ColumnType<'open' | 'taken' | 'discarded', string | undefined, string>
  created_at: Date
  closed_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    equivalence_evidence: EquivalenceEvidenceTable
    equivalence_settings: EquivalenceSettingsTable
    equivalence_imports: EquivalenceImportsTable
  }
}
