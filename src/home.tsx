/** `/`: what this is, and the way in. It tells nothing that is not public. */
import { Hono } from "hono"
import { accountPaths } from "./accounts/index.ts"
import type { Env } from "./kernel/http/env.ts"
import { frameOf } from "./kernel/http/frame.ts"
import { Actions, Button, Card, Cards, Layout } from "./kernel/ui/index.ts"
import { defineWords } from "./kernel/words.ts"
import { signalPaths } from "./signals/index.ts"

const words = defineWords({
  vi: {
    title: "Cùng giữ an toàn viễn thông và mạng trong tỉnh",
    lead: "Liên Phòng là nơi cơ quan nhà nước, công an, doanh nghiệp viễn thông và người dân cùng phòng, chống tội phạm trong lĩnh vực viễn thông và công nghệ thông tin.",
    directivesTitle: "Không việc nào bị quên",
    deadlinesTitle: "Thời hạn nói rõ vì sao",
    privacyTitle: "Riêng tư được giữ",
    directives:
      "Văn bản chỉ đạo của UBND tỉnh được đọc thành từng việc, giao đúng cơ quan, theo đến khi xong.",
    deadlines:
      "Mỗi thời hạn cho thấy nó được tính thế nào: ngày nào tính, ngày nào nghỉ, theo điều luật nào.",
    privacy:
      "Mỗi cơ quan chỉ thấy việc của mình. Ai đọc tài liệu được bảo vệ đều để lại dấu vết không xóa được.",
    forOfficers: "Cán bộ, doanh nghiệp có tài khoản",
    report: "Báo tin: lừa đảo, số lạ, cắt cáp",
    follow: "Theo dõi tin đã báo",
    signIn: "Đăng nhập",
    work: "Vào việc của tôi",
  },
  en: {
    title: "Keeping the province's telecoms and networks safe, together",
    lead: "Liên Phòng is where agencies, police, telecom enterprises and citizens prevent and fight crime in telecommunications and IT together.",
    directivesTitle: "Nothing asked for is forgotten",
    deadlinesTitle: "A deadline says why",
    privacyTitle: "Privacy is kept",
    directives:
      "A directive of the province is read into tasks, given to the right bodies, and followed until done.",
    deadlines:
      "Every deadline shows how it was counted: which days count, which are off, under which article.",
    privacy:
      "Each body sees its own work only. Reading a protected record leaves a trace that cannot be erased.",
    forOfficers: "Officers and enterprises with an account",
    report: "Report a scam, a number, a cut cable",
    follow: "Follow a report",
    signIn: "Sign in",
    work: "To my work",
  },
})

export const homeRoutes = new Hono<Env>().get("/", (c) => {
  const t = words[c.get("language")]
  const isIn = c.get("officer") !== null
  return c.html(
    <Layout {...frameOf(c)} title={t.title} audience="public" lead={t.lead}>
      <Actions>
        {isIn && <Button href="/lam-viec">{t.work}</Button>}
        {!isIn && <Button href={signalPaths.report}>{t.report}</Button>}
        {!isIn && (
          <Button href={signalPaths.follow} look="second">
            {t.follow}
          </Button>
        )}
      </Actions>
      {!isIn && (
        <p class="quiet">
          {t.forOfficers}: <a href={accountPaths.signIn}>{t.signIn}</a>
        </p>
      )}
      <Cards>
        <Card title={t.directivesTitle}>{t.directives}</Card>
        <Card title={t.deadlinesTitle}>{t.deadlines}</Card>
        <Card title={t.privacyTitle}>{t.privacy}</Card>
      </Cards>
    </Layout>,
  )
})
