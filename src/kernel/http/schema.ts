declare module '#kernel/database' {
  interface Tables {
    sent_forms: SentFormsTable
  }
}

/** The forms of the last hour that were done, each with where its answer led; technical rows. */
export interface SentFormsTable {
  form: Uint8Array
  content: Uint8Array
  request_id: string
  location: string | null
  flash: string | null
  sent_at: Date
}
