/** What proves the case, who held it, and the dossier of the hand-over. */
import { formatBytes, formatDay, formatInstant, formatNumber } from "../../kernel/format.ts"
import { Questions } from "../../kernel/forms/index.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, Card, Field, Form, Layout } from "../../kernel/ui/index.ts"
import type { Verified } from "../domain/dossier.ts"
import { handing, taking } from "../forms/exhibits.ts"
import { paths } from "../paths.ts"
import type { Exhibit } from "../store/files.ts"
import { words } from "../words.ts"
import { fileWords } from "../words-files.ts"
import { Declared } from "./proofs.tsx"
import type { CaseView } from "./view.ts"

export function Exhibits({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const t = fileWords[lang]
  const { exhibits, custody, row } = view.reading
  const failed = view.failedFile
  return (
    <Card title={t.exhibits} id="tang-vat">
      {exhibits.length === 0 && <p class="quiet">{t.none}</p>}
      <ul class="plain stack">
        {exhibits.map((one) => (
          <li>
            <b>{`${one.position}. ${one.title}`}</b> <Kind one={one} view={view} />
            {custody
              .filter((held) => held.exhibitId === one.id)
              .map((held) => (
                <p class="quiet">
                  {t.moved(held.fromWhom, held.toWhom)} · {formatDay(held.happenedOn, lang)} · {held.reason} ·{" "}
                  {t.entered(formatInstant(held.at, lang))}
                </p>
              ))}
            {view.mayKeepFiles && (
              <details class="more" open={failed?.at === one.id}>
                <summary>
                  {t.hand}
                  <span class="hidden"> {one.title}</span>
                </summary>
                <Form
                  id={`g-${one.id}`}
                  action={paths.custody(row.id)}
                  hidden={{ exhibitId: one.id }}
                  {...(failed?.at === one.id
                    ? { errors: failed.errors, answers: failed.answers }
                    : {
                        answers: { fromWhom: custody.findLast((held) => held.exhibitId === one.id)?.toWhom },
                      })}
                >
                  <Questions asks={handing.asks} />
                  <Button look={handing.look}>{handing.submit[lang]}</Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {view.mayKeepFiles && view.reading.sides.includes("handler") && (
        <details class="step-form" open={failed?.at === "new"}>
          <summary>{t.take}</summary>
          <Form
            id="tv"
            action={paths.exhibits(row.id)}
            multipart
            {...(failed?.at === "new" ? { errors: failed.errors, answers: failed.answers } : {})}
          >
            <p class="quiet">{taking.follows?.[lang]}</p>
            <Questions asks={taking.asks} only={(name) => name === "title"} />
            <Declared lang={lang} />
            <Field kind="file" name="file" label={t.file} optional />
            <Questions asks={taking.asks} only={(name) => name !== "title"} />
            <Actions>
              <Button>{taking.submit[lang]}</Button>
            </Actions>
          </Form>
        </details>
      )}
    </Card>
  )
}

function Kind({ one, view }: { one: Exhibit; view: CaseView }) {
  const { lang } = view.frame
  const t = fileWords[lang]
  if (one.kind === "thing") return <span class="quiet">{t.thing(one.place ?? t.noPlace)}</span>
  return (
    <span class="quiet">
      <a href={paths.exhibit(view.reading.row.id, one.id)}>
        {t.see}
        <span class="hidden"> {one.title}</span>
      </a>{" "}
      {one.mediaType}, {formatBytes(one.bytes ?? 0, lang)}, SHA-256 {one.sha256?.slice(0, 12)}…
    </span>
  )
}

export function DossierCard({ view }: { view: CaseView }) {
  const { lang } = view.frame
  const t = fileWords[lang]
  const { dossiers, row, transfers, sides } = view.reading
  const away = transfers.find((one) => one.result !== "returned")
  const [dossier] = dossiers
  if (away === undefined && dossier === undefined) return null
  const isOurs = sides.includes("handler") && away !== undefined
  const isFirst = dossier?.transferId !== away?.id
  const mayMake = isOurs && (isFirst || view.reading.isDossierStale)
  const failed = view.failedFile?.at === "dossier" ? view.failedFile.errors[""] : undefined
  return (
    <Card title={t.dossier} id="ho-so">
      <p class="quiet">{t.dossierHint}</p>
      {failed !== undefined && <Banner isAnswer tone="soon" title={failed} />}
      {dossier !== undefined && (
        <>
          <p>
            {t.made(
              formatNumber(dossier.files, lang),
              formatBytes(dossier.bytes, lang),
              dossier.madeName,
              formatInstant(dossier.madeAt, lang),
            )}
          </p>
          <Actions>
            <Button href={paths.dossier(row.id)}>{t.download}</Button>
          </Actions>
          <Form id="kiem" action={paths.dossierCheck(row.id)}>
            <Button look="second">{t.check}</Button>
          </Form>
        </>
      )}
      {mayMake && view.mayKeepFiles && (
        <Form id="lap" action={paths.dossierMaking(row.id)}>
          {!isFirst && <p class="quiet">{t.anewHint}</p>}
          <Button look={isFirst ? "main" : "second"}>{isFirst ? t.make : t.anew}</Button>
        </Form>
      )}
    </Card>
  )
}

export function verifiedPage({ frame, id, verified }: { frame: Frame; id: string; verified: Verified }) {
  const { lang } = frame
  const t = fileWords[lang]
  const { firstBroken, files } = verified
  const title = firstBroken === null ? t.intact(formatNumber(files, lang)) : t.broken(firstBroken.id)
  return (
    <Layout
      {...frame}
      url={paths.case(id)}
      title={title}
      current={paths.cases}
      crumbs={[
        { href: paths.cases, label: words[lang].nav.cases },
        { href: paths.case(id), label: t.back },
        { label: t.check },
      ]}
    >
      <Banner
        isAnswer
        tone={verified.ok ? "good" : "late"}
        title={firstBroken === null ? title : t.whys[firstBroken.why]}
      />
      <Actions>
        <Button href={paths.case(id)}>{t.back}</Button>
      </Actions>
    </Layout>
  )
}
