import { formatDate } from "../format.ts"
import { localDateOf } from "../time.ts"
import type { Lang } from "../words.ts"

type Basis = "agreed" | "retold"
export type TrueStory = { told: string; turn: string; basis: Basis; decidedAt: string | null }
export type TrueStoryWords = {
  turn: string
  bases: Readonly<Record<Basis, string>>
  /** Who read it and on which day. */
  read: (day: string) => string
}

/** A true story as everybody reads it. It is told in Vietnamese, whatever language the page is in. */
export function ToldStory({
  story,
  words: t,
  lang,
}: {
  story: TrueStory
  words: TrueStoryWords
  lang: Lang
}) {
  return (
    <>
      <p class="said" lang="vi">
        {story.told}
      </p>
      <p>
        <b>{t.turn}:</b> <span lang="vi">{story.turn}</span>
      </p>
      <p class="quiet">
        {t.bases[story.basis]}.{" "}
        {story.decidedAt !== null && t.read(formatDate(localDateOf(new Date(story.decidedAt)), lang))}
      </p>
    </>
  )
}
