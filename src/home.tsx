/** `/`: what this is, and the way in. It tells nothing that is not public. */
import { Hono } from "hono"
import { accountPaths } from "./accounts/index.ts"
import { awarenessPaths } from "./awareness/index.ts"
import type { Env } from "./kernel/http/env.ts"
import { frameOf } from "./kernel/http/frame.ts"
import { Actions, Banner, Button, Cards, Door, Layout } from "./kernel/ui/index.ts"
import { defineWords, type Lang } from "./kernel/words.ts"
import { boardPaths } from "./reports/index.ts"
import { checkDoor, sharingPaths } from "./sharing/index.ts"
import { receiverToday, signalPaths } from "./signals/index.ts"

const words = defineWords({
  vi: {
    title: "Cùng giữ an toàn viễn thông và mạng trong tỉnh",
    lead: "Liên Phòng là nơi cơ quan nhà nước, công an, doanh nghiệp viễn thông và người dân cùng phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin.",
    forOfficers: "Cán bộ, doanh nghiệp có tài khoản",
    moneyNow: "Đang chuyển tiền, hoặc vừa chuyển?",
    moneyHow:
      "Dừng lại. Gọi ngân hàng của bạn theo số in sau thẻ để khóa giao dịch, rồi gọi 113 hoặc công an gần nhất.",
    moneyMore: "Xem phải làm gì ngay",
    call113: "Gọi 113",
    readBy: (body: string) => `${body} nhận và đọc tin báo.`,
    keeping: "Tin và danh tính của bạn được giữ thế nào?",
    report: "Báo tin: lừa đảo, số lạ, tin rác",
    reportHint: "Ba bước, khoảng hai phút. Không cần tài khoản, có thể ẩn danh.",
    infrastructure: "Báo trộm cắp, phá hoại hạ tầng",
    infrastructureHint: "Cáp, trạm thu phát sóng, tủ cáp, cột, cống bể viễn thông.",
    tricks: "Các kiểu lừa hay gặp",
    tricksHint: "Bắt đầu thế nào, lộ ra ở đâu, nên làm gì.",
    warnings: "Cảnh báo đang có",
    figures: "Số liệu mỗi sáng",
    follow: "Theo dõi tin đã báo",
    followHint: "Bằng mã biên nhận, không cần nêu tên.",
    signIn: "Đăng nhập",
    work: "Vào việc của tôi",
  },
  en: {
    title: "Keeping the province's telecoms and networks safe, together",
    lead: "Liên Phòng is where agencies, police, telecom enterprises and citizens prevent and fight crime in telecommunications and IT together.",
    forOfficers: "Officers and enterprises with an account",
    moneyNow: "Sending money, or just sent it?",
    moneyHow:
      "Stop. Call your bank at the number on the back of the card to block the transfer, then 113 or the nearest police.",
    moneyMore: "See what to do now",
    call113: "Call 113",
    readBy: (body: string) => `${body} receives and reads reports.`,
    keeping: "How are your report and your identity kept?",
    report: "Report a scam, a number, spam",
    reportHint: "Three steps, about two minutes. No account; you may stay anonymous.",
    infrastructure: "Report theft or sabotage",
    infrastructureHint: "Cables, base stations, cabinets, poles, telecom manholes.",
    tricks: "Common tricks",
    tricksHint: "How they begin, what gives them away, what to do.",
    warnings: "Warnings in force",
    figures: "Figures of each morning",
    follow: "Follow a report",
    followHint: "With the receipt code, without giving a name.",
    signIn: "Sign in",
    work: "To my work",
  },
})

export const homeRoutes = new Hono<Env>().get("/", async (c) => {
  const t = words[c.get("language")]
  const isIn = c.get("officer") !== null
  return c.html(
    <Layout {...frameOf(c)} title={t.title} audience="public" lead={t.lead}>
      {isIn ? (
        <Actions>
          <Button href="/lam-viec">{t.work}</Button>
        </Actions>
      ) : (
        <Doors lang={c.get("language")} receiver={await receiverToday(c.get("house"))} />
      )}
    </Layout>,
  )
})

/** What a citizen comes for, the urgent first; below it the way in for those with an account. */
function Doors({ lang, receiver }: { lang: Lang; receiver: string | null }) {
  const t = words[lang]
  const check = checkDoor(lang)
  return (
    <>
      <Banner tone="late" title={t.moneyNow}>
        {t.moneyHow} <a href="tel:113">{t.call113}</a> · <a href={signalPaths.reportMoney}>{t.moneyMore}</a>
      </Banner>
      <Cards>
        <Door href={check.href} title={check.title}>
          {check.hint}
        </Door>
        <Door href={signalPaths.report} title={t.report}>
          {t.reportHint}
        </Door>
        <Door href={signalPaths.reportInfrastructure} title={t.infrastructure}>
          {t.infrastructureHint}
        </Door>
        <Door href={awarenessPaths.tricks} title={t.tricks}>
          {t.tricksHint}
        </Door>
        <Door href={signalPaths.follow} title={t.follow}>
          {t.followHint}
        </Door>
      </Cards>
      <p>
        <a href={sharingPaths.publicWarnings}>{t.warnings}</a> · <a href={boardPaths.board}>{t.figures}</a>
      </p>
      <p class="quiet">
        {receiver !== null && <>{t.readBy(receiver)} </>}
        <a href={signalPaths.privacy}>{t.keeping}</a>
      </p>
      <p class="quiet">
        {t.forOfficers}: <a href={accountPaths.signIn}>{t.signIn}</a>
      </p>
    </>
  )
}
