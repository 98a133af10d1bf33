import { Links, make } from "./element.js";

/** The result on the page: the fragment that the library wrote, one level below the page's own heading. */
export class Result {
  #article;
  #links = new Links();
  #save;
  #charts;

  constructor(article) {
    this.#article = article;
  }

  /** Shows verdicts and all the rest; charts and files come later. Returns the heading. */
  show(fragment, words, language) {
    this.hide();
    const content = parsed(fragment);
    const heading = content.querySelector("h2");
    heading.id = "result-heading";
    this.#save = make("p", { className: "save" }, `${words.save} ${words.preparing}`);
    this.#charts = make(
      "section",
      {},
      make("h3", { id: "charts" }, words.charts),
      make("p", { className: "note" }, words.drawing),
    );
    this.#charts.setAttribute("aria-labelledby", "charts");
    content.querySelector("section").after(this.#save, this.#charts);
    this.#article.lang = language;
    this.#article.append(content);
    this.#article.hidden = false;
    return heading;
  }

  /** Takes the charts from the fragment that has them, or says that there are none. */
  addCharts(fragment, drawn, words) {
    const section = parsed(fragment).querySelector('section[aria-labelledby="charts"]');
    if (section) this.#charts.replaceChildren(...section.childNodes);
    else if (drawn) this.#charts.remove();
    else this.#charts.lastChild.textContent = words.notDrawn;
  }

  addFiles(files, words) {
    this.#links.release();
    this.#save.replaceChildren(words.save);
    for (const { kind, name, blob } of files)
      this.#save.append(
        " ",
        this.#links.to(blob, name, `${words.saveAs[kind]}, ${words.size(blob.size)}`),
      );
  }

  hide() {
    this.#links.release();
    this.#article.hidden = true;
    this.#article.replaceChildren();
  }
}

/** The elements of a fragment: no `main` of its own, and headings one level lower. */
function parsed(fragment) {
  const template = make("template");
  template.innerHTML = fragment;
  const { content } = template;
  for (const main of content.querySelectorAll("main")) main.replaceWith(...main.childNodes);
  for (const level of [4, 3, 2, 1])
    for (const heading of content.querySelectorAll(`h${level}`))
      heading.replaceWith(make(`h${level + 1}`, { id: heading.id }, ...heading.childNodes));
  return content;
}
