/** How soon somebody must act: money that can still be stopped comes before everything. */
import { lossIn } from "./money.ts"

export const urgencies = ["money-moving-now", "ongoing", "past"] as const
export type Urgency = (typeof urgencies)[number]

const noLoss =
  /\b(?:chua|khong|ko|k|hok|kg) (?:bi )?(?:mat (?:tien|gi|dong)|chuyen|ck|thiet hai|phat sinh|nap|bam|tra|doc|lam theo|cai)\b|\bkhong thiet hai|\bkip (?:thoi )?(?:dung|ngan|chan)|chua co thiet hai/
const left =
  /\b(?:dong|coc|dat coc|dua tien|tra tien|chuyen(?: khoan)?|ck|nap|tru tien|bi tru|bi rut|rut mat|mat tien|gui tien|quet ma|nop|thanh toan)\b/
const now =
  /\b(?:vua (?:moi |xong |bi |ck|chuyen|nap|quet|nop|gui|thay|rut)|moi (?:ck|chuyen|nap|bi tru)|cach day[^.]{0,12}(?:phut|nua tieng|nua gio|1 tieng|mot tieng|1h|1 gio)|\d{1,2}\s?(?:p|phut|ph)(?: truoc| nay)|lan cuoi cach|nua tieng (?:truoc|nay)|nua gio truoc|(?:1|2|mot|hai|vai) (?:tieng|gio|h) truoc|dang (?:chuyen|ck|nhay|rut|bi tru|bi rut)|van dang (?:nhay|tru|rut)|chuyen gap|can (?:phong toa|dung|khoa) (?:gap|ngay)|phong toa (?:gap|ngay|khan)|lam on (?:chan|khoa|dung)|con kip|tien van dang|gap\W{0,3}(?:ngan hang|phong toa))\b/
const later =
  /\b(?:hom qua|hom kia|toi qua|tuan truoc|thang truoc|nam ngoai|tuan roi|thang roi|cach day (?:\d+|may|vai) (?:ngay|tuan|thang)|\d+ (?:ngay|tuan|thang) (?:truoc|nay)|hom truoc|bua truoc|dot truoc)\b/
const continuing =
  /\b(?:van (?:con |cu |dang |bi |tiep )?(?:doi|goi|doa|ban|nhan|lua|quay|bat|hoat dong|dang|dai)|tiep tuc|ngay nao cung|lien tuc|dang (?:bi|doi|doa|goi|ban|lua|rao|chay|dien ra)|nhieu (?:nguoi|ho|nha) (?:van|dang|bi|nhan)|\d+ (?:ho|nguoi|truong hop|thue bao)[^.]{0,12}nhan|doi tiep)\b/
const damageTypes = new Set(["trom-cap-thiet-bi-vien-thong", "pha-hoai-ha-tang"])
const damageNow = /\bdang (?:cat|thao|trom|leo|treo|dao|pha|dot|boc|khuan|cho)\b/

export function urgencyOf(text: string, type: string): Urgency {
  if (damageTypes.has(type)) return damageNow.test(text) ? "ongoing" : "past"
  const isLost =
    lossIn(text) !== null ||
    (left.test(text) &&
      !noLoss.test(text) &&
      /\bmat\b|bi lua|bi tru|bi rut|xong (?:roi )?(?:la |no |thi )?(?:chan|khoa|bien mat)|moi biet|tra tien roi|khong (?:duoc|co) (?:phong|ve|hang)|doi lai duoc|\bxong\b/.test(
        text,
      ))
  const isNow = now.test(text) && left.test(text) && !noLoss.test(text) && !later.test(text)
  if (isNow) return "money-moving-now"
  if (!isLost || (noLoss.test(text) && lossIn(text) === null)) return "ongoing"
  return continuing.test(text) ? "ongoing" : "past"
}
