/** The sentences about campaigns, materials and courses on the page of my work. */
import { can } from "../../accounts/index.ts"
import type { WaitingAt } from "../../kernel/http/waiting.ts"
import { localDateOf } from "../../kernel/time.ts"
import { paths } from "../paths.ts"
import { countAwarenessForMe } from "../store/waiting.ts"
import { waitingWords } from "../words-waiting.ts"

export const awarenessWaiting: WaitingAt = async (tx, { officer, house }, lang) => {
  const [answers, releases] = [can(officer, "awareness.change"), can(officer, "awareness.publish")]
  if (!answers && !releases) return []
  const { asked, late, materials, stories, courses } = await countAwarenessForMe(
    tx,
    localDateOf(house.clock.now()),
  )
  const t = waitingWords[lang]
  const said = (count: number, text: (n: number) => string, href: string, tone: "soon" | "late" = "soon") =>
    count === 0 ? [] : [{ href, tone, text: text(count) }]
  return [
    ...(answers ? said(late, t.late, paths.campaigns, "late") : []),
    ...(answers ? said(asked - late, t.asked, paths.campaigns) : []),
    ...(releases ? said(materials, t.materials, paths.materialsDesk) : []),
    ...(releases ? said(stories, t.stories, paths.storiesDesk) : []),
    ...(releases ? said(courses, t.courses, paths.awareness) : []),
  ]
}
