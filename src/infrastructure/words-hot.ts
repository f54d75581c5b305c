/** Words of hot spots. */
import { formatNumber, plural } from "../kernel/format.ts"
import { defineWords } from "../kernel/words.ts"

export const hotWords = defineWords({
  vi: {
    nav: "Điểm nóng",
    title: (n: number, months: number) =>
      `${formatNumber(n, "vi")} sự cố trong ${formatNumber(months, "vi")} tháng qua`,
    none: (months: number) => `Không có sự cố nào trong ${formatNumber(months, "vi")} tháng qua`,
    lead: "Tính trên những sự cố và tài sản đơn vị bạn được thấy. Tỷ lệ là số sự cố trên 100 tài sản.",
    few: (n: number) =>
      `Chỉ ${formatNumber(n, "vi")} sự cố: đọc từng sự cố, chưa đủ để so sánh xã với xã, tháng với tháng.`,
    toIncidents: "Mở danh sách sự cố",
    months: "Số tháng",
    monthsOf: (n: number) => `${formatNumber(n, "vi")} tháng`,
    kind: "Loại sự cố",
    places: "Theo xã, phường",
    columns: {
      place: "Xã, phường",
      incidents: "Sự cố",
      purposed: "Cố ý",
      assets: "Tài sản",
      rate: "Trên 100 tài sản",
    },
    quiet: (n: number) => `${formatNumber(n, "vi")} xã, phường khác có tài sản và không có sự cố.`,
    map: "Bản đồ số sự cố",
    mapHint: "Màu theo số sự cố, không theo tỷ lệ; bảng bên cạnh nói cùng điều đó.",
    mapSource: "Ranh giới để xem, không dùng để xác định địa giới.",
    noMap: "Tỉnh chưa nạp ranh giới xã: xem bảng.",
    incidentsOf: (place: string, n: number) => `${place}: ${formatNumber(n, "vi")} sự cố`,
    range: (text: string) => `${text} sự cố`,
    routes: "Tuyến bị nhiều lần",
    routesHint: "Tuyến cáp, tuyến cột đơn vị bạn được thấy đúng chỗ.",
    noRoutes: "Không có tuyến nào bị.",
    route: "Tuyến",
    owner: "Chủ hạ tầng",
    time: "Theo tháng và mùa",
    month: "Tháng",
    season: "Mùa",
    seasons: { dry: "mùa khô (tháng 11–4)", rain: "mùa mưa (tháng 5–10)" },
    seasonLine: (season: string, incidents: number, months: number, mean: string) =>
      `${season}: ${formatNumber(incidents, "vi")} sự cố trong ${formatNumber(months, "vi")} tháng, ${mean} mỗi tháng`,
  },
  en: {
    nav: "Hot spots",
    title: (n, months) =>
      `${formatNumber(n, "en")} ${plural(n, "incident", "incidents")} in the last ${formatNumber(months, "en")} months`,
    none: (months) => `No incident in the last ${formatNumber(months, "en")} months`,
    lead: "Of the incidents and assets that your body sees. A rate is incidents per 100 assets.",
    few: (n) =>
      `Only ${formatNumber(n, "en")} ${plural(n, "incident", "incidents")}: read each; too few to compare communes or months.`,
    toIncidents: "Open the list of incidents",
    months: "Months",
    monthsOf: (n) => `${formatNumber(n, "en")} months`,
    kind: "Kind",
    places: "By commune",
    columns: {
      place: "Commune",
      incidents: "Incidents",
      purposed: "On purpose",
      assets: "Assets",
      rate: "Per 100 assets",
    },
    quiet: (n) =>
      `${formatNumber(n, "en")} other ${plural(n, "commune", "communes")} with assets and without an incident.`,
    map: "Map of incidents",
    mapHint: "Shaded by incidents, not by rate; the table beside says the same.",
    mapSource: "Boundaries to look at, not to decide where a boundary is.",
    noMap: "The province has given no boundaries of communes: see the table.",
    incidentsOf: (place, n) => `${place}: ${formatNumber(n, "en")} ${plural(n, "incident", "incidents")}`,
    range: (text) => `${text} incidents`,
    routes: "Routes struck most often",
    routesHint: "Fibre routes and pole lines whose exact place your body sees.",
    noRoutes: "No route was struck.",
    route: "Route",
    owner: "Owner",
    time: "By month and season",
    month: "Month",
    season: "Season",
    seasons: { dry: "dry season (November–April)", rain: "rainy season (May–October)" },
    seasonLine: (season, incidents, months, mean) =>
      `${season}: ${formatNumber(incidents, "en")} ${plural(incidents, "incident", "incidents")} in ${formatNumber(months, "en")} ${plural(months, "month", "months")}, ${mean} a month`,
  },
})
