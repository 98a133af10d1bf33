/** The cells of tables whose text is not all seen: it is wider than the table's place on the page. */
export const cut = (page) =>
  page.locator(".scroll").evaluateAll((places) =>
    places.flatMap((place) => {
      const { left, right } = place.getBoundingClientRect();
      return [...place.querySelectorAll("tbody td, tbody th")].flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const seen = range.getBoundingClientRect();
        return seen.left < left - 1 || seen.right > right + 1 ? [cell.textContent] : [];
      });
    }),
  );

/** The headings of tables of which a word goes over two lines: there are more lines than words. */
export const broken = (page) =>
  page.locator("thead th").evaluateAll((headings) =>
    headings.flatMap((heading) => {
      const range = document.createRange();
      range.selectNodeContents(heading);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      const { textContent } = heading;
      return lines > textContent.split(/\s+/).length ? [textContent] : [];
    }),
  );
