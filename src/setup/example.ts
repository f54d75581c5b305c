/** A `setup.json` with every key, made from the repository's own data: people and addresses in it are invented. */
import { proposedBodies, proposedGroups, proposedUnits, provinces } from "./actions/data.ts"
import type { SetupFile } from "./domain/plan.ts"

export function exampleSetup(): SetupFile {
  const province = provinces()[1] ?? { code: "", name: "", kind: "tỉnh" }
  const units = proposedUnits(province.code).slice(0, 2)
  const bodies = proposedBodies(province, units)
  const named = (kind: string, words: string) =>
    bodies.find((body) => body.kind === kind && body.name.startsWith(words))?.name ?? ""
  const lead = named("department", "Sở Khoa học và Công nghệ")
  const chartKeeper = named("province-office", "Văn phòng")
  return {
    province: { code: province.code, crest: null },
    units: { from: "list", list: units, boundaries: null },
    chart: { from: "list", bodies, groups: proposedGroups() },
    posts: { lead, chartKeeper },
    administrators: [
      {
        name: "Nguyễn Văn Mẫu",
        email: "mau@vanphong.example",
        title: "Quản trị hệ thống",
        body: chartKeeper,
      },
      { name: "Trần Thị Thử", email: "thu@daumoi.example", title: "Quản trị hệ thống", body: lead },
    ],
    numbers: [
      {
        number: "113",
        name: "Công an",
        shownFor: "police",
        source: "Văn bản đã công bố số này",
        checkedBy: "Họ tên người đối chiếu",
      },
    ],
    reach: {
      address: "https://lienphong.example",
      mail: { server: "smtps://tai-khoan:mat-khau@thu.example", from: "lienphong@lienphong.example" },
    },
    keeping: { keysCopiedTo: null, backupDir: null },
  }
}
