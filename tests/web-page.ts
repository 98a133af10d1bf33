// What a browser gives a page and its worker, as far as the guide to web pages uses it.

type Listener = (event: { readonly data: unknown }) => unknown;

/** A page for the blocks of a guide, and the worker that one of them is. */
export function webPage(file: File) {
  const shown: string[] = [];
  let answers: unknown;
  let inWorker: Listener;
  let inPage: Listener;
  const element = () => ({
    textContent: "",
    value: 0,
    addEventListener() {},
    set innerHTML(html: string) {
      shown.push(html);
    },
    replaceChildren(...children: { readonly textContent: string }[]) {
      shown.push(children.map(({ textContent }) => textContent).join("\n"));
    },
  });
  const globals = {
    file,
    document: { createElement: element, querySelector: element },
    // In the worker:
    addEventListener: (_: string, listener: Listener) => (inWorker = listener),
    postMessage: (data: unknown) => inPage({ data: structuredClone(data) }),
    // In the page:
    Worker: class {
      addEventListener = (_: string, listener: Listener) => (inPage = listener);
      // A file is handed over, not copied.
      postMessage = (data: unknown) => (answers = inWorker({ data }));
      terminate() {}
    },
  };
  /** What was put into the page, also by the worker, one after the other. */
  const contents = async () => {
    await answers;
    return shown;
  };
  return { globals, contents };
}
