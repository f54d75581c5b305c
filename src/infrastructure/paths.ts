/** The only place where this slice's URLs are written. */
export const paths = {
  incidents: "/ha-tang",
  incidentsFile: (format: "csv" | "xlsx") => `/ha-tang/su-co.${format}`,
  newIncident: "/ha-tang/su-co/moi",
  incident: (id: string) => `/ha-tang/su-co/${id}`,
  incidentForm: (id: string, slug: string) => `/ha-tang/su-co/${id}/${slug}`,
  /** An incident made of a tip, by its id. */
  fromTip: (signalId: string) => `/ha-tang/su-co/tu-tin/${signalId}`,
  photo: (id: string, photo: string) => `/ha-tang/su-co/${id}/bang-chung/${photo}`,
  assets: "/ha-tang/tai-san",
  assetsFile: (format: "csv" | "xlsx") => `/ha-tang/tai-san.${format}`,
  newAsset: "/ha-tang/tai-san/moi",
  asset: (id: string) => `/ha-tang/tai-san/${id}`,
  assetForm: (id: string, slug: string) => `/ha-tang/tai-san/${id}/${slug}`,
  importing: "/ha-tang/tai-san/nhap",
  importExample: "/ha-tang/tai-san/nhap/mau.csv",
  importTaking: "/ha-tang/tai-san/nhap/ghi",
  importUndo: (id: string) => `/ha-tang/tai-san/nhap/${id}/hoan-tac`,
  series: "/ha-tang/chuoi",
  /** A proposed one, by its earliest incident. */
  proposed: (incidentId: string) => `/ha-tang/chuoi/tu/${incidentId}`,
  proposedForm: (incidentId: string, slug: string) => `/ha-tang/chuoi/tu/${incidentId}/${slug}`,
  alarm: (id: string) => `/ha-tang/chuoi/${id}`,
  alarmForm: (id: string, slug: string) => `/ha-tang/chuoi/${id}/${slug}`,
} as const
