import type { Ctx } from "./env.ts"

/** The text of a UUID (RFC 9562) as the database writes it: 36 characters, lower case. */
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
const wholeUuid = new RegExp(`^${uuid}$`)

/** The one pattern of a record's id in a route: `record(":id")`. Any other text finds no route, so no statement sees it. */
export function record<Name extends `:${string}`>(name: Name): `${Name}{${string}}` {
  return `${name}{${uuid}}`
}

export const isRecordId = (text: string): boolean => wholeUuid.test(text)

/** The id that `record(":id")` matched. */
export const idOf = (c: Ctx): string => c.req.param("id") ?? ""
