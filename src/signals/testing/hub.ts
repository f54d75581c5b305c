/** A small fictional province for tests of signals: a lead department, the police, another department, an enterprise. */

import { type Signed, signInAs } from "../../accounts/testing.ts"
import { createApp } from "../../app.ts"
import type { House } from "../../kernel/house.ts"
import type { Log } from "../../kernel/log.ts"
import type { TestDatabase } from "../../kernel/testing/database.ts"
import { houseOf } from "../../kernel/testing/house.ts"

export type Hub = {
  house: House
  app: ReturnType<typeof createApp>
  /** Officer and leader of the lead department; officers of others. */
  lan: Signed
  leader: Signed
  clerk: Signed
  police: Signed
  policeLeader: Signed
  culture: Signed
  enterprise: Signed
  post(path: string, fields: Record<string, string>, who?: Signed): Promise<Response>
  get(path: string, who?: Signed): Promise<Response>
}

/** `log`: for a test that reads what is logged. */
export async function hubOf(db: TestDatabase, log?: Log): Promise<Hub> {
  const house = { ...houseOf(db), ...(log === undefined ? {} : { log }) }
  const app = createApp(house)
  const lead = { bodySlug: "so-mau", body: { name: "Sở Thông tin tỉnh Mẫu", isLead: true } }
  const [lan, leader, clerk, police, policeLeader, culture, enterprise] = [
    await signInAs(db, { ...lead, role: "officer", name: "Trần Thị Lan" }),
    await signInAs(db, { ...lead, role: "leader", name: "Lê Văn Trưởng" }),
    await signInAs(db, { ...lead, role: "clerk", name: "Vũ Văn Thư" }),
    await signInAs(db, {
      bodySlug: "cong-an-mau",
      role: "officer",
      name: "Phạm Văn Công",
      body: { name: "Công an tỉnh Mẫu", kind: "police" },
    }),
    await signInAs(db, { bodySlug: "cong-an-mau", role: "leader", name: "Đỗ Văn Trưởng" }),
    await signInAs(db, {
      bodySlug: "so-van-hoa-mau",
      role: "officer",
      name: "Lê Thị Văn",
      body: { name: "Sở Văn hóa tỉnh Mẫu" },
    }),
    await signInAs(db, {
      bodySlug: "vien-thong-mau",
      role: "officer",
      name: "Ngô Văn Mạng",
      body: { name: "Viễn thông Mẫu", kind: "enterprise" },
    }),
  ]
  const sameOrigin = { "sec-fetch-site": "same-origin" }
  const get = async (path: string, who?: Signed) =>
    app.request(path, who === undefined ? {} : { headers: { cookie: who.cookie } })
  const post = async (path: string, fields: Record<string, string>, who?: Signed) =>
    app.request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { ...sameOrigin, ...(who === undefined ? {} : { cookie: who.cookie }) },
    })
  return { house, app, lan, leader, clerk, police, policeLeader, culture, enterprise, get, post }
}

export const once = (n: number) => n.toString(16).padStart(32, "0")

/** The receipt code that stands on a page. */
export function codeOn(html: string): string {
  const code = /\b[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}\b/.exec(html)?.[0]
  if (code === undefined) throw new Error("no receipt code on this page")
  return code
}
