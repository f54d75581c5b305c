/** `/tai-lieu`: materials for everybody, to read, to print, to read aloud. */
import { formatDate, formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import { localDateOf } from "../../../kernel/time.ts"
import { Actions, Button, Cards, Door, Layout, Qr } from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { minutesOf } from "../../../sharing/index.ts"
import { paths } from "../../paths.ts"
import { publicWords } from "../../words-public.ts"
import type { PublicMaterial } from "../actions/materials.ts"
import type { MaterialWords } from "../domain/material.ts"
import type { ReleasedMaterial } from "../store/materials.ts"
import { materialWords } from "../words.ts"

export function publicMaterialsPage({ frame, rows }: { frame: Frame; rows: readonly ReleasedMaterial[] }) {
  const { lang } = frame
  const t = materialWords[lang].public
  return (
    <Layout
      {...frame}
      audience="public"
      title={t.list}
      lead={t.lead}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[lang].nav }]}
    >
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Cards>
          {rows.map((row) => (
            <Door href={paths.material(row.code)} title={row.title}>
              {row.lead}
            </Door>
          ))}
        </Cards>
      )}
    </Layout>
  )
}

/** The words of a version under their headings, in the language of its own. */
export function MaterialBody({
  words,
  lang,
  level: Head = "h2",
}: {
  words: MaterialWords
  lang: Lang
  level?: "h2" | "h3"
}) {
  const t = materialWords[lang].public
  return (
    <div class="stack" lang={lang}>
      <p>{words.lead}</p>
      <Head>{t.points}</Head>
      <ol class="told-by">
        {words.points.map((one) => (
          <li>
            <span>{one}</span>
          </li>
        ))}
      </ol>
      <Head>{t.toDo}</Head>
      <ol class="then">
        {words.toDo.map((one) => (
          <li>{one}</li>
        ))}
      </ol>
      {words.spoken !== null && (
        <>
          <Head>{t.spoken}</Head>
          <p class="said">{words.spoken}</p>
          <p class="quiet">{t.minutes(formatNumber(minutesOf(words.spoken), lang))}</p>
        </>
      )}
    </div>
  )
}

export function publicMaterialPage({
  frame,
  found,
  address,
}: {
  frame: Frame
  found: PublicMaterial
  address: string
}) {
  const { lang } = frame
  const t = materialWords[lang].public
  const { material, shown } = found
  return (
    <Layout
      {...frame}
      audience="public"
      hasVerdict
      title={shown.title}
      current={paths.learn}
      crumbs={[
        { href: paths.learn, label: publicWords[lang].nav },
        { href: paths.materials, label: t.list },
      ]}
      sentOn={sentOnOf(found, address)}
    >
      <div class="measure stack">
        {shown.lang !== lang && <p class="quiet">{t.otherLang}</p>}
        <MaterialBody words={shown} lang={shown.lang} />
        <Actions>
          <Button href={paths.materialSheet(material.code, "a4")}>{t.a4}</Button>
          <Button look="second" href={paths.materialSheet(material.code, "a3")}>
            {t.a3}
          </Button>
        </Actions>
        <p>
          <a href={paths.materialText(material.code)}>{t.text}</a>
        </p>
        <Qr text={address} label={t.qr} side={148} />
        <p class="quiet">
          {t.version(formatNumber(shown.nth, lang), formatDate(localDateOf(new Date(shown.decidedAt)), lang))}
          . {t.by(material.bodyName)}
        </p>
      </div>
    </Layout>
  )
}

function sentOnOf({ material, shown }: PublicMaterial, url: string) {
  const published = localDateOf(new Date(shown.decidedAt))
  return {
    ...{ description: shown.lead, url, published },
    structured: {
      "@context": "https://schema.org",
      "@type": "Article",
      headline: shown.title,
      inLanguage: shown.lang,
      datePublished: published,
      publisher: { "@type": "GovernmentOrganization", name: material.bodyName },
    },
  }
}
