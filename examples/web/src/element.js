export const byId = (id) => document.getElementById(id);

/** An element with properties and children; text stays text. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Links to blobs, until they are let go of. */
export class Links {
  #addresses = [];

  to(blob, name, text) {
    const href = URL.createObjectURL(blob);
    this.#addresses.push(href);
    return make("a", { href, download: name }, text);
  }

  release() {
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address);
  }
}

/** Brings something into view that has just come, for eyes and for screen readers. */
export function moveTo(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}
