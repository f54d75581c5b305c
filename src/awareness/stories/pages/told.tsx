/** A true story as everybody reads it. It is told in Vietnamese, whatever language the page is in. */
import { formatDate } from "../../../kernel/format.ts"
import { localDateOf } from "../../../kernel/time.ts"
import type { Lang } from "../../../kernel/words.ts"
import type { StoryWords } from "../store/stories.ts"
import { storyWords } from "../words.ts"

export type Told = Pick<StoryWords, "title" | "told" | "turn" | "basis"> & { decidedAt: string | null }

export function ToldStory({ story, lang }: { story: Told; lang: Lang }) {
  const t = storyWords[lang]
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
