/** Indicators and warnings are two rooms of one house. */
import { Tabs } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { paths } from "../paths.ts"
import { indicatorWords } from "../words-indicator.ts"

export function Rooms({ lang, here }: { lang: Lang; here: "indicators" | "warnings" }) {
  const t = indicatorWords[lang].list
  return (
    <Tabs
      label={t.rooms}
      tabs={[
        { href: paths.sharing, label: t.indicators, isCurrent: here === "indicators" },
        { href: paths.warnings, label: t.warnings, isCurrent: here === "warnings" },
      ]}
    />
  )
}
