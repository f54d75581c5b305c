import type { Lang } from "../kernel/words.ts"
import { paths } from "./paths.ts"
import { daysOffWords } from "./words-days-off.ts"
import { pageWords } from "./words-pages.ts"

export const navOfOrganizations = (lang: Lang) => ({ href: paths.bodies, label: pageWords[lang].nav })

/** Of who keeps the chart: a day off moves deadlines. */
export const navOfDaysOff = (lang: Lang) => ({ href: paths.daysOff, label: daysOffWords[lang].nav })
