/** The pictures as files that stand alone. */
import { MapFile } from "./map.tsx"
import { MonthsFile } from "./months.tsx"

export const mapFile = (view: Parameters<typeof MapFile>[0]) => String(<MapFile {...view} />)
export const monthsFile = (view: Parameters<typeof MonthsFile>[0]) => String(<MonthsFile {...view} />)
