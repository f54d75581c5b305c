// A map that is moved, over the drawing and the table that stand on the page anyway. Its library is loaded by this page
// alone, from our own origin; boundaries and things come from there too, as far as the reader may see them.
const root = document.querySelector("[data-map]")
if (root !== null && hasWebGl()) void start(root)

function hasWebGl() {
  const canvas = document.createElement("canvas")
  return canvas.getContext("webgl2") !== null
}

async function start(section) {
  const words = JSON.parse(section.dataset.words)
  const {
    Map: MapView,
    NavigationControl,
    Popup,
    ScaleControl,
    setWorkerUrl,
  } = await import(section.dataset.map)
  setWorkerUrl(new URL(section.dataset.worker, location.href).href)
  section.hidden = false
  const ink = inks(section)
  const [west, south, east, north] = section.dataset.box.split(",").map(Number)
  const map = new MapView({
    container: section.querySelector(".moving-ground"),
    style: styleOf(section.dataset.ground, ink),
    bounds: [
      [west, south],
      [east, north],
    ],
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    fadeDuration: 0,
    // A printed page shows what was drawn last.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: {
      "Map.Title": words.map,
      "NavigationControl.ZoomIn": words.zoomIn,
      "NavigationControl.ZoomOut": words.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }))
  map.addControl(new ScaleControl())
  const piece = new Piece(section, map, words)
  map.on("load", () => piece.ask())
  map.on("moveend", () => piece.askSoon())
  const popup = new Popup({ closeButton: false, maxWidth: "18rem" })
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(around(event.point), { layers: ["sums", "things", "lines"] })
    if (hit === undefined) return popup.remove()
    if (hit.layer.id === "sums")
      return map.easeTo({ center: hit.geometry.coordinates, zoom: map.getZoom() + 2 })
    popup.setLngLat(event.lngLat).setDOMContent(linkTo(hit.properties, words)).addTo(map)
  })
  timeOf(section, piece)
  section.querySelector(".moving-print").addEventListener("click", () => print())
}

/** A finger is wider than a point. */
const around = ({ x, y }) => [
  [x - 6, y - 6],
  [x + 6, y + 6],
]

/** What lies in view: asked for when the map rests, the question before it dropped. */
class Piece {
  constructor(section, map, words) {
    Object.assign(this, { section, map, words, month: null, waiting: 0, asking: null })
    this.status = section.querySelector(".moving-status")
    this.list = section.querySelector(".moving-list")
  }

  askSoon() {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.ask(), 120)
  }

  async ask() {
    this.asking?.abort()
    this.asking = new AbortController()
    const url = new URL(this.section.dataset.piece, location.href)
    const box = this.map.getBounds()
    const edges = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
    url.searchParams.set("khung", edges.map((one) => one.toFixed(4)).join(","))
    url.searchParams.set("rong", String(this.map.getContainer().clientWidth))
    if (this.month !== null) url.searchParams.set("thang", this.month)
    try {
      const answer = await fetch(url, { signal: this.asking.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      this.show(await answer.json())
    } catch (error) {
      if (error.name !== "AbortError") this.status.textContent = this.words.failed
    }
  }

  show(things) {
    this.map.getSource("things").setData(things)
    // The answer reaches a cell further than the view.
    const box = this.map.getBounds()
    const isInView = ({ type, coordinates }) => type !== "Point" || box.contains(coordinates)
    const all = things.features.filter(({ properties }) => properties.n === undefined)
    const single = all.filter(({ geometry }) => isInView(geometry))
    const isSums = things.features.length > all.length
    const count = isSums ? things.features.length : single.length
    this.status.textContent = (isSums ? this.words.sums : this.words.things).replace("{n}", String(count))
    this.list.replaceChildren(
      ...single.slice(0, listMax).map(({ properties }) => itemOf(properties, this.words)),
    )
    this.section.dataset.shown = String(count)
  }
}
const listMax = 60

function itemOf(properties, words) {
  const item = document.createElement("li")
  item.append(linkTo(properties, words))
  return item
}

function linkTo({ l, h, x }, words) {
  const whole = document.createElement("span")
  const link = document.createElement("a")
  link.href = h
  link.textContent = l
  whole.append(link)
  if (x !== true) whole.append(` (${words.closed})`)
  return whole
}

/** The slider: nought is all months. */
function timeOf(section, piece) {
  const slider = section.querySelector("[data-months]")
  if (slider === null) return
  const months = JSON.parse(slider.dataset.months)
  const told = section.querySelector("output")
  slider.addEventListener("input", () => {
    const month = months[Number(slider.value) - 1]
    piece.month = month ?? ""
    told.textContent = month === undefined ? slider.dataset.all : `${month.slice(5)}/${month.slice(0, 4)}`
    piece.askSoon()
  })
}

/** Colours of the page, in the theme in which it is read. */
function inks(section) {
  const probe = document.createElement("span")
  probe.hidden = true
  section.append(probe)
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const of = (name) => {
    probe.style.color = `var(${name})`
    pixel.clearRect(0, 0, 1, 1)
    pixel.fillStyle = getComputedStyle(probe).color
    pixel.fillRect(0, 0, 1, 1)
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data
    return `rgb(${red},${green},${blue})`
  }
  const found = {
    brand: of("--brand"),
    on: of("--on-brand"),
    line: of("--line"),
    ground: of("--surface"),
    late: of("--late"),
  }
  probe.remove()
  return found
}

function styleOf(ground, { brand, on, line, ground: paper, late }) {
  const empty = { type: "FeatureCollection", features: [] }
  const single = ["!", ["has", "n"]]
  const isPoint = ["==", ["geometry-type"], "Point"]
  return {
    version: 8,
    sources: {
      ground: { type: "geojson", data: new URL(ground, location.href).href, tolerance: 0.2 },
      things: { type: "geojson", data: empty },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": paper } },
      {
        id: "communes",
        type: "fill",
        source: "ground",
        paint: { "fill-color": brand, "fill-opacity": 0.06 },
      },
      { id: "borders", type: "line", source: "ground", paint: { "line-color": line, "line-width": 1.2 } },
      {
        id: "lines",
        type: "line",
        source: "things",
        filter: ["==", ["geometry-type"], "LineString"],
        paint: { "line-color": brand, "line-width": 3 },
      },
      {
        id: "things",
        type: "circle",
        source: "things",
        filter: ["all", isPoint, single],
        // A ring where only the cell is known.
        paint: {
          "circle-radius": ["case", ["get", "x"], 6, 8],
          "circle-color": ["case", ["get", "x"], late, paper],
          "circle-stroke-color": late,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "sums",
        type: "circle",
        source: "things",
        filter: ["has", "n"],
        paint: {
          "circle-color": brand,
          "circle-opacity": 0.9,
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "n"]], 1, 9, 10, 14, 60, 24],
        },
      },
      {
        id: "counts",
        type: "symbol",
        source: "things",
        filter: ["has", "n"],
        layout: {
          "text-field": ["to-string", ["get", "n"]],
          "text-font": ["Be Vietnam Pro", "sans-serif"],
          "text-size": 12,
          "text-allow-overlap": true,
        },
        paint: { "text-color": on },
      },
    ],
  }
}
