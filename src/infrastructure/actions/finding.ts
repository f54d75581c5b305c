/** The finders of incidents and assets for the one search over everything (`/tim`): what row security leaves, masked as in the lists. */
import { can } from "../../accounts/index.ts"
import { formatInstant } from "../../kernel/format.ts"
import { type Finder, hitsMax } from "../../kernel/search/finder.ts"
import { assetNumber } from "../domain/asset.ts"
import { incidentNumber } from "../domain/incident.ts"
import { paths } from "../paths.ts"
import { listAssets } from "../store/assets.ts"
import { listIncidents } from "../store/incidents.ts"
import { words } from "../words.ts"
import { assetWords } from "../words-asset.ts"

const page = { limit: hitsMax, offset: 0 }

export const findIncidents: Finder = async (tx, { desk, lang, text }) => {
  if (!can(desk.officer, "infrastructure.read")) return null
  const t = words[lang]
  const { rows, total } = await listIncidents(tx, { text, kind: "", state: "", area: "" }, page)
  return {
    kind: t.incidents,
    total,
    all: `${paths.incidents}?${new URLSearchParams({ tim: text })}`,
    hits: rows.map((row) => ({
      href: paths.incident(row.id),
      title: `${incidentNumber(row.number)} · ${t.titleOf(t.kinds[row.kind], row.areaName)}`,
      note: [t.states[row.state], formatInstant(row.happenedAt, lang)].join(" · "),
    })),
  }
}

export const findAssets: Finder = async (tx, { desk, lang, text }) => {
  if (!can(desk.officer, "infrastructure.read")) return null
  const kinds = assetWords[lang].kinds
  const { rows, total } = await listAssets(tx, { text, kind: "", area: "", state: "" }, page)
  return {
    kind: words[lang].assets,
    total,
    all: `${paths.assets}?${new URLSearchParams({ tim: text })}`,
    hits: rows.map((row) => ({
      href: paths.asset(row.id),
      title: [assetNumber(row.number), row.code, row.name].filter((part) => part !== null).join(" · "),
      note: [kinds[row.kind], row.areaName, row.bodyName].join(" · "),
    })),
  }
}
