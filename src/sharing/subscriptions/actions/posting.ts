/** A message posted to an address that somebody gave us: what came of it, in words that are kept beside the message. */
import { type Ask, type Asking, Unreachable } from "../../../kernel/http/outgoing.ts"

/** `status` null: nobody answered. `fault` null: it arrived. */
export type Posted = { status: number | null; fault: string | null }

export async function post(ask: Ask, asking: Asking): Promise<Posted> {
  try {
    const { status } = await ask(asking)
    return { status, fault: status >= 200 && status < 300 ? null : `HTTP ${status}` }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    return { status: null, fault: error.message === "" ? error.why : `${error.why}: ${error.message}` }
  }
}
