/** Profiles on the platforms people name: from a link, or from the words around a handle or a number. */
import { phoneFrom } from "./phones.ts"

const platforms: Readonly<Record<string, string>> = {
  "facebook.com": "facebook",
  "fb.com": "facebook",
  "fb.me": "facebook",
  "m.me": "facebook",
  "fb.watch": "facebook",
  "messenger.com": "facebook",
  "zalo.me": "zalo",
  "t.me": "telegram",
  "telegram.me": "telegram",
  "telegram.org": "telegram",
  "tiktok.com": "tiktok",
  "wa.me": "whatsapp",
  "whatsapp.com": "whatsapp",
  "viber.com": "viber",
}

/** `null`: no platform of ours. `"none"`: the platform itself, which is nobody's profile. */
export function profileOf(host: string, path: string): string | null {
  const bare = host.replace(/^(?:www|m|web|vi-vn|mbasic|chat|api|vt|vm)\./, "")
  const platform = platforms[bare]
  if (platform === undefined) return null
  const [way = "", query = ""] = path.split("?", 2)
  const parts = way.split("/").filter((part) => part !== "")
  const name = nameOn(platform, parts, new URLSearchParams(query))
  return name === null ? "none" : `${platform}:${name}`
}

function nameOn(platform: string, parts: string[], query: URLSearchParams): string | null {
  const [first = "", second = "", third = ""] = parts.map((part) => decode(part).toLowerCase())
  switch (platform) {
    case "facebook":
      if (first === "profile.php") return query.get("id")
      if (first === "groups") return second === "" ? null : `groups/${second}`
      if (first === "people" || first === "pages") return third === "" ? second || null : third
      return first === "" ? query.get("id") : first.replace(/^@/, "")
    case "zalo":
      if (first === "g") return second === "" ? null : `g/${second}`
      return phoneFrom(first) ?? (first === "" ? null : first)
    case "telegram":
      if (first === "s" || first === "joinchat") return second || null
      return first === "" ? null : first.replace(/^@/, "")
    case "tiktok":
      return first === "" ? null : first.replace(/^@/, "")
    default: {
      const number = query.get("phone") ?? query.get("number") ?? first
      return phoneFrom(number.startsWith("+") || number.startsWith("0") ? number : `+${number.trim()}`)
    }
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part).normalize("NFC")
  } catch {
    return part
  }
}
