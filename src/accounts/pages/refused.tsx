import type { Ctx } from "../../kernel/http/env.ts"
import { paths } from "../paths.ts"
import { type Action, needsChartKeeper, rolesThatMay } from "../policy.ts"
import { wordsIn } from "../words.ts"

export function refusedPage(c: Ctx, action: Action) {
  const words = wordsIn(c.get("language"))
  const officer = c.get("officer")
  return (
    <html lang={c.get("language")}>
      <head>
        <title>{words.refused.title}</title>
      </head>
      <body>
        <main>
          <h1>{words.refused.title}</h1>
          {officer === null ? null : (
            <p>{words.refused.youAre(words.roles[officer.role], officer.bodyName)}</p>
          )}
          <p>{words.refused.whoCan(rolesThatMay(action).map((role) => words.roles[role]))}</p>
          {needsChartKeeper(action) ? <p>{words.refused.chartKeeper}</p> : null}
          <p>{words.refused.whatToDo}</p>
          <p>
            <a href={paths.work}>{words.refused.back}</a>
          </p>
        </main>
      </body>
    </html>
  )
}

export function signedOutPage(c: Ctx) {
  const words = wordsIn(c.get("language"))
  return (
    <html lang={c.get("language")}>
      <head>
        <title>{words.refused.signedOut}</title>
      </head>
      <body>
        <main>
          <h1>{words.refused.signedOut}</h1>
          <p>{words.refused.signedOutHelp}</p>
          <p>
            <a href={paths.signIn} target="_blank" rel="noopener">
              {words.refused.signIn}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
