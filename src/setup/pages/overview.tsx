import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Layout, Tag } from "../../kernel/ui/index.ts"
import { type Answers, steps } from "../domain/plan.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { bare } from "./frame.tsx"

export function OverviewPage({ frame, answers }: { frame: Frame; answers: Answers }) {
  const all = words[frame.lang]
  const t = all.overview
  const open = steps.filter((step) => answers[step] === undefined)
  const [next] = open
  return (
    <Layout
      {...bare(frame)}
      noReferrer
      title={t.title(steps.length - open.length, steps.length)}
      lead={t.lead}
    >
      <ol class="stack" aria-label={t.label}>
        {steps.map((step) => (
          <li>
            <a href={paths.step(step)}>{all.steps[step]}</a>{" "}
            {answers[step] === undefined ? <Tag>{t.state.open}</Tag> : <Tag tone="good">{t.state.done}</Tag>}
          </li>
        ))}
      </ol>
      <Actions>
        {next === undefined ? (
          <Button href={paths.review}>{t.review}</Button>
        ) : (
          <Button href={paths.step(next)}>{t.next(all.steps[next])}</Button>
        )}
      </Actions>
    </Layout>
  )
}
