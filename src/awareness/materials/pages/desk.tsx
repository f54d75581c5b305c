/** Materials of the body at an officer's desk: the list, a new one, one with its versions. */
import { formatInstant, formatNumber } from "../../../kernel/format.ts"
import { type Errors, type Failed, Questions, StepForm } from "../../../kernel/forms/index.ts"
import type { Frame } from "../../../kernel/http/frame.ts"
import {
  Actions,
  type Answers,
  Banner,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  Form,
  Layout,
  type Option,
  Split,
  Stack,
  Tag,
} from "../../../kernel/ui/index.ts"
import type { Lang } from "../../../kernel/words.ts"
import { paths } from "../../paths.ts"
import { words } from "../../words.ts"
import type { MaterialReading } from "../actions/materials.ts"
import { type MaterialFormName, materialForms, newMaterial } from "../forms.ts"
import type { ListedMaterial, Version } from "../store/materials.ts"
import { materialWords } from "../words.ts"
import { MaterialBody } from "./public.tsx"

const crumbs = (lang: Lang, last: string | null) => [
  { href: paths.awareness, label: words[lang].nav },
  ...(last === null
    ? [{ label: materialWords[lang].desk.list }]
    : [{ href: paths.materialsDesk, label: materialWords[lang].desk.list }, { label: last }]),
]

export function materialsPage(view: { frame: Frame; rows: readonly ListedMaterial[]; mayMake: boolean }) {
  const { frame, rows, mayMake } = view
  const { lang } = frame
  const t = materialWords[lang].desk
  return (
    <Layout {...frame} title={t.list} current={paths.awareness} crumbs={crumbs(lang, null)}>
      {mayMake && (
        <Actions>
          <Button href={paths.newMaterial}>{t.make}</Button>
        </Actions>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHow}</EmptyState>
      ) : (
        <DataTable caption={t.caption} columns={columnsOf(lang)} rows={rows} />
      )}
    </Layout>
  )
}

function columnsOf(lang: Lang): Column<ListedMaterial>[] {
  const { desk: t, langs } = materialWords[lang]
  return [
    {
      key: "ten",
      label: t.title,
      heading: true,
      cell: (row) => <a href={paths.materialDesk(row.id)}>{row.title}</a>,
    },
    {
      key: "ra",
      label: t.out,
      cell: (row) =>
        row.released.length === 0 ? t.outNone : row.released.map((one) => langs[one]).join(", "),
    },
    { key: "cho", label: t.waiting, numeric: true, cell: (row) => formatNumber(row.waiting, lang) },
  ]
}

export function newMaterialPage(props: {
  frame: Frame
  campaigns: readonly Option[]
  answers: Answers
  errors: Errors
}) {
  const { frame, campaigns, answers, errors } = props
  const { lang } = frame
  const t = materialWords[lang].desk
  return (
    <Layout {...frame} title={t.make} current={paths.awareness} crumbs={crumbs(lang, t.make)}>
      <div class="measure">
        <Form action={paths.newMaterial} answers={answers} errors={errors}>
          <Questions asks={newMaterial.asks} options={{ campaignId: campaigns }} />
          <Actions>
            <Button>{newMaterial.submit[lang]}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  )
}

export type MaterialView = {
  frame: Frame
  reading: MaterialReading
  may: readonly MaterialFormName[]
  failed: Failed<MaterialFormName> | null
  refused: string | null
  isDone: boolean
}

export function materialDeskPage(view: MaterialView) {
  const { frame, reading, may } = view
  const { lang } = frame
  const { desk: t } = materialWords[lang]
  const { material, versions, campaignTitle } = reading
  const shown = versions.find(({ state }) => state === "waiting") ?? versions[0]
  const isOut = versions.some(({ state }) => state === "released")
  return (
    <Layout
      {...frame}
      url={paths.materialDesk(material.id)}
      title={shown?.title ?? t.title}
      current={paths.awareness}
      crumbs={crumbs(lang, t.code.concat(" ", String(material.code)))}
      lead={
        campaignTitle === null || material.campaignId === null ? (
          t.alone
        ) : (
          <>
            {t.campaign}: <a href={paths.campaign(material.campaignId)}>{campaignTitle}</a>
          </>
        )
      }
    >
      {view.isDone && <Banner isAnswer tone="good" title={t.done} />}
      {view.refused !== null && <Banner isAnswer tone="soon" title={view.refused} />}
      {isOut && (
        <Actions>
          <Button look="second" href={paths.material(material.code)}>
            {t.see}
          </Button>
        </Actions>
      )}
      <Split wide>
        <Stack>
          {versions.map((one, at) => (
            <VersionCard version={one} lang={lang} isOpen={at === 0 || one.state === "waiting"} />
          ))}
        </Stack>
        <Card title={t.next} id="viec">
          {may.length === 0 && <p>{t.nothing}</p>}
          {may.map((name, at) => (
            <StepForm
              name={name}
              form={materialForms[name]}
              action={paths.materialForm(material.id, materialForms[name].slug)}
              failed={view.failed}
              isOpen={at === 0}
              start={name === "write" ? {} : { lang: shown?.lang ?? "vi" }}
            />
          ))}
        </Card>
      </Split>
    </Layout>
  )
}

function VersionCard({ version, lang, isOpen }: { version: Version; lang: Lang; isOpen: boolean }) {
  const { desk: t, langs } = materialWords[lang]
  return (
    <Card title={t.version(version.nth, langs[version.lang])}>
      <p>
        <Tag tone={version.state === "released" ? "good" : version.state === "waiting" ? "soon" : "calm"}>
          {t.states[version.state]}
        </Tag>{" "}
        <span class="quiet">
          {t.written(version.writtenName, formatInstant(version.writtenAt, lang))}
          {version.decidedAt !== null &&
            `; ${t.decided(version.decidedName ?? "", formatInstant(version.decidedAt, lang))}`}
        </span>
      </p>
      {version.note !== null && <p class="said">{version.note}</p>}
      <details class="more" open={isOpen}>
        <summary>{version.title}</summary>
        <MaterialBody words={version} lang={version.lang} level="h3" />
      </details>
    </Card>
  )
}
