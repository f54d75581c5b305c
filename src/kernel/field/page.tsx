/** The page that a device keeps: it says nothing of anybody, the parts of officers are unlocked by their own codes. */
import { asset } from "../ui/assets.ts"
import { Layout, type LayoutProps } from "../ui/index.ts"
import { fieldPaths } from "./paths.ts"
import { fieldWords } from "./words.ts"

export type FieldPageView = Pick<LayoutProps, "lang" | "place" | "crest"> & {
  script: string
  signIn: string
}

export function fieldPage({ script, signIn, ...frame }: FieldPageView) {
  const t = fieldWords[frame.lang]
  return (
    <Layout {...frame} url={fieldPaths.home} title={t.title} lead={t.lead}>
      <link rel="manifest" href={fieldPaths.manifest} />
      <noscript>
        <p>{t.noScript}</p>
      </noscript>
      <p class="quiet">{t.install}</p>
      <div
        id="thuc-dia"
        class="stack"
        data-words={JSON.stringify(t)}
        data-paths={JSON.stringify({ ...fieldPaths, form: fieldPaths.form(""), signIn })}
      />
      <script type="module" src={script} />
    </Layout>
  )
}

export const manifestOf = (lang: "vi" | "en") => ({
  name: `Liên Phòng: ${fieldWords[lang].title}`,
  short_name: "Liên Phòng",
  lang,
  start_url: fieldPaths.home,
  scope: fieldPaths.home,
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#0b5d5e",
  icons: [{ src: asset("mark.svg"), sizes: "any", type: "image/svg+xml", purpose: "any" }],
})
