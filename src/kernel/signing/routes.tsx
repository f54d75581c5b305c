/** The public halves of the keys with which this installation signs: for people at `/khoa-ky`, for programs as JSON. */
import { Hono } from "hono"
import { formatDate } from "../format.ts"
import type { Env } from "../http/env.ts"
import { type Frame, frameOf } from "../http/frame.ts"
import type { Signer } from "../keys.ts"
import { localDateOf } from "../time.ts"
import { Card, Layout } from "../ui/index.ts"
import { defineWords, type Lang } from "../words.ts"
import { signingPaths } from "./paths.ts"
import { fingerprintOf, pemOf, spokenFingerprint } from "./trust.ts"

export const signingRoutes = new Hono<Env>()
  .get(signingPaths.page, (c) =>
    c.html(<SigningKeysPage frame={frameOf(c)} signers={c.get("house").keys.signers()} />),
  )
  .get(`${signingPaths.page}/:file{[0-9a-f]{8,16}\\.pem}`, (c) => {
    const pem = c.get("house").keys.publicKey(c.req.param("file").replace(/\.pem$/, ""))
    if (pem === null) return c.notFound()
    c.header("content-disposition", 'attachment; filename="khoa-ky.pem"')
    return c.text(pem)
  })
  .get(signingPaths.keys, (c) => c.json(c.get("house").keys.signers().map(published)))

/** As in docs/contracts.md, "Keys". Times are ISO instants. */
function published({ keyId, publicKey, from, until }: Signer) {
  return { keyId, use: "signing", publicKey: pemOf(publicKey), from, until }
}

const words = defineWords({
  vi: {
    title: "Khóa ký của hệ thống này",
    lead: "Hồ sơ chuyển công an, biên nhận và đầu chuỗi nhật ký được ký bằng các khóa dưới đây. Trước khi tin một chữ ký, so dấu vân tay ở đây với dấu in trên quyết định chuyển hồ sơ, hoặc gọi điện cho cơ quan gửi.",
    now: "Đang dùng để ký",
    retired: "Không ký nữa, vẫn dùng để kiểm tra",
    fingerprint: "Dấu vân tay (SHA-256 của khóa công khai)",
    keyId: "Mã khóa",
    span: (from: string, until: string) => `Từ ${from} đến ${until}`,
    since: (from: string) => `Từ ${from}`,
    unknown: "trước khi ngày được ghi",
    pem: "Tải khóa công khai (PEM)",
    programs: "Cho chương trình:",
  },
  en: {
    title: "The signing keys of this installation",
    lead: "Dossiers for the police, receipts and journal heads are signed with the keys below. Before you trust a signature compare the fingerprint here with the one on the decision to hand over, or telephone the sender.",
    now: "Signs now",
    retired: "Signs no longer, still used to check",
    fingerprint: "Fingerprint (SHA-256 of the public key)",
    keyId: "Key id",
    span: (from: string, until: string) => `From ${from} until ${until}`,
    since: (from: string) => `Since ${from}`,
    unknown: "before days were kept",
    pem: "Take the public key (PEM)",
    programs: "For programs:",
  },
})

function SigningKeysPage({ frame, signers }: { frame: Frame; signers: readonly Signer[] }) {
  const t = words[frame.lang]
  return (
    <Layout {...frame} url={signingPaths.page} title={t.title}>
      <p class="measure">{t.lead}</p>
      {signers.toReversed().map((signer) => (
        <KeyCard signer={signer} lang={frame.lang} />
      ))}
      <p>
        {t.programs} <a href={signingPaths.keys}>{signingPaths.keys}</a>
      </p>
    </Layout>
  )
}

function KeyCard({ signer, lang }: { signer: Signer; lang: Lang }) {
  const t = words[lang]
  const day = (at: string | null) => (at === null ? t.unknown : formatDate(localDateOf(new Date(at)), lang))
  const { from, until, keyId, publicKey } = signer
  return (
    <Card title={until === null ? t.now : t.retired}>
      <p>{until === null ? t.since(day(from)) : t.span(day(from), day(until))}</p>
      <p>
        {t.keyId}: <code>{keyId}</code>
      </p>
      <p>
        {t.fingerprint}: <code>{spokenFingerprint(fingerprintOf(publicKey))}</code>
      </p>
      <p>
        <a href={signingPaths.pem(keyId)}>{t.pem}</a>
      </p>
    </Card>
  )
}
