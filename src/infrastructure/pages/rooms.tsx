/** Incidents, assets, series, the map, hot spots, patrols, protection and notices to dealers are rooms of one house. */
import { Tabs } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"
import { hotWords } from "../words-hot.ts"
import { mapWords } from "../words-map.ts"
import { patrolWords } from "../words-patrol.ts"
import { protectionWords } from "../words-protection.ts"
import { scrapWords } from "../words-scrap.ts"
import { seriesWords } from "../words-series.ts"

export function Rooms({
  lang,
  here,
}: {
  lang: Lang
  here: "incidents" | "assets" | "series" | "hot" | "patrols" | "protections" | "scrap" | "map"
}) {
  const t = words[lang]
  return (
    <Tabs
      label={t.rooms}
      tabs={[
        { href: paths.incidents, label: t.incidents, isCurrent: here === "incidents" },
        { href: paths.assets, label: t.assets, isCurrent: here === "assets" },
        { href: paths.series, label: seriesWords[lang].nav, isCurrent: here === "series" },
        { href: paths.map, label: mapWords[lang].nav, isCurrent: here === "map" },
        { href: paths.hot, label: hotWords[lang].nav, isCurrent: here === "hot" },
        { href: paths.patrols, label: patrolWords[lang].nav, isCurrent: here === "patrols" },
        { href: paths.protections, label: protectionWords[lang].nav, isCurrent: here === "protections" },
        { href: paths.scrap, label: scrapWords[lang].nav, isCurrent: here === "scrap" },
      ]}
    />
  )
}
