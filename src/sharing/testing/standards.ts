/**
 * Documents held against the official schemas of their standards. The schemas are other people's and are not part of this
 * project: they are read from `LIENPHONG_SCHEMAS`, else from `../shared/data/schemas` beside the checkout.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { ErrorObject } from "ajv/dist/2020.js"
import { Ajv2020 } from "ajv/dist/2020.js"
import Ajv04 from "ajv-draft-04"
import formats from "ajv-formats"
import { XmlDocument, XsdValidator } from "libxml2-wasm"

const published = {
  "stix-2.1": "https://github.com/oasis-open/cti-stix2-json-schemas (schemas)",
  misp: "https://github.com/MISP/PyMISP (event-lax.schema.json, describeTypes.json)",
  cap: "https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.xsd",
  "xarf-4": "https://github.com/xarf/xarf-spec (schemas/v4)",
}
type Folder = keyof typeof published

/** Where the schemas of a standard lie. Without them nothing is judged, and the caller fails. */
export function schemasOf(folder: Folder): string {
  const home =
    process.env.LIENPHONG_SCHEMAS ?? resolve(import.meta.dirname, "../../../../shared/data/schemas")
  const path = join(home, folder)
  if (!existsSync(path))
    throw new Error(
      `The official schemas are not at ${path}. Fetch them from ${published[folder]}, put them into a folder "${folder}", and name the folder above it in LIENPHONG_SCHEMAS.`,
    )
  return path
}

const json = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name))

type Fault = Pick<ErrorObject, "instancePath" | "message" | "params">
const inWords = (where: string, faults: readonly Fault[] | null | undefined): string[] =>
  (faults ?? []).map(
    ({ instancePath, message, params }) => `${where}${instancePath}: ${message} ${JSON.stringify(params)}`,
  )

const lenient = { strict: false, allErrors: true, logger: false } as const

type StixObject = { type: string; id: string; extensions?: Record<string, { extension_type?: string }> }
type Judge = (text: string) => string[]

/** Faults of a STIX 2.1 bundle or object: each object by the schema of its type, each reference that must be inside it. */
export function stixJudge(): Judge {
  const ajv = new Ajv2020({ ...lenient, unicodeRegExp: false })
  formats.default(ajv)
  const ids = new Map<string, string>()
  for (const path of filesIn(join(schemasOf("stix-2.1"), "schemas"))) {
    const schema = json(path)
    ajv.addSchema(schema)
    if (!/common\/(?:core|cyber)/.test(path)) ids.set(String(schema.title), String(schema.$id))
  }
  const faultsOf = (type: string, value: unknown, where: string) => {
    const validate = ajv.getSchema(ids.get(type) ?? "")
    if (validate === undefined) return [`${where}: STIX 2.1 has no type ${type}`]
    return validate(value) === true ? [] : inWords(where, validate.errors)
  }
  return (text) => {
    const document = JSON.parse(text) as StixObject & { objects?: StixObject[] }
    const { objects = [document], ...head } = document
    const known = new Set(objects.map(({ id }) => id))
    const faults = known.size === objects.length ? [] : ["an object stands twice"]
    if (document.type === "bundle") faults.push(...faultsOf("bundle", head, "bundle"))
    for (const object of objects) {
      const isNew = Object.values(object.extensions ?? {}).some((one) =>
        one.extension_type?.startsWith("new-"),
      )
      if (!(isNew && !ids.has(object.type))) faults.push(...faultsOf(object.type, object, object.id))
      if (document.type !== "bundle") continue
      for (const [name, value] of Object.entries(object))
        if (/_refs?$/.test(name) && name !== "created_by_ref" && name !== "object_marking_refs")
          for (const id of [value].flat())
            if (!known.has(String(id))) faults.push(`${object.id}: ${name} leads out of the bundle, to ${id}`)
    }
    return faults
  }
}

type Attribute = { category: string; type: string }

/** Faults of a MISP event: PyMISP's schema, and that each type belongs to its category. */
export function mispJudge(): Judge {
  const ajv = new Ajv04.default(lenient)
  formats.default(ajv)
  const validate = ajv.compile(json(join(schemasOf("misp"), "event-lax.schema.json")))
  const { result } = json(join(schemasOf("misp"), "describeTypes.json")) as {
    result: { category_type_mappings: Record<string, string[]> }
  }
  return (text) => {
    const document = JSON.parse(text) as {
      Event?: { Attribute?: Attribute[]; Object?: { Attribute?: Attribute[] }[] }
    }
    const faults = validate(document) === true ? [] : inWords("event", validate.errors)
    const { Attribute: own = [], Object: objects = [] } = document.Event ?? {}
    const strange = [...own, ...objects.flatMap((one) => one.Attribute ?? [])].filter(
      ({ category, type }) => result.category_type_mappings[category]?.includes(type) !== true,
    )
    return [
      ...faults,
      ...strange.map(({ category, type }) => `${type} is no type of the category ${category}`),
    ]
  }
}

/** Faults of a CAP 1.2 message, by the schema of OASIS. */
export function capJudge(): Judge {
  const schema = XmlDocument.fromBuffer(readFileSync(join(schemasOf("cap"), "CAP-v1.2.xsd")))
  const validator = XsdValidator.fromDoc(schema)
  return (text) => {
    try {
      const document = XmlDocument.fromString(text)
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
      return []
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  }
}

/** Faults of one XARF 4 report, or of a list of them. */
export function xarfJudge(): Judge {
  const ajv = new Ajv2020({ ...lenient, unicodeRegExp: false })
  formats.default(ajv)
  for (const path of filesIn(join(schemasOf("xarf-4"), "schemas/v4"))) ajv.addSchema(json(path))
  const validate = ajv.getSchema("https://xarf.org/schemas/v4/xarf-v4-master.json")
  return (text) =>
    [JSON.parse(text)]
      .flat()
      .flatMap((one) =>
        validate === undefined
          ? ["the master schema is missing"]
          : validate(one) === true
            ? []
            : inWords("report", validate.errors),
      )
}
