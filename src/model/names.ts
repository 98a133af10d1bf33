/**
 * What to call files: by their names without folders, since where somebody keeps them is nobody else's
 * business, and a report should not change with it. Those that share a name keep as much of their
 * folders as tells them apart.
 */
export function briefNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[/\\]+/).filter((part) => part !== ""));
  const ending = (at: number, length: number) => parts[at]!.slice(-length).join("/");
  return paths.map((path, at) => {
    for (let length = 1; length < parts[at]!.length; length++) {
      const own = ending(at, length);
      if (parts.every((_, other) => other === at || ending(other, length) !== own)) return own;
    }
    return path;
  });
}
