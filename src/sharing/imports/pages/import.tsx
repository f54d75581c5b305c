/** Taking in a file from elsewhere: the form, and every line before anything is taken. */
import { formatNumber } from "../../../kernel/format.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  Banner,
  Button,
  DataTable,
  Field,
  Form,
  Layout,
  Tag,
  Upload,
} from "../../../kernel/ui/index.ts"
import { spoken } from "../../pages/spoken.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import { indicatorWords } from "../../words-indicator.ts"
import type { Judged } from "../actions/taking.ts"
import { importLimits, type LineFault } from "../domain/line.ts"
import { besideSaid, importWords } from "../words.ts"

/** `held`: what the second press sends back, with the program's mark under it. */
export type Preview = { lines: readonly Judged[]; faults: readonly LineFault[]; held: Record<string, string> }
export type ImportView = {
  frame: Frame
  source: string
  preview: Preview | null
  errors: Readonly<Record<string, string>>
  done: { made: number; takenBack: number } | null
}

type Shown = {
  at: string
  thing: string
  /** The words of its source beside it. */
  beside: string
  kind: string
  tlp: string
  verdict: string
  tone: "good" | "soon" | "calm"
}

export function importPage({ frame, source, preview, errors, done }: ImportView) {
  const { lang } = frame
  const t = importWords[lang]
  const count = (n: number) => formatNumber(n, lang)
  const fresh =
    preview?.lines.filter(({ verdict }) => verdict === "new" || verdict === "takenBack").length ?? 0
  const all = preview === null ? 0 : preview.lines.length + preview.faults.length
  return (
    <Layout
      {...frame}
      url={paths.imports}
      title={preview === null ? t.title : t.found(count(fresh), count(all))}
      current={paths.sharing}
      crumbs={[{ href: paths.sharing, label: words[lang].nav }, { label: t.nav }]}
      lead={preview === null ? t.lead : t.tlpNote}
    >
      {done !== null && (
        <Banner tone="good" title={t.done(count(done.made), count(done.takenBack))} isAnswer />
      )}
      {preview !== null && (
        <>
          {fresh === 0 ? (
            <p>{t.nothing}</p>
          ) : (
            <Form action={paths.importTake} id="nhan" hidden={preview.held}>
              <Actions>
                <Button>{t.take(count(fresh))}</Button>
              </Actions>
            </Form>
          )}
          <DataTable
            caption={t.caption}
            quietCaption
            columns={columnsOf(lang)}
            rows={rowsOf(preview, lang)}
          />
        </>
      )}
      <div class="measure">
        {preview !== null && <h2>{t.again}</h2>}
        <Form action={paths.imports} id="tep" answers={{ source }} errors={errors} multipart>
          <Field kind="text" name="source" label={t.source} hint={t.sourceHint} maxlength={200} />
          <Upload name="file" label={t.file} bytesMax={importLimits.bytes} accept=".json,.csv" />
          <Actions>
            <Button look={preview === null ? "main" : "second"}>{t.read}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

function rowsOf({ lines, faults }: Preview, lang: Frame["lang"]): Shown[] {
  const t = importWords[lang]
  const { kinds } = indicatorWords[lang]
  return [
    ...lines.map(
      (one): Shown => ({
        at: one.at,
        thing: one.value === "" ? one.typed : spoken(one),
        beside: besideSaid(one.beside, lang).join("; "),
        kind: kinds[one.kind],
        tlp: `TLP:${one.tlp.toUpperCase()}`,
        verdict: t.verdicts[one.verdict],
        tone:
          one.verdict === "new"
            ? "good"
            : one.verdict === "known" || one.verdict === "twice"
              ? "calm"
              : "soon",
      }),
    ),
    ...faults.map(
      ({ at, why, said }): Shown => ({
        at,
        thing: said,
        beside: "",
        kind: "",
        tlp: "",
        verdict: t.faults[why],
        tone: "soon",
      }),
    ),
  ]
}

function columnsOf(lang: Frame["lang"]) {
  const t = importWords[lang].columns
  return [
    {
      key: "thu",
      label: t.thing,
      heading: true,
      cell: (row: Shown) => (
        <>
          <span class="code small">{row.thing}</span>
          {row.beside !== "" && <p class="quiet small">{row.beside}</p>}
        </>
      ),
    },
    { key: "loai", label: t.kind, cell: (row: Shown) => row.kind },
    { key: "tlp", label: t.tlp, cell: (row: Shown) => row.tlp },
    { key: "se", label: t.verdict, cell: (row: Shown) => <Tag tone={row.tone}>{row.verdict}</Tag> },
    { key: "cho", label: t.at, cell: (row: Shown) => <span class="code small">{row.at}</span> },
  ]
}
