/* The map that moves: the same squares as in the drawing and the tables, from our own tiles. Without it all else stands. */
import { Map as Chart, Marker, setWorkerUrl } from '../built/maplibre/maplibre-gl.mjs';

setWorkerUrl(new URL('../built/maplibre/maplibre-gl-worker.mjs', import.meta.url).href);
const maps = document.getElementById('maps');
const facts = JSON.parse(maps.dataset.facts);
const form = document.getElementById('map-form');
const charts = [];
const INK = '#1a1a1a', RULE = '#8e8e8e', ACCENT = '#17505e', LIGHT = '#cfe2e4';
const STEP = 120, NEAR = 9, MOST_SEEN = 12;

const source = (address, name) => ({
  type: 'vector', tiles: [new URL(address, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')],
  minzoom: facts.layers[name].zooms[0], maxzoom: facts.layers[name].zooms[1],
});
const layer = (name, part, type, more) => ({
  id: `${name}-${part}`, type, source: name, 'source-layer': name,
  ...more, layout: { visibility: isOn(name) ? 'visible' : 'none', ...(more.layout ?? {}) },
});
const byClass = ['match', ['get', 'class'], 0, facts.colours[0], 1, facts.colours[1], 2, facts.colours[2], facts.colours[3]];
const known = ['>=', ['get', 'n'], 0];

function isOn(name) {
  const box = form.querySelector(`input[name=layer][value=${name}]`);
  return box ? box.checked : false;
}

function style(tiles) {
  const sources = Object.fromEntries(Object.entries(tiles).map(([name, address]) => [name, source(address, name)]));
  const layers = [
    { id: 'ground', type: 'background', paint: { 'background-color': '#ffffff' } },
    layer('municipalities', 'land', 'fill', { paint: { 'fill-color': '#fafafa' } }),
    layer('surface', 'level', 'fill', { paint: { 'fill-color': byClass } }),
    layer('squares', 'level', 'fill', { filter: known, paint: { 'fill-color': byClass, 'fill-opacity': 0.9 } }),
    layer('squares', 'hidden', 'fill', { filter: ['!', known], paint: { 'fill-pattern': 'dots' } }),
    layer('squares', 'edge', 'line', { paint: { 'line-color': '#ffffff', 'line-width': 0.8 } }),
    layer('municipalities', 'border', 'line', { paint: { 'line-color': RULE, 'line-width': 1 } }),
    layer('places', 'area', 'fill', { filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': LIGHT, 'fill-opacity': 0.7 } }),
    layer('places', 'line', 'line', { filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': ACCENT, 'line-width': 2, 'line-dasharray': ['case', ['==', ['get', 'firm'], 1], ['literal', [1, 0]], ['literal', [3, 2]]] } }),
    layer('places', 'point', 'circle', { filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 6, 'circle-color': ['case', ['==', ['get', 'firm'], 1], ACCENT, '#ffffff'], 'circle-stroke-color': ACCENT, 'circle-stroke-width': 2 } }),
    layer('deployments', 'line', 'line', { filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': INK, 'line-width': 1.5, 'line-dasharray': ['case', ['==', ['get', 'firm'], 1], ['literal', [1, 0]], ['literal', [3, 2]]] } }),
    layer('deployments', 'point', 'circle', { filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 4.5, 'circle-color': ['case', ['==', ['get', 'firm'], 1], INK, '#ffffff'], 'circle-stroke-color': INK, 'circle-stroke-width': 1.5 } }),
    layer('collisions', 'ring', 'circle', { paint: { 'circle-radius': 13, 'circle-color': '#ffffff', 'circle-opacity': 0.8, 'circle-stroke-color': INK, 'circle-stroke-width': 1.5 } }),
    layer('points', 'point', 'circle', { paint: { 'circle-radius': 4, 'circle-color': INK, 'circle-opacity': 0.6 } }),
    layer('squares', 'number', 'symbol', { filter: known, layout: { 'icon-image': ['concat', ['case', ['==', ['get', 'class'], 3], 'light-', 'dark-'], ['to-string', ['get', 'n']]] } }),
    layer('collisions', 'number', 'symbol', { layout: { 'icon-image': ['concat', 'dark-', ['to-string', ['get', 'n']]], 'icon-allow-overlap': true } }),
  ].filter((one) => one.type === 'background' || one.source in sources);
  return { version: 8, sources, layers };
}

/* Numbers are drawn here, so that no letters have to be fetched. */
function number(words, colour) {
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d');
  const font = '600 26px "IBM Plex Sans", sans-serif';
  brush.font = font;
  canvas.width = Math.ceil(brush.measureText(words).width) + 8;
  canvas.height = 32;
  brush.font = font;
  brush.fillStyle = colour;
  brush.textBaseline = 'middle';
  brush.fillText(words, 4, 16);
  return brush.getImageData(0, 0, canvas.width, canvas.height);
}

function dots() {
  const side = 14, data = new Uint8Array(side * side * 4).fill(255);
  for (const [x, y] of [[3, 3], [4, 3], [3, 4], [4, 4]]) data.set([142, 142, 142, 255], (y * side + x) * 4);
  return { width: side, height: side, data };
}

function open(frame) {
  const place = document.createElement('div');
  place.className = 'map-canvas';
  frame.append(place);
  const chart = new Chart({
    container: place, style: style(JSON.parse(frame.dataset.tiles)), attributionControl: false, dragRotate: false,
    pitchWithRotate: false, touchPitch: false, maxPitch: 0, minZoom: 6, maxZoom: 14, fadeDuration: 0,
    maxBounds: widened(facts.bounds), locale: { 'Map.Title': `${frame.dataset.title}: ${facts.words.map}` }, ...where(),
  });
  chart.touchZoomRotate.disableRotation();
  chart.keyboard.disableRotation();
  chart.setMissingStyleImageResolver((id) => {
    const [shade, words] = id.split('-');
    const image = id === 'dots' ? dots() : number(words, shade === 'light' ? '#ffffff' : INK);
    chart.addImage(id, image, { pixelRatio: 2 });
  });
  for (const [name, ...at] of facts.towns) label(chart, 'map-town', name, at, 'bottom');
  for (const [name, ...at] of facts.names) label(chart, 'map-name', name, at, 'center');
  const near = () => place.classList.toggle('near', chart.getZoom() >= NEAR);
  chart.on('zoom', near);
  near();
  chart.on('move', () => together(chart));
  chart.on('idle', seen);
  chart.on('error', ({ error }) => { if (error?.status !== 404) console.error(error); });
  return chart;
}

/* Names are letters on the page, for the eye alone: the tables have them for everybody. */
function label(chart, kind, name, at, anchor) {
  const words = document.createElement('span');
  words.className = kind;
  words.textContent = name;
  const marker = new Marker({ element: words, anchor }).setLngLat(at).addTo(chart);
  for (const one of ['role', 'aria-label', 'tabindex']) marker.getElement().removeAttribute(one);
  words.setAttribute('aria-hidden', 'true');
}

const widened = ([west, south, east, north]) => [[west - 1, south - 0.6], [east + 1, north + 0.6]];

/* Where the map was stays when the page is asked for again. */
function where() {
  const [zoom, latitude, longitude] = location.hash.slice(1).split('/').map(Number);
  return zoom && latitude && longitude
    ? { zoom, center: [longitude, latitude] }
    : { bounds: [facts.bounds.slice(0, 2), facts.bounds.slice(2)] };
}

let moving = false;
function together(leader) {
  if (moving) return;
  moving = true;
  const { lng, lat } = leader.getCenter();
  for (const one of charts) if (one !== leader) one.jumpTo({ center: [lng, lat], zoom: leader.getZoom() });
  moving = false;
  history.replaceState(null, '', `#${leader.getZoom().toFixed(2)}/${lat.toFixed(4)}/${lng.toFixed(4)}`);
}

function seen() {
  const [chart] = charts;
  const list = document.getElementById('seen-list'), said = document.getElementById('seen-count');
  if (!chart) return;
  const found = new Map();
  for (const one of chart.queryRenderedFeatures({ layers: ['squares-level', 'places-area', 'places-line', 'places-point'].filter((id) => chart.getLayer(id)) })) {
    const { square, n, place, name } = one.properties;
    if (square) {
      const [municipality, metres] = square.split('/');
      const words = facts.words.square.replace('{municipality}', facts.municipalities[municipality] ?? '').replace('{size}', metres / 1000).replace('{n}', n);
      found.set(square, [words, n]);
      legendOf(metres);
    } else if (place) found.set(place, [facts.words.place.replace('{name}', name), 0]);
  }
  const lines = [...found.values()].sort((a, b) => b[1] - a[1]).slice(0, MOST_SEEN).map(([words]) => {
    const line = document.createElement('li');
    line.textContent = words;
    return line;
  });
  list.replaceChildren(...lines);
  said.textContent = lines.length ? facts.words.in_view.replace('{count}', found.size) : facts.words.nothing;
}

function legendOf(metres) {
  for (const one of document.querySelectorAll('.map-legend')) one.hidden = one.dataset.metres !== String(metres);
}

function toggle(box) {
  if (box.dataset.asks !== undefined) { send(); return; }
  for (const chart of charts) {
    for (const { id, source: of } of chart.getStyle().layers) {
      if (of === box.value) chart.setLayoutProperty(id, 'visibility', box.checked ? 'visible' : 'none');
    }
  }
}

function send() {
  form.action = `${location.pathname}${location.hash}`;
  form.requestSubmit();
}

function move(way) {
  const [chart] = charts;
  const ways = { west: [-STEP, 0], east: [STEP, 0], north: [0, -STEP], south: [0, STEP] };
  if (way === 'in') chart.zoomIn();
  else if (way === 'out') chart.zoomOut();
  else if (way === 'whole') chart.fitBounds([facts.bounds.slice(0, 2), facts.bounds.slice(2)]);
  else chart.panBy(ways[way]);
}

function hasCanvas() {
  return Boolean(document.createElement('canvas').getContext('webgl2'));
}

if (hasCanvas()) {
  for (const frame of maps.querySelectorAll('.map-frame')) {
    frame.classList.add('live');
    charts.push(open(frame));
  }
  for (const one of document.querySelectorAll('[data-script]')) one.hidden = false;
  for (const box of form.querySelectorAll('input[name=layer]')) box.addEventListener('change', () => toggle(box));
  for (const button of document.querySelectorAll('[data-move]')) button.addEventListener('click', () => move(button.dataset.move));
  for (const choice of form.querySelectorAll('select')) choice.addEventListener('change', () => { form.action = `${location.pathname}${location.hash}`; });
  const time = document.getElementById('time'), said = document.getElementById('time-said');
  const say = () => { said.textContent = facts.periods[time.value][1]; time.setAttribute('aria-valuetext', facts.periods[time.value][1]); };
  say();
  time.addEventListener('input', say);
  time.addEventListener('change', () => {
    const wanted = facts.periods[time.value][0];
    const choice = [...form.elements.period.options].find((one) => one.value.toLowerCase() === wanted);
    if (choice) { choice.selected = true; send(); }
  });
}
