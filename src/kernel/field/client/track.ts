/** Place and time: one press notes them at a point; a path is recorded from one press to another, and kept thin. */
import { isFurther, type TrackPoint, thinned, trackOf, trackText } from "../thin.ts"
import { button, el } from "./dom.ts"
import type { Words } from "./words.ts"

const two = (n: number) => String(n).padStart(2, "0")
const clockOf = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const field = (form: HTMLFormElement, name: string) => {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : null
}

/** Fields called `x-time` and `x-point` are filled together. */
export function stamping(form: HTMLFormElement, t: Words, keep: () => Promise<unknown>): void {
  for (const element of [...form.elements]) {
    if (!(element instanceof HTMLInputElement) || !element.name.endsWith("-point")) continue
    const time = field(form, element.name.replace(/point$/, "time"))
    if (time === null) continue
    const said = el("p", { class: "quiet", role: "status" })
    const press = button(t.stamp, "second", () => {
      time.value = clockOf(new Date())
      said.textContent = t.stamped.replace("{time}", time.value)
      void keep()
      navigator.geolocation?.getCurrentPosition(
        ({ coords }) => {
          element.value = `${coords.latitude.toFixed(5)} ${coords.longitude.toFixed(5)}`
          said.textContent = `${t.stamped.replace("{time}", time.value)}, ± ${Math.round(coords.accuracy)} m`
          void keep()
        },
        () => {
          said.textContent = t.locateFailed
        },
        // While a path is recorded the newest position is at hand.
        { enableHighAccuracy: true, timeout: 20_000, maximumAge: 15_000 },
      )
    })
    time.closest(".field")?.before(press, said)
  }
}

/** A position that may be anywhere in a village says nothing. */
const accuracyMaxMetres = 100
const saveEveryPoints = 5

/** For a form with a field `track`. Gives back what stops it: a form that is closed records nothing. */
export function recording(form: HTMLFormElement, t: Words, keep: () => Promise<unknown>): () => void {
  const track = field(form, "track")
  if (track === null || !("geolocation" in navigator)) return () => undefined
  let points: TrackPoint[] = trackOf(track.value)
  let watch: number | null = null
  const said = el("p", { class: "quiet", role: "status" })
  const show = () => {
    const text = watch === null ? t.trackOff : t.trackOn
    said.textContent =
      watch === null && points.length === 0 ? "" : text.replace("{count}", String(points.length))
    press.textContent = watch === null ? t.trackStart : t.trackStop
  }
  const take = ({ coords, timestamp }: GeolocationPosition) => {
    if (coords.accuracy > accuracyMaxMetres) return
    const next: TrackPoint = [coords.latitude, coords.longitude, timestamp / 1_000]
    if (!isFurther(points.at(-1), next)) return
    points = thinned([...points, next])
    track.value = trackText(points)
    if (points.length % saveEveryPoints === 1) void keep()
    show()
  }
  const stop = () => {
    if (watch === null) return
    navigator.geolocation.clearWatch(watch)
    watch = null
    const ended = field(form, "endedTime")
    if (ended !== null) ended.value = clockOf(new Date())
    show()
  }
  const start = () => {
    const now = new Date()
    // The patrol begins when its path does, unless a beginning was typed.
    for (const [name, value] of [
      ["beganOn", dayOf(now)],
      ["beganTime", clockOf(now)],
    ] as const) {
      const began = field(form, name)
      if (began !== null && began.value === "") began.value = value
    }
    watch = navigator.geolocation.watchPosition(
      take,
      () => {
        said.textContent = t.locateFailed
      },
      { enableHighAccuracy: true },
    )
    show()
  }
  const press = button(t.trackStart, "second", () => {
    if (watch === null) start()
    else stop()
    void keep()
  })
  track.after(el("p", { class: "quiet" }, t.trackLead), press, said)
  show()
  return stop
}
