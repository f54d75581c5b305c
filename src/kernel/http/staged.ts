/** Files that a request brought and whose form is not taken yet: those that nobody kept go when it is answered. */
import type { MiddlewareHandler } from "hono"
import type { Staged } from "../files.ts"
import type { Ctx, Env } from "./env.ts"

export const untakenFilesGo: MiddlewareHandler<Env> = async (c, next) => {
  try {
    await next()
  } finally {
    for (const file of c.get("staged") ?? []) await file.drop()
  }
}

export function holdUntilAnswered(c: Ctx, file: Staged): void {
  const staged = c.get("staged")
  if (staged === undefined) c.set("staged", [file])
  else staged.push(file)
}
