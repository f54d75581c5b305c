/** Documents of people who do not exist, for tests. */
import type { OfficialDocumentInput } from "../write/model.ts"

export const provincialLetter = {
  kind: "letter",
  issuer: { parent: null, name: "Ủy ban nhân dân tỉnh Hưng Yên" },
  number: "7",
  symbol: "UBND-KGVX",
  place: "Hưng Yên",
  date: "2023-09-05",
  subject: "tăng cường công tác phối hợp phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông",
  addressees: [
    "Các sở, ban, ngành tỉnh",
    "UBND huyện, thị xã, thành phố",
    "Các doanh nghiệp viễn thông, công nghệ thông tin",
  ],
  blocks: [
    {
      is: "paragraph",
      text: "Sau khi xem xét Báo cáo số 841/BC-STTTT ngày 03/7/2023 của Sở Thông tin và Truyền thông về kết quả công tác phối hợp phòng, chống tội phạm 6 tháng đầu năm 2023; UBND tỉnh có ý kiến chỉ đạo như sau:",
    },
    {
      is: "section",
      mark: "1",
      title: "Các sở, ban, ngành; UBND huyện, thị xã, thành phố",
      blocks: [
        {
          is: "list",
          items: [
            "Tăng cường phối hợp với Sở Thông tin và Truyền thông trong công tác thanh tra, kiểm tra; kiên quyết xử lý nghiêm tổ chức, cá nhân vi phạm.",
            "Báo cáo kết quả về UBND tỉnh trước ngày 15 tháng 12 năm 2023.",
          ],
        },
      ],
    },
    {
      is: "section",
      mark: "2",
      title: "Sở Thông tin và Truyền thông",
      blocks: [
        {
          is: "list",
          items: [
            "Đẩy mạnh các hoạt động tuyên truyền, nâng cao ý thức trách nhiệm của người dân, doanh nghiệp.",
          ],
        },
      ],
    },
  ],
  signatures: [
    {
      inStead: [
        { form: "TM", of: "Ủy ban nhân dân" },
        { form: "KT", of: "Chủ tịch" },
      ],
      position: "Phó Chủ tịch",
      name: "Trần Văn Mẫu",
    },
  ],
  recipients: ["Như trên", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Lưu: VT, KGVX"],
} as const satisfies OfficialDocumentInput
