import type { SignedIn } from "../../kernel/http/env.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Button, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { type Action, mayBodyOf, needsChartKeeper, rolesThatMay } from "../policy.ts"
import { words } from "../words.ts"

/** Says who can, so that the officer knows whom to ask. */
export function RefusedPage(props: { frame: Frame; officer: SignedIn | null; action: Action }) {
  const { frame, officer, action } = props
  const t = words[frame.lang]
  return (
    <Layout {...frame} title={t.refused.title}>
      <div class="measure stack">
        {officer !== null && <p>{t.refused.youAre(t.roles[officer.role], officer.bodyName)}</p>}
        <p>{t.refused.whoCan(rolesThatMay(action).map((role) => t.roles[role]))}</p>
        {officer !== null && !mayBodyOf(officer.bodyKind, action) && <p>{t.refused.otherKind}</p>}
        {needsChartKeeper(action) && <p>{t.refused.chartKeeper}</p>}
        <p>{t.refused.whatToDo}</p>
      </div>
      <Actions>
        <Button look="second" href={paths.work}>
          {t.refused.back}
        </Button>
      </Actions>
    </Layout>
  )
}

/** The answer to a form sent after the session ended. */
export function SignedOutPage({ frame }: { frame: Frame }) {
  const t = words[frame.lang]
  return (
    <Layout {...frame} title={t.refused.signedOut}>
      <p class="measure">{t.refused.signedOutHelp}</p>
      <p>
        <a href={paths.signIn} target="_blank" rel="noopener">
          {t.signIn.link}
        </a>
      </p>
    </Layout>
  )
}
