import { sql } from 'kysely'
import type { Message } from '#kernel/messages'
import type { Tables } from './tables.ts'
import type { Work, Writer } from './work.ts'

/** Something that a part of the house holds of a person, in words. */
export interface HeldData {
  what: Message
  count: number
  /** Why it stays after an erasure, and until when; null where it goes. */
  stays: Message | null
  /** The page on which the person corrects it, without the language. */
  correct?: string
}

/** A file of a person: handed out with their data, and gone from the store after an erasure. */
export interface HeldFile {
  fileId: string
  name: string
  sha256: string
  sizeBytes: number
  /** A copy that was made of the data: it goes with them, and is not handed out again. */
  isCopy?: true
}

/** How long what is kept for a time is kept, as the operator says. */
export interface KeptPeriods {
  /** Whole months for the record of who read whose data. */
  readsMonths: number
  /** Whole months for mails and notices. */
  mailsMonths: number
}

/** What a part of the house tells of the personal data that it holds; its manifest says how they go out and away. */
export interface PersonalData {
  /** What the part is called before a person. */
  part: Message
  holds(work: Work, personId: string, kept: KeptPeriods): Promise<HeldData[]>
  files?(work: Work, personId: string): Promise<HeldFile[]>
  /** Why the person cannot be erased now, said to them; whoever answers for the house may decide otherwise. */
  hinders?(work: Work, personId: string): Promise<Message[]>
  /** Why the person cannot be erased whoever decides it, because nobody could go on without them. */
  bars?(work: Work, personId: string): Promise<Message[]>
}

/** A part of the house as far as it holds something of persons; every manifest is one. */
export interface PersonalPart {
  name: string
  personalData?: PersonalData
  exportPerson?: (work: Work, personId: string) => Promise<Record<string, unknown>>
  erasePerson?: (work: Work, personId: string) => Promise<{ kept: Message[] }>
}

/**
 * Names the person who stays wherever columns of a module's own tables name the former: for columns that say by whom
 * something was done, and on which no key or rule of the table depends.
 */
export async function renamePerson(
  tx: Writer,
  columns: { readonly [Table in keyof Tables]?: readonly (keyof Tables[Table] & string)[] },
  from: string,
  into: string,
): Promise<void> {
  for (const [table, names] of Object.entries(columns)) {
    for (const name of names as readonly string[]) {
      await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${into}::uuid
        where ${sql.ref(name)} = ${from}::uuid`.execute(tx)
    }
  }
}

/**
 * The same for rows of which a person has one each of something (an answer to a question, a seat in a committee): where both
 * have one, that of the one who stays is kept. `of` says what a person has one of: one column, or those that say it together.
 */
export async function renamePersonOnce<Table extends keyof Tables & string>(
  tx: Writer,
  table: Table,
  columns: {
    person: keyof Tables[Table] & string
    of: (keyof Tables[Table] & string) | readonly (keyof Tables[Table] & string)[]
  },
  from: string,
  into: string,
): Promise<void> {
  const person = sql.ref(columns.person)
  const of = sql.join([columns.of].flat().map((each) => sql.ref(each)))
  await sql`delete from ${sql.table(table)} where ${person} = ${from}::uuid
    and (${of}) in (select ${of} from ${sql.table(table)} where ${person} = ${into}::uuid)`.execute(
    tx,
  )
  await sql`update ${sql.table(table)} set ${person} = ${into}::uuid
    where ${person} = ${from}::uuid`.execute(tx)
}
