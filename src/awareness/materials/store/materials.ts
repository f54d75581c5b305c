/** Materials and their versions. Row security shows the public what was released, a body its own besides. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"
import type { MaterialLang, MaterialWords, VersionState } from "../domain/material.ts"

export type Material = {
  id: string
  bodyId: string
  bodyName: string
  code: number
  campaignId: string | null
}
export type Version = MaterialWords & {
  id: string
  lang: MaterialLang
  nth: number
  state: VersionState
  writtenBy: string
  writtenName: string
  writtenAt: string
  decidedName: string | null
  decidedAt: string | null
  note: string | null
}
export type ListedMaterial = Material & { title: string; released: MaterialLang[]; waiting: number }

/** Those of the acting body, newest first. */
export async function listOwn(tx: Tx): Promise<ListedMaterial[]> {
  const { rows } =
    await sql<ListedMaterial>`select m.id, m.body_id, b.name as body_name, m.code, m.campaign_id, v.title, v.released, v.waiting
    from materials m join bodies b on b.id = m.body_id cross join lateral (
      select (array_agg(title order by (lang = 'vi') desc, nth desc))[1] as title, count(*) filter (where state = 'waiting')::int as waiting,
        coalesce(array_agg(lang order by lang desc) filter (where state = 'released'), '{}') as released
      from material_versions where material_id = m.id) v
    where m.body_id = (select current_body()) order by m.id desc limit 200`.execute(tx)
  return rows
}

export type ReleasedMaterial = {
  code: number
  title: string
  lead: string
  bodyName: string
  lang: MaterialLang
}

/** What was released, in the language asked for, else in the other; newest first. */
export async function listReleased(
  tx: Tx,
  lang: MaterialLang,
  campaignId: string | null = null,
): Promise<ReleasedMaterial[]> {
  const { rows } = await sql<ReleasedMaterial>`select m.code, v.title, v.lead, b.name as body_name, v.lang
    from materials m join bodies b on b.id = m.body_id cross join lateral (
      select title, lead, lang, decided_at from material_versions where material_id = m.id and state = 'released'
      order by (lang = ${lang}) desc limit 1) v
    where ${campaignId}::uuid is null or m.campaign_id = ${campaignId}::uuid
    order by v.decided_at desc, m.code desc limit 100`.execute(tx)
  return rows
}

const materialColumns = sql`m.id, m.body_id, b.name as body_name, m.code, m.campaign_id`

export async function readMaterial(tx: Tx, id: string): Promise<Material | null> {
  const { rows } =
    await sql<Material>`select ${materialColumns} from materials m join bodies b on b.id = m.body_id
    where m.id = ${id} and m.body_id = (select current_body())`.execute(tx)
  return rows[0] ?? null
}

export async function materialByCode(tx: Tx, code: number): Promise<Material | null> {
  const { rows } =
    await sql<Material>`select ${materialColumns} from materials m join bodies b on b.id = m.body_id where m.code = ${code}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function versionsOf(tx: Tx, materialId: string): Promise<Version[]> {
  const { rows } =
    await sql<Version>`select id, lang, nth, title, lead, points, to_do, spoken, state, written_by, written_name, written_at,
      decided_name, decided_at, note
    from material_versions where material_id = ${materialId} order by written_at desc, id desc limit 100`.execute(
      tx,
    )
  return rows
}

export type ReleasedVersion = MaterialWords & { lang: MaterialLang; nth: number; decidedAt: string }

export async function releasedOf(tx: Tx, materialId: string): Promise<ReleasedVersion[]> {
  const { rows } = await sql<ReleasedVersion>`select lang, nth, title, lead, points, to_do, spoken, decided_at
    from material_versions where material_id = ${materialId} and state = 'released' order by lang desc limit 2`.execute(
    tx,
  )
  return rows
}

export async function insertMaterial(
  tx: Tx,
  { campaignId, name }: { campaignId: string | null; name: string },
): Promise<string> {
  const { id } = await tx
    .insertInto("materials")
    .values({ campaignId, madeName: name })
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** Null: a version in that language waits already. */
export async function insertVersion(
  tx: Tx,
  materialId: string,
  words: MaterialWords & { lang: MaterialLang },
  name: string,
): Promise<string | null> {
  const { lang, title, lead, points, toDo, spoken } = words
  const { rows } = await sql<{ id: string }>`
    insert into material_versions (material_id, lang, nth, title, lead, points, to_do, spoken, written_name)
    select ${materialId}::uuid, ${lang}, coalesce(max(nth), 0) + 1, ${title}, ${lead}, ${[...points]}::text[], ${[...toDo]}::text[], ${spoken}, ${name}
    from material_versions where material_id = ${materialId}::uuid and lang = ${lang}
    on conflict (material_id, lang) where state = 'waiting' do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The released version of that language makes room first. */
export async function releaseVersion(
  tx: Tx,
  of: { id: string; materialId: string; lang: MaterialLang; name: string },
): Promise<void> {
  await sql`update material_versions set state = 'replaced'
    where material_id = ${of.materialId} and lang = ${of.lang} and state = 'released'`.execute(tx)
  await sql`update material_versions set state = 'released', decided_name = ${of.name} where id = ${of.id}`.execute(
    tx,
  )
}

export async function endVersion(
  tx: Tx,
  of: { id: string; state: "refused" | "withdrawn"; name: string; note: string },
): Promise<void> {
  await sql`update material_versions set state = ${of.state}, decided_name = coalesce(decided_name, ${of.name}), note = ${of.note}
    where id = ${of.id}`.execute(tx)
}
