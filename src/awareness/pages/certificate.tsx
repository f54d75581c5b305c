/** `/hoc/chung-chi`: whether a certificate is true, for anybody who holds its code. */
import { formatDate, formatDay } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { type AskedCode, Banner, CodeForm, DefinitionList, Layout } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import type { Verified } from "../store/learning.ts"
import { publicWords } from "../words-public.ts"

export function askCertificatePage({ frame, ...asked }: { frame: Frame } & AskedCode) {
  const t = publicWords[frame.lang].check
  return (
    <Layout
      {...frame}
      url={paths.askCertificate}
      audience="public"
      title={t.title}
      lead={t.lead}
      current={paths.learn}
      crumbs={[{ href: paths.learn, label: publicWords[frame.lang].nav }]}
    >
      <CodeForm action={paths.askCertificate} said={t} {...asked} />
    </Layout>
  )
}

export function certificatePage({
  frame,
  found,
  code,
  today,
}: {
  frame: Frame
  found: Verified
  code: string
  today: string
}) {
  const { lang } = frame
  const { check: t, number } = publicWords[lang]
  const isValid = found.validUntil >= today
  const committed =
    found.committedUntil !== null && found.committedUntil >= today ? found.committedUntil : null
  return (
    <Layout
      {...frame}
      audience="public"
      noReferrer
      title={isValid ? t.valid : t.expired}
      current={paths.learn}
      crumbs={[{ href: paths.askCertificate, label: t.title }]}
    >
      <div class="measure stack">
        <Banner tone={isValid ? "good" : "soon"} title={isValid ? t.valid : t.expired} />
        <DefinitionList
          items={[
            { term: t.name, value: found.name },
            { term: t.course, value: lang === "vi" ? found.courseVi : found.courseEn },
            { term: t.result, value: `${number(found.rightOf)}/${number(found.asked)}` },
            { term: t.passedOn, value: formatDay(found.passedOn, lang) },
            { term: t.validUntil, value: formatDate(found.validUntil, lang) },
            { term: t.body, value: found.bodyName },
            committed === null
              ? { term: publicWords[lang].mine.pledge, value: t.notCommitted }
              : { term: t.committed, value: formatDate(committed, lang) },
            { term: t.code, value: <span class="code small">{code}</span> },
          ]}
        />
      </div>
    </Layout>
  )
}
