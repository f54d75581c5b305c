/** What the pages of the set-up share: where one is, and the way back. */
import type { Child } from "hono/jsx"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Layout } from "../../kernel/ui/index.ts"
import type { Step } from "../domain/plan.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

/** No navigation and no sign-in: there is nothing else yet. */
export function bare({ signIn: _, ...frame }: Frame): Frame {
  return { ...frame, nav: [], user: null, footer: [] }
}

export function StepLayout(props: { frame: Frame; step: Step; lead: string; children?: Child }) {
  const { frame, step, lead } = props
  const t = words[frame.lang]
  return (
    <Layout
      {...bare(frame)}
      noReferrer
      title={t.steps[step]}
      lead={lead}
      crumbs={[{ href: paths.setup, label: t.back }, { label: t.steps[step] }]}
    >
      {props.children}
    </Layout>
  )
}

/** A page that only tells: no step, nothing to fill in. */
export function SaidPage(props: {
  frame: Frame
  title: string
  help: string
  action?: { href: string; label: string }
}) {
  return (
    <Layout {...bare(props.frame)} noReferrer audience="public" title={props.title}>
      <p class="measure">{props.help}</p>
      {props.action !== undefined && (
        <Actions>
          <Button href={props.action.href}>{props.action.label}</Button>
        </Actions>
      )}
    </Layout>
  )
}
