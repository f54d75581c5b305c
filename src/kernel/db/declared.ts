/**
 * What the database's catalogue says about who may do what, compared with what is declared (`grants.ts`, `functions.ts`).
 * Grants that do nothing are told by PostgreSQL in a log only, and a DBA's hand may add some.
 */
import { callersFunctions, closedFunctions, definerFunctions } from "./functions.ts"
import { tableGrants } from "./grants.ts"

type Row = Record<string, unknown>
/** Answers a query on `pg_catalog`, which every role may read. */
export type Query = (text: string) => Promise<{ rows: Row[] }>

export type Grants = Record<string, Record<string, string>>

/** By table or view, then role: the privileges in one line, with their columns. */
export async function grantsFound(query: Query): Promise<Grants> {
  const found =
    await query(`select name, role, string_agg(privilege || columns, ', ' order by array_position(array['select', 'insert', 'update', 'delete'], privilege), columns) as may
    from (
      select c.relname as name, coalesce(r.rolname, 'everybody') as role, lower(a.privilege_type) as privilege, '' as columns
      from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      union all
      select c.relname, coalesce(r.rolname, 'everybody'), lower(a.privilege_type), ' (' || string_agg(t.attname, ', ' order by t.attname) || ')'
      from pg_class c join pg_attribute t on t.attrelid = c.oid and not t.attisdropped
        cross join lateral aclexplode(t.attacl) a left join pg_roles r on r.oid = a.grantee
      where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner group by 1, 2, 3) granted
    group by 1, 2 order by 1, 2`)
  const granted: Grants = {}
  for (const { name, role, may } of found.rows)
    granted[String(name)] = { ...granted[String(name)], [String(role)]: String(may) }
  return granted
}

export type Callable = { name: string; definer: boolean; may: string[] }

/** Every function of ours, by name; those of extensions are left out. */
export async function callableFound(query: Query): Promise<Callable[]> {
  const found = await query(`select p.proname as name, p.prosecdef as definer, array(
      select coalesce(r.rolname, 'everybody') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      left join pg_roles r on r.oid = a.grantee where a.grantee <> p.proowner order by 1)::text[] as may
    from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`)
  return (found.rows as Callable[]).toSorted(byName)
}

export function callableDeclared(): Callable[] {
  const declared = [
    ...Object.entries(definerFunctions).map(([name, { may }]) => ({ name, definer: true, may })),
    ...Object.entries(closedFunctions).map(([name, { may }]) => ({ name, definer: false, may })),
    ...Object.keys(callersFunctions).map((name) => ({ name, definer: false, may: ["everybody"] })),
  ]
  return declared.map((one) => ({ ...one, may: [...one.may].sort() })).toSorted(byName)
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

/** Names of tables, views and functions whose grants are not as declared, each once. */
export async function grantsAmiss(query: Query): Promise<string[]> {
  const found = await grantsFound(query)
  const tables = [...new Set([...Object.keys(found), ...Object.keys(tableGrants)])].filter(
    (name) => said(found[name] ?? {}) !== said(tableGrants[name] ?? {}),
  )
  const callable = new Map((await callableFound(query)).map((one) => [one.name, one]))
  const declared = new Map(callableDeclared().map((one) => [one.name, one]))
  const functions = [...new Set([...callable.keys(), ...declared.keys()])].filter(
    (name) => JSON.stringify(callable.get(name)) !== JSON.stringify(declared.get(name)),
  )
  return [...tables, ...functions.map((name) => `${name}()`)].sort()
}

const said = (byRole: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(byRole).sort())
