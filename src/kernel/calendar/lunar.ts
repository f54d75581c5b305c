/**
 * The lunar calendar of Việt Nam: new moons and solar terms reckoned at UTC+7.
 *
 * A package made for China reckons at UTC+8 and now and then disagrees: it puts Tết 2030 on 3 February, in
 * Việt Nam it is 2 February. New moons after Jean Meeus, Astronomical Algorithms, chapter 49 (first terms) and
 * the sun's longitude after chapter 25; the rules for month numbers are those of Hồ Ngọc Đức's description.
 */
import type { LocalDate } from "../time.ts"

const synodicMonth = 29.530588853
/** Julian day of the new moon of 31 December 1899 (k = 0). */
const firstNewMoon = 2415020.75933
const utcOffsetDays = 7 / 24
const radians = Math.PI / 180
const unixEpochJulian = 2440587.5

/** The day of the lunar new year (mùng 1 tháng Giêng) in a solar year. */
export function lunarNewYear(year: number): LocalDate {
  return lunarDate(year, 1, 1)
}

/** The solar day of a day and (non-leap) month of the lunar year that begins in solar `year`. */
export function lunarDate(year: number, month: number, day: number): LocalDate {
  const eleventh = eleventhMonth(year - 1)
  const nextEleventh = eleventhMonth(year)
  const k = Math.floor(0.5 + (eleventh - firstNewMoon) / synodicMonth)
  const leap = nextEleventh - eleventh > 365 ? leapOffset(eleventh) : null
  // Months are counted from the eleventh of the year before: the first is two later, and one more after a leap month.
  let offset = month + 1
  if (month >= 11) offset = month - 11
  if (leap !== null && offset >= leap) offset += 1
  return fromJulianDay(newMoonDay(k + offset) + day - 1)
}

/** Julian day number (local) of the first day of the eleventh month, which holds the winter solstice. */
function eleventhMonth(year: number): number {
  const offset = julianDay(year, 12, 31) - 2415021
  const k = Math.floor(offset / synodicMonth)
  const moon = newMoonDay(k)
  return sunSector(moon) >= 9 ? newMoonDay(k - 1) : moon
}

/** In a year of thirteen months, the one in which the sun enters no new sector is the leap month. */
function leapOffset(eleventh: number): number {
  const k = Math.floor(0.5 + (eleventh - firstNewMoon) / synodicMonth)
  for (let i = 1; i < 14; i += 1) {
    if (sunSector(newMoonDay(k + i)) === sunSector(newMoonDay(k + i + 1))) return i
  }
  throw new Error("a year of thirteen months has a leap month")
}

/** Local day number on which the k-th new moon falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean =
    firstNewMoon +
    synodicMonth * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * radians)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3
  const sin = (degrees: number) => Math.sin(degrees * radians)
  const shift =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(2 * moon + sun)
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t * t
  return Math.floor(mean + shift - deltaT + 0.5 + utcOffsetDays)
}

/** Which of the twelve sectors of 30° the sun is in at local midnight of a day number. */
function sunSector(day: number): number {
  const t = (day - 0.5 - utcOffsetDays - 2451545) / 36525
  const mean = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
  const sin = (degrees: number) => Math.sin(degrees * radians)
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(mean) +
    (0.019993 - 0.000101 * t) * sin(2 * mean) +
    0.00029 * sin(3 * mean)
  const apparent = (((longitude + centre) % 360) + 360) % 360
  return Math.floor(apparent / 30)
}

const julianDay = (year: number, month: number, day: number) =>
  Math.floor(Date.UTC(year, month - 1, day) / 86_400_000 + unixEpochJulian + 0.5)
const fromJulianDay = (day: number): LocalDate =>
  new Date((day - 0.5 - unixEpochJulian) * 86_400_000).toISOString().slice(0, 10)
