/** Incidents and assets are two rooms of one house. */
import { Tabs } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { paths } from "../paths.ts"
import { words } from "../words.ts"

export function Rooms({ lang, here }: { lang: Lang; here: "incidents" | "assets" }) {
  const t = words[lang]
  return (
    <Tabs
      label={t.rooms}
      tabs={[
        { href: paths.incidents, label: t.incidents, isCurrent: here === "incidents" },
        { href: paths.assets, label: t.assets, isCurrent: here === "assets" },
      ]}
    />
  )
}
