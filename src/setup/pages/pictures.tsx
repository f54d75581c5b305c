/** The crest and the boundaries: what is in use, a file, and for boundaries what it would draw before it is used. */
import type { Child } from "hono/jsx"
import { formatNumber } from "../../kernel/format.ts"
import type { Frame } from "../../kernel/http/frame.ts"
import { type Outlines, outlineLimits } from "../../kernel/outlines/outlines.ts"
import { Actions, Banner, Button, Form, Layout, Upload } from "../../kernel/ui/index.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { pictureWords } from "../words-pictures.ts"
import { settingWords } from "../words-settings.ts"
import { bare } from "./frame.tsx"

/** Both stand in the set-up, beside the province and its communes, and again among the settings. */
export type PicturePlace = "setup" | "settings"
export type PictureKind = "crest" | "outlines"

function Around(props: {
  frame: Frame
  at: PicturePlace
  kind: PictureKind
  title?: string
  children?: Child
}) {
  const { frame, at, kind } = props
  const t = pictureWords[frame.lang]
  const all = words[frame.lang]
  const step = kind === "crest" ? "province" : "units"
  const crumbs =
    at === "setup"
      ? [
          { href: paths.setup, label: all.back },
          { href: paths.step(step), label: all.steps[step] },
          { label: t[kind] },
        ]
      : [{ href: paths.settings, label: settingWords[frame.lang].title }, { label: t[kind] }]
  return (
    <Layout
      {...(at === "setup" ? bare(frame) : frame)}
      noReferrer
      url={paths.picture(at, kind)}
      title={props.title ?? t[kind]}
      lead={kind === "crest" ? t.crestLead : t.outlinesLead}
      crumbs={crumbs}
      {...(at === "settings" && { current: paths.settings })}
    >
      {props.children}
    </Layout>
  )
}

/** `crest`: the address of the one in use. */
export function CrestPage(view: {
  frame: Frame
  at: PicturePlace
  crest: string | null
  bytesMax: number
  error: string | null
}) {
  const { frame, at, crest, error } = view
  const t = pictureWords[frame.lang]
  return (
    <Around frame={frame} at={at} kind="crest">
      <div class="measure stack">
        {crest === null ? (
          <p>{t.crestNone}</p>
        ) : (
          <>
            <p>
              <img class="crest" src={crest} alt={t.crestNow} width="96" />
            </p>
            <Form action={paths.pictureNone(at, "crest")} id="bo">
              <Actions>
                <Button look="second">{t.crestDrop}</Button>
              </Actions>
            </Form>
          </>
        )}
        <Form
          action={paths.picture(at, "crest")}
          id="tep"
          errors={error === null ? {} : { file: error }}
          multipart
        >
          <p>{t.crestHow}</p>
          <Upload name="file" label={t.crestFile} bytesMax={view.bytesMax} accept=".png,.jpg,.jpeg,.webp" />
          <Actions>
            <Button>{t.crestSend}</Button>
          </Actions>
        </Form>
      </div>
    </Around>
  )
}

export type OutlinesPreview = { outlines: Outlines; without: readonly string[]; strangers: readonly string[] }

export function OutlinesPage(view: {
  frame: Frame
  at: PicturePlace
  now: Outlines | null
  /** The data have this province's boundaries of their own. */
  isReady: boolean
  units: number
  preview: OutlinesPreview | null
  error: string | null
}) {
  const { frame, at, now, preview, error } = view
  const t = pictureWords[frame.lang]
  const count = (of: number) => formatNumber(of, frame.lang)
  const title =
    preview === null ? undefined : t.preview(count(preview.outlines.shapes.length), count(view.units))
  return (
    <Around frame={frame} at={at} kind="outlines" {...(title !== undefined && { title })}>
      {preview !== null && (
        <>
          <Left title={t.without(count(preview.without.length))} names={preview.without} />
          <Left title={t.strangers(count(preview.strangers.length))} names={preview.strangers} />
          {preview.without.length + preview.strangers.length === 0 && (
            <Banner tone="good" title={t.allFound} isAnswer />
          )}
          <DrawnMap outlines={preview.outlines} label={t.picture} />
          <Form
            action={paths.pictureUse(at, "outlines")}
            id="dung"
            hidden={{ outlines: JSON.stringify(preview.outlines) }}
          >
            <Actions>
              <Button>{t.use}</Button>
            </Actions>
          </Form>
        </>
      )}
      <div class="measure stack">
        {preview !== null && <h2>{t.again}</h2>}
        {preview === null && now === null && <p>{view.isReady ? t.outlinesReady : t.outlinesNone}</p>}
        {preview === null && now !== null && (
          <>
            <p>{t.outlinesNow(count(now.shapes.length))}</p>
            <DrawnMap outlines={now} label={t.outlines} />
            <Form action={paths.pictureNone(at, "outlines")} id="bo">
              <Actions>
                <Button look="second">{t.outlinesDrop}</Button>
              </Actions>
            </Form>
          </>
        )}
        {view.units === 0 ? (
          <p>{t.noUnits}</p>
        ) : (
          <Form
            action={paths.picture(at, "outlines")}
            id="tep"
            errors={error === null ? {} : { file: error }}
            multipart
          >
            <p>{t.outlinesHow}</p>
            <Upload
              name="file"
              label={t.outlinesFile}
              bytesMax={outlineLimits.bytes}
              accept=".geojson,.json"
            />
            <Actions>
              <Button look={preview === null ? "main" : "second"}>{t.outlinesSend}</Button>
            </Actions>
          </Form>
        )}
      </div>
    </Around>
  )
}

/** What fits nothing, by name: whoever sees it knows what to mend in the file. */
function Left({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul class="measure">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </details>
  )
}

function DrawnMap({ outlines, label }: { outlines: Outlines; label: string }) {
  const { width, height, shapes } = outlines
  return (
    <figure class="picture">
      <svg
        class="map"
        viewBox={`-4 -4 ${width + 8} ${height + 8}`}
        width="100%"
        role="img"
        aria-label={label}
      >
        {shapes.map(({ path, name }) => (
          <path d={path} fill-opacity="0.24">
            <title>{name}</title>
          </path>
        ))}
      </svg>
    </figure>
  )
}
