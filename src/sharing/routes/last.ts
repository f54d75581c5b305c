import type { Ctx } from "../../kernel/http/env.ts"
import { eventName } from "../pages/record.tsx"
import type { SharedEvent } from "../store/events.ts"

/** The last change of an indicator or a warning, for who was slower; events come newest first. */
export function lastChange({ events: [event] }: { events: readonly SharedEvent[] }, c: Ctx) {
  return event === undefined
    ? null
    : { at: event.at, by: event.byName || null, what: eventName(event.what, c.get("language")) }
}
