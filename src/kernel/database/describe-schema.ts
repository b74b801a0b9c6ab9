import { sql } from 'kysely'
import type { Database } from './engine.ts'

/**
 * The schema as sorted text: tables, columns, constraints, indexes, triggers, functions, views and
 * named types. Two databases with the same text have the same schema, on either engine.
 */
export async function describeSchema(
  database: Pick<Database, 'kysely'>,
  schema = 'public',
): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    with relations as (${relations(schema)}), lines (line) as (${relationLines} union all ${otherLines(schema)})
    select line from lines order by line collate "C"`.execute(database.kysely)
  return `${rows.map((row) => row.line).join('\n')}\n`
}

const relations = (schema: string) => sql`
  select c.oid, c.relname, c.relkind, c.relispartition, pg_get_partkeydef(c.oid) as partition_key,
    pg_get_expr(c.relpartbound, c.oid) as bound
  from pg_class c
  where c.relnamespace = ${schema}::regnamespace
    and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
    )`

const relationLines = sql`
  select 'table ' || relname || coalesce(' partition by ' || partition_key, '') || coalesce(' ' || bound, '')
  from relations where relkind in ('r', 'p')
  union all
  select 'column ' || r.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case a.attidentity when 'a' then ' identity always' when 'd' then ' identity by default' else '' end
    || coalesce(
      case when a.attgenerated <> '' then ' generated as ' else ' default ' end
      || pg_get_expr(f.adbin, f.adrelid), '')
    || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation::text else '' end
  from relations r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef f on f.adrelid = r.oid and f.adnum = a.attnum
  where r.relkind in ('r', 'p', 'v', 'm')
  union all
  select 'constraint ' || r.relname || '.' || c.conname || ' ' || pg_get_constraintdef(c.oid)
  from relations r
  join pg_constraint c on c.conrelid = r.oid
  -- From version 18 on, "not null" is a named constraint too; the column's line says it already.
  where c.contype <> 'n'
  union all
  select 'index ' || pg_get_indexdef(i.indexrelid)
  from relations r join pg_index i on i.indrelid = r.oid
  union all
  select 'trigger ' || pg_get_triggerdef(t.oid)
  from relations r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
  union all
  select 'policy ' || r.relname || '.' || p.polname || ' ' || p.polcmd::text
    || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
    || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
  from relations r join pg_policy p on p.polrelid = r.oid
  union all
  select 'view ' || relname || ' ' || pg_get_viewdef(oid) from relations where relkind in ('v', 'm')
  union all
  select 'sequence ' || relname from relations where relkind = 'S'`

const otherLines = (schema: string) => sql`
  select pg_get_functiondef(p.oid)
        from pg_proc p
        where p.pronamespace = ${schema}::regnamespace and p.prokind in ('f', 'p')
          and not exists (
            select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
          )
        union all
        select 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
        from pg_type t join pg_enum e on e.enumtypid = t.oid
        where t.typnamespace = ${schema}::regnamespace
        group by t.typname
        union all
        select 'domain ' || t.typname || ' ' || format_type(t.typbasetype, t.typtypmod)
          || coalesce(' ' || string_agg(pg_get_constraintdef(c.oid), ' ' order by c.conname), '')
        from pg_type t left join pg_constraint c on c.contypid = t.oid and c.contype = 'c'
        where t.typtype = 'd' and t.typnamespace = ${schema}::regnamespace
        group by t.oid, t.typname, t.typbasetype, t.typtypmod`
