/** Indicators and warnings are two rooms of one house. */
import { Tabs } from "../../kernel/ui/index.ts"
import type { Lang } from "../../kernel/words.ts"
import { paths } from "../paths.ts"
import { contestWords } from "../words-contest.ts"
import { indicatorWords } from "../words-indicator.ts"
import { jointWords } from "../words-joint.ts"

/** `decides`: contests are personal, and shown to who may decide them. */
export function Rooms({
  lang,
  here,
  decides = false,
}: {
  lang: Lang
  decides?: boolean
  here: "indicators" | "warnings" | "joint" | "contests"
}) {
  const t = indicatorWords[lang].list
  return (
    <Tabs
      label={t.rooms}
      tabs={[
        { href: paths.sharing, label: t.indicators, isCurrent: here === "indicators" },
        { href: paths.warnings, label: t.warnings, isCurrent: here === "warnings" },
        { href: paths.joints, label: jointWords[lang].nav, isCurrent: here === "joint" },
        ...(decides
          ? [{ href: paths.contests, label: contestWords[lang].desk.nav, isCurrent: here === "contests" }]
          : []),
      ]}
    />
  )
}
