/** What is said about a digital signature that was looked at. */
import { defineWords } from "../../kernel/words.ts"

export const signatureWords = defineWords({
  vi: {
    by: (name: string, organization: string) => (organization === "" ? name : `${name}, ${organization}`),
    issuer: "Nơi cấp chứng thư",
    self: "tự chứng thực: chỉ dùng để thử",
    at: "Thời điểm ký (theo lời người ký)",
    noTime: "không ghi",
    whole: "Nội dung",
    intact: "Nguyên vẹn: không byte nào đổi sau khi ký",
    added: "Phần đã ký nguyên vẹn, nhưng tệp có thêm nội dung sau khi ký",
    broken: "KHÔNG nguyên vẹn: nội dung đã đổi sau khi ký, hoặc chữ ký hỏng",
    force: "Hiệu lực chứng thư",
    inForce: "còn hiệu lực tại thời điểm ký",
    outOfForce: "KHÔNG còn hoặc chưa có hiệu lực tại thời điểm ký",
    level: "Mức chữ ký",
    levels: {
      "B-B": "PAdES B-B: không có dấu thời gian của bên thứ ba, không có dữ liệu thu hồi",
      "B-T": "PAdES B-T: có dấu thời gian (chương trình chưa kiểm tra dấu này)",
      "not-pades": "Không đạt PAdES B-B (chữ ký PDF kiểu cũ)",
      broken: "Không xác định: chữ ký hỏng",
    },
    notJudged: "Chưa kiểm tra: nơi cấp có đáng tin không, chứng thư có bị thu hồi không.",
  },
  en: {
    by: (name: string, organization: string) => (organization === "" ? name : `${name}, ${organization}`),
    issuer: "Certificate issued by",
    self: "self-certified: for trials only",
    at: "Signed at (by the signer's word)",
    noTime: "not given",
    whole: "Content",
    intact: "Intact: no byte changed since it was signed",
    added: "The signed part is intact, but something was added after it",
    broken: "NOT intact: changed since it was signed, or the signature is damaged",
    force: "Certificate",
    inForce: "in force when signed",
    outOfForce: "NOT in force when signed",
    level: "Level",
    levels: {
      "B-B": "PAdES B-B: no third party's timestamp, no revocation data",
      "B-T": "PAdES B-T: has a timestamp (which the program does not check)",
      "not-pades": "Not PAdES B-B (an older kind of PDF signature)",
      broken: "Unknown: the signature is damaged",
    },
    notJudged: "Not checked: whether the issuer is to be trusted, whether the certificate was revoked.",
  },
})
