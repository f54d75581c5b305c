/** True stories. Row security shows the public what was released, a body its own. */
import { sql } from "kysely"
import type { Tx } from "../../../kernel/db/database.ts"

export type StoryState = "waiting" | "released" | "refused" | "recalled"
export type StoryBasis = "agreed" | "retold"
export type Source = { kind: "signal" | "case"; id: string }
export type StoryWords = { trick: string; title: string; told: string; turn: string; basis: StoryBasis }
export type Story = StoryWords & {
  id: string
  bodyId: string
  sourceKind: Source["kind"]
  sourceId: string
  state: StoryState
  writtenBy: string
  writtenName: string
  writtenAt: string
  decidedName: string | null
  decidedAt: string | null
  endedName: string | null
  endedAt: string | null
  note: string | null
}
export type ListedStory = Pick<Story, "id" | "trick" | "title" | "state" | "writtenName" | "writtenAt">

/** Stories of the acting body: the ones that wait first, then the newest. */
export async function listStories(tx: Tx): Promise<ListedStory[]> {
  const { rows } =
    await sql<ListedStory>`select id, trick, title, state, written_name, written_at from stories
    order by state <> 'waiting', id desc limit 200`.execute(tx)
  return rows
}

export async function readStory(tx: Tx, id: string, { lock = false } = {}): Promise<Story | null> {
  const { rows } =
    await sql<Story>`select id, body_id, trick, title, told, turn, basis, source_kind, source_id, state, written_by, written_name,
      written_at, decided_name, decided_at, ended_name, ended_at, note
    from stories where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function insertStory(
  tx: Tx,
  words: StoryWords,
  { kind, id }: Source,
  name: string,
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into stories (trick, title, told, turn, basis, source_kind, source_id, written_name)
    values (${words.trick}, ${words.title}, ${words.told}, ${words.turn}, ${words.basis}, ${kind}, ${id}, ${name}) returning id`.execute(
    tx,
  )
  return rows[0]?.id ?? ""
}

export async function decideStory(
  tx: Tx,
  id: string,
  { state, name, note }: { state: "released" | "refused"; name: string; note: string | null },
): Promise<void> {
  await sql`update stories set state = ${state}, decided_name = ${name}, note = ${note} where id = ${id}`.execute(
    tx,
  )
}

export async function recallStory(
  tx: Tx,
  id: string,
  { name, note }: { name: string; note: string },
): Promise<void> {
  await sql`update stories set state = 'recalled', ended_name = ${name}, note = ${note} where id = ${id}`.execute(
    tx,
  )
}

export type PublicStory = StoryWords & { decidedAt: string }

/** The newest of each trick, as everybody may read them. */
export async function publicStories(tx: Tx, tricks: readonly string[]): Promise<PublicStory[]> {
  const { rows } =
    await sql<PublicStory>`select distinct on (trick) trick, title, told, turn, basis, decided_at from stories
    where state = 'released' and trick = any (${[...tricks]}::text[]) order by trick, decided_at desc limit 60`.execute(
      tx,
    )
  return rows
}
