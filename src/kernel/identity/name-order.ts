import { type RawBuilder, sql } from 'kysely'
import type { Language } from '#kernel/values'

/**
 * The names of the persons of `table` in the order of a reader's dictionary, by the form that the reader is shown: Thai by
 * its consonants, with a vowel that is written before one put behind it and tone marks left out; Korean by its
 * syllables; everybody else's, and Chinese ones by their sound, in Latin letters as they are written, without accents.
 */
export function nameOrder(language: Language, table = 'p'): RawBuilder<string> {
  const name = sql.ref(`${table}.name`)
  const native = sql`coalesce(${name}->>'native', '')`
  const written = sql`coalesce(nullif(${name}->>'romanised', ''), ${name}->>'native', '')`
  const latin = sql`regexp_replace(normalize(lower(${written}), NFKD), '[\u0300-\u036f]', '', 'g')`
  if (language === 'th') {
    const consonants = sql`regexp_replace(translate(${native}, '็่้๊๋์', ''), '([เแโใไ])(.)', '\\2\\1', 'g')`
    return sql<string>`(case when ${native} ~ '[ก-๛]' then ${consonants} else ${latin} end) collate "C"`
  }
  if (language === 'ko') {
    return sql<string>`(case when ${native} ~ '[가-힣]' then ${native} else ${latin} end) collate "C"`
  }
  return sql<string>`${latin} collate "C"`
}
