import { byId } from "./element.js";

/** Milliseconds before it shows, so that quick work does not flicker. */
const PATIENCE = 150;

/** The bar of work that takes a while. */
export class Progress {
  #timer;

  start() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (byId("progress").hidden = false), PATIENCE);
  }

  /** How much there is of a packed file nobody knows before its end. */
  reading({ rows, bytes, ofBytes }, words) {
    if (ofBytes === undefined) byId("bar").removeAttribute("value");
    else byId("bar").value = bytes / ofBytes;
    const percent = ofBytes === undefined ? undefined : Math.floor((100 * bytes) / ofBytes);
    byId("progress-text").textContent = words.rows(rows, percent);
  }

  end() {
    clearTimeout(this.#timer);
    byId("progress").hidden = true;
  }

  /** Work of which nobody knows how far it is. */
  label(text) {
    byId("progress-label").textContent = text;
    byId("progress-text").textContent = "";
    byId("bar").removeAttribute("value");
  }
}
