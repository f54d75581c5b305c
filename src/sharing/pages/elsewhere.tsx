/** `/kiem-tra/cho-noi-khac`: the box for other sites, and the private look-up for apps, with what it hides and what not. */
import type { Frame } from "../../kernel/http/frame.ts"
import { Card, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { publicWords } from "../words-public.ts"

/** Each kind with one value in its canonical form. */
const kinds: readonly (readonly [string, string])[] = [
  ["phone", "+84951442018"],
  ["phone-range", "+8495144"],
  ["domain", "cua-hang.example"],
  ["url", "https://cua-hang.example/nhan-qua"],
  ["email", "ai-do@cua-hang.example"],
  ["bank-account", "970436:0123456789 · unknown:0123456789"],
  ["e-wallet", "momo:0951442018"],
  ["social", "zalo:+84951442018 · facebook:ai.do"],
  ["brandname", "CUAHANG"],
  ["crypto", "bc1q…"],
  ["imei", "490154203237518"],
]

export function elsewherePage({ frame, check, prefix }: { frame: Frame; check: string; prefix: string }) {
  const t = publicWords[frame.lang].elsewhere
  const snippet = `<form action="${check}" method="post" target="_blank" rel="noopener">
  <label>${t.formLabel}<br>
  <textarea name="text" rows="3" maxlength="4000" autocomplete="off"></textarea></label>
  <button>${t.formButton}</button>
</form>`
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={t.title}
      lead={t.lead}
      crumbs={[{ href: paths.check, label: t.formButton }]}
    >
      <Card title={t.formTitle}>
        <p>{t.formHow}</p>
        <pre class="snippet" tabindex={0}>
          {snippet}
        </pre>
      </Card>
      <Card title={t.appTitle}>
        <p>{t.appHow}</p>
        <p>
          <b>{t.appAddress}:</b> <code class="snippet">{prefix}</code>
        </p>
        <h3>{t.appKinds}</h3>
        <dl class="facts">
          {kinds.map(([kind, value]) => (
            <div>
              <dt>{kind}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t.hidesTitle}>
        <p>{t.hides}</p>
        <p>{t.hidesNot}</p>
        <p>{t.hidesOften}</p>
      </Card>
    </Layout>
  )
}
