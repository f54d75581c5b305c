/** Notifications by the browser: what it takes, by place and trick. The forms are shown by the script, which alone can ask the browser. */
import type { Frame } from "../../../kernel/http/frame.ts"
import { Actions, type Answers, Button, Field, Form, Layout, type Option } from "../../../kernel/ui/index.ts"
import { feedPaths } from "../../feeds/paths.ts"
import { feedWords } from "../../feeds/words.ts"
import { paths } from "../../paths.ts"
import { publicWords } from "../../words-public.ts"
import { pushWords } from "../words.ts"

export type PushView = {
  frame: Frame
  areas: readonly string[]
  tricks: readonly Option[]
  publicKey: string
  answers: Answers
  errors: Readonly<Record<string, string>>
}

export function pushPage({ frame, areas, tricks, publicKey, answers, errors }: PushView) {
  const t = pushWords[frame.lang]
  return (
    <Layout
      {...frame}
      audience="public"
      url={paths.push}
      title={t.title}
      lead={t.lead}
      current={paths.publicWarnings}
      crumbs={[{ href: paths.publicWarnings, label: publicWords[frame.lang].list.title }, { label: t.send }]}
      scripts={["push.js"]}
      noReferrer
    >
      <div class="measure stack" id="push" data-key={publicKey} data-worker={paths.pushWorker}>
        <p data-push="none">{t.needsScript}</p>
        <p data-push="refused" role="status" hidden>
          {t.refused}
        </p>
        <div data-push="ask" hidden>
          <Form action={paths.push} id="bat" answers={answers} errors={errors} hidden={{ browser: "" }}>
            <Field
              kind="select"
              name="area"
              label={t.area}
              empty={t.any}
              options={areas.map((area) => ({ value: area, label: area }))}
              optional
            />
            <Field kind="select" name="trick" label={t.trick} empty={t.any} options={tricks} optional />
            <Actions>
              <Button>{t.send}</Button>
            </Actions>
          </Form>
        </div>
        <div data-push="leave" hidden>
          <Form action={paths.leavePush} id="tat" hidden={{ browser: "" }}>
            <Actions>
              <Button look="second">{t.leave}</Button>
            </Actions>
          </Form>
        </div>
        <p>
          <a href={paths.subscribe}>{t.byMail}</a> ·{" "}
          <a href={feedPaths.feeds}>{feedWords[frame.lang].title}</a>
        </p>
      </div>
    </Layout>
  )
}

export const pushDonePage = ({ frame, title, lead }: { frame: Frame; title: string; lead?: string }) => (
  <Layout
    {...frame}
    audience="public"
    title={title}
    {...(lead === undefined ? {} : { lead })}
    current={paths.publicWarnings}
    crumbs={[
      { href: paths.publicWarnings, label: publicWords[frame.lang].list.title },
      { label: pushWords[frame.lang].send },
    ]}
    noReferrer
  />
)
