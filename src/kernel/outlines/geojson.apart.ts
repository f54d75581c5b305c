/** The reading of a file of boundaries, as it runs in a process of its own. */
import { readOutlines } from "./geojson.ts"
import type { OutlinesRead, UnitToOutline } from "./outlines.ts"

export type BoundariesToRead = { file: Uint8Array; units: readonly UnitToOutline[] }

export const readBoundaries = ({ file, units }: BoundariesToRead): OutlinesRead => readOutlines(file, units)
