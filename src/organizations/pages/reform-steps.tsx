/** Asked once more before a plan is confirmed or cancelled. */
import { formatDay, formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Confirm, Layout } from "../../kernel/ui/index.ts"
import type { ReformView } from "../actions/reform.ts"
import { paths } from "../paths.ts"
import { pageWords } from "../words-pages.ts"

type Props = { frame: Frame; view: ReformView }

export function confirmReformPage({ frame, view }: Props) {
  const { lang } = frame
  const t = pageWords[lang].confirm
  const ending = new Set(view.passings.map((passing) => passing.beforeId)).size
  const duties = view.foresight?.moves.length ?? 0
  return (
    <Layout {...frame} title={t.title} current={paths.bodies} crumbs={crumbsOf({ frame, view })}>
      <Confirm
        action={paths.confirmation(view.reform.id)}
        consequence={
          <>
            <p>
              <b>{view.reform.title}</b>
            </p>
            <p>{t.duties(formatNumber(duties, lang), formatDay(view.reform.effectiveOn, lang))}</p>
            <p>{t.bodies(formatNumber(ending, lang))}</p>
            <p>{t.later}</p>
          </>
        }
        label={t.submit}
        backHref={paths.reform(view.reform.id)}
      />
    </Layout>
  )
}

export function cancelReformPage({ frame, view }: Props) {
  const t = pageWords[frame.lang].cancel
  return (
    <Layout {...frame} title={t.title} current={paths.bodies} crumbs={crumbsOf({ frame, view })}>
      <Confirm
        action={paths.cancellation(view.reform.id)}
        consequence={
          <>
            <p>
              <b>{view.reform.title}</b>
            </p>
            <p>{t.text}</p>
          </>
        }
        label={t.submit}
        backHref={paths.reform(view.reform.id)}
        harm
      />
    </Layout>
  )
}

const crumbsOf = ({ frame, view }: Props) => [
  { href: paths.reforms, label: pageWords[frame.lang].tabs.reforms },
  { href: paths.reform(view.reform.id), label: view.reform.title },
]
