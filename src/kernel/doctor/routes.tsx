/** `/quan-tri/tinh-trang`: the doctor's answer for administrators of the body that keeps the chart. */
import { Hono, type MiddlewareHandler } from "hono"
import { formatInstant } from "../format.ts"
import type { Env } from "../http/env.ts"
import { type Frame, frameOf } from "../http/frame.ts"
import { unbelievedProxies } from "../http/network.ts"
import { Banner, Layout, Tag } from "../ui/index.ts"
import { examine } from "./examine.ts"
import { type FilesLooked, filesLooked } from "./files.ts"
import { answerOf, checks, type Finding, type Level, ordered } from "./findings.ts"
import { doctorPath } from "./paths.ts"
import { sentencesOf, words } from "./words.ts"

export function doctorRoutes(requireOfficer: MiddlewareHandler<Env>, mayLook: MiddlewareHandler<Env>) {
  return new Hono<Env>().get(doctorPath, requireOfficer, mayLook, async (c) => {
    const house = c.get("house")
    const looked = filesLooked(house.config.dataDir)
    const live = await examine(house, { files: false, unbelieved: unbelievedProxies(house) })
    c.header("cache-control", "no-store")
    return c.html(
      <DoctorPage
        frame={frameOf(c)}
        findings={ordered([...live, ...(looked?.findings ?? [])])}
        files={looked}
      />,
    )
  })
}

const tones = { "cannot-run": "late", "to-do": "soon", "in-order": "good" } as const satisfies Record<
  Level,
  string
>

function DoctorPage(props: { frame: Frame; findings: readonly Finding[]; files: FilesLooked | null }) {
  const { frame, findings, files } = props
  const t = words[frame.lang]
  const answer = answerOf(findings)
  const amiss = new Set(findings.map(({ check }) => check))
  const fine = checks.filter((check) => !amiss.has(check) && (check !== "files" || files !== null))
  return (
    <Layout {...frame} title={t.title}>
      <p class="measure">{t.lead}</p>
      <Banner title={t.answers[answer]} tone={tones[answer]} />
      {findings.map((one) => {
        const { said, remedy } = sentencesOf(frame.lang, one)
        return (
          <section class="measure">
            <h2>
              {t.checks[one.check]} <Tag tone={tones[one.level]}>{t.levels[one.level]}</Tag>
            </h2>
            <p class="said">{said}</p>
            <p>
              <strong>→ {remedy}</strong>
            </p>
          </section>
        )
      })}
      <h2>{t.looked}</h2>
      <p class="measure">{fine.map((check) => t.checks[check]).join(" · ")}</p>
      <p class="measure">{files === null ? t.filesNever : t.filesAt(formatInstant(files.at, frame.lang))}</p>
    </Layout>
  )
}
