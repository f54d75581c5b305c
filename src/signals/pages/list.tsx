/** The form for a list, and its answer: what was taken with which code, what was not and why. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, DataTable, Form, Layout, Tag, Upload } from "../../kernel/ui/index.ts"
import type { Line, ListAnswer } from "../actions/list.ts"
import { linesMax, listBytesMax } from "../domain/list.ts"
import { paths } from "../paths.ts"
import { listWords } from "../words-list.ts"
import { navWords } from "../words-nav.ts"

export type ListView = {
  frame: Frame
  answer: Exclude<ListAnswer, { refused: unknown }> | null
  error: string | null
}

export function listPage({ frame, answer, error }: ListView) {
  const { lang } = frame
  const lines = answer?.lines ?? null
  const t = listWords[lang]
  const wrong = lines?.filter((one) => "fault" in one).length ?? 0
  const title =
    lines === null
      ? t.title
      : t.answer(formatNumber(lines.length - wrong, lang), formatNumber(lines.length, lang))
  return (
    <Layout
      {...frame}
      url={paths.list}
      title={title}
      current={paths.newSignal}
      crumbs={[{ href: paths.newSignal, label: navWords[lang].report }, { label: t.title }]}
      noReferrer
    >
      {lines !== null && wrong > 0 && <Banner isAnswer tone="soon" title={t.someWrong} />}
      {answer !== null && answer.unused.length > 0 && (
        <Banner tone="soon" title={t.unused(answer.unused.map((one) => `“${one}”`).join(", "))}>
          {t.unusedRemedy}
        </Banner>
      )}
      {answer !== null && answer.sheet !== null && <p class="measure">{t.sheet(answer.sheet)}</p>}
      {lines !== null && (
        <>
          <p class="measure">{t.keep}</p>
          <DataTable caption={t.title} quietCaption columns={columnsOf(t)} rows={lines} />
        </>
      )}
      <div class="measure">
        <Form action={paths.list} id="ds" errors={error === null ? {} : { file: error }} multipart>
          <p>{t.how(formatNumber(linesMax, lang))}</p>
          <p>
            <a href={paths.listExample} download>
              {t.getExample}
            </a>
          </p>
          <Upload name="file" label={t.file} bytesMax={listBytesMax} accept=".csv,.xlsx" />
          <Actions>
            <Button>{t.send}</Button>
            <Button look="second" name="as" value="csv">
              {t.sendForFile}
            </Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

/** The same line twice in one file is one report, and so is a line that came before. */
export function outcomeOf(line: Line, t: (typeof listWords)[Frame["lang"]]): string {
  if ("fault" in line)
    return line.column === null ? t.faults[line.fault] : t.inColumn(line.column, t.faults[line.fault])
  if (line.sameAs !== null) return t.sameAs(String(line.sameAs))
  return line.isAgain ? t.again : t.taken
}

function columnsOf(t: (typeof listWords)[Frame["lang"]]) {
  return [
    { key: "dong", label: t.line, numeric: true, heading: true, cell: (row: Line) => row.line },
    { key: "dt", label: t.target, cell: (row: Line) => row.target },
    {
      key: "kq",
      label: t.outcome,
      cell: (row: Line) =>
        "fault" in row ? (
          <Tag tone="late">{outcomeOf(row, t)}</Tag>
        ) : (
          <Tag tone="good">{outcomeOf(row, t)}</Tag>
        ),
    },
    {
      key: "ma",
      label: t.code,
      cell: (row: Line) => ("fault" in row ? "" : <span class="code small">{row.code}</span>),
    },
  ]
}
