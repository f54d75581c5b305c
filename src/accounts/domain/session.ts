/** How long a session lives, where it may return to, and how its device is called. */

/** Unused this long, it is over: a morning away from a shared desk. */
export const sessionIdleHours = 8
/** However busy, after this the password is asked again. */
export const sessionHours = 72
/** `seen_at` is written at most this often. */
export const seenEveryMinutes = 5
/** The time between password and second step. */
export const secondStepMinutes = 5
/** A device that has signed in keeps its own bucket this long. */
export const deviceDays = 180
/** Accounts that one shared device may remember. */
export const deviceAccountsMax = 6
export const invitationDays = 7
export const passwordLinkHours = 24
/** A link that an officer asked for, or that was made on the machine. */
export const ownLinkHours = 1
export const tokenDaysMax = 366

/**
 * Where to go after signing in: a path of this site, or the officer's first page. `//elsewhere.example` and
 * `/\elsewhere.example` are addresses of other sites to a browser.
 */
export function safeNext(next: string | undefined, otherwise: string): string {
  if (next === undefined || next.length > 500 || !/^\/[^/\\]/.test(`${next} `)) return otherwise
  const here = "http://here.invalid"
  if (!URL.canParse(next, here)) return otherwise
  const url = new URL(next, here)
  return url.origin === here && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : otherwise
}

export type Device = { browser: string; system: string }

/** Enough for its owner to know it again; the header itself, which can identify a person, is not kept. */
export function deviceOf(userAgent: string | undefined): Device {
  const text = (userAgent ?? "").slice(0, 400)
  return { browser: firstMatch(text, browsers), system: firstMatch(text, systems) }
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/coc_coc_browser|CocCoc/i, "Cốc Cốc"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, "Windows"],
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
]

function firstMatch(text: string, names: readonly (readonly [RegExp, string])[]): string {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? ""
}
