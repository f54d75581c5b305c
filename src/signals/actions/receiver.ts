/** Who reads what the public sends: people who are told not to give their data to unknown sites ask first whose this one is. */
import { readAsPublic } from "../../kernel/db/database.ts"
import type { House } from "../../kernel/house.ts"
import { receiverName } from "../store/intake.ts"

/** Null: no body is the lead department today. */
export const receiverToday = (house: House): Promise<string | null> => readAsPublic(house.db, receiverName)
