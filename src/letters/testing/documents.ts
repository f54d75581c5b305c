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

const departmentOf = {
  parent: "Ủy ban nhân dân tỉnh Hưng Yên",
  name: "Sở Thông tin và Truyền thông",
} as const

const director = { position: "Giám đốc", name: "Nguyễn Thị Minh Ví Dụ" } as const

/** Names as long as the province has them. */
export const longNames = {
  parent:
    "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
  name: "Tổ công tác liên ngành về phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin",
} as const

const figures = Array.from({ length: 60 }, (_, i) => [
  String(i + 1),
  i % 7 === 0
    ? "Chi nhánh Tổng công ty Hạ tầng mạng tại địa bàn các huyện, thị xã, thành phố và khu công nghiệp Ví Dụ"
    : `Ủy ban nhân dân xã Ví Dụ ${i + 1}`,
  String((i * 37) % 101),
  String((i * 53) % 97),
  i % 5 === 0 ? "Đã chuyển cơ quan điều tra 02 vụ; còn 01 vụ đang xác minh theo khoản 2 Điều 15" : "",
])

export const halfYearReport = {
  kind: "report",
  issuer: departmentOf,
  number: "841",
  symbol: "BC-STTTT",
  place: "Hưng Yên",
  date: "2023-07-03",
  subject:
    "Kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực thông tin và truyền thông 6 tháng đầu năm 2023",
  addressees: ["Ủy ban nhân dân tỉnh Hưng Yên"],
  grounds: [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2023 của Ủy ban nhân dân tỉnh",
  ],
  blocks: [
    {
      is: "section",
      mark: "I",
      title: "KẾT QUẢ THỰC HIỆN",
      blocks: [
        {
          is: "section",
          mark: "1",
          title: "Công tác phòng ngừa",
          blocks: [
            {
              is: "section",
              mark: "a",
              blocks: [{ is: "paragraph", text: "Tuyên truyền: đã tổ chức 45 buổi tại các xã, phường." }],
            },
            {
              is: "section",
              mark: "b",
              blocks: [{ is: "paragraph", text: "Kiểm tra: đã kiểm tra 18 điểm cung cấp dịch vụ." }],
            },
          ],
        },
        {
          is: "table",
          caption: "Bảng 1. Tin báo và kết quả xử lý theo đơn vị",
          columns: [
            { title: "TT", share: 0.6, align: "centre" },
            { title: "Đơn vị", share: 4 },
            { title: "Tin báo tiếp nhận", share: 1.2, align: "right" },
            { title: "Đã xử lý", share: 1.2, align: "right" },
            { title: "Ghi chú", share: 3 },
          ],
          rows: figures,
          note: "Nguồn: số liệu các đơn vị báo cáo đến ngày 30 tháng 6 năm 2023.",
        },
      ],
    },
    {
      is: "section",
      mark: "II",
      title: "ĐỀ XUẤT, KIẾN NGHỊ",
      blocks: [
        {
          is: "paragraph",
          text: "Đề nghị Ủy ban nhân dân tỉnh chỉ đạo các sở, ban, ngành tiếp tục phối hợp trong 6 tháng cuối năm 2023.",
        },
      ],
    },
  ],
  signatures: [director],
  recipients: ["Như trên", "Công an tỉnh (để phối hợp)", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, TTBCVT"],
} as const satisfies OfficialDocumentInput

export const referral = {
  kind: "referral",
  issuer: departmentOf,
  number: "15",
  symbol: "PC-STTTT",
  place: "Hưng Yên",
  date: "2023-09-15",
  subject: "Chuyển tin báo về dấu hiệu lừa đảo qua điện thoại",
  addressees: ["Công an tỉnh Hưng Yên"],
  blocks: [
    {
      is: "paragraph",
      text: "Ngày 14 tháng 9 năm 2023, Sở Thông tin và Truyền thông tiếp nhận tin báo mã số TB-2023-000123 về dấu hiệu vi phạm. Sau khi xem xét, nội dung không thuộc thẩm quyền giải quyết của Sở.",
    },
    {
      is: "paragraph",
      text: "Sở Thông tin và Truyền thông chuyển tin báo trên đến Công an tỉnh để xem xét, giải quyết theo thẩm quyền và thông báo kết quả trước ngày 30 tháng 9 năm 2023.",
    },
  ],
  signatures: [
    { inStead: [{ form: "TL", of: "Giám đốc" }], position: "Chánh Văn phòng", name: "Lê Văn Thử" },
  ],
  recipients: ["Như trên", "Người báo tin (để biết)", "Lưu: VT"],
} as const satisfies OfficialDocumentInput

export const visitMinutes = {
  kind: "minutes",
  issuer: departmentOf,
  number: "3",
  symbol: "BB-ĐKT",
  place: "Hưng Yên",
  date: "2023-09-15",
  subject: "Kiểm tra liên ngành điểm cung cấp dịch vụ viễn thông",
  meeting: {
    began: "8 giờ 30, ngày 15 tháng 9 năm 2023",
    place: "Điểm cung cấp dịch vụ viễn thông số 12, phường Ví Dụ, thành phố Hưng Yên",
    present: [
      "Ông Phạm Văn Mẫu, Phó Trưởng phòng, Sở Thông tin và Truyền thông",
      "Bà Đỗ Thị Thử, cán bộ Công an tỉnh",
      "Ông Hoàng Văn Giả Định, chủ điểm cung cấp dịch vụ",
    ],
    chair: "Ông Phạm Văn Mẫu",
    secretary: "Bà Đỗ Thị Thử",
    ended: "10 giờ 15, ngày 15 tháng 9 năm 2023",
  },
  blocks: [
    {
      is: "list",
      mark: "number",
      items: [
        "Kiểm tra việc lưu giữ thông tin thuê bao: đầy đủ 120/120 hồ sơ.",
        "Kiểm tra việc niêm yết giá cước: đã niêm yết.",
      ],
    },
    {
      is: "paragraph",
      text: "Biên bản được lập thành 03 bản có giá trị như nhau, đã đọc cho những người có mặt cùng nghe và nhất trí ký tên.",
    },
  ],
  signatures: [
    { position: "Thư ký", name: "Đỗ Thị Thử" },
    { position: "Chủ tọa", name: "Phạm Văn Mẫu" },
    { position: "Đại diện điểm cung cấp dịch vụ", name: "Hoàng Văn Giả Định" },
  ],
  recipients: ["Các thành phần tham dự", "Lưu: VT, hồ sơ kiểm tra"],
} as const satisfies OfficialDocumentInput

export const decision = {
  kind: "decision",
  issuer: { name: "Ủy ban nhân dân tỉnh Hưng Yên" },
  number: null,
  symbol: "QĐ-UBND",
  place: "Hưng Yên",
  date: "2023-09",
  subject: "Về việc thành lập Đoàn kiểm tra liên ngành hạ tầng viễn thông năm 2023",
  authority: "Chủ tịch Ủy ban nhân dân tỉnh Hưng Yên",
  grounds: [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Căn cứ Luật Viễn thông ngày 23 tháng 11 năm 2009",
    "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 45/TTr-STTTT ngày 01 tháng 9 năm 2023",
  ],
  blocks: [
    {
      is: "section",
      mark: "Điều 1",
      blocks: [
        { is: "paragraph", text: "Thành lập Đoàn kiểm tra liên ngành gồm các thành viên tại Phụ lục I." },
      ],
    },
    {
      is: "section",
      mark: "Điều 2",
      title: "Nhiệm vụ của Đoàn",
      blocks: [
        {
          is: "list",
          mark: "number",
          items: ["Kiểm tra hạ tầng theo kế hoạch.", "Báo cáo kết quả trong tháng 12 năm 2023."],
        },
      ],
    },
    {
      is: "section",
      mark: "Điều 3",
      blocks: [
        {
          is: "paragraph",
          text: "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh, thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này.",
        },
      ],
    },
  ],
  signatures: [{ acting: true, position: "Chủ tịch", name: "Trần Văn Mẫu" }],
  recipients: ["Như Điều 3", "Bộ Thông tin và Truyền thông (để báo cáo)", "Lưu: VT, NC"],
  annexes: [
    {
      title: "Danh sách thành viên Đoàn kiểm tra",
      blocks: [
        {
          is: "table",
          columns: [
            { title: "TT", share: 0.5, align: "centre" },
            { title: "Họ và tên", share: 3 },
            { title: "Cơ quan", share: 4 },
          ],
          rows: [
            ["1", "Phạm Văn Mẫu", "Sở Thông tin và Truyền thông"],
            ["2", "Đỗ Thị Thử", "Công an tỉnh"],
          ],
        },
      ],
    },
    {
      title: "Kế hoạch kiểm tra theo địa bàn",
      turn: "landscape",
      blocks: [
        {
          is: "table",
          columns: [
            { title: "TT", share: 0.5, align: "centre" },
            { title: "Địa bàn", share: 3 },
            { title: "Thời gian", share: 2 },
            { title: "Nội dung", share: 5 },
          ],
          rows: Array.from({ length: 40 }, (_, i) => [
            String(i + 1),
            `Xã Ví Dụ ${i + 1}`,
            "Tháng 10 năm 2023",
            "Kiểm tra nhà trạm, cột, cáp và nguồn điện dự phòng",
          ]),
        },
      ],
    },
  ],
} as const satisfies OfficialDocumentInput

const months = ["Tháng 1", "Tháng 2", "Tháng 3", "Tháng 4", "Tháng 5", "Tháng 6"]

/** A report whose figures are drawn in each form. */
export const chartedReport = {
  ...halfYearReport,
  grounds: [],
  blocks: [
    { is: "paragraph", text: "Tình hình tin báo 6 tháng đầu năm 2023 như sau:" },
    {
      is: "chart",
      form: "columns",
      caption: "Hình 1. Tin báo theo tháng",
      categories: months,
      series: [
        { name: "Tiếp nhận", values: [1284, 950, 1100, 1402, 1320, 1511] },
        { name: "Đã xử lý", values: [1200, 940, 1000, 1290, 1150, null] },
      ],
    },
    {
      is: "chart",
      form: "bars",
      caption: "Hình 2. Thủ đoạn được báo nhiều nhất",
      categories: [
        "Giả danh cơ quan công an, viện kiểm sát, tòa án qua điện thoại",
        "Đầu tư tiền ảo, sàn giao dịch giả",
        "Tuyển cộng tác viên làm nhiệm vụ",
      ],
      series: [{ name: "Tin báo", values: [412, 305, 88] }],
    },
    {
      is: "chart",
      form: "lines",
      caption: "Hình 3. Tỷ lệ xử lý đúng hạn và chênh lệch so với cùng kỳ (%)",
      categories: months,
      heightMm: 55,
      series: [
        { name: "Đúng hạn", values: [88.5, 90, 91.2, 89, 93, 95.4] },
        { name: "Chênh lệch", values: [-4, -2.5, 1, null, 3, 4.2] },
      ],
    },
    { is: "paragraph", text: "Số liệu do các đơn vị báo cáo đến ngày 30 tháng 6 năm 2023." },
  ],
} as const satisfies OfficialDocumentInput
