/**
 * What a network that nobody signed in from may send in files within an hour, and how full the disk may get: decided by the
 * length that is announced, before a byte of it is read. A form without files is never turned away here.
 *
 * Kept in this process's memory: of several web processes each has its own count. The hash of the network changes daily
 * (`network.ts`), so that nothing is known of who it was.
 */
import { statfs } from "node:fs/promises"

/** Behind one address there may be a whole quarter's telephones. */
export const networkBytesPerHour = 1_000_000_000
/** Fields alone. */
export const uncountedBytes = 200_000
/** The database and the log need room to go on. */
const freeBytesMin = 1_000_000_000
const networksMax = 100_000
const hourMs = 3_600_000

export class ByteBudget {
  readonly #bytesMax: number
  #hour = 0
  readonly #taken = new Map<string, number>()

  constructor(bytesMax = networkBytesPerHour) {
    this.#bytesMax = bytesMax
  }

  /** False where it would be too much: then nothing of it counts. */
  take(network: string, bytes: number, now: Date): boolean {
    if (bytes <= uncountedBytes) return true
    const hour = Math.floor(now.getTime() / hourMs)
    if (hour !== this.#hour) {
      this.#hour = hour
      this.#taken.clear()
    }
    const before = this.#taken.get(network) ?? 0
    if (before + bytes > this.#bytesMax || (before === 0 && this.#taken.size >= networksMax)) return false
    this.#taken.set(network, before + bytes)
    return true
  }

  /** Of what was announced and did not come. */
  giveBack(network: string, bytes: number): void {
    const before = this.#taken.get(network)
    if (before !== undefined) this.#taken.set(network, Math.max(0, before - bytes))
  }
}

/** True where the folder does not exist yet: making it will say more. */
export async function hasRoom(dir: string, bytes: number): Promise<boolean> {
  const found = await statfs(dir).catch(() => null)
  return found === null || found.bavail * found.bsize - bytes > freeBytesMin
}
