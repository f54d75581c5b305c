/** The pictures as files that stand alone. */
import { MapPicture, type Months, MonthsPicture } from "./drawings.tsx"

export const mapFile = (values: ReadonlyMap<string, number>, label: string) =>
  String(<MapPicture values={values} label={label} asFile />)
export const monthsFile = (months: Months, label: string) =>
  String(<MonthsPicture months={months} label={label} asFile />)
