/** Officers by list: looked at first, then invited in one go. */
import { stringify } from "csv-stringify/sync"
import { Hono } from "hono"
import { z } from "zod"
import { takesFiles } from "../../kernel/http/body.ts"
import { type Ctx, deskOf, type Env } from "../../kernel/http/env.ts"
import { fieldsOf } from "../../kernel/http/fields.ts"
import { frameOf } from "../../kernel/http/frame.ts"
import { linkTo } from "../../kernel/http/links.ts"
import { secretly } from "../../kernel/http/secretly.ts"
import { sendFile } from "../../kernel/http/send-file.ts"
import { holdFile } from "../../kernel/http/upload.ts"
import { inviteOfficers, type ListPreview, previewOfficers } from "../actions/officer-list.ts"
import { linesMax, listBytesMax } from "../domain/officer-list.ts"
import { InvitedPage, OfficerListPage } from "../pages/officer-list.tsx"
import { paths } from "../paths.ts"
import { can } from "../policy.ts"
import { officerListWords } from "../words-officer-list.ts"

const cell = z.string().max(1_000).optional()
const carriedLines = z
  .array(
    z.object({
      line: z.number().int().min(1),
      ...{ name: cell, title: cell, unit: cell, roles: cell, email: cell, body: cell },
    }),
  )
  .max(linesMax)

const example = [
  ["Họ và tên", "Chức vụ", "Đơn vị", "Vai trò", "Thư điện tử"],
  ["Nguyễn Văn Mẫu", "Chuyên viên", "", "chuyên viên", "nguyen.van.mau@coquan.example"],
  ["Trần Thị Mẫu", "Văn thư", "", "văn thư, chuyên viên", "tran.thi.mau@coquan.example"],
]

/** Mounted behind the guards of `officerRoutes`. */
export const officerListRoutes = new Hono<Env>()
  .get(paths.officerList, (c) => page(c, null, null))
  .get(paths.officerListExample, (c) => {
    const text = stringify(example, { bom: true, record_delimiter: "windows" })
    return sendFile(c, text, { name: "danh-sach-can-bo-mau.csv", type: "text/csv; charset=utf-8" })
  })
  .post(paths.officerList, takesFiles({ files: 1, bytesMax: listBytesMax }), async (c) => {
    const t = officerListWords[c.get("language")]
    const { file, trouble } = await holdFile(c, listBytesMax)
    if (trouble === "tooLarge") return page(c, null, t.tooLarge)
    if (file === null) return page(c, null, t.noFile)
    const preview = await previewOfficers(deskOf(c), file.bytes)
    if ("refused" in preview) return page(c, null, t.troubles[preview.refused](preview.at ?? ""))
    return page(c, preview, null)
  })
  .post(paths.officerListInvite, async (c) => {
    const lines = carriedLines.safeParse(parsed((await fieldsOf(c)).lines ?? ""))
    if (!lines.success) return page(c, null, officerListWords[c.get("language")].stale)
    secretly(c)
    const answer = await inviteOfficers(deskOf(c), lines.data as Parameters<typeof inviteOfficers>[1])
    const linkOf = (token: string) => linkTo(c.get("house").config, paths.invitation(token))
    return c.html(<InvitedPage frame={frameOf(c)} answer={answer} linkOf={linkOf} />)
  })

function page(c: Ctx, preview: ListPreview | null, error: string | null) {
  const mayElsewhere = can(deskOf(c).officer, "administrator.invite-elsewhere")
  const view = { frame: frameOf(c), preview, mayElsewhere, error }
  return c.html(<OfficerListPage {...view} />, error === null ? 200 : 422)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
