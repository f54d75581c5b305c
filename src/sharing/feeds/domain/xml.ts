/** XML of our own: an object's keys become elements in their order, `@name` an attribute. Pure. */
import XMLBuilder from "fast-xml-builder"

export type Xml = { readonly [name: string]: XmlValue | readonly XmlValue[] | undefined }
type XmlValue = string | number | Xml

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
})

/** Characters that XML 1.0 cannot hold (section 2.2) are left out: nobody typed them to be read. */
export const xmlOf = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}`.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    "",
  )
