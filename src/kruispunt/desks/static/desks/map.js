// Turns the drawn map into one that can be moved and asked; the drawing stays when this cannot.
const holder = document.getElementById("kaart");
const shade = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SHADES = ["--kruispunt-petrol-100", "--kruispunt-ink-100", "--kruispunt-clay-100", "--kruispunt-clay-200", "--kruispunt-clay-300"];

const words = (feature) => {
  const box = document.createElement("div");
  const name = document.createElement("strong");
  name.textContent = feature.properties.name;
  const says = document.createElement("div");
  says.textContent = feature.properties.says;
  box.append(name, says);
  return box;
};

const wide = matchMedia("(width >= 48rem)").matches;
const label = (feature) => {
  const box = document.createElement("div");
  box.append(feature.properties.name);
  if (feature.properties.asked) {
    const small = document.createElement("small");
    small.textContent = feature.properties.asked;
    box.append(small);
  }
  return box;
};

async function show() {
  const answer = await fetch(holder.dataset.shapes);
  if (!answer.ok) return;
  const features = await answer.json();
  const canvas = document.createElement("div");
  canvas.className = "map__canvas";
  holder.querySelector("svg").replaceWith(canvas);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    crs: L.CRS.Simple, minZoom: -8, maxZoom: 1, zoomSnap: 0.25, zoomDelta: 0.5,
    attributionControl: false, zoomAnimation: !still, fadeAnimation: !still,
    scrollWheelZoom: false,
  });
  map.zoomControl.remove();
  L.control.zoom({ zoomInTitle: "Dichterbij", zoomOutTitle: "Verder weg" }).addTo(map);
  const layer = L.geoJSON(features, {
    style: (feature) => (feature.geometry.type === "Point" ? {} : {
      color: shade("--kruispunt-white"), weight: 2, fillOpacity: 1,
      fillColor: shade(SHADES[feature.properties.shade]),
    }),
    pointToLayer: (feature, place) => L.circleMarker(place, {
      radius: 6, weight: 2, color: shade("--kruispunt-white"),
      fillColor: shade("--kruispunt-petrol-500"), fillOpacity: 1,
    }),
    onEachFeature: (feature, part) => {
      part.bindPopup(words(feature));
      if (feature.geometry.type === "Polygon") {
        part.bindTooltip(label(feature), {
          permanent: wide, direction: "center", className: "map__label", interactive: false,
        });
      }
    },
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { padding: [12, 12] });
}

if (holder && window.L) show();
