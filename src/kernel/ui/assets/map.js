// A map that is moved, over the drawing and the table that stand on the page anyway. Its library is loaded by this page
// alone, from our own origin; boundaries and things come from there too, as far as the reader may see them.
const root = document.querySelector("[data-map]")
if (root !== null && "WebGL2RenderingContext" in window)
  start(root).catch(() => {
    // A screen on which nothing can be drawn in this way; the drawing and the table are there.
    root.hidden = true
  })

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
  const first = section.dataset.first === undefined ? null : JSON.parse(section.dataset.first)
  const [west, south, east, north] = section.dataset.box.split(",").map(Number)
  const map = new MapView({
    container: section.querySelector(".moving-ground"),
    style: { version: 8, sources: {}, layers: [paperOf(ink)] },
    bounds: [
      [west, south],
      [east, north],
    ],
    fitBoundsOptions: { padding: 24, maxZoom: 14 },
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
  const piece = new Piece(section, map, words, new Sums(section, map, ink))
  if (first !== null) piece.showSums(first)
  // Boundaries and single things are cut to tiles by a worker; the first picture does not wait for it.
  map.once("load", () => {
    for (const [id, source] of sourcesOf(section.dataset.ground)) map.addSource(id, source)
    for (const layer of layersOf(ink)) map.addLayer(layer)
    const pixels = map.getContainer().clientWidth
    if (first === null || pixels < section.dataset.pixels * 0.7) void piece.ask()
  })
  map.on("moveend", () => piece.askSoon())
  const popup = new Popup({ closeButton: false, maxWidth: "18rem" })
  map.on("click", (event) => {
    const sum = piece.sums.at(event.point)
    if (sum !== undefined) return map.easeTo({ center: sum, zoom: map.getZoom() + 2 })
    if (map.getLayer("things") === undefined) return
    const [hit] = map.queryRenderedFeatures(around(event.point), { layers: ["things", "lines"] })
    if (hit === undefined) return popup.remove()
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

/** Sums, drawn over the map on a canvas of their own: circles with their numbers need neither the worker nor its letters. */
class Sums {
  constructor(section, map, ink) {
    Object.assign(this, { section, map, ink, all: [], said: null })
    this.canvas = document.createElement("canvas")
    this.canvas.className = "moving-sums"
    this.canvas.setAttribute("aria-hidden", "true")
    this.pen = this.canvas.getContext("2d")
    map.getCanvasContainer().append(this.canvas)
    map.on("render", () => this.draw())
  }

  /** `all`: longitude, latitude, count. `said` goes into the page when they are on the screen. */
  show(all, said) {
    Object.assign(this, { all, said })
    this.map.triggerRepaint()
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.map.getContainer()
    const ratio = devicePixelRatio
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    // Setting a size, the same one too, makes a new canvas.
    if (this.canvas.width !== across) this.canvas.width = across
    if (this.canvas.height !== down) this.canvas.height = down
    this.pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    this.pen.clearRect(0, 0, width, height)
    Object.assign(this.pen, { font: '600 12px "Be Vietnam Pro", sans-serif', textAlign: "center" })
    this.pen.textBaseline = "middle"
    for (const [lon, lat, n] of this.all) {
      const { x, y } = this.map.project([lon, lat])
      const radius = radiusOf(n)
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue
      this.pen.fillStyle = this.ink.brand
      this.pen.beginPath()
      this.pen.arc(x, y, radius, 0, 2 * Math.PI)
      this.pen.fill()
      this.pen.fillStyle = this.ink.on
      this.pen.fillText(String(n), x, y)
    }
    if (this.said === null) return
    this.section.dataset.shown = this.said
    this.said = null
  }

  /** The place of the sum under the pointer. */
  at({ x, y }) {
    return this.all.find(([lon, lat, n]) => {
      const middle = this.map.project([lon, lat])
      return Math.hypot(middle.x - x, middle.y - y) <= radiusOf(n)
    })
  }
}

const radiusOf = (n) => Math.min(24, 8 + Math.sqrt(n) / 2 + String(n).length * 2)

/** What lies in view: asked for when the map rests, the question before it dropped. */
class Piece {
  constructor(section, map, words, sums) {
    Object.assign(this, { section, map, words, sums, month: null, waiting: 0, asking: null })
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

  show({ features }) {
    const all = features.filter(({ properties }) => properties.n === undefined)
    this.map.getSource("things").setData({ type: "FeatureCollection", features: all })
    if (features.length > all.length)
      return this.showSums(
        features.map(({ geometry, properties }) => [...geometry.coordinates, properties.n]),
      )
    // The answer reaches a cell further than the view.
    const box = this.map.getBounds()
    const isInView = ({ type, coordinates }) => type !== "Point" || box.contains(coordinates)
    this.tell(
      all.filter(({ geometry }) => isInView(geometry)),
      this.words.things,
    )
    this.sums.show([], String(this.list.childElementCount))
  }

  showSums(sums) {
    this.tell([], this.words.sums, sums.length)
    this.sums.show(sums, String(sums.length))
  }

  tell(single, said, count = single.length) {
    this.status.textContent = said.replace("{n}", String(count))
    const items = single.slice(0, listMax).map(({ properties }) => itemOf(properties, this.words))
    this.list.replaceChildren(...items)
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

const paperOf = ({ ground }) => ({ id: "paper", type: "background", paint: { "background-color": ground } })

const sourcesOf = (ground) => [
  ["ground", { type: "geojson", data: new URL(ground, location.href).href }],
  ["things", { type: "geojson", data: { type: "FeatureCollection", features: [] } }],
]

function layersOf({ brand, line, ground: paper, late }) {
  return [
    { id: "communes", type: "fill", source: "ground", paint: { "fill-color": brand, "fill-opacity": 0.06 } },
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
      filter: ["==", ["geometry-type"], "Point"],
      // A ring where only the cell is known.
      paint: {
        "circle-radius": ["case", ["get", "x"], 6, 8],
        "circle-color": ["case", ["get", "x"], late, paper],
        "circle-stroke-color": late,
        "circle-stroke-width": 2,
      },
    },
  ]
}
