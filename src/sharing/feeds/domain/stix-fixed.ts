/** Objects of STIX 2.1 that never change: the TLP 2.0 markings and the kinds of observables that the standard lacks. Pure. */
import type { Tlp } from "../../domain/indicator.ts"
import { idOf } from "./ids.ts"

export type StixObject = { type: string; id: string; [property: string]: unknown }

/** "TLP 2.0 Marking Definitions", OASIS (extension-definition--60a3c5c5…): ids as published. */
const tlpIds: Readonly<Record<Tlp, string>> = {
  clear: "94868c89-83c2-464b-929b-a1a8aa3c8487",
  green: "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  amber: "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  "amber+strict": "939a9414-2ddd-4d32-a0cd-375ea402b003",
  red: "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
const tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

export const markingId = (tlp: Tlp) => `marking-definition--${tlpIds[tlp]}`

export const markingOf = (tlp: Tlp): StixObject => ({
  type: "marking-definition",
  spec_version: "2.1",
  id: markingId(tlp),
  created: "2022-10-01T00:00:00.000Z",
  name: `TLP:${tlp.toUpperCase()}`,
  extensions: { [tlpExtension]: { extension_type: "property-extension", tlp_2_0: tlp } },
})

/** When the catalogue of tricks and these definitions were first given out: an object needs a day on which it was made. */
export const catalogueDay = "2023-07-15T00:00:00.000Z"

/**
 * Observables that STIX 2.1 lacks, with the property names that OpenCTI gives them (`phone-number.value`,
 * `bank-account.account_number`, `cryptocurrency-wallet.value`), so that both read each other.
 */
export const newObservables = {
  "phone-number": {
    name: "Phone number",
    says: "value (string, required): a telephone number, E.164 with its plus sign, or the digits of a short number.",
  },
  "bank-account": {
    name: "Bank account",
    says: "account_number (string, required); bank_identification_number (string, optional): six digits of the bank in Napas's list; iban, bic (string, optional).",
  },
  "cryptocurrency-wallet": {
    name: "Cryptocurrency wallet",
    says: "value (string, required): the address of a wallet, as its chain writes it.",
  },
  "mobile-device": {
    name: "Mobile device",
    says: "imei (string, required): fifteen digits, of which the last is Luhn's.",
  },
} as const
export type NewObservable = keyof typeof newObservables

export const extensionId = (of: NewObservable) => `extension-definition--${idOf("extension", of)}`

export const extensionOf = (of: NewObservable, author: string): StixObject => ({
  type: "extension-definition",
  spec_version: "2.1",
  id: extensionId(of),
  created_by_ref: author,
  created: catalogueDay,
  modified: catalogueDay,
  name: newObservables[of].name,
  description: `A new cyber observable, ${of}.`,
  schema: newObservables[of].says,
  version: "1.0.0",
  extension_types: ["new-sco"],
})
