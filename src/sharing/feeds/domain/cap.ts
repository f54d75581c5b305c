/**
 * A warning as a message of the Common Alerting Protocol 1.2 (OASIS), in Vietnamese and English. The address of a warning answers
 * with the last word about it: an Alert, an Update that names what it replaces, or the Cancel of a recall. Pure.
 */
import { addDays } from "../../../kernel/time.ts"
import { type Issuer, type ReleasedWarning, warningAddress } from "./released.ts"
import { xmlOf } from "./xml.ts"

/** "2023-09-15T09:00:00+07:00": section 3.2.1 takes neither "Z" nor fractions. */
export const capTime = (at: Date): string =>
  `${new Date(at.getTime() + vietnamMs).toISOString().slice(0, 19)}+07:00`
const vietnamMs = 7 * 3_600_000

/** An area of a warning with the code and the boundary of its commune, where the words name one and the boundary is known. */
export type Area = { name: string; code: string | null; polygons: readonly string[] }
export type CapTexts = {
  /** The event for those who know no trick of ours, what to do in English, and the words for the whole province. */
  event: string
  eventEn: string
  doEn: string
  fullTextEn: string
  recalled: string
  recalledEn: string
}

const sender = ({ domain }: Issuer) => `lienphong@${domain}`
const nameOf = (issuer: Issuer, code: number, what: "alert" | "cancel") =>
  `lienphong-${issuer.code}-${code}${what === "cancel" ? "-cancel" : ""}`
/** "sender,identifier,sent" (section 3.2.1, references). */
const reference = (issuer: Issuer, code: number, releasedAt: Date) =>
  `${sender(issuer)},${nameOf(issuer, code, "alert")},${capTime(releasedAt)}`

const severityOf = { urgent: "Severe", warning: "Moderate", notice: "Minor" } as const
const urgencyOf = { urgent: "Immediate", warning: "Expected", notice: "Future" } as const

export function capOf(
  issuer: Issuer,
  one: ReleasedWarning,
  { areas, texts }: { areas: readonly Area[]; texts: CapTexts },
): string {
  const isOver = one.recalledAt !== null
  const earlier = isOver
    ? [reference(issuer, one.code, one.releasedAt)]
    : one.replaces === null
      ? []
      : [reference(issuer, one.replaces.code, one.replaces.releasedAt)]
  const common = {
    category: "Security",
    event: "",
    ...(isOver ? { responseType: "AllClear" } : { responseType: "Avoid" }),
    urgency: isOver ? "Past" : urgencyOf[one.severity],
    severity: severityOf[one.severity],
    certainty: "Observed",
    ...(one.trick === null ? {} : { eventCode: { valueName: "lienphong:trick", value: one.trick.slug } }),
    effective: capTime(one.recalledAt ?? one.releasedAt),
    expires: capTime(endOf(one.expiresOn)),
    senderName: issuer.name,
  }
  const area = areas.map(({ name, code, polygons }) => ({
    areaDesc: name,
    ...(polygons.length === 0 ? {} : { polygon: polygons }),
    ...(code === null ? {} : { geocode: { valueName: "VN:ma-don-vi-hanh-chinh", value: code } }),
  }))
  const web = warningAddress(issuer, one.code)
  return xmlOf({
    alert: {
      "@xmlns": "urn:oasis:names:tc:emergency:cap:1.2",
      identifier: nameOf(issuer, one.code, isOver ? "cancel" : "alert"),
      sender: sender(issuer),
      sent: capTime(one.recalledAt ?? one.releasedAt),
      status: issuer.isDrill ? "Exercise" : "Actual",
      msgType: isOver ? "Cancel" : earlier.length > 0 ? "Update" : "Alert",
      scope: "Public",
      ...(issuer.isDrill ? { note: "Exercise: fictional data of a demonstration." } : {}),
      ...(earlier.length === 0 ? {} : { references: earlier.join(" ") }),
      info: [
        {
          language: "vi-VN",
          ...common,
          event: one.trick?.name ?? texts.event,
          headline: isOver ? `${texts.recalled}: ${one.title}` : one.title,
          description: isOver
            ? (one.recallReason ?? texts.recalled)
            : [one.looksLike, ...one.signs].join("\n"),
          ...(isOver ? {} : { instruction: one.whatToDo.join("\n") }),
          web,
          area,
        },
        {
          language: "en",
          ...common,
          event: one.trick?.nameEn ?? texts.eventEn,
          headline: isOver
            ? `${texts.recalledEn}: ${one.trick?.nameEn ?? texts.eventEn}`
            : (one.trick?.nameEn ?? texts.eventEn),
          description: isOver ? texts.recalledEn : texts.fullTextEn,
          ...(isOver ? {} : { instruction: texts.doEn }),
          web,
          area,
        },
      ],
    },
  })
}

/** The end of its last day in Việt Nam. */
const endOf = (day: string) => new Date(`${addDays(day, 1)}T00:00:00+07:00`)
