/** What an object shows of itself in a notebook, by media type: the notebook takes the richest. */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly [type: string]: unknown;
}

/** Name of the method that Deno's Jupyter kernel asks a cell's last value for. */
export const JUPYTER_DISPLAY = Symbol.for("Jupyter.display");

/**
 * The same object, able to show itself in a notebook. The method is not enumerable, so JSON, comparisons
 * and copies are as without it; nothing is made before somebody looks.
 */
export const showing = <T extends object>(
  object: T,
  bundle: () => MimeBundle | Promise<MimeBundle>,
): T => Object.defineProperty(object, JUPYTER_DISPLAY, { value: bundle, configurable: true });
