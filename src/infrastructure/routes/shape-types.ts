/** Media types of files of shapes. */
export const shapeTypes = {
  geojson: "application/geo+json; charset=utf-8",
  kml: "application/vnd.google-earth.kml+xml; charset=utf-8",
} as const
