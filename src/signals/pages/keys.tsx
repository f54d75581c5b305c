/** Keys of the desk of tips and where they lead; nothing depends on them. */
import type { Frame } from "../../kernel/http/frame.ts"
import { DefinitionList, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { navWords } from "../words-nav.ts"
import { walkWords } from "../words-walk.ts"

export function keysPage(frame: Frame) {
  const { lang } = frame
  const t = walkWords[lang]
  return (
    <Layout
      {...frame}
      title={t.keys}
      current={paths.signals}
      scripts={["keys.js"]}
      crumbs={[{ href: paths.signals, label: navWords[lang].signals }, { label: t.keys }]}
    >
      <p class="measure">{t.lead}</p>
      <noscript>
        <p class="measure">{t.needScripts}</p>
      </noscript>
      <div class="choice" data-single-keys hidden>
        <input type="checkbox" id="single-keys" aria-describedby="single-keys-says" />
        <label for="single-keys">{t.use}</label>
        <p class="hint" id="single-keys-says">
          {t.useHint}
        </p>
      </div>
      <p class="measure" data-keys-unkept hidden>
        {t.unkept}
      </p>
      <DefinitionList
        items={[
          { term: "j", value: t.j },
          { term: "k", value: t.k },
          { term: "Enter", value: t.enter },
          { term: "/", value: t.slash },
        ]}
      />
    </Layout>
  )
}
