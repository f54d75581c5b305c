/** The letter of a later day: invented, in the manner of that of 2023, to the bodies that the province has then. */
import type { Issued } from "../directives/index.ts"
import { formatDay } from "../kernel/format.ts"
import type { Desk } from "../kernel/http/env.ts"
import { addDays } from "../kernel/time.ts"
import { issueRead } from "./letter.ts"

export type LaterLetter = { on: string; leadName: string; hasDistricts: boolean }

function textOf({ on, leadName, hasDistricts }: LaterLetter): string {
  const [year = "", month = "", day = ""] = on.split("-")
  const local = hasDistricts ? "UBND huyện, thị xã, thành phố" : "UBND xã, phường"
  const until = (days: number) => formatDay(addDays(on, days), "vi")
  return `ỦY BAN NHÂN DÂN
TỈNH HƯNG YÊN

Số: 1207/UBND-KGVX

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hưng Yên, ngày ${day} tháng ${month} năm ${year}

V/v tiếp tục phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông, công nghệ thông tin

Kính gửi:
- ${leadName};
- Công an tỉnh;
- ${local};
- Các doanh nghiệp viễn thông, CNTT.

Sau khi xem xét báo cáo của ${leadName} về kết quả công tác phối hợp phòng, chống tội phạm trong lĩnh vực viễn thông, công nghệ thông tin, UBND tỉnh có ý kiến chỉ đạo như sau:

1. ${leadName}
- Chủ trì, phối hợp với Công an tỉnh rà soát các điểm đăng ký thông tin thuê bao, báo cáo UBND tỉnh trước ngày ${until(45)}.
- Tổng hợp tin báo về lừa đảo qua điện thoại và mạng, thông báo kịp thời thủ đoạn mới đến các cơ quan, địa phương trước ngày ${until(60)}.

2. Công an tỉnh
- Tiếp nhận, xử lý tin báo, hồ sơ do các cơ quan chuyển đến; thông báo kết quả cho cơ quan chuyển trước ngày ${until(70)}.

3. ${local}
- Tuyên truyền đến từng thôn, tổ dân phố về các thủ đoạn lừa đảo qua điện thoại và mạng, hoàn thành trước ngày ${until(50)}.

4. Các doanh nghiệp viễn thông, CNTT
- Rà soát, bảo vệ tuyến cáp, trạm phát sóng trên địa bàn; phối hợp với Công an tỉnh tuần tra, báo cáo trước ngày ${until(55)}.

Nơi nhận:
- Như trên;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Bùi Thị Lãnh
`
}

export function issueLaterLetter(desk: Desk, letter: LaterLetter): Promise<Issued> {
  return issueRead(desk, {
    ...{ bytes: Buffer.from(textOf(letter)), name: "cong-van-minh-hoa.txt", mediaType: "text/plain" },
    ...{ issuedOn: letter.on, key: `demo ${letter.on}` },
  })
}
