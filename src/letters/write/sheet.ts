/** A document laid out but not yet drawn: the DOCX and the PDF writer draw the same sheet. */
import type { ChartPart } from "./chart.ts"
import type { Picture, Table } from "./model.ts"

export type TextStyle = "authority" | "ground" | "order" | "body" | "heading" | "centre" | "left"

export type TextPart = {
  is: "text"
  style: TextStyle
  /** Printed bold before the text: "Điều 1." */
  lead: string | null
  text: string
  weight: "regular" | "bold" | "italic"
  /** Of a heading, from 1: for the outline that readers and screen readers walk. */
  level: number | null
  /** Stays on the page of what follows. */
  sticky: boolean
}
export type Part = TextPart | Table | Picture | ChartPart

export type SignatureBlock = { lines: string[]; name: string[] }

export type Sheet = {
  /** For the file's properties. */
  name: string
  size: 13 | 14
  head: {
    parent: string[]
    issuer: string[]
    number: string
    nation: string
    motto: string
    placeDate: string | null
    /** "V/v …" of a công văn; empty otherwise. */
    about: string[]
    /** Framed: how urgent, who may see it. */
    marks: string[]
  }
  title: { kind: string; about: string[] } | null
  addressees: { lead: string; lines: string[] } | null
  parts: Part[]
  closing: {
    signatures: SignatureBlock[]
    /** `beside`: so many lines stand beside the signature and stay with it; the others may go on to the next page. */
    recipients: { lead: string; lines: string[]; beside: number } | null
    drafter: string | null
  }
  /** At the foot of the first page. */
  contact: string[]
  annexes: {
    heading: string
    title: string[]
    enclosed: string[]
    turn: "portrait" | "landscape"
    parts: Part[]
  }[]
}
