/** Officers by list: the form, each line before anybody is invited, and what became of each invitation. */
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { Actions, Banner, Button, DataTable, Form, Layout, Tag, Upload } from "../../kernel/ui/index.ts"
import type { Invited, InvitedList, ListPreview } from "../actions/officer-list.ts"
import { linesMax, listBytesMax, type OfficerLine } from "../domain/officer-list.ts"
import { paths } from "../paths.ts"
import { isHighStanding } from "../policy.ts"
import { words } from "../words.ts"
import { officerListWords } from "../words-officer-list.ts"

type Words = (typeof officerListWords)["vi"]
export type ListView = {
  frame: Frame
  preview: ListPreview | null
  mayElsewhere: boolean
  error: string | null
}

export function OfficerListPage({ frame, preview, mayElsewhere, error }: ListView) {
  const { lang } = frame
  const t = officerListWords[lang]
  const all = words[lang]
  const wanted = preview?.lines.filter(({ at }) => at === "wanted").length ?? 0
  const count = (n: number) => formatNumber(n, lang)
  const isWrong = preview?.lines.some(({ at }) => at === "wrong") ?? false
  const title = preview === null ? t.title : t.preview(count(wanted), count(preview.lines.length))
  return (
    <Layout
      {...frame}
      url={paths.officerList}
      title={title}
      current={paths.officers}
      crumbs={[{ href: paths.officers, label: all.admin.officers.crumb }, { label: t.title }]}
      noReferrer
    >
      {preview !== null && (
        <>
          {isWrong && <Banner isAnswer tone="soon" title={t.someWrong} />}
          {preview.unused.length > 0 && (
            <Banner tone="soon" title={t.unused(preview.unused.map((one) => `“${one}”`).join(", "))} />
          )}
          {preview.sheet !== null && <p class="measure">{t.sheet(preview.sheet)}</p>}
          <DataTable caption={t.caption} columns={columnsOf(frame)} rows={preview.lines} />
          {wanted > 0 && (
            <Form
              action={paths.officerListInvite}
              id="moi"
              hidden={{ lines: JSON.stringify(preview.carried) }}
            >
              <Actions>
                <Button>{t.confirm(count(wanted))}</Button>
              </Actions>
            </Form>
          )}
        </>
      )}
      <div class="measure">
        {preview !== null && <h2>{t.again}</h2>}
        <Form action={paths.officerList} id="ds" errors={error === null ? {} : { file: error }} multipart>
          <p>{t.how(count(linesMax))}</p>
          {mayElsewhere && <p>{t.bodyToo}</p>}
          <p>
            <a href={paths.officerListExample} download>
              {t.getExample}
            </a>
          </p>
          <Upload name="file" label={t.file} bytesMax={listBytesMax} accept=".csv,.xlsx" />
          <Actions>
            <Button look={preview === null ? "main" : "second"}>{t.send}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

function columnsOf({ lang }: Frame) {
  const t = officerListWords[lang]
  const roleNames = words[lang].roles
  const wantedOf = (row: OfficerLine) => (row.at === "wrong" ? null : row.wanted)
  const postOf = (row: OfficerLine) => {
    const wanted = wantedOf(row)
    return wanted === null ? "" : [wanted.title, wanted.unit].filter((one) => one !== "").join(", ")
  }
  return [
    {
      key: "dong",
      label: t.line,
      numeric: true,
      cell: (row: OfficerLine) => wantedOf(row)?.line ?? (row.at === "wrong" ? row.line : ""),
    },
    {
      key: "ten",
      label: t.name,
      heading: true,
      cell: (row: OfficerLine) => wantedOf(row)?.name ?? (row.at === "wrong" ? row.shown : ""),
    },
    { key: "thu", label: t.email, cell: (row: OfficerLine) => wantedOf(row)?.email ?? "" },
    { key: "vitri", label: t.post, cell: postOf },
    {
      key: "vaitro",
      label: t.role,
      cell: (row: OfficerLine) =>
        wantedOf(row)
          ?.roles.map((role) => roleNames[role])
          .join(", ") ?? "",
    },
    {
      key: "kq",
      label: t.outcome,
      cell: (row: OfficerLine) => <Outcome row={row} t={t} nameOf={(role) => roleNames[role]} />,
    },
  ]
}

function Outcome(props: {
  row: OfficerLine
  t: Words
  nameOf(role: keyof (typeof words)["vi"]["roles"]): string
}) {
  const { row, t, nameOf } = props
  if (row.at === "wrong") return <Tag tone="late">{t.faults[row.fault](row.said)}</Tag>
  if (row.at === "known") return <Tag>{t.known}</Tag>
  const partly = row.given.length === 0 ? null : t.partly(row.given.map(nameOf).join(", "))
  return (
    <>
      <Tag tone="good">{row.wanted.roles.some(isHighStanding) ? t.needsSecond : t.ready}</Tag>
      {partly !== null && <span class="small"> {partly}</span>}
    </>
  )
}

/** The links stand here once, where no mail carries them. */
export function InvitedPage(props: { frame: Frame; answer: InvitedList; linkOf(token: string): string }) {
  const { frame, answer, linkOf } = props
  const t = officerListWords[frame.lang]
  const all = words[frame.lang]
  const { invited, left } = answer
  const count = formatNumber(invited.length, frame.lang)
  const shows = invited.some(({ at }) => at === "invited")
  return (
    <Layout
      {...frame}
      url={paths.officerList}
      title={invited.length === 0 ? t.doneNone : t.done(count)}
      current={paths.officers}
      crumbs={[
        { href: paths.officers, label: all.admin.officers.crumb },
        { href: paths.officerList, label: t.title },
      ]}
      noReferrer
    >
      {shows && <Banner isAnswer tone="soon" title={t.keep} />}
      {invited.length > 0 && (
        <DataTable
          caption={t.done(count)}
          quietCaption
          rows={invited}
          columns={[
            { key: "ten", label: t.name, heading: true, cell: (row) => row.name },
            { key: "thu", label: t.email, cell: (row) => row.email },
            { key: "vitri", label: t.post, cell: (row) => `${row.title}, ${row.bodyName}` },
            {
              key: "vaitro",
              label: t.role,
              cell: (row) => all.roles[row.role as keyof typeof all.roles],
            },
            { key: "kq", label: t.where, cell: (row) => <Where row={row} t={t} linkOf={linkOf} /> },
          ]}
        />
      )}
      {left.length > 0 && <DataTable caption={t.caption} columns={columnsOf(frame)} rows={left} />}
      <Actions>
        <Button look="second" href={paths.officers}>
          {t.back}
        </Button>
      </Actions>
    </Layout>
  )
}

function Where({ row, t, linkOf }: { row: Invited; t: Words; linkOf(token: string): string }) {
  if (row.at === "invited") return <code class="small">{linkOf(row.token)}</code>
  return row.at === "mailed" ? <Tag tone="good">{t.mailed}</Tag> : <Tag tone="soon">{t.asked}</Tag>
}
